"""The rules, one file per family, listed by hand: on one card the first of a tier speaks."""

from __future__ import annotations

from runadvisor.warning.rules.cadence import SLOW_STEPS
from runadvisor.warning.rules.data_quality import DATA_QUALITY
from runadvisor.warning.rules.energy import ENERGY
from runadvisor.warning.rules.fast_running import FAST_EXPOSURE, SPRINT_RETURN
from runadvisor.warning.rules.first_weeks import NOVICE_START
from runadvisor.warning.rules.hard_days import HARD_DAYS, RACE_CLUSTER
from runadvisor.warning.rules.hills import DOWNHILL, UPHILL
from runadvisor.warning.rules.hip_flexor import HIP_FLEXOR_LOAD
from runadvisor.warning.rules.illness import ILLNESS
from runadvisor.warning.rules.layoff import LAYOFF
from runadvisor.warning.rules.minutes_spike import MINUTES_SPIKE
from runadvisor.warning.rules.pain import PAIN_RULE
from runadvisor.warning.rules.pain_trend import PAIN_TREND
from runadvisor.warning.rules.previous_injury import PREVIOUS_INJURY
from runadvisor.warning.rules.red_flag import RED_FLAG
from runadvisor.warning.rules.rest_days import REST_DAYS
from runadvisor.warning.rules.sameness import DAYS_ALIKE, STRAIN
from runadvisor.warning.rules.session_spike import SESSION_SPIKE
from runadvisor.warning.rules.silent import ACUTE_CHRONIC, BENDS, FORM, HEAT, NEW_SHOE, SITTING
from runadvisor.warning.rules.sleep import SLEEP
from runadvisor.warning.rules.split_days import SPLIT_DAYS
from runadvisor.warning.rules.strength import STRENGTH_GAP, STRENGTH_SPIKE
from runadvisor.warning.rules.variety import SURFACE, VARIETY
from runadvisor.warning.rules.week_growth import MORE_RUN_DAYS, SLOW_CREEP, WEEK_JUMP

RULES = (
    RED_FLAG,
    PAIN_RULE,
    PAIN_TREND,
    ILLNESS,
    ENERGY,
    SESSION_SPIKE,
    PREVIOUS_INJURY,
    LAYOFF,
    MINUTES_SPIKE,
    HARD_DAYS,
    RACE_CLUSTER,
    REST_DAYS,
    SLEEP,
    HIP_FLEXOR_LOAD,
    FAST_EXPOSURE,
    SPRINT_RETURN,
    UPHILL,
    DOWNHILL,
    NOVICE_START,
    WEEK_JUMP,
    MORE_RUN_DAYS,
    SPLIT_DAYS,
    SLOW_CREEP,
    DAYS_ALIKE,
    STRAIN,
    SURFACE,
    VARIETY,
    SLOW_STEPS,
    STRENGTH_GAP,
    STRENGTH_SPIKE,
    DATA_QUALITY,
    ACUTE_CHRONIC,
    FORM,
    NEW_SHOE,
    BENDS,
    HEAT,
    SITTING,
)
