"""Rows below headings, to be read: what every table of the window has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

Index = QModelIndex | QPersistentModelIndex
_Row = TypeVar("_Row")


class WordTable(QAbstractTableModel, Generic[_Row]):
    """A table whose cells a subclass words; this one alone has none."""

    def __init__(
        self,
        headings: Sequence[str] = (),
        *,
        right: Collection[int] = (),
        parent: QObject | None = None,
    ) -> None:
        """Start without rows; headings are words as shown, ``right`` the columns of numbers."""
        super().__init__(parent)
        self._headings = tuple(headings)
        self._right = frozenset(right)
        self._rows: Sequence[_Row] = ()

    def show(self, rows: Sequence[_Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def cell(self, row: int, column: int, role: int) -> Any:  # noqa: ANN401, ARG002 - as ``data``
        """Return what a cell holds for a role of Qt; ``None`` for nothing."""
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as above
        """Count the columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return what a cell holds, as ``cell`` says it."""
        return self.cell(index.row(), index.column(), role) if index.isValid() else None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the heading of a column, and that it stands as the column does."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return across(is_right=section in self._right)
        return None


def across(*, is_right: bool) -> Qt.AlignmentFlag:
    """Return how words (left) and numbers (right) stand in their cell."""
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
