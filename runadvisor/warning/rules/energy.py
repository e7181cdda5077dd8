"""R22: risks for bone, pregnancy, and the year after a birth (rules.md 9, 17)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from runadvisor.domain.body import Tissue
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.diary import Answer, HealthItem
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.warning.profile import NO_RUN_AFTER_BIRTH, YEAR_AFTER_BIRTH
from runadvisor.warning.rule import Rule
from runadvisor.warning.words import Words, worded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.warning.rule import Facts


class AfterBirth(Enum):
    """Where somebody stands in the year after a birth."""

    TOO_EARLY = "too-early"
    """Under 84 days: no run plan."""
    NOT_CHECKED = "not-checked"
    """From then on, until the signs are a plain no and the walk went well."""
    LADDER = "ladder"
    """Checked: the way back starts with walking and running in turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthStage:
    """The stage, and from when it is so."""

    stage: AfterBirth
    since: date
    from_day: date
    """The first day a run may be planned."""
    year_over_on: date
    """The first day after the year."""


def _year_over_on(birth: date) -> date:
    return birth + timedelta(days=YEAR_AFTER_BIRTH) + ONE_DAY


def birth_stage(known: Facts) -> BirthStage | None:
    """Return where the year after a birth stands; ``None`` outside it."""
    profile = known.profile(known.as_of)
    days = profile.days_after_birth
    if days is None:
        return None
    birth = known.as_of - timedelta(days=days)
    from_day = birth + timedelta(days=NO_RUN_AFTER_BIRTH)
    over = _year_over_on(birth)
    if days < NO_RUN_AFTER_BIRTH:
        return BirthStage(
            stage=AfterBirth.TOO_EARLY, since=birth, from_day=from_day, year_over_on=over
        )
    signs = profile.answers.get(HealthItem.POSTNATAL_SIGNS)
    walk = profile.answers.get(HealthItem.POSTNATAL_WALK)
    is_checked = (
        signs is not None
        and walk is not None
        and min(signs.date, walk.date) >= from_day
        and signs.answer is Answer.NO
        and walk.answer is Answer.YES
    )
    if not is_checked or signs is None or walk is None:
        return BirthStage(
            stage=AfterBirth.NOT_CHECKED, since=from_day, from_day=from_day, year_over_on=over
        )
    checked_on = max(signs.date, walk.date)
    return BirthStage(
        stage=AfterBirth.LADDER, since=checked_on, from_day=checked_on, year_over_on=over
    )


_SURE = N_(
    "Strong for missed periods: they go with more stress fractures. The other items come from a "
    "consensus on energy and bone."
)
_NOT_SHOWN = N_("Your own risk: a yes is a reason to talk to somebody, no more.")
_SURE_BIRTH = N_(
    "Expert advice: not before three months after a birth. The check and the walk are advice too."
)
_NOT_SHOWN_BIRTH = N_("The right week for you: bodies and births differ.")
_SURE_PREGNANT = N_(
    "Consensus among doctors; no trial of runners. Effort is led by whether you can talk."
)


def _raised(known: Facts) -> Iterator[TrainingWarning]:
    risky = False
    for answer in known.diary.health:
        profile = known.profile(answer.date)
        if profile.bone_risk_items and not risky:
            yield _bone_risk(profile.bone_risk_items, answer.date)
        risky = bool(profile.bone_risk_items)
        if answer.answer is not Answer.YES:
            continue
        if answer.item is HealthItem.PREGNANT:
            yield _pregnant(answer.date)
        if answer.item is HealthItem.BIRTH and profile.days_after_birth is not None:
            born = answer.day or answer.date
            from_day = born + timedelta(days=NO_RUN_AFTER_BIRTH)
            if answer.date < from_day:
                yield _after_birth(
                    AfterBirth.TOO_EARLY, answer.date, from_day, year_over_on=_year_over_on(born)
                )


def _standing(known: Facts) -> Iterator[TrainingWarning]:
    profile = known.profile(known.as_of)
    items = profile.bone_risk_items
    if items:
        birth = birth_stage(known)
        over = birth.year_over_on if birth and items == (HealthItem.BIRTH,) else None
        yield _bone_risk(
            items,
            max(profile.answers[item].date for item in items),
            clears_on=over,
        )
    if profile.is_pregnant:
        yield _pregnant(profile.answers[HealthItem.PREGNANT].date)
    birth = birth_stage(known)
    if birth is not None:
        yield _after_birth(
            birth.stage, birth.since, birth.from_day, year_over_on=birth.year_over_on
        )


