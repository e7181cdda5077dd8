"""How far an import is: one line on stderr, and only where somebody watches it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from runadvisor.cli.tables import COLUMNS, shortened
from runadvisor.language import _
from runadvisor.wording import number, time_left

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from runadvisor.sources.import_report import Progress

CLEAR_LINE = "\r\x1b[K"


@contextmanager
def shown_progress() -> Iterator[Callable[[Progress], None] | None]:
    """Give a function that shows progress, or ``None`` where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    try:
        yield _show
    finally:
        sys.stderr.write(CLEAR_LINE)
        sys.stderr.flush()


def _show(progress: Progress) -> None:
    parts = [
        _("{done} of {total}").format(
            done=number(progress.files_done), total=number(progress.files_total)
        )
    ]
    if progress.bytes_total:
        parts.append(f"{progress.bytes_done / progress.bytes_total:.0%}")
    if progress.left_s is not None:
        parts.append(_("{time} left").format(time=time_left(progress.left_s)))
    line = "  ".join([*parts, progress.name])
    sys.stderr.write(CLEAR_LINE + shortened(line, COLUMNS - 1))
    sys.stderr.flush()
