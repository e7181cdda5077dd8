"""What a load rests on, as the JSON of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from runadvisor.training_load.data_quality import data_quality
from runadvisor.training_load.tissue_trends import tissue_trends

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.training_load.gaps import RecordingGap
    from runadvisor.training_load.load_unit import UnitLoads

JsonObject: TypeAlias = dict[str, Any]
TISSUE_DIGITS = 1


def basis_json(advice: Advice) -> JsonObject:
    """Return the units, the gaps, the tissues and what the runs tell."""
    return {
        "unit": _unit(advice.load.total),
        "running_unit": _unit(advice.load.running),
        "gaps": [_gap(gap) for gap in advice.load.gaps],
        "tissues": _tissues(advice),
        "quality": _quality(advice),
    }


def _unit(unit: UnitLoads) -> JsonObject:
    return {
        "method": unit.method.value,
        "sessions": unit.sessions,
        "direct": unit.direct,
        "converted": unit.converted,
        "passed_over": [
            {"method": passed.method.value, "sessions": passed.sessions}
            for passed in unit.passed_over
        ],
    }


def _gap(gap: RecordingGap) -> JsonObject:
    return {
        "first_date": gap.first_day.isoformat(),
        "last_date": gap.last_day.isoformat(),
        "answer": None if gap.answer is None else gap.answer.value,
    }


def _tissues(advice: Advice) -> list[JsonObject]:
    if not advice.athlete.shows_tissue_loads:
        return []
    return [
        {
            "tissue": trend.tissue.value,
            "weeks": [None if week is None else round(week, TISSUE_DIGITS) for week in trend.weeks],
            "usual_low": None if trend.usual is None else round(trend.usual[0], TISSUE_DIGITS),
            "usual_high": None if trend.usual is None else round(trend.usual[1], TISSUE_DIGITS),
        }
        for trend in tissue_trends(advice.work.exposures, as_of=advice.as_of)
    ]


def _quality(advice: Advice) -> JsonObject:
    found = data_quality(advice.activities, as_of=advice.as_of, features=advice.work.features)
    return {
        "runs": found.runs,
        "with_distance": found.with_distance,
        "with_time": found.with_time,
        "with_heart_rate": found.with_heart_rate,
        "with_altitude": found.with_altitude,
        "with_cadence": found.with_cadence,
        "with_session_rpe": found.with_session_rpe,
        "with_track": found.with_track,
        "heart_rate_ignored": found.heart_rate_ignored,
        "left_out": [
            {"id": run.activity_id, "date": run.date.isoformat(), "why": run.why.value}
            for run in found.left_out
        ],
    }
