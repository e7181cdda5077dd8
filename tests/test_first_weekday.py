"""The first weekday of the settings: of every week shown, and of nothing that is advised."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor import wording
from runadvisor.advisor import advise
from runadvisor.charts.shown_weeks import shown_weeks
from runadvisor.charts.week_measure import WeekMeasure
from runadvisor.domain.athlete import NOBODY
from runadvisor.domain.calendar import FirstWeekday
from runadvisor.domain.plan import DayKind, LockedDay, PlanWishes
from runadvisor.domain.units import DistanceUnit
from runadvisor.plan.edit import PlanDesk
from runadvisor.printout.sheet import plan_sheet
from runadvisor.settings import Settings
from runadvisor.warning.rule import facts
from tests.builders import small_catalog, weekly_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.advisor import Advice

SUNDAY = 6
WEDNESDAY = date(2026, 5, 20)
WEEKS = 19
RUNS = weekly_runs(WEEKS, {1: 6_000, 3: 7_000, 5: 6_000, 6: 12_000})
CATALOG = small_catalog()


def _advice(first_weekday: int) -> Advice:
    return advise(
        RUNS, as_of=WEDNESDAY, catalog=CATALOG, athlete=NOBODY, first_weekday=first_weekday
    )


@pytest.fixture(scope="module")
def monday() -> Advice:
    return _advice(0)


@pytest.fixture(scope="module")
def sunday() -> Advice:
    return _advice(SUNDAY)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    wording.speak_as(Settings())


def test_what_is_advised_is_the_same(monday: Advice, sunday: Advice) -> None:
    assert sunday.raised == monday.raised
    assert sunday.standing == monday.standing
    assert sunday.plan.days == monday.plan.days
    assert sunday.plan.breaches == monday.plan.breaches


def test_the_series_and_its_chart_begin_their_weeks_on_it(sunday: Advice) -> None:
    starts = [stamp.date() for stamp in sunday.load.weekly.index]
    shown = shown_weeks(sunday, 8, WeekMeasure.DISTANCE)
    assert {start.weekday() for start in starts} == {SUNDAY}
    done = [week for week in shown if week.runs]
    assert [week.start for week in done] == starts[-len(done) :]
    assert done[-1].done == sunday.load.weekly["distance_m"].iloc[-1]


def test_the_plan_is_drawn_in_rows_from_it_and_every_day_is_in_one(sunday: Advice) -> None:
    weeks = sunday.plan.weeks
    assert {week.start.weekday() for week in weeks} == {SUNDAY}
    inside = [day for week in weeks for day in week.days if day is not None]
    assert tuple(inside) == sunday.plan.days
    assert sum(week.planned_m for week in weeks) == sum(d.distance_m or 0 for d in inside)


def test_the_printed_grid_names_its_days_from_it(sunday: Advice) -> None:
    sheet = plan_sheet(sunday, CATALOG)
    heads = [wording.weekday_short(cell.date) for cell in sheet.weeks[0].cells]
    assert sheet.labels.weekdays == tuple(heads)
    assert heads[0] == "Sun"


def test_a_plan_changed_by_hand_keeps_its_rows_and_places_the_same_blocks(
    monday: Advice, sunday: Advice
) -> None:
    known = facts(RUNS, as_of=WEDNESDAY)
    change = LockedDay(date=WEDNESDAY + timedelta(days=5), kind=DayKind.REST)
    changed = [
        PlanDesk(known, one.standing, CATALOG, PlanWishes(), first_weekday=first).with_days(
            one.plan, [change]
        )
        for one, first in ((monday, 0), (sunday, SUNDAY))
    ]
    assert changed[0].days == changed[1].days
    assert [week.start for week in changed[1].weeks] == [w.start for w in sunday.plan.weeks]


def test_a_row_is_lighter_when_most_of_its_days_are(monday: Advice, sunday: Advice) -> None:
    lighter = [week.start for week in monday.plan.weeks if week.is_lighter]
    assert lighter
    assert [w.start for w in sunday.plan.weeks if w.is_lighter] == [
        start - timedelta(days=1) for start in lighter
    ]


def test_it_is_the_language_s_own_until_one_is_chosen() -> None:
    wording.measure_in(DistanceUnit.KILOMETRE, language="pt_BR")
    assert wording.first_weekday() == SUNDAY
    wording.measure_in(DistanceUnit.KILOMETRE, language="de")
    assert wording.first_weekday() == 0
    wording.speak_as(Settings(first_weekday=FirstWeekday.SATURDAY))
    assert wording.weekdays(wording.first_weekday())[0] == "Saturday"
