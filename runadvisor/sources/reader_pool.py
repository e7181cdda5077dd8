"""Readers in other processes: many files at once, their readings in the order they came.

Processes, because walking a file in Python keeps threads waiting for each other. Each is
started afresh ("spawn"): that is the only way Windows and macOS have, and a copied process
with the threads of libraries in it may hang.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from runadvisor.domain.text import N_
from runadvisor.sources.file_reader import read_bytes
from runadvisor.sources.import_report import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runadvisor.sources.choices import Choices
    from runadvisor.sources.place import Place

WORTH_FROM_FILES = 100
"""For fewer the processes take longer to start than they save."""
MAX_PROCESSES = 8
"""Beyond that the one process that stores cannot keep up."""
AHEAD_PER_PROCESS = 6
MAX_AHEAD_BYTES = 48 * 1024 * 1024
"""Of files loaded and waiting to be read: what keeps the memory flat."""
ENDED = N_(
    "Reading this file ended the reader: it is damaged in a way no reader expects. Export it again."
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The bytes of a file, out of their wrapping, and where they came from."""

    plain: bytes
    place: Place
    step: object
    """Whatever the caller needs when the reading is there."""


def process_count(files: int) -> int:
    """Return how many processes are worth starting for so many files; 0 for none."""
    cores = os.cpu_count() or 1
    return min(cores, MAX_PROCESSES) if files >= WORTH_FROM_FILES and cores > 1 else 0


def in_order(
    jobs: Iterable[Loaded | Reading], choices: Choices, *, processes: int
) -> Iterator[tuple[Loaded | None, Reading]]:
    """Yield each job with its reading, in the order of the jobs; a reading is its own.

    Args:
        jobs: Taken as they are needed, a few ahead.
        choices: What is known about files from outside.
        processes: How many read; 0 to read here.
    """
    if not processes:
        for job in jobs:
            yield (None, job) if isinstance(job, Reading) else _read_here(job, choices)
        return
    with _Pool(choices, processes) as pool:
        yield from pool.readings(jobs)


def _read_here(job: Loaded, choices: Choices) -> tuple[Loaded, Reading]:
    return job, read_bytes(job.plain, job.place, choices).reading


@dataclass(frozen=True, slots=True)
class _Pending:
    """A file that is being read, and by whom."""

    job: Loaded
    reading: Future[Reading]
    executor: ProcessPoolExecutor


class _Pool:
    def __init__(self, choices: Choices, processes: int) -> None:
        self._choices, self._processes = choices, processes
        self._executor: ProcessPoolExecutor | None = None
        self._waiting: deque[_Pending | tuple[Loaded | None, Reading]] = deque()
        self._ahead_bytes = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def readings(self, jobs: Iterable[Loaded | Reading]) -> Iterator[tuple[Loaded | None, Reading]]:
        for job in jobs:
            self._waiting.append((None, job) if isinstance(job, Reading) else self._begun(job))
            while self._waiting and (self._is_ready(self._waiting[0]) or self._is_far_ahead()):
                yield self._next()
        while self._waiting:
            yield self._next()

    @staticmethod
    def _is_ready(first: _Pending | tuple[Loaded | None, Reading]) -> bool:
        return not isinstance(first, _Pending) or first.reading.done()

    def _is_far_ahead(self) -> bool:
        return (
            len(self._waiting) > AHEAD_PER_PROCESS * self._processes
            or self._ahead_bytes > MAX_AHEAD_BYTES
        )

    def _begun(self, job: Loaded) -> _Pending | tuple[Loaded, Reading]:
        try:
            pending = self._submitted(job)
        except (OSError, NotImplementedError, ImportError):
            # No process may be started on this system: reading goes on in this one.
            return _read_here(job, self._choices)
        self._ahead_bytes += len(job.plain)
        return pending

    def _submitted(self, job: Loaded) -> _Pending:
        for _ in range(2):
            if self._executor is None:
                self._executor = _executor(self._choices, self._processes)
            with suppress(BrokenProcessPool):
                reading = self._executor.submit(_read, job.plain, job.place)
                return _Pending(job, reading, self._executor)
            # A file before this one ended its reader; this one starts with new readers.
            self._executor = None
        message = "readers end as soon as they start"
        raise OSError(message)

    def _next(self) -> tuple[Loaded | None, Reading]:
        first = self._waiting.popleft()
        if not isinstance(first, _Pending):
            return first
        self._ahead_bytes -= len(first.job.plain)
        try:
            return first.job, first.reading.result()
        except BrokenProcessPool:
            if first.executor is self._executor:
                self._executor = None
            return first.job, self._alone(first.job)

    def _alone(self, job: Loaded) -> Reading:
        """Read a file in a process of its own, as one of those at hand ended its reader."""
        try:
            with _executor(self._choices, 1) as executor:
                return executor.submit(_read, job.plain, job.place).result()
        except (BrokenProcessPool, OSError):
            return job.place.refused(job.place.problem("reader-ended", ENDED))


def _executor(choices: Choices, processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        processes,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start,
        initargs=(choices,),
    )


# --- in the other processes ------------------------------------------------------------------

_choices: list[Choices] = []


def _start(choices: Choices) -> None:
    _choices[:] = [choices]
    # Ctrl+C reaches every process of a terminal; the first one alone decides.
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process that started this one is gone, however it went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(plain: bytes, place: Place) -> Reading:
    return read_bytes(plain, place, _choices[0]).reading
