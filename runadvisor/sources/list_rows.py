"""A table and its layout -> recordings; rows that cannot be true are problems with their line."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING

from runadvisor.domain.activity import Recording, Source, Sport, StartPrecision, ZoneSource
from runadvisor.domain.text import N_, Message
from runadvisor.sources.heart_rate import HEART_RATE_BPM
from runadvisor.sources.list_layout import ListLayout, Role, Unlisted
from runadvisor.sources.parse import Moment, folded, moment, offset_zone
from runadvisor.sources.position_zone import zone_named
from runadvisor.sources.row_numbers import RowError, RowNumbers
from runadvisor.sources.sport_words import sport_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from runadvisor.sources.import_report import ImportProblem, Repair
    from runadvisor.sources.place import Place
    from runadvisor.sources.table import Fault, Row, Table

MAX_RPE = 10.0
NOON = 12
SUMMARY_WORDS = frozenset(
    {
        "total",
        "totals",
        "totale",
        "totales",
        "gesamt",
        "summe",
        "somme",
        "suma",
        "soma",
        "sum",
        "average",
        "avg",
        "mean",
        "durchschnitt",
        "mittel",
        "moyenne",
        "media",
        "schnitt",
        "week",
        "woche",
        "semaine",
        "semana",
        "month",
        "monat",
    }
)
REST_WORDS = frozenset({"day off", "rest", "rest day", "ruhetag", "pause", "repos", "descanso"})
_TRUE = frozenset({"true", "1", "1.0", "yes", "ja", "oui", "si", "x"})


def _prefix(table: Table, layout: ListLayout, place: Place) -> str:
    """Return what the ids of a list without ids begin with: its kind, headings and file name."""
    name = PurePath(place.member or place.path).name
    return f"{layout.format}-{_hashed((*table.header, name))[:12]}"


def _minute(start: Moment) -> str:
    return f"{start.wall:%Y-%m-%d}" + (
        "" if start.precision is StartPrecision.DAY else f"T{start.wall:%H:%M}"
    )


def _hashed(texts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(texts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(slots=True)
class ListReading:
    """What the rows of a list gave."""

    recordings: list[Recording] = field(default_factory=list[Recording])
    problems: list[ImportProblem] = field(default_factory=list["ImportProblem"])
    repairs: list[Repair] = field(default_factory=list["Repair"])
    files: dict[str, Recording] = field(default_factory=dict[str, Recording])
    """The file a row names, and what the row says."""
    rows: int = 0
    """How many there are."""
    mapped_headings: list[str] = field(default_factory=list[str])
    """Of lists that were read as the person said in this import."""


class ListReader:
    """Reads the rows of one list."""

    def __init__(
        self, table: Table, layout: ListLayout, place: Place, *, today: date | None = None
    ) -> None:
        """Take the table as it is; nothing is read yet.

        Rows after tomorrow are plans, where it is known what day it is.
        """
        self._table, self._layout, self._place = table, layout, place
        self._last_day = None if today is None else today + timedelta(days=1)
        self._numbers = RowNumbers(table, layout, self._note)
        self._notes: Counter[tuple[str, str]] = Counter()
        self._reading = ListReading(rows=len(table.rows))
        self._seen: set[str] = set()
        starts = (moment(self._cell(row, Role.DATE), layout.date_order) for row in table.rows)
        self._at_minute = Counter(_minute(start) for start in starts if start is not None)
        self._own_prefix = layout.identity_prefix or _prefix(table, layout, place)

    def read(self) -> ListReading:
        """Return recordings, problems by line, and one note for each kind of repair."""
        for assumption in self._layout.assumed:
            note = self._place.repair(assumption.code, assumption.sentence)
            self._reading.repairs.append(note)
        for fault in self._table.faults:
            self._tell(fault)
        for row in self._table.rows:
            try:
                self._take(row)
            except RowError as error:
                self._reading.problems.append(
                    self._place.problem(error.code, error.sentence, row=row.line, **error.values)
                )
        for (code, sentence), count in self._notes.items():
            self._reading.repairs.append(self._place.repair(code, sentence, count=count))
        return self._reading

    def first(self, count: int) -> Iterator[tuple[Row, Recording | Message]]:
        """Yield the first rows, each with its recording, or with why it gives none."""
        for row in self._table.rows[:count]:
            before, noted = len(self._reading.recordings), self._notes.copy()
            try:
                self._take(row)
            except RowError as error:
                yield row, Message(error.sentence, error.values)
                continue
            if len(self._reading.recordings) > before:
                yield row, self._reading.recordings[-1]
                continue
            ((_code, sentence), number), *_others = (self._notes - noted).items()
            yield row, Message(sentence, {"count": number})

    def _tell(self, fault: Fault) -> None:
        if fault.is_mended:
            note = self._place.repair(fault.code, fault.sentence, line=fault.line)
            self._reading.repairs.append(note)
        else:
            problem = self._place.problem(fault.code, fault.sentence, row=fault.line)
            self._reading.problems.append(problem)

    def _take(self, row: Row) -> None:
        if self._is_summary(row):
            self._note("summary-rows", N_("{count} rows of totals: left out."))
            return
        if folded(self._cell(row, Role.SPORT)) in REST_WORDS:
            self._note("rest-rows", N_("{count} rows are days of rest: nothing to import."))
            return
        digest = self._digest(row)
        if digest in self._seen:
            self._note("repeated-rows", N_("{count} rows repeat another: counted once."))
            return
        self._seen.add(digest)
        if self._is_planned(row):
            self._note(
                "future-rows", N_("{count} rows lie in the future: planned, not done, so left out.")
            )
            return
        recording = self._recording(row, digest)
        if recording is None:
            self._note(
                "planned-rows",
                N_("{count} rows tell neither time nor distance: planned, not done, so left out."),
            )
            return
        self._reading.recordings.append(recording)
        if file := self._cell(row, Role.FILE):
            self._reading.files[file] = recording

    def _digest(self, row: Row) -> str:
        """Return what a row is known by: its cells, and how they are meant.

        Read again with miles for kilometres it is another row, and takes the old one's
        place by its id.
        """
        layout = self._layout
        meant = (layout.metres, layout.climb_metres, layout.plain_time_s, layout.date_order.value)
        return _hashed((*row.cells, *map(str, meant), *map(str, layout.columns.items())))

    def _note(self, code: str, sentence: str) -> None:
        self._notes[code, sentence] += 1

    def _cell(self, row: Row, role: Role) -> str:
        return row.cell(self._layout.columns.get(role))

    def _is_summary(self, row: Row) -> bool:
        """Whether a row without a date begins with a word for a total."""
        if moment(self._cell(row, Role.DATE), self._layout.date_order) is not None:
            return False
        first = next((folded(text) for n in range(len(row.cells)) if (text := row.cell(n))), "")
        words = first.replace(":", " ").split()
        return bool(words) and words[0] in SUMMARY_WORDS

    def _is_planned(self, row: Row) -> bool:
        if self._last_day is None:
            return False
        start = moment(self._cell(row, Role.DATE), self._layout.date_order)
        return start is not None and start.wall.date() > self._last_day

    # --- one row -----------------------------------------------------------------------

    def _recording(self, row: Row, digest: str) -> Recording | None:
        layout = self._layout
        start, utc = self._start(row)
        sport, is_known = self._sport(row)
        distance_m = self._numbers.distance_m(row, sport)
        moving_s = self._numbers.time_s(row, Role.MOVING_TIME, distance_m)
        elapsed_s = self._numbers.time_s(
            row, Role.ELAPSED_TIME, distance_m
        ) or self._numbers.time_s(row, Role.ROUNDED_ELAPSED_TIME, distance_m)
        moving_s = elapsed_s if moving_s is None else moving_s
        if distance_m is None and moving_s is None:
            return None
        if layout.needs_time and moving_s is None:
            raise RowError(N_("No time in this row. Add it and import again."), code="no-duration")
        self._numbers.judge(sport, distance_m, moving_s)
        zone, zone_source = self._zone(row, start, utc)
        started_at = utc.utc if utc is not None else start.utc
        return Recording(
            source=Source(path=self._place.path, member=self._place.member, format=layout.format),
            digest=digest,
            source_id=self._source_id(row, start),
            external_id=self._cell(row, Role.EXTERNAL_ID) or None,
            started_at=started_at,
            local_start=start.wall if start.offset != timedelta(0) else None,
            zone=zone,
            zone_source=zone_source,
            precision=start.precision,
            sport=sport,
            sport_is_known=is_known,
            name=self._cell(row, Role.NAME) or None,
            distance_m=distance_m,
            moving_time_s=moving_s,
            elapsed_time_s=elapsed_s,
            elevation_gain_m=self._numbers.climb_m(row, Role.ELEVATION_GAIN),
            elevation_loss_m=self._numbers.climb_m(row, Role.ELEVATION_LOSS),
            average_heart_rate_bpm=self._numbers.between(
                row, Role.AVERAGE_HEART_RATE, HEART_RATE_BPM
            ),
            max_heart_rate_bpm=self._numbers.between(row, Role.MAX_HEART_RATE, HEART_RATE_BPM),
            average_cadence_spm=self._numbers.cadence_spm(row) if sport.is_run else None,
            session_rpe=self._numbers.between(row, Role.SESSION_RPE, (0.5, MAX_RPE)),
            is_race=folded(self._cell(row, Role.RACE)) in _TRUE,
            notes=self._cell(row, Role.NOTES) or None,
        )

    def _source_id(self, row: Row, start: Moment) -> str | None:
        """Return an id that a row keeps in the exports to come.

        Where the source gives none it is the minute of the start; where several rows share
        that, their cells. In lists people keep only rows of a day alone need one, within
        lists of that file name: a row with a time is told by it.
        """
        layout = self._layout
        identity = self._cell(row, Role.IDENTITY)
        if layout.identity_prefix and identity:
            return f"{layout.identity_prefix}:{identity}"
        if not layout.identity_prefix and start.precision is not StartPrecision.DAY:
            return None
        minute = _minute(start)
        own = _hashed(row.cells)[:12] if self._at_minute[minute] > 1 else minute
        return f"{self._own_prefix}:{own}"

    def _start(self, row: Row) -> tuple[Moment, Moment | None]:
        """Return the start as the list tells it, and in UTC where it tells both."""
        text = self._cell(row, Role.DATE)
        time = self._cell(row, Role.TIME_OF_DAY)
        start = moment(f"{text} {time}" if time else text, self._layout.date_order)
        if start is None and time:
            start = moment(text, self._layout.date_order)
        if start is None:
            if not text:
                raise RowError(N_("No date in this row."), code="no-date")
            raise RowError(N_("“{text}” is no date we can read."), code="bad-date", text=text[:40])
        if start.precision is StartPrecision.DAY:
            start = Moment(start.wall.replace(hour=NOON), StartPrecision.DAY)
        elif self._layout.is_utc and start.offset is None:
            start = Moment(start.wall, start.precision, timedelta(0))
        utc = moment(self._cell(row, Role.UTC_DATE))
        return start, utc if utc is not None and utc.offset is not None else None

    def _zone(
        self, row: Row, start: Moment, utc: Moment | None
    ) -> tuple[str | None, ZoneSource | None]:
        named = zone_named(self._cell(row, Role.ZONE))
        if named is not None:
            return named, ZoneSource.SOURCE
        if utc is not None and utc.utc is not None and start.offset is None:
            offset = start.wall - utc.utc.replace(tzinfo=None)
            minutes = round(offset.total_seconds() / 900) * 15
            zone = offset_zone(timedelta(minutes=minutes))
        elif start.offset:
            zone = offset_zone(start.offset)
        else:
            zone = None
        return zone, ZoneSource.SOURCE if zone is not None else None

    def _sport(self, row: Row) -> tuple[Sport, bool]:
        text = self._cell(row, Role.SPORT)
        sport = sport_of(text) if text else sport_of(self._cell(row, Role.NAME))
        if sport is Sport.RUN and folded(self._cell(row, Role.INDOOR)) in _TRUE:
            return Sport.TREADMILL_RUN, True
        if sport is not None:
            return sport, True
        if text and self._layout.unlisted is Unlisted.OTHER:
            return Sport.OTHER, True
        if text:
            self._note(
                "sport-assumed", N_("{count} rows name a sport we do not know: read as runs.")
            )
        return Sport.RUN, False
