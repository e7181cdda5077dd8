"""The part of the FIT profile that a running history needs: numbers of messages and fields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from runadvisor.domain.activity import Sport
from runadvisor.domain.text import N_

EPOCH_S = 631_065_600
"""31 December 1989, UTC, in seconds since 1970."""
CLOCK_UNSET_BELOW_S = 0x1000_0000
"""Smaller times count from when the device was switched on."""


class Kind(IntEnum):
    """Numbers of messages."""

    FILE_ID = 0
    SPORT = 12
    SESSION = 18
    LAP = 19
    RECORD = 20
    EVENT = 21
    ACTIVITY = 34


@dataclass(frozen=True, slots=True)
class Value:
    """A field of a message: value = stored / scale - offset."""

    number: int
    scale: float = 1.0
    offset: float = 0.0
    packed_bytes: int = 0
    """So many bytes are one number in themselves, whatever base type they are given."""


TIMESTAMP = Value(253)
FILE_ID = {"type": Value(0), "manufacturer": Value(1)}
ACTIVITY = {"timestamp": TIMESTAMP, "local_timestamp": Value(5)}
EVENT = {"timestamp": TIMESTAMP, "event": Value(0), "event_type": Value(1)}
SPORT = {"sport": Value(0), "sub_sport": Value(1)}
RECORD = {
    "timestamp": TIMESTAMP,
    "latitude": Value(0, 2**31 / 180),
    "longitude": Value(1, 2**31 / 180),
    "altitude": Value(2, 5, 500),
    "heart_rate": Value(3),
    "cadence": Value(4),
    "distance": Value(5, 100),
    "speed": Value(6, 1000),
    "speed_distance": Value(8, packed_bytes=3),
    "fractional_cadence": Value(53, 128),
    "enhanced_speed": Value(73, 1000),
    "enhanced_altitude": Value(78, 5, 500),
}
SESSION = {
    "timestamp": TIMESTAMP,
    "start_time": Value(2),
    "sport": Value(5),
    "sub_sport": Value(6),
    "elapsed": Value(7, 1000),
    "timer": Value(8, 1000),
    "distance": Value(9, 100),
    "average_heart_rate": Value(16),
    "max_heart_rate": Value(17),
    "average_cadence": Value(18),
    "ascent": Value(22),
    "descent": Value(23),
}
LAP = {
    "timestamp": TIMESTAMP,
    "start_time": Value(2),
    "elapsed": Value(7, 1000),
    "timer": Value(8, 1000),
    "distance": Value(9, 100),
    "average_heart_rate": Value(15),
}
TIMER_EVENT, TIMER_START = 0, 0

ACTIVITY_FILE = 4
_ZWIFT = 260
VIRTUAL_MAKERS = frozenset({_ZWIFT})
FILE_TYPES = {
    1: N_("a description of the device"),
    2: N_("settings"),
    3: N_("sport settings"),
    5: N_("a planned workout"),
    6: N_("a course"),
    7: N_("a schedule"),
    9: N_("body weights"),
    10: N_("totals of a device"),
    11: N_("goals"),
    14: N_("blood pressures"),
    15: N_("daily monitoring"),
    20: N_("a summary without a record"),
    28: N_("daily monitoring"),
    32: N_("daily monitoring"),
    34: N_("a segment"),
    35: N_("a list of segments"),
}

_RUNNING, _FITNESS_EQUIPMENT = 1, 4
_SPORTS = {
    _RUNNING: Sport.RUN,
    2: Sport.RIDE,
    5: Sport.SWIM,
    11: Sport.WALK,
    12: Sport.SKI,
    13: Sport.SKI,
    14: Sport.SKI,
    15: Sport.ROW,
    16: Sport.HIKE,
    17: Sport.HIKE,
    19: Sport.ROW,
    21: Sport.RIDE,
    41: Sport.ROW,
}
_TREADMILL, _INDOOR_RUNNING, _VIRTUAL = 1, 45, 58
_RUN_SUB_SPORTS = {
    _TREADMILL: Sport.TREADMILL_RUN,
    3: Sport.TRAIL_RUN,
    _INDOOR_RUNNING: Sport.TREADMILL_RUN,
    _VIRTUAL: Sport.TREADMILL_RUN,
}
_SUB_SPORTS = {
    _TREADMILL: Sport.TREADMILL_RUN,
    5: Sport.RIDE,
    6: Sport.RIDE,
    14: Sport.ROW,
    15: Sport.ELLIPTICAL,
    17: Sport.SWIM,
    18: Sport.SWIM,
    19: Sport.YOGA,
    20: Sport.STRENGTH,
    27: Sport.WALK,
    43: Sport.YOGA,
    44: Sport.YOGA,
    _INDOOR_RUNNING: Sport.TREADMILL_RUN,
}
"""What is done on equipment, or as training of no named sport."""


def sport_named(sport: float | None, sub_sport: float | None) -> Sport | None:
    """Return the sport of two numbers; ``None`` where the first is generic or unknown."""
    if not sport:
        return None
    if sport == _RUNNING:
        return _RUN_SUB_SPORTS.get(int(sub_sport or 0), Sport.RUN)
    if sport in _SPORTS:
        return _SPORTS[int(sport)]
    return _SUB_SPORTS.get(int(sub_sport or 0), Sport.OTHER)


def is_virtual(sub_sport: float | None) -> bool:
    """Whether it went through a made-up world."""
    return sub_sport == _VIRTUAL
