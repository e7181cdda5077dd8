"""Health questions: asked once, every one may be skipped or changed later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor.domain.diary import Answer
from runadvisor.domain.text import N_
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.day_edit import DayEdit
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.plain_answer import PlainQuestion
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.diary import HealthItem
    from runadvisor.domain.knowledge import HealthQuestion
    from runadvisor.warning.profile import Profile

CHOICES = (
    (Answer.NO, N_("No")),
    (Answer.YES, N_("Yes")),
    (Answer.UNKNOWN, N_("Don’t know")),
    (Answer.SKIPPED, N_("Skip")),
)
GROUPS = {
    "bones": (
        N_("Bones"),
        N_(
            "Some things make bones give way sooner. With a yes, pain that may be bone is taken "
            "more seriously."
        ),
    ),
    "birth": (
        N_("Pregnancy and birth"),
        N_("The plan grows no further in pregnancy, and starts again by steps after a birth."),
    ),
    "after-birth": (N_("After a birth"), N_("Asked while a birth is less than a year ago.")),
    "medicines": (
        N_("Medicines"),
        N_("Some change heart rate, tendons or bleeding, and with them what the app may say."),
    ),
    "other": (N_("Anything else"), N_("Each changes when soreness should be seen early.")),
}
INTRO = N_(
    "Asked once. Skip whatever you like, one by one, and change it whenever you like. A skipped "
    "question counts as open: it is asked again only where it matters, when something hurts that "
    "may be bone. The answers stay in your history’s file on this computer."
)


class HealthCard(Card):
    """All the questions, each with its answer."""

    answered = Signal(object, object, object)
    """Item, answer and day."""
    all_skipped = Signal(object)
    """The items that were open."""

    def __init__(self, questions: Sequence[HealthQuestion], parent: QWidget | None = None) -> None:
        """Ask, with nothing answered."""
        super().__init__(padding=(24, 20), parent=parent)
        self._questions = tuple(questions)
        self.rows: dict[HealthItem, PlainQuestion] = {}
        self.days: dict[HealthItem, DayEdit] = {}
        self._day_rows: dict[HealthItem, QWidget] = {}
        self._groups: dict[str, QWidget] = {}
        self._picked: set[HealthItem] = set()
        """Items whose day is known."""
        self._open: tuple[HealthItem, ...] = ()
        self.count = Label(size=12, tone="muted")
        self.skip_all = Button(_("Skip all that are open"), small=True)
        self.skip_all.clicked.connect(lambda: self.all_skipped.emit(self._open))
        top = QHBoxLayout()
        top.addWidget(Label(_("Questions about your health"), size=16, weight=600))
        top.addStretch()
        top.addWidget(self.count)
        top.addWidget(self.skip_all)
        self.body.addLayout(top)
        self.body.addWidget(Label(_(INTRO), tone="muted", wrap=True))
        for group, (title, why) in GROUPS.items():
            self.body.addWidget(self._group(group, _(title), _(why)))
        self.body.addStretch()

    def show_profile(self, profile: Profile) -> None:
        """Show what was answered, and how many are open."""
        self._picked = {item for item, found in profile.answers.items() if found.day is not None}
        for question in self._questions:
            found = profile.answers.get(question.item)
            self.rows[question.item].choice.show_answer(None if found is None else found.answer)
            if question.item in self.days:
                edit = self.days[question.item]
                edit.set_latest(profile.day)
                edit.show_day(profile.day if found is None else found.day or found.date)
                self._day_rows[question.item].setVisible(
                    found is not None and found.answer is Answer.YES
                )
        has_birth = profile.days_after_birth is not None
        self._groups["after-birth"].setVisible(has_birth)
        asked = [q for q in self._questions if has_birth or q.group != "after-birth"]
        self._open = tuple(q.item for q in asked if q.item not in profile.answers)
        number = len(self._open)
        words = ngettext("{number} question open", "{number} questions open", number)
        self.count.setText(words.format(number=number) if number else _("all answered"))
        self.skip_all.setVisible(bool(number))

    def _group(self, group: str, title: str, why: str) -> QWidget:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(title, size=14, weight=600))
        column.addWidget(Label(why, size=12, tone="muted", wrap=True))
        for question in self._questions:
            if question.group != group:
                continue
            row = PlainQuestion(
                question.item.value, question.ask, options=CHOICES, note=question.note
            )
            row.answered.connect(
                lambda _id, answer, question=question: self._answer(question, answer)
            )
            self.rows[question.item] = row
            column.addWidget(hairline())
            column.addWidget(row)
            if question.day:
                column.addWidget(self._day_row(question))
        self._groups[group] = shown
        return shown

    def _day_row(self, question: HealthQuestion) -> QWidget:
        """Return the row that asks for the day a yes is about."""
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 6)
        edit = DayEdit(question.day)
        edit.day_changed.connect(lambda day: self.answered.emit(question.item, Answer.YES, day))
        row.addStretch()
        row.addWidget(Label(question.day, size=12, tone="muted"))
        row.addWidget(edit)
        shown.hide()
        self.days[question.item] = edit
        self._day_rows[question.item] = shown
        return shown

    def _answer(self, question: HealthQuestion, answer: object) -> None:
        """Tell an answer; the day it is about only where one was picked before."""
        day: date | None = None
        if answer is Answer.YES and question.item in self._picked:
            day = self.days[question.item].day
        self.answered.emit(question.item, answer, day)
