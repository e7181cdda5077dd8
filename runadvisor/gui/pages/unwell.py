"""I feel unwell: the serious signs in plain words, the most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor.domain.diary import Answer, Diary, Occasion, Screening
from runadvisor.domain.knowledge import Urgency
from runadvisor.domain.warning import Tier
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import TierMark
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import Page, clear
from runadvisor.language import _
from runadvisor.warning.profile import profile_on
from runadvisor.warning.questions import general_signs

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import RedFlag
    from runadvisor.gui.workspace import Workspace

MARK_PX = 30


class UnwellPage(Page):
    """Any yes leads to the page that says what to do, at once."""

    key = "unwell"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self._advice: Advice | None = None
        self._is_answering = False
        self.occasion = Occasion.UNWELL
        self.set_heading(
            _("I feel unwell"), _("One yes is enough. It leads to what to do now, at once.")
        )
        band = Card(padding=(24, 16))
        band.set_tone("stop")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(TierMark(Tier.LOCK, MARK_PX), alignment=Qt.AlignmentFlag.AlignVCenter)
        self.call = Label(size=18, weight=600, wrap=True)
        row.addWidget(self.call, 1)
        band.body.addLayout(row)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(16)
        self.yes: dict[str, Button] = {}
        foot = Card(padding=(24, 16))
        foot.body.addWidget(
            Label(
                _(
                    "None of them, and you still feel unwell? Do not run today, and let somebody "
                    "know. When you are not sure, call."
                ),
                wrap=True,
            )
        )
        self.none = Button(_("None of these"))
        self.none.clicked.connect(lambda: self._answer(Answer.NO))
        self.unsure = Button(_("I don’t know"))
        self.unsure.clicked.connect(lambda: self._answer(Answer.UNKNOWN))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.none)
        buttons.addWidget(self.unsure)
        buttons.addWidget(Label(_("“I don’t know” counts as yes."), size=12, tone="muted"), 1)
        foot.body.addLayout(buttons)
        self.content.addWidget(band)
        self.content.addLayout(self._lists)
        self.content.addWidget(foot)
        self.content.addStretch()
        workspace.settings_changed.connect(self._show_number)

    def show_advice(self, advice: Advice) -> None:
        """Ask what is to be asked of this runner; after an answer, go where it leads."""
        self._advice = advice
        self._show_number()
        profile = profile_on(advice.as_of, advice.diary, advice.athlete)
        flags = general_signs(self.workspace.catalog.red_flags, profile)
        if [flag.flag_id for flag in flags] != list(self.yes):
            self._ask(flags)
        if self._is_answering:
            self._is_answering = False
            self.occasion = Occasion.UNWELL
            self.go_to.emit("overview")

    def _show_number(self) -> None:
        words = _("If it cannot wait, call {number} now. You need not answer anything first.")
        self.call.setText(words.format(number=self.workspace.settings.emergency_number))

    def _ask(self, flags: tuple[RedFlag, ...]) -> None:
        clear(self._lists)
        self.yes = {}
        for urgency, title in (
            (Urgency.NOW, _("Call, or go to an emergency department, if you have any of these")),
            (Urgency.URGENT, _("To be seen today or tomorrow")),
        ):
            card = Card(padding=(24, 18))
            card.body.setSpacing(0)
            card.body.addWidget(Label(title, size=16, weight=600, wrap=True))
            card.body.addSpacing(8)
            for flag in flags:
                if flag.urgency is urgency:
                    card.body.addWidget(hairline())
                    card.body.addLayout(self._row(flag))
            self._lists.addWidget(card)

    def _row(self, flag: RedFlag) -> QHBoxLayout:
        yes = Button(_("Yes"), small=True)
        yes.setAccessibleName(_("Yes: {question}").format(question=flag.question))
        yes.clicked.connect(lambda _on=False: self._answer(Answer.YES, flag.flag_id))
        self.yes[flag.flag_id] = yes
        row = QHBoxLayout()
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(16)
        row.addWidget(Label(flag.question, size=14, wrap=True), 1)
        row.addWidget(yes, alignment=Qt.AlignmentFlag.AlignVCenter)
        return row

    def _answer(self, answer: Answer, *told: str) -> None:
        """Write an answer down; the advice that follows shows what it means."""
        if self._advice is None or self._is_answering:
            return
        self._is_answering = True
        said = Screening(
            date=self._advice.as_of,
            entered_at=self.workspace.now(),
            occasion=self.occasion,
            any_of_these=answer,
            answers=dict.fromkeys(told, Answer.YES),
        )
        self.workspace.change(lambda advisor: advisor.keep(Diary(screenings=(said,))))
