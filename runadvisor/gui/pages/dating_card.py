"""Files without times: the runner says when each was run, and it comes in."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.models.import_problems import problem_place
from runadvisor.gui.theme import scaled
from runadvisor.gui.typed_numbers import typed_time_s
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.day_edit import DayEdit
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.language import _, ngettext
from runadvisor.sources.choices import Dating
from runadvisor.sources.place import Place
from runadvisor.training_load.runs import FASTEST_RUN_M_PER_S

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from runadvisor.sources.import_report import ImportProblem

FORMS_SHOWN = 6
DAY_PX, TIME_PX = 170, 150
_CLOCKS = ("%H:%M", "%H.%M", "%I:%M %p", "%I %p")


class DatingCard(Card):
    """One short form for each file."""

    dated = Signal(object, object)
    """The place of a file, and when it was run."""

    def __init__(self, problems: Sequence[ImportProblem], today: date) -> None:
        """Show a form for each of the first files; the others follow once these are in."""
        super().__init__(padding=(24, 20))
        self.forms = [DatingForm(problem, today) for problem in problems[:FORMS_SHOWN]]
        title = ngettext(
            "{number} file does not say when", "{number} files do not say when", len(problems)
        )
        top = QHBoxLayout()
        words = title.format(number=wording.number(len(problems)))
        top.addWidget(Label(words, size=16, weight=600))
        top.addStretch()
        top.addWidget(Label(_("What you never ran, just leave."), size=12, tone="muted"))
        self.body.addLayout(top)
        for form in self.forms:
            form.dated.connect(partial(self.dated.emit, form.place))
            self.body.addWidget(hairline())
            self.body.addWidget(form)
        left = len(problems) - len(self.forms)
        if left:
            more = ngettext(
                "{number} more file is asked about after these.",
                "{number} more files are asked about after these.",
                left,
            )
            self.body.addWidget(Label(more.format(number=wording.number(left)), tone="muted"))


class DatingForm(QWidget):
    """The day of one file, and what else the runner knows."""

    dated = Signal(object)

    def __init__(self, problem: ImportProblem, today: date, parent: QWidget | None = None) -> None:
        """Ask; what the file tells itself is not asked."""
        super().__init__(parent)
        self.place = Place(problem.path, problem.member)
        way_m = problem.reason.values.get("way_m")
        self._way_m = way_m if isinstance(way_m, float) else None
        name = problem_place(problem).replace("\n", " ")
        self.day = DayEdit(_("Day of {file}").format(file=name))
        self.day.set_latest(today)
        self.day.show_day(today)
        self.day.setMinimumWidth(scaled(DAY_PX))
        self.start = _line(_("Start of {file}").format(file=name), _("like 7:30, if known"))
        self.duration = _line(_("Duration of {file}").format(file=name), _("like 52:10"))
        self.duration.setVisible(self._way_m is not None)
        self.add = Button(_("Import"))
        self.add.setAccessibleDescription(name)
        self.add.clicked.connect(lambda: self.dated.emit(self.dating()))
        self.said = Label(size=12, tone="muted", wrap=True)
        self.start.textChanged.connect(self._check)
        self.duration.textChanged.connect(self._check)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(name, weight=600, wrap=True))
        column.addWidget(Label(wording.sentence(problem.reason), wrap=True))
        column.addLayout(self._fields())
        column.addWidget(self.said)
        self._check()

    def dating(self) -> Dating:
        """Return what was typed."""
        return Dating(
            day=self.day.day,
            start=typed_clock(self.start.text()),
            duration_s=typed_time_s(self.duration.text()),
        )

    def _fields(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for words, field in ((_("Day"), self.day), (_("Start"), self.start)):
            row.addWidget(Label(words, weight=500))
            row.addWidget(field)
        if self._way_m is not None:
            row.addWidget(Label(_("Duration"), weight=500))
            row.addWidget(self.duration)
        row.addWidget(self.add)
        row.addStretch()
        return row

    def _check(self) -> None:
        words = self._unreadable()
        self.add.setEnabled(not words)
        self.said.setText(words or self._known())

    def _unreadable(self) -> str:
        if self.start.text().strip() and typed_clock(self.start.text()) is None:
            return _("The start is a time of day, like 7:30 or 18:05.")
        if self.duration.text().strip() and typed_time_s(self.duration.text()) is None:
            return _("The duration is a time, like 52:10 or 1:05:00.")
        return ""

    def _known(self) -> str:
        if self._way_m is None:
            return ""
        seconds = typed_time_s(self.duration.text())
        if seconds is None:
            return _("Without a duration it counts by its distance alone.")
        if self._way_m > FASTEST_RUN_M_PER_S * seconds:
            return _("That is faster than anyone runs: is the duration right?")
        return _("{distance} in {time} is {pace}.").format(
            distance=wording.distance(self._way_m),
            time=wording.duration(seconds),
            pace=wording.pace(seconds / self._way_m * 1000),
        )


def typed_clock(text: str) -> time | None:
    """Return the time of day that was typed; ``None`` for what is none."""
    for clock in _CLOCKS:
        try:
            return datetime.strptime(text.strip(), clock).time()  # noqa: DTZ007 - a wall clock
        except ValueError:
            continue
    return None


def _line(name: str, example: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(example)
    line.setFixedWidth(scaled(TIME_PX))
    line.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return line
