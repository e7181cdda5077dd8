"""Warnings as a list model; the delegate paints shape, title, tier and date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from runadvisor import wording
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.language import _, ngettext
from runadvisor.warning.marks import NO_MARKS, mark_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.domain.warning_mark import WarningMark

WARNING_ROLE = Qt.ItemDataRole.UserRole + 1
MARK_ROLE = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex


class WarningList(QAbstractListModel):
    """One row a warning."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._warnings: tuple[TrainingWarning, ...] = ()
        self._marks: Mapping[str, WarningMark] = NO_MARKS

    def show(
        self,
        warnings: Sequence[TrainingWarning],
        marks: Mapping[str, WarningMark] = NO_MARKS,
    ) -> None:
        """Show other warnings, with what was said of them."""
        self.beginResetModel()
        self._warnings = tuple(warnings)
        self._marks = marks
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Count the warnings."""
        return 0 if parent.isValid() else len(self._warnings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the warning itself, or its words for those who do not see the painting."""
        if not index.isValid():
            return None
        warning = self._warnings[index.row()]
        mark = mark_of(warning, self._marks)
        if role == WARNING_ROLE:
            return warning
        if role == MARK_ROLE:
            return mark
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.sentence(warning.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                [
                    wording.tier_word(warning.tier),
                    wording.sentence(warning.title),
                    wording.full_day(warning.date),
                    under_title(warning, is_standing=False),
                    *mark_words(mark),
                ]
            )
        return None


def mark_words(mark: WarningMark) -> list[str]:
    """Return what was said of a warning, for who does not see the painting."""
    said = [_("seen")] if mark.seen_on is not None else []
    return [*said, _("note: {note}").format(note=mark.note)] if mark.note else said


def under_title(warning: TrainingWarning, *, is_standing: bool) -> str:
    """Return the second line of a row: until when, or how much."""
    values = warning.values
    if is_standing and warning.clears_on is not None:
        until = warning.clears_on - ONE_DAY
        return _("until {day}").format(day=wording.short_day(until))
    if warning.rule == "R01" and isinstance(values.get("ratio"), float):
        longest = wording.distance(_number(values.get("longest_m")))
        own = wording.distance(_number(values["distance_m"]))
        return _("{distance} after {longest}").format(distance=own, longest=longest)
    if "rest_days" in values:
        return _("{number} in 28 days").format(number=values["rest_days"])
    if isinstance(values.get("streak_days"), int):
        days = int(str(values["streak_days"]))
        return ngettext("{number} day", "{number} days", days).format(number=days)
    if "distance_m" in values:
        return wording.distance(_number(values["distance_m"]))
    return ""


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) else None
