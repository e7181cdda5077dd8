"""Where the runs of a week go: habits kept, rules first, locked days untouched."""

from __future__ import annotations

import subprocess
import sys
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor.plan.placement import (
    PLACED_KINDS,
    ClashKind,
    WeekAsk,
    WeekPlacement,
    clashes,
    place_week,
)

if TYPE_CHECKING:
    from runadvisor.domain.plan import DayKind

REST, EASY, LONG, HARD, CROSS = PLACED_KINDS
ANYTHING = frozenset(PLACED_KINDS)
WEEK = tuple(range(7))


def ask(**fields: Any) -> WeekAsk:
    days = fields.pop("days", WEEK)
    return WeekAsk(
        **{
            "days": days,
            "allowed": tuple((day, ANYTHING) for day in days),
            "run_days": 4,
            "long_weekday": 6,
            "wants_hard": True,
            "wants_cross": True,
            "hard_gap_days": 2,
            "weekday_share": (0.0, 0.25, 0.0, 0.25, 0.0, 0.25, 0.25),
            "long_weekday_share": (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        }
        | fields
    )


def kinds(placed: WeekPlacement) -> list[DayKind]:
    return [placed.kinds[day] for day in sorted(placed.kinds)]


def test_the_week_keeps_the_runners_own_days() -> None:
    placed = place_week(ask())
    assert [day for day in WEEK if placed.kinds[day].is_run] == [1, 3, 5, 6]
    assert placed.kinds[6] is LONG
    assert placed.kinds[3] is HARD


def test_someone_who_runs_every_day_is_offered_five() -> None:
    every = place_week(ask(run_days=7, weekday_share=(1 / 7,) * 7))
    assert sum(kind.is_run for kind in every.kinds.values()) == 5


def test_a_day_without_time_holds_no_run() -> None:
    free = tuple((d, ANYTHING if d != 3 else frozenset({REST, CROSS})) for d in WEEK)
    placed = place_week(ask(allowed=free))
    assert not placed.kinds[3].is_run
    assert sum(kind.is_run for kind in placed.kinds.values()) == 4


def test_a_wish_for_the_long_day_beats_the_habit() -> None:
    assert place_week(ask(long_weekday=2)).kinds[2] is LONG


def test_a_hard_day_is_two_days_from_the_last_one_before_the_week() -> None:
    placed = place_week(ask(around=((-1, HARD),), weekday_share=(1.0, 0, 0, 0, 0, 0, 0)))
    assert placed.kinds[0] is not HARD


def test_with_tendon_pain_hard_days_are_three_days_apart() -> None:
    placed = place_week(ask(around=((-1, HARD),), hard_gap_days=3))
    assert HARD not in {placed.kinds[0], placed.kinds[1]}


def test_six_runs_before_the_week_make_its_first_day_rest() -> None:
    placed = place_week(
        ask(around=tuple((-n, EASY) for n in range(1, 7)), weekday_share=(1.0, 0, 0, 0, 0, 0, 0))
    )
    assert not placed.kinds[0].is_run


def test_a_locked_day_next_week_is_looked_at_already() -> None:
    placed = place_week(ask(around=((7, HARD),), long_weekday=5))
    assert placed.kinds[6] not in {HARD, LONG}


def test_locked_days_stand_and_the_rule_they_break_is_named() -> None:
    placed = place_week(ask(locked=((1, HARD), (2, HARD))))
    assert placed.kinds[1] is placed.kinds[2] is HARD
    assert [clash.kind for clash in placed.clashes] == [ClashKind.HARD_GAP]


def test_a_week_of_locked_runs_is_kept_and_named() -> None:
    placed = place_week(ask(locked=tuple((day, EASY) for day in WEEK)))
    assert kinds(placed) == [EASY] * 7
    assert ClashKind.REST_FLOOR in {clash.kind for clash in placed.clashes}


def test_solving_prints_nothing() -> None:
    code = "from tests.plan.test_placement import ask, place_week; place_week(ask())"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, check=True
    )
    assert done.stdout == b""


around = st.dictionaries(st.integers(-7, -1), st.sampled_from([EASY, HARD, LONG]), max_size=7)
locked = st.dictionaries(st.integers(0, 6), st.sampled_from([REST, EASY, HARD, LONG]), max_size=4)
barred = st.sets(st.integers(0, 6), max_size=5)
asks = st.builds(
    lambda before, fixed, busy, runs, gap, long_day: ask(
        around=tuple(sorted(before.items())),
        locked=tuple(sorted(fixed.items())),
        allowed=tuple((d, frozenset({REST, CROSS}) if d in busy else ANYTHING) for d in WEEK),
        run_days=runs,
        hard_gap_days=gap,
        long_weekday=long_day,
    ),
    around,
    locked,
    barred,
    st.integers(1, 6),
    st.sampled_from([2, 3]),
    st.integers(0, 6),
)


@settings(max_examples=60)
@given(asks)
def test_whatever_is_asked_locked_days_stand_and_blocks_keep_off_demanding_days(
    week: WeekAsk,
) -> None:
    placed = place_week(week)
    for day, kind in week.locked:
        assert placed.kinds[day] is kind
    for day, allowed in week.allowed:
        assert day in dict(week.locked) or placed.kinds[day] in allowed
    for day in placed.heavy:
        assert placed.kinds[day] not in {LONG, HARD}
        assert placed.kinds.get(day + 1) not in {LONG, HARD}
        assert day + 1 not in placed.heavy


@settings(max_examples=12)
@given(asks)
def test_where_the_solver_names_a_clash_no_week_at_all_is_without_one(week: WeekAsk) -> None:
    placed = place_week(week)
    if placed.clashes:
        assert not any(not list(clashes(week, tried)) for tried in _every_week(week))


@pytest.mark.slow
@pytest.mark.timeout(1_800)
@settings(max_examples=100)
@given(asks)
def test_brute_force_agrees_with_the_solver(week: WeekAsk) -> None:
    can_be_kept = any(not list(clashes(week, tried)) for tried in _every_week(week))
    assert (not place_week(week).clashes) == can_be_kept


def _every_week(week: WeekAsk) -> Any:
    """Every way to fill the days that are not locked; cross-training counts as rest."""
    fixed = dict(week.locked)
    allowed = dict(week.allowed)
    options = [[fixed[d]] if d in fixed else sorted(allowed[d] - {CROSS}) for d in week.days]
    return (dict(zip(week.days, chosen, strict=True)) for chosen in product(*options))
