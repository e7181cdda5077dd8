"""R09, R28: hard runs and races too close to each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from runadvisor.domain.body import ALL_TISSUES, TENDON_SITES, Tissue
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.warning.pain_facts import tissue_pain_lately
from runadvisor.warning.pattern_rule import Finding, Pattern, Words
from runadvisor.warning.rules.pain_calls import pain_call_days

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from runadvisor.warning.rule import Facts

SORE_DAYS = 14
HARD_GAP_DAYS, CAREFUL_GAP_DAYS = 2, 3
"""Days from one hard run to the next: Tuesday and Thursday, or Tuesday and Friday."""
RACE_QUIET_DAYS = ((10_000, 3), (21_100, 5), (42_200, 10))
"""No hard run for so many days after a race of up to so many metres (rules.md 32)."""
ULTRA_QUIET_DAYS = 14
TENDONS = (
    Tissue.HIP_FLEXOR,
    Tissue.GLUTEAL_TENDON,
    Tissue.HAMSTRING,
    Tissue.ADDUCTOR,
    Tissue.CALF_ACHILLES,
)


@dataclass(frozen=True, slots=True)
class _Hard:
    day: date
    activity_ids: tuple[int, ...]
    is_race: bool
    distance_m: float


def _hard_sessions(known: Facts) -> list[_Hard]:
    """Return hard sessions by day; parts of one session are one."""
    whole = {i: session for session in known.sessions for i in session.activity_ids}
    found: dict[int, _Hard] = {}
    for exposure in known.exposures:
        if exposure.hard:
            own = exposure.run
            session = whole.get(own.activity_id)
            ids = (own.activity_id,) if session is None else session.activity_ids
            before = found.get(ids[0])
            found[ids[0]] = _Hard(
                day=own.local_date if session is None else session.date,
                activity_ids=ids,
                is_race=own.is_race or (before is not None and before.is_race),
                distance_m=(own.distance_m or 0.0) if session is None else session.distance_m,
            )
    return sorted(found.values(), key=lambda hard: hard.day)


def is_older(known: Facts, day: date, *, age: float) -> bool:
    """Whether the runner may be so old on a day; an unknown year of birth is taken as younger."""
    return known.athlete.birth_year is not None and day.year - known.athlete.birth_year >= age


def _close(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    called = pain_call_days(known, trend_sites=TENDON_SITES)
    for first, second in pairwise(_hard_sessions(known)):
        gap_days = (second.day - first.day).days
        if gap_days <= at["most_days_apart"]:
            day = second.day
            is_older_runner = is_older(known, day, age=at["older_age"])
            is_sore = any(timedelta() <= day - d < timedelta(days=SORE_DAYS) for d in called)
            quiet_days = CAREFUL_GAP_DAYS if is_sore or is_older_runner else HARD_GAP_DAYS
            yield Finding(
                code="hard-days-close",
                tier=Tier.ACT if is_sore or is_older_runner else Tier.WATCH,
                date=day,
                stands_days=quiet_days,
                activity_ids=(*second.activity_ids, *first.activity_ids),
                values={
                    "run_date": day,
                    "before_date": first.day,
                    "days_apart": gap_days,
                    "quiet_days": quiet_days,
                },
            )


def race_quiet_days(distance_m: float) -> int:
    """Return for how many days after a race nothing hard is run (rules.md 32)."""
    return next(
        (days for most_m, days in RACE_QUIET_DAYS if distance_m <= most_m), ULTRA_QUIET_DAYS
    )


def _races(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    races = [hard for hard in _hard_sessions(known) if hard.is_race]
    window = timedelta(days=at["window_days"])
    for number, race in enumerate(races):
        lately = [other for other in races[: number + 1] if race.day - other.day < window]
        previous = races[number - 1] if number else None
        is_soon = previous is not None and race.day - previous.day <= timedelta(
            days=race_quiet_days(previous.distance_m)
        )
        if is_soon or len(lately) >= at["most_races"]:
            is_sore = tissue_pain_lately(known, ALL_TISSUES, days=SORE_DAYS, day=race.day)
            others = lately[:-1] or races[number - 1 : number]
            yield Finding(
                code="races-close",
                tier=Tier.ACT if is_sore else Tier.WATCH,
                date=race.day,
                stands_days=race_quiet_days(race.distance_m) + 1,
                activity_ids=(*race.activity_ids, *(i for o in others for i in o.activity_ids)),
                values={
                    "races": len(others) + 1,
                    "span_days": (race.day - others[0].day).days + 1,
                    "quiet_date": race.day + timedelta(days=race_quiet_days(race.distance_m)),
                    "next_date": race.day + ONE_DAY,
                },
            )


HARD_DAYS = Pattern(
    rule_id="R09",
    name="hard days close together",
    thresholds={"most_days_apart": 1, "older_age": 50},
    grade=EvidenceGrade.WEAK,
    citations=("magnusson2010", "ristolainen2014", OWN_CHOICE),
    tissues=(*TENDONS, Tissue.BONE),
    words={
        "hard-days-close": Words(
            title=N_("Two hard runs close together"),
            message=N_(
                "{run_date} was a hard run, and so was {before_date}. Hard is a race, an effort of "
                "7 or more, tempo, intervals or hill repeats, 20 minutes at threshold, a run much "
                "longer than usual, or a long descent."
            ),
            clears=N_("With no hard run before {clears_date} it is gone on that day."),
            advice=(
                N_(
                    "Leave a day without hard running between two hard ones, two if a tendon hurts."
                ),
                N_("Easy running, cycling or rest fit in between."),
            ),
        )
    },
    sure=N_(
        "Weak, from how tendons work: after hard loading a tendon builds up for about three days, "
        "and breaks down first."
    ),
    not_shown=N_(
        "That spacing hard days prevents injuries: no trial has tested it. Days and ages are our "
        "choice."
    ),
    found=_close,
).rule()

RACE_CLUSTER = Pattern(
    rule_id="R28",
    name="races close together",
    thresholds={"most_races": 3, "window_days": 14},
    grade=EvidenceGrade.WEAK,
    citations=(OWN_CHOICE,),
    tissues=ALL_TISSUES,
    words={
        "races-close": Words(
            title=N_("Races close together"),
            message=N_("{races} races within {span_days} days."),
            clears=N_("With no other race up to {quiet_date} it is gone on {clears_date}."),
            advice=(N_("Nothing hard up to {quiet_date}; run easy, and shorter than usual."),),
        )
    },
    sure=N_("Little. Rest after a race by its length is what clinicians agree on."),
    not_shown=N_("How close is too close: no study has tested it. The days are our choice."),
    found=_races,
).rule()
