"""Records -> the JSON of the command line, a lasting contract: ``docs/cli.md``."""

from __future__ import annotations

import json
import math
from datetime import UTC, date
from typing import TYPE_CHECKING, Any, TypeAlias

from runadvisor.cli.load_json import basis_json
from runadvisor.domain.activity import StartPrecision
from runadvisor.domain.rule_settings import DEFAULT_SETTINGS
from runadvisor.printout.plan_data import plan_json
from runadvisor.training_load.session_load import session_load
from runadvisor.warning.marks import NO_MARKS, mark_of
from runadvisor.wording import sentence, shown

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence
    from datetime import datetime

    import pandas as pd

    from runadvisor.advisor import Advice
    from runadvisor.domain.activity import Activity
    from runadvisor.domain.rule_settings import RuleSettings
    from runadvisor.domain.text import Value
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.domain.warning_mark import WarningMark
    from runadvisor.sources.import_report import (
        FileResult,
        ImportProblem,
        ImportReport,
        Repair,
    )

JsonObject: TypeAlias = dict[str, Any]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DIGITS = 4
"""A tenth of a millimetre, a ratio to one in ten thousand: more is rounding dust."""


def dumped(value: JsonObject) -> str:
    """Return JSON for people and programs; a value JSON cannot hold is our bug.

    Raises:
        ValueError: A number is not finite.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)


def import_json(report: ImportReport) -> JsonObject:
    """Return the result of an import."""
    return {
        "files": report.files,
        "added": report.added,
        "merged": report.merged,
        "duplicates": report.duplicates,
        "skipped": report.skipped,
        "problems": [_problem(problem) for problem in report.problems],
        "repairs": [_repair(repair) for repair in report.repairs],
        "activities": list(report.activity_ids),
        "was_cancelled": report.was_cancelled,
        "file_results": [_file_result(result) for result in report.file_results],
    }


def activities_json(activities: Iterable[Activity]) -> JsonObject:
    """Return activities in the order given."""
    return {"activities": [activity_json(activity) for activity in activities]}


def activity_json(activity: Activity) -> JsonObject:
    """Return one activity."""
    load = session_load(activity)
    return {
        "id": activity.activity_id,
        "started_at": _started_at(activity),
        "local_date": activity.local_date.isoformat(),
        "zone": activity.zone,
        "sport": activity.sport.value,
        "name": activity.name,
        "distance_m": _number(activity.distance_m),
        "moving_time_s": _number(activity.moving_time_s),
        "elapsed_time_s": _number(activity.elapsed_time_s),
        "elevation_gain_m": _number(activity.elevation_gain_m),
        "elevation_loss_m": _number(activity.elevation_loss_m),
        "average_heart_rate_bpm": _number(activity.average_heart_rate_bpm),
        "max_heart_rate_bpm": _number(activity.max_heart_rate_bpm),
        "average_cadence_spm": _number(activity.average_cadence_spm),
        "points": activity.points,
        "session_rpe": _number(activity.session_rpe),
        "session_load": None if load is None else _number(load.value),
        "session_load_method": None if load is None else load.method.value,
        "sources": [
            {"path": source.path, "member": source.member, "format": source.format}
            for source in activity.sources
        ],
    }


def load_json(advice: Advice, *, since: date | None = None) -> JsonObject:
    """Return weeks and days up to the day of the advice, from the day ``since`` on."""
    return {
        "as_of": advice.as_of.isoformat(),
        "first_weekday": WEEKDAYS[advice.load.first_weekday],
        "weeks": week_rows(advice, since=since),
        "days": [_day(day, row) for day, row in _rows(advice.load.daily, since)],
        **basis_json(advice),
    }


def week_rows(advice: Advice, *, since: date | None = None) -> list[JsonObject]:
    """Return a row per training week, oldest first, from the day ``since`` on."""
    return [_week(start, row) for start, row in _rows(advice.load.weekly, since)]


def warnings_json(
    as_of: date,
    warnings: Sequence[TrainingWarning],
    *,
    marks: Mapping[str, WarningMark] = NO_MARKS,
    rule_settings: RuleSettings = DEFAULT_SETTINGS,
) -> JsonObject:
    """Return warnings in the order given, with what the runner said of them."""
    return {
        "as_of": as_of.isoformat(),
        "warnings": [{**warning_json(w), "mark": _mark(mark_of(w, marks))} for w in warnings],
        "rules_changed": {
            "off": sorted(rule_settings.off),
            "wanted": sorted(rule_settings.wanted),
            "thresholds": {rule: dict(at) for rule, at in rule_settings.thresholds.items()},
        },
    }


def warning_json(warning: TrainingWarning) -> JsonObject:
    """Return one warning; ``clears_when`` is the first day it no longer stands.

    ``shown`` holds the values as the window words them.
    """
    return {
        "key": warning.mark_key,
        "code": warning.code,
        "rule": warning.rule,
        "tier": warning.tier.slug,
        "grade": warning.grade.value,
        "date": warning.date.isoformat(),
        "activity_ids": list(warning.activity_ids),
        "tissues": [tissue.value for tissue in warning.tissues],
        "title": sentence(warning.title),
        "message": sentence(warning.message),
        "values": _values(warning.values),
        "shown": {name: shown(name, value) for name, value in warning.values.items()},  # noqa: PD011 - no table
        "clears": sentence(warning.clears),
        "clears_when": None if warning.clears_on is None else warning.clears_on.isoformat(),
        "advice": [sentence(line) for line in warning.advice],
        "sure": sentence(warning.sure),
        "not_shown": sentence(warning.not_shown),
        "citations": list(warning.citations),
        "rule_at_default": warning.is_at_default,
        "also": [warning_json(other) for other in warning.also],
    }


def _mark(mark: WarningMark) -> JsonObject:
    until = mark.snoozed_until
    return {
        "seen_on": None if mark.seen_on is None else mark.seen_on.isoformat(),
        "snoozed_until": None if until is None else until.isoformat(),
        "note": mark.note,
    }


def check_json(report: ImportReport, advice: Advice) -> JsonObject:
    """Return what a check found: the import, what stands, and the plan."""
    return {
        **warnings_json(advice.as_of, advice.standing),
        "plan": plan_json(advice.plan),
        "import": import_json(report),
    }


def _problem(problem: ImportProblem) -> JsonObject:
    return {"path": problem.path, "member": problem.member, **_problem_here(problem)}


def _problem_here(problem: ImportProblem) -> JsonObject:
    return {
        "row": problem.row,
        "code": problem.code,
        "reason": sentence(problem.reason),
        "lacks_times": problem.lacks_times,
        "answers": [
            {"label": sentence(answer.label), "map": answer.mapping} for answer in problem.answers
        ],
    }


def _repair(repair: Repair) -> JsonObject:
    return {"path": repair.path, "member": repair.member, **_repair_here(repair)}


def _repair_here(repair: Repair) -> JsonObject:
    return {"code": repair.code, "note": sentence(repair.note)}


def _file_result(result: FileResult) -> JsonObject:
    return {
        "path": result.path,
        "member": result.member,
        "outcome": result.outcome.value,
        "rows": result.rows,
        "added": result.added,
        "merged": result.merged,
        "duplicates": result.duplicates,
        "stays_deleted": result.stays_deleted,
        "problems": [_problem_here(problem) for problem in result.problems],
        "repairs": [_repair_here(repair) for repair in result.repairs],
        "skipped": None if result.skipped is None else sentence(result.skipped),
    }


def _started_at(activity: Activity) -> str | None:
    """Return the start, to the second where its source tells so; a mere day tells none."""
    if activity.precision is StartPrecision.DAY:
        return None
    return _utc(activity.started_at)


def _utc(at: datetime) -> str:
    utc = at.astimezone(UTC).replace(tzinfo=None)
    return f"{utc.isoformat(timespec='milliseconds' if utc.microsecond else 'seconds')}Z"


def _rows(table: pd.DataFrame, since: date | None) -> list[tuple[date, Mapping[Hashable, Any]]]:
    days: list[date] = [stamp.date() for stamp in table.index]
    rows = zip(days, table.to_dict("records"), strict=True)
    return [(day, row) for day, row in rows if since is None or day >= since]


def _week(start: date, row: Mapping[Hashable, Any]) -> JsonObject:
    return {
        "start": start.isoformat(),
        "distance_m": _number(row["distance_m"]),
        "moving_time_s": _number(row["moving_time_s"]),
        "load": _number(row["load"]),
        "running_load": _number(row["running_load"]),
        "runs": int(row["runs"]),
        "rest_days": int(row["rest_days"]),
        "longest_run_m": _number(row["longest_run_m"]),
    }


def _day(day: date, row: Mapping[Hashable, Any]) -> JsonObject:
    columns = (
        *("distance_m", "load", "acute_load", "chronic_load"),
        *("monotony", "strain", "longest_run_30d_m"),
        *("running_load", "running_acute_load", "running_chronic_load"),
        *("acwr_coupled", "acwr_uncoupled", "acwr_ewma", "ctl", "atl", "tsb", "strain_before"),
    )
    return {"date": day.isoformat()} | {column: _number(row[column]) for column in columns}


def _values(values: Mapping[str, Value]) -> JsonObject:
    return {name: _value(value) for name, value in values.items()}


def _value(value: Value) -> str | float | None:
    if isinstance(value, date):
        return value.isoformat()
    return _number(value) if isinstance(value, float) else value


def _number(value: float | None) -> float | None:
    """Return a number JSON can hold; what is unknown is ``None``, however it was written."""
    if value is None or not math.isfinite(value):
        return None
    return round(value, DIGITS) if isinstance(value, float) else value
