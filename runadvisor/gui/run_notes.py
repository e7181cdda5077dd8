"""What a runner should know of the numbers of one activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.activity import StartPrecision, ZoneSource
from runadvisor.language import _
from runadvisor.training_load.runs import LeftOut, is_left_out

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity


def run_notes(activity: Activity) -> list[str]:
    """Return a sentence for each thing that limits what its numbers say."""
    notes: list[str] = []
    why = is_left_out(activity) if activity.is_run else None
    if why is not None:
        notes.append(
            {
                LeftOut.NO_DISTANCE: _("Without a distance it counts for no rule of distance."),
                LeftOut.TOO_SHORT: _("Under 300 m: taken for an accidental start, not counted."),
                LeftOut.TOO_FAST: _("Faster than anyone runs: not counted for rules of distance."),
            }[why]
        )
    if activity.ignores_heart_rate:
        notes.append(_("Its heart rate is left out, as you said."))
    if activity.precision is StartPrecision.DAY:
        notes.append(_("Only its day is known, not the time."))
    if activity.zone_source is ZoneSource.NEIGHBOUR:
        notes.append(
            _("No time zone came with it: taken from your runs around that day, {zone}.").format(
                zone=activity.zone
            )
        )
    if activity.zone_source is ZoneSource.HOME:
        notes.append(
            _("No time zone came with it: taken as where you live, {zone}.").format(
                zone=activity.zone
            )
        )
    return notes
