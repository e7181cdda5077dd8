"""Changes of a history as records: each can be applied, and gives the one that undoes it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from runadvisor.domain.activity import Sport

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.domain.activity import Recording
    from runadvisor.history.clock import ClockFix

HIGHEST_RPE = 10


class State(StrEnum):
    """What a stored recording is to the history."""

    KEPT = "kept"
    DELETED = "deleted"
    """The runner deleted its activity: it stays away, also when it is imported again."""
    UNDONE = "undone"
    """Its import was undone: as if it had never come."""


class Verdict(StrEnum):
    """What the runner said about two recordings."""

    SAME = "same"
    APART = "apart"


class EditField(StrEnum):
    """What the runner may set by hand, over what the recordings say."""

    SPORT = "sport"
    NAME = "name"
    DISTANCE_M = "distance_m"
    MOVING_TIME_S = "moving_time_s"
    SESSION_RPE = "session_rpe"
    IS_RACE = "is_race"
    IGNORES_HEART_RATE = "ignores_heart_rate"
    NOTES = "notes"
    LOCAL_START = "local_start"
    """Naive wall clock, ISO 8601."""
    ZONE = "zone"
    """IANA name."""


EditValue: TypeAlias = str | float | bool | None
"""As it is stored; ``None`` takes an edit back."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One value set by hand for the activity that a recording belongs to."""

    recording_id: int
    field: EditField
    value: EditValue

    def __post_init__(self) -> None:
        """Refuse a value that no activity can have.

        Raises:
            ValueError: The value does not fit the field.
        """
        if self.value is not None and not _FITS[self.field](self.value):
            raise ValueError(f"{self.value!r} is no {self.field}")


@dataclass(frozen=True, slots=True)
class SetEdits:
    """Set values by hand, or take them back."""

    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """What is said about two recordings, the lower id first; ``None`` is nothing."""

    one: int
    other: int
    verdict: Verdict | None

    def __post_init__(self) -> None:
        """Keep one spelling for each pair.

        Raises:
            ValueError: The ids are not in order.
        """
        if self.one >= self.other:
            msg = "a pair names the lower id first"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class SetVerdicts:
    """Say of pairs of recordings that they are one activity, or two."""

    verdicts: tuple[PairVerdict, ...]


@dataclass(frozen=True, slots=True)
class SetStates:
    """Keep, delete or take out recordings, as (recording id, state) pairs."""

    states: tuple[tuple[int, State], ...]


@dataclass(frozen=True, slots=True)
class SetClocks:
    """Say how the times of recordings are to be read, as (recording id, fix) pairs."""

    clocks: tuple[tuple[int, ClockFix], ...]


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """Put another version of a list's row in the place of the one that is there."""

    recording_id: int
    recording: Recording
    former_digests: tuple[str, ...]
    """Of the versions it has had: they are known, and bring nothing back."""


@dataclass(frozen=True, slots=True)
class SetHomeZone:
    """Say where the runner lives; ``None`` is not known."""

    zone: str | None


@dataclass(frozen=True, slots=True)
class SetNote:
    """Keep a text under a key, such as what was said of warnings; ``None`` takes it out."""

    key: str
    text: str | None


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """A row of the diary's tables as it is to be; ``None`` takes it out."""

    table: str
    key: str | int
    """Its id, or its day where that is what it goes by."""
    columns: Mapping[str, str | float | None] | None


@dataclass(frozen=True, slots=True)
class SetDiary:
    """Put rows of the diary as they were."""

    rows: tuple[DiaryRow, ...]


@dataclass(frozen=True, slots=True)
class TypeIn:
    """Add an activity that the runner types in."""

    recording: Recording


@dataclass(frozen=True, slots=True)
class Together:
    """Changes that are made, and undone, as one."""

    changes: tuple[Change, ...]


_OfRecordings: TypeAlias = SetEdits | SetVerdicts | SetStates | SetClocks | ExchangeRow | TypeIn
Change: TypeAlias = "_OfRecordings | SetHomeZone | SetNote | SetDiary | Together"


NOTHING = Together(())
"""The change that changes nothing."""


def changes_nothing(change: Change) -> bool:
    """Whether making a change leaves everything as it is."""
    match change:
        case Together(changes):
            return all(changes_nothing(each) for each in changes)
        case (
            SetEdits(parts)
            | SetVerdicts(parts)
            | SetStates(parts)
            | SetClocks(parts)
            | SetDiary(parts)
        ):
            return not parts
        case _:
            return False


def pair_verdict(one: int, other: int, verdict: Verdict | None) -> PairVerdict:
    """Return what is said about two recordings, in whichever order they are named."""
    return PairVerdict(min(one, other), max(one, other), verdict)


def _is_number(value: EditValue, *, highest: float = math.inf) -> bool:
    return (
        isinstance(value, (int, float))
        and not isinstance(value, bool)
        and math.isfinite(value)
        and 0 <= value <= highest
    )


def _is_wall_clock(value: EditValue) -> bool:
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is None
    except ValueError:
        return False


_FITS = {
    EditField.SPORT: lambda value: value in set(Sport),
    EditField.NAME: lambda value: isinstance(value, str),
    EditField.DISTANCE_M: _is_number,
    EditField.MOVING_TIME_S: _is_number,
    EditField.SESSION_RPE: lambda value: _is_number(value, highest=HIGHEST_RPE),
    EditField.IS_RACE: lambda value: isinstance(value, bool),
    EditField.IGNORES_HEART_RATE: lambda value: isinstance(value, bool),
    EditField.NOTES: lambda value: isinstance(value, str),
    EditField.LOCAL_START: _is_wall_clock,
    EditField.ZONE: lambda value: isinstance(value, str),
}
