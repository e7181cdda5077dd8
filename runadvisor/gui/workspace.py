"""The open history and its latest advice, between the worker thread and the pages."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from runadvisor import wording
from runadvisor.domain.errors import DamagedHistoryError, HistoryError
from runadvisor.gui.background import Worker
from runadvisor.gui.change_stack import ChangeStack, Made
from runadvisor.gui.failure import sentence
from runadvisor.gui.open_history import OpenHistory
from runadvisor.language import _, ngettext
from runadvisor.settings import default_copies_folder, save_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from runadvisor.advisor import Advice, Advisor
    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.exercise import Feel
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.plan import PlanWishes, TrainingPlan
    from runadvisor.history.arrival import Deleted
    from runadvisor.plan.edit import PlanDesk
    from runadvisor.settings import Settings
    from runadvisor.sources.choices import Dating
    from runadvisor.sources.column_mapping import ColumnMapping
    from runadvisor.sources.import_report import ImportReport
    from runadvisor.sources.place import Place

DEFAULT_WEEKS = 4


class Workspace(QObject):
    """What the pages look at. Only the worker thread ever touches the history itself."""

    opened = Signal()
    """Another history is open now."""
    advice_changed = Signal(object)
    settings_changed = Signal(object)
    """Other choices for the whole app; sent with those before."""
    exercises_changed = Signal(object)
    """The exercises that were ticked, all of them."""
    import_started = Signal()
    import_progress = Signal(object)
    import_finished = Signal(object)
    """The report; of files read again after an answer, the former one with them in it."""
    failed = Signal(str)
    """A sentence for the runner."""
    done = Signal(str)
    """A sentence on something that is finished."""
    damaged = Signal(str, object, object)
    """A sentence, the history it is about, and the last copy of it."""

    def __init__(
        self,
        settings: Settings,
        *,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        remembers: bool = True,
        parent: QObject | None = None,
    ) -> None:
        """Start with nothing open.

        Args:
            settings: What was chosen for the whole app.
            today: Asked each time advice is made.
            now: Aware; when something is written down.
            remembers: Whether choices are kept for the next start.
            parent: As in Qt.
        """
        super().__init__(parent)
        self.settings = settings
        self.path: Path | None = None
        self.is_sample = False
        self.is_importing = False
        self.report: ImportReport | None = None
        """Of the last import, answers included."""
        self.import_paths: tuple[Path, ...] = ()
        """What the last import was asked for."""
        self.advice: Advice | None = None
        self.weeks = DEFAULT_WEEKS
        self.desk: PlanDesk | None = None
        """Answers changes of the plan by hand; there once advice is."""
        self.changes = ChangeStack(self._run_change, self)
        """Undo and redo of everything that changes the history."""
        self.now = now
        self._today = today
        self._remembers = remembers
        self._worker = Worker("history", self)
        self._drawer = Worker("drawing", self)
        self._history = OpenHistory()
        """For the worker thread alone."""
        self._cancelled = threading.Event()

    @cached_property
    def catalog(self) -> Catalog:
        """What the app knows from outside; the worker reads it, behind the first paint."""
        from runadvisor.catalog import load_catalog  # noqa: PLC0415 - start-up time

        return load_catalog()

    @cached_property
    def wishes(self) -> PlanWishes:
        """What the runner wants of the plan; nothing until a history is open."""
        from runadvisor.domain.plan import PlanWishes  # noqa: PLC0415 - start-up time

        return PlanWishes()

    def open(self, path: Path) -> None:
        """Open a history, or make a new one at that place."""
        self._worker.run(
            lambda: self._history.open(path, self.catalog),
            done=lambda _: self._has_opened(path, is_sample=False),
            failed=lambda error: self._has_failed(error, path),
        )

    def restore(self, copy: Path, path: Path) -> None:
        """Put a copy in the place of a history, and open that."""
        self._worker.run(
            lambda: self._history.restore(copy, path, self.catalog),
            done=lambda kept: self._has_restored(path, kept),
            failed=lambda error: self._has_failed(error, path),
        )

    def open_sample(self) -> None:
        """Open a throw-away copy of the invented runner's history."""
        self._run(
            lambda: self._history.open_sample(self.catalog),
            lambda path: self._has_opened(path, is_sample=True),
        )

    def choose(self, settings: Settings) -> None:
        """Take other settings for the whole app, and keep them."""
        before, self.settings = self.settings, settings
        if self._remembers:
            self._drawer.run(
                lambda: save_settings(settings), done=lambda _none: None, failed=self._has_failed
            )
        self.settings_changed.emit(before)

    def speak(self) -> None:
        """Take language and weeks of the settings over, and make the advice anew."""
        from runadvisor.catalog import load_catalog  # noqa: PLC0415 - start-up time

        self.catalog = catalog = load_catalog()
        first_weekday = wording.first_weekday()

        def take_over(advisor: Advisor) -> None:
            advisor.catalog = catalog
            advisor.first_weekday = first_weekday

        self.change(take_over)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import files, folders and archives; progress and report come as signals."""
        if self.is_importing or not paths:
            return
        self.report = None
        self.import_paths = tuple(paths)
        self._start_import(paths, {})

    def import_again(
        self,
        place: Place,
        *,
        mapping: ColumnMapping | None = None,
        dating: Dating | None = None,
        deleted: Deleted | None = None,
    ) -> None:
        """Import one file again after an answer; the report takes it up in its place.

        Args:
            place: The file, or the list that the mapping is about.
            mapping: What the runner says of that list.
            dating: When the runner says the file was run.
            deleted: Whether what the runner deleted comes back; ``None``: it stays deleted.
        """
        from runadvisor.history.arrival import Deleted  # noqa: PLC0415 - start-up time

        deleted = deleted or Deleted.STAYS
        if not self.is_importing:
            choices = {"mapping": mapping, "dating": dating, "about": place, "deleted": deleted}
            self._start_import([Path(place.path)], choices)

    def cancel_import(self) -> None:
        """Stop after the file at hand; what is in stays in."""
        self._cancelled.set()

    def today(self) -> date:
        """Return the day it is."""
        return self._today()

    def set_weeks(self, weeks: int) -> None:
        """Draft the plan for another number of weeks."""
        if weeks != self.weeks:
            self.weeks = weeks
            self.refresh()

    def set_wishes(self, wishes: PlanWishes) -> None:
        """Draft the plan for other wishes, and keep them in the history."""
        self.wishes = wishes
        self.change(lambda advisor: advisor.keep_wishes(wishes))

    def set_athlete(self, athlete: Athlete) -> None:
        """Keep what the runner says of themselves, and make the advice anew."""
        self.change(lambda advisor: advisor.keep_athlete(athlete))

    def show_plan(self, plan: TrainingPlan) -> None:
        """Show a plan changed by hand, and keep the days that were set."""
        if self.advice is None:
            return
        from runadvisor.plan.edit import locked_days  # noqa: PLC0415 - start-up time

        self.advice = replace(self.advice, plan=plan)
        self.wishes = wishes = replace(self.wishes, locked=locked_days(plan))
        self.ask(lambda advisor: advisor.keep_wishes(wishes), lambda _: None)
        self.advice_changed.emit(self.advice)

    def refresh(self) -> None:
        """Make the advice anew, as of the day it is."""
        self._run(self._advice, self._has_advice)

    def read_exercises(self) -> None:
        """Ask for the exercises that were ticked; they come as a signal."""
        from runadvisor.history.exercise_log import exercises_done  # noqa: PLC0415 - start-up time

        self.ask(lambda advisor: exercises_done(advisor.history), self.exercises_changed.emit)

    def tick_exercises(
        self, day: date, exercise_ids: Sequence[str], *, is_done: bool, feel: Feel | None = None
    ) -> None:
        """Keep that exercises were done on a day and how it felt, or take that back."""
        from runadvisor.history.exercise_log import tick_exercises  # noqa: PLC0415 - start-up time

        number = len(exercise_ids)
        name = ngettext("tick of {number} exercise", "ticks of {number} exercises", number)
        self.changes.make(
            lambda advisor: tick_exercises(
                advisor.history, day, exercise_ids, is_done=is_done, feel=feel
            ),
            name.format(number=number),
            done=self.read_exercises,
        )

    def ask(
        self,
        task: Callable[[Advisor], Any],
        done: Callable[[Any], None],
        *,
        owner: QObject | None = None,
    ) -> None:
        """Run a task on the open history, after all that was asked before; then answer.

        An error becomes a sentence. Nothing is answered to an ``owner`` that is gone by then.
        """
        self._worker.run(
            lambda: task(self._history.advisor), done=done, failed=self._has_failed, owner=owner
        )

    def change(
        self,
        task: Callable[[Advisor], Any],
        done: Callable[[Any], None] = lambda _: None,
    ) -> None:
        """Change the open history by a task, answer, and make the advice anew."""
        self.ask(task, self._then_advise(done))

    def run(
        self,
        task: Callable[[], Any],
        done: Callable[[Any], None],
        *,
        owner: QObject | None = None,
    ) -> None:
        """Run something slow for a page beside the window, and beside an import.

        The task never touches the history; an error becomes a sentence. Nothing is
        answered to an ``owner`` that is gone by then.
        """
        self._drawer.run(task, done=done, failed=self._has_failed, owner=owner)

    def close(self) -> None:
        """Close the history and end the thread; nothing may be asked afterwards."""
        self._cancelled.set()
        self._drawer.shut_down()
        self._worker.shut_down(self._history.close)
        self._history.drop_sample()

    def _run_change(
        self,
        task: Callable[[Advisor], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        path = self.path

        def checked() -> object:
            advisor = self._history.advisor
            if advisor.history.path != path:
                raise HistoryError(_("Another history is open now: nothing was changed."))
            return task(advisor)

        def has_failed(error: BaseException) -> None:
            failed(error)
            self._has_failed(error)

        self._worker.run(checked, done=self._then_advise(done), failed=has_failed)

    def _then_advise(self, done: Callable[[Any], None]) -> Callable[[Any], None]:
        def has_changed(answer: object) -> None:
            done(answer)
            self.refresh()

        return has_changed

    def _run(self, task: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._worker.run(task, done=done, failed=self._has_failed)

    # ── in the worker thread ──────────────────────────────────────────────────────────

    def _import(
        self, paths: Sequence[Path], choices: Mapping[str, Any], made: list[Made]
    ) -> ImportReport:
        advisor = self._history.advisor
        return advisor.import_files(
            paths,
            today=self._today(),
            progress=self.import_progress.emit,
            is_cancelled=self._cancelled.is_set,
            way_back=lambda back: made.append(Made(history=advisor.history, way_back=back)),
            **choices,
        )

    def _advice(self) -> tuple[Advice, PlanWishes, PlanDesk]:
        advisor = self._history.advisor
        as_of = self._today()
        if self.is_sample:
            # The invented runner's story ends on a day of its own.
            as_of = (advisor.last_activity_date() or as_of) + timedelta(days=1)
        advice = advisor.advice(as_of=as_of, weeks=self.weeks)
        return advice, advisor.wishes(), advisor.plan_desk(advice)

    # ── back in the window's thread ───────────────────────────────────────────────────

    def _has_opened(self, path: Path, *, is_sample: bool) -> None:
        self.path = path
        self.is_sample = is_sample
        self.advice = None
        self.desk = None
        self.changes.clear()
        self.opened.emit()
        self.refresh()
        # Behind the advice: a large history takes a moment to copy.
        if not is_sample:
            from runadvisor.history.backup import keep_copy  # noqa: PLC0415 - start-up time

            today = self.now().astimezone().date()
            folder = default_copies_folder()
            self._run(lambda: keep_copy(path, folder, today=today), lambda _none: None)

    def _has_restored(self, path: Path, kept: Path | None) -> None:
        self._has_opened(path, is_sample=False)
        said = _("The copy is in its place.")
        if kept is not None:
            said = _("The copy is in its place. What was there is kept as {name}.")
            said = said.format(name=kept.name)
        self.done.emit(said)

    def _start_import(self, paths: Sequence[Path], choices: Mapping[str, Any]) -> None:
        self.is_importing = True
        self._cancelled.clear()
        self.import_started.emit()
        made: list[Made] = []
        self._worker.run(
            lambda: self._import(paths, choices, made),
            done=lambda report: self._has_imported(report, made),
            failed=lambda error: self._import_has_failed(error, made),
        )

    def _has_imported(self, report: ImportReport, made: Sequence[Made]) -> None:
        from runadvisor.sources.import_report import with_again  # noqa: PLC0415 - start-up time

        self.is_importing = False
        self.changes.note_import(made, report.added)
        self.report = report if self.report is None else with_again(self.report, report)
        self.import_finished.emit(self.report)
        self.refresh()

    def _has_advice(self, answer: tuple[Advice, PlanWishes, PlanDesk]) -> None:
        advice, self.wishes, self.desk = answer
        self.advice = advice
        self.advice_changed.emit(advice)

    def _import_has_failed(self, error: BaseException, made: Sequence[Made]) -> None:
        self.is_importing = False
        # What came in before it failed is kept, and can be undone as well.
        self.changes.note_import(made, 0)
        self.refresh()
        self._has_failed(error)

    def _has_failed(self, error: BaseException, path: Path | None = None) -> None:
        path = path or self.path
        if isinstance(error, DamagedHistoryError) and path is not None:
            from runadvisor.history.backup import copies_of  # noqa: PLC0415 - start-up time

            copies = copies_of(path, default_copies_folder())
            if copies:
                self.damaged.emit(sentence(error), path, copies[0])
                return
        self.failed.emit(sentence(error))
