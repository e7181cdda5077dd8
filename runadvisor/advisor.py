"""The straight line: activities -> load -> warnings -> plan. Read this file first."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from runadvisor.assets import asset
from runadvisor.catalog import load_catalog
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.calendar import MONDAY
from runadvisor.domain.diary import NO_DIARY
from runadvisor.domain.errors import RunAdvisorError
from runadvisor.domain.plan import PlanWishes
from runadvisor.domain.rule_settings import DEFAULT_SETTINGS
from runadvisor.domain.warning import Tier
from runadvisor.history.arrival import Deleted
from runadvisor.history.exercise_log import exercises_done
from runadvisor.history.own_blocks import own_blocks
from runadvisor.history.plan_wishes import wishes_of, wishes_text
from runadvisor.history.profile import keep_athlete, known_athlete
from runadvisor.history.rule_settings import rule_settings
from runadvisor.history.store import History
from runadvisor.history.warning_marks import warning_marks
from runadvisor.plan.draft import NO_WISHES, draft_plan
from runadvisor.plan.edit import PlanDesk
from runadvisor.training_load.load_series import LoadSeries, load_series
from runadvisor.training_load.track_features import track_features
from runadvisor.training_load.workload import Workload, workload
from runadvisor.warning.assess import assess
from runadvisor.warning.cleared import cleared_lately
from runadvisor.warning.marks import NO_MARKS, parted
from runadvisor.warning.patterns import diary_hints
from runadvisor.warning.restrictions import NO_RESTRICTIONS, restrictions
from runadvisor.warning.rule import facts
from runadvisor.warning.rule_settings import fitting
from runadvisor.warning.rules import RULES
from runadvisor.warning.rules.red_flag import standing_signs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.diary import Diary, PainEntry
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.pattern import SpotHints
    from runadvisor.domain.plan import TrainingPlan
    from runadvisor.domain.rule_settings import RuleSettings
    from runadvisor.domain.track_features import TrackFeatures
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.domain.warning_mark import WarningMark
    from runadvisor.history.changes import Change
    from runadvisor.sources.choices import Dating
    from runadvisor.sources.column_mapping import ColumnMapping
    from runadvisor.sources.import_report import ImportReport, Progress
    from runadvisor.sources.place import Place
    from runadvisor.warning.cleared import Cleared
    from runadvisor.warning.red_flags import Reported
    from runadvisor.warning.restrictions import PlanRestrictions
    from runadvisor.warning.rule import Facts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Advice:
    """All that is to be said on one day."""

    as_of: date
    athlete: Athlete
    activities: tuple[Activity, ...]
    """Up to ``as_of``, by start."""
    load: LoadSeries
    work: Workload
    """What was done up to ``as_of``, run by run."""
    standing: tuple[TrainingWarning, ...]
    """Strongest first."""
    raised: tuple[TrainingWarning, ...]
    """Every warning of the whole history, oldest first."""
    plan: TrainingPlan
    diary: Diary = NO_DIARY
    """As known on the day."""
    signs: tuple[Reported, ...] = ()
    """Signs to stop for, or to have looked at, that stand; the most urgent first."""
    restrictions: PlanRestrictions = NO_RESTRICTIONS
    hints: tuple[SpotHints, ...] = ()
    """What the sore places of the last 14 days fit with."""
    marks: Mapping[str, WarningMark] = field(default_factory=dict[str, "WarningMark"])
    """What the runner said of warnings, by their keys."""
    rule_settings: RuleSettings = DEFAULT_SETTINGS

    @property
    def in_sight(self) -> tuple[TrainingWarning, ...]:
        """What stands and was not put aside, strongest first."""
        return parted(self.standing, self.marks, self.as_of)[0]

    @property
    def snoozed(self) -> tuple[TrainingWarning, ...]:
        """What stands and was put aside, strongest first; it counts for limits and plan."""
        return parted(self.standing, self.marks, self.as_of)[1]


def advise(  # noqa: PLR0913 - all that the advice of a day rests on
    activities: Sequence[Activity],
    *,
    as_of: date,
    catalog: Catalog,
    athlete: Athlete,
    settings: RuleSettings = DEFAULT_SETTINGS,
    weeks: int = 4,
    wishes: PlanWishes = NO_WISHES,
    diary: Diary = NO_DIARY,
    work: Workload | None = None,
    marks: Mapping[str, WarningMark] = NO_MARKS,
    first_weekday: int = MONDAY,
) -> Advice:
    """Return load, warnings and plan of one day; without ``work`` no track is looked at.

    ``first_weekday`` is that of the weeks that are shown: no warning and no planned day
    depends on it.
    """
    work = (work or workload(activities, features={}, athlete=athlete)).until(as_of)
    known = facts(activities, as_of=as_of, athlete=athlete, diary=diary, catalog=catalog, work=work)
    found = assess(known, settings=settings)
    return Advice(
        as_of=as_of,
        athlete=athlete,
        activities=known.activities,
        load=load_series(
            known.activities,
            as_of=as_of,
            athlete=athlete,
            loads=work.loads,
            book=work.book,
            first_weekday=first_weekday,
        ),
        work=work,
        standing=found.standing,
        raised=found.raised,
        plan=draft_plan(
            known,
            found.standing,
            weeks=weeks,
            catalog=catalog,
            wishes=wishes,
            first_weekday=first_weekday,
        ),
        diary=known.diary,
        signs=standing_signs(known),
        restrictions=restrictions(known, found.standing),
        hints=diary_hints(known, catalog.conditions),
        marks=marks,
        rule_settings=settings,
    )


class Advisor:
    """The straight line over one open history."""

    def __init__(
        self,
        history: History,
        *,
        catalog: Catalog,
        athlete: Athlete,
        first_weekday: int = MONDAY,
    ) -> None:
        """Advise from a history; the caller opens and closes it.

        Args:
            history: Open.
            catalog: What we know, in the language spoken.
            athlete: Whom it is about until the history tells.
            first_weekday: Of the weeks that are shown; Monday is 0.
        """
        self.history = history
        self.catalog = catalog
        self.first_weekday = first_weekday
        self._otherwise = athlete
        self.athlete = known_athlete(history, otherwise=athlete)
        self._work: tuple[tuple[Activity, ...], Athlete, Workload] | None = None

    def activities(self) -> tuple[Activity, ...]:
        """Return every activity of the history, by start."""
        return self.history.activities()

    def last_activity_date(self) -> date | None:
        """Return the local day of the latest activity; ``None`` for an empty history."""
        return max((activity.local_date for activity in self.activities()), default=None)

    def keep_athlete(self, athlete: Athlete) -> None:
        """Keep what the runner says of themselves.

        Raises:
            HistoryError: The history cannot be written.
        """
        keep_athlete(self.history, athlete)
        self.athlete = known_athlete(self.history, otherwise=athlete)

    def features(self) -> Mapping[int, TrackFeatures]:
        """Return what every track says, by activity; what is new is worked out and kept.

        Raises:
            HistoryError: The history cannot be read or written.
        """
        store, richest = self.history.features, self.history.richest_tracks()
        kept = store.read()
        sports = {richest.get(a.activity_id): a.sport for a in self.activities()}
        lacking = [key for key in sports if key is not None and key not in kept]
        for start in range(0, len(lacking), TRACKS_AT_ONCE):
            batch = lacking[start : start + TRACKS_AT_ONCE]
            tracks = ((key, self.history.recorded_track(key)) for key in batch)
            store.keep({key: track_features(t, sport=sports[key]) for key, t in tracks if t})
        kept = store.read()
        return {key: kept[recording] for key, recording in richest.items() if recording in kept}

    def workload(self) -> Workload:
        """Return what was done, worked out once until an activity or the athlete changes."""
        activities = self.activities()
        if self._work is None or self._work[:2] != (activities, self.athlete):
            done = workload(activities, features=self.features(), athlete=self.athlete)
            self._work = (activities, self.athlete, done)
        return self._work[2]

    def advice(self, *, as_of: date, weeks: int = 4) -> Advice:
        """Return load, warnings and plan of one day."""
        # An import may have brought the runner's answers, and an undo taken them back.
        self.athlete = known_athlete(self.history, otherwise=self._otherwise)
        return advise(
            self.activities(),
            work=self.workload(),
            as_of=as_of,
            catalog=self.catalog,
            athlete=self.athlete,
            weeks=weeks,
            wishes=self.wishes(),
            diary=self.diary(),
            settings=fitting(rule_settings(self.history), RULES),
            marks=warning_marks(self.history),
            first_weekday=self.first_weekday,
        )

    def diary(self) -> Diary:
        """Return all that the runner has written down, the exercises that were ticked too."""
        return replace(self.history.diary.read(), exercises=exercises_done(self.history))

    def keep(self, more: Diary) -> tuple[int, ...]:
        """Add records to the diary in one transaction; return the ids of the pain entries.

        Raises:
            HistoryError: The history cannot be written.
        """
        return self.history.diary.keep(more)

    def remove_pain(self, entry_id: int, *, as_of: date) -> None:
        """Take a pain entry out of the diary.

        Raises:
            RunAdvisorError: Running is stopped: an entry is taken back by its questions then.
            HistoryError: The history cannot be written.
        """
        self.refuse_while_stopped(as_of)
        self.history.diary.remove_pain(entry_id)

    def change_pain(self, entry: PainEntry, *, as_of: date) -> None:
        """Put a pain entry in the place of the one with its id.

        Raises:
            RunAdvisorError: Running is stopped: an entry is taken back by its questions then.
            HistoryError: The history cannot be written.
        """
        self.refuse_while_stopped(as_of)
        self.history.diary.change_pain(entry)

    def refuse_while_stopped(self, as_of: date) -> None:
        """Refuse to take anything out of the diary on a day on which running is stopped.

        Raises:
            RunAdvisorError: It is.
        """
        standing = self.advice(as_of=as_of, weeks=1).standing
        if any(warning.tier >= Tier.STOP_RUN for warning in standing):
            msg = (
                "While running is stopped nothing is taken out of the diary. If an answer was a "
                "mistake, take it back within 24 hours: its questions are asked again."
            )
            raise RunAdvisorError(msg)

    def wishes(self) -> PlanWishes:
        """Return what the runner asks of a plan, as the history keeps it."""
        text = self.history.note(WISHES_NOTE)
        asked = PlanWishes() if text is None else wishes_of(text)
        return replace(asked, own_blocks=own_blocks(self.history))

    def keep_wishes(self, wishes: PlanWishes) -> None:
        """Keep what the runner asks of a plan.

        Raises:
            HistoryError: The history cannot be written.
        """
        self.history.set_note(WISHES_NOTE, wishes_text(wishes))

    def cleared(self, advice: Advice) -> tuple[Cleared, ...]:
        """Return the warnings that ended in the weeks before an advice, latest first."""
        known = self._facts_of(advice)
        return cleared_lately(known, advice.standing, settings=advice.rule_settings)

    def _facts_of(self, advice: Advice) -> Facts:
        return facts(
            advice.activities,
            as_of=advice.as_of,
            athlete=advice.athlete,
            diary=advice.diary,
            catalog=self.catalog,
            work=advice.work,
        )

    def plan_desk(self, advice: Advice) -> PlanDesk:
        """Return what answers changes of the advice's plan by hand."""
        known = self._facts_of(advice)
        desk = PlanDesk(
            known,
            advice.standing,
            self.catalog,
            self.wishes(),
            first_weekday=advice.load.first_weekday,
        )
        desk.with_days(advice.plan, ())  # the first answer is the slow one
        desk.tissues(advice.plan)
        return desk

    def import_files(  # noqa: PLR0913 - each is a choice of its own, all but the first by name
        self,
        paths: Sequence[Path],
        *,
        home_zone: str | None = None,
        mapping: ColumnMapping | None = None,
        dating: Dating | None = None,
        about: Place | None = None,
        today: date | None = None,
        progress: Callable[[Progress], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
        deleted: Deleted = Deleted.STAYS,
        way_back: Callable[[Change], None] | None = None,
    ) -> ImportReport:
        """Read files, folders and archives into the history and say what was done.

        One bad file never stops the rest. A cancelled import keeps what is in, and goes
        on where it stopped when it is started again: what is known is not read twice.

        Args:
            paths: Files, folders and archives, as the person gave them.
            home_zone: IANA name of where the runner lives, kept in the history. Without
                one the history's own is used, else the computer's, and the report says so.
            mapping: What the person says of the lists among them; kept in the history for
                lists with the same headings.
            dating: When a run was whose file holds no times.
            about: The one file that is said of; ``None`` for all of this import.
            today: Rows of lists after tomorrow are plans; ``None`` to believe every date.
            progress: Called some times a second, and after the last file.
            is_cancelled: Asked after each file.
            deleted: Whether what the runner deleted comes back when it is imported again.
            way_back: Called with what undoes each part of the import, once that is stored.

        Raises:
            HistoryError: The history cannot be written.
        """
        # The readers of every file type are loaded by the first import, not by each start.
        from runadvisor.intake import known_choices, take_in  # noqa: PLC0415

        way_back = way_back or (lambda _: None)
        if home_zone is not None:
            way_back(self.history.set_home_zone(home_zone))
        return take_in(
            self.history,
            paths,
            choices=known_choices(self.history, mapping, dating=dating, about=about, today=today),
            progress=progress,
            is_cancelled=is_cancelled or (lambda: False),
            deleted=deleted,
            way_back=way_back,
        )


TRACKS_AT_ONCE = 50
"""So many are worked out and kept in one transaction."""
WISHES_NOTE = "plan_wishes"

SAMPLE_ZONE = "Europe/Berlin"
SAMPLE_ATHLETE = Athlete(name="Mara Voss")


def sample_history(folder: Path) -> Path:
    """Make a throw-away history of the invented runner in a folder and return its path.

    Raises:
        HistoryError: The folder cannot be written.
    """
    path = folder / "sample.runadvisor"
    with History.open(path) as history:
        advisor = Advisor(history, catalog=load_catalog(), athlete=SAMPLE_ATHLETE)
        advisor.import_files([asset("sample", "mara-voss.zip")], home_zone=SAMPLE_ZONE)
    return path
