"""What the runner asks of a plan comes back as it was kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from runadvisor.domain.plan import DayKind, Goal, GoalKind, LockedDay, PlanWishes
from runadvisor.history.plan_wishes import wishes_of, wishes_text

if TYPE_CHECKING:
    from runadvisor.history.store import History

_days = st.dates(date(2020, 1, 1), date(2040, 1, 1))
_goals = st.one_of(
    st.just(Goal()),
    st.builds(lambda m: Goal(kind=GoalKind.BUILD, weekly_m=m), st.integers(1, 200_000)),
    st.builds(
        lambda day, m: Goal(kind=GoalKind.RACE, race_date=day, race_m=m),
        _days,
        st.integers(1, 100_000),
    ),
)
_locked = st.builds(
    lambda day, kind, m: LockedDay(date=day, kind=kind, distance_m=m),
    _days,
    st.sampled_from(DayKind),
    st.none() | st.integers(0, 50_000),
)
_wishes = st.builds(
    lambda goal, minutes, long, locked: PlanWishes(
        goal=goal, minutes=minutes, long_weekday=long, locked=tuple(locked)
    ),
    _goals,
    st.tuples(*[st.none() | st.integers(0, 600)] * 7),
    st.none() | st.integers(0, 6),
    st.lists(_locked, max_size=3),
)


@given(_wishes)
def test_any_wishes_come_back(wishes: PlanWishes) -> None:
    assert wishes_of(wishes_text(wishes)) == wishes


def test_a_note_is_kept_and_replaced(history: History) -> None:
    assert history.note("plan_wishes") is None
    history.set_note("plan_wishes", "one")
    history.set_note("plan_wishes", "two")
    assert history.note("plan_wishes") == "two"
