"""What each page shows is what the core advised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from runadvisor import wording
from runadvisor.gui.pages.import_page import ImportPage
from runadvisor.gui.pages.plan import PlanPage
from runadvisor.gui.pages.print_page import PrintPage
from runadvisor.gui.pages.warnings import WarningsPage
from tests.gui.conftest import WAIT_MS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from runadvisor.advisor import Advice
    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window


def _words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _advice(window: MainWindow) -> Advice:
    assert window.workspace.advice is not None
    return window.workspace.advice


def _press(page: QWidget, text: str) -> None:
    button = next(b for b in page.findChildren(QPushButton) if b.text() == text and b.isVisible())
    button.click()


def test_the_overview_says_the_strongest_warning_and_its_limit(window: Window) -> None:
    shown = window()
    warning = _advice(shown).standing[0]
    words = _words(shown.pages["overview"])
    assert wording.sentence(warning.message) in words
    assert wording.distance(15_400) in words


def test_why_leads_to_the_warnings_and_see_plan_to_the_plan(window: Window) -> None:
    shown = window()
    _press(shown.pages["overview"], "Why?")
    assert shown.pages["warnings"].isVisible()
    _press(shown.pages["warnings"], "See plan")
    assert shown.pages["plan"].isVisible()


def test_the_why_panel_holds_the_sum_the_advice_and_the_source(window: Window) -> None:
    shown = window()
    shown.go_to("warnings")
    warning = _advice(shown).standing[0]
    words = _words(shown.pages["warnings"])
    for part in ("17.4 km", "14.0 km", "1.24", "Frandsen", wording.sentence(warning.not_shown)):
        assert part in words
    for line in warning.advice:
        assert wording.sentence(line) in words


def test_all_lists_every_warning_of_the_history(window: Window) -> None:
    shown = window()
    page = shown.pages["warnings"]
    assert isinstance(page, WarningsPage)
    shown.go_to("warnings")
    _press(page, f"All {len(_advice(shown).raised)}")
    assert page.model.rowCount() == len(_advice(shown).raised)


def test_a_calm_history_has_no_warning_card(
    window: Window, qtbot: QtBot, tmp_path: Path, runs_csv: Callable[..., Path]
) -> None:
    shown = window(history=tmp_path / "calm.runadvisor")
    with qtbot.waitSignal(shown.workspace.import_finished, timeout=WAIT_MS):
        shown.import_files([runs_csv(*[6.0] * 20)])
    qtbot.waitUntil(lambda: bool(_advice(shown).activities), timeout=WAIT_MS)
    shown.go_to("overview")
    assert "Nothing stands against running as you do." in _words(shown.pages["overview"])


def test_arrow_keys_move_between_the_days_of_the_plan(window: Window, qtbot: QtBot) -> None:
    shown = window()
    shown.go_to("plan")
    page = shown.pages["plan"]
    assert isinstance(page, PlanPage)
    first, second = _advice(shown).plan.days[:2]
    page.grid.choose(first.date)
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: wording.long_day(second.date) in _words(page.panel))


def test_more_weeks_are_drafted_when_asked_for(window: Window, qtbot: QtBot) -> None:
    shown = window()
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        shown.workspace.set_weeks(6)
    assert len(_advice(shown).plan.days) == 42


def test_the_preview_shows_both_pages_and_the_pdf_is_written(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = window()
    shown.go_to("print")
    page = shown.pages["print"]
    assert isinstance(page, PrintPage)
    qtbot.waitUntil(
        lambda: (
            {"Page 1 of 2", "Page 2 of 2"}
            <= {label.accessibleName() for label in page.findChildren(QLabel)}
        ),
        timeout=WAIT_MS,
    )
    target = tmp_path / "plan.pdf"
    page.save(target)
    qtbot.waitUntil(lambda: str(target) in page.done.text(), timeout=WAIT_MS)
    assert target.read_bytes().startswith(b"%PDF")


def test_an_import_ends_in_one_sentence_with_counts(
    window: Window, qtbot: QtBot, tmp_path: Path, runs_csv: Callable[..., Path]
) -> None:
    shown = window(history=tmp_path / "own.runadvisor")
    bad = tmp_path / "notes.gpx"
    bad.write_text("not a track")
    with qtbot.waitSignal(shown.workspace.import_finished, timeout=WAIT_MS):
        shown.import_files([runs_csv(5, 6, 7), bad])
    page = shown.pages["import"]
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: page.sentence != "", timeout=WAIT_MS)
    assert page.sentence == "3 runs of 2026. 1 needs a look."
    assert "notes.gpx" in "\n".join(_table_words(page))


def _table_words(page: ImportPage) -> list[str]:
    from PySide6.QtWidgets import QAbstractItemView  # noqa: PLC0415 - used here alone

    return [
        str(view.model().index(row, column).data())
        for view in page.findChildren(QAbstractItemView)
        if view.model() is not None
        for row in range(view.model().rowCount())
        for column in range(view.model().columnCount())
    ]


def test_a_cancelled_import_keeps_what_is_in(
    window: Window, qtbot: QtBot, tmp_path: Path, runs_csv: Callable[..., Path]
) -> None:
    shown = window(history=tmp_path / "own.runadvisor")
    files = [runs_csv(5 + number, name=f"{number}.csv") for number in range(9)]
    workspace = shown.workspace
    # In the thread that imports: the next file is not begun.
    workspace.import_progress.connect(
        lambda _: workspace.cancel_import(), Qt.ConnectionType.DirectConnection
    )
    with qtbot.waitSignal(workspace.import_finished, timeout=WAIT_MS) as came:
        shown.import_files(files)
    assert came.args is not None
    report = came.args[0]
    assert report.was_cancelled
    assert 1 <= report.files < len(files)
    qtbot.waitUntil(lambda: len(_advice(shown).activities) == report.added > 0, timeout=WAIT_MS)


@pytest.mark.parametrize("which", ["standing", "all"])
def test_the_list_of_warnings_is_a_sound_model(
    window: Window, qtmodeltester: ModelTester, which: str
) -> None:
    shown = window()
    page = shown.pages["warnings"]
    assert isinstance(page, WarningsPage)
    shown.go_to("warnings")
    counts = {"standing": len(_advice(shown).standing), "all": len(_advice(shown).raised)}
    _press(page, f"{which.capitalize()} {counts[which]}")
    qtmodeltester.check(page.model)


@pytest.mark.slow
def test_every_warning_of_the_history_can_be_explained(window: Window) -> None:
    shown = window()
    page = shown.pages["warnings"]
    assert isinstance(page, WarningsPage)
    shown.go_to("warnings")
    _press(page, f"All {len(_advice(shown).raised)}")
    for warning in _advice(shown).raised:
        page.select(warning)
        words = "\n".join(label.text() for label in page.why.findChildren(QLabel))
        assert wording.sentence(warning.title) in words
        for line in warning.advice:
            assert wording.sentence(line) in words
        for other in warning.also:
            assert wording.sentence(other.message) in words
