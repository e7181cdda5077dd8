"""One activity in full: its numbers, how hard it was, where it came from, what was mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.activity import Sport, StartPrecision
from runadvisor.gui.pages.run_facts import RunFacts
from runadvisor.gui.pages.run_origin import RunOrigin
from runadvisor.gui.run_rows import total_m
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.one_run_view import OneRunView
from runadvisor.history.local_day import wall_clock
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from runadvisor.gui.run_changes import RunChanges
    from runadvisor.gui.run_rows import RunRow
    from runadvisor.gui.workspace import Workspace
    from runadvisor.history.store import Detail

WAIT_MS = 90
"""Before the rest of a run is read: who walks through the list waits for none."""
PAD_PX = 18
WAY_PX = 520
"""The track and four lines above each other: the panel is narrow."""


class RunPanel(QFrame):
    """Beside the table; shows one activity, or what can be done to several."""

    closed = Signal()
    warning_wanted = Signal(object)
    clock_wanted = Signal()
    """Of what is shown."""

    def __init__(
        self, workspace: Workspace, changes: RunChanges, parent: QWidget | None = None
    ) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(_("The activity in full"))
        self._workspace = workspace
        self._row: RunRow | None = None
        self.facts = RunFacts(changes)
        self.way = OneRunView(workspace, height_px=WAY_PX)
        self.origin = RunOrigin(changes)
        self.origin.warning_wanted.connect(self.warning_wanted)
        self.several = _Several(changes)
        self.facts.clock_wanted.connect(self.clock_wanted)
        self.several.clock.clicked.connect(self.clock_wanted)
        self._nothing = Label(_("Choose a row to see it here."), tone="muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        one = QWidget()
        column = QVBoxLayout(one)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        column.addWidget(self.facts)
        column.addWidget(self.way)
        column.addWidget(self.origin)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setObjectName("inCard")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(one)
        one.setObjectName("clear")
        self._scroll.viewport().setObjectName("clear")
        for part in (self._nothing, self._scroll, self.several):
            self._stack.addWidget(part)
        self._day = Label(size=12, weight=600, tone="muted", wrap=True)
        close = Button("", icon="close", role="quiet", small=True)
        close.setAccessibleName(_("Close the activity"))
        close.setToolTip(_("Close (Esc)"))
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(self._day, 1)
        top.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(PAD_PX, 10, 10, 12)
        outer.setSpacing(4)
        outer.addLayout(top)
        outer.addWidget(self._stack, 1)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(WAIT_MS)
        self._reading.timeout.connect(self._read)

    def show_rows(self, rows: Sequence[RunRow]) -> None:
        """Show the one row, what can be done to several, or nothing."""
        if len(rows) != 1:
            self._row = None
            self._reading.stop()
            self._day.setText("")
            self.several.show_rows(rows)
            self._stack.setCurrentWidget(self.several if rows else self._nothing)
            return
        row = rows[0]
        is_other = self._row is None or self._row.activity.activity_id != row.activity.activity_id
        self._row = row
        self._day.setText(when_words(row))
        self.facts.show_row(row)
        if is_other:
            self.way.hide()
            self.origin.show_row(row)
            self._scroll.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(self._scroll)
        self._reading.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        row = self._row
        if row is not None and self.isVisible():
            key = row.activity.activity_id
            self._workspace.ask(
                lambda advisor: advisor.history.detail(key), self._has_detail, owner=self
            )
            self.way.show_run(key)

    def _has_detail(self, detail: Detail | None) -> None:
        row = self._row
        if detail is None or row is None:
            return
        if detail.activity.activity_id == row.activity.activity_id:
            self.origin.show_detail(row, detail)


class _Several(QWidget):
    def __init__(self, changes: RunChanges) -> None:
        super().__init__()
        self._changes = changes
        self._rows: Sequence[RunRow] = ()
        self._number = Label(size=18, weight=600, wrap=True)
        self._total = Label(tone="muted", wrap=True)
        self.sport = Choice(
            [(None, _("Set the sport …")), *((each, wording.sport_name(each)) for each in Sport)],
            name=_("Sport of all that are chosen"),
        )
        self.sport.activated.connect(self._set_sport)
        self.clock = Button(_("Put the clock right …"))
        self.delete = Button(_("Delete"))
        self.delete.clicked.connect(lambda: self._changes.delete(self._rows))
        self.bring_back = Button(_("Bring back"))
        self.bring_back.clicked.connect(lambda: self._changes.bring_back(self._rows))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for widget in (self._number, self._total, self.sport):
            column.addWidget(widget)
        for button in (self.clock, self.delete, self.bring_back):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def show_rows(self, rows: Sequence[RunRow]) -> None:
        self._rows = rows
        self._number.setText(
            _("{number} activities chosen").format(number=wording.number(len(rows)))
        )
        self._total.setText(
            _("{distance} of running").format(distance=wording.distance(total_m(rows)))
        )
        are_deleted = any(row.is_deleted for row in rows)
        self.sport.setVisible(not are_deleted)
        self.clock.setVisible(not are_deleted)
        self.delete.setVisible(not are_deleted)
        self.bring_back.setVisible(are_deleted)
        self.sport.setCurrentIndex(0)

    def _set_sport(self) -> None:
        sport = self.sport.currentData()
        if sport is not None:
            self._changes.set_sport(self._rows, Sport(sport))


def when_words(row: RunRow) -> str:
    """Return the day of an activity and, where it is known, the time it began."""
    activity = row.activity
    day = wording.full_day(activity.local_date)
    if activity.precision is StartPrecision.DAY:
        return day
    clock = wall_clock(activity.started_at, activity.zone)
    return _("{day}, {time}").format(day=day, time=f"{clock:%H:%M}")
