"""Files -> readings -> the history, and the report of what became of each."""

from __future__ import annotations

import json
import time
from collections import Counter, deque
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tzlocal import get_localzone_name

from runadvisor.domain.activity import ZoneSource
from runadvisor.domain.text import N_, Message
from runadvisor.history.arrival import AdditionKind, Deleted
from runadvisor.history.diary_arrival import bring_in
from runadvisor.history.formats import is_list
from runadvisor.sources.choices import Choices, Dating
from runadvisor.sources.column_mapping import (
    ColumnMapping,
    MappingError,
    mapping_text,
    parsed_mapping,
)
from runadvisor.sources.import_report import (
    FileOutcome,
    FileResult,
    ImportReport,
    Progress,
    Reading,
    Repair,
    report_of,
)
from runadvisor.sources.own_words import OwnWords
from runadvisor.sources.reader_pool import process_count
from runadvisor.sources.registry import Amount, amount_of, read_all

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from runadvisor.domain.activity import Recording
    from runadvisor.domain.text import Value
    from runadvisor.history.changes import Change
    from runadvisor.history.store import History
    from runadvisor.sources.place import Place

BATCH_RECORDINGS = 200
"""Recordings kept in one transaction: few enough to cancel soon, enough to be quick."""
BATCH_POINTS = 400_000
"""Track points kept waiting for one: some thirty megabytes."""
MAPPINGS_NOTE = "list_mappings"


def take_in(
    history: History,
    paths: Sequence[Path],
    *,
    choices: Choices,
    progress: Callable[[Progress], None] | None,
    is_cancelled: Callable[[], bool],
    deleted: Deleted,
    way_back: Callable[[Change], None],
) -> ImportReport:
    """Read files into the history and say what was done; see ``Advisor.import_files``.

    Raises:
        HistoryError: The history cannot be written.
    """
    amount = amount_of(paths)
    tally = _Tally(history, deleted, way_back)
    teller = None if progress is None else _Teller(progress, amount)
    was_cancelled = False
    mapped: list[str] = []
    readings = read_all(
        paths,
        is_known=history.knows,
        choices=choices,
        processes=process_count(amount.files),
    )
    with closing(readings):
        for reading in readings:
            tally.take(reading)
            mapped.extend(reading.mapped_headings)
            if teller is not None:
                teller.tell(reading)
            if is_cancelled():
                was_cancelled = True
                break
    report = tally.report(paths, was_cancelled=was_cancelled)
    if choices.mapping is not None:
        _remember(history, choices, mapped)
    return report


# --- what was said of lists ------------------------------------------------------------------


def known_choices(
    history: History,
    mapping: ColumnMapping | None = None,
    *,
    dating: Dating | None = None,
    about: Place | None = None,
    today: date | None = None,
) -> Choices:
    """Return what is known about files: what is said now, and of lists what was said before."""
    return Choices(
        mapping=mapping,
        dating=dating,
        about=about,
        remembered=_remembered(history),
        today=today,
    )


def _remembered(history: History) -> dict[str, ColumnMapping]:
    kept: dict[str, str] = json.loads(history.note(MAPPINGS_NOTE) or "{}")
    found: dict[str, ColumnMapping] = {}
    for headings, text in kept.items():
        try:
            found[headings] = parsed_mapping(text)
        except MappingError:
            continue  # a newer version says more than we understand: the list is asked about
    return found


def _remember(history: History, choices: Choices, headings: Sequence[str]) -> None:
    """Keep what was said for lists with these headings.

    In the history and not in the settings: who takes the file along, or brings back a
    copy of it, reads the next list as the ones before.
    """
    if choices.mapping is None or not headings:
        return
    kept: dict[str, str] = json.loads(history.note(MAPPINGS_NOTE) or "{}")
    kept |= dict.fromkeys(headings, mapping_text(choices.mapping))
    history.set_note(MAPPINGS_NOTE, json.dumps(kept, ensure_ascii=False))


# --- how far it is ---------------------------------------------------------------------------

_TELL_EVERY_S = 0.05
"""A window that is told of each of three thousand files a second does nothing else."""
_PACE_OF_S = 15.0
_GUESS_UNTIL_S = 2.0
_FILE_COUNTS_AS_BYTES = 8192
"""Opening and storing takes its time, however small the file."""


