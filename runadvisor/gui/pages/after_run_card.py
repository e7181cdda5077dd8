"""After a race or a long run: the serious signs, asked once, calmly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.diary import Answer, Diary, Occasion, Screening
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.signs_question import SHORT_LIST
from runadvisor.language import _
from runadvisor.warning.after_run import run_to_ask_after

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.domain.activity import Activity
    from runadvisor.gui.workspace import Workspace


class AfterRunCard(Card):
    """Hidden unless there is a run to ask after."""

    signs_wanted = Signal()
    """The signs in full, because one may fit."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(padding=(24, 14), parent=parent)
        self._workspace = workspace
        self._advice: Advice | None = None
        self.title = Label(size=14, weight=600, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(Label(_(SHORT_LIST), tone="muted", wrap=True))
        self.none = Button(_("None of these"), small=True)
        self.none.clicked.connect(self._answer_none)
        self.some = Button(_("Yes, or not sure"), small=True)
        self.some.clicked.connect(self.signs_wanted)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.none)
        row.addWidget(self.some)
        self.body.addLayout(row)
        self.hide()

    def show_advice(self, advice: Advice) -> None:
        """Ask after the latest run that is still to be asked after."""
        self._advice = advice
        run = run_to_ask_after(advice.activities, advice.diary.screenings, as_of=advice.as_of)
        self.setVisible(run is not None)
        if run is not None:
            self.title.setText(_title(run))

    def _answer_none(self) -> None:
        if self._advice is None:
            return
        said = Screening(
            date=self._advice.as_of,
            entered_at=self._workspace.now(),
            occasion=Occasion.AFTER_RUN,
            any_of_these=Answer.NO,
        )
        self._workspace.change(lambda advisor: advisor.keep(Diary(screenings=(said,))))


def _title(run: Activity) -> str:
    day, length = wording.weekday(run.local_date), wording.distance(run.distance_m)
    if run.is_race:
        return _("After {day}’s race of {length}: any of these?").format(day=day, length=length)
    return _("After {day}’s {length}: any of these?").format(day=day, length=length)
