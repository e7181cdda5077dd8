from __future__ import annotations

from datetime import timedelta

from runadvisor.domain.body import BodySite
from runadvisor.warning.assess import raised_warnings
from runadvisor.warning.audit import AuditKind, audit_marks, worst_by_day
from runadvisor.warning.rule import facts
from tests.builders import DAY_ONE, runs
from tests.diaries import pain

HISTORY = runs([(0, 10_000), (3, 10_000), (6, 13_500), (30, 10_000), (60, 10_000), (400, 10_000)])


def test_the_lane_of_spikes_holds_as_many_marks_as_are_counted() -> None:
    raised = raised_warnings(facts(HISTORY, as_of=DAY_ONE + timedelta(days=500)))
    spikes = [mark for mark in audit_marks(raised) if mark.kind is AuditKind.SPIKE]
    assert [mark.warning.date for mark in spikes] == [DAY_ONE + timedelta(days=6)]
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
