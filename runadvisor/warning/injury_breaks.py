"""Breaks from running that fell into an injury: walked and run out of, however short (R18)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import ONE_DAY
from runadvisor.training_load.gaps import run_elsewhere
from runadvisor.training_load.return_stage import STEPPED_BREAK_DAYS, days_off

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from runadvisor.warning.rule import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class InjuryBreak:
    """Two weeks and more without a run, of which some were within an injury."""

    before: date
    """The last day that was run."""
    back: date
    """The first day that was run again; the day of the facts where none was."""
    days: int
    """Whole days without a run."""

    @property
    def first_day(self) -> date:
        """The first day without a run."""
        return self.before + ONE_DAY


def injury_breaks(known: Facts) -> Iterator[InjuryBreak]:
    """Yield each break of two weeks and more that fell into an injury, the oldest first.

    A healthy break of that length is stepped back from; one through injury is walked and
    run out of (rules.md 14).
    """
    if not known.diary.injuries:
        return
    run_days = sorted({run.date for run in known.sessions})
    elsewhere = run_elsewhere(known.athlete.gap_answers)
    today = [known.as_of] if run_days and run_days[-1] < known.as_of else []
    for before, back in pairwise([*run_days, *today]):
        pause = InjuryBreak(before=before, back=back, days=days_off(before, back, elsewhere))
        if pause.days >= STEPPED_BREAK_DAYS and any(
            injury.start < back and (injury.end is None or injury.end > before)
            for injury in known.diary.injuries
        ):
            yield pause
