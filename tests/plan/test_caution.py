"""Who goes slower, and by which numbers; a plan's warnings stay the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from runadvisor import wording
from runadvisor.domain.athlete import Athlete, Experience
from runadvisor.domain.body import BodyRegion, BodySite, Side
from runadvisor.domain.diary import NO_DIARY, Diary, Injury
from runadvisor.domain.plan import DayKind
from runadvisor.plan.caution import Caution, caution_of
from runadvisor.training_load.return_stage import LADDER, LadderPace
from tests.builders import activity, weekly_runs
from tests.diaries import known, pain
from tests.plan.test_draft import LAST_SUNDAY
from tests.plan.test_held_back import MONDAY, STEADY, first_run, hard, plan, week_m
from tests.plan.test_wishes import plan as wished_plan

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.plan import TrainingPlan

LAST_RUN = STEADY[-1].local_date
OLDER = Athlete(birth_year=1970)
INJURY = Injury(
    region=BodyRegion.CALF, side=Side.LEFT, start=LAST_RUN, end=LAST_RUN + timedelta(days=15)
)


def caution(diary: Diary = NO_DIARY, athlete: Athlete | None = None) -> Caution:
    return caution_of(known(diary, day=MONDAY, runs=STEADY, athlete=athlete or Athlete()))


def ladder(drafted: TrainingPlan) -> list[int | None]:
    return [day.distance_m for day in drafted.days if day.kind is DayKind.WALK_RUN]


def test_who_said_nothing_gets_the_ordinary_numbers() -> None:
    assert caution() == Caution()
    assert (Caution().week_growth, Caution().hard_gap_days) == (1.30, 2)


@pytest.mark.parametrize(
    ("diary", "athlete", "because"),
    [
        (NO_DIARY, OLDER, "age of 50"),
        (NO_DIARY, Athlete(experience=Experience.NEW), "first year"),
        (Diary(injuries=(INJURY,)), None, "injury within twelve months"),
    ],
)
def test_age_a_first_year_and_an_injury_ask_for_slower_numbers(
    diary: Diary, athlete: Athlete | None, because: str
) -> None:
    careful = caution(diary, athlete)
    assert (careful.week_growth, careful.hard_gap_days, careful.sessions_per_phase) == (1.2, 3, 3)
    assert careful.because is not None
    assert because in wording.sentence(careful.because)
    assert "Our choice" in wording.sentence(careful.because)


def test_an_injury_of_two_years_ago_asks_for_nothing() -> None:
    long_ago = MONDAY - timedelta(days=800)
    old = Injury(
        region=BodyRegion.CALF, side=Side.LEFT, start=long_ago, end=long_ago + timedelta(days=9)
    )
    assert caution(Diary(injuries=(old,))) == Caution()


def test_a_sore_tendon_keeps_hard_runs_three_days_apart_and_changes_nothing_else() -> None:
    sore = caution(Diary(pain=(pain(BodySite.ACHILLES, 1, day=MONDAY - timedelta(days=2)),)))
    assert sore.hard_gap_days == 3
    assert (sore.week_growth, sore.sessions_per_phase) == (1.3, 2)


def test_hard_runs_of_an_older_runner_are_three_days_apart() -> None:
    drafted = plan(athlete=OLDER)
    assert all((b - a).days >= 3 for a, b in pairwise(hard(drafted)))
    assert any("age of 50" in wording.sentence(note) for note in drafted.notes)


def test_21_days_off_in_health_are_stepped_back_from_and_through_injury_walked_and_run() -> None:
    day = LAST_RUN + timedelta(days=22)
    in_health = plan(day=day)
    assert ladder(in_health) == []
    assert week_m(in_health) <= 0.5 * 31_000
    through_injury = plan(Diary(injuries=(INJURY,)), day=day)
    assert first_run(through_injury).kind is DayKind.WALK_RUN
    # After an injury each step comes three times.
    assert ladder(through_injury)[:7] == [1_600] * 3 + [2_400] * 4
    assert "21 days off" in wording.sentence(first_run(through_injury).reason)


@pytest.mark.parametrize(("off", "is_ladder"), [(13, False), (14, True)])
def test_two_weeks_off_through_injury_are_where_the_ladder_begins(
    off: int,
    is_ladder: bool,  # noqa: FBT001 - a case's value
) -> None:
    drafted = plan(Diary(injuries=(INJURY,)), day=LAST_RUN + timedelta(days=off + 1))
    assert bool(ladder(drafted)) is is_ladder


def test_an_injury_that_was_over_before_the_break_asks_for_no_ladder() -> None:
    over = Injury(
        region=BodyRegion.CALF,
        side=Side.LEFT,
        start=LAST_RUN - timedelta(days=20),
        end=LAST_RUN - timedelta(days=9),
    )
    assert ladder(plan(Diary(injuries=(over,)), day=LAST_RUN + timedelta(days=22))) == []


def _after_ladder_runs(entries: int, score: int) -> TrainingPlan:
    back = LAST_RUN + timedelta(days=41)
    done = [activity(back + timedelta(days=2 * n), 1_600, number=800 + n) for n in range(entries)]
    last = done[-1].local_date
    sore = pain(BodySite.CALF, score, day=last, morning=0)
    calm = [
        pain(BodySite.CALF, None, number=2 + n, day=last + timedelta(days=1 + n), morning=0)
        for n in range(2)
    ]
    return plan(Diary(pain=(sore, *calm)), day=last + timedelta(days=3), runs=[*STEADY, *done])


def test_a_sore_session_of_the_ladder_is_done_again() -> None:
    assert ladder(_after_ladder_runs(2, 0))[0] == 2_400
    assert ladder(_after_ladder_runs(2, 3))[0] is not None
    assert (ladder(_after_ladder_runs(2, 3))[0] or 0) <= 1_600


def test_a_session_of_the_ladder_that_hurt_too_much_steps_back_a_rung() -> None:
    days = [MONDAY + timedelta(days=2 * n) for n in range(5)]
    pace = LadderPace(stepped_back=frozenset({days[4]}))
    assert LadderPace().phase(LadderPace().sessions_done(days)) is LADDER[2]
    assert pace.phase(pace.sessions_done(days)) is LADDER[1]
    first: list[date] = days[:1]
    assert LadderPace(stepped_back=frozenset(first)).sessions_done(first) == 0


def test_after_the_ladder_weeks_grow_by_a_third_at_most_and_stop_at_three_fifths() -> None:
    drafted = wished_plan(weeks=12, as_of=LAST_SUNDAY + timedelta(days=41))
    totals = [week.planned_m for week in drafted.weeks]
    assert max(totals) <= 0.60 * 35_500 * 8 / 7
    for number in range(5, len(totals)):
        assert totals[number] <= 1.30 * max(totals[number - 4 : number])
    assert "three fifths" in wording.sentence(
        next(d for d in reversed(drafted.days) if d.distance_m).reason
    )


def test_a_first_plan_of_twelve_weeks_stays_small() -> None:
    drafted = wished_plan(weeks=12, history=[])
    assert max(week.planned_m for week in drafted.weeks) <= 17_500
    assert max(day.distance_m or 0 for day in drafted.days) <= 4_500


def test_a_ladder_week_of_a_small_runner_that_is_full_rests() -> None:
    small = weekly_runs(16, {1: 1_200, 3: 1_200, 6: 1_500}, start=STEADY[0].local_date)
    day = small[-1].local_date + timedelta(days=22)
    hurt = replace(INJURY, start=small[-1].local_date, end=day)
    drafted = plan(Diary(injuries=(hurt,)), runs=small, day=day)
    assert any("kilometres already" in wording.sentence(d.reason) for d in drafted.days[:8])
