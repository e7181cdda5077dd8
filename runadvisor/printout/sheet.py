"""The record everything printed is set from: all words ready, nothing left to decide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.warning import Tier
from runadvisor.language import _, ngettext
from runadvisor.printout.basis import Certainty, certainties, rests_on, sources
from runadvisor.printout.choices import AS_USUAL, Ink, Margin, Paper, PrintChoices, Section
from runadvisor.printout.effort import EffortRow, RestReason, effort_rows, rest_reasons
from runadvisor.printout.exercise_sheet import (
    BlockSheet,
    DayColumn,
    DoneTable,
    ExerciseCard,
    block_sheets,
    done_tables,
    exercise_cards,
    pain_days,
    weak_doses,
)
from runadvisor.printout.finding import Finding, Standing, also_standing, finding
from runadvisor.printout.grid import WeekRow, week_rows
from runadvisor.printout.labels import Labels, labels
from runadvisor.printout.safety import EMERGENCY_NUMBER, Signs, each_morning, stop_signs
from runadvisor.printout.stop import StopNotice, stop_notice
from runadvisor.wording import full_day, long_day_range

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.plan import TrainingPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet:
    """A prevention plan in words, ready for any form of print."""

    paper: Paper
    margin: Margin
    ink: Ink
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
    exercises: tuple[ExerciseCard, ...]
    """Of all blocks, each once."""
    weak_doses: str
    """Which doses rest on no checked source; empty where all do."""
    done: tuple[DoneTable, ...]
    pain_days: tuple[DayColumn, ...]
    certainties: tuple[Certainty, ...]
    rests_on: tuple[str, ...]
    sources: tuple[str, ...]
    disclaimer: str
    labels: Labels


def plan_sheet(
    advice: Advice,
    catalog: Catalog,
    *,
    choices: PrintChoices = AS_USUAL,
    emergency_number: str = EMERGENCY_NUMBER,
    out_of_hours_number: str = "",
) -> PlanSheet:
    """Word a plan for print.

    Args:
        advice: What stands and what is planned; its ``as_of`` dates the sheet.
        catalog: Exercises, signs to stop for, and references.
        choices: How it is printed, and what may be left off.
        emergency_number: Who to call for the signs that cannot wait.
        out_of_hours_number: Who to call for what cannot wait long; empty for nobody.

    Returns:
        The sheet. A stopped plan gives one without weeks, exercises and rules for running.
    """
    plan = advice.plan
    is_running = plan.stopped is None
    # The stop speaks for itself: what is found beside it is what it is not.
    lesser = tuple(one for one in advice.standing if one.tier < Tier.STOP_RUN)
    beside = advice if is_running else replace(advice, standing=lesser)
    limits = advice.restrictions.exercise_limits
    has = choices.sections
    shows_exercises = is_running and Section.EXERCISES in has
    cards = exercise_cards(plan, catalog, limits) if shows_exercises else ()
    return PlanSheet(
        paper=choices.paper,
        margin=choices.margin,
        ink=choices.ink,
        language=labels().language,
        as_of=advice.as_of,
        title=_title(plan),
        period=_period(plan),
        person=(advice.athlete.name or "") if choices.shows_name else "",
        made_on=full_day(advice.as_of),
        finding=finding(beside),
        also=also_standing(beside),
        stop=None
        if plan.stopped is None
        else stop_notice(
            advice,
            plan.stopped,
            emergency_number=emergency_number,
            out_of_hours_number=out_of_hours_number,
        ),
        weeks=week_rows(advice) if is_running else (),
        efforts=effort_rows(plan) if is_running else (),
        rest_reasons=rest_reasons(plan) if is_running else (),
        each_morning=each_morning() if is_running else (),
        stop_signs=stop_signs(catalog, emergency_number=emergency_number),
        blocks=block_sheets(plan, catalog) if shows_exercises else (),
        exercises=cards,
        weak_doses=weak_doses(cards, catalog),
        done=done_tables(plan) if is_running and Section.DIARY in has else (),
        pain_days=pain_days(advice.as_of) if Section.DIARY in has else (),
        certainties=certainties(advice) if Section.BASIS in has else (),
        rests_on=rests_on(advice) if Section.BASIS in has else (),
        sources=sources(advice, catalog) if Section.BASIS in has else (),
        disclaimer=labels().disclaimer,
        labels=labels(advice.load.first_weekday),
    )


def _title(plan: TrainingPlan) -> str:
    if plan.stopped is not None:
        is_stop = plan.stopped.tier >= Tier.STOP_RUN
        return _("No running for now") if is_stop else _("No plan for now")
    weeks = round(len(plan.days) / DAYS_PER_WEEK)
    return ngettext(
        "Prevention plan, {number} week", "Prevention plan, {number} weeks", weeks
    ).format(number=weeks)


def _period(plan: TrainingPlan) -> str:
    if plan.stopped is not None or not plan.days:
        return _("from {day}").format(day=full_day(plan.as_of))
    return long_day_range(plan.days[0].date, plan.days[-1].date)
