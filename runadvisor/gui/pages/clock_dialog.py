"""A clock that was wrong: when the first of the chosen really began, and what that makes of all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QDialog, QHBoxLayout, QRadioButton, QTimeEdit, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.day_edit import DayEdit
from runadvisor.gui.widgets.labels import Label
from runadvisor.history.clock import AS_RECORDED, ClockFix
from runadvisor.history.local_day import instant_of, wall_clock
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.gui.run_rows import RunRow

WIDE_PX, DAY_PX, CLOCK_PX, INDENT_PX = 500, 170, 110, 26


class ClockDialog(QDialog):
    """Asks what is wrong with the clock of activities; what it comes to is said in place."""

    def __init__(self, rows: Sequence[RunRow], today: date, parent: QWidget | None = None) -> None:
        """Start with the first of them as it stands."""
        super().__init__(parent)
        self.setWindowTitle(_("Put the clock right"))
        self._first = min((row.activity for row in rows), key=lambda each: each.started_at)
        wall = _wall(self._first)
        self._number = len(rows)
        self.shifted = QRadioButton(
            ngettext(
                "The clock was off. It really began on",
                "The clock was off. The first really began on",
                self._number,
            )
        )
        self.shifted.setChecked(True)
        self.day = DayEdit(_("The day it really began"))
        self.day.set_latest(today)
        self.day.show_day(wall.date())
        self.day.setMinimumWidth(scaled(DAY_PX))
        self.clock = QTimeEdit(QTime(wall.hour, wall.minute))
        self.clock.setDisplayFormat("HH:mm")
        self.clock.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
        self.clock.setMinimumWidth(scaled(CLOCK_PX))
        self.clock.setAccessibleName(_("The time it really began"))
        self.local = QRadioButton(_("Local times were written as if they were UTC"))
        self.as_recorded = QRadioButton(_("Its own clock was right: take corrections back"))
        self.said = Label(size=12, tone="muted", wrap=True)
        self.put_right = Button(_("Put right"), role="primary")
        self.put_right.setDefault(True)
        self.put_right.clicked.connect(self.accept)
        cancel = Button(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        for choice in (self.shifted, self.local, self.as_recorded):
            choice.toggled.connect(self._check)
        self.day.day_changed.connect(lambda _day: self._check())
        self.clock.timeChanged.connect(lambda _time: self._check())
        self._lay_out(cancel)
        self._check()

    @property
    def fix(self) -> ClockFix | None:
        """What is wrong with their clock, from how they stand; ``None`` to believe it again."""
        if self.as_recorded.isChecked():
            return None
        return ClockFix(is_local=True) if self.local.isChecked() else ClockFix(later=self._later())

    def _later(self) -> timedelta:
        clock = self.clock.time()
        really = datetime.combine(
            self.day.day, datetime.min.time().replace(hour=clock.hour(), minute=clock.minute())
        )
        zone = self._first.zone
        return instant_of(really, zone) - instant_of(_wall(self._first), zone)

    def _lay_out(self, cancel: Button) -> None:
        of_all = ngettext(
            "{number} activity is chosen. It stands at {start}.",
            "{number} activities are chosen. The first of them stands at {start}.",
            self._number,
        )
        words = of_all.format(number=wording.number(self._number), start=_words(_wall(self._first)))
        really = QHBoxLayout()
        really.setContentsMargins(scaled(INDENT_PX), 0, 0, 0)
        really.addWidget(self.day)
        really.addWidget(self.clock)
        really.addStretch()
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.put_right)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        column.addWidget(Label(_("Put the clock right"), size=18, weight=600))
        column.addWidget(Label(words, wrap=True))
        column.addWidget(self.shifted)
        column.addLayout(really)
        column.addWidget(self.local)
        column.addWidget(self.as_recorded)
        column.addWidget(self.said)
        column.addLayout(buttons)
        self.setMinimumWidth(scaled(WIDE_PX))

    def _check(self) -> None:
        for field in (self.day, self.clock):
            field.setEnabled(self.shifted.isChecked())
        self.put_right.setEnabled(self.fix != AS_RECORDED)
        self.said.setText(self._comes_to())

    def _comes_to(self) -> str:
        fix = self.fix
        if fix is None:
            return _("What the files say themselves counts again.")
        if fix.is_local:
            read = self._first.started_at.astimezone(UTC).replace(tzinfo=None)
            words = ngettext(
                "It then began at {start}.",
                "Right in summer and winter; the first then began at {start}.",
                self._number,
            )
            return words.format(start=_words(read))
        if not fix.later:
            return _("Type when it really began; what is chosen with it moves by the same time.")
        later = ngettext("It moves {time} later.", "All of them move {time} later.", self._number)
        earlier = ngettext(
            "It moves {time} earlier.", "All of them move {time} earlier.", self._number
        )
        words = earlier if fix.later < timedelta() else later
        return words.format(time=span_words(abs(fix.later)))


def span_words(span: timedelta) -> str:
    """Return a span as people say it: ``365 days, 1:30``."""
    days = ngettext("{number} day", "{number} days", span.days)
    days = days.format(number=wording.number(span.days))
    rest = span - timedelta(days=span.days)
    if not rest:
        return days
    hours, minutes = divmod(rest.seconds // 60, 60)
    clock = _("{hours}:{minutes:02} hours").format(hours=hours, minutes=minutes)
    return _("{days} and {time}").format(days=days, time=clock) if span.days else clock


def _wall(activity: Activity) -> datetime:
    return wall_clock(activity.started_at, activity.zone).replace(second=0, microsecond=0)


def _words(wall: datetime) -> str:
    return _("{day}, {time}").format(day=wording.full_day(wall.date()), time=f"{wall:%H:%M}")
