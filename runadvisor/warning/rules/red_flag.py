"""R21: signs that stop everything, and signs to have looked at soon."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.body import ALL_TISSUES, SITES
from runadvisor.domain.knowledge import CLINICAL_CONSENSUS, Urgency
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import EvidenceGrade, Tier, TrainingWarning
from runadvisor.warning.groin_course import FLAT_EASY_PAIN, PAINFUL_RUNS, WAIT_DAYS
from runadvisor.warning.red_flags import HEALTH_FLAGS, MISTAKE_WINDOW, OPEN, SOON_DAYS, stands
from runadvisor.warning.rule import Rule
from runadvisor.warning.rules.health_notes import health_notes, health_notes_raised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.domain.knowledge import RedFlag
    from runadvisor.domain.text import Value
    from runadvisor.warning.red_flags import Reported
    from runadvisor.warning.rule import Facts

SECONDS_PER_HOUR = 3600
SOMEBODY_TO_CALL = N_("the emergency number")
"""In sentences that do not know the runner's own."""

_TIERS = {
    Urgency.NOW: Tier.LOCK,
    Urgency.URGENT: Tier.LOCK,
    Urgency.WEEK: Tier.STOP_RUN,
    Urgency.SOON: Tier.ACT,
}
HEADLINES = {
    Urgency.NOW: N_("Call {emergency_number} now"),
    Urgency.URGENT: N_("See a doctor today or tomorrow, before you run again"),
    Urgency.WEEK: N_("No running. Have it looked at within seven days"),
    Urgency.SOON: N_("Have it looked at within two weeks"),
}
_CLEARS = {
    Urgency.NOW: N_(
        "Only what somebody who saw you says: on which day, who, and whether you may run."
    ),
    Urgency.URGENT: N_(
        "Only what somebody who saw you says: on which day, who, and whether you may run."
    ),
    Urgency.WEEK: N_("What somebody who saw you says, and whether you may run."),
    Urgency.SOON: N_(
        "When somebody has looked at it, or two weeks after it was last told: on {clears_date}."
    ),
}
_WAIT_CLEARS = N_(
    "What somebody who saw you says; or, from {wait_date} on, the first four questions answered "
    "with no: then flat and easy at 1 of 10 at most."
)
_HEALTH_CLEARS = N_("When somebody has looked at it, or your health answer changes.")
_SURE = N_("Doctors agree that this sign is looked at and not trained through. It is no diagnosis.")
_NOT_SHOWN = N_("What it is: only somebody who sees you can tell.")


def standing_signs(known: Facts) -> tuple[Reported, ...]:
    """Return the signs that stand on the day of the facts, the most urgent and latest first."""
    order = list(Urgency)
    found = [told for told in known.told_for_good if stands(told, known.diary, known.as_of)]
    return tuple(
        sorted(
            found,
            key=lambda told: (order.index(told.flag.urgency), -told.report.date.toordinal()),
        )
    )


def sign_warning(told: Reported) -> TrainingWarning:
    """Return the warning of a reported sign."""
    report, flag = told.report, told.flag
    is_soon = flag.urgency is Urgency.SOON and flag.flag_id not in HEALTH_FLAGS
    clears_on = report.date + timedelta(days=SOON_DAYS) if is_soon else None
    values: dict[str, Value] = {
        "flag": flag.flag_id,
        "urgency": flag.urgency.value,
        "told_date": report.date,
        "spot": None if report.spot is None else report.spot.key,
        "pain": report.score,
        "questions": "”, “".join(question.ask for question in told.questions),
        "sign": flag.text,
        "emergency_number": SOMEBODY_TO_CALL,
        "wait_date": report.date + timedelta(days=WAIT_DAYS),
        "clears_date": clears_on,
    }
    tier = Tier.WATCH if flag.flag_id in HEALTH_FLAGS else _TIERS[flag.urgency]
    return TrainingWarning(
        rule=RED_FLAG.rule_id,
        code=f"sign-{flag.flag_id.lower()}",
        tier=tier,
        grade=EvidenceGrade.WEAK if report.is_open else flag.grade,
        date=report.date,
        clears_on=clears_on,
        tissues=() if report.spot is None else SITES[report.spot.site].tissues,
        title=Message(flag.headline or HEADLINES[flag.urgency], values),
        message=Message(_message(told), values),
        values=values,
        clears=Message(_clears(flag), values),
        advice=tuple(Message(f"{step.what} {step.how}", values) for step in flag.steps)
        or (Message(N_("Ask a doctor or physiotherapist to look at it within two weeks.")),),
        sure=Message(_SURE),
        not_shown=Message(_NOT_SHOWN),
        citations=flag.citations,
    )


def _clears(flag: RedFlag) -> str:
    if flag.flag_id in HEALTH_FLAGS:
        return _HEALTH_CLEARS
    return _WAIT_CLEARS if flag.flag_id == "U-a-week" else _CLEARS[flag.urgency]


def _message(told: Reported) -> str:
    report = told.report
    if report.flag_id == OPEN:
        return N_("On {told_date} the question about serious signs was left open.")
    if report.spot is None:
        return N_("Told on {told_date}: {sign}")
    if report.is_plain:
        return N_("{spot}, {told_date}: yes to “{questions}”.")
    if told.questions and report.is_open:
        return N_(
            "{spot}, {told_date}: not known or left open, so it counts as yes: “{questions}”."
        )
    if told.questions:
        return N_("{spot}, {told_date}: yes, or not a plain no, to “{questions}”.")
    return N_("{spot}, {told_date}: {sign}")


def _raised(known: Facts) -> Iterator[TrainingWarning]:
    for told in known.told_for_good:
        yield sign_warning(told)
    yield from health_notes_raised(known)


def _standing(known: Facts) -> Iterator[TrainingWarning]:
    for told in standing_signs(known):
        yield sign_warning(told)
    yield from health_notes(known)


RED_FLAG = Rule(
    rule_id="R21",
    name="signs to stop for",
    thresholds={
        "mistake_hours": MISTAKE_WINDOW.total_seconds() / SECONDS_PER_HOUR,
        "soon_days": SOON_DAYS,
        "wait_days": WAIT_DAYS,
        "flat_easy_pain": FLAT_EASY_PAIN,
        "painful_runs": PAINFUL_RUNS,
    },
    grade=EvidenceGrade.STRONG,
    citations=(CLINICAL_CONSENSUS,),
    tissues=ALL_TISSUES,
    raised=lambda known: tuple(_raised(known)),
    standing=lambda known: tuple(_standing(known)),
    is_always_on=True,
)
