"""The sum behind a warning, laid out so that it can be done again by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.warning import Tier
from runadvisor.gui.widgets.evidence import TONES, TierMark
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _
from runadvisor.warning.rules.rest_days import ENOUGH_REST_DAYS, FEW_REST_DAYS
from runadvisor.warning.rules.session_spike import SESSION_SPIKE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from runadvisor.domain.warning import TrainingWarning

MARGINS = (16, 12, 16, 12)
GAP_PX = 40
"""The line between sum and thresholds, with air on both sides."""


class Arithmetic(QFrame):
    """Numbers on the left, the thresholds they are held against on the right."""

    def __init__(self, warning: TrainingWarning, parent: QWidget | None = None) -> None:
        """Lay out the sum of a warning that has one; see ``has_sum``."""
        super().__init__(parent)
        self.setObjectName("inset")
        self._sum = QHBoxLayout()
        self._sum.setSpacing(12)
        if warning.rule == SESSION_SPIKE.rule_id:
            _spike(self._sum, warning)
            edges = _spike_edges()
        else:
            _rest(self._sum, warning)
            edges = _rest_edges()
        self._edges = _thresholds(edges, warning.tier)
        self._upright = _upright()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(*MARGINS)
        self._parts.setSpacing(12)
        self._parts.addLayout(self._sum)
        self._parts.addStretch()
        self._parts.addWidget(self._upright)
        self._parts.addLayout(self._edges)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the width of the sum alone: the thresholds may stand under it."""
        hint = super().minimumSizeHint()
        return QSize(self._sum.sizeHint().width() + self._around_px(), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the thresholds under the sum where they do not fit beside it."""
        super().resizeEvent(event)
        needed = self._sum.sizeHint().width() + self._edges.sizeHint().width() + GAP_PX
        fits = needed + self._around_px() <= self.width()
        self._upright.setVisible(fits)
        self._parts.setDirection(
            QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        )

    def _around_px(self) -> int:
        """Return what margins and frame take of the width; the frame grows with the text."""
        return 2 * MARGINS[0] + self.width() - self.contentsRect().width()


def has_sum(warning: TrainingWarning) -> bool:
    """Whether a warning rests on a sum."""
    if warning.rule == SESSION_SPIKE.rule_id:
        return isinstance(warning.values.get("ratio"), float)
    return warning.code == "few-rest-days"


def _spike(row: QHBoxLayout, warning: TrainingWarning) -> None:
    def said(name: str) -> str:
        return wording.shown(name, warning.values[name])

    row.addLayout(_term(said("run_date"), said("distance_m"), under=_("this run")))
    row.addWidget(Label("÷", size=18, tone="muted"))
    row.addLayout(_term(_("longest of 30 days"), said("longest_m"), under=said("longest_date")))
    row.addWidget(Label("=", size=18, tone="muted"))
    longer = _("{percent} longer").format(percent=said("jump_percent"))
    row.addLayout(_term(_("ratio"), said("ratio"), under=longer, tone=TONES[warning.tier]))


def _rest(row: QHBoxLayout, warning: TrainingWarning) -> None:
    values = warning.values
    span = wording.day_range(_date(values["from_date"]), _date(values["to_date"]))
    window = wording.shown("window_days", values["window_days"])
    row.addLayout(_term(span, _("{number} days").format(number=window)))
    row.addWidget(Label(_("of them"), tone="muted"))
    row.addLayout(
        _term(
            _("without running or hard training"),
            wording.shown("rest_days", values["rest_days"]),
            under=_("rest days"),
            tone=TONES[warning.tier],
        )
    )


def _spike_edges() -> list[tuple[str, Tier | None, str]]:
    limits = SESSION_SPIKE.thresholds
    watch, act = f"{limits['watch_ratio']:.2f}", f"{limits['act_ratio']:.2f}"
    return [
        (_("up to {ratio}").format(ratio=watch), None, _("no warning")),
        (_("over {ratio}").format(ratio=watch), Tier.WATCH, _("watch, if 1 km more")),
        (_("over {ratio}").format(ratio=act), Tier.ACT, _("act")),
    ]


def _rest_edges() -> list[tuple[str, Tier | None, str]]:
    few, enough = FEW_REST_DAYS, ENOUGH_REST_DAYS
    return [
        (_("{number} or more").format(number=enough), None, _("no warning")),
        (_("{fewest} to {most}").format(fewest=few, most=enough - 1), Tier.INFO, _("info")),
        (_("under {number}").format(number=few), Tier.WATCH, _("watch")),
        (_("under {number}, and pain").format(number=few), Tier.ACT, _("act")),
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


def _date(value: object) -> date:
    if not isinstance(value, date):
        msg = f"{value!r} is no day"
        raise TypeError(msg)
    return value
