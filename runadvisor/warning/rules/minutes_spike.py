"""R02: a run without a distance, much longer in minutes than those of the 30 days before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.body import ALL_TISSUES
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.units import SECONDS_PER_MINUTE
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.training_load.exposure_spikes import Measure, exposure_spikes
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from runadvisor.warning.rule import Facts


def _found(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    if all(exposure.run.distance_m is not None for exposure in known.exposures):
        return
    for spike in exposure_spikes(known.exposures, Measure.TIME):
        run = spike.exposure.run
        if run.distance_m is not None or spike.most is None or not spike.baseline:
            continue
        ratio = spike.value / spike.baseline
        rise_s = spike.value - spike.baseline
        is_longer = ratio > at["info_ratio"] and rise_s >= at["least_rise_min"] * SECONDS_PER_MINUTE
        if spike.is_seen and is_longer:
            yield Finding(
                code="minutes-spike",
                tier=Tier.WATCH if ratio > at["watch_ratio"] else Tier.INFO,
                date=run.local_date,
                stands_days=15,
                activity_ids=(run.activity_id, spike.most.run.activity_id),
                values={
                    "run_s": spike.value,
                    "longest_s": spike.baseline,
                    "jump_percent": (ratio - 1) * 100,
                    "minutes_ratio": ratio,
                    "run_weekday": run.local_date,
                    "longest_date": spike.most.date,
                },
            )


MINUTES_SPIKE = Pattern(
    rule_id="R02",
    name="minutes spike",
    thresholds={"info_ratio": 1.10, "watch_ratio": 1.30, "least_rise_min": 6},
    grade=EvidenceGrade.WEAK,
    citations=(OWN_CHOICE,),
    tissues=ALL_TISSUES,
    words={
        "minutes-spike": Words(
            title=N_("A run that took much longer than usual"),
            message=N_(
                "{run_weekday}’s run has no distance. Its {run_s} were {jump_percent} more than "
                "any run of the 30 days before ({longest_s})."
            ),
            clears=N_("Fourteen days without another such run: it is gone on {clears_date}."),
            advice=(
                N_(
                    "Rest or easy cross-training on the day after, then no hard or long run for "
                    "three days."
                ),
                N_("Keep the next runs shorter than this one."),
            ),
        )
    },
    sure=N_(
        "Little. The study of single long runs counted kilometres; that minutes work alike is our "
        "choice, so this speaks one step more softly."
    ),
    not_shown=N_("Whether a run that is long in time alone matters. The edges are our choice."),
    found=_found,
).rule()
