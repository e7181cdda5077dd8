"""How hard each kind of day is, and why each rest day is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from runadvisor.domain.plan import DayKind
from runadvisor.language import _
from runadvisor.printout.grid import KIND_WORDS
from runadvisor.wording import minutes, pace_range, sentence, short_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from runadvisor.domain.plan import PlannedDay, TrainingPlan

_Key = TypeVar("_Key")
_AT_EASY_PACE = frozenset({DayKind.EASY, DayKind.LONG})
_NEEDS_TITLE = frozenset({DayKind.HARD, DayKind.HILLS, DayKind.WALK_RUN, DayKind.RACE})


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortRow:
    """One kind of day: how it feels, and the runner's own pace or the time it takes."""

    kind: str
    effort: str
    measure: str
    """``6:05–6:35 /km``, ``30–40 min``; empty where nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestReason:
    """Rest days that share one reason."""

    dates: str
    """``23, 27 Nov, 4 Dec``."""
    reason: str


def effort_rows(plan: TrainingPlan) -> tuple[EffortRow, ...]:
    """Word each kind of training the plan holds, in the order of the kinds.

    Days of one kind that are done differently get a row each.
    """
    training = sorted(
        (day for day in plan.days if day.intensity is not None),
        key=lambda day: list(DayKind).index(day.kind),
    )
    return tuple(
        EffortRow(kind=_name(alike[0]), effort=effort, measure=_measure(plan, alike))
        for (_kind, effort), alike in _grouped(((day.kind, _effort(day)), day) for day in training)
    )


def rest_reasons(plan: TrainingPlan) -> tuple[RestReason, ...]:
    """Name every rest day once, under the reason it is there."""
    resting = ((sentence(day.reason), day) for day in plan.days if day.kind is DayKind.REST)
    return tuple(
        RestReason(dates=date_list([day.date for day in alike]), reason=reason)
        for reason, alike in _grouped(resting)
    )


def date_list(dates: Sequence[date]) -> str:
    """Return ``23, 27 Nov, 4 Dec``: the month only where it changes, after its last day."""
    parts: list[str] = []
    for place, day in enumerate(dates):
        following = dates[place + 1] if place + 1 < len(dates) else None
        is_last = following is None or (following.year, following.month) != (day.year, day.month)
        parts.append(short_day(day) if is_last else str(day.day))
    return ", ".join(parts)


def _effort(day: PlannedDay) -> str:
    effort = "" if day.intensity is None else sentence(day.intensity)
    # What these days hold does not show in their kilometres.
    if day.kind not in _NEEDS_TITLE:
        return effort
    return f"{sentence(day.title)}. {effort}"


def _name(day: PlannedDay) -> str:
    # Cross-training goes by what is done, a run by its kind: the words the grid shows.
    return sentence(day.title) if day.kind is DayKind.CROSS else _capital(_(KIND_WORDS[day.kind]))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _measure(plan: TrainingPlan, alike: Sequence[PlannedDay]) -> str:
    kind = alike[0].kind
    if kind in _AT_EASY_PACE and plan.easy_pace_s_per_km is not None:
        return pace_range(plan.easy_pace_s_per_km)
    if kind is DayKind.WALK_RUN:
        return date_list([day.date for day in alike])
    times = sorted({day.moving_time_s for day in alike if day.moving_time_s is not None})
    if kind is not DayKind.CROSS or not times:
        return ""
    if len(times) == 1:
        return minutes(times[0])
    return f"{minutes(times[0]).removesuffix(' min')}–{minutes(times[-1])}"


def _grouped(pairs: Iterable[tuple[_Key, PlannedDay]]) -> list[tuple[_Key, list[PlannedDay]]]:
    groups: dict[_Key, list[PlannedDay]] = {}
    for key, day in pairs:
        groups.setdefault(key, []).append(day)
    return list(groups.items())
