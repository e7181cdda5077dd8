"""What was found: the box at the top of the sheet, and one line for all else that stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from runadvisor.language import _, ngettext
from runadvisor.wording import (
    at_most,
    distance,
    grade_dots,
    grade_words,
    long_day,
    month,
    number,
    ratio,
    sentence,
    tier_word,
)

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.domain.plan import TrainingPlan
    from runadvisor.domain.warning import TrainingWarning


BREAK_DAYS = 14
"""Shorter breaks are ordinary; from here on the limits follow other rules (R18)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A standing warning in words; shape and dots are drawn from the slugs."""

    tier: str
    """Slug of the tier, ``watch``; it picks the shape."""
    tier_word: str
    grade: str
    """Slug of the evidence grade, ``moderate``; it picks the dots."""
    grade_words: str
    grade_dots: str
    title: str
    headline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """The longest run the rules allow now, and until when that holds."""

    caption: str
    distance: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The box: the strongest standing warning, or that nothing stands."""

    standing: Standing | None
    headline: str
    detail: str
    allowance: Allowance | None


def finding(advice: Advice) -> Finding:
    """Word the strongest standing warning with its arithmetic, or say that none stands."""
    if not advice.standing:
        return _calm(advice)
    strongest = advice.standing[0]
    return Finding(
        standing=standing_line(strongest),
        headline=sentence(strongest.message),
        detail=" ".join(_detail(strongest, is_stopped=advice.plan.stopped is not None)),
        allowance=_allowance(advice),
    )


def also_standing(advice: Advice) -> tuple[Standing, ...]:
    """Word every standing warning but the strongest, one line each."""
    return tuple(standing_line(warning) for warning in advice.standing[1:])


def standing_line(warning: TrainingWarning) -> Standing:
    """Word one warning."""
    return Standing(
        tier=warning.tier.slug,
        tier_word=tier_word(warning.tier),
        grade=warning.grade.value,
        grade_words=grade_words(warning.grade),
        grade_dots=grade_dots(warning.grade),
        title=sentence(warning.title),
        headline=sentence(warning.message),
    )


def day_and_month(day: date) -> str:
    """Return ``6 December``."""
    return f"{day.day} {month(day)}"


def _calm(advice: Advice) -> Finding:
    run_days = [activity.local_date for activity in advice.activities if activity.is_run]
    days_off = (advice.as_of - max(run_days)).days - 1 if run_days else 0
    if not run_days:
        headline = _("There is no run to judge yet.")
        detail = _("Import your runs and print again: limits then follow from what you did.")
    elif days_off >= BREAK_DAYS:
        headline = ngettext(
            "You have not run for {number} day.", "You have not run for {number} days.", days_off
        ).format(number=number(days_off))
        detail = _("The plan starts gently again. Stay at or under the limit.")
    else:
        headline = _("Nothing in your training stands out.")
        detail = _("No warning stands on {day}. Stay at or under the limit.").format(
            day=long_day(advice.as_of)
        )
    return Finding(standing=None, headline=headline, detail=detail, allowance=_allowance(advice))


def _detail(warning: TrainingWarning, *, is_stopped: bool) -> list[str]:
    total, limit = arithmetic(warning), _limit(warning)
    if is_stopped:
        # No distance is advised beside a stop.
        return [total] if total is not None else []
    if total is None or limit is None:
        return [sentence(one) for one in warning.advice]
    limit_m, until = limit
    stay = _("Stay at or under {distance} until {day}.").format(
        distance=at_most(limit_m), day=day_and_month(until)
    )
    return [total, stay]


def arithmetic(warning: TrainingWarning) -> str | None:
    """Return the sum of a run against the longest before it; ``None`` for other rules."""
    longest_date = warning.values.get("longest_date")
    run_m, longest_m, factor = (
        warning.values.get(key) for key in ("distance_m", "longest_m", "ratio")
    )
    if (
        isinstance(longest_date, date)
        and isinstance(run_m, (int, float))
        and isinstance(longest_m, (int, float))
        and isinstance(factor, (int, float))
    ):
        longest = f"{distance(longest_m)} ({day_and_month(longest_date)})"
        return f"{distance(run_m)} ÷ {longest} = {ratio(factor)}."
    return None


def _limit(warning: TrainingWarning) -> tuple[float, date] | None:
    limit_m, until = (warning.values.get(key) for key in ("limit_m", "until_date"))
    if isinstance(limit_m, (int, float)) and isinstance(until, date):
        return limit_m, until
    return None


def _allowance(advice: Advice) -> Allowance | None:
    if advice.plan.stopped is not None:
        return None
    limits = [limit for one in advice.standing if (limit := _limit(one)) is not None]
    return _allowed(*limits[0]) if limits else _first_week_allowance(advice.plan)


def _first_week_allowance(plan: TrainingPlan) -> Allowance | None:
    for week in plan.weeks:
        last = max((day.date for day in week.days if day is not None), default=None)
        if week.limit_m is not None and last is not None:
            return _allowed(week.limit_m, last)
    return None


def _allowed(limit_m: float, until: date) -> Allowance:
    return Allowance(
        caption=_("longest run allowed"),
        distance=at_most(limit_m),
        until=_("until {day}").format(day=day_and_month(until)),
    )
