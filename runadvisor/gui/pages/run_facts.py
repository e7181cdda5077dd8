"""The numbers of one activity, typed over where the runner may, and how hard it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from runadvisor import wording
from runadvisor.domain.activity import Sport
from runadvisor.gui.run_rows import Column
from runadvisor.gui.theme import text_font
from runadvisor.gui.typed_numbers import typed_distance_m, typed_time_s
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.rating import Rating
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity
    from runadvisor.gui.run_changes import RunChanges
    from runadvisor.gui.run_rows import RunRow


class RunFacts(QWidget):
    """Kept from row to row: only the words in it change."""

    clock_wanted = Signal()

    def __init__(self, changes: RunChanges, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._changes = changes
        self._row: RunRow | None = None
        self.title = _quiet_field(_("Title"), size=18, weight=600)
        self.title.setPlaceholderText(_("No title: type one"))
        self.title.editingFinished.connect(self._set_title)
        self.sport = Choice(
            [(each, wording.sport_name(each)) for each in Sport], name=_("Sport"), small=True
        )
        self.sport.activated.connect(self._set_sport)
        self.distance = _quiet_field(_("Distance"))
        self.distance.editingFinished.connect(self._set_distance)
        self.time = _quiet_field(_("Time moving"))
        self.time.editingFinished.connect(self._set_time)
        self._problem = Label(size=12, tone="stop", wrap=True)
        self._problem.hide()
        self._by_hand = Label(size=12, tone="muted", wrap=True)
        self._facts: dict[str, tuple[Label, Label]] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        for row, (name, field) in enumerate(
            ((_("Distance"), self.distance), (_("Time moving"), self.time))
        ):
            self._grid.addWidget(Label(name, tone="muted"), row, 0)
            self._grid.addWidget(field, row, 1)
        self.rating = Rating(_("How hard it was:"))
        self.rating.rated.connect(self._rate)
        self._hard = Label(size=12, weight=600, tone="muted", wrap=True)
        self.ignores = QCheckBox(_("Its heart rate is wrong: leave it out"))
        self.ignores.clicked.connect(self._ignore)
        self.delete = Button(_("Delete"), small=True)
        self.delete.clicked.connect(lambda: self._row and self._changes.delete([self._row]))
        self.clock = Button(_("Put the clock right …"), small=True)
        self.clock.setToolTip(_("For a watch in the wrong year, hour or time zone"))
        self.clock.clicked.connect(self.clock_wanted)
        self.bring_back = Button(_("Bring back"), small=True)
        self.bring_back.clicked.connect(lambda: self._row and self._changes.bring_back([self._row]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.sport, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._grid)
        column.addWidget(self._problem)
        column.addWidget(self._by_hand)
        column.addWidget(self._hard)
        column.addWidget(self.rating)
        column.addWidget(self.ignores)
        column.addLayout(_side_by_side(self.clock, self.delete))
        column.addWidget(self.bring_back, 0, Qt.AlignmentFlag.AlignLeft)

    def show_row(self, row: RunRow) -> None:
        """Show the numbers of a row; a field that is being typed in is left alone."""
        is_other = self._row is None or self._row.activity.activity_id != row.activity.activity_id
        self._row = row
        activity = row.activity
        for field, words in (
            (self.title, activity.name or ""),
            (self.distance, _or_nothing(wording.distance, activity.distance_m)),
            (self.time, _or_nothing(wording.duration, activity.moving_time_s)),
        ):
            if is_other or not (field.hasFocus() and field.isModified()):
                field.setText(words)
                field.setCursorPosition(0)
            field.setEnabled(not row.is_deleted)
        self.sport.choose(activity.sport)
        self.sport.setEnabled(not row.is_deleted)
        self._show_facts(row)
        self._problem.hide()
        words = _by_hand_words(activity)
        self._by_hand.setText(words)
        self._by_hand.setVisible(bool(words))
        self.rating.choose(activity.session_rpe)
        self.rating.setEnabled(not row.is_deleted)
        self._hard.setText(_hard_words(activity.session_rpe))
        self.ignores.setChecked(activity.ignores_heart_rate)
        has_beats = activity.average_heart_rate_bpm is not None or activity.ignores_heart_rate
        self.ignores.setVisible(has_beats and not row.is_deleted)
        self.clock.setVisible(not row.is_deleted)
        self.delete.setVisible(not row.is_deleted)
        self.bring_back.setVisible(row.is_deleted)

    def _show_facts(self, row: RunRow) -> None:
        activity = row.activity
        beats, highest = activity.average_heart_rate_bpm, activity.max_heart_rate_bpm
        rate = _or_nothing(wording.number, beats)
        if beats is not None and highest is not None:
            rate = _("{average}, at most {highest}").format(
                average=rate, highest=wording.number(highest)
            )
        facts = {
            _("Pace"): _or_nothing(wording.pace, row.pace_s_per_km),
            _("Time in all"): _or_nothing(wording.duration, activity.elapsed_time_s),
            _("Heart rate"): rate,
            _("Climb"): _or_nothing(wording.climb, activity.elevation_gain_m),
            _("Descent"): _or_nothing(wording.climb, activity.elevation_loss_m),
            _("Steps a minute"): _or_nothing(wording.number, activity.average_cadence_spm),
        }
        for name, words in facts.items():
            if name not in self._facts:
                pair = Label(name, tone="muted"), Label(tabular=True)
                number = self._grid.rowCount()
                self._grid.addWidget(pair[0], number, 0)
                self._grid.addWidget(pair[1], number, 1)
                self._facts[name] = pair
            for label in self._facts[name]:
                label.setVisible(bool(words))
            self._facts[name][1].setText(words)

    def _set_title(self) -> None:
        row, words = self._row, self.title.text().strip()
        if row is not None and words != (row.activity.name or ""):
            self._changes.set_value([row], Column.TITLE, words)

    def _set_sport(self) -> None:
        row, sport = self._row, Sport(self.sport.currentData())
        if row is not None and sport is not row.activity.sport:
            self._changes.set_sport([row], sport)

    def _set_distance(self) -> None:
        row, words = self._row, self.distance.text()
        if row is None or words == _or_nothing(wording.distance, row.activity.distance_m):
            return
        self._set_number(row, Column.DISTANCE, words, typed_distance_m(words))

    def _set_time(self) -> None:
        row, words = self._row, self.time.text()
        if row is None or words == _or_nothing(wording.duration, row.activity.moving_time_s):
            return
        self._set_number(row, Column.TIME, words, typed_time_s(words))

    def _set_number(self, row: RunRow, column: Column, words: str, value: float | None) -> None:
        """Set what was typed; an empty field takes back what was set by hand."""
        if value is None and words.strip():
            self._problem.setText(unreadable(column))
            self._problem.show()
            return
        self._problem.hide()
        self._changes.set_value([row], column, value)

    def _rate(self, rpe: float | None) -> None:
        if self._row is not None:
            self._changes.rate([self._row], rpe)

    def _ignore(self) -> None:
        if self._row is not None:
            self._changes.ignore_heart_rate([self._row], is_ignored=self.ignores.isChecked())


def unreadable(column: Column) -> str:
    """Return what to say of a number that could not be read."""
    if column is Column.DISTANCE:
        return _("That is no distance: type it like 12.4.")
    return _("That is no time: type it like 52:10 or 1:05:00.")


def _or_nothing(words, value: float | None) -> str:  # noqa: ANN001 - any function of wording
    return "" if value is None else words(value)


def _side_by_side(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row


def _hard_words(rpe: float | None) -> str:
    if rpe is None:
        return _("How hard was it as a whole? 1 very easy, 10 all you had")
    return _("{rpe} of 10 for effort; the same click again takes it back").format(rpe=f"{rpe:g}")


def _by_hand_words(activity: Activity) -> str:
    names = {
        "name": _("title"),
        "sport": _("sport"),
        "distance_m": _("distance"),
        "moving_time_s": _("time"),
    }
    by_hand = [words for field, words in names.items() if field in activity.edited]
    return _("Set by you: {names}.").format(names=", ".join(by_hand)) if by_hand else ""


def _quiet_field(name: str, *, size: int = 13, weight: int = 500) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName("quietField")
    field.setFont(text_font(size, weight, tabular=True))
    field.setAccessibleName(name)
    field.setToolTip(_("Click to change it"))
    return field
