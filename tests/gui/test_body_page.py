"""The Body page: an entry in ten seconds, by mouse and by keyboard, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from runadvisor.domain.body import BodyRegion, BodySite, Side
from runadvisor.domain.diary import (
    Answer,
    Diary,
    HealthItem,
    IllnessSign,
    Injury,
    InjuryKind,
    Occasion,
)
from runadvisor.gui.pages.body import BodyPage
from runadvisor.gui.widgets.labels import Label
from tests.diaries import NO, UNKNOWN, YES, healthy, pain
from tests.gui.conftest import TODAY, WAIT_MS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from runadvisor.gui.main_window import MainWindow
    from tests.gui.conftest import Window


def body_of(window: MainWindow) -> BodyPage:
    page = window.pages["body"]
    assert isinstance(page, BodyPage)
    window.go_to("body")
    return page


def diary_of(window: MainWindow) -> Diary:
    assert window.workspace.advice is not None
    return window.workspace.advice.diary


def keep(window: MainWindow, qtbot: QtBot, diary: Diary) -> None:
    with qtbot.waitSignal(window.workspace.advice_changed, timeout=WAIT_MS):
        window.workspace.change(lambda advisor: advisor.keep(diary))


def words(page: QWidget) -> str:
    return "\n".join(each.text() for each in page.findChildren(Label) if each.isVisible())


class Clicks:
    """Presses what a person would, and counts."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.number = 0

    def __call__(self, widget: QWidget) -> None:
        assert widget.isVisible(), widget.accessibleName()
        assert widget.isEnabled()
        self.number += 1
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def named(self, part: QWidget, text: str) -> QPushButton:
        """Wait for a button with words: a row that was just made is shown a moment later."""

        def found() -> list[QPushButton]:
            every = part.findChildren(QPushButton)
            return [each for each in every if each.text() == text and each.isVisible()]

        self._qtbot.waitUntil(lambda: bool(found()), timeout=WAIT_MS)
        return found()[0]

    def saving(self, window: MainWindow, widget: QWidget) -> None:
        with self._qtbot.waitSignal(window.workspace.advice_changed, timeout=WAIT_MS):
            self(widget)


@pytest.fixture
def click(qtbot: QtBot) -> Clicks:
    return Clicks(qtbot)


@pytest.mark.parametrize("region", [BodyRegion.CALF, BodyRegion.FRONT_HIP])
def test_a_pain_entry_takes_five_clicks(window: Window, click: Clicks, region: BodyRegion) -> None:
    shown = window()
    page = body_of(shown)
    form = page.pain_form
    click(page.picture.picture.button_of(region, Side.RIGHT))
    click(form.scales["during"].cells[2])
    click(form.all_no)
    click(form.signs.choice.buttons[NO])
    click.saving(shown, form.save)
    assert click.number <= 5
    (entry,) = diary_of(shown).pain
    (signs,) = diary_of(shown).screenings
    assert (entry.during, entry.side, entry.date) == (2, Side.RIGHT, shown.workspace.advice.as_of)
    assert set(entry.answers.values()) == {NO}
    assert (signs.any_of_these, signs.occasion) == (NO, Occasion.DIARY)
    assert "Written down" in words(page)
    assert "2 of 10" in page.picture.picture.button_of(region, Side.RIGHT).accessibleName()


def test_no_pain_today_takes_three_clicks_and_writes_0_for_what_was_sore(
    window: Window, click: Clicks, qtbot: QtBot
) -> None:
    shown = window()
    assert shown.workspace.advice is not None
    day = shown.workspace.advice.as_of
    keep(shown, qtbot, Diary(health=healthy(), pain=(pain(BodySite.CALF, 2, day=day),)))
    page = body_of(shown)
    assert "right calf" in page.day_form.no_pain_words.text()
    click(page.day_form.no_pain)
    click(page.day_form.signs.choice.buttons[NO])
    click.saving(shown, page.day_form.save)
    assert click.number == 3
    calm = diary_of(shown).pain[-1]
    assert (calm.site, calm.morning, calm.walking, calm.during) == (BodySite.CALF, 0, 0, None)


