"""Warnings as a list model; the delegate paints shape, title, tier and date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from runadvisor import wording
from runadvisor.domain.calendar import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.domain.warning import TrainingWarning

WARNING_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class WarningList(QAbstractListModel):
    """One row a warning."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._warnings: tuple[TrainingWarning, ...] = ()

    def show(self, warnings: Sequence[TrainingWarning]) -> None:
        """Show other warnings."""
        self.beginResetModel()
        self._warnings = tuple(warnings)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Count the warnings."""
        return 0 if parent.isValid() else len(self._warnings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the warning itself, or its words for those who do not see the painting."""
        if not index.isValid():
            return None
        warning = self._warnings[index.row()]
        if role == WARNING_ROLE:
            return warning
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.sentence(warning.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                [
                    wording.tier_word(warning.tier),
                    wording.sentence(warning.title),
                    wording.full_day(warning.date),
                    under_title(warning, is_standing=False),
                ]
            )
        return None


def under_title(warning: TrainingWarning, *, is_standing: bool) -> str:
    """Return the second line of a row: until when, or how much."""
    values = warning.values
    if is_standing and warning.clears_on is not None:
        until = warning.clears_on - ONE_DAY
        return f"until {until.day} {wording.month(until)}"
    if warning.rule == "R01" and isinstance(values.get("ratio"), float):
        longest = wording.distance(_number(values.get("longest_m")))
        return f"{wording.distance(_number(values['distance_m']))} after {longest}"
    if "rest_days" in values:
        return f"{values['rest_days']} in 28 days"
    if "streak_days" in values:
        return f"{values['streak_days']} days"
    if "distance_m" in values:
        return wording.distance(_number(values["distance_m"]))
    return ""


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) else None
