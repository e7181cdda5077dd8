"""What became of each file of an import, as a table that can be filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from runadvisor.domain.text import N_
from runadvisor.gui.doctor_words import file_words, outcome_words, summary_words
from runadvisor.gui.models.word_table import WordTable
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.sources.import_report import FileOutcome, FileResult

_HEADINGS = (N_("File"), N_("Result"), N_("What we found and did"))


class FileResults(WordTable["FileResult"]):
    """One file a row, in the order they came; words are made for the rows that are looked at."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(tuple(map(_, _HEADINGS)))
        self._all: tuple[FileResult, ...] = ()
        self._outcome: FileOutcome | None = None
        self._words: list[str] = []
        self._texts: dict[int, str] = {}

    def show(self, rows: Sequence[FileResult]) -> None:
        """Show the files of another import; the filter stays."""
        self._all = tuple(rows)
        self._texts = {}
        self._choose()

    def filter(self, outcome: FileOutcome | None, words: str) -> None:
        """Show only files with this result (``None`` for any) and with all of these words."""
        self._outcome, self._words = outcome, words.casefold().split()
        self._choose()

    def result(self, row: int) -> FileResult:
        """Return the file of a row."""
        return self._rows[row]

    def shown(self) -> tuple[FileResult, ...]:
        """Return the files that pass the filter."""
        return tuple(self._rows)

    def cell(self, row: int, column: int, role: int) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the words of a cell."""
        result = self._rows[row]
        if role == Qt.ItemDataRole.ToolTipRole:
            return result.path if column == 0 else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == 0:
            return file_words(result)
        return outcome_words(result.outcome) if column == 1 else summary_words(result)

    def _choose(self) -> None:
        super().show(
            [
                result
                for number, result in enumerate(self._all)
                if self._outcome in {None, result.outcome} and self._has_words(number, result)
            ]
        )

    def _has_words(self, number: int, result: FileResult) -> bool:
        if not self._words:
            return True
        if number not in self._texts:
            parts = (result.path, file_words(result), summary_words(result))
            self._texts[number] = " ".join(parts).casefold()
        return all(word in self._texts[number] for word in self._words)
