"""Groin, front hip, pubic bone, deep thigh: what several entries say together (rules.md 6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.diary import Answer, Permission
from runadvisor.warning.gate import Gate, groin_gate
from runadvisor.warning.questions import GROIN_SIGNS
from runadvisor.warning.reports import Report, report_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from runadvisor.domain.body import Spot
    from runadvisor.domain.diary import Clearance, PainEntry
    from runadvisor.warning.profile import Profile

WAIT_DAYS = 7
"""No running after a start bit by bit."""
FLAT_EASY_PAIN = 1
"""Of 10: what a run may hurt after the wait."""
PAINFUL_RUNS = 2
"""Runs with more pain than that after the wait close the gate."""
CALM_DAYS = 28
"""Without pain for so long the next pain is a new start; so long after a visit the old
beginning is not asked about again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseReport:
    """A report of the course, and the day the answers after the wait were all no."""

    report: Report
    released_on: date | None = None


@dataclass(frozen=True, slots=True)
class _Wait:
    """A start bit by bit that is waited out."""

    index: int
    since: date
    released_on: date | None = None
    painful_runs: frozenset[date] = frozenset()


def groin_course(
    spot: Spot,
    entries: Sequence[PainEntry],
    clearances: Sequence[Clearance],
    profile_on: Callable[[date], Profile],
) -> tuple[CourseReport, ...]:
    """Return what the entries of one gated spot report, in their order.

    Args:
        spot: The spot.
        entries: Its entries by day and moment of writing.
        clearances: Visits written down so far.
        profile_on: What is known of the runner's health on a day.
    """
    found: list[CourseReport] = []
    wait: _Wait | None = None
    last_pain: date | None = None
    for entry in entries:
        seen = _last_visit(clearances, entry)
        if wait is not None and seen is not None and seen.seen_on >= wait.since:
            wait = None
        if last_pain is not None and entry.date - last_pain > timedelta(days=CALM_DAYS):
            wait = None
        if entry.is_painful:
            last_pain = entry.date
        result = groin_gate(entry.answers, profile_on(entry.date))
        if entry.is_painful and result.gate is Gate.CLOSED:
            found.append(CourseReport(report=report_of(entry, spot, "U-a", result.reasons)))
        elif wait is not None:
            wait = _waited(wait, entry)
            if len(wait.painful_runs) >= PAINFUL_RUNS:
                found.append(CourseReport(report=report_of(entry, spot, "U-a", ())))
                wait = replace(wait, painful_runs=frozenset())
            started = found[wait.index]
            found[wait.index] = replace(started, released_on=wait.released_on)
        elif entry.is_painful and result.gate is Gate.GRADUAL and not _is_after_visit(seen, entry):
            wait = _Wait(len(found), entry.date)
            found.append(CourseReport(report=report_of(entry, spot, "U-a-week", result.reasons)))
    return tuple(found)


def _waited(wait: _Wait, entry: PainEntry) -> _Wait:
    if wait.released_on is None:
        is_over = entry.date - wait.since >= timedelta(days=WAIT_DAYS)
        all_no = all(entry.answers.get(sign) is Answer.NO for sign in GROIN_SIGNS)
        return replace(wait, released_on=entry.date) if is_over and all_no else wait
    if (entry.in_running or 0) > FLAT_EASY_PAIN and entry.loading_date >= wait.released_on:
        return replace(wait, painful_runs=wait.painful_runs | {entry.loading_date})
    return wait


def _last_visit(clearances: Sequence[Clearance], entry: PainEntry) -> Clearance | None:
    seen = [
        visit
        for visit in clearances
        if visit.entered_at < entry.entered_at and visit.permission is not Permission.NO
    ]
    return max(seen, key=lambda visit: (visit.seen_on, visit.entered_at), default=None)


def _is_after_visit(seen: Clearance | None, entry: PainEntry) -> bool:
    return seen is not None and entry.date - seen.seen_on <= timedelta(days=CALM_DAYS)
