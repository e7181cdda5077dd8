from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from runadvisor.charts.exercise_drawing import LIGHT, PRINT
from runadvisor.domain.exercise import Care, ExerciseLimits
from runadvisor.domain.knowledge import BlockKind
from runadvisor.printout.exercise_sheet import (
    ExerciseCard,
    block_sheets,
    done_tables,
    exercise_cards,
    pain_days,
    weak_doses,
)
from tests.printout import mara

if TYPE_CHECKING:
    from runadvisor.domain.plan import PlannedBlock


def test_every_block_of_the_plan_is_described_once() -> None:
    titles = [one.title for one in block_sheets(mara.plan(), mara.catalog())]

    assert sorted(titles) == ["Hip & core 25", "Hip flexor stretch"]


def test_a_block_says_how_long_how_often_and_which_exercises() -> None:
    core = next(
        one for one in block_sheets(mara.plan(), mara.catalog()) if one.title == "Hip & core 25"
    )

    assert core.outline == "25 min · pain while doing it: at most 3 of 10"
    assert core.exercises == "exercises 2–3"
    assert core.dates.startswith("27 Nov, 2, 4")


def cards(**limits: bool) -> tuple[ExerciseCard, ...]:
    return exercise_cards(mara.plan(), mara.catalog(), ExerciseLimits(**limits))


def test_an_exercise_says_how_how_much_and_when_not() -> None:
    card = cards()[0]

    assert (card.number, card.name) == (1, "Half-kneel hip flexor stretch")
    assert card.dose == "3 × 30 s each side"
    assert card.how
    assert card.avoid == "a fresh strain"
    assert (card.note, card.care) == ("", "")


def test_an_exercise_is_described_once_however_many_blocks_have_it() -> None:
    plan = mara.plan()
    again = replace(mara.STRETCH, template_id="again", exercises=("E04", "E21"))
    first = replace(plan.days[0], blocks=(*plan.days[0].blocks, again))
    more = replace(plan, days=(first, *plan.days[1:]))
    found = exercise_cards(more, mara.catalog(), ExerciseLimits())

    assert [card.number for card in found] == [1, 2, 3]
    assert len({card.name for card in found}) == 3


def dosed(*blocks: PlannedBlock) -> tuple[ExerciseCard, ...]:
    plan = mara.plan()
    held = replace(plan, days=(replace(plan.days[0], blocks=blocks),))
    return exercise_cards(held, mara.catalog(), ExerciseLimits())


def test_a_card_says_the_dose_the_ticks_have_led_to() -> None:
    (card, _other) = dosed(replace(mara.CORE, doses={"E07": "3 × 15 each side"}))

    assert card.dose == "3 × 15 each side"


def test_a_dose_that_differs_by_block_is_said_for_each() -> None:
    mine = replace(
        mara.CORE, template_id="own-1", title="Mine", exercises=("E07",), doses={"E07": "4 × 8"}
    )
    (card, _other) = dosed(replace(mara.CORE, doses={"E07": "3 × 12"}), mine)

    assert card.dose == "3 × 12 (Hip & core 25); 4 × 8 (Mine)"


def test_a_later_step_is_our_choice_even_of_a_dose_that_was_checked() -> None:
    catalog = mara.catalog()
    stepped = replace(catalog.exercises["E07"], steps=("3 × 15 each side",))
    knows = replace(catalog, exercises={**catalog.exercises, "E07": stepped})
    (first,) = dosed(replace(mara.CORE, exercises=("E07",)))
    (later,) = dosed(replace(mara.CORE, exercises=("E07",), doses={"E07": "3 × 15 each side"}))

    assert weak_doses([first], knows) == ""
    assert weak_doses([later], knows) != ""


def test_a_dose_nobody_checked_says_so() -> None:
    found = cards()

    assert [card.note for card in found if card.name.startswith("Copenhagen")] == [
        "Dose: weak evidence."
    ]
    assert weak_doses(found, mara.catalog()) == (
        "The dose of 3 is general knowledge or our own choice: weak."
    )
    assert weak_doses(found[:2], mara.catalog()) == ""


def test_every_exercise_has_its_drawing_in_the_colours_of_paper() -> None:
    for card in cards():
        assert card.drawing.startswith("<svg")
        assert PRINT.shorts in card.drawing
        assert LIGHT.shorts not in card.drawing
        assert 0.1 < card.shape < 1
        assert card.alternative == f"{card.name}: start, then end"


def test_a_runner_who_needs_care_reads_it_on_the_card() -> None:
    catalog = mara.catalog()
    stretch = replace(catalog.exercises["E04"], cares=(Care.NO_HOPS,))
    careful = replace(catalog, exercises={**catalog.exercises, "E04": stretch})
    found = exercise_cards(mara.plan(), careful, ExerciseLimits(hops_barred=True))

    assert found[0].care == "Leave out skips and strides."
    assert found[1].care == ""


def test_each_date_of_a_block_has_a_box() -> None:
    plan = mara.plan()
    due = sum(sum(row.is_due) for one in done_tables(plan) for row in one.rows)

    assert due == sum(len(day.blocks) for day in plan.days)


def test_a_warm_up_is_ticked_with_its_run() -> None:
    plan = mara.plan()
    warm_up = replace(mara.STRETCH, kind=BlockKind.WARM_UP)
    days = tuple(replace(day, blocks=(warm_up,)) for day in plan.days)

    assert done_tables(replace(plan, days=days)) == ()


def test_eight_weeks_take_a_second_table() -> None:
    plan = mara.plan()
    days = tuple(replace(day, blocks=(mara.CORE,)) for day in plan.days)

    assert [len(one.dates) for one in done_tables(replace(plan, days=days))] == [18, 10]


def test_no_table_is_wider_than_a_page() -> None:
    assert all(len(one.dates) <= 18 for one in done_tables(mara.plan()))


def test_pain_has_two_weeks_of_columns_with_the_month_where_it_changes() -> None:
    columns = pain_days(date(2026, 11, 24))

    assert len(columns) == 14
    assert [(one.number, one.month) for one in columns if one.month] == [
        ("24", "Nov"),
        ("1", "Dec"),
    ]
