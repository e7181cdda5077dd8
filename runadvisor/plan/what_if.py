"""Planned days played through the rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runadvisor.training_load.runs import RunSession
from runadvisor.warning.rules.rest_days import REST_DAYS, rest_days_standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.domain.plan import PlannedDay
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.warning.rule import Facts


def planned_session(day: PlannedDay) -> RunSession | None:
    """Return a planned run as the rules see one; ``None`` when nothing is run."""
    if not day.kind.is_run or not day.distance_m:
        return None
    return RunSession(date=day.date, distance_m=day.distance_m, activity_ids=())


def clearing_days(
    known: Facts, standing: Sequence[TrainingWarning], days: Sequence[PlannedDay]
) -> Mapping[str, date]:
    """Return for each standing rule the day it is gone when the plan is followed.

    A warning that ends by the calendar keeps its own day; few rest days end when
    the planned ones are enough. A rule that outlasts the plan is left out.
    """
    clearing: dict[str, date] = {}
    for warning in (warning for card in standing for warning in card.every):
        gone = (
            _rest_restored(known, days) if warning.rule == REST_DAYS.rule_id else warning.clears_on
        )
        if gone is not None:
            clearing[warning.rule] = max(gone, clearing.get(warning.rule, gone))
    return clearing


def _rest_restored(known: Facts, days: Sequence[PlannedDay]) -> date | None:
    run_days = frozenset(day.date for day in days if day.kind.is_run)
    loaded = replace(known, loading_days=known.loading_days | run_days)
    for day in days:
        if not any(rest_days_standing(replace(loaded, as_of=day.date))):
            return day.date
    return None
