"""Rows of the history: which match, in which order, and what belongs to each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.domain.activity import BY_HAND, Source, Sport
from runadvisor.domain.text import Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning
from runadvisor.gui.run_rows import Column, RunFilter, in_order, run_rows, total_m
from tests.builders import DAY_ONE, activity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runadvisor.domain.activity import Activity
    from runadvisor.gui.run_rows import RunRow

RIVER = activity(DAY_ONE, 12_000, number=1, name="Along the River", session_rpe=6.0)
RIDE = activity(
    DAY_ONE + timedelta(days=3), 30_000, number=2, name="Commute", sport=Sport.RIDE, notes="windy"
)
TYPED = activity(
    DAY_ONE + timedelta(days=40),
    None,
    number=3,
    sources=(Source(path="typed in", member=None, format=BY_HAND),),
)
ALL = (RIVER, RIDE, TYPED)


def warning(activity_ids: tuple[int, ...], tier: Tier = Tier.WATCH) -> TrainingWarning:
    """Return a warning of some activities."""
    words = Message("A run much longer than usual")
    return TrainingWarning(
        rule="R01",
        code="session-spike",
        tier=tier,
        grade=EvidenceGrade.MODERATE,
        date=DAY_ONE,
        clears_on=None,
        activity_ids=activity_ids,
        title=words,
        message=words,
        values={},
        clears=words,
        sure=words,
        not_shown=words,
        citations=("frandsen2025",),
    )


def _ids(rows: Iterable[RunRow]) -> list[int]:
    return [row.activity.activity_id for row in rows]


def _found(wanted: RunFilter, activities: Iterable[Activity] = ALL) -> list[int]:
    return _ids(wanted.chosen(run_rows(activities)))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("river", [1]),
        ("RIVER along", [1]),
        ("january", [1, 2]),
        ("ride", [2]),
        ("windy", [2]),
        ("typed", [3]),
        ("river ride", []),
        ("2026-01-05", [1]),
        ("  ", [1, 2, 3]),
    ],
)
def test_every_word_has_to_be_in_title_notes_sport_day_or_source(
    words: str, found: list[int]
) -> None:
    assert _found(RunFilter(words=words)) == found


def test_both_days_of_a_range_are_in_it() -> None:
    both = RunFilter(first_day=RIVER.local_date, last_day=RIDE.local_date)
    assert _found(both) == [1, 2]
    assert _found(replace(both, last_day=RIDE.local_date - timedelta(days=1))) == [1]


def test_sports_and_sources_let_any_of_theirs_through() -> None:
    assert _found(RunFilter(sports=frozenset({Sport.RUN, Sport.SWIM}))) == [1, 3]
    assert _found(RunFilter(sources=frozenset({"Typed in"}))) == [3]


def test_a_warning_marks_the_activity_that_fired_it_and_no_other() -> None:
    said = [
        warning(activity_ids=(1, 2), tier=Tier.INFO),
        warning(activity_ids=(1,), tier=Tier.ACT),
        warning(activity_ids=()),
    ]
    rows = run_rows(ALL, warnings=said)
    assert [row.tier for row in rows] == [Tier.ACT, None, None]
    assert [each.tier for each in rows[0].warnings] == [Tier.ACT, Tier.INFO]
    assert _ids(RunFilter(has_warning=True).chosen(rows)) == [1]


def test_deleted_ones_are_shown_alone_or_not_at_all() -> None:
    rows = run_rows((RIVER,), (RIDE,))
    assert _ids(RunFilter().chosen(rows)) == [1]
    assert _ids(RunFilter(is_deleted=True).chosen(rows)) == [2]
    assert RunFilter(is_deleted=True).is_empty


def test_a_pace_belongs_to_runs_alone() -> None:
    rows = run_rows(ALL)
    assert [row.pace_s_per_km for row in rows] == [360.0, None, None]
    assert total_m(rows) == 12_000


@pytest.mark.parametrize("is_descending", [True, False])
@pytest.mark.parametrize("column", list(Column))
def test_what_is_not_known_comes_last_whichever_way(column: Column, *, is_descending: bool) -> None:
    bare = activity(DAY_ONE, None, number=9, moving_time_s=None, elapsed_time_s=None)
    full = activity(
        DAY_ONE + timedelta(days=1),
        number=4,
        name="full",
        elevation_gain_m=100.0,
        average_heart_rate_bpm=140.0,
        session_rpe=3.0,
    )
    rows = run_rows((bare, full), warnings=[warning(activity_ids=(4,))])
    ordered = _ids(in_order(rows, column, is_descending=is_descending))
    if column in {Column.DAY, Column.SPORT, Column.SOURCE}:
        assert set(ordered) == {4, 9}
    else:
        assert ordered == [4, 9]


@given(
    st.lists(st.tuples(st.integers(0, 400), st.sampled_from([None, 5_000, 8_000, 8_100]))),
    st.sampled_from(list(Column)),
    st.booleans(),
)
def test_an_order_loses_nothing_and_puts_the_newer_of_equals_first(
    days: list[tuple[int, int | None]],
    column: Column,
    is_descending: bool,  # noqa: FBT001 - drawn
) -> None:
    rows = run_rows(
        activity(DAY_ONE + timedelta(days=day), metres, number=number)
        for number, (day, metres) in enumerate(days)
    )
    ordered = in_order(rows, column, is_descending=is_descending)
    assert sorted(_ids(ordered)) == sorted(_ids(rows))
    if column is Column.DISTANCE:
        for one, other in pairwise(ordered):
            if one.activity.distance_m == other.activity.distance_m:
                assert one.activity.started_at >= other.activity.started_at
