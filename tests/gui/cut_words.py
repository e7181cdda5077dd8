"""Words of a window that do not fit where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

SLACK_PX = 2
"""Rounding of font metrics."""


def cut_words(page: QWidget) -> list[str]:
    """Return what is cut off, each with by how many pixels; pages scroll, but never sideways."""
    found = [
        f"{_words(widget)!r} lacks {short} px {way}"
        for widget in _texts(page)
        for way, short in _short_of(widget)
        if short > SLACK_PX
    ]
    return sorted(found)


def _texts(page: QWidget) -> Iterator[QWidget]:
    for kind in (QLabel, QAbstractButton):
        for widget in page.findChildren(kind):
            if widget.isVisibleTo(page) and widget.width() and _words(widget):
                yield widget


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""


def _short_of(widget: QWidget) -> Iterator[tuple[str, int]]:
    if isinstance(widget, QLabel) and widget.wordWrap():
        yield "down", widget.heightForWidth(widget.width()) - widget.height()
        longest = max(widget.text().split(), key=len, default="")
        yield "across", widget.fontMetrics().horizontalAdvance(longest) - widget.width()
    elif isinstance(widget, QLabel):
        yield "across", widget.sizeHint().width() - widget.width()
        yield "down", widget.sizeHint().height() - widget.height()
    elif isinstance(widget, (QPushButton, QCheckBox, QRadioButton)):
        needed = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
        yield "across", needed - widget.width()
        yield (
            "down",
            widget.fontMetrics().tightBoundingRect(widget.text()).height() - widget.height(),
        )
