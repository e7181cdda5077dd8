"""A plan changed by hand: what the change does to limits, weeks and rules, at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runadvisor.domain.calendar import MONDAY, week_start
from runadvisor.domain.plan import DayKind, LockedDay
from runadvisor.plan.caution import caution_of
from runadvisor.plan.constraints import breaches
from runadvisor.plan.draft import plan_notes, planned_weeks
from runadvisor.plan.draft_week import with_blocks
from runadvisor.plan.frame import frame_of
from runadvisor.plan.held_back import outlook_of
from runadvisor.plan.placement import PLACED_KINDS, WeekAsk, place_week
from runadvisor.plan.quiet_days import too_soon
from runadvisor.plan.run_day import locked_day
from runadvisor.plan.tissue_outlook import TissueOutlook
from runadvisor.plan.what_if import clearing_days, planned_session
from runadvisor.warning.restrictions import restrictions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.plan import PlanBreach, PlannedDay, PlanWishes, TrainingPlan
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.plan.frame import Frame
    from runadvisor.training_load.tissue_trends import TissueTrend
    from runadvisor.warning.rule import Facts


class PlanDesk:
    """A plan on the table: each change is answered with the whole plan anew.

    What stays the same from change to change (the past, the habits) is read once.
    """

    def __init__(
        self,
        known: Facts,
        standing: Sequence[TrainingWarning],
        catalog: Catalog,
        wishes: PlanWishes,
        *,
        first_weekday: int = MONDAY,
    ) -> None:
        """Take what a draft is made from."""
        self._known = known
        self._standing = tuple(standing)
        self._frame: Frame | None = None
        self._tissues: TissueOutlook | None = None
        self._held = restrictions(known, standing)
        self._caution = caution_of(known)
        self._outlook = outlook_of(known, self._held, self._caution)
        self._catalog = catalog
        self._wishes = wishes
        self._first_weekday = first_weekday

    def with_days(self, plan: TrainingPlan, changes: Sequence[LockedDay]) -> TrainingPlan:
        """Return the plan with some days set by hand.

        A run stays as long as it was set, over its limit too: what it breaks is named in
        ``breaches``, with the nearest day that keeps the rule. Days outside the plan are
        left alone, and so is a plan that is stopped: it has no day to set.
        """
        if plan.stopped is not None:
            return plan
        by_date = {change.date: change for change in changes}
        outlook = self._outlook.copy()
        frame = self._frame_for(plan)
        days: list[PlannedDay] = []
        soon: list[PlanBreach] = []
        for day in plan.days:
            limit = outlook.limit(day.date)
            change = by_date.get(day.date)
            if change is None:
                made = replace(day, limit_m=limit.limit_m)
            else:
                metres = change.distance_m or limit.limit_m if change.kind.is_run else None
                made = locked_day(frame, change, metres, limit, before=days)
            days.append(made)
            breach = too_soon(frame, made, limit)
            soon += [] if breach is None else [breach]
            session = planned_session(made)
            if session is not None:
                outlook.plan(session)
        return self._checked(plan, frame, days, soon)

    def with_swap(self, plan: TrainingPlan, one: date, other: date) -> TrainingPlan:
        """Return the plan with what two days hold exchanged; both are the runner's own then."""
        held = {day.date: day for day in plan.days}
        if one not in held or other not in held:
            return plan
        return self.with_days(plan, [_as_set(held[other], at=one), _as_set(held[one], at=other)])

    def tissues(self, plan: TrainingPlan) -> tuple[TissueTrend, ...]:
        """Return what each tissue would carry in the fullest week of a plan, by the model."""
        if self._tissues is None:
            self._tissues = TissueOutlook(self._known)
        return self._tissues.of(plan)

    def _frame_for(self, plan: TrainingPlan) -> Frame:
        if self._frame is None:
            self._frame = frame_of(
                self._known,
                self._standing,
                self._catalog,
                self._wishes,
                first_day=plan.first_day,
                first=self._outlook.limit(plan.first_day),
                held=self._held,
                caution=self._caution,
            )
        return self._frame

    def _checked(
        self,
        plan: TrainingPlan,
        frame: Frame,
        days: Sequence[PlannedDay],
        soon: Sequence[PlanBreach],
    ) -> TrainingPlan:
        blocked = _with_blocks_anew(frame, plan, days)
        clearing = clearing_days(self._known, self._standing, blocked)
        return replace(
            plan,
            days=blocked,
            weeks=planned_weeks(
                self._known, blocked, lighter=_lighter(plan), first_weekday=self._first_weekday
            ),
            clearing=clearing,
            notes=plan_notes(blocked, clearing, frame.caution),
            breaches=(*breaches(blocked, hard_gap_days=frame.caution.hard_gap_days), *soon),
        )


def locked_days(plan: TrainingPlan) -> tuple[LockedDay, ...]:
    """Return the days the runner has set, as a new draft takes them."""
    return tuple(
        _as_set(day, at=day.date)
        for day in plan.days
        if day.is_locked and day.kind is not DayKind.RACE
    )


def _lighter(plan: TrainingPlan) -> set[date]:
    return {
        day.date for week in plan.weeks if week.is_lighter for day in week.days if day is not None
    }


def _as_set(day: PlannedDay, *, at: date) -> LockedDay:
    return LockedDay(
        date=at, kind=day.kind, distance_m=day.distance_m, moving_time_s=day.moving_time_s
    )


def _with_blocks_anew(
    frame: Frame, plan: TrainingPlan, days: Sequence[PlannedDay]
) -> tuple[PlannedDay, ...]:
    """Return the days with their blocks placed again among what the runs are now."""
    by_date = {day.date: day for day in days}
    placed: list[PlannedDay] = []
    for start in sorted({week_start(day.date) for day in plan.days}):
        own = [by_date[day.date] for day in plan.days if week_start(day.date) == start]
        kinds: Mapping[date, DayKind] = {day.date: day.kind for day in own}
        ask = WeekAsk(
            days=tuple(day.date.weekday() for day in own),
            allowed=tuple((day.date.weekday(), frozenset(PLACED_KINDS)) for day in own),
            locked=tuple((day.weekday(), kind) for day, kind in kinds.items()),
            around=tuple(
                ((day.date - start).days, day.kind)
                for day in days
                if day.date not in kinds and -7 <= (day.date - start).days <= 13  # noqa: PLR2004 - the weeks beside it
            ),
            heavy_before=bool(placed) and any(block.is_heavy for block in placed[-1].blocks),
            run_days=frame.run_days,
            long_weekday=frame.long_weekday,
            wants_hard=False,
            wants_cross=False,
            strength_blocks=frame.blocks.strength_a_week if frame.blocks.strength else 0,
            hard_gap_days=frame.caution.hard_gap_days,
            weekday_share=frame.usual.weekday_share,
            long_weekday_share=frame.usual.long_weekday_share,
        )
        placed.extend(with_blocks(frame, own, place_week(ask), placed))
    return tuple(placed)
