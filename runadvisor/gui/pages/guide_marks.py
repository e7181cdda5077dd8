"""The small marks in a page of the guide: dots of a grade, shape of a verdict, the stop sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPen,
    QPolygonF,
    QTextCharFormat,
    QTextDocument,
    QTextImageFormat,
)

from runadvisor.domain.guide import Verdict
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.gui.widgets.evidence import grade_size, paint_grade, paint_tier

if TYPE_CHECKING:
    from collections.abc import Callable

    from runadvisor.gui.theme import Theme

    _Paint = Callable[[QPainter, Theme], None]

VERDICT_TONES = {Verdict.KEPT: "ok", Verdict.PARTLY: "info", Verdict.OUTDATED: "act"}
MARK_PX = 14


def add_mark(document: QTextDocument, name: str, theme: Theme, pixel_ratio: float) -> None:
    """Make a mark known to a document, sharp at a pixel ratio; once is enough.

    Raises:
        KeyError: There is no mark of that name.
    """
    url = QUrl(f"mark:{name}")
    if document.resource(QTextDocument.ResourceType.ImageResource.value, url) is not None:
        return
    size, paint = _MARKS[name]
    image = QImage(size * pixel_ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(pixel_ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, theme)
    painter.end()
    document.addResource(QTextDocument.ResourceType.ImageResource.value, url, image)


def mark_format(name: str) -> QTextImageFormat:
    """Return the format that puts a mark into a line of text."""
    size, _ = _MARKS[name]
    image = QTextImageFormat()
    image.setName(f"mark:{name}")
    image.setWidth(size.width())
    image.setHeight(size.height())
    image.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return image


def _grade(grade: EvidenceGrade) -> tuple[QSize, _Paint]:
    return grade_size(grade), lambda painter, theme: paint_grade(painter, grade, theme)


def _stop(painter: QPainter, theme: Theme) -> None:
    paint_tier(painter, QRectF(0, 0, MARK_PX, MARK_PX), Tier.STOP_RUN, theme)


def _tick(painter: QPainter, theme: Theme) -> None:
    painter.setPen(_pen(theme.ok))
    painter.drawPolyline(QPolygonF([QPointF(2.5, 7.5), QPointF(5.5, 10.5), QPointF(11.5, 3.5)]))


def _cross(painter: QPainter, colour: str) -> None:
    painter.setPen(_pen(colour))
    painter.drawLine(QPointF(3, 3), QPointF(11, 11))
    painter.drawLine(QPointF(3, 11), QPointF(11, 3))


def _half(painter: QPainter, theme: Theme) -> None:
    circle = QRectF(2, 2, 10, 10)
    painter.setPen(_pen(theme.info))
    painter.drawEllipse(circle)
    painter.setBrush(QColor(theme.info))
    painter.drawPie(circle, 90 * 16, 180 * 16)


def _pen(colour: str) -> QPen:
    return QPen(QColor(colour), 1.9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


_SQUARE = QSize(MARK_PX, MARK_PX)
_MARKS: dict[str, tuple[QSize, _Paint]] = {
    **{grade.value: _grade(grade) for grade in EvidenceGrade},
    "stop": (_SQUARE, _stop),
    "tick": (_SQUARE, _tick),
    "cross": (_SQUARE, lambda painter, theme: _cross(painter, theme.muted)),
    Verdict.KEPT.value: (_SQUARE, _tick),
    Verdict.PARTLY.value: (_SQUARE, _half),
    Verdict.OUTDATED.value: (_SQUARE, lambda painter, theme: _cross(painter, theme.act)),
}
