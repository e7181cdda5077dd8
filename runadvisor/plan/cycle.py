"""Where in the cycle of three weeks and a lighter one (P05) the runner is.

The cycle belongs to the history, not to the draft: who drafts anew every week and
follows only the first of it comes to the lighter week and the fast parts all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.calendar import DAYS_PER_WEEK, week_start
from runadvisor.plan.constraints import DELOAD_EVERY_WEEKS
from runadvisor.warning.rules.week_growth import LIGHTER_BEFORE_WEEKS, is_lighter_week

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.training_load.runs import RunSession


def cycle_step(sessions: Sequence[RunSession], *, first_week: date) -> int:
    """Return the place of a week in its cycle: 0 begins one, 3 is the lighter week.

    Counted from the last lighter week, else from the week of the first run. Where a
    lighter week did not come about the next cycle begins after it: advice is not a debt.

    Args:
        sessions: What was run, by day.
        first_week: The Monday of the week.
    """
    if not sessions:
        return 0
    start = week_start(sessions[0].date)
    weeks_m = [0.0] * max((first_week - start).days // DAYS_PER_WEEK, 0)
    for run in sessions:
        number = (run.date - start).days // DAYS_PER_WEEK
        if number < len(weeks_m):
            weeks_m[number] += run.distance_m
    since = 0
    for number, week_m in enumerate(weeks_m):
        before_m = weeks_m[max(number - LIGHTER_BEFORE_WEEKS, 0) : number]
        is_lighter = len(before_m) == LIGHTER_BEFORE_WEEKS and is_lighter_week(week_m, before_m)
        since = 0 if is_lighter else since + 1
    return since % DELOAD_EVERY_WEEKS
