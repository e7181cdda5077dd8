"""The first rows of a list as they would be imported, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from runadvisor import wording
from runadvisor.domain.activity import Recording, StartPrecision
from runadvisor.domain.text import N_
from runadvisor.gui.models.word_table import WordTable, across
from runadvisor.gui.theme import current_theme, text_font
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.domain.text import Message

HEADINGS = (
    *(N_("Line"), N_("Day"), N_("Start"), N_("Sport"), N_("Distance"), N_("Time")),
    *(N_("Pace"), N_("Heart rate"), N_("Title")),
)
REASON_COLUMN = 1
"""Where it is said why a row gives nothing; it takes the room of all columns after it."""
_RIGHT = frozenset({0, 4, 5, 6, 7})


class FirstRows(WordTable[tuple[int, "Recording | Message"]]):
    """One line of the file a row."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(tuple(map(_, HEADINGS)), right=_RIGHT)

    def refused_rows(self) -> list[int]:
        """Return which rows give nothing."""
        return [n for n, (_line, came) in enumerate(self._rows) if not isinstance(came, Recording)]

    def cell(self, row: int, column: int, role: int) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the words of a cell, and how they stand."""
        line, came = self._rows[row]
        is_refused = not isinstance(came, Recording)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return wording.number(line) if column == 0 else _words(came, column)
        stands_right = column in _RIGHT and not (is_refused and column)
        looks = {
            Qt.ItemDataRole.TextAlignmentRole: across(is_right=stands_right),
            Qt.ItemDataRole.FontRole: text_font(13, tabular=True),
            Qt.ItemDataRole.ForegroundRole: QColor(current_theme().muted) if is_refused else None,
        }
        return looks.get(Qt.ItemDataRole(role))


def _words(came: Recording | Message, column: int) -> str:
    if isinstance(came, Recording):
        return _cells(came)[column - 1]
    return wording.sentence(came) if column == REASON_COLUMN else ""


def _cells(recording: Recording) -> tuple[str, ...]:
    start = recording.local_start or recording.started_at
    is_day = recording.precision is StartPrecision.DAY
    distance_m, time_s = recording.distance_m, recording.moving_time_s or recording.elapsed_time_s
    has_pace = recording.sport.is_run and distance_m and time_s
    heart_rate = recording.average_heart_rate_bpm
    return (
        "" if start is None else wording.full_day(start.date()),
        "" if start is None or is_day else f"{start:%H:%M}",
        wording.sport_name(recording.sport),
        wording.distance(distance_m),
        wording.duration(time_s),
        wording.pace(time_s / distance_m * 1000) if has_pace and distance_m and time_s else "",
        "" if heart_rate is None else wording.number(heart_rate),
        recording.name or "",
    )
