"""The hard run of a week: few fast minutes first, more later, never more than fifteen."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from runadvisor import wording
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.plan import DayKind, EffortTarget
from runadvisor.plan.effort import OwnEffort, own_effort
from runadvisor.plan.habits import habits
from runadvisor.plan.hard_session import SESSIONS, first_step, hard_session
from runadvisor.warning.rule import facts
from tests.builders import activity, weekly_runs
from tests.plan.test_draft import FIVE_A_WEEK, LAST_SUNDAY, NEXT_MONDAY
from tests.plan.test_wishes import plan

STEADY = weekly_runs(20, FIVE_A_WEEK)
THRESHOLD = Athlete(threshold_speed_mps=3.2)


def test_a_first_fast_run_has_six_minutes_and_none_has_more_than_fifteen() -> None:
    assert hard_session(0, hard_before=0).fast_min == 6
    every = [session.fast_min for step in SESSIONS for session in step]
    assert (min(every), max(every)) == (6, 15)
    assert [hard_session(0, hard_before=n).fast_min for n in range(6)] == [6, 8, 12, 15, 15, 15]


def test_two_hard_runs_in_a_row_are_never_the_same() -> None:
    sessions = [hard_session(3, hard_before=n) for n in range(6)]
    assert all(one != other for one, other in pairwise(sessions))


def test_who_ran_nothing_fast_for_four_weeks_starts_with_few_minutes_and_is_told() -> None:
    drafted = plan()
    first = next(day for day in drafted.days if day.kind is DayKind.HARD)
    assert wording.sentence(first.title) == "Hard run, 6 × 1 min"
    assert "first fast running for four weeks" in wording.sentence(first.reason)


def test_who_ran_hard_lately_goes_on_where_they_were() -> None:
    hard = activity(LAST_SUNDAY - timedelta(days=4), 6_000, number=900, session_rpe=8.0)
    drafted = plan(history=[*STEADY, hard])
    first = next(day for day in drafted.days if day.kind is DayKind.HARD)
    assert wording.sentence(first.title) == "Hard run, 3 × 5 min"


@pytest.mark.parametrize(("fast_min", "step"), [(0, 0), (10, 1), (12, 2), (40, 3)])
def test_known_fast_minutes_of_a_week_set_the_start(fast_min: int, step: int) -> None:
    seconds = max(fast_min, 1) * 60.0
    speed = 3.4 if fast_min else 2.0
    run = activity(LAST_SUNDAY, speed * seconds, moving_time_s=seconds, number=901)
    known = facts([*STEADY[:-1], run], as_of=NEXT_MONDAY, athlete=THRESHOLD)
    assert first_step(known, frozenset()) == step


def test_a_hard_run_names_threshold_pace_and_the_entered_heart_rate_only() -> None:
    effort = OwnEffort(fast_pace_s_per_km=(300, 310), easy_most_bpm=140)
    assert effort.of(DayKind.HARD) == EffortTarget(pace_s_per_km=(300, 310))
    assert effort.of(DayKind.EASY) == EffortTarget(most_bpm=140)
    assert effort.of(DayKind.HILLS) is None
    assert OwnEffort().of(DayKind.LONG) is None


def _target(athlete: Athlete, kind: DayKind) -> EffortTarget | None:
    known = facts(STEADY, as_of=NEXT_MONDAY, athlete=athlete)
    usual = habits(known.activities, known.sessions, first_day=NEXT_MONDAY)
    assert usual is not None
    return own_effort(known, usual).of(kind)


def test_easy_stays_under_three_quarters_of_the_highest_heart_rate() -> None:
    easy = _target(Athlete(max_heart_rate_bpm=180), DayKind.EASY)
    assert easy == EffortTarget(pace_s_per_km=(360, 390), most_bpm=135)


def test_fast_parts_lie_around_the_entered_threshold() -> None:
    athlete = Athlete(
        max_heart_rate_bpm=180, threshold_heart_rate_bpm=164, threshold_speed_mps=1000 / 270
    )
    assert _target(athlete, DayKind.HARD) == EffortTarget(
        pace_s_per_km=(265, 275), least_bpm=159, most_bpm=169
    )


def test_no_beats_are_named_to_who_takes_a_heart_medicine() -> None:
    athlete = Athlete(max_heart_rate_bpm=180, takes_heart_rate_medicine=True)
    assert _target(athlete, DayKind.EASY) == EffortTarget(pace_s_per_km=(360, 390))
    assert _target(athlete, DayKind.CROSS) is None
