"""Columns of points as text -> numbers and instants, as the XML formats write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from runadvisor.sources.parse import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.sources.repair import Floats

FIRST_S = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC).timestamp()
LAST_S = datetime(LAST_YEAR, 1, 1, tzinfo=UTC).timestamp()
_PLAIN_TIMES = re.compile(r"(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z ?)+", re.ASCII)


@dataclass(frozen=True, slots=True, eq=False)
class Clock:
    """The times of points, and what they tell of the zone."""

    time_s: Floats
    """Seconds since 1970, UTC; NaN unknown."""
    offset: timedelta | None = None
    """Of the first timed point, where it tells one other than Z."""
    has_zone: bool = True
    """False where the first timed point names no zone: it was read as UTC."""

    @property
    def span_s(self) -> tuple[float, float] | None:
        """First and last time, ``None`` where no point has one."""
        if not np.isfinite(self.time_s).any():
            return None
        return float(np.nanmin(self.time_s)), float(np.nanmax(self.time_s))


Text: TypeAlias = str | bytes | None
"""A part of a point as it stands in the file; ``None`` or empty where there is none."""


def clock_of(texts: Sequence[Text]) -> Clock:
    """Return the times of points, in UTC; without a zone they are UTC, as the formats say."""
    time_s = _plain_times(texts)
    if time_s is not None:
        return Clock(time_s)
    moments = [instant(text) for text in texts]
    first = next((moment for moment in moments if moment is not None), None)
    return Clock(
        np.array([np.nan if moment is None else moment.epoch_s for moment in moments]),
        first.offset if first is not None else None,
        has_zone=first is None or first.has_zone,
    )


def _plain_times(texts: Sequence[Text]) -> Floats | None:
    """Return times where all are written ``2024-03-10T06:30:00Z``, the quick common case."""
    try:
        joined = (
            b" ".join(texts).decode("ascii")  # pyright: ignore[reportArgumentType, reportCallIssue]
            if texts and isinstance(texts[0], bytes)
            else " ".join(texts)  # pyright: ignore[reportArgumentType, reportCallIssue]
        )
    except (TypeError, UnicodeDecodeError):  # some have none, or are no times
        return None
    # numpy's parser takes more than times ("now"): one look at all of them first.
    if joined.count("Z") != len(texts) or _PLAIN_TIMES.fullmatch(joined) is None:
        return None
    try:
        bare = np.array(joined[:-1].split("Z "), dtype="datetime64[ms]")
    except ValueError:
        return None
    time_s = bare.astype(np.int64) / 1000.0
    is_sane = time_s.min() >= FIRST_S and time_s.max() <= LAST_S
    return time_s if is_sane else None


@dataclass(frozen=True, slots=True)
class Instant:
    """One time as written."""

    epoch_s: float
    offset: timedelta | None
    has_zone: bool


def instant(text: Text) -> Instant | None:
    """Return the instant of an ISO time; ``None`` where it is none or out of all reason."""
    if not text:
        return None
    plain = (text if isinstance(text, str) else text.decode("utf-8", "replace")).strip().upper()
    try:
        time = datetime.fromisoformat(plain)
    except ValueError:
        return None
    offset = time.utcoffset()
    if offset is None:
        time = time.replace(tzinfo=UTC)
    epoch_s = time.timestamp()
    if not FIRST_S <= epoch_s <= LAST_S:
        return None
    is_hint = offset is not None and not plain.endswith("Z")
    return Instant(epoch_s, offset if is_hint else None, has_zone=offset is not None)


def numbers(texts: Sequence[Text]) -> Floats:
    """Return a column of numbers; what is none is NaN, and so is what is infinite."""
    different = set(texts)
    count = len(texts)
    if _MANY_ALIKE * len(different) <= count:  # heart rates: each is read once
        read = {text: number_or_nan(text) for text in different}
        column = np.fromiter(map(read.__getitem__, texts), np.float64, count)
    else:
        try:
            column = np.fromiter(map(float, texts), np.float64, count)  # pyright: ignore[reportArgumentType]
        except (TypeError, ValueError):
            column = np.fromiter(map(number_or_nan, texts), np.float64, count)
    column[~np.isfinite(column)] = np.nan
    return column


_MANY_ALIKE = 4


def number_or_nan(text: Text) -> float:
    """Return the number a text is, NaN where it is none."""
    plain = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    try:
        return float((plain or "nan").replace(",", "."))
    except ValueError:
        return np.nan
