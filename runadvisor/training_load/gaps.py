"""Days without any activity: rest, or not recorded? A long row of them is asked about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from runadvisor.domain.athlete import GapKind
from runadvisor.domain.calendar import ONE_DAY, days
from runadvisor.training_load.columns import ordinals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import pandas as pd

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.athlete import GapAnswer

ASKED_FROM_DAYS = 10
"""So many days in a row without anything want an answer (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingGap:
    """Ten days or more without any activity; both days included."""

    first_day: date
    last_day: date
    answer: GapKind | None
    """``None`` until the athlete says what it was."""

    @property
    def days(self) -> int:
        """How many."""
        return (self.last_day - self.first_day).days + 1

    @property
    def is_unknown(self) -> bool:
        """Whether its days are left out of averages: not answered yet, or not recorded."""
        return self.answer is not GapKind.REST

    @property
    def unknown_from(self) -> date:
        """First day on which its days are unknown.

        Until a gap is long enough to be asked about, its days were rest days like any
        other; only the athlete's word changes what was said then.
        """
        if self.answer is GapKind.NOT_RECORDED:
            return self.first_day
        return self.first_day + timedelta(days=ASKED_FROM_DAYS - 1)


def run_elsewhere(answers: Iterable[GapAnswer]) -> frozenset[date]:
    """Return the days of which the athlete said that they ran, but did not record it."""
    return frozenset(
        day
        for answer in answers
        if answer.kind is GapKind.NOT_RECORDED
        for day in days(answer.first_day, answer.last_day + ONE_DAY)
    )


def recording_gaps(
    activities: Iterable[Activity], *, as_of: date, answers: Sequence[GapAnswer] = ()
) -> tuple[RecordingGap, ...]:
    """Return the gaps between the first activity and ``as_of``, oldest first.

    An answer holds for a gap that begins on its first day and has not ended before its
    last: a gap that grows keeps its answer, one that a later import fills loses it.
    """
    active = np.sort(ordinals(a.local_date for a in activities if a.local_date <= as_of))
    active = np.append(active, as_of.toordinal() + 1)
    by_first = {answer.first_day: answer for answer in answers}
    gaps: list[RecordingGap] = []
    for place in np.flatnonzero(np.diff(active) > ASKED_FROM_DAYS):
        first_day = date.fromordinal(int(active[place]) + 1)
        last_day = date.fromordinal(int(active[place + 1]) - 1)
        answer = by_first.get(first_day)
        holds = answer is not None and last_day >= answer.last_day
        gaps.append(
            RecordingGap(
                first_day=first_day,
                last_day=last_day,
                answer=answer.kind if answer is not None and holds else None,
            )
        )
    return tuple(gaps)


def over_gaps(
    daily: pd.Series[float],
    gaps: Sequence[RecordingGap],
    measure: Callable[[pd.Series[float]], pd.Series[float]],
) -> pd.Series[float]:
    """Return a measure of daily values in which the days of unknown gaps are unknown.

    Each day is measured as it was known on that day: the first nine days of a gap that
    nobody has been asked about yet count as rest, and become unknown on the tenth.

    Args:
        daily: A value per calendar day, gap-free, 0 where there was nothing.
        gaps: In order.
        measure: Takes values with NaN for unknown days; the value of a day must rest on
            that day and those before it only.
    """
    unknown = [gap for gap in gaps if gap.is_unknown]
    masked = daily.astype(float).copy()
    measured: list[tuple[slice, pd.Series[float]]] = []
    for gap in unknown:
        first, known_until, end = (
            int(daily.index.searchsorted(np.datetime64(day)))
            for day in (gap.first_day, gap.unknown_from, gap.last_day + ONE_DAY)
        )
        if known_until > first:
            early = slice(first, known_until)
            measured.append((early, measure(masked.iloc[:known_until]).iloc[early]))
        masked.iloc[first:end] = np.nan
    values = measure(masked)
    for early, then in measured:
        values.iloc[early] = then
    return values
