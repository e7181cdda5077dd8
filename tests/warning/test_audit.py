from __future__ import annotations

from datetime import date, timedelta

from runadvisor import wording
from runadvisor.warning.assess import raised_warnings
from runadvisor.warning.audit import YearCount, yearly_counts
from runadvisor.warning.rule import facts
from tests.builders import DAY_ONE, runs

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
        "2026: 1 of your runs were much longer than usual; pain was logged within 14 days after 1 "
        "of them, and after 1 of 4 other runs."
    )


def test_a_year_without_pain_entries_says_so() -> None:
    assert "No pain was logged" in wording.sentence(counts()[0].message)


def test_no_history_has_no_counts() -> None:
    assert yearly_counts((), sessions=(), pain_days=[date(2026, 1, 1)]) == ()
