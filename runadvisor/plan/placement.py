"""Where the runs of one week go: a small integer programme.

Locked days and free days must be met whenever that is possible, among rules that
reach over the edges of a week. Trying all weeks would do for one week; with every wish
a runner may have it would be a search of our own, and HiGHS has a better one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.plan import DayKind
from runadvisor.plan.constraints import HARD_KINDS, MOST_RUN_DAYS, STRENGTH_BLOCKS_A_WEEK
from runadvisor.plan.programme import Linear, Programme, settled, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

PLACED_KINDS = (DayKind.REST, DayKind.EASY, DayKind.LONG, DayKind.HARD, DayKind.CROSS)
FLOOR_RUN_DAYS = DAYS_PER_WEEK - 1
"""One day in seven without running is the floor (P01)."""

# What a broken rule costs, in the order of rules.md 22; habits weigh about 1.
_HARD_GAP_COST = 4_000.0
_FLOOR_COST = 1_000.0
_TARGET_COST = 200.0
_NEAR_LONG_COST = 60.0
_RUN_DAY_WORTH = 20.0
_LONG_WORTH = 12.0
_HARD_WORTH = 6.0
_CROSS_WORTH = 1.5
_BLOCK_WORTH = 2.0
_MOVING_BLOCK_WORTH = 0.4
_LONG_DAY_WORTH = 1.5
_WISHED_DAY_WORTH = 8.0
_HABIT_WORTH = 5.0
_ROW_COST = 0.6
_FAR_WORTH = 0.05
_LATER_COST = 1e-4
"""Of two equal weeks always the same one: later days count a hair less."""


class ClashKind(StrEnum):
    """Which rule a week cannot keep."""

    HARD_GAP = "hard-gap"
    REST_FLOOR = "rest-floor"
    REST_TARGET = "rest-target"
    NEAR_LONG = "near-long"


@dataclass(frozen=True, slots=True)
class Clash:
    """A rule that the days of a week do not keep, and the days it is about."""

    kind: ClashKind
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekAsk:
    """One training week to place, or the part of it that is still to come.

    Days are whole numbers: 0 is the Monday of the week, -1 the day before it.
    """

    days: tuple[int, ...]
    """Consecutive, within 0 to 6."""
    allowed: tuple[tuple[int, frozenset[DayKind]], ...]
    """What each day may hold."""
    locked: tuple[tuple[int, DayKind], ...] = ()
    """What the runner has set; it stands."""
    around: tuple[tuple[int, DayKind], ...] = ()
    """Kinds of the days before, and of locked days after; rest where nothing is said."""
    planned_from: int = -DAYS_PER_WEEK
    """First day of the plan: seven days that begin before it keep the floor, not the target."""
    heavy_before: bool = False
    """Whether the eve of the first day has a heavy block."""
    run_days: int
    """How many runs are wanted; locked ones count."""
    long_weekday: int
    wants_hard: bool
    wants_cross: bool
    strength_blocks: int = STRENGTH_BLOCKS_A_WEEK
    """Heavy blocks wanted; fewer where hard and long days leave no room."""
    hard_gap_days: int
    """Fewest days from one hard run to the next."""
    weekday_share: tuple[float, ...]
    long_weekday_share: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlacement:
    """What each day of a week holds."""

    kinds: Mapping[int, DayKind]
    heavy: frozenset[int]
    """Days with a heavy strength block."""
    clashes: tuple[Clash, ...]
    """Rules that locked days leave no room for; empty when all are kept."""


@lru_cache(maxsize=256)
def place_week(ask: WeekAsk) -> WeekPlacement:
    """Return the week that keeps every rule and lies nearest to the runner's habits.

    Where locked days leave no such week, the rule lowest in the order gives way and the
    clash is named. Equal input gives equal output: one thread, a fixed seed.
    """
    model = _Model(ask)
    locked = dict(ask.locked)
    kinds = {day: locked[day] if day in locked else model.kind_of(day) for day in ask.days}
    heavy = frozenset(day for day in ask.days if model.is_heavy(day))
    return WeekPlacement(kinds=kinds, heavy=heavy, clashes=tuple(clashes(ask, kinds)))


def clashes(ask: WeekAsk, kinds: Mapping[int, DayKind]) -> Iterator[Clash]:
    """Yield every rule that a week with these kinds does not keep."""
    every = {**dict(ask.around), **kinds}
    for one, other in _close_pairs(ask):
        if every.get(one) in HARD_KINDS and every.get(other) in HARD_KINDS:
            yield Clash(ClashKind.HARD_GAP, (one, other))
    for window in _windows(ask):
        running = sum(every.get(day, DayKind.REST).is_run for day in window)
        if running > FLOOR_RUN_DAYS:
            yield Clash(ClashKind.REST_FLOOR, (window[0], window[-1]))
        elif running > MOST_RUN_DAYS and window[0] >= ask.planned_from:
            yield Clash(ClashKind.REST_TARGET, (window[0], window[-1]))
    for hard, long in _neighbours(ask):
        if every.get(hard) in HARD_KINDS and every.get(long) is DayKind.LONG:
            yield Clash(ClashKind.NEAR_LONG, (hard, long))


def _close_pairs(ask: WeekAsk) -> Iterator[tuple[int, int]]:
    """Yield pairs of days too close for two hard runs, of which one at least is placed here."""
    placed = set(ask.days)
    for one in range(ask.days[0] - ask.hard_gap_days + 1, ask.days[-1] + 1):
        for other in range(one + 1, one + ask.hard_gap_days):
            if one in placed or other in placed:
                yield one, other


def _neighbours(ask: WeekAsk) -> Iterator[tuple[int, int]]:
    """Yield pairs of days next to each other, in both orders, of which one is placed here."""
    for one in range(ask.days[0] - 1, ask.days[-1] + 1):
        yield one, one + 1
        yield one + 1, one


def _windows(ask: WeekAsk) -> Iterator[range]:
    """Yield every stretch of seven days that ends in the week or reaches locked days after it."""
    last = max([ask.days[-1], *(day for day, _ in ask.around)])
    for end in range(ask.days[0], min(last, ask.days[-1] + DAYS_PER_WEEK - 1) + 1):
        yield range(end - DAYS_PER_WEEK + 1, end + 1)


class _Model:
    """The programme: one yes or no for each kind a day may hold, one for its heavy block."""

    def __init__(self, ask: WeekAsk) -> None:
        self._ask = ask
        self._locked = dict(ask.locked)
        self._around = dict(ask.around)
        allowed = dict(ask.allowed)
        self._programme = Programme()
        self._kind = {
            (day, kind): self._programme.yes_or_no()
            for day in ask.days
            if day not in self._locked
            for kind in PLACED_KINDS
            if kind in allowed[day]
        }
        self._heavy = {day: self._programme.yes_or_no() for day in ask.days}
        for day in ask.days:
            if day not in self._locked:
                self._programme.exactly(self._any(day, PLACED_KINDS), 1)
        self._rules()
        self._counts()
        self._habits()
        self._blocks()
        self._programme.solve()

    def kind_of(self, day: int) -> DayKind:
        return next(
            kind
            for kind in PLACED_KINDS
            if (day, kind) in self._kind and self._programme.is_yes(self._kind[day, kind])
        )

    def is_heavy(self, day: int) -> bool:
        return self._programme.is_yes(self._heavy[day])

    def _any(self, day: int, kinds: Iterable[DayKind]) -> Linear:
        """Return 1 where the day holds one of these kinds."""
        kinds = frozenset(kinds)
        known = self._locked.get(day)
        if known is None and day not in self._ask.days:
            known = self._around.get(day, DayKind.REST)
        if known is not None:
            return settled(known in kinds)
        return total(self._kind[day, kind] for kind in kinds if (day, kind) in self._kind)

    def _runs(self, day: int) -> Linear:
        return self._any(day, (kind for kind in DayKind if kind.is_run))

    def _rules(self) -> None:
        ask, programme = self._ask, self._programme
        for one, other in _close_pairs(ask):
            pair = self._any(one, HARD_KINDS) + self._any(other, HARD_KINDS)
            programme.rather_at_most(pair, 1, cost=_HARD_GAP_COST)
        for window in _windows(ask):
            running = total(self._runs(day) for day in window)
            programme.rather_at_most(running, FLOOR_RUN_DAYS, cost=_FLOOR_COST)
            if window[0] >= ask.planned_from:
                programme.rather_at_most(running, MOST_RUN_DAYS, cost=_TARGET_COST)
        for hard, long in _neighbours(ask):
            near = self._any(hard, HARD_KINDS) + self._any(long, [DayKind.LONG])
            programme.rather_at_most(near, 1, cost=_NEAR_LONG_COST)

    def _counts(self) -> None:
        ask = self._ask
        for kind, alike, wanted in (
            (DayKind.LONG, {DayKind.LONG}, 1),
            (DayKind.HARD, HARD_KINDS, int(ask.wants_hard)),
            (DayKind.CROSS, {DayKind.CROSS}, int(ask.wants_cross)),
        ):
            locked = sum(each in alike for each in self._locked.values())
            free = total(v for (_, of), v in self._kind.items() if of is kind)
            self._programme.at_most(free, max(wanted - locked, 0))
        locked_runs = sum(kind.is_run for kind in self._locked.values())
        free = total(v for (_, kind), v in self._kind.items() if kind.is_run)
        self._programme.at_most(free, max(ask.run_days - locked_runs, 0))

    def _habits(self) -> None:
        ask, programme = self._ask, self._programme
        for (day, kind), decision in self._kind.items():
            programme.worth(decision, _worth(ask, day, kind))
        for morrow in ask.days:
            eve = morrow - 1
            programme.worth_together(self._runs(eve), self._runs(morrow), -_ROW_COST)
            long_before = self._any(eve, [DayKind.LONG])
            programme.worth_together(long_before, self._runs(morrow), -_ROW_COST)

    def _blocks(self) -> None:
        """Keep heavy blocks off hard and long days, their eves, and each other (P08)."""
        ask, programme = self._ask, self._programme
        demanding = (*HARD_KINDS, DayKind.LONG)
        programme.at_most(total(self._heavy.values()), ask.strength_blocks)
        for day in ask.days:
            heavy = self._heavy[day]
            for busy in (self._any(day, demanding), self._any(day + 1, demanding)):
                programme.at_most(heavy + busy, 1)
            if day + 1 in self._heavy:
                programme.at_most(heavy + self._heavy[day + 1], 1)
            moves = self._any(day, [DayKind.EASY, DayKind.CROSS, DayKind.WALK_RUN])
            programme.worth_together(heavy, moves, _MOVING_BLOCK_WORTH)
            programme.worth(heavy, _BLOCK_WORTH - _LATER_COST * day)
        first, last = ask.days[0], ask.days[-1]
        if ask.heavy_before:
            programme.at_most(self._heavy[first], 0)
            programme.rather_at_most(self._any(first, demanding), 0, cost=_NEAR_LONG_COST)
        if (last + 1) % DAYS_PER_WEEK == ask.long_weekday:
            # The next week, not placed yet, begins with its long run.
            programme.at_most(self._heavy[last], 0)


def _worth(ask: WeekAsk, day: int, kind: DayKind) -> float:
    """Return what it is worth to the runner's habits that a day holds a kind."""
    far = min((day - ask.long_weekday) % DAYS_PER_WEEK, (ask.long_weekday - day) % DAYS_PER_WEEK)
    worth = -_LATER_COST * day
    if kind.is_run:
        worth += _RUN_DAY_WORTH + _HABIT_WORTH * ask.weekday_share[day]
    if kind is DayKind.LONG:
        worth += _LONG_WORTH + _LONG_DAY_WORTH * ask.long_weekday_share[day]
        worth += _WISHED_DAY_WORTH * (day == ask.long_weekday)
    if kind is DayKind.HARD:
        worth += _HARD_WORTH + _FAR_WORTH * far
    if kind is DayKind.CROSS:
        worth += _CROSS_WORTH + _FAR_WORTH * far
    return worth
