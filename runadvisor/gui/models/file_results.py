"""What became of each file of an import, as a table that can be filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from runadvisor.domain.text import N_
from runadvisor.gui.doctor_words import file_words, outcome_words, summary_words
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.sources.import_report import FileOutcome, FileResult

_HEADINGS = (N_("File"), N_("Result"), N_("What we found and did"))
_Index = QModelIndex | QPersistentModelIndex


class FileResults(QAbstractTableModel):
    """One file a row, in the order they came; words are made for the rows that are looked at."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._all: tuple[FileResult, ...] = ()
        self._shown: list[FileResult] = []
        self._outcome: FileOutcome | None = None
        self._words: list[str] = []
        self._texts: dict[int, str] = {}

    def show(self, results: Sequence[FileResult]) -> None:
        """Show the files of another import; the filter stays."""
        self._all = tuple(results)
        self._texts = {}
        self._choose()

    def filter(self, outcome: FileOutcome | None, words: str) -> None:
        """Show only files with this result (``None`` for any) and with all of these words."""
        self._outcome, self._words = outcome, words.casefold().split()
        self._choose()

    def result(self, row: int) -> FileResult:
        """Return the file of a row."""
        return self._shown[row]

    def shown(self) -> tuple[FileResult, ...]:
        """Return the files that pass the filter."""
        return tuple(self._shown)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Count the files shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - as above
        """Count the columns."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the words of a cell."""
        if not index.isValid():
            return None
        result = self._shown[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return result.path if index.column() == 0 else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            return file_words(result)
        return outcome_words(result.outcome) if index.column() == 1 else summary_words(result)

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

    def _choose(self) -> None:
        self.beginResetModel()
        self._shown = [
            result
            for number, result in enumerate(self._all)
            if self._outcome in {None, result.outcome} and self._has_words(number, result)
        ]
        self.endResetModel()

    def _has_words(self, number: int, result: FileResult) -> bool:
        if not self._words:
            return True
        if number not in self._texts:
            parts = (result.path, file_words(result), summary_words(result))
            self._texts[number] = " ".join(parts).casefold()
        return all(word in self._texts[number] for word in self._words)