_BONE = Words(
    title=N_("A reason to be careful with bone"),
    message=N_("From your health answers: bone pain is taken as urgent for you."),
    clears=N_("When the answer changes."),
    advice=(
        N_("A doctor can look at bones, hormones and energy together; it is worth asking."),
        N_("No fasting and no weight goals while you train."),
        N_("Hormonal contraception hides missed periods: then their coming says nothing."),
    ),
    sure=_SURE,
    not_shown=_NOT_SHOWN,
)
_BONE_AFTER_BIRTH = replace(
    _BONE, clears=N_("A year after the birth: it is gone on {clears_date}.")
)
_PREGNANT = Words(
    title=N_("Running while pregnant"),
    message=N_("The plan does not grow and holds nothing hard; you lead by how it feels."),
    clears=N_("When the answer changes."),
    advice=(
        N_("Run so that you can talk all the time. Leave numbers of heart rate and pace aside."),
        N_("From 20 weeks on no exercises flat on your back for long, and no heaviest weights."),
        N_("Bleeding, fluid, contractions, dizziness, chest pain, a sore calf: stop and call."),
    ),
    sure=_SURE_PREGNANT,
    not_shown=_NOT_SHOWN_BIRTH,
    grade=EvidenceGrade.WEAK,
    citations=("acog_pregnancy",),
)
_AFTER_BIRTH = {
    AfterBirth.TOO_EARLY: Words(
        title=N_("After the birth: walking first"),
        message=N_("No running before {from_date}, twelve weeks after the birth."),
        clears=N_("Twelve weeks after the birth, on {from_date}; then the check comes first."),
        advice=(
            N_("Walk as it feels well, and build it up slowly."),
            N_("Pelvic floor exercises as your midwife or physiotherapist shows you."),
        ),
        sure=_SURE_BIRTH,
        not_shown=_NOT_SHOWN_BIRTH,
        grade=EvidenceGrade.WEAK,
        citations=("goom2019",),
    ),
    AfterBirth.NOT_CHECKED: Words(
        title=N_("After the birth: a check before running"),
        message=N_(
            "Before the first run: no leaking, heaviness, pelvic or pubic pain or bleeding, and a "
            "brisk 30-minute walk without any of them."
        ),
        clears=N_("Both questions answered in your health answers."),
        advice=(
            N_("Answer the two questions in your health answers once you have tried the walk."),
            N_("With a yes to any sign, see a pelvic health physiotherapist first."),
        ),
        sure=_SURE_BIRTH,
        not_shown=_NOT_SHOWN_BIRTH,
        grade=EvidenceGrade.WEAK,
        citations=("goom2019",),
    ),
    AfterBirth.LADDER: Words(
        title=N_("After the birth: step by step"),
        message=N_("Walking and running in turn first; the plan starts with it."),
        clears=N_("A year after the birth: it is gone on {clears_date}."),
        advice=(
            N_(
                "Leaking, heaviness or pelvic pain in or after a run: step back, have it looked at."
            ),
            N_("Seat pain on one side counts as bone until it is looked at."),
        ),
        sure=_SURE_BIRTH,
        not_shown=_NOT_SHOWN_BIRTH,
        grade=EvidenceGrade.WEAK,
        citations=("goom2019",),
    ),
}


def _bone_risk(
    items: tuple[HealthItem, ...], day: date, *, clears_on: date | None = None
) -> TrainingWarning:
    return worded(
        ENERGY,
        _BONE if clears_on is None else _BONE_AFTER_BIRTH,
        code="bone-risk",
        tier=Tier.INFO,
        day=day,
        clears_on=clears_on,
        values={
            "items": ", ".join(item.value for item in items),
            "clears_date": clears_on,
        },
    )


def _pregnant(day: date) -> TrainingWarning:
    return worded(
        ENERGY, _PREGNANT, code="pregnancy", tier=Tier.INFO, day=day, clears_on=None, values={}
    )


def _after_birth(
    stage: AfterBirth, day: date, from_day: date, *, year_over_on: date
) -> TrainingWarning:
    ends = {AfterBirth.TOO_EARLY: from_day, AfterBirth.LADDER: year_over_on}
    return worded(
        ENERGY,
        _AFTER_BIRTH[stage],
        code=f"after-birth-{stage.value}",
        tier=Tier.INFO if stage is AfterBirth.LADDER else Tier.STOP_RUN,
        day=day,
        clears_on=ends.get(stage),
        values={"from_date": from_day, "clears_date": ends.get(stage)},
    )


ENERGY = Rule(
    rule_id="R22",
    name="energy and bone risk",
    thresholds={"no_run_after_birth_days": NO_RUN_AFTER_BIRTH, "birth_days": YEAR_AFTER_BIRTH},
    grade=EvidenceGrade.STRONG,
    citations=("reds2023", "hulme2017"),
    tissues=(Tissue.BONE,),
    raised=lambda known: tuple(_raised(known)),
    standing=lambda known: tuple(_standing(known)),
    is_always_on=True,
)
