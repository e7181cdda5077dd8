"""The numbers of a warning, named, and the numbers of its rule they are held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.threshold_field import threshold_words
from runadvisor.language import _
from runadvisor.warning.rules import RULES
from runadvisor.warning.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.rule_settings import RuleSettings
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.warning.sums import Term

_DEFAULTS = {rule.rule_id: rule.thresholds for rule in RULES}


class TermsTable(QFrame):
    """Two lists side by side: what was counted, and from where on it counts."""

    def __init__(
        self,
        warning: TrainingWarning,
        terms: Sequence[Term],
        settings: RuleSettings,
        parent: QWidget | None = None,
    ) -> None:
        """Lay out the terms of a warning."""
        super().__init__(parent)
        self.setObjectName("inset")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(24)
        row.addLayout(
            _pairs([(_(term.label), wording.shown(term.name, term.value)) for term in terms]), 1
        )
        edges = _edges(warning.rule, settings)
        if edges:
            upright = QFrame()
            upright.setObjectName("hairline")
            upright.setFixedWidth(1)
            row.addWidget(upright)
            row.addLayout(_pairs(edges), 1)


def _edges(rule_id: str, settings: RuleSettings) -> list[tuple[str, str]]:
    at = {**_DEFAULTS[rule_id], **settings.thresholds.get(rule_id, {})}
    return [
        (_(field.label), threshold_words(field, at[name]))
        for name, field in THRESHOLDS.get(rule_id, {}).items()
    ]


def _pairs(pairs: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    for line, (label, number) in enumerate(pairs):
        grid.addWidget(Label(label, size=12, tone="muted", wrap=True), line, 0)
        grid.addWidget(Label(number, weight=600, tabular=True), line, 1)
    grid.setRowStretch(len(pairs), 1)
    return grid
