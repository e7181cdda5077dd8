"""Any of these today? The serious signs, asked with every entry of the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor.domain.diary import Answer, Occasion, Screening
from runadvisor.domain.text import N_
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import clear
from runadvisor.gui.widgets.plain_answer import OpenChoice
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from runadvisor.domain.knowledge import RedFlag

SHORT_LIST = N_(
    "Chest pain, breathless at rest, racing heart, fainting or nearly, confusion, growing "
    "headache, dark urine, one swollen calf, hot swollen joint, cold or very tight leg, numb or "
    "weak legs, testicle pain, pain that keeps you awake."
)
NONE_YES_UNKNOWN = (
    (Answer.NO, N_("None")),
    (Answer.YES, N_("Yes")),
    (Answer.UNKNOWN, N_("Don’t know")),
)


class SignsQuestion(QWidget):
    """One question; with a yes, the signs in full, to tick."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask, with nothing answered."""
        super().__init__(parent)
        title = _("Any of these today?")
        self.choice = OpenChoice(NONE_YES_UNKNOWN, name=title)
        self.choice.chosen.connect(lambda _answer: self._has_answered())
        self.ticks: dict[str, QCheckBox] = {}
        row = QHBoxLayout()
        row.addWidget(Label(title, size=14, weight=600, wrap=True), 1)
        row.addWidget(self.choice)
        short = Label(_(SHORT_LIST), size=12, tone="muted", wrap=True)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(short)
        column.addWidget(self._list)
        self._flags: tuple[RedFlag, ...] = ()

    @property
    def answer(self) -> Answer | None:
        """What was answered; ``None`` while it is open."""
        said = self.choice.current()
        return said if isinstance(said, Answer) else None

    def show_signs(self, flags: Iterable[RedFlag]) -> None:
        """Offer these signs, the most urgent first; an answer given stays."""
        flags = tuple(flags)
        if flags == self._flags:
            return
        self._flags = flags
        clear(self._rows)
        self.ticks = {}
        for flag in flags:
            tick = QCheckBox()
            tick.setObjectName("tick")
            tick.setAccessibleName(flag.question)
            tick.toggled.connect(lambda _on: self.changed.emit())
            self.ticks[flag.flag_id] = tick
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(tick, alignment=Qt.AlignmentFlag.AlignTop)
            words = Label(flag.question, wrap=True)
            words.setBuddy(tick)
            row.addWidget(words, 1)
            self._rows.addLayout(row)

    def forget(self) -> None:
        """Take the answer back: it is asked anew."""
        self.choice.show_answer(None)
        for tick in self.ticks.values():
            tick.setChecked(False)
        self._list.hide()

    def screening(self, *, day: date, now: datetime, occasion: Occasion) -> Screening:
        """Return the record of what was answered; left open is not a no."""
        answer = self.answer or Answer.UNKNOWN
        told = [key for key, tick in self.ticks.items() if tick.isChecked()]
        return Screening(
            date=day,
            entered_at=now,
            occasion=occasion,
            any_of_these=answer,
            answers=dict.fromkeys(told if answer is Answer.YES else (), Answer.YES),
        )

    def _has_answered(self) -> None:
        self._list.setVisible(self.answer is Answer.YES)
        self.changed.emit()
