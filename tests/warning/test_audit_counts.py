from __future__ import annotations

from datetime import timedelta

import pytest

from runadvisor import wording
from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import Diary
from runadvisor.warning.assess import raised_warnings
from runadvisor.warning.audit_counts import Counted, YearCount, diary_days, yearly_counts
from runadvisor.warning.rule import facts
from tests.builders import DAY_ONE, runs
from tests.diaries import night, pain, told

HISTORY = runs([(0, 10_000), (3, 10_000), (6, 13_500), (30, 10_000), (60, 10_000), (400, 10_000)])
EVERY_WEEK = range(-7, 420, 7)


def diary(*pain_offsets: int, nights: range = EVERY_WEEK) -> Diary:
    """Pain on some days, and a night written down on others."""
    return Diary(
        pain=tuple(pain(BodySite.CALF, 3, day=DAY_ONE + timedelta(days=n)) for n in pain_offsets),
        check_ins=tuple(night(DAY_ONE + timedelta(days=n), 8.0) for n in nights),
    )


def counts(kept: Diary) -> tuple[YearCount, ...]:
    known = facts(HISTORY, as_of=DAY_ONE + timedelta(days=500))
    return yearly_counts(raised_warnings(known), sessions=known.sessions, diary=kept)


def test_pain_is_counted_after_spikes_and_after_other_runs_alike() -> None:
    first, later = counts(diary(20, 44))
    assert first.spikes == Counted(all=1, kept=1, then_pain=1)
    assert first.others == Counted(all=4, kept=4, then_pain=1)
    assert (later.year, later.others.all, later.spikes.all) == (DAY_ONE.year + 1, 1, 0)


@pytest.mark.parametrize(("offset", "after"), [(5, 0), (6, 1), (20, 1), (21, 0)])
def test_pain_counts_from_the_day_of_the_run_to_14_days_after_it(offset: int, after: int) -> None:
    assert counts(diary(offset))[0].spikes.then_pain == after


@pytest.mark.parametrize(("offset", "kept"), [(34, 1), (35, 0), (-22, 1), (-23, 0)])
def test_a_diary_counts_as_kept_within_four_weeks_of_an_entry(offset: int, kept: int) -> None:
    first, _later = counts(diary(nights=range(offset, offset + 1)))
    assert first.spikes == Counted(all=1, kept=kept, then_pain=0)


def test_runs_without_a_diary_are_in_no_share() -> None:
    first, _later = counts(diary(6, nights=range(0)))
    assert first.spikes == Counted(all=1, kept=1, then_pain=1)
    assert first.others == Counted(all=4, kept=3, then_pain=2)
    assert wording.sentence(first.message) == (
        "2026: 1 spike, and 4 other runs; 4 of these 5 runs while a diary was kept. Of those, pain "
        "was logged within 14 days after 1 of 1 spikes and 2 of 3 other runs."
    )


def test_a_year_without_a_diary_says_that_nothing_is_known_not_that_nothing_hurt() -> None:
    words = wording.sentence(counts(Diary())[0].message)
    assert words == (
        "2026: 1 spike, and 4 other runs. No diary was kept then, so nothing is known of pain "
        "after them."
    )
    assert "no pain" not in words


def test_the_sentence_names_both_shares_and_no_cause() -> None:
    assert wording.sentence(counts(diary(20, 44))[0].message) == (
        "2026: 1 spike; pain was logged within 14 days after 1; after 1 of 4 other runs."
    )
    assert wording.sentence(counts(diary())[0].message) == (
        "2026: 1 spike; pain was logged within 14 days after 0; after 0 of 4 other runs."
    )


def test_more_spikes_than_one_are_spikes() -> None:
    spikes = Counted(all=9, kept=9, then_pain=2)
    others = Counted(all=140, kept=140, then_pain=11)
    assert wording.sentence(YearCount(year=2026, spikes=spikes, others=others).message) == (
        "2026: 9 spikes; pain was logged within 14 days after 2; after 11 of 140 other runs."
    )
    some = YearCount(year=2026, spikes=spikes, others=Counted(all=200, kept=140, then_pain=11))
    assert "9 spikes, and 200 other runs; 149 of these 209 runs" in wording.sentence(some.message)
    none = YearCount(year=2026, spikes=Counted(all=9), others=Counted(all=140))
    assert "9 spikes, and 140 other runs. No diary" in wording.sentence(none.message)


def test_pain_nights_and_the_questions_of_safety_are_entries_health_answers_are_not() -> None:
    written = Diary(
        pain=(pain(BodySite.CALF, 0, day=DAY_ONE),),
        check_ins=(night(DAY_ONE + timedelta(days=1), 7.0),),
        screenings=(told(day=DAY_ONE + timedelta(days=2)),),
    )
    assert diary_days(written) == tuple(DAY_ONE + timedelta(days=n) for n in range(3))


def test_no_history_has_no_counts() -> None:
    assert yearly_counts((), sessions=(), diary=diary(0)) == ()
