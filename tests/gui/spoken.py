"""What a window says, and which words of it no translator was ever given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from runadvisor.wording import country_name, customs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog

_WORD = re.compile(r"[A-Za-z]{2,}")
_FILE = re.compile(r"\S*[/\\]\S+\.\w{2,5}\b")
"""A path on the runner's disk."""
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
UNITS = frozenset({"km", "mi", "ft", "min", "bpm", "AU", "kB", "MB", "GB"})
"""Symbols, the same in every language."""
NAMES = frozenset(
    {"RunAdvisor", "Qt", "PySide", "MIT", "English", "Ctrl", "Alt", "Shift"}
) | frozenset({"Garmin", "Connect", "Strava"})
"""What is called so everywhere: products, keys, a language in its own words."""
CALENDAR = frozenset(
    part for word in (*customs._WEEKDAYS, *customs._MONTHS) for part in (word, word[:3])
)
"""Told by the tables of the locale, not by a translator; English in the pseudo-locale."""


def escaped(text: str, known: Iterable[str] = ()) -> list[str]:
    """Return the words of a text that stand outside every translated sentence."""
    while _MARKED.search(text):
        text = _MARKED.sub(" ", text)
    text = _FILE.sub(" ", text)
    for name in known:
        text = text.replace(name, " ")
    return [word for word in _WORD.findall(text) if word not in UNITS | NAMES | CALENDAR]


def own_words(catalog: Catalog, advice: Advice) -> list[str]:
    """Return what no translator gets: the runner's own words, titles, names of countries."""
    words = [part for each in catalog.citations.values() for part in (each.full, each.short)]
    words += [activity.name for activity in advice.activities if activity.name]
    words += [advice.athlete.name or "", advice.athlete.home_zone or ""]
    words += [country_name(code) for code in catalog.call_numbers]
    return sorted(filter(None, words), key=len, reverse=True)


def said(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Yield everything that a window shows, hints at or tells a screen reader."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.objectName().startswith("qt_"):
            continue
        for text in (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()):
            yield widget, text
        for text in _own_text(widget):
            yield widget, text
    for action in root.actions():
        yield root, action.text()


def _own_text(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QComboBox():
            yield from (widget.itemText(row) for row in range(widget.count()))
        case QLineEdit():
            yield widget.placeholderText()
        case QTextEdit() | QPlainTextEdit():
            yield widget.toPlainText()
        case QAbstractItemView():
            yield from _cells(widget)
        case _:
            pass


def _cells(view: QAbstractItemView, under: QModelIndex | None = None) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    parent = QModelIndex() if under is None else under
    for row in range(min(model.rowCount(parent), 40)):
        # Qt keeps the columns of a list to itself: there is one.
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                text = model.data(index, role)
                if isinstance(text, str):
                    yield text
            if column == 0:
                yield from _cells(view, index)


def cut(root: QWidget) -> Iterator[str]:
    """Yield what is not shown whole: labels and buttons smaller than their words."""
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, (QLabel, QAbstractButton)) or not widget.isVisible():
            continue
        text = widget.text()
        if not text:
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            is_cut = widget.heightForWidth(widget.width()) > widget.height() + 1
        else:
            is_cut = widget.minimumSizeHint().width() > widget.width() + 1
        if is_cut:
            yield text
