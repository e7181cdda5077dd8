"""The plan: how long a draft takes, and a change of it by hand."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from benchmarks.timing import Row, quickest
from runadvisor.catalog import load_catalog
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.plan import DayKind, LockedDay, PlanWishes
from runadvisor.plan.draft import draft_plan
from runadvisor.plan.edit import PlanDesk
from runadvisor.plan.placement import place_week
from runadvisor.training_load.workload import workload
from runadvisor.warning.assess import standing_warnings
from runadvisor.warning.rule import facts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.plan import TrainingPlan

MOST_WEEKS = 12


def planning_rows(activities: Sequence[Activity], day: date, rounds: int) -> tuple[Row, ...]:
    """Measure a draft, an edit and its tissue loads on a history up to a day."""
    work = workload(activities, features={}, athlete=Athlete())
    known = facts(activities, as_of=day, work=work)
    standing = standing_warnings(known)
    catalog = load_catalog()

    def draft() -> TrainingPlan:
        # Weeks that were placed before are remembered: here each is placed anew.
        place_week.cache_clear()
        return draft_plan(known, standing, weeks=MOST_WEEKS, catalog=catalog)

    plan = draft()
    desk = PlanDesk(known, standing, catalog, PlanWishes())
    desk.with_days(plan, ())
    desk.tissues(plan)
    days = cycle(plan.days[1:])
    lengths = cycle(range(3_000, 9_000, 100))

    def edit() -> TrainingPlan:
        wish = LockedDay(date=next(days).date, kind=DayKind.EASY, distance_m=next(lengths))
        return desk.with_days(plan, [wish])

    drafted, edited, loads = (
        quickest([draft], rounds)[0],
        quickest([edit], 5 * rounds)[0],
        quickest([lambda: desk.tissues(plan)], rounds)[0],
    )
    weeks = f"{MOST_WEEKS} weeks, {len(known.sessions):,} runs known"
    return (
        Row(what=f"a draft of {weeks}", measured=f"{drafted:.3f} s", goal="at most 0.5 s"),
        Row(
            what="a day of it set by hand, answered",
            measured=f"{edited * 1000:.1f} ms",
            goal="at most 50 ms",
        ),
        Row(
            what="what its tissues would carry",
            measured=f"{loads * 1000:.2f} ms",
            goal="at most 50 ms",
        ),
    )
