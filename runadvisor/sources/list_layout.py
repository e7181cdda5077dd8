"""Where a list of activities keeps what: the one form every kind of list is brought to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from runadvisor.sources.parse import DateOrder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.domain.text import Value
    from runadvisor.sources.import_report import Answer

METRES_PER_KM = 1000.0
METRES_PER_MILE = 1609.344
METRES_PER_FOOT = 0.3048
METRES_PER_YARD = 0.9144


class Role(Enum):
    """What a column of a list tells."""

    IDENTITY = auto()
    EXTERNAL_ID = auto()
    """Of the same activity at the service it was fetched from."""
    DATE = auto()
    UTC_DATE = auto()
    TIME_OF_DAY = auto()
    ZONE = auto()
    SPORT = auto()
    NAME = auto()
    DISTANCE = auto()
    ROUNDED_DISTANCE = auto()
    MOVING_TIME = auto()
    ELAPSED_TIME = auto()
    ROUNDED_ELAPSED_TIME = auto()
    ELEVATION_GAIN = auto()
    ELEVATION_LOSS = auto()
    AVERAGE_HEART_RATE = auto()
    MAX_HEART_RATE = auto()
    CADENCE = auto()
    SESSION_RPE = auto()
    RACE = auto()
    INDOOR = auto()
    FILE = auto()
    NOTES = auto()


class Aspect(Enum):
    """What a list may leave open, and a person can say."""

    COLUMNS = auto()
    DISTANCE_UNIT = auto()
    DATE_ORDER = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """Something nothing in the list settles: it is asked before a row is imported."""

    aspect: Aspect
    code: str
    sentence: str
    values: Mapping[str, Value] = field(default_factory=dict[str, "Value"])
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken for granted for the whole list, and said."""

    code: str
    sentence: str
    aspect: Aspect | None = None
    """What a person can say instead, where they can."""


class Unlisted(Enum):
    """What a sport word we do not know means in this list."""

    OTHER = "another sport: the source names sports by fixed words"
    RUN = "a kind of run: people keep running logs in words of their own"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLayout:
    """How to read the rows of one list."""

    format: str
    columns: Mapping[Role, int]
    date_order: DateOrder = DateOrder.DAY_FIRST
    decimal_mark: str | None = None
    """Of the whole list, where the person said it; else each column tells its own."""
    is_utc: bool = False
    """Whether dates without an offset are UTC rather than wall-clock time."""
    metres: float = METRES_PER_KM
    """Per unit of the distance column."""
    rounded_metres: float = METRES_PER_KM
    """Per unit of the second, rounded distance column, where the first is empty."""
    swim_metres: float | None = None
    """Per unit of a swim's distance, where the list has another one for swims."""
    climb_metres: float = 1.0
    plain_time_s: float = 1.0
    """Seconds per unit of a time written as a plain number."""
    is_hours_first: bool | None = None
    """Whether ``1:10`` is an hour and ten minutes; ``None`` for what the pace says."""
    identity_prefix: str | None = None
    unlisted: Unlisted = Unlisted.OTHER
    needs_time: bool = False
    """Whether a row without a time is faulty: hand-kept lists with a time column."""
    assumed: tuple[Assumption, ...] = ()
    questions: tuple[Question, ...] = ()
    """What has to be asked first; with any, no row is read."""
