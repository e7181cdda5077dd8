"""What medicines, age and numb feet mean for running (rules.md 10, 11, 18): information."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.body import ALL_TISSUES
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.diary import Answer, HealthItem
from runadvisor.domain.knowledge import CLINICAL_CONSENSUS
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning
from runadvisor.warning.profile import ADULT_YEARS, MEDICINE_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.diary import HealthAnswer
    from runadvisor.domain.text import Value
    from runadvisor.warning.profile import Profile
    from runadvisor.warning.rule import Facts


@dataclass(frozen=True, slots=True)
class _Note:
    """What one answer means."""

    code: str
    title: str
    message: str
    advice: tuple[str, ...]
    clears: str = N_("When the answer changes.")
    clears_on: str = N_("It is gone on {clears_date}.")
    """The same where a day ends it."""
    citation: str = CLINICAL_CONSENSUS


_OF_ITEM: Mapping[HealthItem, _Note] = {
    HealthItem.BETA_BLOCKER: _Note(
        "medicine-beta-blocker",
        N_("Beta-blocker: go by feel"),
        N_("Your heart rate is held down, so nothing here rests on it."),
        (N_("Go by effort, 0 to 10, and by whether you can talk."),),
    ),
    HealthItem.BLOOD_THINNER: _Note(
        "medicine-blood-thinner",
        N_("Blood thinner: mind bruises"),
        N_("No foam roller, ball or deep massage: bruises grow."),
        (N_("A large or growing bruise, a tense thigh, a fall on hip or head: be seen at once."),),
    ),
    HealthItem.INSULIN: _Note(
        "medicine-insulin",
        N_("Sugar can fall while you run"),
        N_("With insulin or such tablets, running can bring sugar too low, hours later too."),
        (
            N_("Carry glucose, and know your number before longer runs."),
            N_("Shaky, sweating, confused: stop, take glucose, and do not go on alone."),
        ),
    ),
    HealthItem.HEAT_MEDICINE: _Note(
        "medicine-heat",
        N_("Heat reaches you sooner"),
        N_("With these medicines the body cools less well or dries out sooner."),
        (N_("On hot days run early, shorter, by effort. Confused or staggering: cool and call."),),
    ),
    HealthItem.STATIN: _Note(
        "medicine-statin",
        N_("Cholesterol tablets: mind the muscles"),
        N_("Muscles far more painful than the effort explains are looked at the same day."),
        (N_("Urine like cola, or hardly any: go to an emergency department."),),
    ),
    HealthItem.QUINOLONE: _Note(
        "medicine-quinolone",
        N_("An antibiotic that weakens tendons"),
        N_("For up to 60 days after a quinolone a sore tendon is a reason to stop and call."),
        (
            N_("Any tendon pain: stop running and ask the prescriber the same day."),
            N_("No heel drops and no heavy calf raises until then."),
        ),
        clears_on=N_("60 days after the last dose: it is gone on {clears_date}."),
        citation="morales2018",
    ),
    HealthItem.NUMB_FEET: _Note(
        "numb-feet",
        N_("Little feeling in the feet"),
        N_("Pain numbers do not protect you there, so the pain rule never says green."),
        (
            N_("Look at both feet every day, between the toes too. No ice and no heat."),
            N_("A wound, or a hot swollen foot: be seen the same day."),
        ),
    ),
}
_MINOR = _Note(
    "minor",
    N_("Under 18: show this to a parent"),
    N_("Bones still grow: no plans for a way back or a race, and no heaviest weights."),
    (N_("Any pain that lasts: tell a parent, and see somebody early."),),
    clears_on=N_("Being 18: only the year of birth is known, so it is gone on {clears_date}."),
)


def health_notes(known: Facts) -> Iterator[TrainingWarning]:
    """Yield what the health answers mean on the day of the facts."""
    profile = known.profile(known.as_of)
    for item, note in _OF_ITEM.items():
        if _applies(item, profile):
            answer = profile.answers[item]
            is_for_days = item is HealthItem.QUINOLONE
            yield _warning(
                note, answer.date, clears_on=medicine_gone_on(answer) if is_for_days else None
            )
    if profile.is_minor:
        yield _warning(_MINOR, known.first_day or known.as_of, clears_on=grown_up_on(known.athlete))


def health_notes_raised(known: Facts) -> Iterator[TrainingWarning]:
    """Yield what each health answer meant on the day it was given."""
    for answer in known.diary.health:
        note = _OF_ITEM.get(answer.item)
        if note is not None and answer.answer is Answer.YES:
            yield _warning(note, answer.date)


def _applies(item: HealthItem, profile: Profile) -> bool:
    if item is HealthItem.QUINOLONE:
        return profile.has_recent_quinolone
    return profile.says_yes(item)


def medicine_gone_on(answer: HealthAnswer) -> date:
    """Return the first day on which a medicine no longer matters for tendons."""
    return (answer.day or answer.date) + timedelta(days=MEDICINE_DAYS) + ONE_DAY


def grown_up_on(athlete: Athlete) -> date | None:
    """Return the first day of the year in which nobody of that birth year is under 18."""
    year = athlete.birth_year
    return None if year is None else date(year + ADULT_YEARS + 1, 1, 1)


def _warning(note: _Note, day: date, *, clears_on: date | None = None) -> TrainingWarning:
    values: dict[str, Value] = {} if clears_on is None else {"clears_date": clears_on}
    return TrainingWarning(
        rule="R21",
        code=note.code,
        tier=Tier.INFO,
        grade=EvidenceGrade.MODERATE if note.citation == "morales2018" else EvidenceGrade.WEAK,
        date=day,
        clears_on=clears_on,
        tissues=ALL_TISSUES,
        title=Message(note.title),
        message=Message(note.message),
        values=values,
        clears=Message(note.clears if clears_on is None else note.clears_on, values),
        advice=tuple(Message(line) for line in note.advice),
        sure=Message(N_("What clinicians agree on, not a trial of runners.")),
        not_shown=Message(N_("How much it matters for you: ask who prescribed it.")),
        citations=(note.citation,),
    )
