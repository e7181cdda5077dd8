"""The parts of the import page: progress, result, questions, and what was mended."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from runadvisor import wording
from runadvisor.gui.import_words import looks, progress_words, repair_groups
from runadvisor.gui.models.import_problems import ImportProblems, problem_place
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import TierMark
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.zone_names import zone_names
from runadvisor.language import _, ngettext
from runadvisor.sources.place import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.sources.import_report import ImportProblem, ImportReport, Progress

TABLE_ROWS_SHOWN = 6
QUESTIONS_SHOWN = 12
"""A widget a row: more than that are answered after these."""
ROW_PX = 52
FILE_PX = 240
COLUMNS_CODE = "columns-unclear"
ZONE_PX = 240


class RunningCard(Card):
    """Progress, the file at hand, the time left, and a way out."""

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__(padding=(24, 20))
        self._words = Label(size=16, weight=600, tabular=True)
        self._file = Label(size=13, tone="muted")
        self._left = Label(size=13, tone="muted", tabular=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress of the import"))
        self.cancel = Button(_("Cancel"))
        self.cancel.setToolTip(_("Stop now; what is in stays in."))
        top = QHBoxLayout()
        top.addWidget(self._words, 1)
        top.addWidget(self.cancel)
        bottom = QHBoxLayout()
        bottom.addWidget(self._file, 1)
        bottom.addWidget(self._left)
        self.body.addLayout(top)
        self.body.addWidget(self._bar)
        self.body.addLayout(bottom)
        self.hide()

    def start(self) -> None:
        """Show that files are counted."""
        self._words.setText(_("Looking at what is there …"))
        self._file.setText("")
        self._left.setText("")
        self._bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.show()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        # Bytes move the bar where there are any: one file of an export may be most of it.
        done, total = (
            (progress.bytes_done // 1024, progress.bytes_total // 1024)
            if progress.bytes_total > 1024  # noqa: PLR2004 - one kilobyte, the unit of the bar
            else (progress.files_done, progress.files_total)
        )
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._words.setText(progress_words(progress))
        self._file.setText(progress.name)
        left_s = progress.left_s
        self._left.setText(
            "" if left_s is None else _("{time} left").format(time=wording.time_left(left_s))
        )

    def is_stopping(self) -> None:
        """Show that the cancel was heard: the file at hand is still finished."""
        self.cancel.setEnabled(False)
        self._left.setText(_("stopping after this file …"))


class QuestionsCard(Card):
    """Lists that leave something open, each with its answers as buttons."""

    answered = Signal(object, str)
    """The place of a list, and the mapping that answers."""
    columns_wanted = Signal(object)
    """The place of a list whose columns are to be chosen."""

    def __init__(self, problems: Sequence[ImportProblem]) -> None:
        """Show the questions of each list."""
        super().__init__(padding=(24, 20))
        lists = [list(asked) for _key, asked in groupby(problems, key=_place_of)]
        title = ngettext(
            "{number} list needs a word from you", "{number} lists need a word from you", len(lists)
        )
        top = QHBoxLayout()
        top.addWidget(Label(title.format(number=wording.number(len(lists))), size=16, weight=600))
        top.addStretch()
        note = Label(_("Nothing of them is imported until you say it."), size=12, tone="muted")
        top.addWidget(note)
        self.body.addLayout(top)
        for asked in lists[:QUESTIONS_SHOWN]:
            self.body.addWidget(hairline())
            self.body.addLayout(self._row(asked))
        if len(lists) > QUESTIONS_SHOWN:
            more = ngettext(
                "{number} more list is asked about after these.",
                "{number} more lists are asked about after these.",
                len(lists) - QUESTIONS_SHOWN,
            )
            words = more.format(number=wording.number(len(lists) - QUESTIONS_SHOWN))
            self.body.addWidget(Label(words, tone="muted"))

    def _row(self, asked: Sequence[ImportProblem]) -> QHBoxLayout:
        place = _place_of(asked[0])
        row = QHBoxLayout()
        row.setSpacing(16)
        name, *within = problem_place(asked[0]).split("\n")
        file = QVBoxLayout()
        file.setSpacing(1)
        file.addWidget(Label(name, weight=600, wrap=True))
        for line in within:
            file.addWidget(Label(line, size=12, tone="muted", wrap=True))
        file.addStretch()
        holder = QWidget()
        holder.setFixedWidth(scaled(FILE_PX))
        file.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(file)
        row.addWidget(holder)
        sentences = QVBoxLayout()
        for problem in asked:
            sentences.addWidget(Label(wording.sentence(problem.reason), wrap=True))
        row.addLayout(sentences, 1)
        # One answer settles one question: with several the columns page takes them together.
        if len(asked) == 1 and asked[0].code != COLUMNS_CODE:
            for answer in asked[0].answers:
                button = Button(wording.sentence(answer.label), small=True)
                button.setAccessibleDescription(name)
                button.clicked.connect(
                    lambda _checked=False, said=answer.mapping: self.answered.emit(place, said)
                )
                row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        choose = Button(_("Choose the columns …"), small=True)
        choose.setAccessibleDescription(name)
        choose.clicked.connect(lambda: self.columns_wanted.emit(place))
        row.addWidget(choose, alignment=Qt.AlignmentFlag.AlignTop)
        return row


class HomeZoneCard(Card):
    """Asks once where the runner lives, the computer's zone at hand."""

    answered = Signal(str)

    def __init__(self, at_home: int, zone: str) -> None:
        """Ask.

        Args:
            at_home: How many activities name no time zone.
            zone: The one that was taken for them.
        """
        super().__init__(padding=(24, 20))
        self.body.addWidget(Label(_("Where do you live?"), size=16, weight=600))
        words = ngettext(
            "{number} activity names no time zone. It was placed in {zone}, as this computer is "
            "set. Your days and weeks follow from it.",
            "{number} activities name no time zone. They were placed in {zone}, as this computer "
            "is set. Your days and weeks follow from it.",
            at_home,
        )
        text = words.format(number=wording.number(at_home), zone=zone)
        self.body.addWidget(Label(text, wrap=True))
        zones = sorted({zone, *(name for name in zone_names() if "/" in name)})
        self.zone = Choice([(name, name.replace("_", " ")) for name in zones], name=_("Home zone"))
        self.zone.choose(zone)
        self.zone.setFixedWidth(scaled(ZONE_PX))
        self.zone.setMaxVisibleItems(16)
        self.answer = Button(_("This is my home zone"))
        self.answer.clicked.connect(lambda: self.answered.emit(str(self.zone.currentData())))
        row = QHBoxLayout()
        row.addWidget(self.zone)
        row.addWidget(self.answer)
        row.addStretch()
        self.body.addLayout(row)


