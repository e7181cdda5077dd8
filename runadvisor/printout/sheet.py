"""The record everything printed is set from: all words ready, nothing left to decide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.printout.basis import Certainty, certainties, rests_on, sources
from runadvisor.printout.effort import EffortRow, RestReason, effort_rows, rest_reasons
from runadvisor.printout.exercise_sheet import (
    BlockSheet,
    DayColumn,
    DoneTable,
    block_sheets,
    done_tables,
    pain_days,
)
from runadvisor.printout.finding import Finding, Standing, also_standing, finding
from runadvisor.printout.grid import WeekRow, week_rows
from runadvisor.printout.safety import EACH_MORNING, EMERGENCY_NUMBER, Signs, stop_signs
from runadvisor.wording import full_day, long_day_range, sentence, tier_word

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.plan import Stopped, TrainingPlan

DISCLAIMER = (
    "General advice for healthy adults who run. It does not replace a doctor or physiotherapist."
)


class Paper(StrEnum):
    """The sheet the plan is printed on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class StopNotice:
    """Why there is no running now, and what to do instead."""

    tier_word: str
    reason: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet:
    """A prevention plan in words, ready for any form of print."""

    paper: Paper
    language: str
    """BCP 47 tag of the words."""
    as_of: date
    title: str
    period: str
    person: str
    """Empty where the runner gave no name."""
    made_on: str
    finding: Finding
    also: tuple[Standing, ...]
    stop: StopNotice | None
    """Set: there is no running, and ``weeks`` is empty."""
    weeks: tuple[WeekRow, ...]
    efforts: tuple[EffortRow, ...]
    rest_reasons: tuple[RestReason, ...]
    each_morning: tuple[str, ...]
    stop_signs: tuple[Signs, ...]
    blocks: tuple[BlockSheet, ...]
    done: tuple[DoneTable, ...]
    pain_days: tuple[DayColumn, ...]
    certainties: tuple[Certainty, ...]
    rests_on: tuple[str, ...]
    sources: tuple[str, ...]
    disclaimer: str


def plan_sheet(
    advice: Advice,
    catalog: Catalog,
    *,
    paper: Paper = Paper.A4,
    emergency_number: str = EMERGENCY_NUMBER,
) -> PlanSheet:
    """Word a plan for print.

    Args:
        advice: What stands and what is planned; its ``as_of`` dates the sheet.
        catalog: Exercises, signs to stop for, and references.
        paper: The size to set it on.
        emergency_number: Who to call for the signs that cannot wait.

    Returns:
        The sheet. A stopped plan gives one without weeks, exercises and rules for running.
    """
    plan = advice.plan
    is_running = plan.stopped is None
    return PlanSheet(
        paper=paper,
        language="en",
        as_of=advice.as_of,
        title=_title(plan),
        period=_period(plan),
        person=advice.athlete.name or "",
        made_on=full_day(advice.as_of),
        finding=finding(advice),
        also=also_standing(advice),
        stop=None if plan.stopped is None else _stop(plan.stopped),
        weeks=week_rows(advice) if is_running else (),
        efforts=effort_rows(plan) if is_running else (),
        rest_reasons=rest_reasons(plan) if is_running else (),
        each_morning=EACH_MORNING if is_running else (),
        stop_signs=stop_signs(catalog, emergency_number=emergency_number),
        blocks=block_sheets(plan, catalog) if is_running else (),
        done=done_tables(plan) if is_running else (),
        pain_days=pain_days(advice.as_of),
        certainties=certainties(advice),
        rests_on=rests_on(advice),
        sources=sources(advice, catalog),
        disclaimer=DISCLAIMER,
    )


def _title(plan: TrainingPlan) -> str:
    if plan.stopped is not None:
        return "No running for now"
    weeks = round(len(plan.days) / DAYS_PER_WEEK)
    return f"Prevention plan, {weeks} {'week' if weeks == 1 else 'weeks'}"


def _period(plan: TrainingPlan) -> str:
    if plan.stopped is not None or not plan.days:
        return f"from {full_day(plan.as_of)}"
    return long_day_range(plan.days[0].date, plan.days[-1].date)


def _stop(stopped: Stopped) -> StopNotice:
    return StopNotice(
        tier_word=tier_word(stopped.tier),
        reason=sentence(stopped.reason),
        steps=tuple(sentence(step) for step in stopped.advice),
    )
