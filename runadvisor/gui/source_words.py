"""Where a recording came from, as people name it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from runadvisor.domain.activity import BY_HAND
from runadvisor.domain.text import N_
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.domain.activity import Source

_NAMES = {
    "gpx": N_("GPX"),
    "gpx-without-times": N_("GPX without times, dated by you"),
    "tcx": N_("TCX"),
    "fit": N_("FIT"),
    "kml": N_("KML"),
    "strava-csv": N_("Strava list"),
    "garmin-csv": N_("Garmin list"),
    "runkeeper-csv": N_("Runkeeper list"),
    "intervals-csv": N_("intervals.icu list"),
    "trainingpeaks-csv": N_("TrainingPeaks list"),
    "polar": N_("Polar Flow"),
    "opentracks": N_("OpenTracks"),
    "apple-health": N_("Apple Health"),
    "list-csv": N_("Own list"),
    BY_HAND: N_("Typed in"),
}


def source_name(kind: str) -> str:
    """Return the name of a format: ``Strava list``; one without a name is shown as it is."""
    return _(_NAMES.get(kind, kind))


def source_place(source: Source) -> str:
    """Return the file of a source, and the archive it lay in; empty for what was typed in."""
    if source.format == BY_HAND:
        return ""
    name = PurePath(source.path).name
    if source.member is None:
        return name
    return _("{member} in {file}").format(member=PurePath(source.member).name, file=name)
