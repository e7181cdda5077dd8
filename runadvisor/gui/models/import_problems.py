"""The files and rows of an import that need a look, as a table."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from runadvisor import wording
from runadvisor.domain.text import N_
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.sources.import_report import ImportProblem

_HEADINGS = (N_("File"), N_("What we found, and what to do"))
_Index = QModelIndex | QPersistentModelIndex


class ImportProblems(QAbstractTableModel):
    """One row a problem."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._problems: tuple[ImportProblem, ...] = ()

    def show(self, problems: Sequence[ImportProblem]) -> None:
        """Show other problems."""
        self.beginResetModel()
        self._problems = tuple(problems)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Count the problems."""
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - as above
        """Count the columns."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the words of a cell."""
        if not index.isValid():
            return None
        problem = self._problems[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return problem.path
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return wording.sentence(problem.reason) if index.column() else problem_place(problem)

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return _(_HEADINGS[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def problem_place(problem: ImportProblem) -> str:
    """Return the file of a problem as people name it: file, archive, row."""
    name = PurePath(problem.member or problem.path).name
    if problem.row is not None:
        name = _("{file}, row {row}").format(file=name, row=problem.row)
    if problem.member is not None:
        name = _("{file}\nin {archive}").format(file=name, archive=PurePath(problem.path).name)
    return name
