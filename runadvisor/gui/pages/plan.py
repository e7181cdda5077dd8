"""The plan: dated days, what each is for, and that no rule is broken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QKeySequence, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.pages.day_panel import DayPanel
from runadvisor.gui.pages.plan_wishes import WishesDialog, goal_words
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import TierMark
from runadvisor.gui.widgets.figure_view import FigureView
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import Page, clear
from runadvisor.gui.widgets.plan_grid import PlanGrid
from runadvisor.gui.widgets.stop_card import StopCard
from runadvisor.gui.workspace import DEFAULT_WEEKS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.plan import LockedDay, TrainingPlan
    from runadvisor.gui.workspace import Workspace

MOST_WEEKS = 12
CHECK_PX = 124
EXPORTS = (
    ("PDF …", "pdf", "PDF (*.pdf)"),
    ("Web page …", "html", "Web page (*.html)"),
    ("Calendar …", "ics", "Calendar (*.ics)"),
    ("Plain text …", "txt", "Text (*.txt)"),
)


class PlanPage(Page):
    """The calendar on the left, the chosen day on the right."""

    key = "plan"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading("Plan")
        self._advice: Advice | None = None
        self._chosen: date | None = None
        self._weeks = Choice(
            [(n, "1 week" if n == 1 else f"{n} weeks") for n in range(1, MOST_WEEKS + 1)],
            name="Weeks planned",
        )
        self._weeks.choose(DEFAULT_WEEKS)
        self._weeks.currentIndexChanged.connect(
            lambda _: workspace.set_weeks(self._weeks.currentData())
        )
        self.wishes_button = Button("Goal: stay healthy")
        self.wishes_button.setProperty("menu", "true")
        self.wishes_button.clicked.connect(self._ask_wishes)
        self.undo_stack = QUndoStack(self)
        redraft = Button("Redraft")
        redraft.setToolTip("Draft the weeks anew; days you locked stay")
        redraft.clicked.connect(workspace.refresh)
        printing = Button("Print plan", role="primary", icon="print")
        printing.clicked.connect(lambda: self.go_to.emit("print"))
        export = self._export_button()
        self._plan_actions = (self._weeks, self.wishes_button, redraft, export)
        undoing = self._undo_buttons()
        for widget in (self._weeks, self.wishes_button, *undoing, redraft, export, printing):
            self.add_action(widget)
        self.grid = PlanGrid()
        self.grid.chosen.connect(self._show_day)
        self.grid.swapped.connect(self._swap)
        self.panel = DayPanel(workspace.catalog)
        self.panel.changed.connect(self._set_day)
        self.panel.unlocked.connect(self._unlock)
        workspace.opened.connect(self.undo_stack.clear)
        self._check = Card(padding=(20, 12))
        self._check.setMinimumHeight(CHECK_PX)
        self._check_words = QVBoxLayout()
        self._chart = FigureView(workspace, height_px=96, name="Weeks before and planned")
        check_row = QHBoxLayout()
        check_row.setSpacing(24)
        check_row.addLayout(self._check_words, 1)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(Label("Weeks before and planned, km", size=12, weight=600, tone="muted"))
        right.addWidget(self._chart, 1)
        check_row.addLayout(right, 1)
        self._check.body.addLayout(check_row)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.grid, 1)
        left.addWidget(self._check)
        self.stop = StopCard()
        self._weeks_shown = self._beside_panel(left)
        self.content.addWidget(self.stop)
        self.content.addWidget(self._weeks_shown, 1)
        self.content.addStretch()

    def own_steps(self) -> QUndoStack:
        """Return the changes of the plan by hand: Undo means them here."""
        return self.undo_stack

    def _beside_panel(self, left: QVBoxLayout) -> QWidget:
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 5)
        row.addWidget(self.panel, 2)
        return shown

    def show_advice(self, advice: Advice) -> None:
        """Show the plan of the advice."""
        from runadvisor.printout.grid import week_rows  # noqa: PLC0415 - start-up time

        self._advice = advice
        plan = advice.plan
        self.stop.show_stop(plan.stopped)
        self._weeks_shown.setVisible(plan.stopped is None)
        for action in self._plan_actions:
            action.setEnabled(plan.stopped is None)
        if plan.stopped is not None:
            self.set_heading("Plan", "There is no plan for now")
            return
        period = wording.long_day_range(plan.days[0].date, plan.days[-1].date)
        kept = "follows every rule" if not plan.breaches else "cannot keep every rule"
        self.set_heading("Plan", f"{period} · {kept}")
        self.wishes_button.setText(f"Goal: {goal_words(self.workspace.wishes.goal)}")
        self.grid.show_weeks(week_rows(advice), today=advice.as_of, chosen=self._day_to_show(plan))
        self._show_check(advice)

    def _day_to_show(self, plan: TrainingPlan) -> date:
        """Return the day chosen before, else the longest run of the first week."""
        if any(day.date == self._chosen for day in plan.days) and self._chosen is not None:
            return self._chosen
        runs = [day for day in plan.days[:7] if day.distance_m]
        longest = max(runs, key=lambda day: day.distance_m or 0, default=plan.days[0])
        return longest.date

    def _set_day(self, wish: LockedDay) -> None:
        desk, advice = self.workspace.desk, self._advice
        if desk is not None and advice is not None:
            changed = desk.with_days(advice.plan, [wish])
            self._push(changed, f"change of {wording.long_day(wish.date)}")

    def _swap(self, one: date, other: date) -> None:
        desk, advice = self.workspace.desk, self._advice
        if desk is not None and advice is not None:
            self._chosen = other
            changed = desk.with_swap(advice.plan, one, other)
            self._push(changed, f"move to {wording.long_day(other)}")

    def _unlock(self, day: date) -> None:
        advice = self._advice
        if advice is not None:
            days = tuple(
                replace(each, is_locked=False) if each.date == day else each
                for each in advice.plan.days
            )
            self._push(replace(advice.plan, days=days), f"unlock {wording.long_day(day)}")

    def _push(self, changed: TrainingPlan, words: str) -> None:
        if self._advice is not None and changed != self._advice.plan:
            self.undo_stack.push(_Change(self.workspace, self._advice.plan, changed, words))

    def _ask_wishes(self) -> None:
        advice = self._advice
        if advice is None:
            return
        usual = [week.planned_m for week in advice.plan.weeks]
        dialog = WishesDialog(
            self.workspace.wishes, usual_m=max(usual), today=advice.as_of, parent=self
        )
        dialog.accepted.connect(lambda: self.workspace.set_wishes(dialog.wishes()))
        dialog.open()

    def _undo_buttons(self) -> tuple[Button, Button]:
        made: list[Button] = []
        for name, key, act, can in (
            ("Undo", QKeySequence.StandardKey.Undo, "undo", self.undo_stack.canUndoChanged),
            ("Redo", QKeySequence.StandardKey.Redo, "redo", self.undo_stack.canRedoChanged),
        ):
            button = Button("", icon=act)
            button.setAccessibleName(f"{name} the last change of the plan")
            keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{name} ({keys})")
            button.setEnabled(False)
            button.clicked.connect(getattr(self.undo_stack, act))
            can.connect(button.setEnabled)
            made.append(button)
        return made[0], made[1]

    def _show_day(self, day: date) -> None:
        self._chosen = day
        advice = self._advice
        if advice is None:
            return
        planned = next((one for one in advice.plan.days if one.date == day), None)
        if planned is not None:
            self.panel.show_day(planned, advice.plan)

    def _show_check(self, advice: Advice) -> None:
        clear(self._check_words)
        plan = advice.plan
        top = QHBoxLayout()
        top.setSpacing(8)
        if plan.breaches:
            title, tone, said = (
                "Not every rule could be kept",
                "watch",
                (*(breach.message for breach in plan.breaches[:3]), *plan.given_way[:2]),
            )
        else:
            title, tone, said = "No rule is broken", "ok", (*plan.given_way, *plan.notes)
            top.addWidget(TierMark(None, 16))
        top.addWidget(Label(title, size=14, weight=600, tone=tone))
        top.addStretch()
        self._check_words.addLayout(top)
        words = " ".join(wording.sentence(message) for message in said)
        self._check_words.addWidget(Label(words, tone="muted", wrap=True))
        self._check_words.addStretch()

        def make(palette, size_px, dpi):  # noqa: ANN001, ANN202 - MakeFigure says it
            from runadvisor.charts.plan_weeks import plan_weeks_figure  # noqa: PLC0415 - start-up time

            return plan_weeks_figure(advice, palette=palette, size_px=size_px, dpi=dpi)

        def summary() -> str:
            from runadvisor.charts.plan_weeks import plan_weeks_summary  # noqa: PLC0415 - as above

            return plan_weeks_summary(advice)

        self._chart.show_figure(make, "")
        self.workspace.run(summary, self._chart.set_summary)

    def _export_button(self) -> Button:
        button = Button("Export", icon="export")
        button.setProperty("menu", "true")
        menu = QMenu(button)
        for text, suffix, file_filter in EXPORTS:
            menu.addAction(text).triggered.connect(
                lambda _=False, suffix=suffix, kind=file_filter: self._export(suffix, kind)
            )
        button.setMenu(menu)
        return button

    def _export(self, suffix: str, file_filter: str) -> None:
        advice = self._advice
        if advice is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _ = QFileDialog.getSaveFileName(
            self, "Save the plan", f"{folder}/runadvisor-plan.{suffix}", file_filter
        )
        if name:
            path = Path(name).with_suffix(f".{suffix}")
            catalog = self.workspace.catalog
            self.workspace.run(lambda: _write(path, advice, catalog), lambda _: None)


class _Change(QUndoCommand):
    """One change of a plan by hand, and the way back."""

    def __init__(
        self, workspace: Workspace, before: TrainingPlan, after: TrainingPlan, words: str
    ) -> None:
        super().__init__(words)
        self._workspace, self._before, self._after = workspace, before, after

    def redo(self) -> None:
        self._workspace.show_plan(self._after)

    def undo(self) -> None:
        self._workspace.show_plan(self._before)


def _write(path: Path, advice: Advice, catalog: Catalog) -> None:
    """Write the plan in the form its suffix names."""
    from runadvisor.printout.html import html  # noqa: PLC0415 - start-up time
    from runadvisor.printout.ics import ics  # noqa: PLC0415
    from runadvisor.printout.sheet import plan_sheet  # noqa: PLC0415
    from runadvisor.printout.text import text  # noqa: PLC0415
    from runadvisor.printout.typeset import pdf  # noqa: PLC0415

    sheet = plan_sheet(advice, catalog)
    forms: dict[str, Callable[[], bytes]] = {
        ".pdf": lambda: pdf(sheet),
        ".html": lambda: html(sheet).encode(),
        ".txt": lambda: text(sheet).encode(),
        ".ics": lambda: ics(advice, catalog),
    }
    path.write_bytes(forms[path.suffix]())
