"""Every print, seen before it is printed; choices are remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton

from runadvisor.gui.pages.exercises import ExercisesPage
from runadvisor.gui.pages.print_page import PrintPage
from runadvisor.gui.pages.warnings import WarningsPage
from runadvisor.gui.print_order import PrintOrder, What
from runadvisor.printout.choices import Section, choices_of
from tests.gui.conftest import WAIT_MS

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window


def _page(shown: MainWindow) -> PrintPage:
    page = shown.pages["print"]
    assert isinstance(page, PrintPage)
    return page


def _sheets(page: PrintPage) -> list[str]:
    labels = page.findChildren(QLabel, "sheet")
    return [label.accessibleName() for label in labels if not label.isHidden()]


def test_a_warning_and_a_block_come_to_paper_from_their_own_pages(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = window()
    page = _page(shown)
    shown.go_to("warnings")
    warnings = shown.pages["warnings"]
    assert isinstance(warnings, WarningsPage)
    qtbot.waitUntil(
        lambda: any(
            button.accessibleName() == "Print this warning"
            for button in warnings.why.findChildren(QPushButton)
        ),
        timeout=WAIT_MS,
    )
    next(
        button
        for button in warnings.why.findChildren(QPushButton)
        if button.accessibleName() == "Print this warning"
    ).click()
    assert page.options.order().what is What.WARNING
    assert page.options.what.currentText() == "One warning"
    qtbot.waitUntil(lambda: _sheets(page) == ["Page 1 of 1"], timeout=WAIT_MS)

    shown.go_to("exercises")
    exercises = shown.pages["exercises"]
    assert isinstance(exercises, ExercisesPage)
    exercises.which.choose("hip-core-25")
    exercises.paper.click()
    assert page.options.order() == PrintOrder(
        What.BLOCK, block=shown.workspace.catalog.templates["hip-core-25"]
    )
    assert page.options.what.findData(What.WARNING.value) == -1

    for suffix, start in ((".html", b"<!DOCTYPE html>"), (".txt", b"HIP & CORE 25")):
        target = tmp_path / f"block{suffix}"
        page.save(target)
        qtbot.waitUntil(lambda target=target: str(target) in page.done.text(), timeout=WAIT_MS)
        assert target.read_bytes().startswith(start)


def test_what_is_chosen_is_kept_and_drawn(window: Window, qtbot: QtBot) -> None:
    shown = window()
    shown.go_to("print")
    page = _page(shown)
    qtbot.waitUntil(lambda: _sheets(page) == ["Page 1 of 2", "Page 2 of 2"], timeout=WAIT_MS)

    for box in page.options.parts.values():
        box.click()
    page.options.margin.setCurrentIndex(page.options.margin.findData("wide"))
    page.options.shows_name.click()

    choices = choices_of(shown.workspace.settings)
    assert choices.sections == frozenset()
    assert (choices.margin.value, choices.shows_name) == ("wide", False)
    assert not page.options.name.isEnabled()
    qtbot.waitUntil(lambda: _sheets(page) == ["Page 1 of 1"], timeout=WAIT_MS)

    page.options.what.setCurrentIndex(page.options.what.findData(What.REVIEW.value))
    assert not page.options.parts[Section.DIARY].isVisible()
    qtbot.waitUntil(lambda: _sheets(page) == ["Page 1 of 1"], timeout=WAIT_MS)
