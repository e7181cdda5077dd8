"""How far an import is: one line on stderr, and only where somebody watches it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from runadvisor.cli.tables import COLUMNS, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from runadvisor.sources.import_report import Progress

_CLEAR_LINE = "\r\x1b[K"


@contextmanager
def shown_progress() -> Iterator[Callable[[Progress], None] | None]:
    """Give a function that shows progress, or ``None`` where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    try:
        yield _show
    finally:
        sys.stderr.write(_CLEAR_LINE)
        sys.stderr.flush()


def _show(progress: Progress) -> None:
    line = f"{progress.files_done:,} of {progress.files_total:,}  {progress.name}"
    sys.stderr.write(_CLEAR_LINE + shortened(line, COLUMNS - 1))
    sys.stderr.flush()
