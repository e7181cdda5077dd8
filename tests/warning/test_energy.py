"""Bone risk, pregnancy and the year after a birth."""

from __future__ import annotations

import pytest

from runadvisor import wording
from runadvisor.domain.athlete import NOBODY, Athlete
from runadvisor.domain.diary import BONE_RISK_ITEMS, Answer, Diary, HealthAnswer, HealthItem
from runadvisor.domain.warning import Tier
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.profile import profile_on
from tests.diaries import DAY, NO, UNKNOWN, YES, health, healthy, known, later


def codes(*answers: HealthAnswer, day: int = 0, athlete: Athlete = NOBODY) -> dict[str, Tier]:
    facts = known(Diary(health=(*healthy(), *answers)), day=later(day), athlete=athlete)
    return {w.code: w.tier for w in standing_warnings(facts) if w.rule in {"R21", "R22"}}


@pytest.mark.parametrize("item", BONE_RISK_ITEMS)
def test_each_item_is_a_bone_risk_and_only_information(item: HealthItem) -> None:
    assert codes(health(item))["bone-risk"] is Tier.INFO
    assert "bone-risk" not in codes(health(item, NO))


def test_bone_risk_is_unknown_unless_every_item_is_a_plain_no() -> None:
    def risk(*answers: HealthAnswer) -> Answer:
        return profile_on(DAY, Diary(health=answers), NOBODY).bone_risk

    assert risk() is UNKNOWN
    assert risk(*healthy()) is NO
    assert risk(*healthy(osteoporosis=Answer.SKIPPED)) is UNKNOWN
    assert risk(health(HealthItem.OSTEOPOROSIS)) is YES


def test_a_later_answer_replaces_an_earlier_one_from_its_day_on() -> None:
    said = (health(HealthItem.OSTEOPOROSIS), health(HealthItem.OSTEOPOROSIS, NO, date=later(5)))
    assert "bone-risk" in codes(*said, day=4)
    assert "bone-risk" not in codes(*said, day=5)


def test_pregnancy_is_told_and_no_stop() -> None:
    assert codes(health(HealthItem.PREGNANT))["pregnancy"] is Tier.INFO


BORN = health(HealthItem.BIRTH, day=DAY)


def check(day: int, *, signs: Answer = NO, walk: Answer = YES) -> tuple[HealthAnswer, ...]:
    return (
        health(HealthItem.POSTNATAL_SIGNS, signs, date=later(day)),
        health(HealthItem.POSTNATAL_WALK, walk, date=later(day)),
    )


def test_no_running_before_84_days_after_a_birth() -> None:
    assert codes(BORN, day=83)["after-birth-too-early"] is Tier.STOP_RUN
    assert codes(BORN, *check(60), day=83)["after-birth-too-early"] is Tier.STOP_RUN


def test_from_day_84_the_check_must_be_passed() -> None:
    assert codes(BORN, day=84)["after-birth-not-checked"] is Tier.STOP_RUN
    for failed in (check(84, signs=YES), check(84, walk=NO), check(83), check(84)[:1]):
        assert codes(BORN, *failed, day=84)["after-birth-not-checked"] is Tier.STOP_RUN
    assert codes(BORN, *check(84), day=84)["after-birth-ladder"] is Tier.INFO


def test_after_a_year_nothing_is_left_of_it() -> None:
    assert "after-birth-ladder" in codes(BORN, *check(84), day=365)
    assert not [code for code in codes(BORN, *check(84), day=366) if "birth" in code]


def test_a_birth_without_its_date_counts_from_the_answer() -> None:
    assert codes(health(HealthItem.BIRTH), day=10)["after-birth-too-early"] is Tier.STOP_RUN


MEDICINES = {
    HealthItem.BETA_BLOCKER: "medicine-beta-blocker",
    HealthItem.BLOOD_THINNER: "medicine-blood-thinner",
    HealthItem.INSULIN: "medicine-insulin",
    HealthItem.HEAT_MEDICINE: "medicine-heat",
    HealthItem.STATIN: "medicine-statin",
    HealthItem.QUINOLONE: "medicine-quinolone",
    HealthItem.NUMB_FEET: "numb-feet",
}


@pytest.mark.parametrize("item", MEDICINES)
def test_each_medicine_is_explained_as_information(item: HealthItem) -> None:
    assert codes(health(item)) == {MEDICINES[item]: Tier.INFO}


def test_a_quinolone_is_forgotten_after_60_days() -> None:
    taken = health(HealthItem.QUINOLONE, day=later(-10))
    assert "medicine-quinolone" in codes(taken, day=50)
    assert "medicine-quinolone" not in codes(taken, day=51)


def test_under_18_says_to_show_a_parent() -> None:
    assert codes(athlete=Athlete(birth_year=2010)) == {"minor": Tier.INFO}


def test_each_is_raised_on_the_day_it_is_told() -> None:
    said = (
        *healthy(),
        health(HealthItem.OSTEOPOROSIS),
        health(HealthItem.PREGNANT, date=later(1)),
        health(HealthItem.STATIN, date=later(2)),
        health(HealthItem.BIRTH, date=later(250), day=later(200)),
        health(HealthItem.BIRTH, date=later(700), day=later(600)),
    )
    raised = raised_warnings(known(Diary(health=said), day=later(800)))
    assert [(w.code, w.date) for w in raised] == [
        ("bone-risk", DAY),
        ("pregnancy", later(1)),
        ("medicine-statin", later(2)),
        ("after-birth-too-early", later(250)),
    ]
    for warning in raised:
        for message in (warning.title, warning.message, warning.clears, *warning.advice):
            assert "{" not in wording.sentence(message)
