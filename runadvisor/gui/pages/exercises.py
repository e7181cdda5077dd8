"""Exercises: all that may be done now, the drawing first, and a box to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from runadvisor import wording
from runadvisor.domain.exercise import BodyPart, Equipment, ExerciseLimits, GoodFor
from runadvisor.gui.pages.exercise_detail import ExerciseDetail
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button, Segmented, on_button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.exercise_grid import ExerciseGrid, Section
from runadvisor.gui.widgets.feel_mark import FeelMark
from runadvisor.gui.widgets.filter_button import FilterButton
from runadvisor.gui.widgets.flow import FlowLayout
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import Page
from runadvisor.gui.widgets.search_field import SearchField
from runadvisor.plan.exercises import allowed_exercises, block_exercises

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runadvisor.advisor import Advice
    from runadvisor.domain.exercise import ExerciseDone
    from runadvisor.domain.knowledge import Exercise
    from runadvisor.gui.workspace import Workspace
    from runadvisor.plan.exercises import ExerciseOffer

ALL = "all"
MAIN_BLOCK = "hip-core-25"
BLOCKS = (
    (MAIN_BLOCK, "Hip & core 25"),
    ("front-hip-rebuild", "Front-hip rebuild"),
    ("outer-hip-leap", "Outer-hip"),
)
"""Template or family of templates, and the word on its segment."""
SEARCH_PX = 200


class ExercisesPage(Page):
    """The library, the blocks, and what was done today."""

    key = "exercises"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page; its cards are made ahead, one by one."""
        super().__init__(workspace, parent)
        self.set_heading("Exercises")
        self._advice: Advice | None = None
        self._limits = ExerciseLimits()
        self._offer: ExerciseOffer | None = None
        self._done: tuple[ExerciseDone, ...] = ()
        self._scrolled_px = 0
        exercises = workspace.catalog.exercises
        self.search = SearchField("Find an exercise", name="Find an exercise")
        self.search.setFixedWidth(scaled(SEARCH_PX))
        self.search.textChanged.connect(lambda _: self._search())
        self.search.list_wanted.connect(self._go_to_first)
        self.primary = Button(self._start_words(), role="primary")
        self.primary.clicked.connect(self._do_primary)
        self.add_action(self.search)
        self.add_action(self.primary)
        blocks = [(key, on_button(words)) for key, words in BLOCKS]
        self.which = Segmented([(ALL, f"All {len(exercises)}"), *blocks])
        self.which.chosen.connect(lambda _: self._refresh())
        self.filters = {
            "body_parts": FilterButton("Body part", BodyPart),
            "good_for": FilterButton("Good for", GoodFor),
            "equipment": FilterButton("Equipment", Equipment),
        }
        for button in self.filters.values():
            button.changed.connect(self._refresh)
        self.adherence = Label(tone="muted")
        self._count = Label(tone="muted")
        self.grid = ExerciseGrid(workspace.catalog)
        self.grid.opened.connect(self.open_exercise)
        self.grid.ticked.connect(self._tick)
        self.detail = ExerciseDetail(workspace.catalog)
        self.detail.left.connect(self.show_all)
        self.detail.ticked.connect(self._tick)
        self._withheld = Card(padding=(24, 20))
        self._withheld_words = Label(size=16, weight=600, wrap=True)
        self._withheld.body.addWidget(self._withheld_words)
        self._withheld.body.addWidget(
            Label("The overview says what to do first.", tone="muted", wrap=True)
        )
        self._nothing = Label("Nothing matches. Take a filter away.", size=14, tone="muted")
        self._wait = Label("Reading your history …", size=14, tone="muted")
        self._arrange()
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.search.setFocus)
        workspace.opened.connect(self._has_opened)
        workspace.exercises_changed.connect(self._has_done)

    def show_advice(self, advice: Advice) -> None:
        """Take what bars exercises now, and ask what was ticked."""
        self._advice = advice
        self._limits = advice.restrictions.exercise_limits
        self._offer = allowed_exercises(self.workspace.catalog, self._limits)
        self.workspace.read_exercises()
        self.grid.make_ahead()
        self._refresh()

    def showEvent(self, event) -> None:  # noqa: ANN001, N802 - Qt's signature
        """Show what was waiting to be looked at."""
        super().showEvent(event)
        self._refresh()

    def open_exercise(self, exercise_id: str) -> None:
        """Show one exercise in full."""
        if self._offer is None:
            return
        self.detail.show_exercise(
            self.workspace.catalog.exercises[exercise_id],
            self._offer,
            is_done=exercise_id in self._done_today(),
        )
        self._scrolled_px = self._scroll().value()
        self._show_part(self.detail)
        self._scroll().setValue(0)
        self.detail.back.setFocus()

    def show_all(self) -> None:
        """Go back to the cards, to the one that was open."""
        self._show_part(self._library)
        if self.detail.exercise_id is not None:
            self.grid.focus_on(self.detail.exercise_id)
        # The cards get their height back only when the layout has run.
        QTimer.singleShot(0, self, lambda: self._scroll().setValue(self._scrolled_px))

    def shown_ids(self) -> list[str]:
        """Return the exercises on the page, in order."""
        return self.grid.shown_ids()

    def _arrange(self) -> None:
        self._library = QWidget()
        column = QVBoxLayout(self._library)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        first = QHBoxLayout()
        first.addWidget(self.which)
        first.addStretch()
        first.addWidget(self.adherence)
        second = FlowLayout()
        for button in self.filters.values():
            second.addWidget(button)
        legend = QHBoxLayout()
        legend.setSpacing(6)
        legend.addWidget(FeelMark())
        legend.addWidget(Label("where you feel it", tone="muted"))
        legend.addSpacing(12)
        legend.addWidget(self._count)
        row = QHBoxLayout()
        row.addLayout(second, 1)
        row.addLayout(legend)
        column.addLayout(first)
        column.addLayout(row)
        column.addWidget(self._nothing)
        column.addWidget(self.grid)
        column.addStretch()
        # Not a stack: that would be as tall as its tallest part.
        self._parts = (self._wait, self._library, self.detail, self._withheld)
        for part in self._parts:
            self.content.addWidget(part)
        self.content.addStretch()
        self._show_part(self._wait)
        self.primary.hide()

    def _scroll(self) -> QScrollBar:
        return self.findChildren(QScrollArea)[0].verticalScrollBar()

    def _show_part(self, wanted: QWidget) -> None:
        for part in self._parts:
            part.setVisible(part is wanted)

    def _go_to_first(self) -> None:
        for exercise_id in self.shown_ids()[:1]:
            self.grid.focus_on(exercise_id)

    def _search(self) -> None:
        if self.detail.isVisible():
            self._show_part(self._library)
        self._refresh()

    def _has_opened(self) -> None:
        self._advice, self._offer, self._done = None, None, ()
        self._show_part(self._wait)
        self.primary.hide()

    def _has_done(self, done: tuple[ExerciseDone, ...]) -> None:
        self._done = done
        self._refresh()

    def _tick(self, exercise_id: str, is_done: bool) -> None:  # noqa: FBT001 - a signal's values
        if self._advice is not None:
            self.workspace.tick_exercises(self._advice.as_of, [exercise_id], is_done=is_done)

    def _done_today(self) -> set[str]:
        if self._advice is None:
            return set()
        today = self._advice.as_of
        return {one.exercise_id for one in self._done if one.date == today}

    def _refresh(self) -> None:
        if self._advice is None or self._offer is None or not self.isVisible():
            return
        done = self._done_today()
        self._say_heading(len(done))
        if self._offer.withheld is not None:
            self._withheld_words.setText(wording.sentence(self._offer.withheld))
            self._show_part(self._withheld)
        elif self._withheld.isVisible() or self._wait.isVisible():
            self._show_part(self._library)
        sections = self._sections()
        number = len({e.exercise_id for section in sections for e in section.exercises})
        self._count.setText(f"{number} match" if number != 1 else "1 matches")
        self._nothing.setVisible(not number)
        self.grid.show_sections(sections, self._offer, done=done)
        if self.detail.exercise_id is not None:
            self.detail.show_tick(is_done=self.detail.exercise_id in done)
        self._say_primary(done)

    def _sections(self) -> list[Section]:
        catalog = self.workspace.catalog
        which = self.which.current()
        if which == ALL:
            return [Section(title="", note="", exercises=self._passing(catalog.exercises))]
        templates = [t for t in catalog.templates.values() if which in {t.template_id, t.family}]
        return [
            Section(
                title=template.stage[:1].upper() + template.stage[1:],
                note=f"{template.minutes} min · {template.note}",
                exercises=self._passing(block_exercises(template, catalog, self._limits)),
            )
            for template in templates
        ]

    def _passing(self, exercise_ids: Iterable[str]) -> tuple[Exercise, ...]:
        exercises = (self.workspace.catalog.exercises[key] for key in exercise_ids)
        return tuple(exercise for exercise in exercises if self._passes(exercise))

    def _passes(self, exercise: Exercise) -> bool:
        for field, button in self.filters.items():
            wanted = button.chosen()
            if wanted and not wanted & set(getattr(exercise, field)):
                return False
        words = (exercise.name, exercise.works, *exercise.body_parts, *exercise.good_for)
        text = " ".join(words).casefold()
        return all(word in text for word in self.search.text().casefold().split())

    def _say_heading(self, done: int) -> None:
        if self._advice is None or self._offer is None:
            return
        barred = len(self._offer.barred)
        parts = [
            wording.long_day(self._advice.as_of),
            f"{done} done today" if done else "none done today yet",
            f"{barred} not for now" if barred else "none barred by what you entered",
        ]
        self.set_heading("Exercises", " · ".join(parts))
        from runadvisor.plan.adherence import adherence  # noqa: PLC0415 - start-up time

        kept = adherence(self._done, self.workspace.catalog, as_of=self._advice.as_of)
        self.adherence.setText(
            ""
            if kept is None or not kept.blocks_done
            else f"{kept.blocks_done} of {kept.blocks_advised} strength blocks in four weeks"
        )

    def _start_words(self) -> str:
        return on_button(f"Start {self.workspace.catalog.templates[MAIN_BLOCK].title}")

    def _say_primary(self, done: set[str]) -> None:
        self.primary.setEnabled(True)
        if self.which.current() == ALL:
            self.primary.setText(self._start_words())
        elif set(self.shown_ids()) <= done:
            self.primary.setText("All done today")
            self.primary.setEnabled(False)
        else:
            self.primary.setText("Mark all as done")
        self.primary.setVisible(self._offer is not None and self._offer.withheld is None)

    def _do_primary(self) -> None:
        if self.which.current() == ALL:
            self.which.choose(MAIN_BLOCK)
            self._show_part(self._library)
            self._refresh()
        elif self._advice is not None:
            self.workspace.tick_exercises(self._advice.as_of, self.shown_ids(), is_done=True)