def test_the_whole_entry_by_keyboard(window: Window, qtbot: QtBot) -> None:
    shown = window()
    page = body_of(shown)
    picture = page.picture.picture
    picture.take_keyboard()

    def type_(key: Qt.Key | str) -> None:
        focus = shown.focusWidget()
        assert focus is not None
        if isinstance(key, str):
            qtbot.keyClicks(focus, key)
        else:
            qtbot.keyClick(focus, key)

    type_("c")
    assert shown.focusWidget() is picture.button_of(BodyRegion.CALF, Side.LEFT)
    type_(Qt.Key.Key_Right)
    assert shown.focusWidget() is picture.button_of(BodyRegion.CALF, Side.RIGHT)
    type_(Qt.Key.Key_Up)
    assert shown.focusWidget() is picture.button_of(BodyRegion.HAMSTRING, Side.RIGHT)
    type_(Qt.Key.Key_Down)
    type_(Qt.Key.Key_Return)
    assert page.pain_form.title.text() == "Right calf"
    type_("3")
    assert page.pain_form.draft is not None
    assert page.pain_form.draft.scores == {"during": 3}
    for _step in range(200):
        type_(Qt.Key.Key_Tab)
        focus = shown.focusWidget()
        if focus is page.pain_form.all_no or focus is page.pain_form.signs.choice.buttons[NO]:
            type_(Qt.Key.Key_Space)
        elif focus is page.pain_form.save:
            with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
                type_(Qt.Key.Key_Space)
            break
    (entry,) = diary_of(shown).pain
    assert (entry.site, entry.side, entry.during) == (BodySite.CALF, Side.RIGHT, 3)


def test_every_region_and_every_place_has_a_name_of_its_own(window: Window) -> None:
    page = body_of(window())
    picture = page.picture.picture
    names = [button.accessibleName() for button in picture.buttons.values()]
    assert "Front of hip, right" in names
    assert len(set(names)) == len(names)
    stops = [
        button
        for button in picture.buttons.values()
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) == 1
    offered = {page.day_form.places.itemData(n) for n in range(page.day_form.places.count())}
    assert offered == {None, *BodySite}
    index = page.day_form.places.findData(BodySite.OUTER_ANKLE)
    page.day_form.places.setCurrentIndex(index)
    page.day_form.places.activated.emit(index)
    assert page.pain_form.title.text() == "Outer right ankle"


def test_what_is_open_is_said_once_then_saved_and_leads_to_the_stop(
    window: Window, click: Clicks
) -> None:
    shown = window()
    page = body_of(shown)
    click(page.picture.picture.button_of(BodyRegion.FRONT_HIP, Side.LEFT))
    click(page.pain_form.scales["during"].cells[2])
    click(page.pain_form.save)
    assert "counts as yes" in page.pain_form.open.text()
    assert diary_of(shown).pain == ()
    click.saving(shown, page.pain_form.save)
    assert diary_of(shown).screenings[0].any_of_these is UNKNOWN
    assert shown.pages["overview"].isVisible()


def test_with_a_yes_the_serious_signs_stand_there_in_full(window: Window, click: Clicks) -> None:
    shown = window()
    page = body_of(shown)
    signs = page.day_form.signs
    click(signs.choice.buttons[YES])
    asked = {f.flag_id: f.question for f in shown.workspace.catalog.red_flags if f.question}
    assert {f"NOW-{n}" for n in range(1, 12)} <= signs.ticks.keys() <= asked.keys()
    signs.ticks["NOW-1"].setChecked(True)
    click.saving(shown, page.day_form.save)
    assert diary_of(shown).screenings[0].answers == {"NOW-1": YES}


def test_sleep_illness_and_medicines_of_a_day(window: Window, click: Clicks) -> None:
    shown = window()
    form = body_of(shown).day_form
    form.sleep.setCurrentIndex(form.sleep.findData(6.5))
    click(form.illness[IllnessSign.NECK_UP])
    form.medicines.setText("ibuprofen")
    click(form.signs.choice.buttons[NO])
    click.saving(shown, form.save)
    (day,) = diary_of(shown).check_ins
    assert (day.sleep_h, day.illness, day.medicines) == (
        *(6.5, frozenset({IllnessSign.NECK_UP})),
        "ibuprofen",
    )
    assert form.sleep.currentData() == 6.5


def test_an_entry_is_changed_removed_and_put_back(
    window: Window, click: Clicks, qtbot: QtBot
) -> None:
    shown = window()
    assert shown.workspace.advice is not None
    day = shown.workspace.advice.as_of
    keep(shown, qtbot, Diary(health=healthy(), pain=(pain(BodySite.CALF, 2, day=day),)))
    page = body_of(shown)
    page.show_tab("diary")
    assert page.pain.isVisible()
    qtbot.waitUntil(lambda: bool(page.pain.chart.readings), timeout=WAIT_MS)
    assert "right calf 2 of 10" in page.pain.chart.readings[-1].words
    qtbot.waitUntil(lambda: "right calf: in 1 week" in page.pain.chart.summary, timeout=WAIT_MS)

    click(click.named(page.list, "Change"))
    click(page.pain_form.scales["during"].cells[1])
    click(page.pain_form.signs.choice.buttons[NO])
    click.saving(shown, page.pain_form.save)
    (entry,) = diary_of(shown).pain
    assert entry.during == 1
    page.show_tab("diary")
    click.saving(shown, click.named(page.list, "Remove"))
    assert diary_of(shown).pain == ()
    shown.edit_menu.undo.trigger()
    qtbot.waitUntil(lambda: [each.during for each in diary_of(shown).pain] == [1], timeout=WAIT_MS)
    qtbot.waitUntil(shown.edit_menu.undo.isEnabled, timeout=WAIT_MS)
    assert shown.edit_menu.undo.text() == "&Undo change of a diary entry"
    shown.edit_menu.undo.trigger()
    qtbot.waitUntil(lambda: [each.during for each in diary_of(shown).pain] == [2], timeout=WAIT_MS)
    assert diary_of(shown).screenings == ()


