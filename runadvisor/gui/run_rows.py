"""Activities as rows of the history page: what belongs to each, which match, in which order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from runadvisor import wording
from runadvisor.domain.units import METRES_PER_KILOMETRE
from runadvisor.gui.source_words import source_name
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity, Sport
    from runadvisor.domain.warning import Tier, TrainingWarning


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RunRow:
    """One activity with all that the page shows of it."""

    activity: Activity
    warnings: tuple[TrainingWarning, ...] = ()
    """Those that this activity fired, strongest first."""
    is_deleted: bool = False
    sources: tuple[str, ...] = ()
    """Names of where it came from, each once."""
    text: str = ""
    """All that a search by words looks at, in small letters."""

    @property
    def tier(self) -> Tier | None:
        """The strongest word said of it."""
        return self.warnings[0].tier if self.warnings else None

    @property
    def pace_s_per_km(self) -> float | None:
        """Seconds per kilometre of a run; ``None`` for other sports and where unknown."""
        activity = self.activity
        if not (activity.is_run and activity.distance_m and activity.moving_time_s):
            return None
        return activity.moving_time_s / (activity.distance_m / METRES_PER_KILOMETRE)


class Column(Enum):
    """What the table shows, from the left."""

    DAY = "day"
    TITLE = "title"
    SPORT = "sport"
    DISTANCE = "distance"
    TIME = "time"
    PACE = "pace"
    HEART_RATE = "heart-rate"
    CLIMB = "climb"
    RPE = "rpe"
    WARNING = "warning"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFilter:
    """Which rows are shown; empty lets all through that were not deleted."""

    words: str = ""
    first_day: date | None = None
    last_day: date | None = None
    """Included."""
    sports: frozenset[Sport] = field(default_factory=frozenset)
    sources: frozenset[str] = field(default_factory=frozenset)
    has_warning: bool = False
    is_deleted: bool = False
    """Shows what was deleted instead of what was kept."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing but deleted rows is held back."""
        return self == RunFilter(is_deleted=self.is_deleted)

    def chosen(self, rows: Iterable[RunRow]) -> list[RunRow]:
        """Return the rows that match every part; all the words have to be there."""
        words = self.words.casefold().split()
        return [
            row
            for row in rows
            if row.is_deleted is self.is_deleted
            and (self.first_day is None or row.activity.local_date >= self.first_day)
            and (self.last_day is None or row.activity.local_date <= self.last_day)
            and (not self.sports or row.activity.sport in self.sports)
            and (not self.sources or not self.sources.isdisjoint(row.sources))
            and (not self.has_warning or row.warnings)
            and all(word in row.text for word in words)
        ]


def run_rows(
    activities: Iterable[Activity],
    deleted: Iterable[Activity] = (),
    warnings: Iterable[TrainingWarning] = (),
) -> tuple[RunRow, ...]:
    """Return a row for each activity, in the order given, the deleted ones last."""
    fired: defaultdict[int, list[TrainingWarning]] = defaultdict(list)
    for warning in warnings:
        if warning.activity_ids:
            fired[warning.activity_ids[0]].append(warning)
    for of_one in fired.values():
        of_one.sort(key=lambda warning: -warning.tier)
    return (
        *(_row(each, tuple(fired.get(each.activity_id, ()))) for each in activities),
        *(_row(each, (), is_deleted=True) for each in deleted),
    )


def in_order(rows: Sequence[RunRow], column: Column, *, is_descending: bool) -> list[RunRow]:
    """Return rows by a column; what is not known comes last either way, equals newest first."""
    key = _KEYS[column]
    newest_first = sorted(
        rows, key=lambda row: (row.activity.started_at, row.activity.activity_id), reverse=True
    )
    known = [row for row in newest_first if key(row) is not None]
    unknown = [row for row in newest_first if key(row) is None]
    if column is Column.DAY:
        return newest_first if is_descending else newest_first[::-1]
    # Sorting is stable, backwards too: equals keep the newest first.
    return sorted(known, key=key, reverse=is_descending) + unknown


def total_m(rows: Iterable[RunRow]) -> float:
    """Return the distance of all runs among the rows, in metres."""
    return sum(row.activity.distance_m or 0.0 for row in rows if row.activity.is_run)


def _row(
    activity: Activity, warnings: tuple[TrainingWarning, ...], *, is_deleted: bool = False
) -> RunRow:
    sources = tuple(dict.fromkeys(source_name(each.format) for each in activity.sources))
    day = activity.local_date
    said = (
        activity.name or "",
        activity.notes or "",
        wording.sport_name(activity.sport),
        wording.full_day(day),
        day.isoformat(),
        _("race") if activity.is_race else "",
        *sources,
        *(f"{wording.tier_word(w.tier)} {wording.sentence(w.title)}" for w in warnings),
    )
    return RunRow(
        activity=activity,
        warnings=warnings,
        is_deleted=is_deleted,
        sources=sources,
        text="\n".join(said).casefold(),
    )


_KEYS: dict[Column, Callable[[RunRow], Any]] = {
    Column.DAY: lambda row: row.activity.started_at,
    Column.TITLE: lambda row: (row.activity.name or "").casefold() or None,
    Column.SPORT: lambda row: wording.sport_name(row.activity.sport),
    Column.DISTANCE: lambda row: row.activity.distance_m,
    Column.TIME: lambda row: row.activity.moving_time_s,
    Column.PACE: lambda row: row.pace_s_per_km,
    Column.HEART_RATE: lambda row: row.activity.average_heart_rate_bpm,
    Column.CLIMB: lambda row: row.activity.elevation_gain_m,
    Column.RPE: lambda row: row.activity.session_rpe,
    Column.WARNING: lambda row: row.tier,
    Column.SOURCE: lambda row: ", ".join(row.sources),
}
