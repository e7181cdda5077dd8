"""Settings act at once, are kept, and find back to their default."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from docs.languages.__main__ import PSEUDO, make_pseudo
from runadvisor import wording
from runadvisor.domain.calendar import FirstWeekday
from runadvisor.domain.units import DistanceUnit
from runadvisor.gui.pages.plan import PlanPage
from runadvisor.gui.theme import DARK, LIGHT, THEME_VARIABLE, choose_theme, current_theme
from runadvisor.language import FOLDER_VARIABLE
from runadvisor.settings import Settings, ThemeChoice, load_settings
from tests.gui.conftest import WAIT_MS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from runadvisor.gui.pages.settings_page import SettingsPage
    from runadvisor.gui.widgets.setting_row import SettingRow
    from tests.gui.conftest import Window

SUNDAY = 6
MILES = re.compile(r"\d mi\b")


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    wording.speak_as(Settings())
    choose_theme(qapp, ThemeChoice.SYSTEM)


def _page(window: MainWindow) -> SettingsPage:
    window.go_to("settings")
    return window.pages["settings"]  # pyright: ignore[reportReturnType] - by its key


def _choose(row: SettingRow, value: object) -> None:
    control = row.control
    assert isinstance(control, QComboBox)
    control.setCurrentIndex(control.findData(value))
    control.activated.emit(control.currentIndex())


def _words(window: MainWindow, key: str) -> str:
    return " ".join(label.text() for label in window.pages[key].findChildren(QLabel))


def test_miles_are_everywhere_at_once_and_at_the_next_start_and_go_back(
    window: Window, qtbot: QtBot
) -> None:
    shown = window()
    page = _page(shown)
    assert not page.rows["unit"].back.isVisible()
    assert " km" in _words(shown, "overview")
    _choose(page.rows["unit"], DistanceUnit.MILE)
    qtbot.waitUntil(lambda: bool(MILES.search(_words(shown, "overview"))), timeout=WAIT_MS)
    page = _page(shown)
    qtbot.waitUntil(page.isVisible)
    qtbot.waitUntil(lambda: load_settings()[0].unit is DistanceUnit.MILE, timeout=WAIT_MS)
    page.rows["unit"].back.click()
    qtbot.waitUntil(lambda: not MILES.search(_words(shown, "overview")), timeout=WAIT_MS)
    assert not _page(shown).rows["unit"].back.isVisible()


def test_another_language_speaks_on_every_page_and_in_the_catalog(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_pseudo(tmp_path)
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    shown = window()
    _choose(_page(shown).rows["language"], PSEUDO)
    qtbot.waitUntil(
        lambda: all(e.name.startswith("⟦") for e in shown.workspace.catalog.exercises.values()),
        timeout=WAIT_MS,
    )
    qtbot.waitUntil(lambda: "⟦" in _page(shown).accessibleName(), timeout=WAIT_MS)
    assert shown.menuBar().actions()[0].text().startswith("⟦")


def test_the_theme_switches_while_one_looks(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(THEME_VARIABLE)
    page = _page(window())
    _choose(page.rows["theme"], ThemeChoice.DARK)
    assert current_theme() is DARK
    assert page.palette().window().color().name().upper() == DARK.background
    page.rows["theme"].back.click()
    assert current_theme() is LIGHT


def test_a_number_to_call_is_typed_and_one_without_digits_is_refused_in_place(
    window: Window, qtbot: QtBot
) -> None:
    page = _page(window())
    row = page.rows["emergency_number"]
    edit = row.control
    assert isinstance(edit, QLineEdit)
    edit.setText("help")
    edit.editingFinished.emit()
    assert any("holds digits" in label.text() for label in row.findChildren(QLabel))
    assert page.workspace.settings.emergency_number == "112"
    edit.clear()
    qtbot.keyClicks(edit, "911")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert page.workspace.settings.emergency_number == "911"
    row.back.click()
    assert edit.text() == "112"


def test_what_belongs_to_the_runner_is_kept_in_the_runners_history(
    window: Window, qtbot: QtBot
) -> None:
    shown = window()
    row = _page(shown).own_rows["home_zone"]
    edit = row.control
    assert isinstance(edit, QLineEdit)
    edit.setText("Europe/Lisbon")
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        edit.editingFinished.emit()
    assert shown.workspace.advice is not None
    assert shown.workspace.advice.athlete.home_zone == "Europe/Lisbon"


def test_weeks_begin_on_the_chosen_day_at_once(window: Window, qtbot: QtBot) -> None:
    shown = window()
    _choose(_page(shown).rows["first_weekday"], FirstWeekday.SUNDAY)

    def begins() -> int:
        advice = shown.workspace.advice
        assert advice is not None
        return advice.load.first_weekday

    qtbot.waitUntil(lambda: begins() == SUNDAY, timeout=WAIT_MS)
    plan = shown.pages["plan"]
    assert isinstance(plan, PlanPage)
    cells = plan.grid._rows[0].cells
    assert cells[0].date.weekday() == SUNDAY
