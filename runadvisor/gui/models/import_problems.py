"""The files and rows of an import that need a look, as a table."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from runadvisor import wording
from runadvisor.domain.text import N_
from runadvisor.gui.models.word_table import WordTable
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.sources.import_report import ImportProblem

_HEADINGS = (N_("File"), N_("What we found, and what to do"))


class ImportProblems(WordTable["ImportProblem"]):
    """One row a problem."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(tuple(map(_, _HEADINGS)))

    def cell(self, row: int, column: int, role: int) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the words of a cell."""
        problem = self._rows[row]
        if role == Qt.ItemDataRole.ToolTipRole:
            return problem.path
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return wording.sentence(problem.reason) if column else problem_place(problem)


def problem_place(problem: ImportProblem) -> str:
    """Return the file of a problem as people name it: file, archive, row."""
    name = PurePath(problem.member or problem.path).name
    if problem.row is not None:
        name = _("{file}, row {row}").format(file=name, row=problem.row)
    if problem.member is not None:
        name = _("{file}\nin {archive}").format(file=name, archive=PurePath(problem.path).name)
    return name
