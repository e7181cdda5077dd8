"""The history page in the real window: found, put right, deleted, brought back, undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from runadvisor.domain.activity import Lap, Source, Sport, ZoneSource
from runadvisor.domain.text import Message
from runadvisor.domain.warning import Tier
from runadvisor.gui.models.run_table import COLUMNS
from runadvisor.gui.pages import history
from runadvisor.gui.pages.clock_dialog import ClockDialog
from runadvisor.gui.pages.history import HistoryPage
from runadvisor.gui.pages.run_menu import RunMenu
from runadvisor.gui.pages.type_in_dialog import TypeInDialog
from runadvisor.gui.pages.warnings import WarningsPage
from runadvisor.gui.run_rows import Column
from runadvisor.history.store import History
from tests.gui.conftest import TODAY, WAIT_MS
from tests.history.conftest import BERLIN, recording

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window

FIRST = datetime.combine(TODAY - timedelta(days=9), datetime.min.time()).astimezone()
HALF_OVER = FIRST + timedelta(minutes=30)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Three runs: one of two files with laps and a repair, one plain, one that overlaps it."""
    path = tmp_path / "own.runadvisor"
    second = {"started_at": FIRST + timedelta(days=2)} | BERLIN
    listed = recording(1, path="list.csv", kind="strava-csv", started_at=FIRST, name="Along")
    with History.open(path) as opened:
        opened.add(
            [
                replace(listed, zone="Europe/Berlin", zone_source=ZoneSource.SOURCE),
                recording(
                    2,
                    path="watch.fit",
                    kind="fit",
                    started_at=FIRST,
                    points=900,
                    average_heart_rate_bpm=150.0,
                    laps=(Lap(start_s=0, distance_m=1000, moving_time_s=300), Lap(start_s=300)),
                    mended=(Message("{repeated} points came twice.", {"repeated": 14}),),
                    **BERLIN,
                ),
                recording(3, path="b.gpx", name="Canal", **second),
                recording(
                    4,
                    path="phone.gpx",
                    name="Phone",
                    **(second | {"started_at": second["started_at"] + timedelta(minutes=30)}),
                    distance_m=9_000.0,
                ),
            ],
            home_zone="Europe/Berlin",
        )
    return path


@pytest.fixture
def shown(window: Window, qtbot: QtBot, own: Path) -> MainWindow:
    opened = window(history=own)
    opened.go_to("history")
    qtbot.waitUntil(lambda: _page(opened).table.rowCount() == 3, timeout=WAIT_MS)
    return opened


def _page(shown: MainWindow) -> HistoryPage:
    page = shown.pages["history"]
    assert isinstance(page, HistoryPage)
    return page


def _titles(shown: MainWindow) -> list[str | None]:
    return [row.activity.name for row in _page(shown).table.rows]


def _choose(shown: MainWindow, title: str) -> None:
    page = _page(shown)
    row = next(row for row in page.table.rows if row.activity.name == title)
    page.list.choose(row.activity.activity_id)


def _press(shown: MainWindow, qtbot: QtBot, text: str) -> None:
    def there() -> list[QPushButton]:
        buttons = _page(shown).findChildren(QPushButton)
        return [each for each in buttons if each.text() == text and each.isVisible()]

    _until(qtbot, lambda: bool(there()))
    there()[0].click()


def _until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=WAIT_MS)


def _labels(shown: MainWindow) -> str:
    return _words_of(_page(shown))


