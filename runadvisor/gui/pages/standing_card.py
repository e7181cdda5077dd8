"""Am I all right? The card on top of the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.warning import Tier
from runadvisor.gui.theme import current_theme, scaled
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.evidence import TONES, GradeDots, TierMark
from runadvisor.gui.widgets.figure_view import FigureView
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import clear
from runadvisor.language import _, ngettext

if TYPE_CHECKING:
    from runadvisor.advisor import Advice
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.gui.workspace import Workspace

HEIGHT_PX = 128
CHART_SIZE = (250, 92)
STALE_DAYS = 14


class StandingCard(Card):
    """The strongest standing warning, or that nothing stands."""

    plan_wanted = Signal()
    why_wanted = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(padding=(24, 16), parent=parent)
        self._workspace = workspace
        self.setMinimumHeight(HEIGHT_PX)
        self._row = QHBoxLayout()
        self._row.setSpacing(24)
        self.body.addLayout(self._row)

    def show_advice(self, advice: Advice) -> None:
        """Show what stands on the day of the advice."""
        clear(self._row)
        worth_a_card = [w for w in advice.in_sight if w.tier >= Tier.WATCH]
        if worth_a_card:
            self._show_warning(advice, worth_a_card[0], more=len(worth_a_card) - 1)
        else:
            self._show_calm(advice)

    def _show_warning(self, advice: Advice, warning: TrainingWarning, *, more: int) -> None:
        tone = TONES[warning.tier]
        self.set_tone(tone)
        words = QVBoxLayout()
        words.setSpacing(7)
        words.addStretch()
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(TierMark(warning.tier, 15))
        top.addWidget(Label(wording.tier_word(warning.tier), weight=600, tone=tone))
        top.addSpacing(8)
        top.addWidget(GradeDots(warning.grade))
        top.addStretch()
        words.addLayout(top)
        words.addWidget(Label(wording.sentence(warning.message), size=19, weight=600, wrap=True))
        limits = [line for line in warning.advice if "limit_m" in line.template]
        do = (limits or list(warning.advice))[:1]
        for line in do:
            words.addWidget(Label(wording.sentence(line), size=14, wrap=True))
        if more:
            said = ngettext(
                "{number} more stands under Warnings.", "{number} more stand under Warnings.", more
            )
            words.addWidget(Label(said.format(number=more), size=12, tone="muted"))
        words.addStretch()
        self._row.addLayout(words, 1)
        if warning.code == "session-spike":
            self._row.addWidget(self._chart(advice, warning, tone))
        self._add_buttons(warning)
        self.setAccessibleName(
            f"{wording.tier_word(warning.tier)}: {wording.sentence(warning.message)}"
        )

    def _chart(self, advice: Advice, warning: TrainingWarning, tone: str) -> FigureView:
        name = _("This run among 30 days")
        view = FigureView(self._workspace, height_px=CHART_SIZE[1], name=name)
        view.setFixedSize(*(scaled(px) for px in CHART_SIZE))

        def make(palette, size_px, dpi):  # noqa: ANN001, ANN202 - MakeFigure says it
            from runadvisor.charts.spike import spike_figure  # noqa: PLC0415 - start-up time

            return spike_figure(advice, warning, palette=palette, size_px=size_px, dpi=dpi)

        surface = getattr(current_theme(), f"{tone}_tint")
        view.show_figure(make, wording.sentence(warning.message), surface=surface)
        return view

    def _add_buttons(self, warning: TrainingWarning) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        plan = Button(_("See plan"), role="primary")
        plan.clicked.connect(self.plan_wanted)
        why = Button(_("Why?"))
        why.clicked.connect(lambda: self.why_wanted.emit(warning))
        column.addStretch()
        column.addWidget(plan)
        column.addWidget(why)
        column.addStretch()
        self._row.addLayout(column)

    def _show_calm(self, advice: Advice) -> None:
        last = max((run.date for run in advice.load.sessions), default=None)
        days_off = None if last is None else (advice.as_of - last).days
        is_stale = days_off is not None and days_off > STALE_DAYS
        self.set_tone("info" if is_stale else "ok")
        self._row.addWidget(
            TierMark(Tier.INFO if is_stale else None, 24), alignment=Qt.AlignmentFlag.AlignVCenter
        )
        words = QVBoxLayout()
        words.setSpacing(5)
        words.addStretch()
        if last is None:
            title = _("No runs yet.")
            text = _("The plan starts gently, by walking and running in turn.")
        elif is_stale:
            title = _("No run since {day}.").format(day=wording.full_day(last))
            text = _(
                "If you ran elsewhere, import those runs first. Otherwise the plan brings you "
                "back step by step."
            )
        else:
            title = _("Nothing stands against running as you do.")
            limit = wording.distance(advice.plan.days[0].limit_m)
            text = _("Your next run may be up to {limit}.").format(limit=limit)
        words.addWidget(Label(title, size=19, weight=600, wrap=True))
        words.addWidget(Label(text, size=14, wrap=True))
        words.addStretch()
        self._row.addLayout(words, 1)
        plan = Button(_("See plan"), role="primary")
        plan.clicked.connect(self.plan_wanted)
        self._row.addWidget(plan, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(title)
