from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor import wording
from runadvisor.domain.knowledge import BlockKind
from runadvisor.domain.plan import DayKind, PlannedBlock, PlannedDay
from runadvisor.domain.text import Message
from runadvisor.plan.constraints import breaches, rounded_down_m
from tests.builders import DAY_ONE

if TYPE_CHECKING:
    from collections.abc import Collection

HEAVY = PlannedBlock(
    kind=BlockKind.STRENGTH,
    template_id="x",
    title="x",
    short_title="x",
    exercises=(),
    minutes=25,
    is_heavy=True,
)


def _days(
    *kinds: DayKind,
    heavy: Collection[int] = (),
    distance_m: int = 5_000,
    limit_m: int | None = 10_000,
) -> list[PlannedDay]:
    return [
        PlannedDay(
            date=DAY_ONE + timedelta(days=index),
            kind=kind,
            distance_m=distance_m if kind.is_run else None,
            title=Message("x"),
            reason=Message("x"),
            limit_m=limit_m,
            blocks=(HEAVY,) if index in heavy else (),
        )
        for index, kind in enumerate(kinds)
    ]


REST, EASY, HARD, LONG = DayKind.REST, DayKind.EASY, DayKind.HARD, DayKind.LONG


def test_a_week_with_two_rest_days_and_spaced_hard_days_breaks_nothing() -> None:
    assert breaches(_days(REST, HARD, EASY, REST, EASY, EASY, LONG, heavy={2, 4})) == ()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (_days(EASY, distance_m=10_100), "over the limit of 10.0 km"),
        (_days(EASY, EASY, EASY, EASY, EASY, EASY, REST), "Fewer than two days"),
        (_days(HARD, HARD), "too close"),
        (_days(EASY, LONG, heavy={0}), "Strength on"),
        (_days(REST, REST, heavy={0, 1}), "Strength on"),
    ],
)
def test_each_limit_that_is_broken_is_named(days: list[PlannedDay], words: str) -> None:
    (breach,) = breaches(days)
    assert words in wording.sentence(breach.message)


def test_a_day_under_a_stop_has_no_limit_to_break() -> None:
    assert breaches(_days(EASY, limit_m=None)) == ()


def test_runs_are_planned_in_half_kilometres_from_5_km_and_tenths_below() -> None:
    assert [rounded_down_m(m) for m in (15_400, 5_499, 4_999, 0)] == [15_000, 5_000, 4_900, 0]
