"""Exercises: all that may be done now, the drawing first, and a box to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from runadvisor import wording
from runadvisor.domain.exercise import BodyPart, Equipment, ExerciseLimits, GoodFor
from runadvisor.domain.text import N_
from runadvisor.gui.pages.block_dialog import BlockDialog
from runadvisor.gui.pages.exercise_detail import ExerciseDetail
from runadvisor.gui.pages.own_blocks_card import OwnBlocksCard
from runadvisor.gui.print_order import PrintOrder, What
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
from runadvisor.history.own_blocks import keep_block, move_block, remove_block
from runadvisor.language import _, ngettext
from runadvisor.plan.blocks import as_template
from runadvisor.plan.exercises import allowed_exercises, block_exercises
from runadvisor.plan.progression import next_dose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from runadvisor.advisor import Advice
    from runadvisor.domain.exercise import ExerciseDone, Feel, OwnBlock
    from runadvisor.domain.knowledge import BlockTemplate, Exercise
    from runadvisor.gui.workspace import Workspace
    from runadvisor.plan.exercises import ExerciseOffer
    from runadvisor.plan.progression import NextDose

ALL = "all"
MAIN_BLOCK = "hip-core-25"
BLOCKS = (
    (MAIN_BLOCK, N_("Hip & core 25")),
    ("front-hip-rebuild", N_("Front-hip rebuild")),
    ("outer-hip-leap", N_("Outer-hip")),
)
OWN = "own"
"""Template or family of templates, and the word on its segment."""
SEARCH_PX = 200


class ExercisesPage(Page):
    """The library, the blocks, and what was done today."""

    key = "exercises"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page; its cards are made ahead, one by one."""
        super().__init__(workspace, parent)
        self.set_heading(_("Exercises"))
        self._advice: Advice | None = None
        self._limits = ExerciseLimits()
        self._offer: ExerciseOffer | None = None
        self._done: tuple[ExerciseDone, ...] = ()
        self._scrolled_px = 0
        exercises = workspace.catalog.exercises
        self.search = SearchField(_("Find an exercise"), name=_("Find an exercise"))
        self.search.setFixedWidth(scaled(SEARCH_PX))
        self.search.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.search.textChanged.connect(lambda _text: self._search())
        self.search.list_wanted.connect(self._go_to_first)
        self.primary = Button(self._start_words(), role="primary")
        self.primary.clicked.connect(self._do_primary)
        self.add_action(self.search)
        self.add_action(self.primary)
        blocks = [(key, on_button(_(words))) for key, words in BLOCKS]
        every = _("All {number}").format(number=len(exercises))
        self.which = Segmented([(ALL, every), *blocks, (OWN, _("My own"))])
        self.which.chosen.connect(lambda _key: self._refresh())
        self.paper = Button(_("Print block"), icon="print", small=True)
        self.paper.clicked.connect(self._print)
        self.own = OwnBlocksCard()
        self.own.wanted.connect(self._ask_block)
        self.own.moved.connect(self._move_block)
        self.own.removed.connect(self._remove_block)
        self.filters = {
            "body_parts": FilterButton(_("Body part"), BodyPart),
            "good_for": FilterButton(_("Good for"), GoodFor),
            "equipment": FilterButton(_("Equipment"), Equipment),
        }
        for button in self.filters.values():
            button.changed.connect(self._refresh)
        self.adherence = Label(tone="muted")
        self._count = Label(tone="muted")
        self.grid = ExerciseGrid(workspace.catalog)
        self.grid.opened.connect(self.open_exercise)
        self.grid.ticked.connect(self._tick)
        self.grid.felt.connect(self._feel)
        self.detail = ExerciseDetail(workspace.catalog)
        self.detail.left.connect(self.show_all)
        self.detail.ticked.connect(self._tick)
        self.detail.felt.connect(self._feel)
        self._withheld = Card(padding=(24, 20))
        self._withheld_words = Label(size=16, weight=600, wrap=True)
        self._withheld.body.addWidget(self._withheld_words)
        self._withheld.body.addWidget(
            Label(_("The overview says what to do first."), tone="muted", wrap=True)
        )
        self._nothing = Label(_("Nothing matches. Take a filter away."), size=14, tone="muted")
        self._wait = Label(_("Reading your history …"), size=14, tone="muted")
        self._arrange()
        self._add_keys()
        workspace.exercises_changed.connect(self._has_done)

    def show_advice(self, advice: Advice) -> None:
        """Take what bars exercises now, and ask what was ticked."""
        self._advice = advice
        self._limits = advice.restrictions.exercise_limits
        self._offer = allowed_exercises(self.workspace.catalog, self._limits)
        self.workspace.read_exercises()
        self.grid.make_ahead()
        self._refresh()

    def forget(self) -> None:
        """Show nothing until the other history is read."""
        self._advice, self._offer, self._done = None, None, ()
        self._show_part(self._wait)
        self.primary.hide()

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
            done=self._done_today().get(exercise_id),
            step=self._steps()[exercise_id],
        )
        self._scrolled_px = self._scroll.verticalScrollBar().value()
        self._show_part(self.detail)
        self._scroll.verticalScrollBar().setValue(0)
        self.detail.back.setFocus()

    def show_all(self) -> None:
        """Go back to the cards, to the one that was open."""
        self._show_part(self._library)
        if self.detail.exercise_id is not None:
            self.grid.focus_on(self.detail.exercise_id)
        # The cards get their height back only when the layout has run.
        QTimer.singleShot(
            0, self, lambda: self._scroll.verticalScrollBar().setValue(self._scrolled_px)
        )

    def shown_ids(self) -> list[str]:
        """Return the exercises on the page, in order."""
        return self.grid.shown_ids()

    def _add_keys(self) -> None:
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setWhatsThis(_("Search exercises"))
        find.activated.connect(self.search.setFocus)

    def _arrange(self) -> None:
        self._library = QWidget()
        column = QVBoxLayout(self._library)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        first = FlowLayout()
        first.addWidget(self.which)
        first.addWidget(self.adherence)
        first.addWidget(self.paper)
        second = FlowLayout()
        for button in self.filters.values():
            second.addWidget(button)
        words = QWidget()
        legend = QHBoxLayout(words)
        legend.setContentsMargins(8, 0, 0, 0)
        legend.setSpacing(6)
        legend.addWidget(FeelMark())
        legend.addWidget(Label(_("where you feel it"), tone="muted"))
        legend.addSpacing(12)
        legend.addWidget(self._count)
        second.addWidget(words)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.own)
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

    def _has_done(self, done: tuple[ExerciseDone, ...]) -> None:
        self._done = done
        self._refresh()

    def _tick(self, exercise_id: str, is_done: bool) -> None:  # noqa: FBT001 - a signal's values
        if self._advice is not None:
            self.workspace.tick_exercises(self._advice.as_of, [exercise_id], is_done=is_done)

    def _feel(self, exercise_id: str, feel: Feel) -> None:
        if self._advice is not None:
            day = self._advice.as_of
            self.workspace.tick_exercises(day, [exercise_id], is_done=True, feel=feel)

    def _done_today(self) -> dict[str, ExerciseDone]:
        if self._advice is None:
            return {}
        today = self._advice.as_of
        return {one.exercise_id: one for one in self._done if one.date == today}

    def _steps(self) -> dict[str, NextDose]:
        """Return the next dose of every exercise; what was ticked today sets tomorrow's."""
        if self._advice is None or self._offer is None:
            return {}
        day, offer = self._advice.as_of, self._offer
        return {
            key: next_dose(
                exercise, self._done, as_of=day, pain_limit=offer.pain_limit_of(exercise)
            )
            for key, exercise in self.workspace.catalog.exercises.items()
        }

    def _ask_block(self, block: OwnBlock | None) -> None:
        if self._offer is None:
            return
        dialog = BlockDialog(block, self.workspace.catalog, self._offer, parent=self)
        dialog.accepted.connect(lambda: self._keep_block(dialog.block()))
        dialog.open()

    def _keep_block(self, block: OwnBlock) -> None:
        self.workspace.change(lambda advisor: keep_block(advisor.history, block))

    def _move_block(self, block_id: int, by: int) -> None:
        self.workspace.change(lambda advisor: move_block(advisor.history, block_id, by=by))

    def _remove_block(self, block_id: int) -> None:
        self.workspace.change(lambda advisor: remove_block(advisor.history, block_id))

    def _refresh(self) -> None:
        if self._advice is None or self._offer is None or not self.isVisible():
            return
        done = self._done_today()
        self._say_heading(len(done))
        self.paper.setVisible(bool(self._templates()))
        if self._offer.withheld is not None:
            self._withheld_words.setText(wording.sentence(self._offer.withheld))
            self._show_part(self._withheld)
        elif self._withheld.isVisible() or self._wait.isVisible():
            self._show_part(self._library)
        sections = self._sections()
        number = len({e.exercise_id for section in sections for e in section.exercises})
        self._count.setText(
            ngettext("{number} matches", "{number} match", number).format(number=number)
        )
        is_own = self.which.current() == OWN
        self.own.setVisible(is_own)
        self.own.show_blocks(self.workspace.wishes.own_blocks)
        self._nothing.setVisible(not number and not is_own)
        self.grid.show_sections(sections, self._offer, done=done, steps=self._steps())
        if self.detail.exercise_id is not None:
            self.detail.show_done(done.get(self.detail.exercise_id))
        self._say_primary(done)

    def _print(self) -> None:
        """Show the block as a page; of several stages the first."""
        for template in self._templates()[:1]:
            self.print_wanted.emit(PrintOrder(What.BLOCK, block=template))

    def _templates(self) -> list[BlockTemplate]:
        which = self.which.current()
        if which == OWN:
            return [as_template(block) for block in self.workspace.wishes.own_blocks]
        templates = self.workspace.catalog.templates.values()
        return [t for t in templates if which in {t.template_id, t.family}]

    def _sections(self) -> list[Section]:
        catalog = self.workspace.catalog
        which = self.which.current()
        if which == ALL:
            return [Section(title="", note="", exercises=self._passing(catalog.exercises))]
        return [
            Section(
                title=template.title
                if which == OWN
                else template.stage[:1].upper() + template.stage[1:],
                note=_section_note(template),
                exercises=self._passing(block_exercises(template, catalog, self._limits)),
                doses=template.doses,
            )
            for template in self._templates()
        ]

    def _passing(self, exercise_ids: Iterable[str]) -> tuple[Exercise, ...]:
        exercises = (self.workspace.catalog.exercises[key] for key in exercise_ids)
        return tuple(exercise for exercise in exercises if self._passes(exercise))

    def _passes(self, exercise: Exercise) -> bool:
        for field, button in self.filters.items():
            wanted = button.chosen()
            if wanted and not wanted & set(getattr(exercise, field)):
                return False
        purposes = map(_, (*exercise.body_parts, *exercise.good_for))
        words = (exercise.name, exercise.works, *purposes)
        text = " ".join(words).casefold()
        return all(word in text for word in self.search.text().casefold().split())

    def _say_heading(self, done: int) -> None:
        if self._advice is None or self._offer is None:
            return
        barred = len(self._offer.barred)
        parts = [
            wording.long_day(self._advice.as_of),
            _("{number} done today").format(number=done) if done else _("none done today yet"),
            _("{number} not for now").format(number=barred)
            if barred
            else _("none barred by what you entered"),
        ]
        self.set_heading(_("Exercises"), " · ".join(parts))
        from runadvisor.plan.adherence import adherence  # noqa: PLC0415 - start-up time

        kept = adherence(self._done, self.workspace.catalog, as_of=self._advice.as_of)
        self.adherence.setText(
            ""
            if kept is None or not kept.blocks_done
            else _("{done} of {advised} strength blocks in four weeks").format(
                done=kept.blocks_done, advised=kept.blocks_advised
            )
        )

    def _start_words(self) -> str:
        title = self.workspace.catalog.templates[MAIN_BLOCK].title
        return on_button(_("Start {block}").format(block=title))

    def _say_primary(self, done: Mapping[str, ExerciseDone]) -> None:
        self.primary.setEnabled(True)
        if self.which.current() == ALL:
            self.primary.setText(self._start_words())
        elif self.shown_ids() and set(self.shown_ids()) <= done.keys():
            self.primary.setText(_("All done today"))
            self.primary.setEnabled(False)
        else:
            self.primary.setText(_("Mark all as done"))
            self.primary.setEnabled(bool(self.shown_ids()))
        self.primary.setVisible(self._offer is not None and self._offer.withheld is None)

    def _do_primary(self) -> None:
        if self.which.current() == ALL:
            self.which.choose(MAIN_BLOCK)
            self._show_part(self._library)
            self._refresh()
        elif self._advice is not None:
            self.workspace.tick_exercises(self._advice.as_of, self.shown_ids(), is_done=True)


def _section_note(template: BlockTemplate) -> str:
    length = _("{minutes} min").format(minutes=template.minutes)
    return f"{length} · {template.note}" if template.note else length
