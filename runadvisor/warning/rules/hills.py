"""R12, R13: one run with much more climb, or descent, than any of the 30 days before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from runadvisor.domain.body import Tissue
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.text import N_
from runadvisor.domain.units import METRES_PER_KILOMETRE
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.exposure_spikes import Measure, exposure_spikes
from runadvisor.warning.pain_facts import tissue_pain_lately
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from runadvisor.warning.rule import Facts

SORE_DAYS = 28
SORE_AT = {
    Measure.CLIMB: (Tissue.HAMSTRING, Tissue.CALF_ACHILLES, Tissue.HIP_FLEXOR),
    Measure.DESCENT: (Tissue.KNEE_CAP, Tissue.ILIOTIBIAL_BAND),
}
THRESHOLDS = {"ratio": 1.5, "least_metres": 150, "least_per_km": 15, "watch_per_km": 20}


def _found(measure: Measure, known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    for spike in exposure_spikes(known.exposures, measure):
        run = spike.exposure.run
        # A month of zeros is a device without altitude, not a month of flat runs.
        if not spike.is_seen or spike.most is None or not spike.baseline or not run.distance_m:
            continue
        per_km = spike.value / (run.distance_m / METRES_PER_KILOMETRE)
        if (
            spike.value > at["ratio"] * spike.baseline
            and spike.value >= at["least_metres"]
            and per_km >= at["least_per_km"]
        ):
            is_sore = tissue_pain_lately(
                known, SORE_AT[measure], days=SORE_DAYS, day=run.local_date
            )
            yield Finding(
                code=measure.value,
                tier=Tier.WATCH if is_sore or per_km >= at["watch_per_km"] else Tier.INFO,
                date=run.local_date,
                stands_days=DAYS_PER_WEEK + 1,
                activity_ids=(run.activity_id, spike.most.run.activity_id),
                values={
                    "height_metres": round(spike.value),
                    "most_metres": round(spike.baseline),
                    "metres_per_km": round(per_km),
                    "height_ratio": spike.value / spike.baseline,
                    "run_weekday": run.local_date,
                    "most_date": spike.most.date,
                },
            )


UPHILL = Pattern(
    rule_id="R12",
    name="uphill",
    thresholds=THRESHOLDS,
    grade=EvidenceGrade.WEAK,
    citations=("roberts2005", "vernillo2017"),
    tissues=(Tissue.GLUTEAL_TENDON, Tissue.HAMSTRING, Tissue.CALF_ACHILLES, Tissue.HIP_FLEXOR),
    words={
        Measure.CLIMB.value: Words(
            title=N_("Much more climb than usual"),
            message=N_(
                "{run_weekday}’s run climbed {height_metres} m, {metres_per_km} m on each "
                "kilometre; the most of the 30 days before was {most_metres} m."
            ),
            clears=N_("A week without another such run: it is gone on {clears_date}."),
            advice=(
                N_("Run flat for the next days."),
                N_(
                    "Leave hills out while the sit-bone, the Achilles tendon or the front of the "
                    "hip hurts."
                ),
            ),
        )
    },
    sure=N_("On a steep slope nearly all of the extra work is done at the hip."),
    not_shown=N_(
        "Injuries from hills. For the muscles that lift the knee it is opinion, and the edges are "
        "our choice."
    ),
    found=partial(_found, Measure.CLIMB),
).rule()

DOWNHILL = Pattern(
    rule_id="R13",
    name="downhill",
    thresholds=THRESHOLDS,
    grade=EvidenceGrade.MODERATE,
    citations=("gottschall2005",),
    tissues=(Tissue.KNEE_CAP, Tissue.ILIOTIBIAL_BAND, Tissue.BONE),
    words={
        Measure.DESCENT.value: Words(
            title=N_("Much more descent than usual"),
            message=N_(
                "{run_weekday}’s run fell {height_metres} m, {metres_per_km} m on each kilometre; "
                "the most of the 30 days before was {most_metres} m."
            ),
            clears=N_("A week without another such run: it is gone on {clears_date}."),
            advice=(
                N_("Walk steep descents for now, or spread them over days."),
                N_(
                    "Sore thighs on the next days are to be expected; run easy until they are gone."
                ),
            ),
        )
    },
    sure=N_(
        "How it works is measured: on a slope of 9 degrees down, impact was about half as much "
        "again, and braking nearly three quarters."
    ),
    not_shown=N_("Injuries from descents. The edges are our choice."),
    found=partial(_found, Measure.DESCENT),
).rule()
