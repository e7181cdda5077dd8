"""The numbers behind a warning, each with its name, in the order of the sum.

One table for the window and the command line: what one lists, the other lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.domain.text import Value
    from runadvisor.domain.warning import TrainingWarning


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One number of a sum."""

    name: str
    """Its name among the warning's values; the unit is in it."""
    label: str
    """A marked phrase: what it is."""
    value: Value


_RUN = N_("this run")
_LONGEST = N_("longest of the 30 days before")
_LONGEST_ON = N_("the day of that run")
_TIMES = N_("times the longest")
_MORE = N_("more by")
_FOUR_WEEKS = N_("the most of the four weeks before")
_RUN_DAY = N_("the day of the run")

_SPIKE = (
    ("distance_m", _RUN),
    ("longest_m", _LONGEST),
    ("longest_date", _LONGEST_ON),
    ("ratio", _TIMES),
    ("jump_percent", _MORE),
)
_HEIGHT = (
    ("most_metres", N_("the most of the 30 days before, in metres")),
    ("most_date", _LONGEST_ON),
    ("height_ratio", N_("times the most")),
    ("metres_per_km", N_("metres on each kilometre")),
)
_STEPS_BACK = (
    ("break_days", N_("days without a run before")),
    ("distance_m", _RUN),
    ("limit_m", N_("the step for a run")),
    ("day_m", N_("that day in all")),
    ("room_m", N_("left of the step for the week")),
)
_PAIN = (
    ("run_date", _RUN_DAY),
    ("pain_in_running", N_("worst in or after the run, of 10")),
    ("pain_next_morning", N_("on the next morning, of 10")),
    ("usual_morning", N_("usual morning of the week before, of 10")),
)
_STRENGTH = (
    ("blocks", N_("strength sessions in seven days")),
    ("before_blocks", N_("in the seven days before")),
)
_DAYS = (
    ("runs", N_("runs on the day")),
    ("day_m", N_("that day")),
    ("most_m", N_("the most on a day of the 30 before")),
    ("two_days_m", N_("that day and the one before")),
    ("most_two_days_m", N_("the most on two days of the 30 before")),
)

_SUMS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "session-spike": _SPIKE,
    "session-spike-small": _SPIKE,
    "no-baseline": (("distance_m", _RUN),),
    "minutes-spike": (
        ("run_s", _RUN),
        ("longest_s", _LONGEST),
        ("longest_date", _LONGEST_ON),
        ("minutes_ratio", _TIMES),
        ("jump_percent", _MORE),
    ),
    "week-jump": (
        ("week_m", N_("that week")),
        ("most_m", _FOUR_WEEKS),
        ("jump_percent", _MORE),
    ),
    "days-alike": (
        ("mean_day_s", N_("mean of the seven days")),
        ("spread_s", N_("spread between them")),
        ("sameness_ratio", N_("mean divided by spread")),
        ("week_s", N_("moved in the week")),
        ("usual_s", N_("a usual week")),
        ("loading_days", N_("days that were not rest")),
    ),
    "strain-high": (
        ("week_s", N_("moved in the week")),
        ("sameness_ratio", N_("mean day divided by spread")),
        ("strain", N_("minutes times that")),
        ("most_strain", N_("the most of the twelve weeks before")),
    ),
    "few-rest-days": (
        ("rest_days", N_("days without running or hard training")),
        ("window_days", N_("of so many days")),
        ("enough_rest_days", N_("enough from")),
    ),
    "run-streak": (("streak_days", N_("running days in a row")),),
    "hard-days-close": (
        ("before_date", N_("a hard run on")),
        ("run_date", N_("and one on")),
        ("days_apart", N_("days apart")),
    ),
    "races-close": (("races", N_("races")), ("span_days", N_("within so many days"))),
    "hip-flexor-steps": (
        ("extra_steps", N_("steps beyond easy running in seven days")),
        ("most_steps", _FOUR_WEEKS),
    ),
    "very-fast-minutes": (
        ("fast_s", N_("very fast in seven days")),
        ("usual_s", N_("a usual week")),
    ),
    "fast-week": (("fast_s", N_("fast in the week")), ("most_s", _FOUR_WEEKS)),
    "first-fast-run": (
        ("fast_s", N_("fast in the run")),
        ("very_fast_s", N_("of that, very fast")),
    ),
    "climb": (("height_metres", N_("metres up in the run")), *_HEIGHT),
    "descent": (("height_metres", N_("metres down in the run")), *_HEIGHT),
    "slow-steps": (
        ("steps_per_min", N_("steps a minute, running easy")),
        ("wanted_per_min", N_("to try")),
    ),
    "only-running": (
        ("run_days", N_("running days")),
        ("window_days", N_("within so many days")),
    ),
    "first-week-run": (("distance_m", _RUN), ("most_m", N_("up to in a first week"))),
    "over-the-step": _STEPS_BACK,
    "over-the-injury-step": _STEPS_BACK,
    "over-the-week": _STEPS_BACK,
    "hard-too-soon": _STEPS_BACK,
    "pain-amber": _PAIN,
    "pain-red": _PAIN,
    "no-strength": (("days_without", N_("days without strength work")),),
    "strength-again": _STRENGTH,
    "more-strength": _STRENGTH,
    "short-history": (
        ("days_count", N_("days of history")),
        ("runs_count", N_("runs in them")),
    ),
    "split-day": _DAYS,
    "two-days": _DAYS,
    "more-run-days": (
        ("run_days", N_("running days in the week")),
        ("usual_days", N_("mean of the four weeks before")),
    ),
    "new-surface": (
        ("surface_m", N_("on it in seven days")),
        ("share_percent", N_("of your running now")),
        ("before_percent", N_("in the four weeks before")),
    ),
    "sprint-return": (
        ("bouts", N_("sprints in the run")),
        ("days_without", N_("days without one before, at least")),
    ),
    "slow-creep": (
        ("late_m", N_("mean of the last four weeks")),
        ("early_m", N_("mean of the twelve weeks before")),
        ("jump_percent", _MORE),
    ),
    "short-sleep": (
        ("mean_sleep_h", N_("mean night")),
        ("nights", N_("over so many nights")),
        ("before_sleep_h", N_("before, usually")),
        ("enough_sleep_h", N_("enough from")),
    ),
    "previous-injury": (("from_date", N_("since")),),
}
"""By code: names of values, and what they are. A code that is not here rests on no sum."""

_TREND = (
    ("count", N_("entries that show it")),
    ("last_pain", N_("pain when last entered, of 10")),
)


def terms(warning: TrainingWarning) -> tuple[Term, ...]:
    """Return the numbers of a warning; what is not known is left out."""
    named = _TREND if "trend" in warning.values else _SUMS.get(warning.code, ())
    return tuple(
        Term(name=name, label=label, value=warning.values[name])
        for name, label in named
        if warning.values.get(name) is not None
    )
