"""The page in the overview's place while running is stopped: what to do and whom to call."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from runadvisor.domain.diary import Answer, Diary
from runadvisor.domain.warning import Tier
from runadvisor.gui.pages.take_back_form import TakeBackForm
from runadvisor.gui.pages.visit_form import VisitForm
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.call_numbers import CallNumbersBox
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import GradeDots, TierMark
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _
from runadvisor.warning.red_flags import may_be_taken_back, taking_back

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.advisor import Advice
    from runadvisor.domain.plan import Stopped
    from runadvisor.gui.workspace import Workspace
    from runadvisor.printout.stop import StopNotice

SIDE_PX = 348
MARK_PX = 46
STEP_PX = 28


class StopView(QWidget):
    """Hidden until running is stopped; ends only by what is written down in it."""

    print_wanted = Signal()
    diary_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._workspace = workspace
        self._advice: Advice | None = None
        workspace.settings_changed.connect(self._settings_have_changed)
        self._make_band()
        self._make_steps()
        self._make_side()
        left = QVBoxLayout()
        left.addWidget(self._steps_card)
        left.addStretch()
        right = QVBoxLayout()
        right.setSpacing(16)
        for card in (self._say, self._instead, self._why, self._opens):
            card.setFixedWidth(scaled(SIDE_PX))
            right.addWidget(card)
        right.addStretch()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._band)
        column.addLayout(row)
        column.addStretch()
        self.hide()

    def _make_band(self) -> None:
        self._band = Card(padding=(28, 22))
        self._band.set_tone("stop")
        self._mark = QHBoxLayout()
        self._tier = Label(weight=600, tone="stop")
        self.reason = Label(size=22, weight=600, wrap=True)
        self._because = Label(size=14, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self._tier, self.reason, self._because):
            words.addWidget(label)
        self.print_button = Button(_("Print this page"), role="primary", icon="print", large=True)
        self.print_button.clicked.connect(self.print_wanted)
        row = QHBoxLayout()
        row.setSpacing(22)
        row.addLayout(self._mark)
        row.addLayout(words, 1)
        row.addWidget(self.print_button)
        self._band.body.addLayout(row)

    def _make_steps(self) -> None:
        self._steps_card = Card(padding=(28, 20))
        self._steps_card.body.addWidget(Label(_("What to do now"), size=16, weight=600))
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        self.numbers = CallNumbersBox(self._workspace.catalog.call_numbers)
        self.numbers.changed.connect(self._keep_numbers)
        self._along_title = Label(_("Good to have with you"), size=16, weight=600)
        self._along = QVBoxLayout()
        self._along.setSpacing(6)
        body = self._steps_card.body
        body.addLayout(self._steps)
        body.addSpacing(6)
        body.addWidget(self.numbers)
        body.addSpacing(6)
        body.addWidget(self._along_title)
        body.addLayout(self._along)

    def _make_side(self) -> None:
        self._say = Card(padding=(24, 18))
        self._say.body.addWidget(Label(_("What to say"), size=16, weight=600))
        self.words_to_say = Label(size=14, wrap=True)
        self.words_to_say.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._say.body.addWidget(_quoted(self.words_to_say))
        self.copy_words = Button(_("Copy the words"), small=True)
        self.copy_words.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.words_to_say.text())
        )
        self._say.body.addWidget(self.copy_words, alignment=Qt.AlignmentFlag.AlignLeft)
        self._instead = Card(padding=(24, 18))
        self._instead.body.addWidget(Label(_("Instead of running"), size=16, weight=600))
        self._instead_lines = QVBoxLayout()
        self._instead_lines.setSpacing(6)
        self._instead.body.addLayout(self._instead_lines)
        self._why = Card(padding=(24, 18))
        self._why.body.addWidget(Label(_("Why you see this"), size=16, weight=600))
        self._told = QVBoxLayout()
        self._told.setSpacing(6)
        self._why.body.addLayout(self._told)
        self._opens = Card(padding=(24, 18))
        self._opens.body.addWidget(Label(_("What opens the plan again"), size=16, weight=600))
        self._opens_words = Label(tone="muted", wrap=True)
        self._opens.body.addWidget(self._opens_words)
        self._visit_rows = QVBoxLayout()
        self._visit_rows.setSpacing(0)
        self._opens.body.addLayout(self._visit_rows)
        self.visit = VisitForm()
        self.visit.saved.connect(self._save_visit)
        self.visit.left.connect(lambda: self._show_form(None))
        self.take_back = TakeBackForm(self._workspace.catalog)
        self.take_back.answered.connect(self._take_back)
        self.take_back.left.connect(lambda: self._show_form(None))
        self._said = Label(tone="stop", wrap=True)
        self.diary = Button(_("Write down how it is today"))
        self.diary.clicked.connect(self.diary_wanted)
        self.enter_visit = Button(_("Enter what they said"))
        self.enter_visit.clicked.connect(lambda: self._show_form(self.visit))
        self.mistake = Button(_("Entered by mistake?"), role="quiet")
        self.mistake.clicked.connect(lambda: self._show_form(self.take_back))
        for widget in (self.visit, self.take_back, self._said):
            self._opens.body.addWidget(widget)
        for button in (self.diary, self.enter_visit, self.mistake):
            self._opens.body.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    # ── what is shown ─────────────────────────────────────────────────────────────────

    def show_stop(self, advice: Advice, stopped: Stopped | None) -> None:
        """Show a stop, or nothing."""
        self.setVisible(stopped is not None)
        was_shown = self._advice is not None
        self._advice = advice if stopped is not None else None
        if stopped is None:
            return
        from runadvisor.printout.stop import stop_notice  # noqa: PLC0415 - start-up time

        settings = self._workspace.settings
        notice = stop_notice(
            advice,
            stopped,
            emergency_number=settings.emergency_number,
            out_of_hours_number=settings.out_of_hours_number,
        )
        self._show_band(notice, stopped.tier)
        self._show_steps(notice)
        self._show_side(notice, stopped)
        if not was_shown:
            self._said.hide()
        self._show_form(None)
        self.setAccessibleName(f"{notice.tier_word}: {notice.reason}")

    def _show_band(self, notice: StopNotice, tier: Tier) -> None:
        clear(self._mark)
        self._mark.addWidget(TierMark(tier, MARK_PX), alignment=Qt.AlignmentFlag.AlignTop)
        self._tier.setText(_("{tier} · no running").format(tier=notice.tier_word))
        self.reason.setText(notice.reason)
        self._because.setText(notice.why)
        self._because.setVisible(bool(notice.why))

    def _show_steps(self, notice: StopNotice) -> None:
        clear(self._steps)
        for number, step in enumerate(notice.steps, start=1):
            if number > 1:
                self._steps.addWidget(hairline())
            row = QHBoxLayout()
            row.setContentsMargins(0, 10, 0, 10)
            row.setSpacing(14)
            row.addWidget(_step_number(number), alignment=Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Label(step.what, size=15, weight=600, wrap=True))
            if step.how:
                words.addWidget(Label(step.how, size=13, tone="muted", wrap=True))
            row.addLayout(words, 1)
            self._steps.addLayout(row)
        self.numbers.show_numbers(notice.emergency_number, notice.out_of_hours_number)
        clear(self._along)
        self._along_title.setVisible(bool(notice.take_along))
        for line in notice.take_along:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(Label("–"), alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(line, wrap=True), 1)
            self._along.addLayout(row)

    def _show_side(self, notice: StopNotice, stopped: Stopped) -> None:
        self._say.setVisible(bool(notice.say))
        self.words_to_say.setText(_("“{words}”").format(words=notice.say))
        self._show_instead(notice)
        clear(self._told)
        for line in notice.told:
            self._told.addWidget(Label(line, tone="muted", wrap=True))
        if notice.grade is not None:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(GradeDots(notice.grade, words=notice.grade_words))
            row.addStretch()
            self._told.addLayout(row)
        is_lock = stopped.tier is Tier.LOCK
        shut = _(
            "Plan and exercises stay closed until somebody has looked at it. There is no snooze."
        )
        self._opens_words.setText(f"{shut} {notice.opens}" if is_lock else notice.opens)
        clear(self._visit_rows)
        for number, (name, value) in enumerate(notice.visit):
            if number:
                self._visit_rows.addWidget(hairline())
            row = QHBoxLayout()
            row.setContentsMargins(0, 6, 0, 6)
            row.addWidget(Label(name, tone="muted"))
            row.addStretch()
            row.addWidget(Label(value, wrap=False))
            self._visit_rows.addLayout(row)
        self.diary.setVisible(not is_lock)

    def _show_instead(self, notice: StopNotice) -> None:
        """Show what may be done in place of running; nothing where a stop forbids all of it."""
        clear(self._instead_lines)
        self._instead.setVisible(bool(notice.instead))
        for line in notice.instead:
            self._instead_lines.addWidget(Label(line, tone="muted", wrap=True))
        if notice.instead_grade is not None:
            row = QHBoxLayout()
            row.addWidget(GradeDots(notice.instead_grade))
            row.addStretch()
            self._instead_lines.addLayout(row)

    def _show_form(self, form: QWidget | None) -> None:
        """Show one of the two forms, or the buttons that lead to them."""
        advice = self._advice
        if advice is None:
            return
        asked = may_be_taken_back(advice.signs, self._workspace.now())
        if form is self.visit:
            self.visit.begin(advice.as_of)
        if form is self.take_back:
            self._said.hide()
            self.take_back.ask(asked)
        self.visit.setVisible(form is self.visit)
        self.take_back.setVisible(form is self.take_back)
        self.enter_visit.setVisible(form is None)
        self.mistake.setVisible(form is None and bool(asked))

    # ── what is written down ──────────────────────────────────────────────────────────

    def _save_visit(self) -> None:
        if self._advice is not None:
            visit = self.visit.visit(day=self._advice.as_of, now=self._workspace.now())
            self._workspace.change(lambda advisor: advisor.keep(Diary(clearances=(visit,))))

    def _take_back(self, answers: Mapping[str, Answer]) -> None:
        if self._advice is None:
            return
        again = taking_back(answers, day=self._advice.as_of, now=self._workspace.now())
        self._said.setText(_("Not every answer is a plain no, so it stays as it is."))
        self._said.setVisible(again.any_of_these is not Answer.NO)
        self._workspace.change(lambda advisor: advisor.keep(Diary(screenings=(again,))))

    def _keep_numbers(self, emergency: str, out_of_hours: str) -> None:
        chosen = replace(
            self._workspace.settings, emergency_number=emergency, out_of_hours_number=out_of_hours
        )
        self._workspace.choose(chosen)

    def _settings_have_changed(self) -> None:
        """Show other numbers, wherever they were changed."""
        if self._advice is not None:
            self.show_stop(self._advice, self._advice.plan.stopped)


def _step_number(number: int) -> QWidget:
    """Return a number in its disc."""
    disc = QFrame()
    disc.setObjectName("step")
    disc.setFixedSize(scaled(STEP_PX), scaled(STEP_PX))
    row = QHBoxLayout(disc)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(
        Label(str(number), weight=600, tone="stop"), alignment=Qt.AlignmentFlag.AlignCenter
    )
    return disc


def _quoted(label: Label) -> QWidget:
    """Return words with the bar of a quotation beside them."""
    shown = QWidget()
    bar = QFrame()
    bar.setObjectName("quote")
    bar.setFixedWidth(3)
    row = QHBoxLayout(shown)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    row.addWidget(bar)
    row.addWidget(label, 1)
    return shown
