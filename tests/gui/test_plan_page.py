"""The plan changed by hand: slider, kinds, moves, locks, undo, goals."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from runadvisor.domain.plan import DayKind, Goal, GoalKind, LockedDay, PlanWishes
from runadvisor.gui.pages.plan import PlanPage
from runadvisor.gui.pages.plan_wishes import WishesDialog
from runadvisor.gui.plan_export import FORMS, write_plan
from runadvisor.gui.widgets.buttons import Choice
from runadvisor.gui.widgets.limit_slider import LimitSlider
from runadvisor.plan.cross_training import FRONT_HIP
from runadvisor.printout.plan_data import plan_json
from tests.gui.conftest import TODAY, WAIT_MS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from runadvisor.domain.plan import PlannedDay, TrainingPlan
    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window


@pytest.fixture
def shown(window: Window) -> MainWindow:
    opened = window()
    opened.go_to("plan")
    return opened


@pytest.fixture
def page(shown: MainWindow) -> PlanPage:
    plan_page = shown.pages["plan"]
    assert isinstance(plan_page, PlanPage)
    return plan_page


def _plan(shown: MainWindow) -> TrainingPlan:
    assert shown.workspace.advice is not None
    return shown.workspace.advice.plan


def _on(shown: MainWindow, day: date) -> PlannedDay:
    return next(each for each in _plan(shown).days if each.date == day)


def _long_day(shown: MainWindow) -> date:
    return next(day.date for day in _plan(shown).days if day.kind is DayKind.LONG)


def _slider(page: PlanPage) -> LimitSlider:
    return next(s for s in page.panel.findChildren(LimitSlider) if s.isVisible())


def _is_said_in_full(page: PlanPage, words: str) -> bool:
    """Whether no line of what the panel says is cut off."""
    said = [label for label in page.panel.findChildren(QLabel) if words in label.text()]
    return any(
        label.isVisible() and label.height() >= label.heightForWidth(label.width())
        for label in said
    )


def test_end_takes_the_slider_to_the_limit_and_the_plan_holds_it(
    shown: MainWindow, page: PlanPage, qtbot: QtBot
) -> None:
    day = _long_day(shown)
    page.grid.choose(day)
    qtbot.waitUntil(lambda: any(s.isVisible() for s in page.panel.findChildren(LimitSlider)))
    qtbot.keyClick(_slider(page), Qt.Key.Key_End)
    changed = _on(shown, day)
    assert changed.distance_m == changed.limit_m
    assert changed.is_locked
    assert _plan(shown).breaches == ()


def test_past_the_limit_the_breach_is_said_with_a_way_back(
    shown: MainWindow, page: PlanPage, qtbot: QtBot
) -> None:
    day = _long_day(shown)
    limit_m = _on(shown, day).limit_m or 0
    page.panel.changed.emit(LockedDay(date=day, kind=DayKind.LONG, distance_m=limit_m + 2_000))
    page.grid.choose(day)
    assert len(_plan(shown).breaches) == 1
    shown.resize(1024, 700)
    qtbot.waitUntil(lambda: page.panel.width() < 280, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: _is_said_in_full(page, "over the limit"), timeout=WAIT_MS)
    way_back = next(
        b for b in page.panel.findChildren(QPushButton) if b.text().startswith("Make it 15.4 km")
    )
    qtbot.mouseClick(way_back, Qt.MouseButton.LeftButton)
    assert _plan(shown).breaches == ()


def test_the_kind_of_a_day_can_be_read_and_stands_clear_of_its_lock(
    shown: MainWindow, page: PlanPage, qtbot: QtBot
) -> None:
    for width in (1280, 1024):
        shown.resize(width, 800)
        page.grid.choose(_long_day(shown))
        qtbot.waitUntil(lambda: any(c.isVisible() for c in page.panel.findChildren(Choice)))
        kinds = next(c for c in page.panel.findChildren(Choice) if c.isVisible())
        lock = next(b for b in page.panel.findChildren(QPushButton) if b.text() == "Lock")
        qtbot.waitUntil(lambda kinds=kinds: kinds.width() >= kinds.sizeHint().width())
        assert not kinds.geometry().intersects(lock.geometry())


def test_undo_and_redo_walk_through_the_changes(shown: MainWindow, page: PlanPage) -> None:
    before = _plan(shown)
    day = _long_day(shown)
    page.panel.changed.emit(LockedDay(date=day, kind=DayKind.REST))
    after = _plan(shown)
    assert after != before
    page.undo_stack.undo()
    assert _plan(shown) == before
    page.undo_stack.redo()
    assert _plan(shown) == after


def test_alt_and_an_arrow_move_a_day(shown: MainWindow, page: PlanPage, qtbot: QtBot) -> None:
    first, second = _plan(shown).days[1:3]
    page.grid.choose(first.date)
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert _on(shown, second.date).distance_m == first.distance_m
    assert _on(shown, first.date).distance_m == second.distance_m


def test_a_day_dragged_onto_another_changes_places_with_it(
    shown: MainWindow, page: PlanPage, qtbot: QtBot
) -> None:
    days = _plan(shown).days
    tuesday, sunday = days[1], days[6]
    places = [page.grid._cell_rect(0, n).center().toPoint() for n in (1, 6)]
    qtbot.mousePress(page.grid, Qt.MouseButton.LeftButton, pos=places[0])
    qtbot.mouseMove(page.grid, places[1])
    qtbot.mouseRelease(page.grid, Qt.MouseButton.LeftButton, pos=places[1])
    assert _on(shown, sunday.date).distance_m == tuesday.distance_m


def test_what_was_set_by_hand_outlives_a_redraft_and_a_restart(
    window: Window, qtbot: QtBot, tmp_path: Path, sample: Path
) -> None:
    import shutil  # noqa: PLC0415 - a copy that may be changed

    own = tmp_path / "own.runadvisor"
    shutil.copy(sample, own)
    shown = window(history=own)
    page = shown.pages["plan"]
    assert isinstance(page, PlanPage)
    day = TODAY + timedelta(days=3)
    page.panel.changed.emit(LockedDay(date=day, kind=DayKind.REST))
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        shown.workspace.refresh()
    assert _on(shown, day).is_locked
    shown.close()
    again = window(history=own)
    assert _on(again, day).kind is DayKind.REST
    assert _on(again, day).is_locked


def test_an_unlocked_day_is_the_drafts_again(
    shown: MainWindow, page: PlanPage, qtbot: QtBot
) -> None:
    day = _long_day(shown)
    page.panel.changed.emit(LockedDay(date=day, kind=DayKind.REST))
    page.panel.unlocked.emit(day)
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        shown.workspace.refresh()
    assert _on(shown, day).kind is DayKind.LONG


def test_the_form_gives_back_what_it_was_given(page: PlanPage) -> None:
    wishes = PlanWishes(
        goal=Goal(kind=GoalKind.RACE, race_date=TODAY + timedelta(days=70), race_m=15_000),
        minutes=(0, 45, None, None, 30, None, None),
        long_weekday=5,
    )
    dialog = WishesDialog(wishes, usual_m=30_000, today=TODAY, parent=page)
    assert dialog.wishes() == wishes


def test_a_weekday_unticked_holds_no_run(shown: MainWindow, page: PlanPage, qtbot: QtBot) -> None:
    dialog = WishesDialog(shown.workspace.wishes, usual_m=30_000, today=TODAY, parent=page)
    dialog.days[1][0].setChecked(False)
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        shown.workspace.set_wishes(dialog.wishes())
    tuesdays = [day for day in _plan(shown).days if day.date.weekday() == 1]
    assert not any(day.kind.is_run for day in tuesdays)


@pytest.mark.parametrize("suffix", [suffix for _words, suffix, _filter in FORMS])
def test_the_plan_is_saved_in_every_form_and_its_folder_can_be_opened(
    page: PlanPage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    target = tmp_path / f"mine.{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page._export(suffix, "")
    qtbot.waitUntil(page.saved.isVisible, timeout=WAIT_MS)
    assert target.stat().st_size > 0
    assert str(target) in page.saved.accessibleName()
    page.saved.act()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_what_is_saved_as_data_is_what_the_command_line_prints(
    shown: MainWindow, tmp_path: Path
) -> None:
    advice = shown.workspace.advice
    assert advice is not None
    path = write_plan(tmp_path / "plan.json", advice, shown.workspace.catalog)
    assert json.loads(path.read_text()) == plan_json(advice.plan)


def test_effort_is_shown_in_the_runners_own_numbers(shown: MainWindow, page: PlanPage) -> None:
    page.grid.choose(_long_day(shown))
    words = [label.text() for label in page.panel.findChildren(QLabel)]
    assert any("/km" in text for text in words)
    assert any("beats" in text for text in words)


def test_what_stands_in_for_a_run_is_said_where_something_is_sore(
    shown: MainWindow, page: PlanPage
) -> None:
    plan = replace(_plan(shown), cross=FRONT_HIP)
    page.panel.show_day(_on(shown, _long_day(shown)), plan)
    words = "\n".join(label.text() for label in page.panel.findChildren(QLabel))
    assert "Instead, if it is sore" in words
    assert "rowing" in words


def test_the_tissues_answer_a_change_by_hand(
    shown: MainWindow, page: PlanPage, qtbot: QtBot
) -> None:
    def told() -> str:
        labels = page.check.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    qtbot.waitUntil(lambda: "Tissue loads" in told(), timeout=WAIT_MS)
    for day in [day.date for day in _plan(shown).days[:6]]:
        page.panel.changed.emit(LockedDay(date=day, kind=DayKind.EASY, distance_m=14_000))
    fuller = "Tissue loads of the fullest week, a model and not measured"
    qtbot.waitUntil(lambda: fuller in told(), timeout=WAIT_MS)
