"""About you: what the numbers may rest on. Everything can be left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runadvisor import wording
from runadvisor.domain.athlete import Experience, TrimpSex
from runadvisor.domain.text import N_
from runadvisor.domain.units import METRES_PER_KILOMETRE
from runadvisor.gui.pages import athlete_answers as answers
from runadvisor.gui.pages.athlete_shoes import ShoesCard
from runadvisor.gui.widgets.answer_field import AnswerField, ChoiceAnswer, TextAnswer
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import Page
from runadvisor.gui.zone_names import complete_zones
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from runadvisor.advisor import Advice
    from runadvisor.domain.athlete import Athlete, Shoe
    from runadvisor.gui.workspace import Workspace
    from runadvisor.training_load.own_estimates import OwnEstimates

OLDEST_YEAR, YOUNGEST_AGE = 1900, 5
YES_NO = ((True, N_("Yes")), (False, N_("No")))


class AthletePage(Page):
    """Answers about oneself, each with what it is for; saved as soon as they are given."""

    key = "athlete"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading(
            _("About you"), _("All of it can be left out. It stays in your history’s file.")
        )
        self._athlete: Athlete | None = None
        self.fields = _fields()
        for name, field in self.fields.items():
            field.answered.connect(lambda answer, name=name: self._answer(name, answer))
        complete_zones(self.fields["home_zone"].control)  # pyright: ignore[reportArgumentType] - a line edit
        self.medicine_note = Label(
            _(
                "Your heart rate is left out of every number: effort counts by your own rating, "
                "or by time where there is none."
            ),
            size=12,
            tone="info",
            wrap=True,
        )
        self.critical = Label(size=12, tone="muted", wrap=True)
        self.shoes = ShoesCard()
        self.shoes.changed.connect(self._answer_shoes)
        self._add_card(_("You"), ("name", "birth_year", "experience", "home_zone"))
        heart = self._add_card(
            _("Heart rate"),
            (
                *("takes_heart_rate_medicine", "trimp_sex", "max_heart_rate_bpm"),
                *("resting_heart_rate_bpm", "threshold_heart_rate_bpm"),
                "heart_rate_zone_edges_bpm",
            ),
        )
        heart.body.addWidget(self.medicine_note)
        pace = self._add_card(_("Pace"), ("easy_speed_mps", "threshold_speed_mps"))
        pace.body.addWidget(self.critical)
        self.content.addWidget(self.shoes)
        self.content.addStretch()

    def show_advice(self, advice: Advice) -> None:
        """Show what was answered, and what the history says where nothing was."""
        self._athlete = advice.athlete
        for name, field in self.fields.items():
            answer = getattr(advice.athlete, name)
            field.show_answer(answer if answer != () else None)  # pyright: ignore[reportAttributeAccessIssue] - both kinds have it
        self.shoes.show_shoes(advice.athlete.shoes, today=advice.as_of)
        self.medicine_note.setVisible(bool(advice.athlete.takes_heart_rate_medicine))

        def estimates() -> OwnEstimates:
            from runadvisor.training_load.own_estimates import own_estimates  # noqa: PLC0415 - numpy

            return own_estimates(
                advice.activities,
                features=advice.work.features,
                athlete=advice.athlete,
                as_of=advice.as_of,
            )

        self.workspace.run(estimates, self._show_estimates, owner=self)

    def _add_card(self, title: str, names: Sequence[str]) -> Card:
        card = Card()
        card.body.setSpacing(14)
        card.body.addWidget(Label(title, size=16, weight=600))
        for name in names:
            card.body.addWidget(self.fields[name])
        self.content.addWidget(card)
        return card

    def _answer(self, name: str, answer: object) -> None:
        if self._athlete is None:
            return
        if name == "heart_rate_zone_edges_bpm":
            answer = answer or ()
        problem = _clash(replace(self._athlete, **{name: answer}))
        self.fields[name].say_problem(problem)
        if not problem:
            self._keep({name: answer})

    def _answer_shoes(self, shoes: tuple[Shoe, ...]) -> None:
        self._keep({"shoes": shoes})

    def _keep(self, changed: Mapping[str, object]) -> None:
        if self._athlete is not None:
            # The next answer may come before the advice that this one leads to.
            self._athlete = replace(self._athlete, **changed)  # pyright: ignore[reportArgumentType] - by name
            self.workspace.set_athlete(self._athlete)

    def _show_estimates(self, own: OwnEstimates) -> None:
        heart, speeds = own.heart_rate, own.speeds
        shown = {
            "max_heart_rate_bpm": _about(None if heart.max_is_entered else heart.max_bpm),
            "resting_heart_rate_bpm": _("assumed {beats}").format(
                beats=answers.beats_words(heart.resting_bpm)
            ),
            "threshold_heart_rate_bpm": _about(heart.threshold_bpm),
            "heart_rate_zone_edges_bpm": self._zones(own),
            "easy_speed_mps": _pace(speeds.easy_speed_mps),
            "threshold_speed_mps": _pace(speeds.threshold_speed_mps),
        }
        for name, words in shown.items():
            self.fields[name].show_estimate(words)  # pyright: ignore[reportAttributeAccessIssue] - typed fields
        self.critical.setText(_critical_words(own))

    def _zones(self, own: OwnEstimates) -> str:
        from runadvisor.training_load.zones import heart_rate_zone_edges_bpm  # noqa: PLC0415 - numpy

        if self._athlete is None:
            return ""
        bare = replace(self._athlete, heart_rate_zone_edges_bpm=())
        edges = heart_rate_zone_edges_bpm(bare, own.heart_rate)
        return "" if edges is None else answers.zone_words(edges)


def _fields() -> dict[str, AnswerField]:
    this_year = 2100
    beats, words = answers.beats, answers.beats_words
    pace, pace_words = answers.speed_of_pace, answers.pace_words
    return {
        "name": TextAnswer(
            _("Name"), _("Printed on your plan, if you like."), read=str.strip, write=str
        ),
        "birth_year": TextAnswer(
            _("Year of birth"),
            _("For what differs by age: tendons, bone, and who should not get a plan."),
            read=answers.whole_number(OLDEST_YEAR, this_year, what=_("The year")),
            write=str,
        ),
        "experience": ChoiceAnswer(
            _("New to running?"),
            _(
                "New is less than 12 months, or less than 12 weeks regularly: first weeks stay "
                "short."
            ),
            choices=((Experience.NEW, _("Yes, new")), (Experience.USED_TO_IT, _("No"))),
        ),
        "home_zone": TextAnswer(
            _("Home time zone"),
            _("Where a run without a place of its own is put on the calendar."),
            read=answers.home_zone,
            write=str,
        ),
        "takes_heart_rate_medicine": ChoiceAnswer(
            _("Medicine that changes heart rate?"),
            _("Such as a beta-blocker: then no number here may rest on heart rate."),
            choices=tuple((answer, _(text)) for answer, text in YES_NO),
        ),
        "trimp_sex": ChoiceAnswer(
            _("Sex, for the heart-rate formula"),
            _("Banister’s formula knows two sets of constants; without an answer another is used."),
            choices=((TrimpSex.FEMALE, _("Female")), (TrimpSex.MALE, _("Male"))),
        ),
        "max_heart_rate_bpm": TextAnswer(
            _("Highest heart rate"),
            _(
                "What effort by heart rate is measured against. Greyed: the second highest of a "
                "year."
            ),
            read=beats(100, 240, what=_("The highest heart rate")),
            write=words,
        ),
        "resting_heart_rate_bpm": TextAnswer(
            _("Resting heart rate"),
            _("The other end of that measure. No run shows it, so it is assumed until you say."),
            read=beats(25, 110, what=_("The resting heart rate")),
            write=words,
        ),
        "threshold_heart_rate_bpm": TextAnswer(
            _("Heart rate at threshold"),
            _("What you could hold for an hour. A run counts as hard by it only if you enter it."),
            read=beats(80, 230, what=_("The heart rate at threshold")),
            write=words,
        ),
        "heart_rate_zone_edges_bpm": TextAnswer(
            _("Zones 2 to 5 begin at"),
            _("For time in zones. Greyed: tenths of your highest heart rate."),
            read=answers.zone_edges,
            write=answers.zone_words,
        ),
        "easy_speed_mps": TextAnswer(
            _("Easy pace"),
            _("What fast and slow are measured from. Greyed: the middle of your easy runs."),
            read=pace,
            write=pace_words,
        ),
        "threshold_speed_mps": TextAnswer(
            _("Threshold pace"),
            _(
                "What you could hold for an hour: it says which minutes were hard. Greyed: from "
                "your best effort of 90 days, where one stands out."
            ),
            read=pace,
            write=pace_words,
        ),
    }


def _clash(athlete: Athlete) -> str:
    """Return what two answers say against each other; empty for nothing."""
    resting, highest = athlete.resting_heart_rate_bpm, athlete.max_heart_rate_bpm
    threshold = athlete.threshold_heart_rate_bpm
    if resting is not None and highest is not None and resting >= highest:
        return _("The highest heart rate lies above the resting one.")
    if threshold is not None and highest is not None and threshold >= highest:
        return _("The heart rate at threshold lies below the highest one.")
    easy, fast = athlete.easy_speed_mps, athlete.threshold_speed_mps
    if easy is not None and fast is not None and easy >= fast:
        return _("Threshold pace is faster than easy pace.")
    return ""


def _about(beats_per_minute: float | None) -> str:
    if beats_per_minute is None:
        return ""
    return _("estimated {number}").format(number=answers.beats_words(beats_per_minute))


def _pace(speed_mps: float | None) -> str:
    if speed_mps is None:
        return _("not enough runs yet")
    return _("estimated {number}").format(number=answers.pace_words(speed_mps))


def _critical_words(own: OwnEstimates) -> str:
    found = own.critical_speed
    if found is None:
        return ""
    pace_s = METRES_PER_KILOMETRE / found.speed_mps
    slower_s = METRES_PER_KILOMETRE / (found.speed_mps - found.standard_error_mps) - pace_s
    spans = wording.minutes(found.efforts[0].span_s), wording.minutes(found.efforts[-1].span_s)
    return _(
        "Critical speed, from your best efforts of {shortest} to {longest} in 90 days: {pace}, "
        "give or take {seconds} s by the fit alone. It is as good as the efforts: who did not run "
        "hard gets too slow a pace."
    ).format(
        shortest=spans[0],
        longest=spans[1],
        pace=wording.pace(pace_s),
        seconds=max(round(slower_s), 1),
    )
