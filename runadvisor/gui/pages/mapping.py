"""The columns of a list: guessed, explained, chosen, and shown as they would come in."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.models.first_rows import HEADINGS, REASON_COLUMN, FirstRows
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.column_choice import COLUMN_PX, ColumnChoice, column_words
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import Page, clear
from runadvisor.language import _, ngettext
from runadvisor.sources.column_mapping import NAME_OF_ROLE, ColumnMapping
from runadvisor.sources.import_report import ImportProblem
from runadvisor.sources.list_layout import Role

if TYPE_CHECKING:
    from runadvisor.advisor import Advisor
    from runadvisor.gui.workspace import Workspace
    from runadvisor.sources.list_preview import ListPreview
    from runadvisor.sources.place import Place

ROW_PX = 32
LEFT = frozenset(
    {
        *(Role.DATE, Role.TIME_OF_DAY, Role.DISTANCE, Role.MOVING_TIME, Role.ELAPSED_TIME),
        Role.ELEVATION_GAIN,
    }
)
"""In the left half of the form, with units beside them; the rest in the right one."""


class MappingPage(Page):
    """What stands in which column of one list."""

    key = "mapping"
    rail_key = "import"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page; it is empty until a list is opened."""
        super().__init__(workspace, parent)
        self.preview: ListPreview | None = None
        self.choices: dict[Role, ColumnChoice] = {}
        self.decimal: Choice | None = None
        self._first: ListPreview | None = None
        self._asked = 0
        back = Button(_("Back"), icon="chevron-left")
        back.clicked.connect(lambda: self.go_to.emit("import"))
        self.import_button = Button(_("Import like this"), role="primary")
        self.import_button.clicked.connect(self._import)
        self.add_action(back)
        self.add_action(self.import_button)
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(6)
        why = Card(padding=(24, 16))
        why.body.addWidget(Label(_("What we guess, and why"), size=16, weight=600))
        why.body.addLayout(self._reasons)
        self._form_card = Card(padding=(24, 16))
        self._form_card.body.addWidget(Label(_("What stands where"), size=16, weight=600))
        self._form = QVBoxLayout()
        self._form_card.body.addLayout(self._form)
        self.content.addWidget(why)
        self.content.addWidget(self._form_card)
        self.content.addWidget(self._rows_card())
        self.content.addStretch()
        self.set_heading(_("Choose the columns"))

    def open(self, place: Place) -> None:
        """Show a list: what is guessed, and its first rows."""
        self.preview = self._first = None
        self.import_button.setEnabled(False)
        self.set_heading(_("Choose the columns"), PurePath(place.member or place.path).name)
        self._ask(place, None)

    def mapping(self) -> ColumnMapping:
        """Return what is chosen, as ``--map`` would say it."""
        from runadvisor.sources.list_preview import chosen_columns  # noqa: PLC0415 - start-up time

        first = self._first
        if first is None:
            return ColumnMapping()
        chosen = {role: choice.chosen_column() for role, choice in self.choices.items()}
        units = {role: unit for role, c in self.choices.items() if (unit := c.chosen_unit())}
        if first.is_own_list:
            said = {r: c for r, c in chosen.items() if c is not None or r in first.columns}
        else:
            # The columns of a service are known better than anybody could say.
            said = {r: c for r, c in chosen.items() if c != first.columns.get(r)}
            units = {r: u for r, u in units.items() if u != first.units.get(r)}
            said |= {role: chosen[role] for role in units}
        mark = None if self.decimal is None else self.decimal.currentData()
        return ColumnMapping(
            columns=chosen_columns(first.header, said),
            units=units,
            decimal_mark=mark if first.is_own_list or mark != first.decimal_mark else None,
        )

    # ── asking and showing ────────────────────────────────────────────────────────────

    def _ask(self, place: Place, mapping: ColumnMapping | None) -> None:
        """Ask how the list would be imported; of several questions the last one counts."""
        self._asked += 1
        number, today = self._asked, self.workspace.today()

        def look(advisor: Advisor) -> ListPreview | ImportProblem:
            # Readers come with lxml: the window is painted before they are loaded.
            from runadvisor.intake import known_choices  # noqa: PLC0415
            from runadvisor.sources.list_preview import list_preview  # noqa: PLC0415

            choices = known_choices(advisor.history, mapping, about=place, today=today)
            return list_preview(place, choices)

        def has_answer(found: ListPreview | ImportProblem) -> None:
            if number == self._asked:
                self._show(found)

        self.workspace.ask(look, has_answer, owner=self)

    def _show(self, found: ListPreview | ImportProblem) -> None:
        if isinstance(found, ImportProblem):
            self.workspace.failed.emit(wording.sentence(found.reason))
            self.go_to.emit("import")
            return
        self.preview = found
        if self._first is None:
            self._first = found
            self._fill_form(found)
        clear(self._reasons)
        for reason in found.reasons:
            self._reasons.addWidget(Label(wording.sentence(reason), wrap=True))
        self._rows.show(found.first_rows)
        self._span_reasons()
        comes_in = len(found.first_rows) > len(self._rows.refused_rows())
        self.import_button.setEnabled(comes_in and not found.is_open)
        self._say_rows(found)

    def _say_rows(self, found: ListPreview) -> None:
        shown = len(found.first_rows)
        words = ngettext(
            "The first {shown} of {number} row, as it would come in",
            "The first {shown} of {number} rows, as they would come in",
            found.rows,
        )
        self._rows_title.setText(
            words.format(shown=wording.number(shown), number=wording.number(found.rows))
        )
        if found.is_open:
            note = _("Choose what is still open; then the list can be imported.")
        elif any(found.header):
            note = _("Kept for files with the same headings.")
        else:
            note = ""
        self._rows_note.setText(note)

    def _fill_form(self, found: ListPreview) -> None:
        clear(self._form)
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(3, 20)
        grid.setColumnStretch(6, 1)
        columns = [
            column_words(heading, number, found.samples[number - 1])
            for number, heading in enumerate(found.header, start=1)
        ]
        self.choices = {}
        rows = [0, 0]
        for role in NAME_OF_ROLE:
            choice = ColumnChoice(
                role,
                columns,
                column=found.columns.get(role),
                unit=found.units.get(role),
                has_unit=role is not Role.DATE or found.is_order_open,
            )
            choice.setParent(self)
            half = 0 if role in LEFT else 1
            choice.lay_into(grid, rows[half], 4 * half)
            rows[half] += 1
            choice.changed.connect(self._has_changed)
            self.choices[role] = choice
        self.decimal = Choice(
            [(None, _("as each column shows")), (",", _("comma: 8,5")), (".", _("point: 8.5"))],
            name=_("Decimal mark"),
        )
        self.decimal.setFixedWidth(scaled(COLUMN_PX))
        self.decimal.choose(found.decimal_mark)
        self.decimal.currentIndexChanged.connect(self._has_changed)
        label = Label(_("Decimal mark"), weight=500)
        label.setBuddy(self.decimal)
        grid.addWidget(label, rows[1], 4)
        grid.addWidget(self.decimal, rows[1], 5)
        self._form.addWidget(form)

    def _has_changed(self) -> None:
        if self._first is not None:
            self._ask(self._first.place, self.mapping())

    def _import(self) -> None:
        if self._first is not None:
            self.workspace.import_again(self._first.place, mapping=self.mapping())

    # ── the rows ──────────────────────────────────────────────────────────────────────

    def _rows_card(self) -> Card:
        card = Card(padding=(24, 16))
        self._rows_title = Label(size=16, weight=600)
        self._rows_note = Label(size=12, tone="muted")
        self._rows = FirstRows()
        self._rows.setParent(self)
        self._table = table = QTableView()
        table.setModel(self._rows)
        table.setAccessibleName(_("The first rows of the list, as they would come in"))
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(scaled(ROW_PX))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        card.body.addWidget(self._rows_title)
        card.body.addWidget(table)
        card.body.addWidget(self._rows_note)
        return card

    def _span_reasons(self) -> None:
        self._table.clearSpans()
        for row in self._rows.refused_rows():
            self._table.setSpan(row, REASON_COLUMN, 1, len(HEADINGS) - REASON_COLUMN)
        rows = max(1, self._rows.rowCount())
        head_px = self._table.horizontalHeader().sizeHint().height()
        self._table.setFixedHeight(head_px + rows * scaled(ROW_PX) + 18)
