"""The rules, one file per family, listed by hand."""

from __future__ import annotations

from runadvisor.warning.rules.data_quality import DATA_QUALITY
from runadvisor.warning.rules.energy import ENERGY
from runadvisor.warning.rules.illness import ILLNESS
from runadvisor.warning.rules.pain import PAIN_RULE
from runadvisor.warning.rules.pain_trend import PAIN_TREND
from runadvisor.warning.rules.previous_injury import PREVIOUS_INJURY
from runadvisor.warning.rules.red_flag import RED_FLAG
from runadvisor.warning.rules.rest_days import REST_DAYS
from runadvisor.warning.rules.session_spike import SESSION_SPIKE
from runadvisor.warning.rules.sleep import SLEEP

RULES = (
    RED_FLAG,
    PAIN_RULE,
    PAIN_TREND,
    ILLNESS,
    ENERGY,
    SESSION_SPIKE,
    PREVIOUS_INJURY,
    REST_DAYS,
    SLEEP,
    DATA_QUALITY,
)
