"""The plan as data for other programs: JSON by its schema, and a table for a spreadsheet."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any, TypeAlias

from defusedcsv import csv

from runadvisor.wording import sentence

if TYPE_CHECKING:
    from runadvisor.domain.plan import (
        CrossAdvice,
        EffortTarget,
        PlanBreach,
        PlannedBlock,
        PlannedDay,
        Stopped,
        TrainingPlan,
    )

JsonObject: TypeAlias = dict[str, Any]

_COLUMNS = (
    *("date", "kind", "title", "distance_m", "moving_time_s", "limit_m", "climb_m", "intensity"),
    *("fast_pace_s_per_km", "slow_pace_s_per_km", "least_bpm", "most_bpm"),
    *("blocks", "doses", "is_locked", "reason"),
)


def plan_json(plan: TrainingPlan) -> JsonObject:
    """Return a plan day by day, by ``docs/cli/plan.schema.json``."""
    return {
        "as_of": plan.as_of.isoformat(),
        "days": [_day(day) for day in plan.days],
        "cross_training": None if plan.cross is None else _cross(plan.cross),
        "notes": [sentence(note) for note in plan.notes],
        "given_way": [sentence(wish) for wish in plan.given_way],
        "breaches": [_breach(breach) for breach in plan.breaches],
        "stopped": None if plan.stopped is None else _stopped(plan.stopped),
    }


def plan_csv(plan: TrainingPlan) -> str:
    """Return a plan as a table, a row a day; a plan that is stopped has its heading only.

    What a spreadsheet would take for a formula is written so that it does not.
    """
    table = StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([_row(day)[column] for column in _COLUMNS] for day in plan.days)
    return table.getvalue()


def _row(day: PlannedDay) -> JsonObject:
    pace = None if day.target is None else day.target.pace_s_per_km
    fast, slow = pace or (None, None)
    return {
        **_day(day),
        "fast_pace_s_per_km": fast,
        "slow_pace_s_per_km": slow,
        "least_bpm": None if day.target is None else day.target.least_bpm,
        "most_bpm": None if day.target is None else day.target.most_bpm,
        "blocks": "; ".join(block.title for block in day.blocks),
        "doses": "; ".join(
            f"{key} {dose}" for block in day.blocks for key, dose in block.doses.items()
        ),
        "is_locked": int(day.is_locked),
    }


def _day(day: PlannedDay) -> JsonObject:
    return {
        "date": day.date.isoformat(),
        "kind": day.kind.value,
        "distance_m": day.distance_m,
        "moving_time_s": day.moving_time_s,
        "intensity": None if day.intensity is None else sentence(day.intensity),
        "target": None if day.target is None else _target(day.target),
        "title": sentence(day.title),
        "reason": sentence(day.reason),
        "limit_m": day.limit_m,
        "climb_m": day.climb_m,
        "blocks": [_block(block) for block in day.blocks],
        "is_locked": day.is_locked,
    }


def _target(target: EffortTarget) -> JsonObject:
    return {
        "pace_s_per_km": None if target.pace_s_per_km is None else list(target.pace_s_per_km),
        "least_bpm": target.least_bpm,
        "most_bpm": target.most_bpm,
    }


def _block(block: PlannedBlock) -> JsonObject:
    return {
        "kind": block.kind.value,
        "title": block.title,
        "exercises": list(block.exercises),
        "doses": dict(block.doses),
        "minutes": block.minutes,
    }


def _cross(advice: CrossAdvice) -> JsonObject:
    return {
        "sports": [sport.value for sport in advice.sports],
        "prefer": sentence(advice.prefer),
        "avoid": None if advice.avoid is None else sentence(advice.avoid),
        "why": sentence(advice.why),
        "equal": sentence(advice.equal),
        "grade": advice.grade.value,
        "citations": list(advice.citations),
    }


def _breach(breach: PlanBreach) -> JsonObject:
    remedy = breach.remedy
    return {
        "date": breach.date.isoformat(),
        "message": sentence(breach.message),
        "remedy": None
        if remedy is None
        else {
            "date": remedy.date.isoformat(),
            "kind": remedy.kind.value,
            "distance_m": remedy.distance_m,
        },
    }


def _stopped(stopped: Stopped) -> JsonObject:
    return {
        "tier": stopped.tier.slug,
        "reason": sentence(stopped.reason),
        "advice": [sentence(line) for line in stopped.advice],
    }