def summary_card(report: ImportReport, sentence: str) -> Card:
    """Return the sentence of an import, and its four counts."""
    card = Card(padding=(24, 20))
    top = QHBoxLayout()
    top.setSpacing(14)
    top.addWidget(TierMark(None, 26))
    top.addWidget(Label(sentence, size=19, weight=600, wrap=True), 1)
    card.body.addLayout(top)
    card.body.addSpacing(8)
    row = QHBoxLayout()
    for number, title, words in (
        (report.added, _("added"), _("new in your history")),
        (report.duplicates + report.merged, _("counted once"), _("there already, or in two files")),
        (len(report.repairs), _("mended"), _("or assumed, and said below")),
        (looks(report), _("need a look"), _("not counted")),
    ):
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(Label(wording.number(number), size=26, weight=600, tabular=True))
        column.addWidget(Label(title, weight=600))
        column.addWidget(Label(words, size=12, tone="muted"))
        row.addLayout(column, 1)
    card.body.addLayout(row)
    return card


def problems_card(problems: Sequence[ImportProblem]) -> Card:
    """Return the files and rows that need a look, as a table."""
    number = len(problems)
    card = Card(padding=(24, 20))
    top = QHBoxLayout()
    title = ngettext("{number} needs a look", "{number} need a look", number)
    top.addWidget(Label(title.format(number=wording.number(number)), size=16, weight=600))
    top.addStretch()
    note = Label(_("Nothing is deleted or changed in your files."), size=12, tone="muted")
    top.addWidget(note)
    card.body.addLayout(top)
    table = QTableView()
    model = ImportProblems()
    model.setParent(table)
    model.show(problems)
    table.setModel(model)
    table.setAccessibleName(_("Files that need a look"))
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(scaled(ROW_PX))
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.setColumnWidth(0, scaled(FILE_PX + 20))
    shown = min(number, TABLE_ROWS_SHOWN)
    table.setFixedHeight(table.horizontalHeader().sizeHint().height() + shown * scaled(ROW_PX) + 4)
    card.body.addWidget(table)
    return card


def repairs_card(report: ImportReport, show_all: Button) -> Card:
    """Return what was mended or assumed, by kind, each with an example."""
    card = Card(padding=(24, 20))
    number = len(report.repairs)
    title = ngettext("{number} was mended or assumed", "{number} were mended or assumed", number)
    top = QHBoxLayout()
    top.addWidget(Label(title.format(number=wording.number(number)), size=16, weight=600))
    top.addStretch()
    top.addWidget(show_all)
    card.body.addLayout(top)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(2, 1)
    for row, (times, what, example) in enumerate(repair_groups(report.repairs)):
        count = Label(wording.number(times), weight=600, tabular=True)
        grid.addWidget(count, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(what), row, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(example, tone="muted", wrap=True), row, 2)
    card.body.addLayout(grid)
    return card


def _place_of(problem: ImportProblem) -> Place:
    return Place(problem.path, problem.member)
