"""The plan: dated days, what each is for, and that no rule is broken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.gui.pages.day_menu import DayMenu
from runadvisor.gui.pages.day_panel import DayPanel
from runadvisor.gui.pages.plan_check import PlanCheck
from runadvisor.gui.pages.plan_wishes import WishesDialog, goal_words
from runadvisor.gui.plan_export import FORMS, write_plan
from runadvisor.gui.theme import text_scale
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.message_bar import MessageBar
from runadvisor.gui.widgets.page import Page
from runadvisor.gui.widgets.plan_grid import PlanGrid
from runadvisor.gui.widgets.stop_card import StopCard
from runadvisor.gui.workspace import DEFAULT_WEEKS
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from runadvisor.advisor import Advice
    from runadvisor.domain.plan import LockedDay, PlannedDay, TrainingPlan
    from runadvisor.gui.workspace import Workspace

MOST_WEEKS = 12
BESIDE_PX = 880
"""From this width on, at 100 % text size, the chosen day stands beside the weeks."""


class PlanPage(Page):
    """The calendar on the left, the chosen day on the right."""

    key = "plan"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading(_("Plan"))
        self._advice: Advice | None = None
        self._chosen: date | None = None
        self._weeks = Choice(
            [
                (n, ngettext("{number} week", "{number} weeks", n).format(number=n))
                for n in range(1, MOST_WEEKS + 1)
            ],
            name=_("Weeks planned"),
        )
        self._weeks.choose(DEFAULT_WEEKS)
        self._weeks.currentIndexChanged.connect(
            lambda _at: workspace.set_weeks(self._weeks.currentData())
        )
        self.wishes_button = Button(_("Goal and days"))
        self.wishes_button.setProperty("menu", "true")
        self.wishes_button.clicked.connect(self._ask_wishes)
        self.undo_stack = QUndoStack(self)
        redraft = Button(_("Redraft"))
        redraft.setToolTip(_("Draft the weeks anew; days you locked stay"))
        redraft.clicked.connect(workspace.refresh)
        printing = Button(_("Print plan"), role="primary", icon="print")
        printing.clicked.connect(lambda: self.go_to.emit("print"))
        export = self._export_button()
        self._plan_actions = (self._weeks, self.wishes_button, redraft, export)
        undoing = self._undo_buttons()
        for widget in (self._weeks, self.wishes_button, *undoing, redraft, export, printing):
            self.add_action(widget)
        self.grid = PlanGrid()
        self.grid.chosen.connect(self._show_day)
        self.grid.swapped.connect(self._swap)
        self.grid.menu_wanted.connect(self._show_menu)
        self.panel = DayPanel(workspace.catalog)
        self.panel.changed.connect(self._set_day)
        self.panel.unlocked.connect(self._unlock)
        self.check = PlanCheck(workspace)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.grid, 1)
        left.addWidget(self.check)
        self.stop = StopCard()
        self.saved = MessageBar()
        self._weeks_shown = self._beside_panel(left)
        self.content.addWidget(self.saved)
        self.content.addWidget(self.stop)
        self.content.addWidget(self._weeks_shown, 1)
        self.content.addStretch()

    def forget(self) -> None:
        """Have nothing to undo in the plan of another history."""
        self.undo_stack.clear()

    def own_steps(self) -> QUndoStack:
        """Return the changes of the plan by hand: Undo means them here."""
        return self.undo_stack

    def _beside_panel(self, left: QVBoxLayout) -> QWidget:
        shown = QWidget()
        self._sides = QHBoxLayout(shown)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(16)
        self._sides.addLayout(left, 5)
        self._sides.addWidget(self.panel, 2)
        return shown

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the chosen day under the weeks where large text leaves no room beside them."""
        super().resizeEvent(event)
        is_beside = self.width() >= BESIDE_PX * text_scale()
        self._sides.setDirection(
            QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        )

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
            self.set_heading(_("Plan"), _("There is no plan for now"))
            return
        period = wording.long_day_range(plan.days[0].date, plan.days[-1].date)
        kept = (
            _("{period} · cannot keep every rule")
            if plan.breaches
            else _("{period} · follows every rule")
        )
        self.set_heading(_("Plan"), kept.format(period=period))
        self.wishes_button.setText(goal_words(self.workspace.wishes.goal))
        self.grid.show_weeks(week_rows(advice), today=advice.as_of, chosen=self._day_to_show(plan))
        self.check.show_plan(advice)

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
            self._push(changed, _("change of {day}").format(day=wording.long_day(wish.date)))

    def _swap(self, one: date, other: date) -> None:
        desk, advice = self.workspace.desk, self._advice
        if desk is not None and advice is not None:
            self._chosen = other
            changed = desk.with_swap(advice.plan, one, other)
            self._push(changed, _("move to {day}").format(day=wording.long_day(other)))

    def _unlock(self, day: date) -> None:
        advice = self._advice
        if advice is not None:
            days = tuple(
                replace(each, is_locked=False) if each.date == day else each
                for each in advice.plan.days
            )
            words = _("unlock {day}").format(day=wording.long_day(day))
            self._push(replace(advice.plan, days=days), words)

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
        stack, standard = self.undo_stack, QKeySequence.StandardKey
        for words, tip, key, act, can in (
            (
                *(_("Undo the last change of the plan"), _("Undo ({keys})")),
                *(standard.Undo, "undo", stack.canUndoChanged),
            ),
            (
                *(_("Redo the last change of the plan"), _("Redo ({keys})")),
                *(standard.Redo, "redo", stack.canRedoChanged),
            ),
        ):
            button = Button("", icon=act)
            button.setAccessibleName(words)
            keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(tip.format(keys=keys))
            button.setEnabled(False)
            button.clicked.connect(getattr(self.undo_stack, act))
            can.connect(button.setEnabled)
            made.append(button)
        return made[0], made[1]

    def _show_day(self, day: date) -> None:
        self._chosen = day
        planned = self._planned(day)
        if planned is not None and self._advice is not None:
            self.panel.show_day(planned, self._advice.plan)

    def _planned(self, day: date | None) -> PlannedDay | None:
        days = () if self._advice is None else self._advice.plan.days
        return next((one for one in days if one.date == day), None)

    def _show_menu(self, place: QPoint) -> None:
        planned = self._planned(self._chosen)
        if planned is not None:
            menu = DayMenu(planned, self.grid)
            menu.changed.connect(self._set_day)
            menu.unlocked.connect(self._unlock)
            menu.popup(place)

    def _export_button(self) -> Button:
        button = Button(_("Export"), icon="export")
        button.setProperty("menu", "true")
        menu = QMenu(button)
        for words, suffix, file_filter in FORMS:
            menu.addAction(_(words)).triggered.connect(
                lambda _on=False, suffix=suffix, kind=file_filter: self._export(suffix, _(kind))
            )
        button.setMenu(menu)
        return button

    def _export(self, suffix: str, file_filter: str) -> None:
        advice = self._advice
        if advice is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _chosen = QFileDialog.getSaveFileName(
            self, _("Save the plan"), f"{folder}/runadvisor-plan.{suffix}", file_filter
        )
        if name:
            path = Path(name).with_suffix(f".{suffix}")
            catalog = self.workspace.catalog
            self.workspace.run(lambda: write_plan(path, advice, catalog), self._say_saved)

    def _say_saved(self, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        self.saved.say(
            _("The plan is saved as {path}.").format(path=path),
            action=(_("Open its folder"), lambda: _open(folder)),
        )


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


def _open(folder: QUrl) -> None:
    QDesktopServices.openUrl(folder)
