"""What was mended or assumed, each kind in a few words: the headings of its sentences."""

from __future__ import annotations

from runadvisor.domain.text import N_
from runadvisor.language import _

REPAIR_WORDS = {
    "absurd-time": N_("Impossible times"),
    "altitude-impossible": N_("Impossible altitudes"),
    "checksum": N_("Wrong checksum"),
    "clock-in-doubt": N_("A clock in doubt"),
    "clock-unset": N_("A clock that was not set"),
    "date-order-assumed": N_("Day and month"),
    "dated-by-hand": N_("Dated by you"),
    "distance-of-more": N_("Distance counted from earlier"),
    "first-altitude": N_("Altitude at the start"),
    "future-rows": N_("Rows of the future"),
    "heart-rate-impossible": N_("Impossible heart rates"),
    "heart-rate-of-steps": N_("Steps counted as heartbeats"),
    "home-zone-assumed": N_("No time zone"),
    "hours-first": N_("Hours and minutes"),
    "impossible-total": N_("Impossible total time"),
    "jump": N_("Jumps in the track"),
    "leading-blanks": N_("Blanks before the file"),
    "local-time-impossible": N_("Impossible local time"),
    "mapping-remembered": N_("Read as you said before"),
    "mapping-unfit": N_("A column that is not there"),
    "minutes-first": N_("Minutes and seconds"),
    "no-position": N_("Impossible positions"),
    "not-a-run": N_("Too fast for a run"),
    "odd-values": N_("Unusual runs"),
    "one-point": N_("A single point"),
    "open-quote": N_("An open quotation mark"),
    "other-day": N_("A file of another day"),
    "other-sheets": N_("Other sheets"),
    "planned-rows": N_("Planned rows"),
    "points-out-of-order": N_("Points back in time"),
    "points-sorted": N_("Points out of order"),
    "points-without-time": N_("Points without a time"),
    "rebuilt": N_("Totals from the records"),
    "repeated-points": N_("Repeated points"),
    "repeated-rows": N_("Repeated rows"),
    "rest-rows": N_("Rest days"),
    "rounded-distance": N_("Rounded distances"),
    "row-too-long": N_("A row too long"),
    "salvaged": N_("A damaged file"),
    "skipped": N_("Bytes without sense"),
    "sport-assumed": N_("Unknown sports"),
    "sport-other": N_("No sport named"),
    "stays-deleted": N_("Deleted earlier"),
    "stray-points": N_("Stray points"),
    "summary-rows": N_("Rows of totals"),
    "time-unit-assumed": N_("Unit of times"),
    "totals-differ": N_("Laps and points differ"),
    "totals-only": N_("Totals without a track"),
    "trailing": N_("Bytes after the end"),
    "unfinished": N_("A file never closed"),
    "unit-assumed": N_("Unit of distances"),
    "unit-inferred": N_("Unit of distances"),
    "zone-assumed": N_("Times without a zone"),
}


def repair_words(code: str) -> str:
    """Return what kind of repair a code stands for; a kind nobody worded says its code."""
    return _(REPAIR_WORDS[code]) if code in REPAIR_WORDS else code.replace("-", " ").capitalize()
