"""The audit as a table: a row for each day on which something stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from runadvisor import wording
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.charts.audit import AuditPlace

PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class AuditTable(QAbstractTableModel):
    """Latest day first: the day, and all that stands on it in words."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._places: tuple[AuditPlace, ...] = ()

    def show(self, places: Sequence[AuditPlace]) -> None:
        """Show other days, given oldest first."""
        self.beginResetModel()
        self._places = tuple(reversed(places))
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Count the days."""
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - as above
        """Count the columns."""
        return 0 if parent.isValid() else len(_headers())

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Name the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return _headers()[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the place of a row, or its words."""
        if not index.isValid():
            return None
        place = self._places[index.row()]
        if role == PLACE_ROLE:
            return place
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return (wording.full_day(place.date), place.said)[index.column()]
        return None


def _headers() -> tuple[str, str]:
    return _("Day"), _("What stood, or was written down")
