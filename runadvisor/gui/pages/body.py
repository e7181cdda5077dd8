"""Body: where it hurts, how the day is, what was hurt before, and what health adds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from runadvisor import wording
from runadvisor.domain.body import REGION_LABELS, BodyRegion, BodySite, Side, sites_of
from runadvisor.domain.diary import Answer, Diary, HealthAnswer, Occasion
from runadvisor.domain.text import N_
from runadvisor.domain.warning import Tier
from runadvisor.gui.diary_changes import DiaryChanges
from runadvisor.gui.models.diary_dots import (
    DiaryLine,
    LineKind,
    diary_lines,
    first_day,
    injury_dots,
    pain_dots,
)
from runadvisor.gui.models.pain_draft import PainDraft
from runadvisor.gui.pages.day_form import DayForm
from runadvisor.gui.pages.diary_card import DiaryCard
from runadvisor.gui.pages.health_card import HealthCard
from runadvisor.gui.pages.health_invitation import HealthInvitation
from runadvisor.gui.pages.hints_card import HintsCard
from runadvisor.gui.pages.injury_card import InjuryCard
from runadvisor.gui.pages.pain_card import PainCard
from runadvisor.gui.pages.pain_form import PainForm
from runadvisor.gui.pages.picture_card import PictureCard
from runadvisor.gui.widgets.buttons import Segmented
from runadvisor.gui.widgets.day_edit import DayEdit
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import Page
from runadvisor.gui.widgets.side_by_side import SideBySide
from runadvisor.language import _
from runadvisor.printout.diary_words import check_in_words, pain_words
from runadvisor.warning.pain_facts import sore_lately
from runadvisor.warning.profile import profile_on
from runadvisor.warning.questions import general_signs

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from runadvisor.advisor import Advice
    from runadvisor.domain.diary import HealthItem
    from runadvisor.gui.workspace import Workspace
    from runadvisor.warning.profile import Profile

TABS = (
    ("today", N_("Today")),
    ("diary", N_("Diary")),
    ("injuries", N_("Injuries")),
    ("health", N_("Health")),
)
FORM_PX = (478, 478)
RUN_DAYS = 7
"""So far back lie the runs that an entry may speak of."""
RECENT_DAYS = 14


class BodyPage(Page):
    """The picture on the left; on the right what belongs to the tab."""

    key = "body"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self._advice: Advice | None = None
        self._is_saving = False
        self._region: BodyRegion | None = None
        """Whose entries the diary shows; ``None`` for all."""
        self._changes = DiaryChanges(workspace)
        self.tabs = Segmented([(key, _(text)) for key, text in TABS])
        self.tabs.chosen.connect(self.show_tab)
        self.day = DayEdit(_("Day of the entry"))
        self.day.day_changed.connect(lambda _day: self._show_all())
        self.add_action(self.day)
        self.add_action(self.tabs)
        self.picture = PictureCard()
        self.picture.picture.picked.connect(self._has_picked)
        self.picture.range_changed.connect(self._show_all)
        self.done = Label(tone="ok", weight=600, wrap=True)
        self.day_form = DayForm()
        self.day_form.place_wanted.connect(self._begin)
        self.day_form.saved.connect(self._save_day)
        self.pain_form = PainForm(workspace.catalog)
        self.pain_form.draft_changed.connect(self._draft_has_changed)
        self.pain_form.saved.connect(self._save_pain)
        self.pain_form.left.connect(self._leave_form)
        self.pain = PainCard(workspace)
        self.pain.chart.week_wanted.connect(self.week_wanted)
        self.hints = HintsCard()
        self.hints.guide_wanted.connect(self.read_more)
        self.list = DiaryCard()
        self.list.change_wanted.connect(self._change)
        self.list.removal_wanted.connect(self._remove)
        self.list.everywhere_wanted.connect(lambda: self._filter(None))
        self.injuries = InjuryCard()
        self.injuries.saved.connect(self._changes.save_injury)
        self.injuries.removed.connect(lambda injury: self._changes.remove_injury(injury.injury_id))
        self.health = HealthCard(workspace.catalog.health)
        self.health.answered.connect(self._answer_health)
        self.health.all_skipped.connect(self._skip_health)
        self._lay_out_body()
        self.set_heading(_("Body"), _("Opening your history …"))
        self.show_tab("today")

    def _lay_out_body(self) -> None:
        self.invitation = HealthInvitation()
        self.invitation.wanted.connect(lambda: self.show_tab("health"))
        right = QVBoxLayout()
        right.setSpacing(16)
        for widget in (self.done, self.day_form, self.pain_form, self.hints):
            right.addWidget(widget)
        right.addWidget(self.list, 1)
        right.addWidget(self.injuries, 1)
        right.addStretch()
        self._right = QWidget()
        self._right.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        self.content.addWidget(self.invitation)
        self.content.addWidget(self.pain)
        self.content.addWidget(
            SideBySide(self.picture, self._right, right_px=FORM_PX, keeps_height=True)
        )
        self.content.addWidget(self.health)
        self.content.addStretch()

    # ── what is shown ─────────────────────────────────────────────────────────────────

    def show_advice(self, advice: Advice) -> None:
        """Show the diary as it is now; a form that is being filled in stays as it is."""
        is_new_day = self._advice is None or self._advice.as_of != advice.as_of
        self._advice = advice
        self.day.set_latest(advice.as_of)
        self.pain.show_advice(advice)
        if is_new_day:
            self.day.show_day(advice.as_of)
        self._show_all()
        stopped = advice.plan.stopped
        if self._is_saving and stopped is not None and stopped.tier >= Tier.STOP_RUN:
            self.go_to.emit("overview")
        self._is_saving = False

    def show_tab(self, key: str) -> None:
        """Show one of the four parts."""
        self.tabs.choose(key)
        if key != "today":
            self.done.clear()
        self._arrange()
        self._show_all()

    def ask_how_it_feels(self, *, has_no_pain: bool = False) -> None:
        """Begin an entry of today."""
        self.show_tab("today")
        if self._advice is not None:
            self.day.show_day(self._advice.as_of)
        self._leave_form()
        self.done.clear()
        self._show_all()
        if has_no_pain:
            self.day_form.say_no_pain()
        else:
            self.picture.picture.take_keyboard()

    def _arrange(self) -> None:
        tab = self.tabs.current()
        has_form = self.pain_form.draft is not None
        self.day.setVisible(tab == "today")
        self.picture.setVisible(tab != "health")
        self._right.setVisible(tab != "health")
        self.health.setVisible(tab == "health")
        self.day_form.setVisible(tab == "today" and not has_form)
        self.pain_form.setVisible(tab == "today" and has_form)
        self.list.setVisible(tab == "diary")
        self.pain.setVisible(tab == "diary" and self.pain.has_something)
        self.injuries.setVisible(tab == "injuries")
        self.done.setVisible(tab in {"today", "diary"} and bool(self.done.text()))
        self.picture.show_tab(tab)

    def _show_all(self) -> None:
        advice = self._advice
        if advice is None:
            return
        tab, day = self.tabs.current(), self.day.day
        profile = self._profile(advice)
        self.set_heading(_("Body"), _subtitle(tab, day))
        self.day_form.show_day(
            next((each for each in advice.diary.check_ins if each.date == day), None),
            tuple(sore_lately(advice.diary.pain, day)),
            general_signs(self.workspace.catalog.red_flags, profile),
        )
        self.hints.show_hints(advice.hints if tab != "injuries" else ())
        self._show_list(advice)
        self.injuries.show_injuries(advice.diary.injuries, advice.as_of)
        self.health.show_profile(profile_on(advice.as_of, advice.diary, advice.athlete))
        is_open = self.invitation.show_open(self.workspace.catalog.health, profile)
        self.invitation.setVisible(is_open and tab == "today")
        self._show_picture(advice, tab)
        self._arrange()

    def _show_list(self, advice: Advice) -> None:
        first = first_day(advice.as_of, self.picture.days)
        flags = self.workspace.catalog.red_flags
        lines = diary_lines(advice.diary, flags, first=first, region=self._region)
        self.list.show_lines(lines, "" if self._region is None else _(REGION_LABELS[self._region]))

    def _show_picture(self, advice: Advice, tab: str) -> None:
        picture = self.picture.picture
        if tab == "injuries":
            picture.show_dots(injury_dots(advice.diary.injuries, advice.as_of))
            picture.choose(None)
            return
        days = RECENT_DAYS if tab == "today" else self.picture.days
        day = self.day.day if tab == "today" else advice.as_of
        picture.show_dots(pain_dots(advice.diary.pain, first=first_day(day, days), day=day))
        draft = self.pain_form.draft
        if tab == "today" and draft is not None:
            self._choose(draft.site, draft.side)
        else:
            picture.choose(self._region if tab == "diary" else None, Side.BOTH)

    def _choose(self, site: BodySite, side: Side) -> None:
        region = next(region for region in BodyRegion if site in sites_of(region))
        self.picture.picture.choose(region, side)

    def _profile(self, advice: Advice) -> Profile:
        return profile_on(self.day.day, advice.diary, advice.athlete)

    # ── an entry ──────────────────────────────────────────────────────────────────────

    def _has_picked(self, region: BodyRegion, side: Side) -> None:
        tab = self.tabs.current()
        if tab == "injuries":
            self.injuries.choose(region, side)
        elif tab == "diary":
            self._filter(None if region is self._region else region)
        else:
            draft = self.pain_form.draft
            site = sites_of(region)[0]
            if draft is not None and draft.site in sites_of(region):
                site = draft.site
            self._begin(site, side)

    def _begin(self, site: BodySite, side: Side = Side.RIGHT) -> None:
        """Show the form of a place; what was said so far of another place goes along."""
        advice = self._advice
        if advice is None:
            return
        self.done.clear()
        runs = self._run_days(advice)
        draft = self.pain_form.draft
        if draft is None:
            run_date = runs[0] if runs else None
            draft = PainDraft(site=BodySite.LOW_BACK, side=Side.MIDDLE, run_date=run_date)
            self.pain_form.signs.forget()
        self._show_form(draft.at(site, side))

    def _show_form(self, draft: PainDraft) -> None:
        advice = self._advice
        if advice is None:
            return
        self.pain_form.show_draft(draft, self._profile(advice), self._run_days(advice))
        self._choose(draft.site, draft.side)
        self._arrange()
        self.pain_form.take_keyboard()

    def _run_days(self, advice: Advice) -> tuple[date, ...]:
        """Return the days with a run up to the day of the entry, the latest first."""
        last = self.day.day
        first = last - timedelta(days=RUN_DAYS - 1)
        days = {run.date for run in advice.load.sessions if first <= run.date <= last}
        return tuple(sorted(days, reverse=True))

    def _draft_has_changed(self, draft: PainDraft) -> None:
        self._choose(draft.site, draft.side)

    def _leave_form(self) -> None:
        self.pain_form.draft = None
        self.picture.picture.choose(None)
        self._arrange()

    def _save_pain(self, draft: PainDraft) -> None:
        day, now = self.day.day, self.workspace.now()
        entry = draft.entry(day=day, now=now)
        signs = self.pain_form.signs.screening(day=day, now=now, occasion=Occasion.DIARY)
        has_kept = self._begin_saving(pain_words(entry))
        if entry.entry_id:
            self._changes.change_pain(entry, signs, has_kept)
        else:
            self._changes.add(Diary(pain=(entry,), screenings=(signs,)), has_kept)
        self._leave_form()
        self.picture.picture.take_keyboard()

    def _save_day(self) -> None:
        day, now = self.day.day, self.workspace.now()
        form = self.day_form
        check_in = form.check_in(day=day, now=now)
        calm = form.calm_entries(day=day, now=now)
        signs = form.signs.screening(day=day, now=now, occasion=Occasion.DIARY)
        said = [_("No pain today")] if form.says_no_pain else []
        if check_in is not None:
            said.append(check_in_words(check_in))
        more = Diary(
            pain=calm, check_ins=() if check_in is None else (check_in,), screenings=(signs,)
        )
        form.signs.forget()
        self._changes.add(more, self._begin_saving(", ".join(said) or _("no serious sign today")))

    def _begin_saving(self, words: str) -> Callable[[], None]:
        """Return what says that something was written down, once it was."""
        self._is_saving = True
        return lambda: self.done.setText(_("Written down: {entry}.").format(entry=words))

    # ── the list ──────────────────────────────────────────────────────────────────────

    def _filter(self, region: BodyRegion | None) -> None:
        self._region = region
        self._show_all()

    def _change(self, line: DiaryLine) -> None:
        advice = self._advice
        if advice is None:
            return
        if line.kind is LineKind.INJURY:
            self.show_tab("injuries")
            self.injuries.change(
                next(i for i in advice.diary.injuries if i.injury_id == line.number)
            )
            return
        entry = next(each for each in advice.diary.pain if each.entry_id == line.number)
        self.tabs.choose("today")
        self.day.show_day(entry.date)
        self._show_all()
        self.pain_form.signs.forget()
        self._show_form(PainDraft.of(entry))

    def _remove(self, line: DiaryLine) -> None:
        advice = self._advice
        if advice is None:
            return
        if line.kind is LineKind.INJURY:
            self._changes.remove_injury(line.number)
            return
        entry = next(each for each in advice.diary.pain if each.entry_id == line.number)

        self._changes.remove_pain(entry, _("Taken out: {entry}.").format(entry=pain_words(entry)))

    # ── injuries and health ───────────────────────────────────────────────────────────

    def _answer_health(self, item: HealthItem, answer: Answer, day: date | None) -> None:
        self._keep_health((item,), answer, day)

    def _skip_health(self, items: tuple[HealthItem, ...]) -> None:
        self._keep_health(items, Answer.SKIPPED, None)

    def _keep_health(self, items: tuple[HealthItem, ...], answer: Answer, day: date | None) -> None:
        if self._advice is None:
            return
        as_of, now = self._advice.as_of, self.workspace.now()
        said = tuple(
            HealthAnswer(date=as_of, entered_at=now, item=item, answer=answer, day=day)
            for item in items
        )
        self.workspace.change(lambda advisor: advisor.keep(Diary(health=said)))


def _subtitle(tab: str, day: date) -> str:
    return {
        "today": _("{day} · click where it hurts, or press the first letter of a place"),
        "diary": _("What is written down, the latest first"),
        "injuries": _("What was hurt before, and what is hurt now"),
        "health": _("Asked once; every question may be skipped"),
    }[tab].format(day=wording.long_day(day))
