"""Numbers, dates and templates -> the words a runner reads.

Every sentence passes through ``sentence`` and ``language``; every length, time, number and day
through here, so that miles or another language need no change elsewhere.
"""

from __future__ import annotations

from runadvisor.wording.choice import speak_as
from runadvisor.wording.customs import measure_in
from runadvisor.wording.days import (
    day_range,
    first_weekday,
    full_day,
    long_day,
    long_day_range,
    month,
    month_short,
    short_day,
    weekday,
    weekday_day,
    weekday_short,
    weekdays,
)
from runadvisor.wording.grades import (
    NO_DIAGNOSIS,
    NOTHING_BEFORE,
    be_seen_words,
    grade_dots,
    grade_words,
    source_line,
    tier_meaning,
    tier_shape,
    tier_word,
)
from runadvisor.wording.measures import (
    UNKNOWN,
    at_most,
    climb,
    distance,
    distance_unit,
    duration,
    hours,
    kilometres,
    kilometres_at_most,
    minutes,
    number,
    pace,
    pace_range,
    percent,
    ratio,
    time_left,
    unit_metres,
)
from runadvisor.wording.places import (
    country_name,
    region_words,
    side_word,
    site_words,
    sport_name,
    spot_words,
)
from runadvisor.wording.sentences import sentence, shown

__all__ = [
    "NOTHING_BEFORE",
    "NO_DIAGNOSIS",
    "UNKNOWN",
    "at_most",
    "be_seen_words",
    "climb",
    "country_name",
    "day_range",
    "distance",
    "distance_unit",
    "duration",
    "first_weekday",
    "full_day",
    "grade_dots",
    "grade_words",
    "hours",
    "kilometres",
    "kilometres_at_most",
    "long_day",
    "long_day_range",
    "measure_in",
    "minutes",
    "month",
    "month_short",
    "number",
    "pace",
    "pace_range",
    "percent",
    "ratio",
    "region_words",
    "sentence",
    "short_day",
    "shown",
    "side_word",
    "site_words",
    "source_line",
    "speak_as",
    "sport_name",
    "spot_words",
    "tier_meaning",
    "tier_shape",
    "tier_word",
    "time_left",
    "unit_metres",
    "weekday",
    "weekday_day",
    "weekday_short",
    "weekdays",
]
