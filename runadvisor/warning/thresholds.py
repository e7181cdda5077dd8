"""Which numbers of which rules a runner may change, and how far.

Named here are only numbers that no limit, no plan and no sentence of ours rests on. The bounds
keep a rule what it is: an edge for "act" or "watch" never comes to lie under one for less.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class ThresholdUnit(StrEnum):
    """What a number of a rule counts."""

    TIMES = "times"
    """A ratio."""
    SHARE = "share"
    """A part of one, shown in percent."""
    DISTANCE = "distance"
    """Metres, shown in the runner's unit."""
    HEIGHT = "height"
    """Metres of climb or descent."""
    SLOPE = "slope"
    """Metres of height on a kilometre."""
    MINUTES = "minutes"
    DAYS = "days"
    COUNT = "count"
    STEPS = "steps"
    CADENCE = "cadence"
    """Steps a minute."""
    YEARS = "years"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdField:
    """One number that may be changed; bounds are in SI, as the threshold itself."""

    label: str
    """A marked sentence: what the number is."""
    unit: ThresholdUnit
    least: float
    most: float
    step: float


def _field(
    label: str, unit: ThresholdUnit, least: float, most: float, step: float
) -> ThresholdField:
    return ThresholdField(label=label, unit=unit, least=least, most=most, step=step)


_UNIT = ThresholdUnit
_INFO_RATIO = N_("Info over this many times the longest")
_WATCH_RATIO = N_("Watch over this many times the longest")
_MOST_RATIO = N_("Over this many times the most before")

_HILLS = {
    "ratio": _field(_MOST_RATIO, _UNIT.TIMES, 1.2, 3.0, 0.1),
    "least_metres": _field(N_("At least so many metres"), _UNIT.HEIGHT, 50, 500, 10),
    "least_per_km": _field(N_("At least so many metres on a kilometre"), _UNIT.SLOPE, 5, 20, 1),
    "watch_per_km": _field(N_("Watch from so many metres on a kilometre"), _UNIT.SLOPE, 20, 60, 1),
}

THRESHOLDS: Mapping[str, Mapping[str, ThresholdField]] = {
    "R02": {
        "info_ratio": _field(_INFO_RATIO, _UNIT.TIMES, 1.05, 1.3, 0.05),
        "watch_ratio": _field(_WATCH_RATIO, _UNIT.TIMES, 1.3, 2.0, 0.05),
        "least_rise_min": _field(N_("At least so much longer"), _UNIT.MINUTES, 3, 30, 1),
    },
    "R04": {
        "ratio": _field(_MOST_RATIO, _UNIT.TIMES, 1.1, 2.0, 0.05),
        "least_week_m": _field(N_("Only weeks of at least"), _UNIT.DISTANCE, 5_000, 60_000, 1_000),
    },
    "R06": {
        "info_ratio": _field(N_("Info from this number on"), _UNIT.TIMES, 1.2, 2.0, 0.1),
        "watch_ratio": _field(N_("Watch over this number"), _UNIT.TIMES, 2.0, 4.0, 0.1),
        "fewest_days": _field(N_("Watch from so many active days"), _UNIT.COUNT, 4, 7, 1),
    },
    "R09": {
        "most_days_apart": _field(N_("Hard days at most so far apart"), _UNIT.DAYS, 0, 3, 1),
        "older_age": _field(N_("More careful from this age on"), _UNIT.YEARS, 40, 70, 1),
    },
    "R10": {
        "ratio": _field(_MOST_RATIO, _UNIT.TIMES, 1.2, 3.0, 0.1),
        "least_rise_steps": _field(N_("At least so many steps more"), _UNIT.STEPS, 500, 5_000, 100),
        "fast_ratio": _field(N_("Very fast minutes: times a usual week"), _UNIT.TIMES, 1.3, 4, 0.1),
        "fast_least_rise_min": _field(N_("Very fast minutes: more by"), _UNIT.MINUTES, 1, 15, 1),
    },
    "R11": {
        "ratio": _field(_MOST_RATIO, _UNIT.TIMES, 1.1, 3.0, 0.1),
        "least_rise_min": _field(N_("At least so much more"), _UNIT.MINUTES, 5, 40, 1),
        "first_fast_min": _field(N_("First fast run: act over"), _UNIT.MINUTES, 6, 30, 1),
        "first_very_fast_min": _field(N_("First very fast run: act over"), _UNIT.MINUTES, 2, 15, 1),
    },
    "R12": _HILLS,
    "R13": _HILLS,
    "R14": {
        "most_steps_per_min": _field(N_("Up to so many steps a minute"), _UNIT.CADENCE, 140, 175, 1)
    },
    "R16": {
        "window_days": _field(N_("Looks at so many days"), _UNIT.DAYS, 14, 90, 1),
        "fewest_run_days": _field(N_("With at least so many running days"), _UNIT.COUNT, 4, 30, 1),
    },
    "R17": {"most_m": _field(N_("A first week’s run up to"), _UNIT.DISTANCE, 1_500, 5_000, 500)},
    "R23": {"days_without": _field(N_("After so many days without"), _UNIT.DAYS, 7, 60, 1)},
    "R28": {
        "most_races": _field(N_("From so many races on"), _UNIT.COUNT, 2, 6, 1),
        "window_days": _field(N_("Within so many days"), _UNIT.DAYS, 7, 42, 1),
    },
    "R29": {
        "ratio": _field(_MOST_RATIO, _UNIT.TIMES, 1.1, 2.0, 0.05),
        "day_rise_m": _field(N_("A day longer by at least"), _UNIT.DISTANCE, 1_000, 10_000, 500),
        "two_days_rise_m": _field(
            N_("Two days longer by at least"), _UNIT.DISTANCE, 2_000, 20_000, 500
        ),
    },
    "R30": {"more_days": _field(N_("So many days more than usual"), _UNIT.DAYS, 1, 5, 1)},
    "R31": {
        "share_now": _field(
            N_("At least this share of your running now"), _UNIT.SHARE, 0.2, 1, 0.05
        ),
        "share_before": _field(N_("Less than this share before"), _UNIT.SHARE, 0.05, 0.2, 0.05),
        "least_m": _field(N_("On at least"), _UNIT.DISTANCE, 3_000, 40_000, 1_000),
    },
    "R33": {
        "days_without": _field(N_("After so many days without"), _UNIT.DAYS, 10, 90, 1),
        "fewest_bouts": _field(N_("From so many sprints on"), _UNIT.COUNT, 1, 10, 1),
        "speed_share": _field(
            N_("A sprint is this share of your top speed"), _UNIT.SHARE, 0.8, 0.98, 0.01
        ),
    },
    "R36": {
        "more_blocks": _field(N_("So many sessions more than last week"), _UNIT.COUNT, 1, 5, 1)
    },
    "R37": {
        "ratio": _field(N_("Over this many times the weeks before"), _UNIT.TIMES, 1.2, 3.0, 0.1),
        "lighter_share": _field(
            N_("A lighter week is up to this share"), _UNIT.SHARE, 0.4, 0.9, 0.05
        ),
        "least_week_m": _field(N_("Only weeks of at least"), _UNIT.DISTANCE, 5_000, 60_000, 1_000),
    },
}
"""By rule id, then by the name of the threshold."""
