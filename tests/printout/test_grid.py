from __future__ import annotations

from datetime import date, timedelta

from runadvisor.printout.grid import CellState, week_rows
from tests.printout import mara


def test_a_plan_from_monday_has_four_rows_and_one_from_tuesday_five() -> None:
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)

    assert len(week_rows(mara.advice(first=monday))) == 4
    assert len(week_rows(mara.advice(first=tuesday))) == 5


def test_every_row_is_a_week_from_monday() -> None:
    for row in week_rows(mara.advice()):
        assert [cell.date.weekday() for cell in row.cells] == list(range(7))


def test_every_planned_day_has_its_cell() -> None:
    advice = mara.advice()
    planned = [
        cell.date
        for row in week_rows(advice)
        for cell in row.cells
        if cell.state is CellState.PLANNED
    ]

    assert planned == [day.date for day in advice.plan.days]


def test_a_run_shows_kilometres_and_its_kind() -> None:
    sunday = week_rows(mara.advice())[0].cells[6]

    assert (sunday.amount, sunday.detail, sunday.kind) == ("12.0", "long", "long")


def test_cross_training_shows_what_and_how_long() -> None:
    tuesday = week_rows(mara.advice())[0].cells[1]

    assert (tuesday.word, tuesday.detail) == ("Bike", "30 min")


def test_a_block_is_named_on_its_day() -> None:
    assert week_rows(mara.advice())[0].cells[4].line == "Rest + core 25"


def test_a_day_with_nothing_done_and_nothing_planned_is_blank() -> None:
    assert week_rows(mara.advice())[0].cells[0].state is CellState.BLANK


def test_a_run_of_the_week_under_way_is_shown_as_done() -> None:
    advice = mara.advice(first=date(2026, 11, 18))
    monday_to_tuesday = week_rows(advice)[0].cells[:2]

    assert [cell.line for cell in monday_to_tuesday][1] == "4.6 km done"


def test_a_ride_before_the_plan_is_named_by_its_sport() -> None:
    ridden = next(one for one in mara.activities() if one.sport == "ride")
    advice = mara.advice(first=ridden.local_date + timedelta(days=1))

    assert week_rows(advice)[0].cells[0].line == "Ride done"


def test_the_lighter_week_says_so() -> None:
    assert [row.note for row in week_rows(mara.advice())][3] == "lighter week"


def test_a_week_names_its_kilometres_and_its_limit() -> None:
    first = week_rows(mara.advice())[0]

    assert (first.dates, first.total, first.limit) == ("23–29 Nov", "27.0", "15.4")
