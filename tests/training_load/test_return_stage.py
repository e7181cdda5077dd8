from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.training_load.return_stage import LADDER, LadderPace, ladder_start, return_stage
from runadvisor.training_load.runs import run_sessions
from tests.builders import DAY_ONE, activity, runs

if TYPE_CHECKING:
    from runadvisor.training_load.return_stage import ReturnStage

FOUR_WEEKS = [(offset, 10_000) for offset in (0, 4, 7, 11, 14, 18, 21, 25)]
"""20 km a week, nothing over 10 km; the last run on day 25."""


def _stage(extra: list[tuple[int, int]], offset: int) -> ReturnStage:
    sessions = run_sessions(runs(FOUR_WEEKS + extra))
    return return_stage(sessions, DAY_ONE + timedelta(days=offset))


def test_six_days_off_ask_for_nothing() -> None:
    stage = _stage([], 32)
    assert (stage.run_limit_m, stage.week_room_m, stage.allows_hard) == (None, None, True)


@pytest.mark.parametrize("offset", [33, 39])
def test_after_7_to_13_days_off_the_first_run_is_four_fifths_of_the_longest(offset: int) -> None:
    stage = _stage([], offset)
    assert (stage.run_limit_m, stage.week_room_m, stage.allows_hard) == (8_000, None, False)


def test_after_a_short_break_there_is_nothing_hard_for_three_days() -> None:
    assert not _stage([(33, 8_000)], 35).allows_hard
    assert _stage([(33, 8_000)], 36).allows_hard
    assert _stage([(33, 8_000)], 34).run_limit_m is None


@pytest.mark.parametrize(("offset", "break_days"), [(40, 14), (55, 29)])
def test_after_14_to_29_days_off_the_first_week_is_half(offset: int, break_days: int) -> None:
    stage = _stage([], offset)
    assert (stage.break_days, stage.run_limit_m, stage.week_room_m) == (break_days, 5_000, 10_000)
    assert not stage.allows_hard


def test_the_three_weeks_back_hold_50_65_and_80_percent() -> None:
    back = [(40, 5_000), (47, 5_000), (53, 5_000), (60, 5_000)]
    rooms = [
        (_stage(back, offset).run_limit_m, _stage(back, offset).week_room_m)
        for offset in (41, 47, 54, 61)
    ]
    assert rooms == [(5_000, 5_000), (6_500, 13_000), (8_000, 16_000), (None, None)]


def test_nothing_hard_comes_before_day_15_after_a_long_break() -> None:
    back = [(40, 5_000), (47, 5_000)]
    assert not _stage(back, 53).allows_hard
    assert _stage(back, 54).allows_hard


def test_after_30_days_off_the_ladder_starts_at_its_first_phase() -> None:
    stage = _stage([], 56)
    assert stage.ladder is LADDER[0]
    assert stage.run_limit_m == 1_600


def test_each_phase_of_the_ladder_is_done_twice() -> None:
    assert _stage([(56, 1_600)], 58).ladder is LADDER[0]
    assert _stage([(56, 1_600), (58, 1_600)], 60).ladder is LADDER[1]


def test_a_sore_session_is_done_again_and_a_painful_one_goes_back_a_rung() -> None:
    days = [DAY_ONE + timedelta(days=2 * number) for number in range(5)]
    assert LadderPace().sessions_done(days) == 5
    assert LadderPace(repeated=frozenset(days[1:3])).sessions_done(days) == 3
    assert LadderPace(stepped_back=frozenset({days[4]})).sessions_done(days) == 2
    assert LadderPace(stepped_back=frozenset({days[0]})).sessions_done(days) == 4


def test_days_that_were_run_elsewhere_belong_to_no_break() -> None:
    sessions = run_sessions(runs(FOUR_WEEKS))
    day = DAY_ONE + timedelta(days=40)
    elsewhere = {DAY_ONE + timedelta(days=offset) for offset in range(28, 34)}
    assert return_stage(sessions, day).break_days == 14
    assert return_stage(sessions, day, elsewhere=elsewhere).break_days == 8
    elsewhere |= {DAY_ONE + timedelta(days=offset) for offset in (35, 36)}
    assert return_stage(sessions, day, elsewhere=elsewhere).break_days == 0


def test_after_twelve_sessions_the_ladder_is_climbed() -> None:
    climbed = [(56 + 2 * step, 3_000) for step in range(12)]
    assert _stage(climbed, 80).ladder is None


def test_six_weeks_after_the_first_run_back_the_ladder_is_silent() -> None:
    assert (
        _stage(
            [
                (56, 3_000),
                (60, 3_000),
                (66, 3_000),
                (72, 3_000),
                (78, 3_000),
                (84, 3_000),
                (90, 3_000),
                (96, 3_000),
            ],
            99,
        ).ladder
        is None
    )


def test_of_two_breaks_the_stricter_one_counts() -> None:
    stage = _stage([(40, 5_000), (48, 5_000)], 49)
    assert stage.run_limit_m == 6_500
    assert not stage.allows_hard


def test_without_any_run_no_break_speaks() -> None:
    assert return_stage([], DAY_ONE).break_days == 0


def test_someone_who_never_ran_climbs_the_ladder_and_is_done() -> None:
    assert ladder_start([]).ladder is LADDER[0]
    assert ladder_start([DAY_ONE + timedelta(days=2 * n) for n in range(12)]).ladder is None


def test_a_break_never_asks_for_less_than_the_first_rung_three_times_a_week() -> None:
    stage = return_stage(run_sessions(runs([(0, 1_000)])), DAY_ONE + timedelta(days=20))
    assert (stage.run_limit_m, stage.week_room_m) == (1_600, 4_800)


def test_two_runs_on_one_day_are_one_day_back() -> None:
    evening = DAY_ONE + timedelta(days=45)
    late = activity(evening, 2_000, number=99)
    late = replace(late, started_at=late.started_at + timedelta(hours=6))
    sessions = run_sessions([*runs([*FOUR_WEEKS, (45, 3_000)]), late])
    assert return_stage(sessions, DAY_ONE + timedelta(days=47)).week_room_m == 5_000
