"""What a load is measured in, and why in that: said, never assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.text import N_, Message
from runadvisor.training_load.load_unit import FEWEST_PAIRS, LEAST_DIRECT_SHARE
from runadvisor.training_load.session_load import LoadMethod

if TYPE_CHECKING:
    from runadvisor.training_load.load_unit import PassedOver, UnitLoads

METHOD_NAMES = {
    LoadMethod.SESSION_RPE: N_("minutes × your own rating of effort"),
    LoadMethod.BANISTER_TRIMP: N_("Banister’s training impulse, from heart rate"),
    LoadMethod.EDWARDS_TRIMP: N_("Edwards’ training impulse, minutes × heart-rate zone"),
    LoadMethod.HEART_RATE_STRESS: N_("heart-rate stress, 100 for an hour at threshold"),
    LoadMethod.PACE_STRESS: N_(
        "pace stress, hills counted by their cost, 100 for an hour at threshold"
    ),
    LoadMethod.PACE_ZONES: N_("minutes × pace zone, from your easy pace"),
    LoadMethod.MOVING_MINUTES: N_("minutes moved"),
}
_WHAT_IT_TAKES = {
    LoadMethod.SESSION_RPE: N_("a rating"),
    LoadMethod.BANISTER_TRIMP: N_("a heart rate"),
    LoadMethod.EDWARDS_TRIMP: N_("a heart rate second by second"),
    LoadMethod.HEART_RATE_STRESS: N_("a heart rate"),
    LoadMethod.PACE_STRESS: N_("a threshold pace to be set against"),
    LoadMethod.PACE_ZONES: N_("an easy pace to be set against"),
    LoadMethod.MOVING_MINUTES: N_("a time"),
}


def unit_messages(unit: UnitLoads) -> tuple[Message, ...]:
    """Return what a load is measured in, what was put on its scale, and what did not serve."""
    messages = [Message(N_("Load here is {method}."), {"method": METHOD_NAMES[unit.method]})]
    if unit.sessions and unit.method is not LoadMethod.MOVING_MINUTES:
        messages.append(_coverage(unit))
    messages.extend(_passed_over(passed, unit.sessions) for passed in unit.passed_over[:1])
    return tuple(messages)


def _coverage(unit: UnitLoads) -> Message:
    values = {
        "direct_count": unit.direct,
        "all_count": unit.sessions,
        "converted_count": unit.converted,
        "needed": _WHAT_IT_TAKES[unit.method],
    }
    if unit.converted:
        template = N_(
            "Of {all_count} sessions in four weeks {direct_count} have {needed}; the rest, "
            "{converted_count}, is put on the same scale by sessions of yours that have both."
        )
    else:
        template = N_("Of {all_count} sessions in four weeks {direct_count} have {needed}.")
    return Message(template, values)


def _passed_over(passed: PassedOver, sessions: int) -> Message:
    values = {
        "method": METHOD_NAMES[passed.method],
        "needed": _WHAT_IT_TAKES[passed.method],
        "has_count": passed.sessions,
        "all_count": sessions,
        "pairs_count": FEWEST_PAIRS,
    }
    if passed.sessions < LEAST_DIRECT_SHARE * sessions:
        template = N_("Not {method}: only {has_count} of {all_count} sessions have {needed}.")
    else:
        template = N_(
            "Not {method}: {has_count} of {all_count} sessions have {needed}, but fewer than "
            "{pairs_count} have what would put the others on that scale."
        )
    return Message(template, values)
