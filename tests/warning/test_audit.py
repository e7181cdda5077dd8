from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from runadvisor import wording
from runadvisor.domain.body import BodySite
from runadvisor.warning.assess import raised_warnings
from runadvisor.warning.audit import (
    AuditKind,
    YearCount,
    audit_marks,
    worst_by_day,
    yearly_counts,
)
from runadvisor.warning.rule import facts
from tests.builders import DAY_ONE, runs
from tests.diaries import pain

HISTORY = runs([(0, 10_000), (3, 10_000), (6, 13_500), (30, 10_000), (60, 10_000), (400, 10_000)])


def counts(*pain_offsets: int) -> tuple[YearCount, ...]:
    known = facts(HISTORY, as_of=DAY_ONE + timedelta(days=500))
    pain_days = [DAY_ONE + timedelta(days=offset) for offset in pain_offsets]
    return yearly_counts(raised_warnings(known), sessions=known.sessions, pain_days=pain_days)


def test_pain_is_counted_after_spikes_and_after_other_runs_alike() -> None:
    first, later = counts(20, 44)
    assert (first.spikes, first.spikes_then_pain) == (1, 1)
    assert (first.others, first.others_then_pain) == (4, 1)
    assert (later.year, later.others, later.spikes) == (DAY_ONE.year + 1, 1, 0)


def test_pain_counts_from_the_day_of_the_run_to_14_days_after_it() -> None:
    assert [year.spikes_then_pain for year in (counts(6)[0], counts(20)[0], counts(21)[0])] == [
        1,
        1,
        0,
    ]
    assert counts(5)[0].spikes_then_pain == 0


def test_the_sentence_names_both_shares_and_no_cause() -> None:
    assert wording.sentence(counts(20, 44)[0].message) == (
        "2026: 1 spike; pain was logged within 14 days after 1; after 1 of 4 other runs."
    )


def test_a_year_without_pain_entries_says_so() -> None:
    assert wording.sentence(counts()[0].message) == (
        "2026: 1 spike, and 4 other runs; no pain was logged within 14 days after any of them."
    )


def test_more_spikes_than_one_are_spikes() -> None:
    nine = YearCount(year=2026, spikes=9, spikes_then_pain=2, others=140, others_then_pain=11)
    assert wording.sentence(nine.message) == (
        "2026: 9 spikes; pain was logged within 14 days after 2; after 11 of 140 other runs."
    )
    assert "9 spikes, and 140 other runs" in wording.sentence(
        replace(nine, spikes_then_pain=0, others_then_pain=0).message
    )


def test_the_lane_of_spikes_holds_as_many_marks_as_are_counted() -> None:
    raised = raised_warnings(facts(HISTORY, as_of=DAY_ONE + timedelta(days=500)))
    spikes = [mark for mark in audit_marks(raised) if mark.kind is AuditKind.SPIKE]
    assert len(spikes) == sum(year.spikes for year in counts())
    assert all(mark.warning in mark.card.every for mark in spikes)


def test_each_pattern_stands_in_its_lane() -> None:
    daily = facts(runs([(n, 5_000) for n in range(40)]), as_of=DAY_ONE + timedelta(days=40))
    kinds = {mark.warning.code: mark.kind for mark in audit_marks(raised_warnings(daily))}
    assert kinds["few-rest-days"] is AuditKind.CROWDED
    assert kinds["run-streak"] is AuditKind.HARD


def test_of_several_scores_on_a_day_the_worst_counts_and_none_is_no_pain() -> None:
    entries = [pain(BodySite.CALF, score, day=DAY_ONE) for score in (2, 4, 3)]
    calm = pain(BodySite.CALF, 0, day=DAY_ONE + timedelta(days=1))
    assert worst_by_day([*entries, calm]) == {DAY_ONE: 4}


def test_no_history_has_no_counts() -> None:
    assert yearly_counts((), sessions=(), pain_days=[date(2026, 1, 1)]) == ()
