"""What is behind the numbers of an activity: warnings, notes, laps, sources, repairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from runadvisor import wording
from runadvisor.domain.activity import StartPrecision
from runadvisor.gui.models.lap_table import LapTable
from runadvisor.gui.run_notes import run_notes
from runadvisor.gui.source_words import source_name, source_place
from runadvisor.gui.theme import text_scale
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.evidence import TONES, TierMark
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.page import clear
from runadvisor.history.local_day import wall_clock
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from runadvisor.domain.activity import Recording
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.gui.run_changes import RunChanges
    from runadvisor.gui.run_rows import RunRow
    from runadvisor.history.store import Detail

LAP_PX = 24


class RunOrigin(QWidget):
    """Sections under the numbers, each there only where it has something to say."""

    warning_wanted = Signal(object)

    def __init__(self, changes: RunChanges, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._changes = changes
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_row(self, row: RunRow) -> None:
        """Show what a row tells by itself."""
        clear(self._column)
        self._show_warnings(row)
        self._show_notes(row)

    def show_detail(self, row: RunRow, detail: Detail) -> None:
        """Show all of it."""
        self.show_row(row)
        if len(detail.laps) > 1:
            self._section(_("Laps"))
            self._column.addWidget(_lap_view(detail))
        can_part = len(detail.recordings) > 1 and not detail.is_deleted
        self._section(_("Where it came from"))
        for recording_id, recording in detail.recordings:
            self._column.addLayout(self._source(recording, recording_id if can_part else None))
            if (itself := detail.as_recorded.get(recording_id)) is not None:
                self._column.addWidget(Label(_clock_words(itself, detail), size=12, wrap=True))
        mended = dict.fromkeys(
            wording.sentence(note)
            for _key, recording in detail.recordings
            for note in recording.mended
        )
        if mended:
            self._section(_("Mended or assumed on import"))
            for words in mended:
                self._column.addWidget(Label(words, wrap=True))

    def _show_warnings(self, row: RunRow) -> None:
        if row.warnings:
            self._section(_("Said of it"))
        for warning in row.warnings:
            self._column.addLayout(self._warning(warning))

    def _show_notes(self, row: RunRow) -> None:
        notes = run_notes(row.activity)
        if notes:
            self._section(_("Good to know of its numbers"))
        for words in notes:
            self._column.addWidget(Label(words, wrap=True))
        if row.activity.notes:
            self._section(_("Your notes"))
            self._column.addWidget(Label(row.activity.notes, wrap=True))

    def _section(self, title: str) -> None:
        self._column.addWidget(hairline())
        self._column.addWidget(Label(title, size=12, weight=600, tone="muted"))

    def _warning(self, warning: TrainingWarning) -> QHBoxLayout:
        title = wording.sentence(warning.title)
        word = wording.tier_word(warning.tier)
        why = Button(_("Why?"), role="quiet", small=True)
        why.setAccessibleName(_("Why: {title}").format(title=title))
        why.clicked.connect(lambda: self.warning_wanted.emit(warning))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(TierMark(warning.tier, 12))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, weight=500, wrap=True))
        words.addWidget(Label(word, size=12, weight=600, tone=TONES[warning.tier]))
        row.addLayout(words, 1)
        row.addWidget(why)
        return row

    def _source(self, recording: Recording, can_part: int | None) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(source_name(recording.source.format), weight=500))
        said = [source_place(recording.source)]
        if recording.points:
            said.append(
                ngettext(
                    "track of {number} point", "track of {number} points", recording.points
                ).format(number=wording.number(recording.points))
            )
        said.append(wording.distance(recording.distance_m) if recording.distance_m else "")
        place = Label(" · ".join(part for part in said if part), size=12, tone="muted", wrap=True)
        place.setToolTip(recording.source.path)
        words.addWidget(place)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        if can_part is not None:
            part = Button(_("Take apart"), small=True)
            part.setToolTip(_("Make it an activity of its own; Undo joins them again"))
            part.clicked.connect(lambda: self._changes.take_apart(can_part))
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _clock_words(itself: Recording, detail: Detail) -> str:
    """Return what a recording says of its start, where its clock was put right."""
    start = itself.local_start
    if itself.started_at is not None:
        start = wall_clock(itself.started_at, detail.activity.zone)
    if start is None or itself.precision is StartPrecision.DAY:
        return _("Its clock was put right by you.")
    return _("Its clock was put right by you: it says {day}, {time} itself.").format(
        day=wording.full_day(start.date()), time=f"{start:%H:%M}"
    )


def _lap_view(detail: Detail) -> QTableView:
    table = LapTable()
    table.show(detail.laps)
    view = QTableView()
    table.setParent(view)
    view.setModel(table)
    view.setAccessibleName(_("Laps"))
    view.setObjectName("laps")
    view.setShowGrid(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(round(LAP_PX * text_scale()))
    header = view.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for narrow in (0, table.columnCount() - 1):
        header.setSectionResizeMode(narrow, QHeaderView.ResizeMode.ResizeToContents)
    view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTabKeyNavigation(False)
    rows = len(detail.laps) * round(LAP_PX * text_scale())
    view.setFixedHeight(rows + view.horizontalHeader().sizeHint().height() + 2)
    return view
