"""FIT: what watches record. Activities only; damaged files as far as they go."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC
from pathlib import PurePath
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources import fit_profile as profile
from runadvisor.sources.fit_file import fit_file, with_clock_set
from runadvisor.sources.fit_frames import chained
from runadvisor.sources.fit_sessions import sessions_of
from runadvisor.sources.import_report import Reading
from runadvisor.sources.parse import moment
from runadvisor.sources.point_recording import digest_of, recording_of

if TYPE_CHECKING:
    from runadvisor.domain.activity import Recording
    from runadvisor.sources.choices import Dating
    from runadvisor.sources.fit_file import FitFile
    from runadvisor.sources.fit_messages import Frames
    from runadvisor.sources.import_report import ImportProblem, Repair
    from runadvisor.sources.place import Place

NO_DATE_CODE, DATED_CODE = "no-date", "dated-by-hand"
LEAST_RECORDS = 2
"""So many make an activity where no session does."""


def read_fit(data: bytes, place: Place, dating: Dating | None = None) -> Reading:
    """Return the recordings of a FIT file; a bad file is a problem, never an exception.

    Each session is a recording of its own, and so is each of several files in one. What
    the sessions add up to comes first; without one the records are added up.

    Args:
        data: The unpacked file.
        place: Where it came from.
        dating: When it began, where the watch did not know and the person says it.
    """
    recordings: list[Recording] = []
    problems: list[ImportProblem] = []
    repairs: list[Repair] = []
    for frames in chained(data):
        file = fit_file(frames)
        repairs += _damages(frames, place)
        problem = _refusal(file, place)
        if problem is not None:
            problems.append(problem)
            continue
        clocked = _with_a_clock(file, place, repairs, dating)
        if clocked is None:
            problems.append(replace(place.problem(NO_DATE_CODE, NO_DATE), lacks_times=True))
            continue
        for session, notes in sessions_of(clocked, place):
            numbered = replace(session, digest=digest_of(data, len(recordings)))
            found = recording_of(numbered, place)
            if found is not None:
                is_dated = any(note.code == DATED_CODE for note in repairs)
                known = dating if is_dated else None
                recordings.append(
                    _in_local_time(found[0], known) if file.clock.is_unset else found[0]
                )
                repairs += [*found[1], *notes]
    if recordings:  # what else is chained to an activity, settings and empty files, is no problem
        problems = [each for each in problems if each.code == NO_DATE_CODE]
    elif not problems:
        problems = [place.problem("no-points", NOTHING)]
    return Reading(
        path=place.path,
        member=place.member,
        recordings=tuple(recordings),
        problems=tuple(problems),
        repairs=tuple(repairs) if recordings else (),
    )


# --- what is no activity ---------------------------------------------------------------

NOTHING = N_("The FIT file holds neither records nor totals: there is nothing to import.")
CUT_SHORT = N_("The FIT file is damaged and holds no whole record. Copy it from the watch again.")
ANOTHER_KIND = N_("A FIT file, but not of an activity: it holds {kind}.")
UNKNOWN_KIND = N_("something else")


def _refusal(file: FitFile, place: Place) -> ImportProblem | None:
    """Return why a file gives no activity; ``None`` where it does."""
    if file.type is not None and file.type != profile.ACTIVITY_FILE:
        kind = profile.FILE_TYPES.get(file.type, UNKNOWN_KIND)
        return place.problem("not-an-activity", ANOTHER_KIND, kind=kind)
    if len(file.points) >= LEAST_RECORDS or (file.sessions and file.type is not None):
        return None
    frames = file.frames
    if frames.is_cut_short or frames.is_unfinished:
        return place.problem("cut-short", CUT_SHORT)
    return place.problem("no-points", NOTHING)


# --- a clock that was never set --------------------------------------------------------

NO_DATE = N_(
    "The watch’s clock was not set: the file does not tell the day. Say when it began, or put date "
    "and time into the file’s name, such as 2024-03-10-07-30-00.fit."
)
DATED = N_("The watch’s clock was not set: day and start are as you typed them.")
_DATE_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)"
    r"[-_.T ]*(\d\d)[-_.:h]?(\d\d)[-_.:]?(\d\d)?(?!\d)"
)


def _with_a_clock(
    file: FitFile, place: Place, repairs: list[Repair], dating: Dating | None
) -> FitFile | None:
    """Return the file with times that are times; ``None`` where nothing tells the day."""
    if not file.clock.is_unset:
        return file
    if file.clock.local_shift_s is not None:
        repairs.append(
            place.repair(
                "clock-unset",
                N_("The watch counted from when it was switched on: its local time was taken."),
            )
        )
        return with_clock_set(file, file.clock.local_shift_s)
    written = _DATE_IN_NAME.search(PurePath(place.member or place.path).name)
    parts = [part or "00" for part in written.groups()] if written is not None else []
    found = moment("{}-{}-{} {}:{}:{}".format(*parts)) if parts else None
    start_s = file.start_s
    if start_s is None:
        return None
    if found is None:
        if dating is None:
            return None
        repairs.append(place.repair(DATED_CODE, DATED))
        return with_clock_set(file, dating.wall.replace(tzinfo=UTC).timestamp() - start_s)
    repairs.append(
        place.repair(
            "clock-unset",
            N_("The watch’s clock was not set: date and time are from the file’s name."),
        )
    )
    return with_clock_set(file, found.wall.replace(tzinfo=UTC).timestamp() - start_s)


def _in_local_time(recording: Recording, dating: Dating | None) -> Recording:
    """Return a recording whose start is a wall-clock time, not an instant."""
    started_at = recording.started_at
    local = None if started_at is None else started_at.replace(tzinfo=None)
    precision = recording.precision if dating is None else dating.precision
    return replace(recording, started_at=None, local_start=local, precision=precision)


# --- what was damaged ------------------------------------------------------------------


def _damages(frames: Frames, place: Place) -> list[Repair]:
    """Return what the report says of the file as a whole."""
    notes: list[Repair] = []
    if frames.is_unfinished:
        notes.append(
            place.repair(
                "unfinished",
                N_(
                    "The recorder stopped before it closed the file: all it had written was read. "
                    "The activity may be longer."
                ),
            )
        )
    elif frames.is_cut_short:
        notes.append(
            place.repair(
                "salvaged",
                N_(
                    "The file is damaged or cut short: only its whole records were read. The "
                    "activity may be longer; copy it from the watch again to be sure."
                ),
            )
        )
    elif frames.is_checksum_wrong and not frames.skipped_bytes:
        notes.append(
            place.repair(
                "checksum",
                N_("The file’s checksum is wrong, yet all of it makes sense and was read."),
            )
        )
    if frames.skipped_bytes:
        notes.append(
            place.repair(
                "skipped",
                N_("{count} bytes in the file make no sense: skipped, what follows was read."),
                count=frames.skipped_bytes,
            )
        )
    if frames.trailing_bytes:
        notes.append(
            place.repair(
                "trailing",
                N_("{count} bytes follow the end of the recording: ignored."),
                count=frames.trailing_bytes,
            )
        )
    return notes
