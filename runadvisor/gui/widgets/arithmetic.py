"""The sum behind a warning, laid out so that it can be done again by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.warning import Tier
from runadvisor.gui.widgets.evidence import TONES, TierMark
from runadvisor.gui.widgets.labels import Label
from runadvisor.warning.rules.rest_days import ENOUGH_REST_DAYS, FEW_REST_DAYS
from runadvisor.warning.rules.session_spike import SESSION_SPIKE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.warning import TrainingWarning


class Arithmetic(QFrame):
    """Numbers on the left, the thresholds they are held against on the right."""

    def __init__(self, warning: TrainingWarning, parent: QWidget | None = None) -> None:
        """Lay out the sum of a warning that has one; see ``has_sum``."""
        super().__init__(parent)
        self.setObjectName("inset")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        if warning.rule == SESSION_SPIKE.rule_id:
            _spike(row, warning)
            edges = _spike_edges()
        else:
            _rest(row, warning)
            edges = _rest_edges()
        row.addStretch()
        row.addWidget(_upright())
        row.addLayout(_thresholds(edges, warning.tier))


def has_sum(warning: TrainingWarning) -> bool:
    """Whether a warning rests on a sum."""
    if warning.rule == SESSION_SPIKE.rule_id:
        return isinstance(warning.values.get("ratio"), float)
    return warning.code == "few-rest-days"


def _spike(row: QHBoxLayout, warning: TrainingWarning) -> None:
    values = warning.values
    ratio, tone = _float(values["ratio"]), TONES[warning.tier]
    run_day, longest_day = _date(values["run_date"]), _date(values["longest_date"])
    row.addLayout(
        _term(
            wording.weekday(run_day),
            wording.distance(_float(values["distance_m"])),
            under=f"{run_day.day} {wording.month(run_day)}",
        )
    )
    row.addWidget(Label("÷", size=18, tone="muted"))
    row.addLayout(
        _term(
            "longest of 30 days",
            wording.distance(_float(values["longest_m"])),
            under=f"{longest_day.day} {wording.month(longest_day)}",
        )
    )
    row.addWidget(Label("=", size=18, tone="muted"))
    under = f"{wording.percent(_float(values['jump_percent']))} longer"
    row.addLayout(_term("ratio", wording.ratio(ratio), under=under, tone=tone))


def _rest(row: QHBoxLayout, warning: TrainingWarning) -> None:
    values = warning.values
    span = wording.day_range(_date(values["from_date"]), _date(values["to_date"]))
    row.addLayout(_term(span, "28 days"))
    row.addWidget(Label("of them", tone="muted"))
    count = str(values["rest_days"])
    row.addLayout(
        _term(
            "without running or hard training", count, under="rest days", tone=TONES[warning.tier]
        )
    )


def _spike_edges() -> list[tuple[str, Tier | None, str]]:
    limits = SESSION_SPIKE.thresholds
    return [
        (f"up to {limits['watch_ratio']:.2f}", None, "no warning"),
        (f"over {limits['watch_ratio']:.2f}", Tier.WATCH, "watch, if 1 km more"),
        (f"over {limits['act_ratio']:.2f}", Tier.ACT, "act"),
    ]


def _rest_edges() -> list[tuple[str, Tier | None, str]]:
    return [
        (f"{ENOUGH_REST_DAYS} or more", None, "no warning"),
        (f"{FEW_REST_DAYS} to {ENOUGH_REST_DAYS - 1}", Tier.INFO, "info"),
        (f"under {FEW_REST_DAYS}", Tier.WATCH, "watch"),
    ]


def _term(over: str, number: str, *, under: str = "", tone: str = "ink") -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addWidget(Label(over, size=12, tone="muted"))
    column.addWidget(Label(number, size=20, weight=600, tone=tone, tabular=True))
    column.addWidget(Label(under, size=12, tone="muted"))
    return column


def _thresholds(edges: Sequence[tuple[str, Tier | None, str]], tier: Tier) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(4)
    for line, (when, edge_tier, words) in enumerate(edges):
        weight = 600 if edge_tier is tier else 400
        tone = "muted" if edge_tier is None else TONES[edge_tier]
        grid.addWidget(Label(when, size=12, weight=weight, tabular=True), line, 0)
        if edge_tier is not None:
            grid.addWidget(TierMark(edge_tier, 11), line, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(Label(words, size=12, weight=weight, tone=tone), line, 2)
    return grid


def _upright() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedWidth(1)
    return line


def _float(value: object) -> float:
    if not isinstance(value, (int, float)):
        msg = f"{value!r} is no number"
        raise TypeError(msg)
    return float(value)


def _date(value: object) -> date:
    if not isinstance(value, date):
        msg = f"{value!r} is no day"
        raise TypeError(msg)
    return value
