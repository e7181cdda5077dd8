"""The page in the overview's place: every way in, and the only two ways out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import Diary, Occasion, Permission
from runadvisor.gui.pages.overview import OverviewPage
from runadvisor.gui.pages.unwell import UnwellPage
from runadvisor.gui.widgets.labels import Label
from tests.diaries import NO, UNKNOWN, YES, at, healthy, pain, told
from tests.gui.conftest import TODAY, WAIT_MS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window

URGENT = Diary(
    health=healthy(), pain=(pain(BodySite.FRONT_HIP, 2, day=TODAY, answers={"rest": YES}),)
)
STOP_RUN = Diary(health=healthy(), pain=(pain(BodySite.CALF, 6, day=TODAY),))


def overview_of(window: MainWindow) -> OverviewPage:
    page = window.pages["overview"]
    assert isinstance(page, OverviewPage)
    return page


def unwell_of(window: MainWindow) -> UnwellPage:
    page = window.pages["unwell"]
    assert isinstance(page, UnwellPage)
    return page


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(Label) if each.isVisible())


def diary_of(window: MainWindow) -> Diary:
    assert window.workspace.advice is not None
    return window.workspace.advice.diary


def is_locked(window: MainWindow, key: str) -> bool:
    return window.rail._items[key].accessibleName().endswith("closed for now")


class Acts:
    """What a person does, each followed by new advice."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        # The day of the sample history: what is written down now is of today.
        window.workspace._today = lambda: TODAY
        window.workspace.is_sample = False
        window.workspace.now = lambda: at(TODAY, 19)

    def keep(self, diary: Diary) -> None:
        with self.qtbot.waitSignal(self.window.workspace.advice_changed, timeout=WAIT_MS):
            self.window.workspace.change(lambda advisor: advisor.keep(diary))
        self.window.go_to("overview")

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible(), widget.accessibleName()
        assert widget.isEnabled(), widget.accessibleName()
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def saving(self, widget: QWidget) -> None:
        with self.qtbot.waitSignal(self.window.workspace.advice_changed, timeout=WAIT_MS):
            self.click(widget)


@pytest.fixture
def acts(window: Window, qtbot: QtBot) -> Acts:
    return Acts(window(), qtbot)


@pytest.mark.parametrize("flag", ["NOW-1", "NOW-3", "U-i"])
def test_a_yes_to_a_serious_sign_stops_everything_at_once(acts: Acts, flag: str) -> None:
    shown = acts.window
    acts.click(shown.rail.unwell)
    assert "call 112 now" in words(unwell_of(shown))
    acts.saving(unwell_of(shown).yes[flag])
    overview = overview_of(shown)
    assert overview.isVisible()
    assert overview.stop.isVisible()
    signs = {sign.flag_id: sign for sign in shown.workspace.catalog.red_flags}
    said = words(overview)
    assert signs[flag].why in said
    assert signs[flag].steps[1].what in said
    assert is_locked(shown, "plan")
    assert is_locked(shown, "exercises")
    assert diary_of(shown).screenings[-1].occasion is Occasion.UNWELL
    shown.go_to("plan")
    assert shown.workspace.advice.plan.stopped is not None
    assert "km" not in words(shown.pages["plan"]).replace("km a week", "")


def test_none_of_these_is_kept_and_i_dont_know_counts_as_yes(acts: Acts) -> None:
    shown = acts.window
    shown.go_to("guide")
    action = next(a for a in shown.actions() if a.shortcut().toString() == "Ctrl+U")
    action.trigger()
    page = unwell_of(shown)
    asked = {flag.flag_id for flag in shown.workspace.catalog.red_flags if flag.question}
    assert {f"NOW-{n}" for n in range(1, 12)} <= page.yes.keys() <= asked
    acts.saving(page.none)
    assert overview_of(shown).standing.isVisible()
    assert diary_of(shown).screenings[-1].any_of_these is NO
    action.trigger()
    acts.saving(page.unsure)
    assert diary_of(shown).screenings[-1].any_of_these is UNKNOWN
    assert overview_of(shown).stop.isVisible()


def test_only_the_record_of_a_visit_opens_a_lock(acts: Acts) -> None:
    acts.keep(URGENT)
    shown, stop = acts.window, overview_of(acts.window).stop
    assert "hurts at rest or wakes me" in stop.words_to_say.text()
    assert "Instead of running" not in words(stop)
    acts.click(stop.enter_visit)
    form = stop.visit
    acts.click(form.save)
    assert "Who saw you" in form.problem.text()
    form.by_whom.setText("Dr Berg")
    acts.click(form.save)
    assert "about running" in form.problem.text()
    form.permission.choose(Permission.NO)
    acts.saving(form.save)
    assert stop.isVisible()
    acts.qtbot.waitUntil(lambda: "Dr Berg" in words(stop), timeout=WAIT_MS)
    shown.workspace.now = lambda: at(TODAY, 20)
    acts.click(stop.enter_visit)
    form.by_whom.setText("Dr Berg")
    form.permission.choose(Permission.YES)
    form.text.setText("MRI clear")
    acts.saving(form.save)
    assert not stop.isVisible()
    assert overview_of(shown).standing.isVisible()
    assert not is_locked(shown, "plan")
    visit = diary_of(shown).clearances[-1]
    assert (visit.seen_on, visit.by_whom, visit.permission, visit.text) == (
        *(TODAY, "Dr Berg", Permission.YES),
        "MRI clear",
    )


