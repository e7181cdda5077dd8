"""What was changed in the open history, to be undone and done again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from runadvisor import wording
from runadvisor.domain.errors import HistoryError
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from runadvisor.advisor import Advisor
    from runadvisor.history.changes import Change
    from runadvisor.history.index import Index
    from runadvisor.history.store import History

    Run: TypeAlias = Callable[
        [
            Callable[[Advisor], Any],
            Callable[[Any], None],
            Callable[[BaseException], None],
        ],
        None,
    ]
    """Runs a task on the open history; exactly one of the two answers follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A change that has been made."""

    history: History
    """The open file it was made in: in any other its ids mean nothing."""
    way_back: Change
    is_allowed: Callable[[Advisor], None] = lambda _advisor: None
    """Raises where it may not be undone, or done again, as things stand then."""


class ChangeStack(QObject):
    """Steps of one open history; the stack moves once the history has, never before.

    Every change is made in the thread that owns the history. Until its answer is there,
    nothing can be undone or redone; a change that fails leaves the stack as it was. The
    names Qt gives its own stack are kept, so that either can stand behind a menu.
    """

    changed = Signal()
    """What can be undone, or done again, is not the same any more."""
    moved = Signal()
    """The history is not the same any more."""
    made = Signal(str)
    """A sentence on a change that was made just now, and that can be undone."""

    def __init__(self, run: Run, parent: QObject | None = None) -> None:
        """Start empty; ``run`` reaches the open history."""
        super().__init__(parent)
        self._run = run
        self._steps = QUndoStack(self)
        self._pending = 0

    def ask(self, request: Callable[[Index], Change], name: str, said: str = "") -> None:
        """Make the change that a request of activities comes to.

        Args:
            request: One of ``history.requests`` with its activities filled in.
            name: What it is, as it follows "Undo": ``deletion of 3 runs``.
            said: A sentence for once it is made.
        """

        def task(advisor: Advisor) -> Made:
            way_back = advisor.history.ask(request)
            return Made(history=advisor.history, way_back=way_back)

        self._send(task, lambda made: self.note(made, name), said=said)

    def make(
        self,
        task: Callable[[Advisor], Change],
        name: str,
        said: str = "",
        *,
        done: Callable[[], None] = lambda: None,
        is_allowed: Callable[[Advisor], None] = lambda _advisor: None,
    ) -> None:
        """Have a task change the history.

        Args:
            task: Makes the change and returns its way back.
            name: What it is, as it follows "Undo".
            said: A sentence for once it is made.
            done: Called once it is made.
            is_allowed: Raises where undoing it is refused, as things stand then.
        """

        def made_by(advisor: Advisor) -> Made:
            way_back = task(advisor)
            return Made(history=advisor.history, way_back=way_back, is_allowed=is_allowed)

        def has_made(made: Made) -> None:
            self.note(made, name)
            done()

        self._send(made_by, has_made, said=said)

    def note(self, made: Made, name: str, *, is_import: bool = False) -> None:
        """Take in a change that was made already, such as an import."""
        from runadvisor.history.changes import changes_nothing  # noqa: PLC0415 - start-up time

        if not changes_nothing(made.way_back):
            self._steps.push(_Step(made, name, is_import=is_import))
            self.changed.emit()
            self.moved.emit()

    def note_import(self, made: Sequence[Made], added: int) -> None:
        """Take in what an import changed file by file, as one step.

        Args:
            made: The changes in the order they were made; nothing is noted of none.
            added: How many activities are new, 0 where that is not known.
        """
        if not made:
            return
        name = _("import")
        if added:
            words = ngettext("import of {number} activity", "import of {number} activities", added)
            name = words.format(number=wording.number(added))
        from runadvisor.history.changes import Together  # noqa: PLC0415 - start-up time

        backwards = Together(tuple(part.way_back for part in reversed(made)))
        self.note(Made(history=made[0].history, way_back=backwards), name, is_import=True)

    def undo(self) -> None:
        """Undo the newest change."""
        if self.canUndo():
            self._turn(self._step(self._steps.index() - 1), self._steps.undo)

    def redo(self) -> None:
        """Make the change again that was undone last."""
        if self.canRedo():
            self._turn(self._step(self._steps.index()), self._steps.redo)

    def undo_import(self) -> None:
        """Undo the last import, as long as nothing was changed since."""
        if self.newest_is_import:
            self.undo()

    @property
    def newest_is_import(self) -> bool:
        """Whether the next thing to be undone is an import."""
        return self.canUndo() and self._step(self._steps.index() - 1).is_import

    def canUndo(self) -> bool:  # noqa: N802 - Qt's name
        """Whether there is something to undo, and nothing on its way."""
        return not self._pending and self._steps.canUndo()

    def canRedo(self) -> bool:  # noqa: N802 - as above
        """Whether there is something to do again, and nothing on its way."""
        return not self._pending and self._steps.canRedo()

    def undoText(self) -> str:  # noqa: N802 - as above
        """Return the name of what would be undone."""
        return self._steps.undoText()

    def redoText(self) -> str:  # noqa: N802 - as above
        """Return the name of what would be done again."""
        return self._steps.redoText()

    def clear(self) -> None:
        """Forget every step: another history is open."""
        self._steps.clear()
        self.changed.emit()

    def _turn(self, step: _Step, move: Callable[[], None]) -> None:
        before = step.made

        def task(advisor: Advisor) -> Made:
            if advisor.history is not before.history:
                raise HistoryError(_("Another history is open now: nothing was changed."))
            before.is_allowed(advisor)
            return replace(before, way_back=advisor.history.apply(before.way_back))

        def done(made: Made) -> None:
            step.made = made
            move()
            self.moved.emit()

        self._send(task, done)

    def _send(
        self, task: Callable[[Advisor], Made], done: Callable[[Made], None], *, said: str = ""
    ) -> None:
        def answered(made: Made) -> None:
            from runadvisor.history.changes import changes_nothing  # noqa: PLC0415 - start-up time

            self._pending -= 1
            done(made)
            self.changed.emit()
            if said and not changes_nothing(made.way_back):
                self.made.emit(said)

        def failed(_error: BaseException) -> None:
            self._pending -= 1
            self.changed.emit()

        self._pending += 1
        self.changed.emit()
        self._run(task, answered, failed)

    def _step(self, number: int) -> _Step:
        step = self._steps.command(number)
        assert isinstance(step, _Step)  # noqa: S101 - nothing else is pushed
        return step


class _Step(QUndoCommand):
    """A name in the stack, and the change that turns it round; Qt only moves the place."""

    def __init__(self, made: Made, name: str, *, is_import: bool) -> None:
        super().__init__(name)
        self.made = made
        self.is_import = is_import
