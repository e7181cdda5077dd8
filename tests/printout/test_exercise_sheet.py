from __future__ import annotations

from dataclasses import replace
from datetime import date

from runadvisor.domain.knowledge import BlockKind
from runadvisor.printout.exercise_sheet import block_sheets, done_tables, pain_days
from tests.printout import mara


def test_every_block_of_the_plan_is_described_once() -> None:
    titles = [one.title for one in block_sheets(mara.plan(), mara.catalog())]

    assert sorted(titles) == ["Hip & core 25", "Hip flexor stretch"]


def test_a_block_says_how_long_how_often_and_when() -> None:
    core = next(
        one for one in block_sheets(mara.plan(), mara.catalog()) if one.title == "Hip & core 25"
    )

    assert core.outline == "25 min · pain while doing it: at most 3 of 10"
    assert core.dates.startswith("27 Nov, 2, 4")


def test_an_exercise_says_how_how_much_and_when_not() -> None:
    card = block_sheets(mara.plan(), mara.catalog())[0].cards[0]

    assert (card.name, card.dose) == ("Half-kneel hip flexor stretch", "3 × 30 s each side")
    assert card.how
    assert card.avoid == "a fresh strain"
    assert card.note == ""


def test_a_dose_nobody_checked_says_so() -> None:
    cards = [card for one in block_sheets(mara.plan(), mara.catalog()) for card in one.cards]

    assert [card.note for card in cards if card.name.startswith("Copenhagen")] == [
        "Dose: weak evidence."
    ]


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
