"""A place in an import: one file, or one member of an archive, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runadvisor.domain.text import Message
from runadvisor.sources.import_report import ImportProblem, Reading, Repair

if TYPE_CHECKING:
    from runadvisor.domain.text import Value


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was read, as the person gave it."""

    path: str
    member: str | None = None

    def problem(
        self, code: str, sentence: str, *, row: int | None = None, **values: Value
    ) -> ImportProblem:
        """Return a problem at this place; ``row`` is the line of the file."""
        return ImportProblem(
            path=self.path,
            member=self.member,
            row=row,
            code=code,
            reason=Message(sentence, values),
        )

    def repair(self, code: str, sentence: str, **values: Value) -> Repair:
        """Return a note on something mended or assumed at this place."""
        return Repair(path=self.path, member=self.member, code=code, note=Message(sentence, values))

    def refused(self, problem: ImportProblem) -> Reading:
        """Return the reading of a file that gave nothing but this problem."""
        return Reading(path=self.path, member=self.member, problems=(problem,))

    def skipped(self, sentence: str, **values: Value) -> Reading:
        """Return the reading of a file nothing was wanted from."""
        return Reading(path=self.path, member=self.member, skipped=Message(sentence, values))
