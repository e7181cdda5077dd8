"""After how many runs pain was logged, year by year, over the time a diary was kept.

How often it was after spikes always stands beside how often it was after other runs, or the
first would read as a cause (rules.md 57). Where nobody wrote a diary nothing is known of pain:
such runs are in neither share.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import Tier
from runadvisor.warning.audit import worst_by_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from runadvisor.domain.diary import Diary
    from runadvisor.domain.text import Value
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.training_load.runs import RunSession

PAIN_WITHIN_DAYS = 14
DIARY_WITHIN_DAYS = 28
"""A diary counts as kept so long before and after an entry; our choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Runs of one kind in a year."""

    all: int = 0
    kept: int = 0
    """Those of them at a time when a diary was kept."""
    then_pain: int = 0
    """Those of the kept ones after which pain was logged."""

    def and_one(self, *, is_kept: bool, is_pain: bool) -> Counted:
        """Return the count with one more run."""
        return Counted(
            all=self.all + 1,
            kept=self.kept + is_kept,
            then_pain=self.then_pain + (is_kept and is_pain),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """The runs of one calendar year, and after how many of them pain was logged."""

    year: int
    spikes: Counted = Counted()
    """Runs of tier watch or above by R01."""
    others: Counted = Counted()

    @property
    def message(self) -> Message:
        """The counts in a sentence, or that nothing is known since no diary was kept."""
        spikes, others = self.spikes, self.others
        values: dict[str, Value] = {
            "year": str(self.year),
            "spikes": spikes.all,
            "spikes_kept": spikes.kept,
            "spikes_then_pain": spikes.then_pain,
            "others": others.all,
            "others_kept": others.kept,
            "others_then_pain": others.then_pain,
            "runs": spikes.all + others.all,
            "runs_kept": spikes.kept + others.kept,
            "within_days": PAIN_WITHIN_DAYS,
        }
        return Message(self._template(), values)

    def _template(self) -> str:
        kept = self.spikes.kept + self.others.kept
        is_one = self.spikes.all == 1
        if not kept:
            return (
                N_(
                    "{year}: 1 spike, and {others} other runs. No diary was kept then, so nothing "
                    "is known of pain after them."
                )
                if is_one
                else N_(
                    "{year}: {spikes} spikes, and {others} other runs. No diary was kept then, so "
                    "nothing is known of pain after them."
                )
            )
        if kept < self.spikes.all + self.others.all:
            return (
                N_(
                    "{year}: 1 spike, and {others} other runs; {runs_kept} of these {runs} runs "
                    "while a diary was kept. Of those, pain was logged within {within_days} days "
                    "after {spikes_then_pain} of {spikes_kept} spikes and {others_then_pain} of "
                    "{others_kept} other runs."
                )
                if is_one
                else N_(
                    "{year}: {spikes} spikes, and {others} other runs; {runs_kept} of these {runs} "
                    "runs while a diary was kept. Of those, pain was logged within {within_days} "
                    "days after {spikes_then_pain} of {spikes_kept} spikes and {others_then_pain} "
                    "of {others_kept} other runs."
                )
            )
        return (
            N_(
                "{year}: 1 spike; pain was logged within {within_days} days after "
                "{spikes_then_pain}; after {others_then_pain} of {others} other runs."
            )
            if is_one
            else N_(
                "{year}: {spikes} spikes; pain was logged within {within_days} days after "
                "{spikes_then_pain}; after {others_then_pain} of {others} other runs."
            )
        )


def yearly_counts(
    raised: Iterable[TrainingWarning], *, sessions: Sequence[RunSession], diary: Diary
) -> tuple[YearCount, ...]:
    """Return the counts of each year with a run, oldest first.

    Args:
        raised: Every warning of the history.
        sessions: The running sessions that count.
        diary: All that was written down.
    """
    spiking_ids = {
        warning.activity_ids[0]
        for card in raised
        for warning in card.every
        if warning.code == "session-spike" and warning.tier >= Tier.WATCH
    }
    pain = sorted(worst_by_day(diary.pain))
    written = diary_days(diary)
    counts: dict[int, dict[bool, Counted]] = {}
    for session in sessions:
        year = counts.setdefault(session.date.year, {True: Counted(), False: Counted()})
        is_spike = session.activity_ids[0] in spiking_ids
        year[is_spike] = year[is_spike].and_one(
            is_kept=_is_kept(written, session.date), is_pain=_then_pain(pain, session.date)
        )
    return tuple(
        YearCount(year=year, spikes=counted[True], others=counted[False])
        for year, counted in sorted(counts.items())
    )


def diary_days(diary: Diary) -> tuple[date, ...]:
    """Return the days on which something was written down that would have told of pain.

    Pain, no pain, a night, an illness or the questions of safety; in order.
    """
    entries = (*diary.pain, *diary.check_ins, *diary.screenings)
    return tuple(sorted({entry.date for entry in entries}))


def _is_kept(written: Sequence[date], day: date) -> bool:
    """Whether a diary was kept round a day: an entry within four weeks before or after it."""
    place = bisect_left(written, day - timedelta(days=DIARY_WITHIN_DAYS))
    return place < len(written) and written[place] - day <= timedelta(days=DIARY_WITHIN_DAYS)


def _then_pain(marked: Sequence[date], day: date) -> bool:
    """Whether pain was logged on the day of a run or in the days after it."""
    place = bisect_left(marked, day)
    return place < len(marked) and marked[place] - day <= timedelta(days=PAIN_WITHIN_DAYS)
