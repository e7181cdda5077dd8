"""Injuries with their dates: what was hurt once is watched more closely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.body import REGION_LABELS, BodyRegion, Side
from runadvisor.domain.diary import Injury, InjuryKind
from runadvisor.domain.text import N_
from runadvisor.gui.pages.day_form import named
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.day_edit import DayEdit
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import clear
from runadvisor.gui.widgets.plain_answer import OpenChoice
from runadvisor.language import _
from runadvisor.printout.diary_words import INJURY_WORDS, injury_words, with_capital

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

SIDES = (
    (Side.RIGHT, N_("Right")),
    (Side.LEFT, N_("Left")),
    (Side.BOTH, N_("Both")),
    (Side.MIDDLE, N_("Neither")),
)


class InjuryCard(Card):
    """The list of injuries, and a form for one."""

    saved = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list and an empty form."""
        super().__init__(padding=(24, 18), parent=parent)
        self._today: date | None = None
        self._changing = 0
        self._make_controls()
        self._lay_out()

    def _make_controls(self) -> None:
        self.region = Choice(
            [(region, _(text)) for region, text in REGION_LABELS.items()],
            name=_("Part of the body"),
        )
        self.side = OpenChoice(SIDES, name=_("Which side?"))
        self.side.chosen.connect(lambda _side: self.problem.hide())
        self.kind = Choice(
            [(kind, with_capital(_(text))) for kind, text in INJURY_WORDS.items()], name=_("What")
        )
        self.kind.choose(InjuryKind.OTHER)
        self.start = DayEdit(_("First day"))
        self.end = DayEdit(_("Last day"))
        self.lasts = QCheckBox(_("It still lasts"))
        self.lasts.toggled.connect(lambda on: self.end.setVisible(not on))
        self.note = QLineEdit()
        self.note.setAccessibleName(_("Note"))
        self.note.setPlaceholderText(_("In your own words (optional)"))
        self.problem = Label(size=12, tone="stop", wrap=True)
        self.problem.hide()
        self.save = Button(_("Save injury"), role="primary")
        self.save.clicked.connect(self._save)
        self.cancel = Button(_("Cancel"))
        self.cancel.clicked.connect(self.begin)

    def _lay_out(self) -> None:
        self._form_title = Label(size=16, weight=600)
        body = self.body
        body.addWidget(self._form_title)
        body.addWidget(
            Label(
                _(
                    "Choose the part here or on the picture. Old ones count too: what was hurt "
                    "once is watched more closely."
                ),
                tone="muted",
                wrap=True,
            )
        )
        body.addLayout(named(_("Part"), self.region))
        body.addLayout(named(_("Side"), self.side))
        body.addLayout(named(_("What"), self.kind))
        body.addLayout(named(_("From"), self.start))
        body.addLayout(named(_("Until"), self.end, self.lasts))
        body.addLayout(named(_("Note"), self.note, stretches=False))
        body.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        body.addLayout(foot)
        body.addWidget(hairline())
        body.addWidget(Label(_("Injuries so far"), size=16, weight=600))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        body.addLayout(self._rows)
        body.addStretch()

    def show_injuries(self, injuries: Sequence[Injury], today: date) -> None:
        """Show the injuries, the latest first."""
        is_first = self._today is None
        self._today = today
        for day in (self.start, self.end):
            day.set_latest(today)
        if is_first:
            self.begin()
        clear(self._rows)
        if not injuries:
            self._rows.addWidget(Label(_("None written down."), tone="muted"))
        for injury in sorted(injuries, key=lambda injury: injury.start, reverse=True):
            self._rows.addWidget(self._row(injury))

    def begin(self) -> None:
        """Empty the form."""
        self._changing = 0
        self._form_title.setText(_("Write down an injury"))
        self.side.show_answer(None)
        self.kind.choose(InjuryKind.OTHER)
        self.note.clear()
        self.problem.hide()
        self.cancel.hide()
        self.lasts.setChecked(False)
        if self._today is not None:
            for day in (self.start, self.end):
                day.show_day(self._today)

    def choose(self, region: BodyRegion, side: Side) -> None:
        """Take the part over from the picture."""
        self.region.choose(region)
        self.side.show_answer(side)

    def change(self, injury: Injury) -> None:
        """Put an injury into the form."""
        self._changing = injury.injury_id
        self._form_title.setText(_("Change an injury"))
        self.cancel.show()
        self.region.choose(injury.region)
        self.side.show_answer(injury.side)
        self.kind.choose(injury.kind)
        self.start.show_day(injury.start)
        self.lasts.setChecked(injury.end is None)
        self.end.show_day(injury.end or self._today or injury.start)
        self.note.setText(injury.note)

    def _row(self, injury: Injury) -> QWidget:
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(8)
        words = injury_words(injury)
        since = _("From {day}").format(day=wording.full_day(injury.start))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(words, wrap=True))
        column.addWidget(Label(since, size=12, tone="muted"))
        row.addLayout(column, 1)
        for text, do in ((_("Change"), self.change), (_("Remove"), self.removed.emit)):
            button = Button(text, role="quiet", small=True)
            button.setAccessibleName(_("{do}: {entry}").format(do=text, entry=words))
            button.clicked.connect(lambda _on=False, do=do: do(injury))
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        return shown

    def _save(self) -> None:
        side = self.side.current()
        end = None if self.lasts.isChecked() else self.end.day
        if not isinstance(side, Side):
            self._say(_("Which side? Choose one, or “Neither”."))
        elif end is not None and end < self.start.day:
            self._say(_("The last day is not before the first."))
        else:
            injury = Injury(
                injury_id=self._changing,
                region=BodyRegion(self.region.currentData()),
                side=side,
                start=self.start.day,
                end=end,
                kind=InjuryKind(self.kind.currentData()),
                note=self.note.text().strip(),
            )
            self.begin()
            self.saved.emit(injury)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()