def _words_of(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_a_merged_activity_shows_laps_sources_and_repairs_and_is_taken_apart_and_joined(
    shown: MainWindow, qtbot: QtBot
) -> None:
    _choose(shown, "Along")
    _until(qtbot, lambda: "14 points came twice." in _labels(shown))
    words = _labels(shown)
    for said in ("Strava list", "watch.fit · track of 900 points", "Laps"):
        assert said in words
    _press(shown, qtbot, "Take apart")
    _until(qtbot, lambda: len(_titles(shown)) == 4)
    assert shown.edit_menu.undo.text() == "&Undo taking apart"
    shown.edit_menu.undo.trigger()
    _until(qtbot, lambda: len(_titles(shown)) == 3)


def test_delete_is_one_key_is_said_is_undone_and_can_be_brought_back_later(
    shown: MainWindow, qtbot: QtBot
) -> None:
    page = _page(shown)
    _choose(shown, "Canal")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    _until(qtbot, lambda: "Canal" not in _titles(shown))
    assert shown.message_bar.accessibleName() == "1 activity deleted."
    shown.message_bar.act()
    _until(qtbot, lambda: "Canal" in _titles(shown))
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    _until(qtbot, page.filters.deleted.isVisible)
    assert page.filters.deleted.text() == "Deleted (1)"
    page.filters.deleted.click()
    assert len(_titles(shown)) == 1
    _press(shown, qtbot, "Bring back")
    _until(qtbot, lambda: sorted(filter(None, _titles(shown))) == ["Along", "Canal", "Phone"])


def test_values_are_set_in_the_table_in_the_panel_and_from_the_menu(
    shown: MainWindow, qtbot: QtBot
) -> None:
    page = _page(shown)
    _choose(shown, "Canal")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    field = next(
        each for each in page.list.findChildren(QLineEdit) if each.objectName() == "cellField"
    )
    qtbot.keyClicks(field, "Old canal")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    _until(qtbot, lambda: "Old canal" in _titles(shown))
    qtbot.mouseClick(
        page.panel.facts.rating.findChildren(QPushButton)[6], Qt.MouseButton.LeftButton
    )
    page.panel.facts.distance.setText("8,2")
    page.panel.facts.distance.editingFinished.emit()

    def edited() -> bool:
        row = page.list.current_row()
        return row is not None and row.activity.distance_m == 8_200

    _until(qtbot, edited)
    row = page.list.current_row()
    assert row is not None
    assert row.activity.session_rpe == 7
    assert "Set by you: title, distance." in _labels(shown)
    page.panel.facts.time.setText("soon")
    page.panel.facts.time.editingFinished.emit()
    assert "That is no time" in _labels(shown)
    page.list.selectAll()
    menu = RunMenu(page, page.list.chosen_rows(), page.changes)
    sports = menu.actions()[0].menu()
    next(a for a in sports.actions() if a.text() == "Treadmill run").trigger()  # pyright: ignore[reportAttributeAccessIssue]
    _until(qtbot, lambda: {r.activity.sport for r in page.table.rows} == {Sport.TREADMILL_RUN})
    assert shown.message_bar.accessibleName() == "3 activities are treadmill run now."
    for _step in range(4):
        _until(qtbot, shown.workspace.changes.canUndo)
        shown.edit_menu.undo.trigger()
    _until(qtbot, lambda: "Canal" in _titles(shown))
    assert {row.activity.session_rpe for row in page.table.rows} == {None}


def test_a_wrong_heart_rate_is_left_out_and_believed_again(shown: MainWindow, qtbot: QtBot) -> None:
    page = _page(shown)
    _choose(shown, "Along")
    page.panel.facts.ignores.click()
    _until(qtbot, lambda: "Its heart rate is left out, as you said." in _labels(shown))
    row = page.list.current_row()
    assert row is not None
    assert row.activity.average_heart_rate_bpm is None
    page.panel.facts.ignores.click()
    _until(qtbot, lambda: "as you said" not in _labels(shown))


def test_doubtful_pairs_are_asked_side_by_side_and_every_answer_is_undone(
    shown: MainWindow, qtbot: QtBot
) -> None:
    page = _page(shown)
    assert page.band.isVisible()
    page.band.look.click()
    _until(qtbot, lambda: "They overlap for 31 min." in _labels(shown))
    assert "1 pair may be the same run" in _labels(shown)
    assert "Phone" in _labels(shown)
    _press(shown, qtbot, "Same run")
    _until(qtbot, lambda: len(_titles(shown)) == 2)
    assert not page.band.isVisible()
    shown.edit_menu.undo.trigger()
    _until(qtbot, page.band.isVisible)
    _press(shown, qtbot, "Two runs")
    _until(qtbot, lambda: not page.band.isVisible())
    assert len(_titles(shown)) == 3
    shown.edit_menu.undo.trigger()
    _until(qtbot, page.band.isVisible)
    _press(shown, qtbot, "Later")
    assert not page.band.isVisible()


def test_a_run_typed_in_is_there_and_undone(shown: MainWindow, qtbot: QtBot) -> None:
    page = _page(shown)
    page.type_in()
    dialog = page.findChild(TypeInDialog)
    assert isinstance(dialog, TypeInDialog)
    assert not dialog.add.isEnabled()
    qtbot.keyClicks(dialog.distance, "7.5")
    qtbot.keyClicks(dialog.name, "Belt")
    dialog.sport.choose(Sport.TREADMILL_RUN)
    dialog.add.click()
    _until(qtbot, lambda: "Belt" in _titles(shown))
    belt = next(row.activity for row in page.table.rows if row.activity.name == "Belt")
    assert (belt.distance_m, belt.sport, belt.local_date) == (7_500, Sport.TREADMILL_RUN, TODAY)
    assert belt.sources == (Source(path="typed in", member=None, format="by-hand"),)
    shown.edit_menu.undo.trigger()
    _until(qtbot, lambda: "Belt" not in _titles(shown))


def test_a_clock_in_the_wrong_year_is_put_right_for_all_chosen_and_undone(
    shown: MainWindow, qtbot: QtBot
) -> None:
    page = _page(shown)
    before = {row.activity.activity_id: row.activity.started_at for row in page.table.rows}
    page.list.selectAll()
    _press(shown, qtbot, "Put the clock right …")
    dialog = page.findChild(ClockDialog)
    assert isinstance(dialog, ClockDialog)
    assert not dialog.put_right.isEnabled()
    dialog.day.setDate(dialog.day.date().addDays(-365))
    assert "All of them move 365 days earlier." in _words_of(dialog)
    dialog.put_right.click()

    def moved() -> set[timedelta]:
        starts = ((row.activity.activity_id, row.activity.started_at) for row in page.table.rows)
        return {before[key] - start for key, start in starts}

    _until(qtbot, lambda: moved() == {timedelta(days=365)})
    _choose(shown, "Canal")
    _until(qtbot, lambda: "Its clock was put right by you: it says" in _labels(shown))
    shown.edit_menu.undo.trigger()
    _until(qtbot, lambda: moved() == {timedelta(0)})


def test_local_times_written_as_utc_are_read_so_and_believed_again(
    shown: MainWindow, qtbot: QtBot
) -> None:
    page = _page(shown)

    def start() -> datetime:
        rows = (row.activity for row in page.table.rows if row.activity.name == "Canal")
        return next(rows).started_at

    before = start()
    for choose in ("local", "as_recorded"):
        _choose(shown, "Canal")
        page.put_clock_right()
        dialog = page.findChildren(ClockDialog)[-1]
        getattr(dialog, choose).click()
        dialog.put_right.click()
        is_back = choose == "as_recorded"
        _until(qtbot, lambda back=is_back: (start() == before) is back)


def test_words_days_and_keys_lead_to_a_run_and_its_warning(window: Window, qtbot: QtBot) -> None:
    shown = window()
    shown.go_to("history")
    page = _page(shown)
    _until(qtbot, lambda: page.table.rowCount() > 700)
    page.filters.warned.click()
    assert 0 < page.table.rowCount() < 60
    page.list.sort_by(Column.WARNING, is_descending=True)
    row = page.table.rows[0]
    assert row.tier is Tier.ACT
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    _until(qtbot, page.filters.search.hasFocus)
    page.filters.clear()
    qtbot.keyClicks(page.filters.search, "sunday november 2026")
    assert {each.activity.local_date.month for each in page.table.rows} == {11}
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    assert page.list.hasFocus()
    page.list.choose(page.table.rows[0].activity.activity_id)
    page.close_run()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    qtbot.keyClick(page.panel, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    _until(qtbot, lambda: not page.list.isColumnHidden(COLUMNS.index(Column.SOURCE)))
    page.open_run(row.activity.activity_id)
    _press(shown, qtbot, "Why?")
    warnings = shown.pages["warnings"]
    assert isinstance(warnings, WarningsPage)
    assert warnings.isVisible()
    assert warnings.rows.currentIndex().isValid()


def test_widths_order_filter_and_panel_outlive_a_restart(
    shown: MainWindow, window: Window, qtbot: QtBot, own: Path, tmp_path: Path
) -> None:
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    page = _page(shown)
    page.list.set_widths({"day": 160})
    page.list.sort_by(Column.DISTANCE, is_descending=False)
    page.filters.sports.choose("Run")
    page.close_run()
    page.remember(store)
    shown.close()
    other = _page(window(history=own))
    other.recall(store)
    other.window().go_to("history")  # pyright: ignore[reportAttributeAccessIssue]
    _until(qtbot, lambda: other.table.rowCount() == 3)
    assert other.list.widths["day"] == 160
    assert other.table.order == (Column.DISTANCE, False)
    assert other.filters.wanted().sports == {Sport.RUN}
    assert not other.panel.isVisible()


def test_under_large_text_the_activity_stands_below_the_table(
    shown: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page(shown)
    assert page.list.geometry().isValid()
    assert page._split.orientation() == Qt.Orientation.Horizontal
    monkeypatch.setattr(history, "text_scale", lambda: 2.0)
    shown.resize(1281, 800)
    assert page._split.orientation() == Qt.Orientation.Vertical
