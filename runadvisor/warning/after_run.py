"""Which run the serious signs are asked after: many of them come without any pain entry."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.activity import StartPrecision
from runadvisor.domain.diary import Occasion

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.diary import Screening

LONG_RUN_S = 90 * 60
"""rules.md 1: races, and runs of 90 minutes or more. Heat is not asked after: no recording
the app reads tells the temperature."""
ASK_WITHIN_DAYS = 3
"""Our choice: an import of old runs asks nothing."""


def run_to_ask_after(
    activities: Iterable[Activity], screenings: Iterable[Screening], *, as_of: date
) -> Activity | None:
    """Return the latest race or long run after which the signs were not asked yet.

    Args:
        activities: In order of start.
        screenings: What was answered so far; one after the run is enough.
        as_of: The day of the question.
    """
    asked = tuple(screenings)
    first = as_of - timedelta(days=ASK_WITHIN_DAYS - 1)
    return next(
        (
            run
            for run in sorted(activities, key=lambda run: run.started_at, reverse=True)
            if first <= run.local_date <= as_of
            and _is_asked_after(run)
            and not any(_answers_for(screening, run) for screening in asked)
        ),
        None,
    )


def _is_asked_after(run: Activity) -> bool:
    time_s = run.moving_time_s or run.elapsed_time_s or 0.0
    return run.is_run and (run.is_race or time_s >= LONG_RUN_S)


def _answers_for(screening: Screening, run: Activity) -> bool:
    """Whether signs were asked after a run; where only its day is known, in words or later."""
    if screening.occasion is Occasion.MISTAKE or screening.date < run.local_date:
        return False
    if screening.date > run.local_date or screening.occasion is Occasion.AFTER_RUN:
        return True
    is_timed = run.precision is not StartPrecision.DAY
    end = run.started_at + timedelta(seconds=run.elapsed_time_s or run.moving_time_s or 0.0)
    return is_timed and screening.entered_at >= end
