"""Weeks of running and what the diary says of them, spot by spot."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.charts.reading import Mark
from runadvisor.charts.shown_weeks import WEEK, shown_weeks
from runadvisor.charts.table import Cell, Column, Table
from runadvisor.charts.week_measure import WeekMeasure
from runadvisor.domain.calendar import ONE_DAY, week_start
from runadvisor.domain.text import N_
from runadvisor.language import _
from runadvisor.warning.audit_counts import diary_days
from runadvisor.wording import day_range, distance, region_words, spot_words, weekday_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.charts.span import Span
    from runadvisor.domain.body import Spot

MOST_SPOTS = 5
"""More lines than these are one: a chart of ten would be read by nobody."""
LANE_PX = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PainWeek:
    """A training week, how far was run in it, and what the diary says."""

    start: date
    distance_m: float
    worst: Mapping[Spot, int]
    """The strongest pain of each spot that hurt, 1 to 10."""
    injuries: tuple[str, ...]
    """The injured parts, in words."""
    is_kept: bool
    """Whether anything was written down in the week."""

    @property
    def said(self) -> str:
        """What the diary says of the week."""
        parts = [
            _("{spot} {score} of 10").format(spot=spot_words(spot.key), score=score)
            for spot, score in sorted(self.worst.items(), key=lambda each: (-each[1], each[0]))
        ]
        parts += [_("injury: {region}").format(region=region) for region in self.injuries]
        if not self.worst:
            parts.append(_("no pain written down") if self.is_kept else _("no entry"))
        return " · ".join(parts)

    def mark(self, place: int) -> Mark:
        """Return what the week says at its place of the chart."""
        period = day_range(self.start, self.start + WEEK - ONE_DAY)
        words = " · ".join([period, distance(self.distance_m), self.said])
        return Mark(float(place), words, week=self.start)

    @staticmethod
    def table(weeks: Sequence[PainWeek]) -> Table:
        """Return a row for each week."""
        columns = (
            Column(heading=N_("Week from"), name="week_from", word=weekday_day),
            Column(heading=N_("Distance"), name="distance_m", word=distance),
            Column(heading=N_("Strongest pain, of 10"), name="strongest_pain"),
            Column(heading=N_("What the diary says"), name="diary"),
        )
        rows: list[tuple[Cell, ...]] = [
            (
                week.start,
                week.distance_m,
                max(week.worst.values(), default=None),
                week.said,
            )
            for week in weeks
        ]
        return Table(columns, tuple(rows))


def pain_weeks(advice: Advice, weeks: int | None, span: Span | None = None) -> list[PainWeek]:
    """Return the weeks up to the one of the advice, as the chart of weeks shows them.

    Args:
        advice: Runs and diary.
        weeks: How many, the current one included; ``None`` for all.
        span: The days shown instead, by their ordinals.
    """
    worst: dict[date, dict[Spot, int]] = {}
    for entry in advice.diary.pain:
        if entry.worst:
            of_week = worst.setdefault(week_start(entry.date), {})
            for spot in entry.spots:
                of_week[spot] = max(entry.worst, of_week.get(spot, 0))
    kept = {week_start(day) for day in diary_days(advice.diary)}
    return [
        PainWeek(
            start=week.start,
            distance_m=week.done,
            worst=worst.get(week.start, {}),
            injuries=_injuries(advice, week.start),
            is_kept=week.start in kept,
        )
        for week in shown_weeks(advice, weeks, WeekMeasure.DISTANCE, span)
        if week.start <= advice.as_of
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class PainLane:
    """One line under the weeks: a spot, the spots without a line of their own, or injuries."""

    name: str
    scores: Mapping[int, int]
    """The strongest pain of a week, 1 to 10, by the place of the week."""
    injured: tuple[int, ...] = ()
    """The places of weeks with an injury."""


def pain_lanes(weeks: Sequence[PainWeek]) -> tuple[PainLane, ...]:
    """Return the lines of a chart of these weeks; none where nothing hurt."""
    spots = shown_spots(weeks)
    lanes = [
        PainLane(
            name=spot_words(spot.key),
            scores={place: w.worst[spot] for place, w in enumerate(weeks) if spot in w.worst},
        )
        for spot in spots
    ]
    rest = {
        place: max(score for spot, score in week.worst.items() if spot not in spots)
        for place, week in enumerate(weeks)
        if week.worst.keys() - set(spots)
    }
    if rest:
        lanes.append(PainLane(name=_("other places"), scores=rest))
    injured = tuple(place for place, week in enumerate(weeks) if week.injuries)
    if injured:
        lanes.append(PainLane(name=_("injuries"), scores={}, injured=injured))
    return tuple(lanes)


def shown_spots(weeks: Sequence[PainWeek]) -> tuple[Spot, ...]:
    """Return the spots with a line of their own: those that hurt in most weeks, in that order."""
    count = Counter(spot for week in weeks for spot in week.worst)
    return tuple(sorted(count, key=lambda spot: (-count[spot], spot))[:MOST_SPOTS])


def _injuries(advice: Advice, monday: date) -> tuple[str, ...]:
    sunday = min(monday + WEEK - ONE_DAY, advice.as_of)
    return tuple(
        region_words(f"{injury.region.value}/{injury.side.value}")
        for injury in advice.diary.injuries
        if injury.start <= sunday and (injury.end is None or injury.end >= monday)
    )
