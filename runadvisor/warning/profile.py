"""What is known of the runner's health on a day, as far as a rule may ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from runadvisor.domain.diary import BONE_RISK_ITEMS, Answer, HealthItem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.diary import Diary, HealthAnswer

ADULT_YEARS = 18
PLAN_YEARS = 16
"""Below it no plan is drafted (rules.md 18)."""
OLDER_TENDON_YEARS = 60
MEDICINE_DAYS = 60
"""Quinolones and steroid tablets matter for tendons so long (rules.md 10)."""
YEAR_AFTER_BIRTH = 365
CLOT_RISK_AFTER_BIRTH = 84
"""Twelve weeks (rules.md 4, U-c)."""
NO_RUN_AFTER_BIRTH = 84
"""No run plan before it (rules.md 9)."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The latest health answers up to a day, and the age."""

    day: date
    birth_year: int | None
    answers: Mapping[HealthItem, HealthAnswer]

    def answer(self, item: HealthItem) -> Answer | None:
        """Return the latest answer; ``None`` where the question was never asked."""
        found = self.answers.get(item)
        return None if found is None else found.answer

    def says_yes(self, item: HealthItem) -> bool:
        """Whether the latest answer is yes."""
        return self.answer(item) is Answer.YES

    @property
    def youngest_age(self) -> int | None:
        """The least the age can be: the birthday may still come this year."""
        return None if self.birth_year is None else self.day.year - self.birth_year - 1

    @property
    def oldest_age(self) -> int | None:
        """The most the age can be."""
        return None if self.birth_year is None else self.day.year - self.birth_year

    @property
    def is_minor(self) -> bool:
        """Whether the runner may be under 18; an unknown age is taken as grown up."""
        return self.youngest_age is not None and self.youngest_age < ADULT_YEARS

    @property
    def is_pregnant(self) -> bool:
        """Whether the runner said so."""
        return self.says_yes(HealthItem.PREGNANT)

    @property
    def days_after_birth(self) -> int | None:
        """Days since the last birth, none after a year; without its date from the answer on."""
        found = self.answers.get(HealthItem.BIRTH)
        if found is None or found.answer is not Answer.YES:
            return None
        days = (self.day - (found.day or found.date)).days
        return days if 0 <= days <= YEAR_AFTER_BIRTH else None

    @property
    def bone_risk(self) -> Answer:
        """R22: yes if any item is, no if all are known to be no, else unknown."""
        answers = [self._bone_answer(item) for item in BONE_RISK_ITEMS]
        if Answer.YES in answers:
            return Answer.YES
        return Answer.NO if all(answer is Answer.NO for answer in answers) else Answer.UNKNOWN

    @property
    def bone_risk_items(self) -> tuple[HealthItem, ...]:
        """The items that are a yes."""
        return tuple(item for item in BONE_RISK_ITEMS if self._bone_answer(item) is Answer.YES)

    @property
    def grows_or_bears(self) -> Answer:
        """Whether under 18, pregnant, or within a year after a birth (gate question g6)."""
        if self.is_minor or self.is_pregnant or self.days_after_birth is not None:
            return Answer.YES
        asked = (self.answer(HealthItem.PREGNANT), self.answer(HealthItem.BIRTH))
        is_known = self.birth_year is not None and all(a and a.is_known for a in asked)
        return Answer.NO if is_known else Answer.UNKNOWN

    @property
    def has_clot_risk(self) -> bool:
        """Whether a lasting reason to think of a clot is known."""
        items = (HealthItem.OESTROGEN, HealthItem.PREGNANT, HealthItem.CANCER, HealthItem.CLOT)
        days = self.days_after_birth
        return any(self.says_yes(item) for item in items) or (
            days is not None and days <= CLOT_RISK_AFTER_BIRTH
        )

    @property
    def has_infection_risk(self) -> bool:
        """Whether a sore joint is taken for an infected one (rules.md 2, NOW-9)."""
        return self.says_yes(HealthItem.WEAK_DEFENCE) or self.says_yes(HealthItem.NEW_JOINT)

    @property
    def has_recent_quinolone(self) -> bool:
        """Whether the last dose, or the answer without one, is at most 60 days ago."""
        return self._is_recent(HealthItem.QUINOLONE)

    @property
    def has_recent_tendon_medicine(self) -> bool:
        """Whether a quinolone or steroid tablets were taken within 60 days."""
        return self.has_recent_quinolone or self._is_recent(HealthItem.RECENT_STEROID)

    @property
    def has_weak_tendons(self) -> bool:
        """Whether steroid tablets or an age of 60 come on top of a recent quinolone."""
        is_older = self.oldest_age is not None and self.oldest_age >= OLDER_TENDON_YEARS
        return self.has_recent_quinolone and (
            is_older or self._is_recent(HealthItem.RECENT_STEROID)
        )

    def _is_recent(self, item: HealthItem) -> bool:
        found = self.answers.get(item)
        if found is None or found.answer is not Answer.YES:
            return False
        return self.day - (found.day or found.date) <= timedelta(days=MEDICINE_DAYS)

    def _bone_answer(self, item: HealthItem) -> Answer | None:
        answer = self.answer(item)
        if item is HealthItem.BIRTH and answer is Answer.YES and self.days_after_birth is None:
            return Answer.NO
        return answer


def profile_on(day: date, diary: Diary, athlete: Athlete) -> Profile:
    """Return what is known on a day; later answers are left out."""
    known = sorted(
        (answer for answer in diary.health if answer.date <= day),
        key=lambda answer: (answer.date, answer.entered_at),
    )
    latest = {answer.item: answer for answer in known}
    return Profile(day=day, birth_year=athlete.birth_year, answers=latest)
