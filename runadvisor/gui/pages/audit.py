"""The audit: all years on one timeline, with honest counts, and the same as a table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QWidget

from runadvisor import wording
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.gui.models.audit_table import PLACE_ROLE, AuditTable
from runadvisor.gui.widgets.audit_timeline import AuditTimeline
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import Page
from runadvisor.gui.widgets.tier_legend import tier_legend
from runadvisor.language import _
from runadvisor.warning.audit_counts import yearly_counts

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from runadvisor.advisor import Advice
    from runadvisor.charts.audit import AuditPlace
    from runadvisor.gui.workspace import Workspace

ALL_YEARS = 0
CHART_PX, TABLE_PX, ROW_PX = 260, 240, 30


class AuditPage(Page):
    """The whole history: what the rules saw, pain and injuries under it."""

    key = "audit"
    rail_key = "warnings"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading(
            _("Audit of all years"),
            _("What the rules saw, and what you wrote down. Not that one led to the other."),
        )
        self._advice: Advice | None = None
        back = Button(_("Back to warnings"), icon="chevron-left")
        back.clicked.connect(lambda: self.go_to.emit("warnings"))
        self.add_action(back)
        self.earlier = Button("", icon="chevron-left", small=True)
        self.earlier.setAccessibleName(_("A year earlier"))
        self.earlier.clicked.connect(lambda: self._step(1))
        self.years = Choice([(ALL_YEARS, _("All years"))], name=_("Years shown"))
        self.years.currentIndexChanged.connect(lambda _at: self._show_years())
        self.later = Button("", icon="chevron-right", small=True)
        self.later.setAccessibleName(_("A year later"))
        self.later.clicked.connect(lambda: self._step(-1))
        self.chart = AuditTimeline(workspace, height_px=CHART_PX, name=_("Timeline of the audit"))
        self.chart.picked.connect(self._open)
        self.counts = Card(_("Counted"))
        self.table = QTableView()
        self.model = AuditTable()
        self._make_table()
        self._arrange()

    def show_advice(self, advice: Advice) -> None:
        """Show the history up to the day of the advice."""
        self._advice = advice
        first = min((a.local_date for a in advice.activities), default=advice.as_of).year
        chosen = self.years.currentData()
        self.years.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.years.clear()
        self.years.addItem(_("All years"), ALL_YEARS)
        for year in range(advice.as_of.year, first - 1, -1):
            self.years.addItem(str(year), year)
        self.years.setCurrentIndex(max(self.years.findData(chosen), 0))
        self.years.blockSignals(False)  # noqa: FBT003 - as above
        self._show_years()

    def _days(self, advice: Advice) -> tuple[date, date]:
        year = self.years.currentData()
        if year == ALL_YEARS:
            begun = min((a.local_date for a in advice.activities), default=advice.as_of)
            return begun, advice.as_of
        return date(year, 1, 1), min(date(year + 1, 1, 1) - ONE_DAY, advice.as_of)

    def _step(self, step: int) -> None:
        self.years.setCurrentIndex(
            min(max(self.years.currentIndex() + step, 0), self.years.count() - 1)
        )

    def _show_years(self) -> None:
        advice = self._advice
        if advice is None:
            return
        self.later.setEnabled(self.years.currentIndex() > 0)
        self.earlier.setEnabled(self.years.currentIndex() < self.years.count() - 1)
        first, last = self._days(advice)
        said = self._show_counts(advice)
        self.chart.show_audit(advice, first, last, " ".join(said))

        def places() -> tuple[AuditPlace, ...]:
            from runadvisor.charts.audit import audit_places  # noqa: PLC0415 - start-up time

            return audit_places(advice, date.min, advice.as_of)

        def show(places: tuple[AuditPlace, ...]) -> None:
            self.chart.set_places(places)
            self.model.show([place for place in places if first <= place.date <= last])

        self.workspace.run(places, show, owner=self)

    def _show_counts(self, advice: Advice) -> list[str]:
        """Say the counts of the years shown, and return them."""
        while self.counts.body.count() > 1:
            item = self.counts.body.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        year = self.years.currentData()
        counted = yearly_counts(advice.raised, sessions=advice.load.sessions, diary=advice.diary)
        said = [
            wording.sentence(each.message)
            for each in reversed(counted)
            if year in {ALL_YEARS, each.year}
        ] or [_("No runs in these years.")]
        for words in said:
            self.counts.body.addWidget(Label(words, size=14, wrap=True))
        self.counts.body.addWidget(
            Label(
                _(
                    "A spike is a run of tier watch or above against the 30 days before it. Pain "
                    "counts from the day of a run to 14 days after it. A diary counts as kept "
                    "within four weeks of an entry; other runs are in no share."
                ),
                size=12,
                tone="muted",
                wrap=True,
            )
        )
        return said

    def _open(self, place: AuditPlace) -> None:
        if place.marks:
            self.warning_wanted.emit(place.marks[0].card)

    def _open_row(self, index: QModelIndex) -> None:
        self._open(index.data(PLACE_ROLE))

    def _make_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("The same as a table"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setMinimumHeight(TABLE_PX)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.activated.connect(self._open_row)

    def _arrange(self) -> None:
        timeline = Card(padding=(20, 14))
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in (self.earlier, self.years, self.later):
            row.addWidget(widget)
        row.addStretch()
        row.addLayout(tier_legend())
        timeline.body.addLayout(row)
        timeline.body.addWidget(self.chart, 1)
        timeline.body.addWidget(
            Label(
                _(
                    "Point at a day, or step with the arrow keys; a click or Enter opens the "
                    "warning. Ctrl and the wheel, or + and −, draw it nearer."
                ),
                size=12,
                tone="muted",
                wrap=True,
            )
        )
        listed = Card(_("The same as a table"))
        listed.body.addWidget(self.table)
        self.content.addWidget(timeline)
        self.content.addWidget(self.counts)
        self.content.addWidget(listed, 1)
