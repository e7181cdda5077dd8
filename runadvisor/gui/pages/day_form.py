"""A day in a few clicks: nothing sore, how the night was, ill or well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from runadvisor import wording
from runadvisor.domain.body import SITES, BodySite, Spot
from runadvisor.domain.diary import BELOW_NECK, Answer, CheckIn, IllnessSign, PainEntry
from runadvisor.domain.text import N_
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.flow import FlowLayout
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.plain_answer import OpenChoice
from runadvisor.gui.widgets.signs_question import SignsQuestion
from runadvisor.language import _
from runadvisor.printout.diary_words import ILLNESS_WORDS, with_capital

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from runadvisor.domain.knowledge import RedFlag

NAME_PX = 96
HALF_HOURS = range(29)
YES_NO = ((Answer.NO, N_("No")), (Answer.YES, N_("Yes")))


class DayForm(Card):
    """How the day is; whatever is left out stays unsaid."""

    place_wanted = Signal(object)
    """A place was chosen from the list."""
    saved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the form with nothing said."""
        super().__init__(padding=(24, 18), parent=parent)
        self._sore: tuple[Spot, ...] = ()
        self._was_told = False
        self._make_controls()
        self._lay_out()

    def _make_controls(self) -> None:
        self.title = Label(_("How do you feel?"), size=18, weight=600)
        places = [(site, with_capital(place_name(site))) for site in BodySite]
        self.places = Choice(
            [(None, _("Choose a place …")), *places], name=_("Where it hurts, as a list")
        )
        self.places.activated.connect(lambda _i: self._has_chosen_place())
        self.no_pain = _chip(_("No pain today"))
        self.no_pain.toggled.connect(lambda _on: self._has_changed())
        self.no_pain_words = Label(size=12, tone="muted", wrap=True)
        nights = [(n / 2, wording.hours(n / 2)) for n in HALF_HOURS]
        self.sleep = Choice([(None, _("not said")), *nights], name=_("Sleep last night"))
        self.sleep.currentIndexChanged.connect(lambda _i: self._has_changed())
        self.well = _chip(_("Well"))
        self.well.clicked.connect(self._is_well)
        self.illness = {sign: _chip(with_capital(_(text))) for sign, text in ILLNESS_WORDS.items()}
        for chip in self.illness.values():
            chip.clicked.connect(self._is_ill)
        self.fever_medicine = OpenChoice(YES_NO, name=_("Fever medicine taken today?"))
        self.fever_medicine.chosen.connect(lambda _answer: self._has_changed())
        self.medicines = QLineEdit()
        self.medicines.setAccessibleName(_("Medicines taken today"))
        self.medicines.setPlaceholderText(_("Such as paracetamol (optional)"))
        self.note = QLineEdit()
        self.note.setAccessibleName(_("Note"))
        self.note.setPlaceholderText(_("In your own words (optional)"))
        for line in (self.medicines, self.note):
            line.textEdited.connect(lambda _text: self._has_changed())
        self.signs = SignsQuestion()
        self.signs.changed.connect(self._has_changed)
        self.open = Label(size=12, tone="muted", wrap=True)
        self.save = Button(_("Save day"), role="primary")
        self.save.clicked.connect(self._save)

    def _lay_out(self) -> None:
        body = self.body
        body.addWidget(self.title)
        body.addWidget(
            Label(
                _("Click where it hurts on the picture, or choose the place here."),
                tone="muted",
                wrap=True,
            )
        )
        body.addWidget(self.places)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.no_pain, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.no_pain_words, 1)
        body.addLayout(row)
        body.addWidget(hairline())
        body.addLayout(named(_("Sleep"), self.sleep, Label(_("last night"), tone="muted")))
        chips = QWidget()
        flow = FlowLayout(chips, spacing=6)
        for chip in (self.well, *self.illness.values()):
            flow.addWidget(chip)
        ill = QHBoxLayout()
        ill.setSpacing(8)
        name = Label(_("Well or ill"))
        name.setFixedWidth(scaled(NAME_PX))
        ill.addWidget(name, alignment=Qt.AlignmentFlag.AlignTop)
        ill.addWidget(chips, 1)
        body.addLayout(ill)
        self._fever = QWidget()
        fever = QHBoxLayout(self._fever)
        fever.setContentsMargins(NAME_PX + 8, 0, 0, 0)
        fever.addWidget(Label(_("Fever medicine taken today?")), 1)
        fever.addWidget(self.fever_medicine)
        self._fever.hide()
        body.addWidget(self._fever)
        body.addLayout(named(_("Medicines"), self.medicines, stretches=False))
        body.addLayout(named(_("Note"), self.note, stretches=False))
        body.addWidget(hairline())
        body.addWidget(self.signs)
        body.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.open, 1)
        foot.addWidget(self.save)
        body.addLayout(foot)

    # ── what is shown ─────────────────────────────────────────────────────────────────

    def show_day(
        self, said: CheckIn | None, sore: Sequence[Spot], flags: Sequence[RedFlag]
    ) -> None:
        """Show what a day said so far, and which spots were sore lately."""
        self._sore = tuple(sore)
        self._was_told = False
        self.signs.show_signs(flags)
        self.no_pain.setChecked(False)
        if sore:
            spots = ", ".join(wording.spot_words(spot.key) for spot in sore)
            words = _("Writes 0 on getting up and 0 walking for: {spots}.").format(spots=spots)
        else:
            words = _("No place was sore in the last 14 days.")
        self.no_pain_words.setText(words)
        self.sleep.choose(None if said is None else said.sleep_h)
        illness = None if said is None else said.illness
        self.well.setChecked(illness == frozenset())
        for sign, chip in self.illness.items():
            chip.setChecked(sign in (illness or ()))
        self.fever_medicine.show_answer(None if said is None else said.took_fever_medicine)
        self.medicines.setText("" if said is None else said.medicines)
        self.note.setText("" if said is None else said.note)
        self._has_changed()

    def say_no_pain(self) -> None:
        """Begin with no pain today."""
        self.no_pain.setChecked(True)
        next(iter(self.signs.choice.buttons.values())).setFocus()

    # ── what is said ──────────────────────────────────────────────────────────────────

    @property
    def says_no_pain(self) -> bool:
        """Whether nothing hurts."""
        return self.no_pain.isChecked()

    def check_in(self, *, day: date, now: datetime) -> CheckIn | None:
        """Return what is said of the day; ``None`` where nothing is."""
        signs = frozenset(sign for sign, chip in self.illness.items() if chip.isChecked())
        illness = signs if signs or self.well.isChecked() else None
        medicine = self.fever_medicine.current() if self._fever.isVisibleTo(self) else None
        texts = self.medicines.text().strip(), self.note.text().strip()
        sleep_h = self.sleep.currentData()
        if sleep_h is None and illness is None and not any(texts):
            return None
        return CheckIn(
            date=day,
            entered_at=now,
            sleep_h=sleep_h,
            illness=illness,
            took_fever_medicine=medicine if isinstance(medicine, Answer) else None,
            medicines=texts[0],
            note=texts[1],
        )

    def calm_entries(self, *, day: date, now: datetime) -> tuple[PainEntry, ...]:
        """Return a plain 0 for every spot that was sore lately, where nothing hurts."""
        return tuple(
            PainEntry(
                date=day, entered_at=now, site=spot.site, side=spot.side, morning=0, walking=0
            )
            for spot in (self._sore if self.says_no_pain else ())
        )

    def _has_chosen_place(self) -> None:
        site = self.places.currentData()
        self.places.choose(None)
        if site is not None:
            # Qt gives the value of a word back, not the word itself.
            self.place_wanted.emit(BodySite(site))

    def _is_well(self) -> None:
        for chip in self.illness.values():
            chip.setChecked(False)
        self._has_changed()

    def _is_ill(self) -> None:
        self.well.setChecked(False)
        self._has_changed()

    def _has_changed(self) -> None:
        fever = BELOW_NECK | {IllnessSign.HEART}
        self._fever.setVisible(any(self.illness[sign].isChecked() for sign in fever))
        is_open = self.signs.answer is None or not self.signs.answer.is_known
        if not is_open:
            self._was_told = False
        self.open.set_tone("stop" if self._was_told else "muted")
        if self._was_told:
            words = _(
                "The question about serious signs is open or not known. That counts as yes, and "
                "stops running until it is answered."
            )
        else:
            words = _("1 question left") if is_open else ""
        self.open.setText(words)
        self.save.setText(_("Save all the same") if self._was_told else _("Save day"))

    def _save(self) -> None:
        """Write it down; what is open is said once before."""
        is_open = self.signs.answer is None or not self.signs.answer.is_known
        if is_open and not self._was_told:
            self._was_told = True
            self._has_changed()
        else:
            self.saved.emit()


def place_name(site: BodySite) -> str:
    """Return a place without its side: ``front of the hip``."""
    return " ".join(_(SITES[site].name).replace("{side}", "").split())


def named(name: str, *widgets: QWidget, stretches: bool = True) -> QHBoxLayout:
    """Return a row: a name, and what it is the name of."""
    row = QHBoxLayout()
    row.setSpacing(8)
    label = Label(name, wrap=True)
    label.setFixedWidth(scaled(NAME_PX))
    label.setBuddy(widgets[0])
    row.addWidget(label)
    for widget in widgets:
        row.addWidget(widget)
    if stretches:
        row.addStretch()
    return row


def _chip(text: str) -> QPushButton:
    chip = QPushButton(text)
    chip.setObjectName("chip")
    chip.setCheckable(True)
    chip.setCursor(Qt.CursorShape.PointingHandCursor)
    return chip
