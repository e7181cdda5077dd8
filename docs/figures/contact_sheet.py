"""All drawings on one picture, at the size of a card and of paper, to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from docs.figures.exercises import drawings
from runadvisor.charts.exercise_drawing import DARK, LIGHT, PRINT, exercise_drawing

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = 5
CARD_PX = 346
"""Width of a drawing on its card."""
PAPER_PX = 236
"""3 cm a position at 100 dots an inch."""
GAP_PX = 22
SCALE = 2


def write_sheet(path: Path) -> None:
    """Write light, dark and print under each other as one picture."""
    application = QGuiApplication.instance() or QGuiApplication([])
    names = [drawing.exercise_id for drawing in drawings()]
    looks = ((LIGHT, CARD_PX), (DARK, CARD_PX), (PRINT, PAPER_PX))
    parts = [_part(names, colours, width) for colours, width in looks]
    whole = QImage(
        max(part.width() for part in parts),
        sum(part.height() for part in parts),
        QImage.Format.Format_RGB32,
    )
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    y = 0
    for part in parts:
        painter.drawImage(0, y, part)
        y += part.height()
    painter.end()
    whole.save(str(path))
    del application


def _part(names: list[str], colours, width: int) -> QImage:  # noqa: ANN001 - a record of charts
    renderers = [
        QSvgRenderer(QByteArray(exercise_drawing(name, colours).encode())) for name in names
    ]
    heights = [width * r.viewBoxF().height() / r.viewBoxF().width() for r in renderers]
    rows = range(0, len(names), COLUMNS)
    row_heights = [max(heights[at : at + COLUMNS]) + 2 * GAP_PX for at in rows]
    image = QImage(
        round(COLUMNS * (width + GAP_PX) * SCALE),
        round(sum(row_heights) * SCALE),
        QImage.Format.Format_RGB32,
    )
    image.fill(QColor(colours.gap))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE, SCALE)
    font = QFont()
    font.setPixelSize(11)
    painter.setFont(font)
    painter.setPen(QColor(colours.guide))
    y = 0.0
    for row, row_height in zip(rows, row_heights, strict=True):
        y += row_height
        for column, at in enumerate(range(row, min(row + COLUMNS, len(names)))):
            x = column * (width + GAP_PX) + GAP_PX / 2
            painter.drawText(round(x), round(y - row_height + 14), names[at])
            bottom = y - GAP_PX / 2
            renderers[at].render(painter, QRectF(x, bottom - heights[at], width, heights[at]))
    painter.end()
    return image
