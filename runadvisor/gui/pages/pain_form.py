"""Pain at one place: ten seconds to fill in, nothing assumed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.body import BodySite, Side, has_sides
from runadvisor.domain.text import N_
from runadvisor.gui.pages.day_form import NAME_PX, named, place_name
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.flow import FlowLayout
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import clear
from runadvisor.gui.widgets.plain_answer import OpenChoice, PlainQuestion
from runadvisor.gui.widgets.score_scale import ScoreScale
from runadvisor.gui.widgets.signs_question import SignsQuestion
from runadvisor.language import _, ngettext
from runadvisor.printout.diary_words import with_capital
from runadvisor.warning.questions import general_signs, ticks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.knowledge import Catalog
    from runadvisor.gui.models.pain_draft import PainDraft
    from runadvisor.warning.profile import Profile

SIDES = ((Side.RIGHT, N_("Right")), (Side.LEFT, N_("Left")), (Side.BOTH, N_("Both")))
SCALES = {
    "during": N_("During the run"),
    "after": N_("After the run"),
    "morning": N_("This morning"),
    "walking": N_("Walking"),
}
STIFF_MINUTES = (0, 5, 10, 15, 20, 30, 45, 60, 90, 120)


class PainForm(Card):
    """The entry of one place and the question about serious signs."""

    draft_changed = Signal(object)
    saved = Signal(object)
    """The draft, ready to be written down."""
    left = Signal()
    """Nothing is to be written down here."""

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        """Make an empty form; it is shown with ``show_draft``."""
        super().__init__(padding=(24, 18), parent=parent)
        self._catalog = catalog
        self.draft: PainDraft | None = None
        self._profile: Profile | None = None
        self._was_told = False
        self._asked: tuple[str, ...] = ()
        self._tickable: tuple[str, ...] = ()
        self.questions: dict[str, PlainQuestion] = {}
        self._make_controls()
        self._lay_out()

    def _make_controls(self) -> None:
        self.title = Label(size=18, weight=600, wrap=True)
        self.side = OpenChoice(SIDES, name=_("Which side?"))
        self.side.chosen.connect(lambda side: self._place(side=side))
        self.place = Choice(
            [(site, with_capital(place_name(site))) for site in BodySite],
            name=_("Where exactly"),
            small=True,
        )
        self.place.currentIndexChanged.connect(
            lambda _i: self._place(BodySite(self.place.currentData()))
        )
        self.run = Choice([(None, "")], name=_("Which run"), small=True)
        self.run.currentIndexChanged.connect(lambda _i: self._set(run_date=self.run.currentData()))
        self.scales = {name: ScoreScale(_(text)) for name, text in SCALES.items()}
        for name, scale in self.scales.items():
            scale.scored.connect(lambda score, name=name: self._score(name, score))
        minutes = [(m, _("{minutes} min").format(minutes=m)) for m in STIFF_MINUTES]
        self.stiff = Choice([(None, _("not said")), *minutes], name=_("Stiff for"), small=True)
        self.stiff.currentIndexChanged.connect(
            lambda _i: self._set(stiff_min=self.stiff.currentData())
        )
        self.all_no = Button(_("No to all"), small=True)
        self.all_no.clicked.connect(self._answer_all_no)
        self.signs = SignsQuestion()
        self.signs.changed.connect(self._count_open)
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("In your own words (optional)"))
        self.note.setAccessibleName(_("Note"))
        self.note.textEdited.connect(lambda text: self._set(note=text))
        self.save = Button(_("Save entry"), role="primary")
        self.save.clicked.connect(self._save)
        self.back = Button(_("Cancel"))
        self.back.clicked.connect(self.left)
        self.open = Label(size=12, tone="muted", wrap=True)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.title, 1)
        top.addWidget(self.side, alignment=Qt.AlignmentFlag.AlignTop)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(Label(_("Exactly"), size=12, tone="muted"))
        where.addWidget(self.place, 1)
        self._run_name = Label(_("Run"), size=12, tone="muted")
        where.addWidget(self._run_name)
        where.addWidget(self.run)
        self.body.addLayout(top)
        self.body.addLayout(where)
        self.body.addLayout(_ends())
        for name, text in SCALES.items():
            self.body.addLayout(named(_(text), self.scales[name]))
        self.body.addLayout(
            named(_("Stiff for"), self.stiff, Label(_("after getting up"), tone="muted"))
        )
        self._questions = QWidget()
        column = QVBoxLayout(self._questions)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        self._count = Label(size=14, weight=600)
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self.all_no)
        column.addLayout(head)
        self._why = Label(size=12, tone="muted", wrap=True)
        column.addWidget(self._why)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        self.body.addWidget(self._questions)
        self.body.addWidget(hairline())
        self.body.addWidget(self.signs)
        self.body.addWidget(hairline())
        self._tick_title = Label(_("What brings it on, or goes with it"), weight=600)
        self.body.addWidget(self._tick_title)
        self._chips = QWidget()
        self._chip_row = FlowLayout(self._chips, spacing=6)
        self.body.addWidget(self._chips)
        self.body.addWidget(self.note)
        self.body.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.open, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.save)
        self.body.addLayout(foot)

    # ── what is shown ─────────────────────────────────────────────────────────────────

    def show_draft(self, draft: PainDraft, profile: Profile, runs: Sequence[date]) -> None:
        """Show an entry as it stands; ``runs`` are the days its scores may speak of."""
        self.draft, self._profile = draft, profile
        self._was_told = False
        self.signs.show_signs(general_signs(self._catalog.red_flags, profile))
        self.run.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.run.clear()
        for day in runs:
            self.run.addItem(wording.weekday_day(day), day)
        self.run.blockSignals(False)  # noqa: FBT003 - as above
        self.run.choose(draft.run_date)
        for widget in (self._run_name, self.run):
            widget.setVisible(bool(runs))
        self.note.setText(draft.note)
        self.stiff.choose(draft.stiff_min)
        for name, scale in self.scales.items():
            scale.show_score(draft.scores.get(name))
        self.save.setText(_("Save change") if draft.entry_id else _("Save entry"))
        self._show_place()

    def take_keyboard(self) -> None:
        """Put the keyboard where an entry begins."""
        self.scales["during" if self.run.count() else "morning"].take_keyboard()

    def _show_place(self) -> None:
        draft = self.draft
        if draft is None:
            return
        self.title.setText(with_capital(wording.site_words(draft.site, draft.side)))
        self.side.setVisible(has_sides(draft.site))
        self.side.show_answer(draft.side)
        self.place.choose(draft.site)
        self._show_ticks(draft)
        self._show_questions()

    def _show_ticks(self, draft: PainDraft) -> None:
        words = ticks(draft.site, self._catalog)
        self._tick_title.setVisible(bool(words))
        self._chips.setVisible(bool(words))
        if tuple(words) == self._tickable:
            return
        self._tickable = tuple(words)
        while (item := self._chip_row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for key, text in words.items():
            chip = QPushButton(text.removesuffix("?"))
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.setChecked(key in draft.ticked)
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            chip.toggled.connect(lambda is_on, key=key: self._tick(key, is_on=is_on))
            self._chip_row.addWidget(chip)

    def _show_questions(self) -> None:
        """Show the questions of the place, keeping those that are there already."""
        draft, profile = self.draft, self._profile
        if draft is None or profile is None:
            return
        asked = draft.questions(profile)
        key = (draft.site.value, *asked)
        self._questions.setVisible(bool(asked))
        self._count.setText(
            ngettext(
                "{number} question about this spot",
                "{number} questions about this spot",
                len(asked),
            ).format(number=len(asked))
        )
        self._why.setText(
            _("Soreness here can be bone. “Don’t know” or no answer counts as yes.")
            if draft.may_be_bone
            else _("“Don’t know” or no answer counts as yes.")
        )
        if key != self._asked:
            self._asked = key
            clear(self._rows)
            self.questions = {}
            for question in asked:
                row = PlainQuestion(question, self._catalog.questions[question].ask)
                row.answered.connect(self._answer)
                self.questions[question] = row
                self._rows.addWidget(hairline())
                self._rows.addWidget(row)
        for question, row in self.questions.items():
            row.choice.show_answer(draft.answers.get(question))
        self._count_open()

    def _count_open(self) -> None:
        """Say how much is left open, and what that means."""
        draft, profile = self.draft, self._profile
        if draft is None or profile is None:
            return
        number = self.number_open
        self.all_no.setEnabled(any(q not in draft.answers for q in draft.questions(profile)))
        if not number:
            self._was_told = False
        if self._was_told:
            words = ngettext(
                "One question is open or not known. That counts as yes, and may stop running "
                "until somebody has looked.",
                "{number} questions are open or not known. That counts as yes, and may stop "
                "running until somebody has looked.",
                number,
            )
        else:
            words = ngettext("{number} question left", "{number} questions left", number)
        self.open.setText(words.format(number=number) if number else "")
        self.open.set_tone("stop" if self._was_told else "muted")
        save = _("Save change") if draft.entry_id else _("Save entry")
        self.save.setText(_("Save all the same") if self._was_told else save)

    @property
    def number_open(self) -> int:
        """How many questions have no plain yes or no."""
        if self.draft is None or self._profile is None:
            return 0
        is_open = self.signs.answer is None or not self.signs.answer.is_known
        return len(self.draft.left_open(self._profile)) + is_open

    # ── what is said ──────────────────────────────────────────────────────────────────

    def _place(self, site: BodySite | None = None, side: Side | None = None) -> None:
        if self.draft is not None:
            draft = self.draft.at(site or self.draft.site, side or self.draft.side)
            self._change(draft)
            self._show_place()

    def _score(self, name: str, score: int | None) -> None:
        if self.draft is not None:
            self._change(self.draft.scored(name, score))
            self._show_questions()

    def _answer(self, question: str, answer: object) -> None:
        if self.draft is not None:
            self._change(self.draft.answered(question, answer))  # pyright: ignore[reportArgumentType] - one of the three
            self._show_questions()

    def _answer_all_no(self) -> None:
        if self.draft is not None and self._profile is not None:
            self._change(self.draft.all_no(self._profile))
            self._show_questions()
            self.signs.choice.setFocus()

    def _tick(self, sign: str, *, is_on: bool) -> None:
        if self.draft is not None:
            self._change(self.draft.ticking(sign, is_on=is_on))

    def _set(self, **said: object) -> None:
        if self.draft is not None:
            self._change(replace(self.draft, **said))  # pyright: ignore[reportArgumentType] - by name

    def _change(self, draft: PainDraft) -> None:
        self.draft = draft
        self.draft_changed.emit(draft)

    def _save(self) -> None:
        """Write it down; what is open is said once before."""
        if self.number_open and not self._was_told:
            self._was_told = True
            self._count_open()
        elif self.draft is not None:
            self.saved.emit(self.draft)


def _ends() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(NAME_PX + 8, 0, 0, 0)
    row.addWidget(Label(_("0 nothing"), size=12, tone="muted"))
    row.addStretch()
    row.addWidget(Label(_("10 worst"), size=12, tone="muted"))
    return row
