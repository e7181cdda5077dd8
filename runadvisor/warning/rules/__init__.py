"""The rules, one file per family, listed by hand."""

from __future__ import annotations

from runadvisor.warning.rules.data_quality import DATA_QUALITY
from runadvisor.warning.rules.rest_days import REST_DAYS
from runadvisor.warning.rules.session_spike import SESSION_SPIKE

RULES = (SESSION_SPIKE, REST_DAYS, DATA_QUALITY)
