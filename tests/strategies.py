"""Any history a runner might have, for Hypothesis."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from runadvisor.domain.activity import Sport
from tests.builders import DAY_ONE, activity

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity

distances_m = st.one_of(
    st.integers(min_value=1_000, max_value=30_000),
    st.integers(min_value=10, max_value=300).map(lambda step: step * 100),
)


@st.composite
def histories(draw: st.DrawFn, *, max_runs: int = 60) -> list[Activity]:
    """Draw runs with gaps from none to months, two on a day now and then."""
    gaps = draw(st.lists(st.sampled_from([0, 1, 1, 1, 2, 2, 3, 4, 8, 16, 33]), max_size=max_runs))
    metres = draw(st.lists(distances_m, min_size=len(gaps), max_size=len(gaps)))
    day = DAY_ONE
    made = []
    for number, (gap, distance_m) in enumerate(zip(gaps, metres, strict=True), start=1):
        day += timedelta(days=gap)
        start = activity(day).started_at + timedelta(minutes=number)
        made.append(activity(day, distance_m, number=number, started_at=start))
    return made


@st.composite
def rich_histories(draw: st.DrawFn, *, max_activities: int = 40) -> list[Activity]:
    """Draw runs and rides of which some have a rating, a heart rate, a climb, and some do not."""
    made: list[Activity] = []
    for run in draw(histories(max_runs=max_activities)):
        beats = draw(st.sampled_from([None, 130.0, 152.0]))
        pace = draw(st.sampled_from([None, 0.25, 0.36, 0.36, 0.4]))
        made.append(
            replace(
                run,
                sport=draw(st.sampled_from([Sport.RUN, Sport.RUN, Sport.TRAIL_RUN, Sport.RIDE])),
                moving_time_s=pace and pace * (run.distance_m or 0),
                session_rpe=draw(st.sampled_from([None, 2.0, 4.0, 7.0])),
                average_heart_rate_bpm=beats,
                max_heart_rate_bpm=beats and beats + draw(st.sampled_from([10.0, 25.0])),
                elevation_gain_m=draw(st.sampled_from([None, 0.0, 120.0])),
            )
        )
    return made


@st.composite
def honest_histories(draw: st.DrawFn, *, max_runs: int = 40) -> list[Activity]:
    """Draw runs of which none was over its own limit."""
    from runadvisor.training_load.limits import LimitLedger  # noqa: PLC0415 - what it draws from
    from runadvisor.training_load.runs import run_sessions  # noqa: PLC0415

    day = DAY_ONE
    made = []
    for number in range(1, draw(st.integers(1, max_runs)) + 1):
        limit_m = LimitLedger(run_sessions(made)).limit(day).limit_m or 20_000
        distance_m = draw(st.integers(min_value=300, max_value=limit_m))
        made.append(activity(day, distance_m, number=number))
        day += timedelta(days=draw(st.sampled_from([1, 1, 2, 3, 5])))
    return made
