"""What pain, illness, sleep and health take from a plan: the restrictions applied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runadvisor.domain.plan import Stopped, TrainingPlan
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import Tier
from runadvisor.plan.cross_training import cross_advice
from runadvisor.plan.day_limit import Outlook
from runadvisor.training_load.gaps import run_elsewhere
from runadvisor.warning.restrictions import worst_stop
from runadvisor.warning.rules.pain import PAIN_RULE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.plan.caution import Caution
    from runadvisor.plan.day_limit import DayLimit
    from runadvisor.plan.habits import Habits
    from runadvisor.plan.week_shape import WeekShape
    from runadvisor.warning.restrictions import PlanRestrictions
    from runadvisor.warning.rule import Facts

NO_WAY_BACK = Stopped(
    tier=Tier.INFO,
    reason=Message(N_("There is no way back to follow for runners under 18")),
    advice=(
        Message(N_("Begin again with somebody who sees you run: a coach or a physiotherapist.")),
        Message(N_("Show this page to a parent.")),
    ),
)


def stop_of(held: PlanRestrictions, first: DayLimit, *, ever_ran: bool) -> Stopped | None:
    """Return why there is no plan at all; ``None`` where there is one.

    Args:
        held: What the diary leaves.
        first: The limit of the first day.
        ever_ran: Whether any run is known: a first start is no way back.
    """
    is_return = first.stage.ladder is not None or first.stage.week_room_m is not None
    if held.stopped is None and ever_ran and is_return and not held.allows_return_plan:
        return NO_WAY_BACK
    return held.stopped


def outlook_of(known: Facts, held: PlanRestrictions, caution: Caution) -> Outlook:
    """Return the outlook from what was run and from what the diary leaves."""
    return Outlook(
        known.sessions,
        ladder_since=held.ladder_since,
        next_run_limit_m=held.next_run_limit_m,
        pace=replace(held.ladder_pace, sessions_per_phase=caution.sessions_per_phase),
        elsewhere=run_elsewhere(known.athlete.gap_answers),
    )


def empty_plan(
    known: Facts, first_day: date, stopped: Stopped, standing: Sequence[TrainingWarning]
) -> TrainingPlan:
    """Return a plan without any day; where only running is out, what may stand in for it."""
    worst = worst_stop(standing)
    return TrainingPlan(
        as_of=known.as_of,
        first_day=first_day,
        days=(),
        weeks=(),
        stopped=stopped,
        clearing={},
        cross=cross_advice(known)
        if worst is not None and worst.rule == PAIN_RULE.rule_id
        else None,
    )


def held_back_m(held: PlanRestrictions, day: date, wished_m: float, *, is_next_run: bool) -> float:
    """Return the metres a run keeps of what was wished for it."""
    if held.volume_until is not None and day <= held.volume_until:
        wished_m *= held.volume_share
    # Both at once would take off twice for one sore spot.
    if is_next_run and held.next_run_share < held.volume_share:
        wished_m *= held.next_run_share / held.volume_share
    return wished_m


def without_growth(shapes: Sequence[WeekShape], usual: Habits) -> tuple[WeekShape, ...]:
    """Return weeks of which none is bigger or longer than the usual one."""
    return tuple(
        replace(
            shape,
            total_m=min(shape.total_m, usual.weekly_m),
            long_m=min(shape.long_m, usual.long_m),
        )
        for shape in shapes
    )
