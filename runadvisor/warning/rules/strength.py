"""R23, R36: no strength work for long, and much of it at once."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.activity import Sport
from runadvisor.domain.body import Tissue
from runadvisor.domain.calendar import DAYS_PER_WEEK, ONE_DAY, days
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.columns import ordinals
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
    least = int(at["days_without"])
    ends = sorted({known.first_day, *strength, known.as_of + ONE_DAY})
    for last, following in pairwise(ends):
        for day in days(last + timedelta(days=least), following):
            yield Finding(
                code="no-strength",
                tier=Tier.INFO,
                date=day,
                stands_days=1,
                values={"days_without": (day - last).days},
            )


def _spikes(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    strength = sorted(
        (a for a in known.activities if a.sport is Sport.STRENGTH),
        key=lambda a: (a.local_date, a.activity_id),
    )
    if known.first_day is None or not strength:
        return
    span_days = int(at["days_without"])
    totals = DayTotals(
        ((a.local_date, 1) for a in strength), first=known.first_day, last=known.as_of
    )
    place_days = ordinals(activity.local_date for activity in strength)
    now = totals.ending(place_days, span_days=DAYS_PER_WEEK)
    before = totals.ending(place_days - DAYS_PER_WEEK, span_days=DAYS_PER_WEEK)
    is_first = totals.ending(place_days - 1, span_days=span_days) == 0
    is_seen = place_days - span_days >= known.first_day.toordinal()
    for place in np.flatnonzero(is_seen & (is_first | (now >= before + at["more_blocks"]))):
        yield Finding(
            code="strength-again" if is_first[place] else "more-strength",
            tier=Tier.INFO,
            date=strength[place].local_date,
            stands_days=3,
            activity_ids=(strength[place].activity_id,),
            values={"blocks": int(now[place]), "before_blocks": int(before[place])},
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
