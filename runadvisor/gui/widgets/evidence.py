"""Tier and evidence grade: always a shape and a word, never colour alone."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from runadvisor import wording
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.gui.theme import current_theme, scaled, text_scale
from runadvisor.gui.widgets.labels import Label

if TYPE_CHECKING:
    from runadvisor.gui.theme import Theme

TONES = {
    Tier.INFO: "info",
    Tier.WATCH: "watch",
    Tier.ACT: "act",
    Tier.STOP_RUN: "stop",
    Tier.LOCK: "stop",
}
BARRED_FROM_PX = 24
"""A stop this large carries the bar of a no-entry sign."""
_FILLED_DOTS = {EvidenceGrade.STRONG: 3, EvidenceGrade.MODERATE: 2, EvidenceGrade.WEAK: 1}


def paint_tier(painter: QPainter, rect: QRectF, tier: Tier | None, theme: Theme) -> None:
    """Paint the shape of a tier: round, triangle, diamond, octagon; ``None`` is all well."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    tone = "ok" if tier is None else TONES[tier]
    painter.setBrush(QColor(getattr(theme, tone)))
    centre, half = rect.center(), min(rect.width(), rect.height()) / 2
    if tier is None:
        painter.drawEllipse(centre, half, half)
        painter.setPen(QPen(QColor(theme.surface), half * 0.28))
        painter.drawPolyline(
            QPolygonF(
                [
                    centre + QPointF(-0.45 * half, 0.02 * half),
                    centre + QPointF(-0.1 * half, 0.36 * half),
                    centre + QPointF(0.46 * half, -0.34 * half),
                ]
            )
        )
    elif tier is Tier.INFO:
        painter.drawEllipse(centre, half * 0.62, half * 0.62)
    elif tier is Tier.WATCH:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(centre.x(), rect.top()),
                    QPointF(centre.x() + half, rect.bottom()),
                    QPointF(centre.x() - half, rect.bottom()),
                ]
            )
        )
    else:
        corners = 4 if tier is Tier.ACT else 8
        turn = 0.0 if tier is Tier.ACT else math.pi / 8
        painter.drawPolygon(
            QPolygonF(
                [
                    centre
                    + QPointF(
                        half * math.cos(turn + 2 * math.pi * k / corners),
                        half * math.sin(turn + 2 * math.pi * k / corners),
                    )
                    for k in range(corners)
                ]
            )
        )
        if corners == 8 and half >= BARRED_FROM_PX / 2:  # noqa: PLR2004 - the octagon
            painter.setBrush(QColor(theme.surface))
            bar = QRectF(0, 0, half * 0.95, half * 0.26)
            bar.moveCenter(centre)
            painter.drawRoundedRect(bar, half * 0.06, half * 0.06)
    painter.restore()


def grade_size(grade: EvidenceGrade) -> QSize:
    """Return how much room the dots of a grade take."""
    return QSize(10 if grade is EvidenceGrade.CONTESTED else 34, 10)


def paint_grade(painter: QPainter, grade: EvidenceGrade, theme: Theme) -> None:
    """Paint the dots of a grade from the upper left corner: three, or one half filled."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(theme.muted)
    painter.setPen(QPen(ink, 1.4))
    if grade is EvidenceGrade.CONTESTED:
        painter.drawEllipse(QRectF(1, 1, 8, 8))
        painter.setBrush(ink)
        painter.drawPie(QRectF(1, 1, 8, 8), 90 * 16, 180 * 16)
    else:
        for number in range(3):
            filled = number < _FILLED_DOTS.get(grade, 0)
            painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(1 + 12 * number, 1, 8, 8))
    painter.restore()


class TierMark(QWidget):
    """The shape of a tier; ``None`` shows the tick of all well."""

    def __init__(self, tier: Tier | None, px: int = 14, parent: QWidget | None = None) -> None:
        """Show a shape of ``px`` pixels at 100 % text size."""
        super().__init__(parent)
        self._tier = tier
        self.setFixedSize(QSize(scaled(px), scaled(px)))

    def set_tier(self, tier: Tier | None) -> None:
        """Change the tier."""
        self._tier = tier
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the shape."""
        painter = QPainter(self)
        paint_tier(painter, QRectF(self.rect()), self._tier, current_theme())
        painter.end()


class TierChip(QWidget):
    """Shape and word of a tier on its tint."""

    def __init__(self, tier: Tier, parent: QWidget | None = None) -> None:
        """Show a tier."""
        super().__init__(parent)
        self._tier = tier
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 12, 4)
        row.setSpacing(6)
        row.addWidget(TierMark(tier, 13))
        row.addWidget(Label(wording.tier_word(tier), size=12, weight=600, tone=TONES[tier]))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the tint behind shape and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(current_theme(), f"{TONES[self._tier]}_tint")))
        half = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), half, half)
        painter.end()


class GradeDots(QWidget):
    """Three dots and the words of an evidence grade."""

    def __init__(
        self, grade: EvidenceGrade, *, words: str = "", parent: QWidget | None = None
    ) -> None:
        """Show a grade; other ``words`` stand in for its own."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_Dots(grade))
        row.addWidget(Label(words or wording.grade_words(grade), size=12, tone="muted"))


class _Dots(QWidget):
    def __init__(self, grade: EvidenceGrade) -> None:
        super().__init__()
        self._grade = grade
        self.setFixedSize(grade_size(grade) * text_scale())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.scale(text_scale(), text_scale())
        paint_grade(painter, self._grade, current_theme())
        painter.end()