class _Teller:
    """Tells how far an import is, now and then, and how long the rest will take."""

    def __init__(self, tell: Callable[[Progress], None], amount: Amount) -> None:
        self._tell, self._amount = tell, amount
        self._files = self._bytes = 0
        self._told_at = 0.0
        self._began_at = time.monotonic()
        self._samples: deque[tuple[float, float]] = deque([(self._began_at, 0.0)])

    def tell(self, reading: Reading) -> None:
        self._files += not reading.is_part
        self._bytes += reading.size_bytes
        now = time.monotonic()
        is_last = self._files >= self._amount.files and not reading.is_part
        if now - self._told_at < _TELL_EVERY_S and not is_last:
            return
        self._told_at = now
        self._tell(
            Progress(
                files_done=self._files,
                files_total=max(self._amount.files, self._files),
                name=Path(reading.member or reading.path).name,
                bytes_done=self._bytes,
                bytes_total=max(self._amount.size_bytes, self._bytes),
                left_s=self._left_s(now),
            )
        )

    def _left_s(self, now: float) -> float | None:
        """Return the seconds left at the pace of the last seconds.

        Not of the whole: an import that goes on passes over what it knows in no time.
        """
        done = self._bytes + self._files * _FILE_COUNTS_AS_BYTES
        whole = self._amount.size_bytes + self._amount.files * _FILE_COUNTS_AS_BYTES
        self._samples.append((now, done))
        while len(self._samples) > 2 and now - self._samples[1][0] >= _PACE_OF_S:  # noqa: PLR2004 - a pace needs two
            self._samples.popleft()
        began, before = self._samples[0]
        if now - self._began_at < _GUESS_UNTIL_S or done <= before:
            return None
        return max(0.0, (whole - done) * (now - began) / (done - before))


# --- what became of each file ----------------------------------------------------------------


@dataclass(slots=True)
class _File:
    """One file while its recordings are on their way."""

    reading: Reading
    kinds: Counter[AdditionKind] = field(default_factory=Counter[AdditionKind])
    told: int = 0

    def result(self) -> FileResult:
        reading, kinds = self.reading, self.kinds
        return FileResult(
            path=reading.path,
            member=reading.member,
            outcome=self._outcome(),
            rows=reading.rows,
            added=kinds[AdditionKind.ADDED],
            merged=kinds[AdditionKind.MERGED],
            duplicates=kinds[AdditionKind.DUPLICATE],
            stays_deleted=kinds[AdditionKind.STAYS_DELETED],
            told=self.told,
            problems=reading.problems,
            repairs=reading.repairs,
            skipped=reading.skipped,
        )

    def _outcome(self) -> FileOutcome:
        if self.reading.problems:
            return FileOutcome.NEEDS_LOOK
        for kind, outcome in (
            (AdditionKind.ADDED, FileOutcome.ADDED),
            (AdditionKind.MERGED, FileOutcome.MERGED),
            (AdditionKind.DUPLICATE, FileOutcome.THERE_ALREADY),
            (AdditionKind.STAYS_DELETED, FileOutcome.STAYS_DELETED),
        ):
            if self.kinds[kind]:
                return outcome
        words = self.reading.own_words
        if words is not None and words != OwnWords():
            return FileOutcome.ADDED if self.told else FileOutcome.THERE_ALREADY
        return FileOutcome.NOTHING if self.reading.skipped is None else FileOutcome.SKIPPED


