"""Every page by keyboard and for a screen reader: names, order, focus that is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)
from shiboken6 import isValid

from runadvisor.gui.theme import TEXT_VARIABLE, apply_theme, text_scale
from tests.gui.cut_words import cut_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window

MOST_STEPS = 400
"""More than any page has controls."""
SETTLE_MS = 150
MOST_TURNS = 20
EDITED = (QAbstractSpinBox, QComboBox)
"""Their inner line edit has the focus in their place."""


@pytest.fixture
def shown(window: Window) -> MainWindow:
    return window(size=(1440, 900))


def _controls(page: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(page)
        and widget.isEnabled()
        and not isinstance(widget.parent(), EDITED)
    ]


def _name(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return "" if found is None else found.text(QAccessible.Text.Name)


def _told(widget: QWidget) -> str:
    text = getattr(widget, "text", str)
    return f"{type(widget).__name__} {widget.objectName()!r} {text()!r}"


def _pages(shown: MainWindow, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    for key, page in shown.pages.items():
        shown.go_to(key)
        qtbot.wait(SETTLE_MS)
        yield key, page


def test_every_control_has_a_name_and_is_reached_by_tab(shown: MainWindow, qtbot: QtBot) -> None:
    nameless: list[str] = []
    unreached: list[str] = []
    for key, page in _pages(shown, qtbot):
        controls = _controls(page)
        assert controls, key
        nameless += [f"{key}: {_told(widget)}" for widget in controls if not _name(widget)]
        reached = _reached_by_tab(shown)
        unreached += [f"{key}: {_told(w)}" for w in controls if not _is_among(w, reached)]
    assert not nameless, "\n".join(nameless)
    assert not unreached, "\n".join(unreached)


def _reached_by_tab(shown: MainWindow) -> set[QWidget]:
    """Press Tab until the focus is where it was before."""
    shown.activateWindow()
    shown.rail.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Tab)
    reached: list[QWidget] = []
    for _step in range(MOST_STEPS):
        focused = QApplication.focusWidget()
        # A date takes several steps of its own: day, month, year.
        if focused is None or focused in reached[:-1]:
            break
        if focused not in reached:
            reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return set(reached)


def _is_among(widget: QWidget, reached: set[QWidget]) -> bool:
    # Of buttons of which one is on, Tab stops at that one, and arrows lead to the others.
    group = getattr(widget, "group", lambda: None)()
    if group is not None and group.exclusive():
        return any(button in reached for button in group.buttons())
    return widget in reached or any(widget.isAncestorOf(other) for other in reached)


@pytest.mark.slow
def test_the_focus_is_seen_wherever_it_is(shown: MainWindow, qtbot: QtBot) -> None:
    unseen: list[str] = []
    for key, page in _pages(shown, qtbot):
        for widget in _controls(page):
            # Rows show the current one, a page that scrolls its own frame; and a page may have
            # made its controls anew when another of them got the focus.
            if not isValid(widget) or isinstance(widget, (QAbstractItemView, QAbstractScrollArea)):
                continue
            shown.rail.setFocus()
            QApplication.processEvents()
            before = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            if isValid(widget) and widget.hasFocus() and widget.grab().toImage() == before:
                unseen.append(f"{key}: {_told(widget)}")
    assert not unseen, "\n".join(unseen)


def test_the_tree_a_screen_reader_walks_is_whole(shown: MainWindow, qtbot: QtBot) -> None:
    root = QAccessible.queryAccessibleInterface(shown)
    assert root is not None
    for key, _page in _pages(shown, qtbot):
        walked = list(_walk(root))
        assert len(walked) > 20, key
        pressed = [each for each in walked if each.role() == QAccessible.Role.Button]
        lacking = [each for each in pressed if not each.text(QAccessible.Text.Name)]
        assert lacking == [], key
        # Each line of text on the page is in the tree.
        said = {each.text(QAccessible.Text.Name) for each in walked}
        for label in _page.findChildren(QLabel):
            if label.isVisibleTo(shown) and label.text():
                assert label.text() in said or label.accessibleName() in said, (key, label.text())


def _walk(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield root
    for number in range(root.childCount()):
        child = root.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from _walk(child)


@pytest.fixture
def _twice_as_large(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    monkeypatch.setenv(TEXT_VARIABLE, "200")
    text_scale.cache_clear()
    apply_theme(qapp)
    yield
    monkeypatch.delenv(TEXT_VARIABLE)
    text_scale.cache_clear()
    apply_theme(qapp)


@pytest.mark.slow
@pytest.mark.usefixtures("_twice_as_large")
def test_text_twice_as_large_loses_nothing(window: Window, qtbot: QtBot) -> None:
    shown = window(size=(1440, 900))
    cut: list[str] = []
    for key, page in _pages(shown, qtbot):
        # A page that fills itself lays itself out a moment later.
        for _turn in range(MOST_TURNS):
            if not cut_words(page):
                break
            qtbot.wait(SETTLE_MS)
        cut += [f"{key}: {words}" for words in cut_words(page)]
    assert not cut, "\n".join(cut)
