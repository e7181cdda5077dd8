"""One recorded thing done: as a file tells it, and as the history keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    import numpy as np
    from numpy.typing import NDArray

    from runadvisor.domain.text import Message

BY_HAND = "by-hand"
"""Format of a recording that the runner typed in."""


class Sport(StrEnum):
    """What was done; running sports load bone and tendon by impact."""

    RUN = "run"
    TRAIL_RUN = "trail-run"
    TREADMILL_RUN = "treadmill-run"
    WALK = "walk"
    HIKE = "hike"
    RIDE = "ride"
    SWIM = "swim"
    ROW = "row"
    SKI = "ski"
    ELLIPTICAL = "elliptical"
    STRENGTH = "strength"
    YOGA = "yoga"
    OTHER = "other"

    @property
    def is_run(self) -> bool:
        """Whether the sport is running, on any surface."""
        return self in _RUNS


_RUNS = frozenset({Sport.RUN, Sport.TRAIL_RUN, Sport.TREADMILL_RUN})


class RunLabel(StrEnum):
    """What a run was for, in the runner's own word."""

    EASY = "easy"
    LONG = "long"
    TEMPO = "tempo"
    INTERVAL = "interval"
    HILL_REPS = "hill-reps"


class ZoneSource(StrEnum):
    """Where the local zone of an activity comes from, strongest first."""

    BY_HAND = "by-hand"
    SOURCE = "source"
    POSITION = "position"
    NEIGHBOUR = "neighbour"
    HOME = "home"


class StartPrecision(StrEnum):
    """How exactly the start is known; a date-only row is placed at local noon."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a recording came from, as the person gave it."""

    path: str
    member: str | None
    format: str
    """``gpx``, ``strava-csv``, ``garmin-csv``, ``list-csv``, ``by-hand`` …"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Track:
    """Points as columns of equal length; NaN where a point lacks the value."""

    time_s: NDArray[np.float64]
    """Seconds after the start of the recording, never falling."""
    latitude_deg: NDArray[np.float64]
    longitude_deg: NDArray[np.float64]
    altitude_m: NDArray[np.float64]
    heart_rate_bpm: NDArray[np.float64]
    cadence_spm: NDArray[np.float64]
    """Steps (both feet) per minute."""
    distance_m: NDArray[np.float64]
    """Metres since the start, as the device counts them; NaN where it does not."""
    speed_mps: NDArray[np.float64]
    """Metres per second, as the device measures them; NaN where it does not."""
    segment: NDArray[np.int32]
    """Number of the track segment; the way between two segments is not distance."""

    def __len__(self) -> int:
        """Count the points kept."""
        return len(self.time_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lap:
    """A stretch of an activity that the device or the runner marked."""

    start_s: float
    """Seconds after the start of the recording."""
    moving_time_s: float | None = None
    distance_m: float | None = None
    average_heart_rate_bpm: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What one file or row says about one activity, before the history has placed it.

    Lengths are metres, times seconds; ``None`` is unknown, never 0.
    """

    source: Source
    digest: str
    """SHA-256 of the content it was read from (unpacked file, or row), hexadecimal."""
    source_id: str | None = None
    """An id the source gives for life, such as ``strava:123``."""
    external_id: str | None = None
    """The number another service gave the same activity, where the source tells it."""
    started_at: datetime | None = None
    """Aware, UTC; ``None`` where the source tells local time only."""
    local_start: datetime | None = None
    """Naive wall-clock time, where the source tells it."""
    zone: str | None = None
    """IANA name or fixed offset such as ``+09:00``, from the source or the position."""
    zone_source: ZoneSource | None = None
    precision: StartPrecision = StartPrecision.SECOND
    sport: Sport
    sport_is_known: bool = True
    """False where no source names the sport and running was assumed."""
    name: str | None = None
    distance_m: float | None = None
    moving_time_s: float | None = None
    elapsed_time_s: float | None = None
    elevation_gain_m: float | None = None
    elevation_loss_m: float | None = None
    average_heart_rate_bpm: float | None = None
    max_heart_rate_bpm: float | None = None
    average_cadence_spm: float | None = None
    session_rpe: float | None = None
    is_race: bool = False
    points: int = 0
    """Track points as the file holds them, before any repair."""
    track: Track | None = None
    laps: tuple[Lap, ...] = ()
    mended: tuple[Message, ...] = ()
    """What was mended or assumed in reading it."""
    notes: str | None = None
    """What the runner wrote about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One recorded activity as the history keeps it; times are aware, lengths are SI."""

    activity_id: int
    started_at: datetime
    """Aware, UTC."""
    precision: StartPrecision = StartPrecision.SECOND
    zone: str
    zone_source: ZoneSource
    local_date: date
    sport: Sport
    name: str | None = None
    distance_m: float | None = None
    moving_time_s: float | None = None
    elapsed_time_s: float | None = None
    elevation_gain_m: float | None = None
    elevation_loss_m: float | None = None
    average_heart_rate_bpm: float | None = None
    max_heart_rate_bpm: float | None = None
    average_cadence_spm: float | None = None
    session_rpe: float | None = None
    """0-10, CR-10."""
    is_race: bool = False
    label: RunLabel | None = None
    points: int = 0
    notes: str | None = None
    """What the runner wrote about it."""
    ignores_heart_rate: bool = False
    """The runner said that its heart rate is wrong: it has none here, nor in its track."""
    edited: frozenset[str] = frozenset()
    """Names of the fields whose value the runner set by hand."""
    sources: tuple[Source, ...] = ()

    @property
    def is_run(self) -> bool:
        """Whether it counts as running load."""
        return self.sport.is_run
