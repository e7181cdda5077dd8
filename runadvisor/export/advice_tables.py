"""What is worked out from the activities: load by day and week, warnings, the plan."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from runadvisor.export.table import ExportTable
from runadvisor.language import _
from runadvisor.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.plan import PlannedDay
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.export.table import Cell

_DAY_COLUMNS = (
    *("distance_m", "moving_time_s", "load", "acute_load", "chronic_load", "running_load"),
    *("running_acute_load", "running_chronic_load", "monotony", "strain", "longest_run_30d_m"),
)
_WEEK_COLUMNS = (
    *("distance_m", "moving_time_s", "load", "running_load", "runs", "rest_days"),
    "longest_run_m",
)


def advice_tables(advice: Advice, catalog: Catalog) -> tuple[ExportTable, ...]:
    """Lay out what follows from the activities, as of the day of the advice."""
    units = _("in the unit of {total}; of running alone in that of {running}").format(
        total=advice.load.total.method.value, running=advice.load.running.method.value
    )
    return (
        ExportTable(
            name="load-days",
            about=_("distance and load of each day; load {units}").format(units=units),
            columns=("load_day", *_DAY_COLUMNS),
            rows=_rows(advice.load.daily, _DAY_COLUMNS),
        ),
        ExportTable(
            name="load-weeks",
            about=_("distance and load of each week from Monday; load {units}").format(units=units),
            columns=("load_week", *_WEEK_COLUMNS),
            rows=_rows(advice.load.weekly, _WEEK_COLUMNS),
        ),
        _warnings(advice),
        _plan(advice, catalog),
    )


def _warnings(advice: Advice) -> ExportTable:
    standing = {(one.rule, one.date) for card in advice.standing for one in card.every}
    return ExportTable(
        name="warnings",
        about=_("every warning that ever arose, with its arithmetic and its sources"),
        columns=(
            *("warning_date", "rule", "code", "tier", "grade", "stands", "clears_on"),
            *("message", "advice", "sure", "not_shown", "values", "sources"),
        ),
        rows=[
            _warning(one, stands=(one.rule, one.date) in standing)
            for card in advice.raised
            for one in card.every
        ],
    )


def _warning(warning: TrainingWarning, *, stands: bool) -> tuple[Cell, ...]:
    values = (f"{name}={_text(value)}" for name, value in sorted(warning.values.items()))  # noqa: PD011 - no table
    return (
        *(warning.date, warning.rule, warning.code, warning.tier.slug, warning.grade.value),
        *(stands, warning.clears_on, sentence(warning.message)),
        " ".join(map(sentence, warning.advice)),
        sentence(warning.sure),
        sentence(warning.not_shown),
        "; ".join(values),
        "; ".join(warning.citations),
    )


def _plan(advice: Advice, catalog: Catalog) -> ExportTable:
    return ExportTable(
        name="plan",
        about=_("the plan as drafted on the day of the export; empty while running is stopped"),
        columns=(
            *("planned_day", "kind", "title", "distance_m", "moving_time_s", "limit_m"),
            *("intensity", "reason", "blocks", "exercises"),
        ),
        rows=[_planned(day, catalog) for day in advice.plan.days],
    )


def _planned(day: PlannedDay, catalog: Catalog) -> tuple[Cell, ...]:
    keys = dict.fromkeys(key for block in day.blocks for key in block.exercises)
    return (
        *(day.date, day.kind.value, sentence(day.title)),
        *(day.distance_m, day.moving_time_s, day.limit_m),
        None if day.intensity is None else sentence(day.intensity),
        sentence(day.reason),
        "; ".join(block.title for block in day.blocks),
        "; ".join(catalog.exercises[key].name for key in keys),
    )


def _rows(table: pd.DataFrame, columns: Sequence[str]) -> list[tuple[Cell, ...]]:
    days: list[date] = [stamp.date() for stamp in table.index]
    cells: list[list[Any]] = [table[name].tolist() for name in columns]
    return list(zip(days, *cells, strict=True))


def _text(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)
