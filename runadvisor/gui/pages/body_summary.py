"""The body in a card of the overview: what is sore, how the nights were, ill or well."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.calendar import DAYS_PER_WEEK
from runadvisor.domain.warning import Tier
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import TierMark
from runadvisor.gui.widgets.flow import FlowLayout
from runadvisor.gui.widgets.labels import Label, fact_row, hairline
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _, ngettext
from runadvisor.printout.diary_words import ILLNESS_WORDS, scores_words, with_capital
from runadvisor.warning.pain_facts import sore_lately

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.domain.body import Spot
    from runadvisor.domain.diary import PainEntry

NIGHTS = 14
OF_PAIN = frozenset({"R19", "R20", "R21"})


class BodySummary(Card):
    """The latest sore place, or that nothing sore is written down."""

    diary_wanted = Signal()
    no_pain_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(_("Body"), " ", parent=parent)
        self._mark = TierMark(None, 16)
        self.title = Label(size=16, weight=600, wrap=True)
        self._text = Label(tone="muted", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.title, 1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.no_pain = Button(_("No pain today"), small=True)
        self.no_pain.clicked.connect(self.no_pain_wanted)
        self.diary = Button(_("Open the diary"), role="quiet", small=True)
        self.diary.clicked.connect(self.diary_wanted)
        foot = FlowLayout()
        foot.addWidget(self.no_pain)
        foot.addWidget(self.diary)
        self.body.addLayout(top)
        self.body.addWidget(self._text)
        self.body.addLayout(self._rows)
        self.body.addStretch()
        self.body.addLayout(foot)

    def show_advice(self, advice: Advice) -> None:
        """Show the body on the day of the advice."""
        sore = sore_lately(advice.diary.pain, advice.as_of)
        entries = [*advice.diary.pain, *advice.diary.check_ins, *advice.diary.screenings]
        last = max((entry.date for entry in entries), default=None)
        self.set_note("" if last is None else _("last entry {day}").format(day=_day(advice, last)))
        said = any(entry.date == advice.as_of for entry in advice.diary.pain)
        self.no_pain.setVisible(not said)
        tiers = [w.tier for w in advice.standing if w.rule in OF_PAIN and w.tier >= Tier.WATCH]
        self._mark.set_tier(max(tiers, default=Tier.INFO if sore else None))
        latest = sorted(sore.items(), key=lambda each: each[1].date, reverse=True)
        if not latest:
            self.title.setText(_("Nothing sore written down"))
            self._text.setText(_("Of the last 14 days. One click says how it is today."))
        else:
            spot, entry = latest[0]
            place = with_capital(wording.spot_words(spot.key))
            worst = entry.worst
            self.title.setText(
                place
                if worst is None
                else _("{place} {score} of 10").format(place=place, score=worst)
            )
            self._text.setText(" ".join(_about(advice, latest, scores_words(entry))))
        self._show_rows(advice)

    def _show_rows(self, advice: Advice) -> None:
        clear(self._rows)
        for name, value in _days(advice):
            self._rows.addWidget(hairline())
            self._rows.addLayout(fact_row(name, value))


def _about(advice: Advice, latest: Sequence[tuple[Spot, PainEntry]], scores: str) -> Iterator[str]:
    """Yield when and how it was sore, what it fits with, and how much more is sore."""
    entry = latest[0][1]
    words = _("{day}: {scores}.").format(
        day=with_capital(_day(advice, entry.date)), scores=scores or _("no number given")
    )
    yield words
    hint = next(
        (spot.hints[0] for spot in advice.hints if spot.site is entry.site and spot.hints), None
    )
    if hint is not None:
        yield wording.sentence(hint.message)
    if more := len(latest) - 1:
        yield ngettext(
            "{number} more place was sore.", "{number} more places were sore.", more
        ).format(number=more)


def _days(advice: Advice) -> Iterator[tuple[str, str]]:
    """Yield sleep and illness of the last days, where anything is said of them."""
    first = advice.as_of - timedelta(days=NIGHTS - 1)
    days = [day for day in advice.diary.check_ins if first <= day.date <= advice.as_of]
    nights = [day.sleep_h for day in days if day.sleep_h is not None]
    if nights:
        name = ngettext("Sleep, {number} night", "Sleep, {number} nights", len(nights))
        yield name.format(number=len(nights)), wording.hours(sum(nights) / len(nights))
    said = [day for day in days if day.illness is not None]
    if said:
        last = said[-1]
        signs = ", ".join(_(ILLNESS_WORDS[sign]) for sign in sorted(last.illness or ()))
        yield _("Illness, {day}").format(day=_day(advice, last.date)), signs or _("none")


def _day(advice: Advice, day: date) -> str:
    """Return ``today``, the weekday within a week, else the day."""
    ago = (advice.as_of - day).days
    if ago == 0:
        return _("today")
    return wording.weekday(day) if ago < DAYS_PER_WEEK else wording.short_day(day)