def test_a_mistake_is_taken_back_by_a_plain_no_to_the_same_questions(acts: Acts) -> None:
    acts.keep(URGENT)
    stop = overview_of(acts.window).stop
    acts.click(stop.mistake)
    form = stop.take_back
    assert set(form.choices) == {"rest"}
    assert not form.save.isEnabled()
    acts.click(form.choices["rest"].buttons[UNKNOWN])
    acts.saving(form.save)
    assert stop.isVisible()
    assert "it stays as it is" in words(stop)
    acts.click(stop.mistake)
    acts.click(form.choices["rest"].buttons[NO])
    acts.saving(form.save)
    assert not stop.isVisible()


def test_after_24_hours_nothing_is_offered_to_be_taken_back(acts: Acts) -> None:
    acts.window.workspace.now = lambda: at(TODAY, 18) + timedelta(hours=25)
    acts.keep(URGENT)
    stop = overview_of(acts.window).stop
    assert stop.isVisible()
    assert not stop.mistake.isVisible()


def test_a_stop_of_running_keeps_the_rest_of_the_app(acts: Acts) -> None:
    acts.keep(STOP_RUN)
    shown, stop = acts.window, overview_of(acts.window).stop
    assert stop.isVisible()
    assert "two calm mornings" in words(stop)
    assert "Instead of running" in words(stop)
    assert is_locked(shown, "plan")
    assert not is_locked(shown, "exercises")
    acts.click(stop.diary)
    assert shown.pages["body"].isVisible()
    shown.go_to("exercises")
    assert "exercises" in words(shown.pages["exercises"]).lower()


def test_the_numbers_are_changed_in_place_and_everywhere(acts: Acts) -> None:
    acts.keep(Diary(health=healthy(), screenings=(told("NOW-1", day=TODAY),)))
    stop = overview_of(acts.window).stop
    numbers = stop.numbers
    acts.click(numbers.emergency.button)
    numbers.emergency.edit.setText("ask somebody")
    acts.click(numbers.emergency.button)
    assert acts.window.workspace.settings.emergency_number == "112"
    numbers.emergency.edit.setText("911")
    acts.click(numbers.emergency.button)
    assert "911" in words(stop)
    assert "Call 911 now." in words(stop)
    index = numbers.country.findData("GB")
    numbers.country.setCurrentIndex(index)
    numbers.country.activated.emit(index)
    assert "Please check the numbers" in words(stop)
    assert acts.window.workspace.settings.out_of_hours_number == "111"
    acts.click(acts.window.rail.unwell)
    assert "call 999 now" in words(unwell_of(acts.window))


def test_print_this_page_leads_to_the_sheet_that_says_the_same(acts: Acts) -> None:
    acts.keep(URGENT)
    acts.click(overview_of(acts.window).stop.print_button)
    assert acts.window.pages["print"].isVisible()


def test_after_a_long_run_the_signs_are_asked_once(window: Window, qtbot: QtBot) -> None:
    shown = window()
    overview = overview_of(shown)
    card = overview.after_run
    assert card.isVisible()
    assert "17.4 km: any of these?" in card.title.text()
    qtbot.mouseClick(card.some, Qt.MouseButton.LeftButton)
    assert unwell_of(shown).isVisible()
    assert unwell_of(shown).occasion is Occasion.AFTER_RUN
    shown.go_to("overview")
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        qtbot.mouseClick(card.none, Qt.MouseButton.LeftButton)
    assert not card.isVisible()
    said = diary_of(shown).screenings[-1]
    assert (said.any_of_these, said.occasion) == (NO, Occasion.AFTER_RUN)


def test_the_body_card_and_the_button_of_the_heading_begin_an_entry(
    window: Window, qtbot: QtBot
) -> None:
    shown = window()
    overview = overview_of(shown)
    assert "Nothing sore written down" in words(overview.body_card)
    qtbot.mouseClick(overview.body_card.no_pain, Qt.MouseButton.LeftButton)
    assert shown.pages["body"].isVisible()
    assert shown.pages["body"].day_form.says_no_pain
    shown.go_to("overview")
    qtbot.mouseClick(overview.feel, Qt.MouseButton.LeftButton)
    assert shown.pages["body"].isVisible()
    day = shown.workspace.advice.as_of
    more = Diary(health=healthy(), pain=(pain(BodySite.CALF, 2, day=day),))
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        shown.workspace.change(lambda advisor: advisor.keep(more))
    shown.go_to("overview")
    assert "Right calf 2 of 10" in words(overview.body_card)
