"""R23, R36: no strength work for long, and much of it at once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.activity import Sport
from runadvisor.domain.body import Tissue
from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY, days
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.day_totals import DayTotals
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from runadvisor.warning.rule import Facts

HIP = (Tissue.HIP_FLEXOR, Tissue.GLUTEAL_TENDON, Tissue.ADDUCTOR)


def _missing(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    if known.first_day is None:
        return
    strength = {a.local_date for a in known.activities if a.sport is Sport.STRENGTH}
    last = known.first_day
    for day in days(known.first_day, known.as_of + ONE_DAY):
        if day in strength:
            last = day
        if (day - last).days >= at["days_without"]:
            yield Finding(
                code="no-strength",
                tier=Tier.INFO,
                date=day,
                stands_days=1,
                values={"days_without": (day - last).days},
            )


def _spikes(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    if known.first_day is None:
        return
    strength = sorted(
        (a for a in known.activities if a.sport is Sport.STRENGTH),
        key=lambda a: (a.local_date, a.activity_id),
    )
    totals = DayTotals(
        ((a.local_date, 1) for a in strength), first=known.first_day, last=known.as_of
    )
    for activity in strength:
        day = activity.local_date
        span = timedelta(days=at["days_without"])
        is_first = not totals.total(day - span, day - ONE_DAY)
        week = timedelta(days=DAYS_PER_WEEK)
        now = totals.total(day - week + ONE_DAY, day) or 0
        before = totals.total(day - 2 * week + ONE_DAY, day - week) or 0
        is_seen = day - span >= known.first_day
        if is_seen and (is_first or now >= before + at["more_blocks"]):
            yield Finding(
                code="strength-again" if is_first else "more-strength",
                tier=Tier.INFO,
                date=day,
                stands_days=3,
                activity_ids=(activity.activity_id,),
                values={"blocks": int(now), "before_blocks": int(before)},
            )


STRENGTH_GAP = Pattern(
    rule_id="R23",
    name="strength gap",
    thresholds={"days_without": 10},
    grade=EvidenceGrade.WEAK,
    citations=("leppanen2024", "desai2023"),
    tissues=HIP,
    words={
        "no-strength": Words(
            title=N_("No strength work of late"),
            message=N_("{days_without} days without strength work."),
            clears=N_("Your next strength work ends it: on {clears_date}, if that is tomorrow."),
            advice=(N_("A short block for hip and trunk, twice a week, is in your plan."),),
        )
    },
    sure=N_(
        "Trials disagree. New runners who were led through hip and trunk work had fewer injuries; "
        "who trained alone had none fewer as a group, but those who did it most had."
    ),
    not_shown=N_("That a gap of so many days matters. The count is our choice."),
    found=_missing,
    is_opt_in=True,
).rule()

STRENGTH_SPIKE = Pattern(
    rule_id="R36",
    name="strength spike",
    thresholds={"days_without": 21, "more_blocks": 2},
    grade=EvidenceGrade.WEAK,
    citations=(OWN_CHOICE,),
    tissues=(*HIP, Tissue.HAMSTRING, Tissue.CALF_ACHILLES),
    words={
        "strength-again": Words(
            title=N_("Strength work after weeks without"),
            message=N_("The first strength work in three weeks or more."),
            clears=N_("After two days it is gone: on {clears_date}."),
            advice=(N_("No hard run for two days; sore muscles on both sides are no strain."),),
        ),
        "more-strength": Words(
            title=N_("More strength work than last week"),
            message=N_(
                "{blocks} strength sessions in seven days, {before_blocks} in the seven before."
            ),
            clears=N_("After two days it is gone: on {clears_date}."),
            advice=(N_("No hard run for two days; sore muscles on both sides are no strain."),),
        ),
    },
    sure=N_(
        "Little: that new strength work makes muscles sore for a few days. The counts are our "
        "choice."
    ),
    not_shown=N_("Any link with running injuries."),
    found=_spikes,
).rule()
