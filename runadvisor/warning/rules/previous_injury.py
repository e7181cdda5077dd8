"""R03: a region injured within a year; warnings that concern it stand one tier higher.

One lift at most, only from watch to act, and never to a stop (rules.md 27).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.body import ALL_TISSUES, SITES, BodyRegion, Side, tissues_of
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning
from runadvisor.warning.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from runadvisor.domain.diary import Injury
    from runadvisor.domain.text import Value
    from runadvisor.warning.rule import Facts

INJURY_DAYS = 365
PAIN_DAYS = 28
"""A rule about every tissue is lifted only for a region that hurt so lately."""
LIFTED_RULES = frozenset({"R01", "R02", "R09", "R10", "R11", "R12", "R13", "R20"})

_SURE = N_(
    "Strong: an earlier injury is the one factor that reviews of running injuries agree on. In one "
    "study the hazard was 1.7 times that of runners without one."
)
_NOT_SHOWN = N_("Why: it may be the tissue, the training or the person. It is no forecast.")


def recent_injuries(known: Facts, day: date) -> tuple[Injury, ...]:
    """Return the injuries that last or ended within twelve months before a day."""
    first = day - timedelta(days=INJURY_DAYS)
    return tuple(
        injury
        for injury in known.diary.injuries
        if injury.start <= day and (injury.end is None or injury.end > day or injury.end >= first)
    )


def lifted(warnings: Iterable[TrainingWarning], known: Facts) -> tuple[TrainingWarning, ...]:
    """Return the warnings, each at most one tier higher for a region injured lately."""
    return tuple(_lifted(warning, known) for warning in warnings)


def _lifted(warning: TrainingWarning, known: Facts) -> TrainingWarning:
    if warning.rule not in LIFTED_RULES or warning.tier is not Tier.WATCH:
        return warning
    injury = next(
        (i for i in recent_injuries(known, warning.date) if _concerns(warning, i, known)), None
    )
    if injury is None:
        return warning
    return replace(
        warning,
        tier=Tier.ACT,
        lifted_by=Message(
            N_("One step higher since {region} was injured within the last twelve months."),
            {"region": _region_key(injury)},
        ),
        citations=(*warning.citations, *PREVIOUS_INJURY.citations),
    )


def _concerns(warning: TrainingWarning, injury: Injury, known: Facts) -> bool:
    """Whether a warning is about the injured region."""
    spot = warning.values.get("spot")
    if isinstance(spot, str):
        site, _, side = spot.partition("/")
        region = next(facts.region for key, facts in SITES.items() if key.value == site)
        return region is injury.region and _same_side(Side(side), injury.side)
    if set(warning.tissues) >= set(ALL_TISSUES):
        return region_hurt(known, injury.region, injury.side, warning.date)
    return bool(set(warning.tissues) & tissues_of(injury.region))


def region_hurt(known: Facts, region: BodyRegion, side: Side, day: date) -> bool:
    """Whether a region had pain of 1 or more in the 28 days up to a day."""
    first = day - timedelta(days=PAIN_DAYS - 1)
    return any(
        spot.region is region
        and _same_side(spot.side, side)
        and any(first <= e.date <= day and (e.worst or 0) >= 1 for e in entries)
        for spot, entries in known.pain.items()
    )


def _same_side(one: Side, other: Side) -> bool:
    return one is other or {one, other} & {Side.BOTH, Side.MIDDLE} != set()


def _region_key(injury: Injury) -> str:
    return f"{injury.region.value}/{injury.side.value}"


def _raised(known: Facts) -> Iterator[TrainingWarning]:
    for injury in known.diary.injuries:
        yield _warning(injury, clears_on=None)


def _clears_on(injury: Injury) -> date | None:
    return None if injury.end is None else injury.end + timedelta(days=INJURY_DAYS) + ONE_DAY


def _standing(known: Facts) -> Iterator[TrainingWarning]:
    for injury in recent_injuries(known, known.as_of):
        yield _warning(injury, clears_on=_clears_on(injury))


def _warning(injury: Injury, *, clears_on: date | None) -> TrainingWarning:
    values: dict[str, Value] = {
        "region": _region_key(injury),
        "from_date": injury.start,
        "clears_date": clears_on,
    }
    return TrainingWarning(
        rule=PREVIOUS_INJURY.rule_id,
        code="previous-injury",
        tier=Tier.INFO,
        grade=PREVIOUS_INJURY.grade,
        date=injury.start,
        clears_on=clears_on,
        tissues=tuple(sorted(tissues_of(injury.region))),
        title=Message(N_("An injury within the last year")),
        message=Message(
            N_("{region} was injured: a watch about it stands one step higher."), values
        ),
        values=values,
        clears=Message(
            N_("Twelve months after you enter that it is over.")
            if clears_on is None
            else N_("Twelve months after it ended: it is gone on {clears_date}."),
            values,
        ),
        advice=(
            Message(N_("Keep the strength blocks for it, and let the way back take its steps.")),
        ),
        sure=Message(_SURE),
        not_shown=Message(_NOT_SHOWN),
        citations=PREVIOUS_INJURY.citations,
    )


PREVIOUS_INJURY = Rule(
    rule_id="R03",
    name="previous injury",
    thresholds={"injury_days": INJURY_DAYS, "pain_days": PAIN_DAYS, "most_lifts": 1},
    grade=EvidenceGrade.STRONG,
    citations=("malisoux2015", "hulme2017", "vanpoppel2021", "vanderworp2015"),
    tissues=ALL_TISSUES,
    raised=lambda known: tuple(_raised(known)),
    standing=lambda known: tuple(_standing(known)),
    is_always_on=True,
)
