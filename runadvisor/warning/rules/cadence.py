"""R14: slow steps where the outer hip or the knee is sore; a hint, never a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.body import Tissue
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.warning.pain_facts import tissue_pain_lately
from runadvisor.warning.pattern_rule import Finding, Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from runadvisor.warning.rule import Facts

SORE_DAYS = 14
EASED_BY_QUICKER = (Tissue.GLUTEAL_TENDON, Tissue.ILIOTIBIAL_BAND, Tissue.KNEE_CAP)
"""The shin is left out: a sore bone is to be seen, not run on differently."""
LOADED_BY_QUICKER = (Tissue.HIP_FLEXOR, Tissue.HAMSTRING, Tissue.BONE)


def _found(known: Facts, at: Mapping[str, float]) -> Iterator[Finding]:
    for exposure in known.exposures:
        day, steps = exposure.date, exposure.estimates.easy_cadence_spm
        if (
            steps is not None
            and steps <= at["most_steps_per_min"]
            and tissue_pain_lately(known, EASED_BY_QUICKER, days=SORE_DAYS, day=day)
            and not tissue_pain_lately(known, LOADED_BY_QUICKER, days=2 * SORE_DAYS, day=day)
        ):
            yield Finding(
                code="slow-steps",
                tier=Tier.INFO,
                date=day,
                stands_days=2 * DAYS_PER_WEEK,
                activity_ids=(exposure.run.activity_id,),
                values={"steps_per_min": round(steps), "wanted_per_min": round(steps * 1.05)},
            )


SLOW_STEPS = Pattern(
    rule_id="R14",
    name="slow steps",
    thresholds={"most_steps_per_min": 160},
    grade=EvidenceGrade.WEAK,
    citations=("heiderscheit2011", "lenhart2014", "anderson2022"),
    tissues=EASED_BY_QUICKER,
    words={
        "slow-steps": Words(
            title=N_("Quicker steps may ease it"),
            message=N_(
                "You take about {steps_per_min} steps a minute when running easy, and the outer "
                "hip or the knee is sore."
            ),
            clears=N_(
                "Quicker easy steps, or nothing sore there for two weeks: it is gone on "
                "{clears_date} at the earliest."
            ),
            advice=(
                N_("Try about {wanted_per_min} steps a minute for a minute at a time, not more."),
                N_("Leave it if the front of the hip or the back of the thigh begins to hurt."),
            ),
        )
    },
    sure=N_(
        "Fairly well measured: with 5 to 10 % quicker steps the knee takes up less, and the "
        "muscles of the outer hip work less."
    ),
    not_shown=N_("That quicker steps prevent or heal an injury: very little has been studied."),
    found=_found,
    cool_off_days=28,
).rule()
