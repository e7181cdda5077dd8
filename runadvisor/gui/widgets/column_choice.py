"""One thing a list may hold: what it is called, its column, and where it has one, its unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox

from runadvisor.domain.text import N_
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Choice
from runadvisor.gui.widgets.labels import Label
from runadvisor.language import _
from runadvisor.sources.list_layout import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QGridLayout

COLUMN_PX, UNIT_PX = 196, 136
MOST_CHARACTERS = 20
"""What a closed drop-down has room for."""

ROLE_WORDS = {
    Role.DATE: N_("Date"),
    Role.TIME_OF_DAY: N_("Start time"),
    Role.DISTANCE: N_("Distance"),
    Role.MOVING_TIME: N_("Time it took"),
    Role.ELAPSED_TIME: N_("Time with breaks"),
    Role.SPORT: N_("Sport"),
    Role.NAME: N_("Title"),
    Role.ELEVATION_GAIN: N_("Climb"),
    Role.AVERAGE_HEART_RATE: N_("Heart rate"),
    Role.MAX_HEART_RATE: N_("Highest heart rate"),
    Role.SESSION_RPE: N_("Effort, 0 to 10"),
}
UNIT_WORDS = {
    Role.DATE: (("day-first", N_("day first")), ("month-first", N_("month first"))),
    Role.DISTANCE: (("km", N_("kilometres")), ("mi", N_("miles")), ("m", N_("metres"))),
    Role.MOVING_TIME: (
        ("min", N_("minutes")),
        ("s", N_("seconds")),
        ("h", N_("hours")),
        ("h-mm", N_("h:mm")),
    ),
    Role.ELEVATION_GAIN: (("m", N_("metres")), ("ft", N_("feet"))),
}


class ColumnChoice(QObject):
    """The controls of one role, laid into a grid that it shares with the others."""

    changed = Signal()

    def __init__(
        self,
        role: Role,
        columns: Sequence[str],
        *,
        column: int | None,
        unit: str | None,
        has_unit: bool = True,
    ) -> None:
        """Offer the columns of a list.

        Args:
            role: What the column holds.
            columns: What each column is called, in their order.
            column: The one that is chosen; ``None`` for no column.
            unit: The unit that is chosen; ``None`` where the person has to choose.
            has_unit: Whether the unit makes a difference in this list.
        """
        super().__init__()
        self.role = role
        name = _(ROLE_WORDS[role])
        self.label = Label(name, weight=500)
        self.column = Choice(
            [(None, _("no column")), *enumerate(columns)],
            name=_("Column of: {what}").format(what=name),
        )
        self.column.choose(column)
        self.column.setFixedWidth(scaled(COLUMN_PX))
        self.column.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.column.view().setMinimumWidth(scaled(COLUMN_PX + UNIT_PX))
        self.label.setBuddy(self.column)
        self.column.currentIndexChanged.connect(self._has_changed)
        self.unit: Choice | None = None
        if role in UNIT_WORDS and has_unit:
            choose = [] if unit is not None else [(None, _("Choose …"))]
            units = [(key, _(words)) for key, words in UNIT_WORDS[role]]
            self.unit = Choice([*choose, *units], name=_("Unit of: {what}").format(what=name))
            self.unit.choose(unit)
            self.unit.setFixedWidth(scaled(UNIT_PX))
            self.unit.currentIndexChanged.connect(self.changed)
        self._has_changed()

    def lay_into(self, grid: QGridLayout, row: int, first_column: int) -> None:
        """Put the controls into three columns of a grid."""
        grid.addWidget(self.label, row, first_column, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.column, row, first_column + 1)
        if self.unit is not None:
            grid.addWidget(self.unit, row, first_column + 2)

    def chosen_column(self) -> int | None:
        """Return the number of the column; ``None`` for no column."""
        found: int | None = self.column.currentData()
        return found

    def chosen_unit(self) -> str | None:
        """Return the unit; ``None`` where none is chosen yet, or none is needed."""
        if self.unit is None or self.chosen_column() is None:
            return None
        found: str | None = self.unit.currentData()
        return found

    def _has_changed(self) -> None:
        if self.unit is not None:
            self.unit.setEnabled(self.chosen_column() is not None)
        self.changed.emit()


def column_words(heading: str, number: int, samples: Sequence[str]) -> str:
    """Return a column by its heading and what stands in it first: ``km: 8.0``."""
    name = heading or _("column {number}").format(number=number)
    words = f"{name}: {samples[0]}" if samples else name
    return words if len(words) <= MOST_CHARACTERS else f"{words[: MOST_CHARACTERS - 1]}…"
