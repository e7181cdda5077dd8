"""One training week of a draft: days placed, runs measured, blocks added."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY, days, week_start
from runadvisor.domain.plan import DayKind, PlannedDay
from runadvisor.domain.text import N_, Message
from runadvisor.plan import day_words
from runadvisor.plan.blocks import blocks_of_day
from runadvisor.plan.constraints import rounded_down_m
from runadvisor.plan.held_back import held_back_m
from runadvisor.plan.hills import is_hilly_turn
from runadvisor.plan.ladder_day import SHORTEST_PLANNED_RUN_M, ladder_day
from runadvisor.plan.placement import PLACED_KINDS, WeekAsk, WeekPlacement, place_week
from runadvisor.plan.quiet_days import too_soon
from runadvisor.plan.run_day import (
    locked_day,
    most_in_time_m,
    rest_day,
    restful_day,
    run_day,
)
from runadvisor.plan.week_shape import wished_distances_m
from runadvisor.plan.what_if import planned_session

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from runadvisor.domain.plan import PlanBreach
    from runadvisor.plan.blocks import BlockChoice
    from runadvisor.plan.day_limit import DayLimit, Outlook
    from runadvisor.plan.frame import Frame
    from runadvisor.plan.week_shape import WeekShape

MOST_RUN_DAYS_WITH_CROSS = 4
WEEK_OVER_TARGET = 1.1
"""A week under way may end a tenth above its aim, no more."""
LONG_WEIGHT_AFTER_BREAK = 1.6
"""How much longer than the others the long run of a week after a break is; our choice."""
LONG_GAP_DAYS = 3
"""Fewest days from one long run to the next; our choice."""


@dataclass(frozen=True, slots=True)
class DraftedWeek:
    """The days of a week, and the wishes it could not meet."""

    days: tuple[PlannedDay, ...]
    given_way: tuple[Message, ...]
    too_soon: tuple[PlanBreach, ...] = ()
    """Locked days whose kind is not for now."""


def draft_week(
    frame: Frame,
    outlook: Outlook,
    span: tuple[date, ...],
    shape: WeekShape,
    before: Sequence[PlannedDay],
) -> DraftedWeek:
    """Return the planned days of ``span`` and enter their runs into the outlook."""
    if frame.starts_on_ladder or outlook.limit(span[0]).stage.ladder is not None:
        planned = _on_the_ladder(frame, outlook, span)
        kinds = {day.date: day.kind for day in planned}
        placed = place_week(_ask(frame, outlook, span, shape, before, kinds=kinds))
        return DraftedWeek(
            with_blocks(frame, planned, placed, before), tuple(_ladder_losses(frame, span))
        )
    ask = _ask(frame, outlook, span, shape, before)
    placed = place_week(ask)
    wished = _wished(frame, shape, placed, span)
    planned: list[PlannedDay] = []
    losses: list[Message] = []
    breaches: list[PlanBreach] = []
    for day in span:
        limit = outlook.limit(day)
        made = _placed_day(frame, outlook, day, shape, placed, wished, before=[*before, *planned])
        planned.append(made)
        losses.extend(_locked_loss(frame, made))
        breach = too_soon(frame, made, limit) if made.is_locked else None
        breaches += [] if breach is None else [breach]
        session = planned_session(made)
        if session is not None:
            outlook.plan(session)
    losses.extend(_long_day_loss(frame, span, placed))
    days = with_blocks(frame, planned, placed, before)
    return DraftedWeek(days, tuple(losses), tuple(breaches))


def _ask(
    frame: Frame,
    outlook: Outlook,
    span: tuple[date, ...],
    shape: WeekShape,
    before: Sequence[PlannedDay],
    *,
    kinds: Mapping[date, DayKind] | None = None,
) -> WeekAsk:
    monday = week_start(span[0])
    around = dict(_around(frame, span, before))
    if kinds is None:
        kinds = {day: wish.kind for day, wish in frame.locked.items() if day in span}
    done = sum(around.get(day, DayKind.REST).is_run for day in days(monday, span[0]))
    run_days = min(frame.run_days, shape.easy_runs + 1) - done
    if len(span) < DAYS_PER_WEEK:
        # A week under way holds what its habits hold from here on: missed runs stay missed.
        run_days = min(run_days, _usual_in(frame, span))
    last = before[-1] if before else None
    return WeekAsk(
        days=tuple(day.weekday() for day in span),
        allowed=tuple(
            (day.weekday(), _allowed(frame, day, outlook.limit(day), shape, before)) for day in span
        ),
        locked=tuple((day.weekday(), kind) for day, kind in sorted(kinds.items())),
        around=tuple(((day - monday).days, kind) for day, kind in sorted(around.items())),
        planned_from=((before[0].date if before else span[0]) - monday).days,
        heavy_before=last is not None and any(block.is_heavy for block in last.blocks),
        run_days=max(run_days, 0),
        long_weekday=frame.long_weekday,
        wants_hard=shape.may_be_hard,
        wants_cross=frame.run_days <= MOST_RUN_DAYS_WITH_CROSS,
        strength_blocks=frame.blocks.strength_a_week if frame.blocks.strength else 0,
        hard_gap_days=frame.caution.hard_gap_days,
        weekday_share=frame.usual.weekday_share,
        long_weekday_share=frame.usual.long_weekday_share,
    )


def _usual_in(frame: Frame, span: Sequence[date]) -> int:
    """Return how many runs usually fall on these days; at least one."""
    shares = frame.usual.weekday_share
    if not any(shares):
        return -(-frame.run_days * len(span) // DAYS_PER_WEEK)
    usual = sum(min(1.0, shares[day.weekday()] * frame.usual.run_days) for day in span)
    return max(1, round(usual))


def _around(
    frame: Frame, span: tuple[date, ...], before: Sequence[PlannedDay]
) -> Iterator[tuple[date, DayKind]]:
    """Yield the kinds of the days before the span, and of locked days soon after it."""
    planned = {day.date: day.kind for day in before}
    start = span[0] - timedelta(days=DAYS_PER_WEEK)
    for day in days(start, span[0]):
        if day in planned:
            yield day, planned[day]
        elif day in frame.hard_dates:
            yield day, DayKind.HARD
        elif day in frame.known.loading_days:
            yield day, DayKind.EASY
    end = span[-1] + timedelta(days=DAYS_PER_WEEK)
    yield from ((day, wish.kind) for day, wish in frame.locked.items() if span[-1] < day < end)


def _allowed(
    frame: Frame, day: date, limit: DayLimit, shape: WeekShape, before: Sequence[PlannedDay]
) -> frozenset[DayKind]:
    kinds = set(PLACED_KINDS)
    stage = limit.stage
    race = frame.race
    if not frame.is_free(day) or frame.is_resting(day):
        kinds -= {DayKind.EASY, DayKind.LONG, DayKind.HARD}
    if frame.is_quiet(day) or (race is not None and not race.allows_long(day)):
        kinds -= {DayKind.LONG, DayKind.HARD}
    if not frame.allows_long(day):
        kinds -= {DayKind.LONG, DayKind.HARD}
    if any(each.kind is DayKind.LONG and (day - each.date).days < LONG_GAP_DAYS for each in before):
        # The last week of a plan may be a day or two: they come right after the long run.
        kinds.discard(DayKind.LONG)
    may_be_hard = (
        shape.may_be_hard
        and stage.allows_hard
        and not stage.break_days
        and frame.knows_enough(day)
        and frame.allows_hard(day)
        and not frame.is_watched(day)
        and (race is None or race.allows_hard(day))
    )
    if not may_be_hard:
        kinds.discard(DayKind.HARD)
    return frozenset(kinds)


def _wished(
    frame: Frame, shape: WeekShape, placed: WeekPlacement, span: Sequence[date]
) -> Mapping[date, float]:
    """Return the metres wished for, scaled down where the week has had its share already."""
    runs = [day for day in span if placed.kinds[day.weekday()].is_run and day not in frame.locked]
    long_day = next((day for day in runs if placed.kinds[day.weekday()] is DayKind.LONG), None)
    wished = wished_distances_m(shape, [day for day in runs if day != long_day], long_day)
    start = week_start(span[0])
    done_m = sum(run.distance_m for run in frame.known.sessions if run.date >= start)
    to_come_m = sum(wished.values())
    room_m = max(WEEK_OVER_TARGET * shape.total_m - done_m, 0.0)
    share = min(1.0, room_m / to_come_m) if done_m and to_come_m else 1.0
    return {day: metres * share for day, metres in wished.items()}


def _placed_day(
    frame: Frame,
    outlook: Outlook,
    day: date,
    shape: WeekShape,
    placed: WeekPlacement,
    wished: Mapping[date, float],
    *,
    before: Sequence[PlannedDay],
) -> PlannedDay:
    limit = outlook.limit(day)
    wish = frame.locked.get(day)
    if wish is not None:
        distance_m = min(wish.distance_m or limit.limit_m, limit.limit_m)
        return locked_day(frame, wish, distance_m, limit, before=before)
    kind = placed.kinds[day.weekday()]
    if kind is DayKind.HARD and _is_hilly(frame, day, before):
        kind = DayKind.HILLS
    is_after_streak = _is_row_full(frame, outlook, day) and not frame.is_resting(day)
    if kind is DayKind.REST and is_after_streak:
        return rest_day(day, limit, day_words.REST_AFTER_STREAK)
    if not kind.is_run:
        return restful_day(frame, day, kind, limit, shape)
    wished_m = wished[day]
    if limit.stage.week_room_m is not None and limit.stage.week_end is not None:
        share = _share_of_room(frame, placed, day, limit.stage.week_end)
        wished_m = limit.stage.week_room_m * share
    wished_m = held_back_m(frame.held, day, wished_m, is_next_run=not outlook.has_planned)
    in_time_m = most_in_time_m(frame, day)
    most_m = limit.limit_m if in_time_m is None else min(limit.limit_m, in_time_m)
    distance_m = rounded_down_m(min(wished_m, most_m))
    if distance_m < SHORTEST_PLANNED_RUN_M:
        return rest_day(day, limit, day_words.REST_WEEK_FULL)
    return run_day(frame, day, kind, distance_m, limit, shape, before=before)


def _is_hilly(frame: Frame, day: date, before: Sequence[PlannedDay]) -> bool:
    return is_hilly_turn(before) and frame.hills.climb_m(day, before) is not None


def _is_row_full(frame: Frame, outlook: Outlook, day: date) -> bool:
    """Whether the six days before were without rest: one in seven is the floor (P01)."""
    before = list(days(day - timedelta(days=DAYS_PER_WEEK - 1), day))
    lately = takewhile(lambda run: run.date >= before[0], reversed(outlook.sessions))
    ran = {session.date for session in lately}
    return all(d in ran or d in frame.known.loading_days for d in before)


def _share_of_room(frame: Frame, placed: WeekPlacement, day: date, week_end: date) -> float:
    """Return the share of what a week after a break has left that falls to one of its days."""
    run_weekdays = {weekday for weekday, kind in placed.kinds.items() if kind.is_run}
    weights = [
        LONG_WEIGHT_AFTER_BREAK if d.weekday() == frame.long_weekday else 1.0
        for d in days(day, week_end + ONE_DAY)
        if d.weekday() in run_weekdays
    ]
    return weights[0] / sum(weights)


def _on_the_ladder(frame: Frame, outlook: Outlook, span: Sequence[date]) -> list[PlannedDay]:
    planned: list[PlannedDay] = []
    for day in span:
        planned.append(ladder_day(frame, outlook, day, outlook.limit(day)))
        session = planned_session(planned[-1])
        if session is not None:
            outlook.plan(session)
    return planned


def with_blocks(
    frame: Frame,
    planned: Sequence[PlannedDay],
    placed: WeekPlacement,
    before: Sequence[PlannedDay],
) -> tuple[PlannedDay, ...]:
    """Return the days of a week with the blocks that a placement gives them.

    Args:
        frame: Which blocks there are.
        planned: The days of the week.
        placed: Which of them have a strength block.
        before: The days of the plan before them: blocks that take turns go on from there.
    """
    choice = frame.blocks
    number = sum(_has_strength(day, choice) for day in before)
    light_days = [
        (each.block, _light_days(planned, each.days_a_week, shift=shift))
        for shift, each in enumerate(choice.light)
    ]
    days: list[PlannedDay] = []
    for day in planned:
        strength = None
        if day.date.weekday() in placed.heavy:
            strength = choice.on_strength_day(number)
            number += strength is not None
        light = [block for block, dates in light_days if day.date in dates]
        blocks = blocks_of_day(day.kind, strength=strength, light=light, choice=choice)
        days.append(replace(day, blocks=blocks))
    return tuple(days)


def _has_strength(day: PlannedDay, choice: BlockChoice) -> bool:
    ids = {block.template_id for block in choice.strength}
    return any(block.template_id in ids for block in day.blocks)


def _light_days(planned: Sequence[PlannedDay], days_a_week: int, *, shift: int) -> frozenset[date]:
    """Return the days of a light block in a week, its share of a shorter one.

    The first block, stretching, comes after long and hard runs; the others are spread.
    """
    number = -(-days_a_week * len(planned) // DAYS_PER_WEEK)
    first = (DayKind.LONG, DayKind.HARD, DayKind.HILLS)
    ordered = sorted(
        planned, key=lambda day: (day.kind not in first, not day.kind.is_run, day.date)
    )
    if shift and number < len(ordered):
        dates = [day.date for day in planned]
        places = ((n * len(dates) // number + shift) % len(dates) for n in range(number))
        return frozenset(dates[place] for place in places)
    return frozenset(day.date for day in ordered[:number])


def _locked_loss(frame: Frame, made: PlannedDay) -> Iterator[Message]:
    wish = frame.locked.get(made.date)
    if wish is None or wish.distance_m is None or wish.distance_m <= (made.distance_m or 0):
        return
    values = {"run_date": made.date, "wished_m": wish.distance_m, "limit_m": made.limit_m}
    if wish.kind is DayKind.RACE:
        template = N_(
            "Your race of {wished_m} on {run_date} is over the limit of {limit_m} that day: the "
            "plan holds {limit_m}. A shorter race, or a later one, leaves time to build up."
        )
    else:
        template = N_(
            "You set {wished_m} on {run_date}; the limit that day is {limit_m}, so the plan holds "
            "that."
        )
    yield Message(template, values)


def _long_day_loss(frame: Frame, span: Sequence[date], placed: WeekPlacement) -> Iterator[Message]:
    wanted = frame.wishes.long_weekday
    day = next((day for day in span if day.weekday() == wanted), None)
    if day is None or day in frame.locked or placed.kinds[day.weekday()] is DayKind.LONG:
        return
    values = {"run_date": day}
    if not frame.is_free(day):
        yield Message(
            N_("You have no time on {run_date}: the long run moves to another day."), values
        )
    elif frame.is_quiet(day) or frame.is_resting(day):
        yield Message(
            N_("No long run on {run_date}: the days after a race or a much longer run stay short."),
            values,
        )
    elif frame.race is not None and not frame.race.allows_long(day):
        yield Message(N_("No long run on {run_date}: the week before a race is lighter."), values)
    else:
        yield Message(
            N_("No long run on {run_date}: the days you set leave no room for it there."), values
        )


def _ladder_losses(frame: Frame, span: Sequence[date]) -> Iterator[Message]:
    for day in span:
        wish = frame.locked.get(day)
        if wish is not None and wish.kind.is_run:
            yield Message(
                N_(
                    "The run you set on {run_date} gives way: on the way back walking and running "
                    "come first, with a day between."
                ),
                {"run_date": day},
            )
