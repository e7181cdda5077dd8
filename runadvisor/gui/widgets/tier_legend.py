"""Shape and word of each tier in a row, beside a chart."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from runadvisor import wording
from runadvisor.domain.warning import Tier
from runadvisor.gui.widgets.evidence import TONES, TierMark
from runadvisor.gui.widgets.labels import Label

MARK_PX = 12


def tier_legend() -> QHBoxLayout:
    """Return the tiers a rule of load can have, weakest first."""
    row = QHBoxLayout()
    row.setSpacing(6)
    for tier in (Tier.INFO, Tier.WATCH, Tier.ACT):
        row.addSpacing(8)
        row.addWidget(TierMark(tier, MARK_PX))
        row.addWidget(Label(wording.tier_word(tier), size=12, tone=TONES[tier]))
    return row
