"""The exercise library as a runner uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from runadvisor import wording
from runadvisor.catalog import load_catalog
from runadvisor.domain.exercise import ExerciseLimits, Feel, OwnBlock
from runadvisor.gui.pages.block_dialog import BlockDialog
from runadvisor.gui.pages.exercises import ExercisesPage
from runadvisor.gui.theme import DARK, LIGHT
from runadvisor.gui.widgets.exercise_figure import ExerciseFigure
from runadvisor.plan.exercises import allowed_exercises
from tests.gui.conftest import WAIT_MS

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from runadvisor.gui.theme import Theme
    from tests.gui.conftest import Window


def _page(shown: MainWindow) -> ExercisesPage:
    shown.go_to("exercises")
    page = shown.pages["exercises"]
    assert isinstance(page, ExercisesPage)
    return page


@pytest.fixture
def page(window: Window, tmp_path: Path) -> ExercisesPage:
    """The page over a new history, which needs no runs."""
    return _page(window(history=tmp_path / "new.runadvisor"))


def _words(page: ExercisesPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _choose(page: ExercisesPage, which: str) -> None:
    page.which.choose(which)
    page.which.chosen.emit(which)


def _limit(page: ExercisesPage, **limits: Any) -> None:
    advice = page.workspace.advice
    assert advice is not None
    held = replace(advice.restrictions, exercise_limits=ExerciseLimits(**limits))
    page.show_advice(replace(advice, restrictions=held))


def test_all_34_have_a_card_with_drawing_dose_and_box(page: ExercisesPage) -> None:
    catalog = page.workspace.catalog

    assert page.shown_ids() == list(catalog.exercises)
    for key, exercise in catalog.exercises.items():
        card = page.grid.card(key)
        texts = [label.text() for label in card.findChildren(QLabel)]
        assert {exercise.how, exercise.dose} <= set(texts)
        assert card.findChild(ExerciseFigure) is not None
        assert card.tick.accessibleName() == f"{exercise.name}: done today"


def test_while_a_history_is_read_nothing_is_offered(page: ExercisesPage) -> None:
    page.workspace.opened.emit()

    assert "Reading your history …" in _words(page)
    assert not page.grid.isVisible()
    assert not page.primary.isVisible()


def test_filters_narrow_and_clear(page: ExercisesPage) -> None:
    page.filters["body_parts"].choose("calf")
    assert page.shown_ids() == ["E23", "E24", "E25"]
    page.filters["equipment"].choose("chair")
    assert page.shown_ids() == ["E25"]
    assert "1 matches" in _words(page)
    page.filters["body_parts"].clear()
    assert page.shown_ids() == ["E02", "E18", "E22", "E25"]
    page.filters["good_for"].choose("soreness")
    assert page.shown_ids() == []
    assert "Nothing matches. Take a filter away." in _words(page)


def test_the_search_finds_by_name_and_by_purpose(qtbot: QtBot, page: ExercisesPage) -> None:
    qtbot.keyClicks(page.search, "plank")
    assert page.shown_ids() == ["E09", "E29"]
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.window().focusWidget() is page.grid.card("E09").name
    page.search.clear()
    qtbot.keyClicks(page.search, "sit-bone bridge")
    assert page.shown_ids() == ["E11", "E26"]


BLOCKS = {
    "hip-core-25": ["E31", "E07", "E11", "E09", "E13", "E16", "E22"],
    "front-hip-rebuild": ["E02", "E10", "E12", "E01", "E11", "E31", "E03", "E20"],
    "outer-hip-leap": ["E12", "E10", "E11", "E19", "E13"],
}


def test_a_block_shows_its_exercises_in_order_and_by_stage(
    qtbot: QtBot, page: ExercisesPage
) -> None:
    for which, ids in BLOCKS.items():
        _choose(page, which)
        assert page.shown_ids() == ids
    _choose(page, "front-hip-rebuild")
    for stage in ("Week 1", "Weeks 2–3", "Weeks 4–6"):
        qtbot.waitUntil(lambda stage=stage: stage in _words(page).split("\n"))


def test_a_tick_is_kept_in_the_history_and_can_be_taken_back(
    qtbot: QtBot, page: ExercisesPage
) -> None:
    tick = page.grid.card("E07").tick
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "1 done today" in _words(page), timeout=WAIT_MS)
    assert tick.isChecked()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "none done today yet" in _words(page), timeout=WAIT_MS)
    assert not tick.isChecked()


def test_a_whole_block_is_marked_with_one_button_and_counted(
    qtbot: QtBot, page: ExercisesPage
) -> None:
    assert page.primary.text() == "Start Hip && core 25"
    page.primary.click()
    assert page.which.current() == "hip-core-25"
    page.primary.click()
    qtbot.waitUntil(lambda: "1 of 8 strength blocks in four weeks" in _words(page), timeout=WAIT_MS)
    assert all(page.grid.card(key).tick.isChecked() for key in page.shown_ids())
    assert not page.primary.isEnabled()


def test_an_exercise_opens_in_full_and_escape_leads_back(qtbot: QtBot, page: ExercisesPage) -> None:
    card = page.grid.card("E21")
    card.name.setFocus()
    qtbot.keyClick(card.name, Qt.Key.Key_Space)
    exercise = page.workspace.catalog.exercises["E21"]
    words = _words(page)
    for part in (
        exercise.name,
        exercise.how,
        exercise.progression,
        exercise.avoid_when,
        exercise.known,
        wording.grade_words(exercise.grade),
        "Harøy",
        "The dose is general knowledge or our own choice.",
        "At most 3 of 10",
    ):
        assert part in words
    qtbot.keyClick(page.detail.back, Qt.Key.Key_Escape)
    assert page.grid.isVisible()
    assert not page.detail.isVisible()
    assert page.window().focusWidget() is card.name


def test_one_exercise_after_the_other_leaves_nothing_of_the_first(
    qtbot: QtBot, page: ExercisesPage
) -> None:
    page.open_exercise("E21")
    page.open_exercise("E12")

    qtbot.waitUntil(lambda: "Standing spread" in _words(page))
    assert not {"bench", "inner thigh"} & set(_words(page).split("\n"))


def test_an_exercise_for_the_front_of_the_hip_hurts_at_most_2(page: ExercisesPage) -> None:
    page.open_exercise("E01")

    assert "At most 2 of 10" in _words(page)


def test_a_tick_in_full_view_is_the_tick_of_the_card(qtbot: QtBot, page: ExercisesPage) -> None:
    page.open_exercise("E09")
    page.detail.tick.click()
    qtbot.waitUntil(lambda: page.detail.tick.text() == "Done today ✓", timeout=WAIT_MS)
    assert page.grid.card("E09").tick.isChecked()


def test_under_a_lock_there_is_no_exercise_and_a_reason(page: ExercisesPage) -> None:
    page.open_exercise("E09")
    _limit(page, is_locked=True)
    assert not page.detail.isVisible()

    assert not page.grid.isVisible()
    assert "No exercises until somebody has looked at the sign you entered." in _words(page)
    assert not page.primary.isVisible()


def test_under_a_stop_the_running_drill_is_not_for_now(page: ExercisesPage) -> None:
    _limit(page, runs_stopped=True)
    card = page.grid.card("E34")

    assert page.grid.isVisible()
    assert not card.tick.isVisible()
    assert "1 not for now" in _words(page)
    assert any("there is none for now" in label.text() for label in card.findChildren(QLabel))


def test_cards_stand_in_as_many_columns_as_fit(qtbot: QtBot, page: ExercisesPage) -> None:
    shown = page.window()
    for width, columns in ((1440, 3), (1280, 3), (1024, 2)):
        shown.resize(width, 700)
        cards = [page.grid.card(key) for key in page.shown_ids()[: columns + 1]]
        qtbot.waitUntil(lambda c=cards, n=columns: len({card.y() for card in c[:n]}) == 1)
        assert cards[columns].y() > cards[0].y()
        assert all(card.width() >= 300 for card in cards)


def test_the_tab_key_walks_the_cards_as_they_are_seen(page: ExercisesPage) -> None:
    _choose(page, "hip-core-25")
    at = page.grid.card("E31").name
    walked = []
    for _ in range(13):
        at = at.nextInFocusChain()
        if isinstance(at, QCheckBox):
            walked.append(at.accessibleName().partition(":")[0])

    names = [page.workspace.catalog.exercises[key].name for key in page.shown_ids()]
    assert walked == names[: len(walked)]
    assert len(walked) >= 6


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_drawing_paints_itself(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, theme: Theme
) -> None:
    monkeypatch.setattr("runadvisor.gui.widgets.exercise_figure.current_theme", lambda: theme)
    for exercise in load_catalog().exercises.values():
        figure = ExerciseFigure(exercise)
        qtbot.addWidget(figure)
        figure.resize(346, figure.sizeHint().height())
        image = figure.grab().toImage()
        colours = {image.pixel(x, y) for x in range(0, 346, 3) for y in range(0, 172, 3)}
        assert len(colours) > 8, exercise.exercise_id


def _own(page: ExercisesPage) -> list[OwnBlock]:
    return list(page.workspace.wishes.own_blocks)


def _dialog(page: ExercisesPage) -> BlockDialog:
    return page.findChildren(BlockDialog)[-1]


def test_a_block_of_ones_own_is_made_changed_ordered_and_deleted(
    qtbot: QtBot, page: ExercisesPage
) -> None:
    _choose(page, "own")
    for title, key in (("Desk", "E02"), ("Hill legs", "E17")):
        page.own.new.click()
        dialog = _dialog(page)
        assert not dialog.save.isEnabled()
        qtbot.keyClicks(dialog.title, title)
        dialog.pick.choose(key)
        dialog.add.click()
        with qtbot.waitSignal(page.workspace.advice_changed, timeout=WAIT_MS):
            dialog.save.click()
    assert [(b.title, b.exercises) for b in _own(page)] == [
        ("Desk", ("E02",)),
        ("Hill legs", ("E17",)),
    ]
    qtbot.waitUntil(lambda: page.shown_ids() == ["E02", "E17"], timeout=WAIT_MS)
    with qtbot.waitSignal(page.workspace.advice_changed, timeout=WAIT_MS):
        page.own.moved.emit(2, -1)
    assert [block.title for block in _own(page)] == ["Hill legs", "Desk"]
    page.own.wanted.emit(_own(page)[1])
    dialog = _dialog(page)
    dialog.doses["E02"] = "5 × 15 s"
    with qtbot.waitSignal(page.workspace.advice_changed, timeout=WAIT_MS):
        dialog.save.click()
    qtbot.waitUntil(lambda: "5 × 15 s" in _words(page), timeout=WAIT_MS)
    with qtbot.waitSignal(page.workspace.advice_changed, timeout=WAIT_MS):
        page.own.removed.emit(2)
    assert [block.title for block in _own(page)] == ["Desk"]


def test_a_block_says_where_the_plan_will_place_it(qtbot: QtBot, page: ExercisesPage) -> None:
    offer = allowed_exercises(load_catalog(), ExerciseLimits(days_since_quinolone=3))
    block = OwnBlock(block_id=1, title="Mine", exercises=("E29", "E24"), minutes=9)
    dialog = BlockDialog(block, load_catalog(), offer, parent=page)
    qtbot.addWidget(dialog)

    def words() -> str:
        return "\n".join(label.text() for label in dialog.findChildren(QLabel))

    assert "Something in it is heavy" in words()
    assert "Left out for now. Not within 60 days" in words()
    down, up, out = (
        next(b for b in dialog.findChildren(QPushButton) if b.accessibleName() == name)
        for name in (
            "Front plank: later",
            "Heavy slow calf raise: earlier",
            "Heavy slow calf raise: take it out",
        )
    )
    down.click()
    assert dialog.exercises == ["E24", "E29"]
    up.click()
    assert dialog.exercises == ["E29", "E24"]
    out.click()
    assert dialog.exercises == ["E29"]
    assert "Nothing in it is heavy" in words()
    assert dialog.block() == OwnBlock(block_id=1, title="Mine", exercises=("E29",), minutes=9)


def test_how_it_felt_is_asked_after_the_tick_and_sets_the_next_dose(
    qtbot: QtBot, page: ExercisesPage
) -> None:
    card = page.grid.card("E07")
    assert not card.feel.isVisible()
    with qtbot.waitSignal(page.workspace.exercises_changed, timeout=WAIT_MS):
        qtbot.mouseClick(card.tick, Qt.MouseButton.LeftButton)
    assert card.feel.isVisible()
    assert "more than 3 of 10" in card.feel.toolTip()
    with qtbot.waitSignal(page.workspace.advice_changed, timeout=WAIT_MS):
        card.felt.emit("E07", Feel.EASY)
    qtbot.waitUntil(lambda: card.feel.currentData() == Feel.EASY, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "once more is a step up" in _words(page), timeout=WAIT_MS)
    page.open_exercise("E07")
    assert "easy last time" in _words(page)
    assert page.detail.feel is not None
    assert page.detail.feel.currentData() == Feel.EASY
