"""How an exercise felt: asked once it is ticked, because the next dose follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from runadvisor.domain.exercise import Feel
from runadvisor.domain.text import N_
from runadvisor.gui.widgets.buttons import Choice
from runadvisor.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FEELS = (
    (None, N_("How was it?")),
    (Feel.EASY, N_("Easy")),
    (Feel.RIGHT, N_("Just right")),
    (Feel.HARD, N_("Too hard")),
    (Feel.HURT, N_("It hurt")),
)


class FeelChoice(Choice):
    """A small drop-down of feelings; hurting means above the pain limit, or next morning."""

    felt = Signal(object)
    """The ``Feel`` that was chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Ask nothing yet; ``name`` is the exercise."""
        super().__init__(
            [(feel, _(words)) for feel, words in FEELS],
            name=_("{exercise}: how it felt").format(exercise=name),
            small=True,
            parent=parent,
        )
        self.activated.connect(lambda _at: self._has_chosen())

    def show_feel(self, feel: Feel | None, *, pain_limit: int) -> None:
        """Show what was said, and what counts as hurting."""
        self.choose(feel)
        self.setToolTip(
            _("It hurt: more than {pain_limit} of 10, or still there the next morning").format(
                pain_limit=pain_limit
            )
        )

    def _has_chosen(self) -> None:
        feel = self.currentData()
        if feel is not None:
            self.felt.emit(Feel(feel))
