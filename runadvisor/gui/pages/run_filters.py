"""What narrows the history down: words, days, sport, source, warnings, deleted ones."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from runadvisor import wording
from runadvisor.domain.activity import Sport
from runadvisor.gui.run_rows import RunFilter
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.filter_button import FilterButton
from runadvisor.gui.widgets.flow import FlowLayout
from runadvisor.gui.widgets.search_field import SearchField
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runadvisor.gui.run_rows import RunRow

SEARCH_PX = 220
ALL, DAYS = "all", "days"
LAST_DAYS = (7, 28, 365)


class RunFilters(QWidget):
    """A row of controls that goes on below where it is full."""

    changed = Signal(object)
    """The filter wanted now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Let everything through."""
        super().__init__(parent)
        self._today = date.min
        self._is_setting = False
        self.search = SearchField(_("Title, sport, month …"), name=_("Search the history"))
        self.search.setFixedWidth(SEARCH_PX)
        self.period = Choice([(ALL, _("All days"))], name=_("Days shown"))
        self.first, self.last = _day_field(_("First day")), _day_field(_("Last day"))
        self.sports = FilterButton(_("Sport"), [])
        self.sources = FilterButton(_("From"), [])
        self.warned = _switch(_("With a warning"))
        self.deleted = _switch(_("Deleted"))
        flow = FlowLayout(self)
        parts = (self.search, self.period, self.first, self.last)
        for widget in (*parts, self.sports, self.sources, self.warned, self.deleted):
            flow.addWidget(widget)
        self.search.textChanged.connect(self._tell)
        self.period.currentIndexChanged.connect(self._tell)
        for field in (self.first, self.last):
            field.hide()
            field.dateChanged.connect(self._tell)
        for filter_button in (self.sports, self.sources):
            filter_button.changed.connect(self._tell)
        for switch in (self.warned, self.deleted):
            switch.toggled.connect(self._tell)

    def offer(self, rows: Sequence[RunRow], today: date) -> None:
        """Offer what there is to choose from; what was chosen stays where it can."""
        self._is_setting = True
        self._today = today
        kept = [row for row in rows if not row.is_deleted]
        years = sorted({row.activity.local_date.year for row in kept}, reverse=True)
        chosen = self.period.currentData()
        self.period.clear()
        self.period.addItem(_("All days"), ALL)
        for days in LAST_DAYS:
            self.period.addItem(_("Last {days} days").format(days=days), f"last-{days}")
        for year in years:
            self.period.addItem(f"{year}", f"year-{year}")
        self.period.addItem(_("Between two days …"), DAYS)
        self.period.choose(chosen if self.period.findData(chosen) >= 0 else ALL)
        if self.first.date() == self.first.minimumDate() and kept:
            self.first.setDate(_qt_day(min(row.activity.local_date for row in kept)))
            self.last.setDate(_qt_day(today))
        sports = dict.fromkeys(row.activity.sport for row in kept)
        self.sports.set_options(sorted(wording.sport_name(sport) for sport in sports))
        self.sources.set_options(sorted({name for row in kept for name in row.sources}))
        number = len(rows) - len(kept)
        self.deleted.setText(_("Deleted ({number})").format(number=wording.number(number)))
        self.deleted.setVisible(number > 0 or self.deleted.isChecked())
        if not number:
            self.deleted.setChecked(False)
        self._is_setting = False
        self._tell()

    def wanted(self) -> RunFilter:
        """Return the filter as it is set."""
        first, last = self._days()
        sports = {wording.sport_name(sport): sport for sport in Sport}
        return RunFilter(
            words=self.search.text(),
            first_day=first,
            last_day=last,
            sports=frozenset(sports[name] for name in self.sports.chosen()),
            sources=self.sources.chosen(),
            has_warning=self.warned.isChecked(),
            is_deleted=self.deleted.isChecked(),
        )

    def show_days(self, first_day: date, last_day: date) -> None:
        """Show a range of days, both included, and nothing else held back."""
        self.clear()
        self._is_setting = True
        self.first.setDate(_qt_day(first_day))
        self.last.setDate(_qt_day(last_day))
        self._is_setting = False
        self.period.setCurrentIndex(self.period.findData(DAYS))

    def clear(self) -> None:
        """Let everything through that was not deleted."""
        self._is_setting = True
        self.search.clear()
        self.period.choose(ALL)
        self.sports.clear()
        self.sources.clear()
        self.warned.setChecked(False)
        self.deleted.setChecked(False)
        self._is_setting = False
        self._tell()

    def kept(self) -> dict[str, Any]:
        """Return what is to be remembered; words are not: they were for one question."""
        return {
            "period": self.period.currentData(),
            "days": [_day(field.date()).isoformat() for field in (self.first, self.last)],
            "sports": sorted(sport.value for sport in self.wanted().sports),
            "sources": sorted(self.sources.chosen()),
            "warned": self.warned.isChecked(),
        }

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Set what was remembered, once there are rows to choose from."""
        self._is_setting = True
        for field, text in zip((self.first, self.last), kept.get("days", ()), strict=False):
            field.setDate(_qt_day(date.fromisoformat(text)))
        if self.period.findData(kept.get("period")) >= 0:
            self.period.choose(kept["period"])
        names = [wording.sport_name(Sport(value)) for value in kept.get("sports", ())]
        self.sports.choose(*names)
        self.sources.choose(*kept.get("sources", ()))
        self.warned.setChecked(bool(kept.get("warned")))
        self._is_setting = False
        self._tell()

    def _days(self) -> tuple[date | None, date | None]:
        key = str(self.period.currentData())
        kind, _dash, number = key.partition("-")
        if key == DAYS:
            return _day(self.first.date()), _day(self.last.date())
        if kind == "last":
            return self._today - timedelta(days=int(number) - 1), None
        if kind == "year":
            return date(int(number), 1, 1), date(int(number), 12, 31)
        return None, None

    def _tell(self) -> None:
        if self._is_setting:
            return
        for field in (self.first, self.last):
            field.setVisible(self.period.currentData() == DAYS)
        self.changed.emit(self.wanted())


def _switch(text: str) -> Button:
    button = Button(text)
    button.setCheckable(True)
    return button


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setAccessibleName(name)
    field.setMinimumDate(QDate(1980, 1, 1))
    field.setDate(field.minimumDate())
    return field


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
