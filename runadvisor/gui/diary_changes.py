"""What the body page writes down, each a step of the one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.diary import Diary
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from runadvisor.advisor import Advisor
    from runadvisor.domain.diary import Injury, PainEntry, Screening
    from runadvisor.gui.workspace import Workspace


class DiaryChanges:
    """Writes to the diary of the open history.

    While running is stopped nothing that was written down is taken back by a tap: what told of
    a sign stays until it is answered for.
    """

    def __init__(self, workspace: Workspace) -> None:
        """Write to the history that is open in a workspace."""
        self._workspace = workspace

    def add(self, more: Diary, done: Callable[[], None]) -> None:
        """Add what was written down on a day."""
        self._make(lambda advisor: advisor.keep(more), _("diary entry"), done=done)

    def change_pain(self, entry: PainEntry, signs: Screening, done: Callable[[], None]) -> None:
        """Put a pain entry in the place of the one with its id."""
        as_of = self._workspace.today()

        def write(advisor: Advisor) -> None:
            advisor.change_pain(entry, as_of=as_of)
            advisor.keep(Diary(screenings=(signs,)))

        self._make(write, _("change of a diary entry"), done=done)

    def remove_pain(self, entry: PainEntry, said: str) -> None:
        """Take a pain entry out; ``said`` is its sentence."""
        as_of = self._workspace.today()
        self._make(
            lambda advisor: advisor.remove_pain(entry.entry_id, as_of=as_of),
            _("removal of a diary entry"),
            said,
        )

    def save_injury(self, injury: Injury) -> None:
        """Add an injury, or put it in the place of the one with its id."""
        if injury.injury_id:
            self._make(
                lambda advisor: advisor.history.diary.change_injury(injury),
                _("change of an injury"),
            )
        else:
            self._make(lambda advisor: advisor.keep(Diary(injuries=(injury,))), _("injury"))

    def remove_injury(self, injury_id: int) -> None:
        """Take an injury out."""
        self._make(
            lambda advisor: advisor.history.diary.remove_injury(injury_id),
            _("removal of an injury"),
            _("The injury was taken out."),
        )

    def _make(
        self,
        write: Callable[[Advisor], object],
        name: str,
        said: str = "",
        *,
        done: Callable[[], None] = lambda: None,
    ) -> None:
        self._workspace.changes.make(
            lambda advisor: advisor.history.diary.undoable(lambda: write(advisor)),
            name,
            said,
            done=done,
            is_allowed=lambda advisor: advisor.refuse_while_stopped(self._workspace.today()),
        )
