"""The laps of an activity as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from runadvisor import wording
from runadvisor.domain.text import N_
from runadvisor.domain.units import METRES_PER_KILOMETRE
from runadvisor.gui.theme import text_font
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.activity import Lap

_HEADINGS = (N_("Lap"), N_("Distance"), N_("Time"), N_("Pace"), N_("bpm"))
_Index = QModelIndex | QPersistentModelIndex


class LapTable(QAbstractTableModel):
    """One row a lap."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._laps: tuple[Lap, ...] = ()

    def show(self, laps: Sequence[Lap]) -> None:
        """Show other laps."""
        self.beginResetModel()
        self._laps = tuple(laps)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Count the laps."""
        return 0 if parent.isValid() else len(self._laps)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - as above
        """Count the columns."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the words of a cell."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(index.row() + 1, self._laps[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return text_font(12, tabular=True) if role == Qt.ItemDataRole.FontRole else None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(_HEADINGS):
            if role == Qt.ItemDataRole.DisplayRole:
                return _(_HEADINGS[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            if role == Qt.ItemDataRole.FontRole:
                return text_font(12, 600)
        return None


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
