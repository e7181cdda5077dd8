"""Cards of exercises in as many columns as fit, under a heading for each part."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.exercise_card import ExerciseCard, card_px
from runadvisor.gui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from runadvisor.domain.exercise import ExerciseDone
    from runadvisor.domain.knowledge import Catalog, Exercise
    from runadvisor.plan.exercises import ExerciseOffer
    from runadvisor.plan.progression import NextDose

MOST_COLUMNS = 3
LEAST_CARD_PX = 310
GAP_PX = 16
AHEAD_MS = 15
ROWS_AT_ONCE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Exercises under one heading."""

    title: str
    note: str
    exercises: tuple[Exercise, ...]
    doses: Mapping[str, str] = field(default_factory=dict[str, str])
    """Exercise -> the dose of this part, where it has one of its own."""


class ExerciseGrid(QWidget):
    """Makes each card once and places those that are wanted."""

    opened = Signal(str)
    ticked = Signal(str, bool)
    felt = Signal(str, object)

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._catalog = catalog
        self._cards: dict[tuple[int, str], ExerciseCard] = {}
        self._headings: list[Label] = []
        self._sections: tuple[Section, ...] = ()
        self._columns = MOST_COLUMNS
        self._ahead = QTimer(self)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(self._make_one)
        self._waiting: deque[ExerciseCard] = deque()
        self._soon = QTimer(self)
        self._soon.timeout.connect(self._show_row)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP_PX)

    def make_ahead(self) -> None:
        """Make the cards one by one while nobody waits for them."""
        self._ahead.start()

    def show_sections(
        self,
        sections: Sequence[Section],
        offer: ExerciseOffer,
        *,
        done: Mapping[str, ExerciseDone],
        steps: Mapping[str, NextDose],
    ) -> None:
        """Show the exercises of each part as they are offered now."""
        if tuple(sections) != self._sections:
            self._sections = tuple(sections)
            self._fit(self.width())
            self._place()
        for (number, exercise_id), card in self._cards.items():
            limit = offer.pain_limit_of(card.exercise)
            card.show_offer(offer)
            card.show_done(done.get(exercise_id), pain_limit=limit)
            own = self._sections[number].doses if number < len(self._sections) else {}
            step = steps[exercise_id]
            card.show_dose(own.get(exercise_id, step.dose), step)

    def shown_ids(self) -> list[str]:
        """Return the exercises that are shown, in order, each once."""
        ids = (e.exercise_id for section in self._sections for e in section.exercises)
        return list(dict.fromkeys(ids))

    def card(self, exercise_id: str) -> ExerciseCard:
        """Return the first card of an exercise that is shown.

        Raises:
            StopIteration: It is not shown.
        """
        return next(
            self._cards[number, exercise_id]
            for number, section in enumerate(self._sections)
            if any(e.exercise_id == exercise_id for e in section.exercises)
        )

    def focus_on(self, exercise_id: str) -> None:
        """Put the keyboard on the name of an exercise, when it is shown."""
        if exercise_id in self.shown_ids():
            self.card(exercise_id).name.setFocus()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Need the width of one card: the columns follow the room."""
        hint = super().minimumSizeHint()
        return QSize(min(scaled(LEAST_CARD_PX), hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take as many columns as fit."""
        super().resizeEvent(event)
        if self._fit(event.size().width()):
            self._place()

    def _fit(self, width_px: int) -> bool:
        """Take as many columns as leave every name whole; return whether they are others now."""
        names_px = (card_px(e) for section in self._sections for e in section.exercises)
        least_px = max([scaled(LEAST_CARD_PX), *names_px])
        before = self._columns
        fitting = (width_px + GAP_PX) // (least_px + GAP_PX)
        self._columns = max(1, min(MOST_COLUMNS, fitting))
        return self._columns != before

    def _make_one(self) -> None:
        missing = (e for key, e in self._catalog.exercises.items() if (0, key) not in self._cards)
        exercise = next(missing, None)
        if exercise is None:
            self._ahead.stop()
        else:
            self._made(0, exercise).hide()

    def _place(self) -> None:
        # Hidden, the cards are laid out once and not after each of them; those further down
        # than anybody sees at first follow row by row.
        is_hidden = self.isHidden()
        self.hide()
        self._waiting.clear()
        self._arrange()
        for _ in range(ROWS_AT_ONCE):
            self._show_row()
        self.setVisible(not is_hidden)
        self._soon.start()

    def _show_row(self) -> None:
        for _ in range(min(self._columns, len(self._waiting))):
            self._waiting.popleft().show()
        if not self._waiting:
            self._soon.stop()

    def _arrange(self) -> None:
        # Not ``takeAt``: an item that lives on keeps its card from telling a new height.
        for widget in (*self._headings, *self._cards.values()):
            self._grid.removeWidget(widget)
        for heading in self._headings:
            heading.hide()
            heading.deleteLater()
        self._headings = []
        for card in self._cards.values():
            card.hide()
        row, before = 0, None
        for number, section in enumerate(self._sections):
            row = self._place_heading(section, row)
            for at, exercise in enumerate(section.exercises):
                card = self._made(number, exercise)
                self._grid.addWidget(card, row + at // self._columns, at % self._columns)
                self._waiting.append(card)
                if before is not None:
                    self.setTabOrder(before.tick, card.name)
                self.setTabOrder(card.name, card.tick)
                before = card
            row += -(-len(section.exercises) // self._columns)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _place_heading(self, section: Section, row: int) -> int:
        for words, size, weight, tone in (
            (section.title, 16, 600, "ink"),
            (section.note, 13, 400, "muted"),
        ):
            if words:
                label = Label(words, size=size, weight=weight, tone=tone, wrap=True)
                self._headings.append(label)
                self._grid.addWidget(label, row, 0, 1, self._columns)
                row += 1
        return row

    def _made(self, number: int, exercise: Exercise) -> ExerciseCard:
        key = (number, exercise.exercise_id)
        if key not in self._cards:
            card = ExerciseCard(exercise, self)
            card.opened.connect(self.opened)
            card.ticked.connect(self.ticked)
            card.felt.connect(self.felt)
            self._cards[key] = card
        return self._cards[key]
