"""Files on their way to readings: what is to be read, and the reading of it in turn.

An import is a series of steps. A step is a reading already (a photo is skipped), or a file
that is still to be loaded and understood. Loading, and asking whether the history knows the
file, happens here; understanding may happen in other processes, and the readings still come
in the order of the steps.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from runadvisor.sources.choices import NO_CHOICES, Choices
from runadvisor.sources.content import TRACKS, content_of
from runadvisor.sources.file_reader import unpacked
from runadvisor.sources.import_report import Reading
from runadvisor.sources.reader_pool import Loaded, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from runadvisor.sources.import_report import ImportProblem
    from runadvisor.sources.place import Place

IsKnown: TypeAlias = "Callable[[str], bool]"
"""Whether the history has something with this digest or fingerprint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file that is still to be loaded and understood."""

    place: Place
    load: Callable[[], bytes | ImportProblem]
    size_bytes: int = 0
    fingerprint: str | None = None
    """What it is known by without being loaded."""
    finish: Callable[[Reading], Reading] = lambda reading: reading
    """Joins the reading with what is known beside the file."""


Step: TypeAlias = Reading | Unread


def readings_of(
    steps: Iterable[Step],
    *,
    is_known: IsKnown | None = None,
    choices: Choices = NO_CHOICES,
    processes: int = 0,
) -> Generator[Reading]:
    """Yield the reading of each step, in turn.

    Args:
        steps: Taken as they are needed, a few ahead of the readings.
        is_known: Asked for each recording file, first by its fingerprint, then by the
            digest of its content; what is known is not read again.
        choices: What is known about files from outside.
        processes: How many others read beside this one; 0 reads here.
    """
    jobs = (_job(step, is_known) for step in steps)
    for job, reading in in_order(jobs, choices, processes=processes):
        if job is None:
            yield reading
            continue
        step = job.step
        assert isinstance(step, Unread)  # noqa: S101 - _job put it there
        is_track = bool(reading.recordings) and content_of(job.plain) in TRACKS
        yield replace(
            step.finish(reading),
            size_bytes=step.size_bytes,
            fingerprint=step.fingerprint if is_track else None,
        )


def _job(step: Step, is_known: IsKnown | None) -> Loaded | Reading:
    """Return the loaded file, or its reading where it need not be read."""
    if isinstance(step, Reading):
        return step
    place = step.place
    if is_known is not None and step.fingerprint is not None and is_known(step.fingerprint):
        return _known(step, step.fingerprint)
    data = step.load()
    plain = unpacked(data, place) if isinstance(data, bytes) else data
    if not isinstance(plain, bytes):
        return replace(step.finish(place.refused(plain)), size_bytes=step.size_bytes)
    if is_known is not None and content_of(plain) in TRACKS:
        digest = hashlib.sha256(plain).hexdigest()
        if is_known(digest):
            return _known(step, digest)
    return Loaded(plain, place, step)


def _known(step: Unread, by: str) -> Reading:
    place = step.place
    return Reading(path=place.path, member=place.member, known=by, size_bytes=step.size_bytes)
