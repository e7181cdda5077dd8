"""The laps of an activity as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from runadvisor import wording
from runadvisor.domain.text import N_
from runadvisor.domain.units import METRES_PER_KILOMETRE
from runadvisor.gui.models.word_table import WordTable, across
from runadvisor.gui.theme import text_font
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.domain.activity import Lap

_HEADINGS = (N_("Lap"), N_("Distance"), N_("Time"), N_("Pace"), N_("bpm"))


class LapTable(WordTable["Lap"]):
    """One row a lap."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(tuple(map(_, _HEADINGS)), right=range(len(_HEADINGS)))

    def cell(self, row: int, column: int, role: int) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the words of a cell, and how they stand."""
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(row + 1, self._rows[row])[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return across(is_right=True)
        return text_font(12, tabular=True) if role == Qt.ItemDataRole.FontRole else None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the heading of a column, as small as the laps."""
        if role == Qt.ItemDataRole.FontRole and orientation == Qt.Orientation.Horizontal:
            return text_font(12, 600)
        return super().headerData(section, orientation, role)


def _words(number: int, lap: Lap) -> tuple[str, ...]:
    pace = None
    if lap.distance_m and lap.moving_time_s:
        pace = lap.moving_time_s / (lap.distance_m / METRES_PER_KILOMETRE)
    beats = lap.average_heart_rate_bpm
    return (
        f"{number}",
        wording.distance(lap.distance_m),
        wording.duration(lap.moving_time_s),
        wording.pace(pace),
        wording.UNKNOWN if beats is None else wording.number(beats),
    )
