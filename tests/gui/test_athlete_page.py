"""About you: answers are kept as they are given, and each says what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from runadvisor.domain.athlete import TrimpSex
from runadvisor.gui.pages import athlete_answers as answers
from runadvisor.gui.pages.athlete import AthletePage
from runadvisor.gui.widgets.answer_field import ChoiceAnswer, TextAnswer
from runadvisor.training_load.session_load import LoadMethod
from tests.gui.conftest import WAIT_MS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from runadvisor.domain.athlete import Athlete
    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window


def _page(shown: MainWindow) -> AthletePage:
    shown.go_to("athlete")
    page = shown.pages["athlete"]
    assert isinstance(page, AthletePage)
    return page


def _type(qtbot: QtBot, shown: MainWindow, name: str, text: str) -> Athlete:
    """Type an answer, leave the field, and return who is known then."""
    field = _page(shown).fields[name]
    assert isinstance(field, TextAnswer)
    field.edit.setFocus()
    field.edit.selectAll()
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        qtbot.keyClicks(field.edit, text)
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    advice = shown.workspace.advice
    assert advice is not None
    return advice.athlete


def _problems(page: AthletePage, name: str) -> list[str]:
    labels = page.fields[name].findChildren(QLabel)
    return [each.text() for each in labels if each.isVisible() and each.property("tone") == "stop"]


def test_every_field_has_a_name_and_a_line_on_what_it_is_for(window: Window) -> None:
    for field in _page(window()).fields.values():
        assert field.control.accessibleName()
        assert len(field.control.accessibleDescription()) > 20


def test_a_typed_answer_is_kept_at_once_and_survives_reopening(
    window: Window, qtbot: QtBot
) -> None:
    shown = window()
    assert _type(qtbot, shown, "birth_year", "1984").birth_year == 1984
    assert _type(qtbot, shown, "easy_speed_mps", "6:00").easy_speed_mps == pytest.approx(1000 / 360)
    path = shown.workspace._history.advisor.history.path
    again = window(history=path)
    assert again.workspace.advice is not None
    assert again.workspace.advice.athlete.birth_year == 1984


def test_the_sex_for_the_formula_changes_the_method_of_the_load(
    window: Window, qtbot: QtBot
) -> None:
    shown = window()
    field = _page(shown).fields["trimp_sex"]
    assert isinstance(field, ChoiceAnswer)
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        field.choice.setCurrentIndex(field.choice.findData(TrimpSex.FEMALE))
        field.choice.activated.emit(field.choice.currentIndex())
    advice = shown.workspace.advice
    assert advice is not None
    assert advice.athlete.trimp_sex is TrimpSex.FEMALE
    assert advice.load.running.method is LoadMethod.BANISTER_TRIMP


def test_a_medicine_takes_heart_rate_out_of_every_load(window: Window, qtbot: QtBot) -> None:
    shown = window()
    page = _page(shown)
    field = page.fields["takes_heart_rate_medicine"]
    assert isinstance(field, ChoiceAnswer)
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        field.choice.setCurrentIndex(field.choice.findData(True))  # noqa: FBT003 - Qt's signature
        field.choice.activated.emit(field.choice.currentIndex())
    advice = shown.workspace.advice
    assert advice is not None
    assert advice.load.running.method in {LoadMethod.PACE_ZONES, LoadMethod.MOVING_MINUTES}
    assert page.medicine_note.isVisible()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("birth_year", "84", "a whole number from 1900"),
        ("max_heart_rate_bpm", "999", "from 100 to 240"),
        ("easy_speed_mps", "fast", "such as 5:30"),
        ("heart_rate_zone_edges_bpm", "120, 110, 140, 150", "Four rising heart rates"),
        ("home_zone", "Atlantis", "no such time zone"),
    ],
)
def test_what_cannot_be_is_said_in_place_and_not_kept(
    window: Window, qtbot: QtBot, name: str, text: str, words: str
) -> None:
    shown = window()
    page = _page(shown)
    field = page.fields[name]
    assert isinstance(field, TextAnswer)
    field.edit.setFocus()
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, text)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert words in "".join(_problems(page, name))


def test_two_answers_against_each_other_are_said_and_not_kept(window: Window, qtbot: QtBot) -> None:
    shown = window()
    _type(qtbot, shown, "resting_heart_rate_bpm", "105")
    page = _page(shown)
    field = page.fields["max_heart_rate_bpm"]
    assert isinstance(field, TextAnswer)
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, "101")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert _problems(page, "max_heart_rate_bpm") == [
        "The highest heart rate lies above the resting one."
    ]
    advice = shown.workspace.advice
    assert advice is not None
    assert advice.athlete.max_heart_rate_bpm is None


def test_estimates_stand_greyed_in_the_empty_fields(window: Window, qtbot: QtBot) -> None:
    page = _page(window())
    field = page.fields["max_heart_rate_bpm"]
    assert isinstance(field, TextAnswer)
    qtbot.waitUntil(lambda: field.edit.placeholderText().startswith("estimated"), timeout=WAIT_MS)
    resting = page.fields["resting_heart_rate_bpm"]
    assert isinstance(resting, TextAnswer)
    assert resting.edit.placeholderText() == "assumed 60"


def test_shoes_are_added_put_away_and_removed(window: Window, qtbot: QtBot) -> None:
    shown = window()
    page = _page(shown)

    def pairs() -> list[tuple[str, bool]]:
        advice = shown.workspace.advice
        assert advice is not None
        return [(shoe.name, shoe.last_day is None) for shoe in advice.athlete.shoes]

    def press(text: str) -> None:
        def found() -> QPushButton | None:
            buttons = page.shoes.findChildren(QPushButton)
            return next((b for b in buttons if b.text() == text and b.isVisible()), None)

        qtbot.waitUntil(lambda: found() is not None, timeout=WAIT_MS)
        button = found()
        assert button is not None
        with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
            button.click()

    page.shoes.name.setText("Blue ones")
    press("Add pair")
    assert pairs() == [("Blue ones", True)]
    press("Put away")
    assert pairs() == [("Blue ones", False)]
    press("Wear again")
    assert pairs() == [("Blue ones", True)]
    press("Remove")
    assert pairs() == []


@pytest.mark.parametrize("text", ["5:30", "5:30 /km", "05:30"])
def test_a_pace_is_read_as_people_write_it(text: str) -> None:
    assert answers.speed_of_pace(text) == pytest.approx(1000 / 330)
    assert answers.pace_words(answers.speed_of_pace(text)) == "5:30 /km"


@pytest.mark.parametrize("text", ["5", "5:75", "1:30", "20:00", "x:yy", ""])
def test_what_is_no_pace_of_a_runner_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="such as 5:30"):
        answers.speed_of_pace(text)
