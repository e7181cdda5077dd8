"""Our line icons in any colour, sharp at any scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from runadvisor.assets import asset
from runadvisor.gui.theme import scaled

_SCALES = (1.0, 2.0, 3.0)


@lru_cache(maxsize=128)
def icon(name: str, colour: str, px: int = 20) -> QIcon:
    """Return an icon of ``resources/icons`` drawn in a colour, ``px`` wide at 100 % text size.

    Raises:
        FileNotFoundError: There is no icon of that name.
    """
    drawing = asset("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    made = QIcon()
    width = scaled(px)
    for scale in _SCALES:
        pixmap = QPixmap(round(width * scale), round(width * scale))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        made.addPixmap(pixmap)
    return made
