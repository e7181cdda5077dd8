"""The day that is chosen in the plan: what, how hard, why, how far at most, with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.knowledge import BlockKind
from runadvisor.domain.plan import DayKind, LockedDay
from runadvisor.domain.text import N_
from runadvisor.domain.warning import Tier
from runadvisor.gui.icons import icon
from runadvisor.gui.theme import current_theme, scaled
from runadvisor.gui.widgets.buttons import Button, Choice
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import GradeDots, TierMark
from runadvisor.gui.widgets.flow import FlowLayout
from runadvisor.gui.widgets.labels import Label, hairline
from runadvisor.gui.widgets.limit_slider import LimitSlider
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.plan import (
        CrossAdvice,
        EffortTarget,
        PlanBreach,
        PlannedBlock,
        PlannedDay,
        TrainingPlan,
    )

WIDTH_PX = (248, 296)
FIRST_DISTANCE_M = 4000
"""A run put on a day that had none starts here, or at the limit."""
_ICONS = {
    BlockKind.STRENGTH: "strength",
    BlockKind.STRETCHING: "stretch",
    BlockKind.WARM_UP: "stretch",
}


KINDS_OFFERED = (
    (DayKind.REST, N_("Rest")),
    (DayKind.EASY, N_("Easy")),
    (DayKind.LONG, N_("Long")),
    (DayKind.HARD, N_("Hard")),
    (DayKind.HILLS, N_("Hills")),
    (DayKind.CROSS, N_("Cross-training")),
)


class DayPanel(Card):
    """One planned day in full, and what can be changed about it."""

    changed = Signal(object)
    """A ``LockedDay``: what the day is to hold."""
    unlocked = Signal(object)
    """The ``date`` of a day that the next draft may change again."""

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(padding=(20, 18), parent=parent)
        self._catalog = catalog
        self._day: PlannedDay | None = None
        self._number = Label()
        self.setMinimumWidth(scaled(WIDTH_PX[0]))
        self.setMaximumWidth(scaled(WIDTH_PX[1]))
        self._inner = QVBoxLayout()
        self._inner.setSpacing(8)
        self.body.addLayout(self._inner)
        self.body.addStretch()

    def show_day(self, day: PlannedDay, plan: TrainingPlan) -> None:
        """Show a day of a plan."""
        clear(self._inner)
        self._day = day
        self._inner.addWidget(Label(wording.long_day(day.date), weight=600, tone="muted"))
        self._inner.addWidget(Label(wording.sentence(day.title), size=18, weight=600, wrap=True))
        for breach in plan.breaches:
            if breach.date == day.date:
                self._inner.addWidget(self._breach(breach))
        self._add_amount(day)
        self._add_effort(day)
        self._add_part(_("Why"), wording.sentence(day.reason))
        if plan.cross is not None:
            self._add_cross(day, plan.cross)
        if day.blocks:
            self._inner.addWidget(hairline())
            self._inner.addWidget(Label(_("With it"), weight=600, tone="muted"))
            for block in day.blocks:
                self._inner.addWidget(self._block(block))
        if day.kind is not DayKind.RACE:
            self._inner.addWidget(hairline())
            self._inner.addLayout(self._change_row(day))

    def event(self, event: QEvent) -> bool:
        """Ask for the room that new words need."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the height that the words need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # Qt's least height of a layout knows nothing of words that wrap: they were cut off.
        self.setMinimumHeight(self.body.totalHeightForWidth(self.width()))

    def _add_amount(self, day: PlannedDay) -> None:
        if day.distance_m is not None:
            self._add_number(wording.bare_distance(day.distance_m), _after_distance(day))
        elif day.moving_time_s is not None:
            number, _space, unit = wording.minutes(day.moving_time_s).partition(" ")
            self._add_number(number, unit)
        if day.distance_m is not None and day.limit_m is not None:
            self._inner.addWidget(self._slider(day, day.distance_m, day.limit_m))
        elif day.limit_m is not None and day.kind is DayKind.REST:
            self._inner.addWidget(
                Label(
                    _("Limit that day: {limit}").format(limit=wording.at_most(day.limit_m)),
                    tone="muted",
                )
            )

    def _add_effort(self, day: PlannedDay) -> None:
        if day.intensity is not None:
            self._add_part(_("How hard"), wording.sentence(day.intensity))
        if day.target is not None:
            self._add_target(day.target, is_fast=day.kind is DayKind.HARD)

    def _add_target(self, target: EffortTarget, *, is_fast: bool) -> None:
        if target.pace_s_per_km is not None:
            name = _("Pace of the fast parts") if is_fast else _("Pace")
            self._add_row(name, wording.pace_range(target.pace_s_per_km))
        if target.most_bpm is not None:
            beats = (
                _("up to about {most} beats")
                if target.least_bpm is None
                else _("about {least} to {most} beats")
            )
            self._add_row(
                _("Heart rate"), beats.format(least=target.least_bpm, most=target.most_bpm)
            )

    def _add_cross(self, day: PlannedDay, advice: CrossAdvice) -> None:
        """Say what may stand in for a run, on the days it matters."""
        if day.kind is DayKind.CROSS or (advice.avoid is not None and day.kind.is_run):
            is_instead = day.kind.is_run
            self._add_part(
                _("Instead, if it is sore") if is_instead else _("Which one"),
                wording.sentence(advice.prefer),
            )
            for message in (advice.avoid, advice.equal):
                if message is not None:
                    self._inner.addWidget(Label(wording.sentence(message), tone="muted", wrap=True))
            self._inner.addWidget(GradeDots(advice.grade))

    def _lock(self, day: PlannedDay) -> Button:
        lock = Button(
            _("Locked") if day.is_locked else _("Lock"),
            icon="lock" if day.is_locked else "unlock",
            small=True,
        )
        lock.setToolTip(
            _("A new draft may change this day again")
            if day.is_locked
            else _("A new draft keeps this day as it is")
        )
        lock.clicked.connect(lambda: self._toggle_lock(day))
        return lock

    def _toggle_lock(self, day: PlannedDay) -> None:
        if day.is_locked:
            self.unlocked.emit(day.date)
        else:
            self.changed.emit(as_it_is(day))

    def _breach(self, breach: PlanBreach) -> QFrame:
        frame = QFrame()
        frame.setObjectName("breach")
        frame.setSizePolicy(_as_tall_as_its_words())
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 10, 12, 10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(TierMark(Tier.WATCH, 14), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(wording.sentence(breach.message), tone="watch", wrap=True), 1)
        column.addLayout(row)
        if breach.remedy is not None:
            mend = Button(_remedy_words(breach.remedy), small=True)
            mend.clicked.connect(lambda: self.changed.emit(breach.remedy))
            column.addWidget(mend, alignment=Qt.AlignmentFlag.AlignLeft)
        return frame

    def _slider(self, day: PlannedDay, distance_m: int, limit_m: int) -> LimitSlider:
        slider = LimitSlider(distance_m, limit_m)
        slider.valueChanged.connect(
            lambda _value: self._number.setText(wording.bare_distance(slider.metres))
        )
        slider.settled.connect(
            lambda metres: self.changed.emit(
                LockedDay(date=day.date, kind=day.kind, distance_m=metres)
            )
        )
        return slider

    def _change_row(self, day: PlannedDay) -> FlowLayout:
        offered = [(kind, _(words)) for kind, words in KINDS_OFFERED]
        kinds = Choice(offered, name=_("Kind of day"), small=True)
        kinds.choose(day.kind if day.kind is not DayKind.WALK_RUN else DayKind.EASY)
        kinds.currentIndexChanged.connect(
            lambda _at: self.changed.emit(as_kind(day, kinds.currentData()))
        )
        row = FlowLayout()
        row.addWidget(kinds)
        if day.kind is not DayKind.WALK_RUN:
            row.addWidget(self._lock(day))
        return row

    def _add_number(self, number: str, unit: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._number = Label(number, size=32, weight=600, tabular=True)
        row.addWidget(self._number, alignment=Qt.AlignmentFlag.AlignBottom)
        words = Label(unit, size=15, tone="muted")
        words.setContentsMargins(0, 0, 0, 5)
        row.addWidget(words, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        self._inner.addLayout(row)

    def _add_part(self, title: str, words: str) -> None:
        self._inner.addWidget(hairline())
        self._inner.addWidget(Label(title, weight=600, tone="muted"))
        self._inner.addWidget(Label(words, size=14, wrap=True))

    def _add_row(self, name: str, value: str) -> None:
        row = QHBoxLayout()
        row.addWidget(Label(name, tone="muted"), alignment=Qt.AlignmentFlag.AlignTop)
        words = Label(value, weight=600, wrap=True, tabular=True)
        words.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(words, 1)
        self._inner.addLayout(row)

    def _block(self, block: PlannedBlock) -> QFrame:
        frame = QFrame()
        frame.setObjectName("inset")
        frame.setSizePolicy(_as_tall_as_its_words())
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        mark = Label()
        mark.setPixmap(icon(_ICONS[block.kind], current_theme().muted).pixmap(20, 20))
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        heading = _("{block}, {minutes} min").format(block=block.title, minutes=block.minutes)
        words.addWidget(Label(heading, weight=600, wrap=True))
        exercises = [self._catalog.exercises[key] for key in block.exercises]
        if len(exercises) == 1:
            text = block.doses.get(exercises[0].exercise_id, exercises[0].dose)
        else:
            text = ", ".join(exercise.name for exercise in exercises)
        words.addWidget(Label(text, size=12, tone="muted", wrap=True))
        row.addLayout(words, 1)
        return frame


def _as_tall_as_its_words() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def as_it_is(day: PlannedDay) -> LockedDay:
    """Return a planned day as one the runner has set."""
    return LockedDay(
        date=day.date, kind=day.kind, distance_m=day.distance_m, moving_time_s=day.moving_time_s
    )


def as_kind(day: PlannedDay, kind: DayKind) -> LockedDay:
    """Return the day with another kind; a run keeps its distance, a new one is short."""
    if not kind.is_run:
        return LockedDay(date=day.date, kind=kind)
    limit_m = day.limit_m or FIRST_DISTANCE_M
    return LockedDay(
        date=day.date, kind=kind, distance_m=day.distance_m or min(FIRST_DISTANCE_M, limit_m)
    )


def _remedy_words(remedy: LockedDay) -> str:
    if remedy.kind is DayKind.REST:
        return _("Make it a rest day")
    words = {
        DayKind.EASY: _("Make it {distance}, easy"),
        DayKind.LONG: _("Make it {distance}, long"),
        DayKind.HARD: _("Make it {distance}, hard"),
        DayKind.HILLS: _("Make it {distance}, hills"),
    }
    made = words.get(remedy.kind, _("Make it {distance}"))
    return made.format(distance=wording.distance(remedy.distance_m))


def _after_distance(day: PlannedDay) -> str:
    if day.moving_time_s is None:
        return wording.distance_unit()
    return _("{unit}, about {time}").format(
        unit=wording.distance_unit(), time=wording.minutes(day.moving_time_s)
    )
