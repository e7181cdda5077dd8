"""R19: how strong pain may be in a run, after it, and next morning (rules.md 28)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.body import ALL_TISSUES, SITES, BodySite
from runadvisor.domain.diary import Permission
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning
from runadvisor.warning.pain_days import (
    AMBER_WINDOW_DAYS,
    AMBERS_TO_STOP,
    CALM_MORNING,
    CALM_WALKING,
    EASY_PAIN,
    MORNING_RISE_AMBER,
    MORNING_RISE_GREEN,
    MORNING_STOP,
    STOP_PAIN,
    Band,
    PainTurn,
    calm_again,
    calm_at_earliest,
    pain_turns,
)
from runadvisor.warning.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from runadvisor.domain.text import Value
    from runadvisor.warning.rule import Facts

AMBER_STANDS_DAYS = 14
"""Without another run an amber is forgotten after so long; our choice."""

_SURE = N_(
    "Moderate for the Achilles tendon: in one trial people went on with sport under a pain rule "
    "like this and did no worse. For other places it is carried over."
)
_NOT_SHOWN = N_(
    "That these numbers fit hip, calf or foot: leaflets use different edges, and no trial of "
    "runners compared them."
)
_SURE_KNEE = N_(
    "Moderate, seen in secondary sources: groups that study pain round the knee-cap allow 2 of 10, "
    "gone within the hour and no more next morning."
)


def turns_of(known: Facts) -> Iterator[PainTurn]:
    """Yield every amber and red of the diary, spot by spot."""
    for spot, entries in known.pain.items():
        yield from pain_turns(spot, entries, known.profile)


def standing_turns(known: Facts) -> Iterator[PainTurn]:
    """Yield what stands on the day of the facts, at most one a spot: a red before an amber."""
    for spot, entries in known.pain.items():
        turns = pain_turns(spot, entries, known.profile)
        reds = [t for t in turns if t.band is Band.RED and ended_on(known, t) is None]
        ambers = [t for t in turns if t.band is Band.AMBER and _amber_stands(known, t)]
        yield from reds[-1:] or ambers[-1:]


def ended_on(known: Facts, turn: PainTurn) -> date | None:
    """Return the day a red ended, by two calm mornings or a visit; ``None`` while it lasts."""
    ends = [calm_again(turn, known.pain.get(turn.pain_day.spot, ()))]
    ends += [
        visit.date
        for visit in known.diary.clearances
        if visit.seen_on > turn.told_on and visit.permission is not Permission.NO
    ]
    return min((end for end in ends if end is not None), default=None)


def _amber_stands(known: Facts, turn: PainTurn) -> bool:
    if known.as_of - turn.told_on >= timedelta(days=AMBER_STANDS_DAYS):
        return False
    return not any(run.date > turn.told_on for run in known.sessions)


def _raised(known: Facts) -> Iterator[TrainingWarning]:
    for turn in turns_of(known):
        yield _warning(turn)


def _standing(known: Facts) -> Iterator[TrainingWarning]:
    for turn in standing_turns(known):
        entries = known.pain[turn.pain_day.spot]
        yield _warning(turn, earliest=calm_at_earliest(turn, entries, day=known.as_of))


def _warning(turn: PainTurn, *, earliest: date | None = None) -> TrainingWarning:
    pain_day = turn.pain_day
    is_red = turn.band is Band.RED
    clears_on = None if is_red else turn.told_on + timedelta(days=AMBER_STANDS_DAYS)
    values: dict[str, Value] = {
        "spot": pain_day.spot.key,
        "run_date": pain_day.day,
        "pain_in_running": pain_day.in_running,
        "pain_next_morning": pain_day.next_morning,
        "usual_morning": pain_day.usual_morning,
        "band": turn.band.name.lower(),
        "limps": "yes" if pain_day.limps else "no",
        "clears_date": clears_on,
        "earliest_date": (earliest or turn.told_on + timedelta(days=2)) if is_red else None,
    }
    is_knee = pain_day.spot.site is BodySite.KNEE_FRONT
    return TrainingWarning(
        rule=PAIN_RULE.rule_id,
        code=_code(turn),
        tier=Tier.STOP_RUN if is_red else Tier.WATCH,
        grade=PAIN_RULE.grade if is_knee or not SITES[pain_day.spot.site].alert.value else _WEAK,
        date=turn.told_on,
        clears_on=clears_on,
        tissues=SITES[pain_day.spot.site].tissues,
        title=Message(_title(turn)),
        message=Message(_message(turn, values), values),
        values=values,
        clears=Message(_clears(turn), values),
        advice=tuple(Message(line, values) for line in _advice(turn)),
        sure=Message(_SURE_KNEE if is_knee else _SURE),
        not_shown=Message(_NOT_SHOWN),
        citations=("trek_pain_rule", *PAIN_RULE.citations) if is_knee else PAIN_RULE.citations,
    )


_WEAK = EvidenceGrade.WEAK


def _code(turn: PainTurn) -> str:
    if turn.is_third_amber:
        return "pain-third-amber"
    return "pain-red" if turn.band is Band.RED else "pain-amber"


def _title(turn: PainTurn) -> str:
    if turn.band is Band.RED:
        return N_("Pain that running makes worse")
    return N_("Pain that asks for a shorter run")


def _message(turn: PainTurn, values: dict[str, Value]) -> str:
    if turn.is_third_amber:
        return N_(
            "{spot}: the third time in 14 days that a run hurt more than 2 of 10 or was felt "
            "the next morning."
        )
    if values["limps"] == "yes":
        return N_("{spot}: you limp, or left it open whether you do.")
    if values["pain_in_running"] is None:
        return N_(
            "{spot}: {pain_next_morning} of 10 on the morning after {run_date}, usually "
            "{usual_morning}."
        )
    if values["pain_next_morning"] is None:
        return N_(
            "{spot}: {pain_in_running} of 10 in or after the run of {run_date}; the next "
            "morning is not entered yet."
        )
    return N_(
        "{spot}: {pain_in_running} of 10 in or after the run of {run_date}, "
        "{pain_next_morning} the next morning, usually {usual_morning}."
    )


def _clears(turn: PainTurn) -> str:
    if turn.band is Band.RED:
        return N_(
            "Two calm mornings in a row, at 2 of 10 at most and about as usual, with walking at 0 "
            "to 1: on {earliest_date} at the earliest. Enter both each morning. A visit that "
            "allows running ends it too."
        )
    return N_(
        "A next run of 2 of 10 at most, and a morning as usual. Without a run it is gone on "
        "{clears_date}."
    )


def _advice(turn: PainTurn) -> tuple[str, ...]:
    if turn.band is Band.RED:
        return (
            N_("No running for now. Cross-training is fine at 2 of 10 at most."),
            N_("Enter pain on getting up and on walking each morning: that opens running again."),
            N_("Then run half as far as last time, flat and easy."),
            N_("Seven days without getting better: let somebody look at it."),
        )
    first = (
        N_("Enter the morning score; until then no hard run, and the next one shorter.")
        if turn.pain_day.next_morning is None
        else N_("Make the next run a quarter to a half shorter, and none of it hard.")
    )
    return (first, N_("3 of 10 or more again: the same. A third time within 14 days: no running."))


PAIN_RULE = Rule(
    rule_id="R19",
    name="pain rule",
    thresholds={
        "easy_pain": EASY_PAIN,
        "stop_pain": STOP_PAIN,
        "morning_stop": MORNING_STOP,
        "morning_rise_green": MORNING_RISE_GREEN,
        "morning_rise_amber": MORNING_RISE_AMBER,
        "ambers_to_stop": AMBERS_TO_STOP,
        "amber_window_days": AMBER_WINDOW_DAYS,
        "calm_morning": CALM_MORNING,
        "calm_walking": CALM_WALKING,
    },
    grade=EvidenceGrade.MODERATE,
    citations=("silbernagel2007",),
    tissues=ALL_TISSUES,
    raised=lambda known: tuple(_raised(known)),
    standing=lambda known: tuple(_standing(known)),
    is_always_on=True,
)
