"""Rows of the tables that never warn: numbers only shown, and patterns no data tells.

R05 and R25 are kept out of the warnings on purpose: in runners the ratio did not behave as
in team sports, and form is a model of performance, not of injury.
"""

from __future__ import annotations

from runadvisor.domain.body import ALL_TISSUES, Tissue
from runadvisor.domain.knowledge import OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade
from runadvisor.warning.pattern_rule import silent_rule

ACUTE_CHRONIC = silent_rule(
    rule_id="R05",
    name="acute and chronic load",
    thresholds={"acute_days": 7, "before_days": 21},
    grade=EvidenceGrade.AGAINST,
    citations=("frandsen2025", "nakaoka2021", "gabbett2016", "impellizzeri2020"),
    tissues=ALL_TISSUES,
)
FORM = silent_rule(
    rule_id="R25",
    name="form",
    thresholds={"fitness_days": 42, "fatigue_days": 7},
    grade=EvidenceGrade.AGAINST,
    citations=(OWN_CHOICE,),
    tissues=ALL_TISSUES,
)
NEW_SHOE = silent_rule(
    rule_id="R32",
    name="new shoe",
    thresholds={"worn_in_m": 30_000, "most_share": 0.50},
    grade=EvidenceGrade.WEAK,
    citations=("tenforde2023", OWN_CHOICE),
    tissues=(Tissue.CALF_ACHILLES, Tissue.BONE),
    needs=N_("Off: the data does not say which shoe was worn on which run."),
)
BENDS = silent_rule(
    rule_id="R34",
    name="bends and camber",
    thresholds={"least_m": 5_000},
    grade=EvidenceGrade.WEAK,
    citations=(OWN_CHOICE,),
    tissues=(Tissue.GLUTEAL_TENDON, Tissue.ILIOTIBIAL_BAND, Tissue.ADDUCTOR),
    needs=N_("Off: the data does not say which runs were on a track or a slanted road."),
)
HEAT = silent_rule(
    rule_id="R35",
    name="heat",
    thresholds={"info_deg_c": 25, "watch_deg_c": 28},
    grade=EvidenceGrade.WEAK,
    citations=("acsm_heat", OWN_CHOICE),
    tissues=ALL_TISSUES,
    needs=N_("Off: the data does not say how warm it was."),
)
SITTING = silent_rule(
    rule_id="R38",
    name="sitting and travel",
    thresholds={"least_h": 4},
    grade=EvidenceGrade.WEAK,
    citations=(OWN_CHOICE,),
    tissues=(Tissue.CALF_ACHILLES, Tissue.HIP_FLEXOR),
    needs=N_("Off: the data does not say how long you sat."),
)
