"""Illness: no running below the neck, easy days after it, easy with a cold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runadvisor import wording
from runadvisor.domain.diary import Diary, IllnessSign
from runadvisor.domain.warning import Tier
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.rules.illness import illnesses
from tests.diaries import YES, known, later, night

if TYPE_CHECKING:
    from datetime import date

    from runadvisor.domain.diary import CheckIn

FEVER, CHEST, WHOLE, NECK = (
    IllnessSign.FEVER,
    IllnessSign.CHEST,
    IllnessSign.WHOLE_BODY,
    IllnessSign.NECK_UP,
)
WELL = frozenset[IllnessSign]()


def days(*signs: IllnessSign | None, start: int = 0) -> tuple[CheckIn, ...]:
    """One check-in a day; ``None`` is a day that is well."""
    return tuple(
        night(later(start + n), illness=WELL)
        if sign is None
        else night(later(start + n), None, sign)
        for n, sign in enumerate(signs)
    )


def found(*check_ins: CheckIn, day: int) -> list[tuple[str, Tier]]:
    facts = known(Diary(check_ins=check_ins), day=later(day))
    return [(w.code, w.tier) for w in standing_warnings(facts) if w.rule == "R27"]


@pytest.mark.parametrize("sign", [FEVER, CHEST, WHOLE])
def test_below_the_neck_there_is_no_running_until_told_well(sign: IllnessSign) -> None:
    ill = days(sign)
    assert found(*ill, day=0) == [("illness", Tier.STOP_RUN)]
    assert found(*ill, day=60) == [("illness", Tier.STOP_RUN)]


def test_24_hours_after_the_first_well_day_easy_running_is_open() -> None:
    course = days(FEVER, FEVER, FEVER, None)
    assert found(*course, day=3) == [("illness", Tier.STOP_RUN)]
    assert found(*course, day=4) == [("after-illness", Tier.WATCH)]


@pytest.mark.parametrize(("ill_days", "easy_days"), [(1, 2), (2, 2), (3, 3), (10, 10), (14, 10)])
def test_as_many_easy_days_as_it_lasted_two_at_least_ten_at_most(
    ill_days: int, easy_days: int
) -> None:
    course = days(*[FEVER] * ill_days, None)
    first_easy = ill_days + 1
    assert found(*course, day=first_easy + easy_days - 1) == [("after-illness", Tier.WATCH)]
    assert found(*course, day=first_easy + easy_days) == []


def test_fever_medicine_hides_fever_so_it_counts_as_ill() -> None:
    medicated = night(later(1), illness=WELL, took_fever_medicine=YES)
    course = (*days(FEVER), medicated)
    assert found(*course, *days(None, start=2), day=2) == [("illness", Tier.STOP_RUN)]
    assert found(*course, *days(None, start=2), day=3) == [("after-illness", Tier.WATCH)]


def test_a_day_that_says_nothing_of_illness_neither_goes_on_nor_ends_it() -> None:
    (illness,) = illnesses((*days(FEVER), night(later(1), 7.0)))
    assert (illness.last_ill_day, illness.well_on, illness.easy_until) == (later(0), None, None)


def test_a_relapse_is_a_second_illness() -> None:
    first, second = illnesses(days(FEVER, None, FEVER, None))
    assert (first.well_on, second.first_day) == (later(1), later(2))


def test_a_cold_above_the_neck_is_information() -> None:
    assert found(*days(NECK), day=0) == [("cold", Tier.INFO)]
    assert found(*days(NECK), day=2) == []
    both = night(later(0), None, NECK, FEVER)
    assert found(both, day=0) == [("illness", Tier.STOP_RUN)]


def test_each_is_raised_on_its_day() -> None:
    course = (*days(FEVER, None), *days(NECK, NECK, start=20))
    facts = known(Diary(check_ins=course), day=later(40))
    raised: list[tuple[str, date]] = [
        (w.code, w.date) for w in raised_warnings(facts) if w.rule == "R27"
    ]
    assert raised == [("illness", later(0)), ("after-illness", later(2)), ("cold", later(20))]


def test_every_sentence_can_be_worded() -> None:
    facts = known(Diary(check_ins=(*days(FEVER, None), *days(NECK, start=20))), day=later(40))
    for warning in raised_warnings(facts):
        for message in (warning.title, warning.message, warning.clears, *warning.advice):
            assert "{" not in wording.sentence(message)


def test_an_illness_that_is_not_over_raises_no_easy_days_yet() -> None:
    facts = known(Diary(check_ins=days(FEVER, FEVER)), day=later(1))
    assert [w.code for w in raised_warnings(facts) if w.rule == "R27"] == ["illness"]
