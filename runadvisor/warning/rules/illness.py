"""R27: no running while ill below the neck, and easy days after it (rules.md 12)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.body import ALL_TISSUES
from runadvisor.domain.calendar import ONE_DAY
from runadvisor.domain.diary import BELOW_NECK, Answer, IllnessSign
from runadvisor.domain.knowledge import CLINICAL_CONSENSUS, OWN_CHOICE
from runadvisor.domain.text import N_
from runadvisor.domain.warning import EvidenceGrade, Tier
from runadvisor.warning.rule import Rule
from runadvisor.warning.words import Words, worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from runadvisor.domain.diary import CheckIn
    from runadvisor.domain.text import Value
    from runadvisor.domain.warning import TrainingWarning
    from runadvisor.warning.rule import Facts

FEWEST_EASY_DAYS = 2
MOST_EASY_DAYS = 10

_SURE = N_(
    "Clinical consensus, not a study. Running with fever, or with an illness of the chest or the "
    "whole body, is left until it has passed; the numbers of days are our choice."
)
_NOT_SHOWN = N_("How many easy days anybody needs: people and illnesses differ.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Illness:
    """One illness below the neck, as far as it is told."""

    first_day: date
    last_ill_day: date
    well_on: date | None
    """First day without such signs and without fever medicine; ``None`` until told."""

    @property
    def may_run_on(self) -> date | None:
        """The day after the first well one: 24 hours have passed then."""
        return None if self.well_on is None else self.well_on + ONE_DAY

    @property
    def easy_days(self) -> int:
        """As many easy days as it lasted, at least two, at most ten."""
        lasted = (self.last_ill_day - self.first_day).days + 1
        return min(max(lasted, FEWEST_EASY_DAYS), MOST_EASY_DAYS)

    @property
    def easy_until(self) -> date | None:
        """Last easy day; ``None`` while it lasts."""
        start = self.may_run_on
        return None if start is None else start + timedelta(days=self.easy_days - 1)


def illnesses(check_ins: Sequence[CheckIn]) -> tuple[Illness, ...]:
    """Return the illnesses below the neck, oldest first.

    A day that says nothing of illness neither goes on with one nor ends it.
    """
    found: list[Illness] = []
    first: date | None = None
    last: date | None = None
    for day in check_ins:
        if day.illness is None:
            continue
        if day.illness & BELOW_NECK or day.took_fever_medicine is Answer.YES:
            first = first or day.date
            last = day.date
        elif first is not None and last is not None:
            found.append(Illness(first_day=first, last_ill_day=last, well_on=day.date))
            first = last = None
    if first is not None and last is not None:
        found.append(Illness(first_day=first, last_ill_day=last, well_on=None))
    return tuple(found)


def _raised(known: Facts) -> Iterator[TrainingWarning]:
    for illness in illnesses(known.diary.check_ins):
        yield _ill(illness.first_day)
        if illness.may_run_on is not None and illness.may_run_on <= known.as_of:
            yield _easy(illness, illness.may_run_on)
    before: date | None = None
    for day in known.diary.check_ins:
        if _is_cold(day):
            if before is None or day.date - before > timedelta(days=MOST_EASY_DAYS):
                yield _cold(day.date)
            before = day.date


def _standing(known: Facts) -> Iterator[TrainingWarning]:
    for illness in illnesses(known.diary.check_ins):
        if illness.may_run_on is None or known.as_of < illness.may_run_on:
            yield _ill(illness.first_day, may_run_on=illness.may_run_on)
        elif illness.easy_until is not None and known.as_of <= illness.easy_until:
            yield _easy(illness, illness.may_run_on)
    last = next((day for day in reversed(known.diary.check_ins) if day.illness is not None), None)
    if last is not None and _is_cold(last) and known.as_of - last.date <= ONE_DAY:
        yield _cold(last.date)


def _is_cold(day: CheckIn) -> bool:
    return day.illness is not None and day.illness == frozenset({IllnessSign.NECK_UP})


_ILL = Words(
    title=N_("Ill: no running yet"),
    message=N_("Ill since {from_date}, with fever or below the neck."),
    clears=N_(
        "A day without fever, without such signs and without fever medicine, and 24 hours on top. "
        "Tell us when you are well."
    ),
    advice=(
        N_("Rest. No running and no hard sport until 24 hours after fever and signs are gone."),
        N_("Chest pain, a stumbling heart or fainting now or in the next four weeks: say so."),
    ),
    sure=_SURE,
    not_shown=_NOT_SHOWN,
)
_WELL = replace(
    _ILL,
    clears=N_("24 hours well, without fever medicine: it is gone on {clears_date} if you stay so."),
)
_EASY = Words(
    title=N_("Easy days after an illness"),
    message=N_("Well again: easy running only until {until_date}, as long as you were ill."),
    clears=N_("As many easy days as you were ill: it ends after {until_date}."),
    advice=(
        N_("Short and easy, so that you can talk. Nothing hard, nothing long."),
        N_("Stop and be seen if your heart races or stumbles, your chest hurts, or you faint."),
    ),
    sure=_SURE,
    not_shown=_NOT_SHOWN,
)
_COLD = Words(
    title=N_("A cold above the neck"),
    message=N_("A runny nose or sore throat, nothing below the neck: easy runs only."),
    clears=N_(
        "An entry that says it is gone; with nothing more entered it is gone on {clears_date}."
    ),
    advice=(N_("Easy is fine. If it moves to the chest or you get fever, stop."),),
    sure=_SURE,
    not_shown=_NOT_SHOWN,
)


def _ill(day: date, *, may_run_on: date | None = None) -> TrainingWarning:
    values: dict[str, Value] = {"from_date": day, "clears_date": may_run_on}
    return worded(
        ILLNESS,
        _ILL if may_run_on is None else _WELL,
        code="illness",
        tier=Tier.STOP_RUN,
        day=day,
        clears_on=may_run_on,
        values=values,
    )


def _easy(illness: Illness, start: date) -> TrainingWarning:
    until = illness.easy_until
    return worded(
        ILLNESS,
        _EASY,
        code="after-illness",
        tier=Tier.WATCH,
        day=start,
        clears_on=None if until is None else until + ONE_DAY,
        values={"until_date": until, "easy_days": illness.easy_days},
    )


def _cold(day: date) -> TrainingWarning:
    return worded(
        ILLNESS,
        _COLD,
        code="cold",
        tier=Tier.INFO,
        day=day,
        clears_on=day + 2 * ONE_DAY,
        values={"from_date": day, "clears_date": day + 2 * ONE_DAY},
    )


ILLNESS = Rule(
    rule_id="R27",
    name="illness",
    thresholds={
        "fewest_easy_days": FEWEST_EASY_DAYS,
        "most_easy_days": MOST_EASY_DAYS,
    },
    grade=EvidenceGrade.WEAK,
    citations=(CLINICAL_CONSENSUS, OWN_CHOICE),
    tissues=ALL_TISSUES,
    raised=lambda known: tuple(_raised(known)),
    standing=lambda known: tuple(_standing(known)),
    is_always_on=True,
)
