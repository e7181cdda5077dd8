"""JSON of services that keep their activities in it: whose it is, and the way round."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runadvisor.domain.text import N_

_KEY = re.compile(rb'"([^"\\]{1,60})"\s*:')
_LOOKED_AT_BYTES = 16_384


@dataclass(frozen=True, slots=True)
class JsonKind:
    """Whose JSON it is."""

    keys: frozenset[str]
    """All of which stand near the beginning."""
    sentence: str


KINDS = (
    JsonKind(
        frozenset({"exercises", "startTime", "exportVersion"}),
        N_(
            "A session of Polar Flow as JSON, which is not read. In Polar Flow open the session "
            "and export it as TCX or GPX."
        ),
    ),
    JsonKind(
        frozenset({"sport_type_id", "start_time"}),
        N_(
            "A session of adidas Running (Runtastic) as JSON, which is not read. Its GPX files in"
            " the folder “GPS-data” are; or export the session as TCX on the website."
        ),
    ),
    JsonKind(
        frozenset({"DeviceLog", "Header"}),
        N_(
            "A move of Suunto as JSON, which is not read. In the Suunto app open it and export it"
            " as FIT or GPX."
        ),
    ),
    JsonKind(
        frozenset({"fitnessActivity", "startTime"}),
        N_(
            "A session of Google Fit as JSON, which is not read. In the same Takeout the runs are"
            " the TCX files in the folder “Activities”."
        ),
    ),
    JsonKind(
        frozenset({"summarizedActivitiesExport"}),
        N_(
            "Garmin’s summary of activities as JSON, which is not read. The recordings are in the"
            " same export, in the ZIP files of the folder “DI-Connect-Uploaded-Files”."
        ),
    ),
    JsonKind(
        frozenset({"logId", "activityName"}),
        N_(
            "Fitbit’s activities as JSON, which is not read. On the Fitbit website open the "
            "activity and export it as TCX."
        ),
    ),
    JsonKind(
        frozenset({"start_epoch_ms", "active_duration_ms"}),
        N_(
            "A run of Nike Run Club as JSON, which is not read. Connect the app with Strava or "
            "Apple Health and bring in their export."
        ),
    ),
)


NO_KIND = N_("A JSON file, which cannot be read. Export as GPX, or as a list (CSV).")


def json_reason(data: bytes) -> str:
    """Return what to say of a JSON file: whose it is, if we can tell, and the way round."""
    kind = json_kind(data)
    return NO_KIND if kind is None else kind.sentence


def json_kind(data: bytes) -> JsonKind | None:
    """Return whose JSON it is, by the names of its fields; ``None`` where we cannot tell."""
    names = {
        match[1].decode("ascii", "replace") for match in _KEY.finditer(data[:_LOOKED_AT_BYTES])
    }
    return next((kind for kind in KINDS if kind.keys <= names), None)
