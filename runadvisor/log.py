"""The log: what the app did, never where the runner was nor what a file says."""

from __future__ import annotations

import faulthandler
import logging
import platform
import re
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from runadvisor.domain.errors import RunAdvisorError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

LOG_NAME = "runadvisor.log"
CRASH_NAME = "crash.log"
MOST_BYTES = 500_000
OLD_FILES = 2
REPORT_LINES = 150
_COORDINATE = re.compile(r"-?\d{1,3}\.\d{4,}")
_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log(folder: Path) -> str | None:
    """Begin to write the log, and where a crash of Python itself happens.

    Args:
        folder: Where to; made if it is not there.

    Returns:
        A sentence where there can be no log; nothing else suffers from that.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=MOST_BYTES, backupCount=OLD_FILES, encoding="utf-8"
        )
        crashes = (folder / CRASH_NAME).open("a", encoding="utf-8")
    except OSError as error:
        return f"No log is kept: {folder} cannot be written ({error.strerror or error})."
    handler.setFormatter(_Discreet(_LINE))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    _report_crashes_to(crashes)
    logging.getLogger(__name__).info("%s", program())
    return None


def program() -> str:
    """Return what is running where: versions and system, no names."""
    from importlib.metadata import version  # noqa: PLC0415 - start-up time

    return (
        f"RunAdvisor {version('runadvisor')}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.release()} {platform.machine()}"
    )


def report_lines(folder: Path) -> Iterator[str]:
    """Yield the end of the log, and of what crashes left."""
    for name in (LOG_NAME, CRASH_NAME):
        try:
            lines = (folder / name).read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
        if lines:
            yield f"-- {name}"
            yield from map(discreet, lines[-REPORT_LINES:])


def discreet(text: str) -> str:
    """Return a text without what looks like a position, and without the home folder's name."""
    return _COORDINATE.sub("…", text.replace(str(Path.home()), "~"))


def trace_of(
    kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
) -> str:
    """Return where an error came from.

    Its own words are left out unless they are ours or the system's: others may quote
    what a file says.
    """
    frames = traceback.extract_tb(trace)
    lines = [f"  {_module(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    words = ""
    if isinstance(error, RunAdvisorError):
        words = f": {error}"
    elif isinstance(error, OSError):
        words = f": {error.strerror}"
    return discreet("\n".join([*lines, f"{kind.__name__ if kind else 'Error'}{words}"]))


class _Discreet(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        # Another handler may have left its own, talkative text of the error here.
        other, record.exc_text = record.exc_text, None
        try:
            return discreet(super().format(record))
        finally:
            record.exc_text = other

    def formatException(  # noqa: N802 - logging's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        return trace_of(*ei)


def _module(filename: str) -> str:
    """Return the end of a file's path that says which module it is."""
    return "/".join(Path(filename).parts[-3:])


_crashes: list[TextIO] = []


def _report_crashes_to(file: TextIO) -> None:
    faulthandler.enable(file)
    # The handler writes to the file as long as we run: nothing may close it.
    _crashes.append(file)
