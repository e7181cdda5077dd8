"""Getting about: pages, menus, keys, drops, and what stays in view."""

from __future__ import annotations

import subprocess
import sys
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from runadvisor.gui.main_window import COMPACT_BELOW_PX
from runadvisor.gui.page_set import PAGES
from runadvisor.gui.widgets.page import Page
from tests.gui.conftest import WAIT_MS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window


def _dropped(path: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(QPoint(300, 300)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.data = data  # pyright: ignore[reportAttributeAccessIssue] - the event only borrows it
    return event


def _shown_page(window: MainWindow) -> str:
    in_front = window._page_stack.currentWidget()
    assert isinstance(in_front, Page)
    return in_front.key


def test_an_empty_history_opens_on_the_page_with_two_choices(
    window: Window, tmp_path: Path
) -> None:
    shown = window(history=tmp_path / "new.runadvisor")
    assert shown.first_start.isVisible()
    assert shown.first_start.unwell.isVisible()
    shown.first_start.unwell.click()
    assert _shown_page(shown) == "unwell"


def test_the_sample_says_that_nothing_of_it_is_kept(window: Window) -> None:
    shown = window()
    assert "invented runner" in shown.message_bar.accessibleName()


def test_every_page_of_the_rail_opens_by_its_action(window: Window, qtbot: QtBot) -> None:
    shown = window()
    for key, _name in chain(*PAGES):
        action = next(a for a in shown.actions() if a.data() == key)
        action.trigger()
        qtbot.waitUntil(lambda key=key: _shown_page(shown) == key)


class _Shown(QObject):
    """Keeps what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.add(type(watched).__name__)
        return False


def test_a_page_is_made_at_its_first_visit_and_nothing_flashes_up_beside_the_window(
    window: Window, qapp: QApplication
) -> None:
    seen = _Shown()
    qapp.installEventFilter(seen)
    shown = window()
    assert [page.key for page in shown.findChildren(Page)] == ["overview"]
    for key in shown.pages:
        shown.go_to(key)
    qapp.removeEventFilter(seen)
    assert {page.key for page in shown.findChildren(Page)} == set(shown.pages)
    assert seen.windows == {"MainWindow"}


def test_at_first_paint_nothing_is_loaded_that_only_pages_need() -> None:
    program = (
        "import sys, runadvisor.gui.main_window, runadvisor.gui.workspace;"
        "print([name for name in ('numpy', 'pandas', 'matplotlib') if name in sys.modules])"
    )
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1440, 900)])
def test_no_page_is_wider_than_the_window(
    window: Window, qtbot: QtBot, size: tuple[int, int]
) -> None:
    shown = window(size=size)
    for key, page in shown.pages.items():
        shown.go_to(key)
        qtbot.wait(20)
        for scroll in page.findChildren(QScrollArea):
            assert scroll.horizontalScrollBar().maximum() == 0, f"{key} at {size}"


def test_a_narrow_window_shows_the_rail_as_icons_with_the_words_as_tips(window: Window) -> None:
    shown = window(size=(COMPACT_BELOW_PX - 1, 800))
    item = shown.rail.findChildren(QAbstractButton)[0]
    assert item.text() == ""
    assert item.toolTip() == item.accessibleName() == "Overview"
    shown.resize(COMPACT_BELOW_PX + 1, 800)
    assert item.text() == "Overview"


def _is_in_choice(field: QLineEdit) -> bool:
    owner = field.parent()
    return owner is not None and owner.metaObject().className() == "QComboBox"


def test_every_control_says_what_it_is(window: Window) -> None:
    shown = window()
    for control in shown.findChildren(QAbstractButton) + shown.findChildren(QComboBox):
        named = control.accessibleName() or getattr(control, "text", str)()
        owner = control.parent()
        is_inner = owner is not None and owner.metaObject().className().startswith("QComboBox")
        assert named or is_inner or control.objectName().startswith("qt_"), control
    for field in shown.findChildren(QLineEdit):
        # The line inside a spin box, a date or a drop-down is named by what it is in.
        is_inner = field.objectName().startswith("qt_")
        assert field.accessibleName() or is_inner or _is_in_choice(field), field


def test_a_dropped_list_comes_in(
    window: Window, qtbot: QtBot, tmp_path: Path, runs_csv: Callable[..., Path]
) -> None:
    shown = window(history=tmp_path / "own.runadvisor")
    with qtbot.waitSignal(shown.workspace.import_finished, timeout=WAIT_MS) as came:
        shown.dropEvent(_dropped(runs_csv(5, 6, 7)))
    assert came.args is not None
    assert came.args[0].added == 3


def test_a_dropped_history_is_opened(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    shown = window()
    with qtbot.waitSignal(shown.workspace.opened, timeout=WAIT_MS):
        shown.dropEvent(_dropped(tmp_path / "other.runadvisor"))
    assert shown.workspace.path == tmp_path / "other.runadvisor"


def test_own_runs_never_land_among_the_invented_ones(
    window: Window, qtbot: QtBot, runs_csv: Callable[..., Path]
) -> None:
    shown = window()
    with qtbot.waitSignal(shown.workspace.import_finished, timeout=WAIT_MS):
        shown.import_files([runs_csv(5, 6)])
    assert not shown.workspace.is_sample
    assert shown.workspace.path is not None
    assert shown.workspace.path.name == "history.runadvisor"


def test_a_file_that_is_no_history_is_one_sentence_in_the_message_bar(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = window()
    other = tmp_path / "letter.runadvisor"
    other.write_text("Dear Sir or Madam, this is no database at all, as you can see here.")
    with qtbot.waitSignal(shown.workspace.failed, timeout=WAIT_MS):
        shown.workspace.open(other)
    assert "is not a RunAdvisor history" in shown.message_bar.accessibleName()
    assert shown.workspace.is_sample, "the history that was open stays open"