class _Tally:
    """Readings on their way into the history, and the count of what became of them."""

    def __init__(
        self, history: History, deleted: Deleted, way_back: Callable[[Change], None]
    ) -> None:
        self._history = history
        self._home_zone = history.home_zone or get_localzone_name()
        self._deleted = deleted
        self._way_back = way_back
        self._waiting: list[tuple[_File, Recording]] = []
        self._waiting_points = 0
        self._known: list[tuple[_File, str]] = []
        self._fingerprints: dict[str, str] = {}
        self._touched: dict[int, None] = {}
        self._stay_deleted: set[int] = set()
        self._files: list[_File] = []
        self._open: _File | None = None
        self._said: list[Repair] = []

    def take(self, reading: Reading) -> None:
        file = self._file_of(reading)
        if reading.known is not None:
            self._known.append((file, reading.known))
        mended = tuple(repair.note for repair in reading.repairs)
        for recording in reading.recordings:
            # What was mended in a list is not said of each of its rows.
            own = recording if is_list(recording) else replace(recording, mended=mended)
            self._waiting.append((file, own))
            self._waiting_points += 0 if own.track is None else len(own.track)
            if reading.fingerprint is not None:
                self._fingerprints[recording.digest] = reading.fingerprint
        is_full = len(self._waiting) >= BATCH_RECORDINGS or self._waiting_points >= BATCH_POINTS
        if is_full:
            self._store()

    def report(self, paths: Sequence[Path], *, was_cancelled: bool) -> ImportReport:
        self._store()
        self._bring_in_words(paths)
        self._say_assumed_zone(paths)
        self._say_deleted(paths)
        return report_of(
            [file.result() for file in self._files],
            said=self._said,
            activity_ids=self._touched,
            was_cancelled=was_cancelled,
        )

    def _file_of(self, reading: Reading) -> _File:
        """Return the file a reading is of: parts of one file are one."""
        # Recordings are held until they are stored, not until the report.
        told = replace(reading, recordings=())
        file = self._open
        if file is None:
            file = _File(told)
            self._files.append(file)
        else:
            file.reading = told
        self._open = file if reading.is_part else None
        return file

    def _store(self) -> None:
        added = self._history.add(
            [recording for _, recording in self._waiting],
            home_zone=self._home_zone,
            known=[name for _, name in self._known],
            fingerprints=self._fingerprints,
            deleted=self._deleted,
        )
        self._way_back(added.inverse)
        files = [file for file, _ in (*self._waiting, *self._known)]
        for file, addition in zip(files, added.additions, strict=True):
            file.kinds[addition.kind] += 1
            if addition.kind is AdditionKind.STAYS_DELETED:
                self._stay_deleted.add(addition.activity_id)
            elif addition.kind is not AdditionKind.DUPLICATE:
                self._touched[addition.activity_id] = None
        self._waiting.clear()
        self._waiting_points = 0
        self._known.clear()
        self._fingerprints.clear()

    def _bring_in_words(self, paths: Sequence[Path]) -> None:
        """Take up what the runner had written down, once the activities are there."""
        for file in self._files:
            words = file.reading.own_words
            if words is None:
                continue
            file.told, back = bring_in(
                self._history, words.diary, about_you=words.about_you, home_zone=words.home_zone
            )
            self._way_back(back)
        told = sum(file.told for file in self._files)
        if told:
            self._say(
                paths,
                "diary-taken-up",
                N_("Diary and answers came in as well: {told} of them are new."),
                {"told": told},
            )

    def _say_assumed_zone(self, paths: Sequence[Path]) -> None:
        if self._history.home_zone is not None or not self._touched:
            return
        at_home = sum(
            activity.activity_id in self._touched and activity.zone_source is ZoneSource.HOME
            for activity in self._history.activities()
        )
        if at_home:
            # Assumed and not kept: it is said, and asked, until the runner tells.
            self._say(
                paths,
                "home-zone-assumed",
                N_(
                    "{at_home} activities name no time zone: taken as this computer’s, "
                    "{zone}. If you live elsewhere, say so and they move to their own days."
                ),
                {"at_home": at_home, "zone": self._history.placing_zone},
            )

    def _say_deleted(self, paths: Sequence[Path]) -> None:
        if self._stay_deleted:
            self._say(
                paths,
                "stays-deleted",
                N_(
                    "{deleted} of these you deleted earlier, and they stay deleted. “Import again” "
                    "in the list of files brings them back, and so does “--deleted-too”."
                ),
                {"deleted": len(self._stay_deleted)},
            )

    def _say(
        self, paths: Sequence[Path], code: str, sentence: str, values: Mapping[str, Value]
    ) -> None:
        note = Message(sentence, values)
        self._said.append(Repair(path=str(paths[0]), code=code, note=note))
