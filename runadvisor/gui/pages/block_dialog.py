"""A block of the runner's own: its name, exercises in order, doses and minutes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from runadvisor import wording
from runadvisor.domain.exercise import MOST_BLOCK_MINUTES, OwnBlock
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.plan.exercises import ExerciseOffer

SIZE_PX = (640, 600)
USUAL_MINUTES = 15
MOST_LETTERS = 40
DOSE_PX = 150


class BlockDialog(QDialog):
    """A form; nothing is kept until it is accepted."""

    def __init__(
        self, block: OwnBlock | None, catalog: Catalog, offer: ExerciseOffer, *, parent: QWidget
    ) -> None:
        """Show a block, or an empty form for a new one."""
        super().__init__(parent)
        self.setWindowTitle(_("A block of your own"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*(scaled(side) for side in SIZE_PX))
        self._catalog, self._offer = catalog, offer
        self._before = block
        self.title = QLineEdit("" if block is None else block.title)
        self.title.setMaxLength(MOST_LETTERS)
        self.title.setPlaceholderText(_("Name, such as “Ten minutes at the desk”"))
        self.title.setAccessibleName(_("Name of the block"))
        self.title.textChanged.connect(lambda _text: self._check())
        self.minutes = QSpinBox()
        self.minutes.setRange(1, MOST_BLOCK_MINUTES)
        self.minutes.setSuffix(_(" min"))
        self.minutes.setAccessibleName(_("Minutes it takes"))
        self.minutes.setValue(USUAL_MINUTES if block is None else block.minutes)
        self.planned = QCheckBox(_("Place it in my plan"))
        self.planned.setChecked(block is None or block.is_planned)
        self.exercises: list[str] = [] if block is None else list(block.exercises)
        self.doses: dict[str, str] = {} if block is None else dict(block.doses)
        self.pick = Choice([], name=_("Exercise to add"))
        self.add = Button(_("Add"), icon="chevron-down", small=True)
        self.add.clicked.connect(self._add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._note = Label(size=12, tone="muted", wrap=True)
        self._lay_out()
        self._show_rows()

    def block(self) -> OwnBlock:
        """Return what the form says.

        Raises:
            ValueError: It has no name or no exercise yet.
        """
        doses = {key: dose for key, dose in self.doses.items() if dose and key in self.exercises}
        made = OwnBlock(
            title=self.title.text().strip(),
            exercises=tuple(self.exercises),
            doses=doses,
            minutes=self.minutes.value(),
            is_planned=self.planned.isChecked(),
        )
        return made if self._before is None else replace(made, block_id=self._before.block_id)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        first = QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.minutes)
        column.addLayout(first)
        column.addWidget(self.planned)
        column.addWidget(self._note)
        column.addWidget(hairline())
        pick = QHBoxLayout()
        pick.addWidget(self.pick, 1)
        pick.addWidget(self.add)
        column.addLayout(pick)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.addLayout(self._rows)
        inner.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(holder)
        column.addWidget(scroll, 1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setText(_("Keep this block"))
        self.save.setProperty("role", "primary")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _add(self) -> None:
        key = self.pick.currentData()
        if key is not None:
            self.exercises.append(key)
            self._show_rows()

    def _move(self, place: int, by: int) -> None:
        other = place + by
        if 0 <= other < len(self.exercises):
            held = self.exercises
            held[place], held[other] = held[other], held[place]
            self._show_rows()

    def _remove(self, place: int) -> None:
        del self.exercises[place]
        self._show_rows()

    def _show_rows(self) -> None:
        clear(self._rows)
        for place, key in enumerate(self.exercises):
            self._rows.addWidget(self._row(place, key))
        self.pick.clear()
        for key, exercise in self._catalog.exercises.items():
            if key not in self.exercises:
                self.pick.addItem(exercise.name, key)
        self._check()

    def _row(self, place: int, key: str) -> QWidget:
        exercise = self._catalog.exercises[key]
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(exercise.name, weight=600))
        barred = self._offer.barred.get(key, ())
        if barred:
            now = _("Left out for now. {reason}").format(reason=wording.sentence(barred[0]))
            words.addWidget(Label(now, size=12, tone="watch", wrap=True))
        box.addLayout(words, 1)
        dose = QLineEdit(self.doses.get(key, ""))
        dose.setPlaceholderText(exercise.dose)
        dose.setMaxLength(MOST_LETTERS)
        dose.setFixedWidth(scaled(DOSE_PX))
        dose.setAccessibleName(_("{exercise}: dose of your own").format(exercise=exercise.name))
        dose.setToolTip(_("Empty: the dose follows how it felt"))
        dose.textChanged.connect(lambda text: self.doses.update({key: text.strip()}))
        box.addWidget(dose)
        for icon, name, act in (
            ("chevron-up", _("{exercise}: earlier"), lambda: self._move(place, -1)),
            ("chevron-down", _("{exercise}: later"), lambda: self._move(place, 1)),
            ("close", _("{exercise}: take it out"), lambda: self._remove(place)),
        ):
            button = Button("", icon=icon, role="quiet", small=True)
            button.setAccessibleName(name.format(exercise=exercise.name))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(act)
            box.addWidget(button)
        return row

    def _check(self) -> None:
        has_all = bool(self.title.text().strip()) and bool(self.exercises)
        self.save.setEnabled(has_all)
        is_heavy = any(self._catalog.exercises[key].is_heavy for key in self.exercises)
        self._note.setText(
            _(
                "Something in it is heavy: it takes your strength days, in turn with your other "
                "heavy blocks and in the place of Hip & core 25, never the day before a hard or "
                "long run."
            )
            if is_heavy
            else _("Nothing in it is heavy: it comes three days a week, beside the others.")
        )
