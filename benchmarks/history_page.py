"""The history page: every row filtered by words and sorted, as each key pressed asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.timing import Row, quickest
from runadvisor.gui.run_rows import Column, RunFilter, in_order, run_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.activity import Activity


def history_page_row(activities: Sequence[Activity], rounds: int) -> Row:
    """Return the line of the history page."""
    rows = run_rows(activities)
    wanted = RunFilter(words="run nov")

    def ask() -> None:
        chosen = wanted.chosen(rows)
        for column in (Column.DISTANCE, Column.TITLE):
            in_order(chosen, column, is_descending=True)
        in_order(rows, Column.PACE, is_descending=False)

    took = quickest([ask], rounds)[0]
    return Row(
        what=f"history page: a filter and three orders of {len(rows):,} rows",
        measured=f"{took * 1000:.1f} ms",
        goal="at most 50 ms",
    )