def test_while_running_is_stopped_nothing_is_taken_out(
    window: Window, click: Clicks, qtbot: QtBot
) -> None:
    shown = window()
    assert shown.workspace.advice is not None
    day = shown.workspace.advice.as_of
    keep(shown, qtbot, Diary(health=healthy(), pain=(pain(BodySite.CALF, 6, day=day),)))
    page = body_of(shown)
    page.show_tab("diary")
    remove = click.named(page.list, "Remove")
    with qtbot.waitSignal(shown.workspace.failed, timeout=WAIT_MS) as said:
        click(remove)
    assert "While running is stopped" in said.args[0]
    assert diary_of(shown).pain


def test_an_injury_is_written_down_from_the_picture_changed_and_removed(
    window: Window, click: Clicks
) -> None:
    shown = window()
    page = body_of(shown)
    page.show_tab("injuries")
    card = page.injuries
    click(card.save)
    assert "Which side" in card.problem.text()
    click(page.picture.picture.button_of(BodyRegion.CALF, Side.LEFT))
    card.kind.choose(InjuryKind.MUSCLE)
    card.lasts.setChecked(True)
    click.saving(shown, card.save)
    (injury,) = diary_of(shown).injuries
    assert (injury.region, injury.side, injury.kind, injury.end) == (
        *(BodyRegion.CALF, Side.LEFT, InjuryKind.MUSCLE),
        None,
    )
    card.change(injury)
    card.note.setText("left one")
    click.saving(shown, card.save)
    assert [each.note for each in diary_of(shown).injuries] == ["left one"]
    click.saving(shown, click.named(card, "Remove"))
    assert diary_of(shown).injuries == ()

    card.change(Injury(region=BodyRegion.CALF, side=Side.LEFT, start=TODAY.replace(day=9)))
    card.lasts.setChecked(False)
    card.end.show_day(TODAY.replace(day=8))
    click(card.save)
    assert "not before the first" in card.problem.text()


def test_health_questions_are_answered_skipped_and_changed(window: Window, click: Clicks) -> None:
    shown = window()
    page = body_of(shown)
    assert "questions about your health are open" in words(page)
    click(page.invitation.answer)
    pregnant = page.health.rows[HealthItem.PREGNANT].choice
    click.saving(shown, pregnant.buttons[NO])
    click.saving(shown, page.health.skip_all)
    said = {each.item: each.answer for each in diary_of(shown).health}
    assert said[HealthItem.PREGNANT] is NO
    assert said[HealthItem.CANCER] is Answer.SKIPPED
    page.show_tab("today")
    assert "questions about your health" not in words(page)
    page.show_tab("health")
    click.saving(shown, page.health.rows[HealthItem.CANCER].choice.buttons[NO])
    assert diary_of(shown).health[-1].answer is NO

    assert "After a birth" not in words(page)
    click.saving(shown, page.health.rows[HealthItem.BIRTH].choice.buttons[YES])
    assert "After a birth" in words(page)
    assert page.health.days[HealthItem.BIRTH].isVisible()


def test_a_sore_place_says_what_it_fits_with_and_leads_to_the_guide(
    window: Window, qtbot: QtBot
) -> None:
    shown = window()
    assert shown.workspace.advice is not None
    day = shown.workspace.advice.as_of
    keep(shown, qtbot, Diary(health=healthy(), pain=(pain(BodySite.ADDUCTOR, 2, day=day),)))
    page = body_of(shown)
    said = words(page.hints)
    assert "This fits with" in said
    assert "A hint, not a diagnosis" in said
    next(iter(page.hints.findChildren(QPushButton))).click()
    assert shown.pages["guide"].isVisible()


def test_a_form_being_filled_in_survives_new_advice(
    window: Window, click: Clicks, qtbot: QtBot
) -> None:
    shown = window()
    page = body_of(shown)
    click(page.picture.picture.button_of(BodyRegion.CALF, Side.LEFT))
    click(page.pain_form.scales["during"].cells[4])
    with qtbot.waitSignal(shown.workspace.advice_changed, timeout=WAIT_MS):
        shown.workspace.refresh()
    assert page.pain_form.isVisible()
    assert page.pain_form.scales["during"].cells[4].isChecked()
