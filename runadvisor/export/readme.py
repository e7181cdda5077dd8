"""The page that explains an exported folder to somebody who has nothing but the folder."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from runadvisor.language import _
from runadvisor.wording import full_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from runadvisor.export.table import ExportTable

COLUMNS = 80
_GAP = 2


def readme(tables: Sequence[ExportTable], *, as_of: date) -> str:
    """Return the words of README.txt; they hold nothing private but the day."""
    return "\n".join(_lines(tables, as_of)) + "\n"


def _lines(tables: Sequence[ExportTable], as_of: date) -> Iterator[str]:
    yield _("Your running history, as RunAdvisor keeps it")
    yield ""
    yield _("Exported for {day}.").format(day=full_day(as_of))
    yield ""
    yield from _paragraph(
        _(
            "Each table is here twice: as .csv for a spreadsheet and as .json for a program, "
            "with the same rows and columns. The end of a column’s name is its unit: _m metres, "
            "_s seconds, _h hours, _min minutes, _bpm heartbeats and _spm steps a minute. An "
            "empty cell means unknown, never nothing."
        )
    )
    yield ""
    width = max(len(table.name) for table in tables) + _GAP
    for table in tables:
        yield from _paragraph(table.about, mark=f"  {table.name:<{width}}")
    yield from _paragraph(
        _("the track of each activity, as GPX; as TCX where a point has no place, as indoors"),
        mark=f"  {'tracks/':<{width}}",
    )
    yield ""
    yield from _paragraph(
        _(
            "To bring it all into a new history, import this whole folder. Load, warnings and "
            "plan are then worked out anew from the activities; diary and answers come in as "
            "well. What you wished of the plan, and what you said of warnings and rules, is not "
            "in here: to move that too, use Back up in the File menu."
        )
    )
    yield ""
    yield from _paragraph(
        _(
            "The tracks show where you ran, and the diary how you were. Look through the folder "
            "before you give it to anybody."
        )
    )


def _paragraph(words: str, *, mark: str = "") -> Iterator[str]:
    yield from wrap(words, COLUMNS, initial_indent=mark, subsequent_indent=" " * len(mark))
