"""A right click offers what the page offers for the thing under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QTableView, QWidget

from runadvisor.domain.plan import DayKind
from runadvisor.gui.pages.day_menu import DayMenu
from runadvisor.gui.pages.plan import PlanPage
from runadvisor.gui.pages.warnings import WarningsPage
from runadvisor.gui.widgets.button_menu import ButtonMenu, offer_menu
from tests.gui.conftest import WAIT_MS

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from tests.gui.conftest import Window


def right_click(on: QWidget, place: QPoint) -> None:
    ask(on, place, QContextMenuEvent.Reason.Mouse)


def menu_key(on: QWidget) -> None:
    ask(on, QPoint(), QContextMenuEvent.Reason.Keyboard)


def ask(on: QWidget, place: QPoint, reason: QContextMenuEvent.Reason) -> None:
    QApplication.sendEvent(on, QContextMenuEvent(reason, place, on.mapToGlobal(place)))


def action(menu: QMenu, words: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == words)


def test_a_planned_day_changes_its_kind_and_is_locked_from_its_menu(window: Window) -> None:
    shown = window()
    shown.go_to("plan")
    page = shown.pages["plan"]
    assert isinstance(page, PlanPage)
    assert shown.workspace.advice is not None
    tuesday = shown.workspace.advice.plan.days[1]
    right_click(page.grid, page.grid._cell_rect(0, 1).center().toPoint())
    menu = page.grid.findChild(DayMenu)
    assert menu is not None
    assert action(menu, "Easy").isChecked()
    action(menu, "Rest").trigger()
    menu.hide()
    changed = shown.workspace.advice.plan.days[1]
    assert (changed.date, changed.kind) == (tuesday.date, DayKind.REST)
    assert changed.is_locked
    menu_key(page.grid)
    again = page.grid.findChildren(DayMenu)[-1]
    action(again, "Unlock").trigger()
    again.hide()
    assert not shown.workspace.advice.plan.days[1].is_locked


def test_beside_the_days_there_is_no_menu(window: Window) -> None:
    shown = window()
    shown.go_to("plan")
    page = shown.pages["plan"]
    assert isinstance(page, PlanPage)
    right_click(page.grid, QPoint(5, 5))
    assert page.grid.findChild(DayMenu) is None


def test_a_warning_offers_at_the_mouse_what_its_panel_does(window: Window, qtbot: QtBot) -> None:
    shown = window()
    shown.go_to("warnings")
    page = shown.pages["warnings"]
    assert isinstance(page, WarningsPage)
    right_click(page.rows.viewport(), page.rows.visualRect(page.rows.currentIndex()).center())
    menu = page.rows.findChild(ButtonMenu)
    assert menu is not None
    assert [each.text() for each in menu.actions()] == [
        "Seen",
        "Note",
        "Put aside",
        "Print this warning",
        "Read more in the guide",
    ]
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        action(menu, "Seen").trigger()
    assert shown.workspace.advice is not None
    assert [mark.seen_on is not None for mark in shown.workspace.advice.marks.values()] == [True]


def test_what_cannot_be_pressed_cannot_be_chosen(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    button = QPushButton("Put aside", parent)
    button.setEnabled(False)
    menu = ButtonMenu([button], parent)
    assert not action(menu, "Put aside").isEnabled()


def test_below_the_rows_there_is_no_menu(qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    offer_menu(view, list)
    right_click(view.viewport(), QPoint(3, 3))
    assert view.findChild(ButtonMenu) is None
