from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest

from runadvisor.catalog import load_catalog
from runadvisor.domain.exercise import ExerciseDone
from runadvisor.plan.adherence import Adherence, adherence

if TYPE_CHECKING:
    from runadvisor.domain.knowledge import Catalog

TODAY = date(2026, 11, 25)
HALF = ("E07", "E11", "E09", "E13")


@cache
def known() -> Catalog:
    return load_catalog()


def ticked(days_ago: int, *exercise_ids: str) -> list[ExerciseDone]:
    day = TODAY - timedelta(days=days_ago)
    return [ExerciseDone(date=day, exercise_id=each) for each in exercise_ids]


def blocks_done(done: list[ExerciseDone]) -> int | None:
    found = adherence(done, known(), as_of=TODAY)
    return None if found is None else found.blocks_done


def test_six_of_eight_blocks_in_four_weeks() -> None:
    done = [one for days_ago in (1, 4, 8, 11, 15, 18) for one in ticked(days_ago, *HALF)]

    assert adherence(done, known(), as_of=TODAY) == Adherence(
        blocks_done=6, blocks_advised=8, weeks=4
    )


def test_nothing_ticked_is_silence_and_not_a_failure() -> None:
    assert blocks_done([]) is None
    assert blocks_done(ticked(28, *HALF)) is None


@pytest.mark.parametrize(("days_ago", "counts"), [(0, 1), (27, 1)])
def test_the_four_weeks_end_today(days_ago: int, counts: int) -> None:
    assert blocks_done(ticked(days_ago, *HALF)) == counts


def test_the_future_is_not_looked_at() -> None:
    assert blocks_done(ticked(-1, *HALF)) is None


def test_half_of_a_block_is_the_block_and_less_is_not() -> None:
    assert blocks_done(ticked(1, *HALF)) == 1
    assert blocks_done(ticked(1, "E07", "E09")) == 0


def test_one_exercise_is_no_block_however_short_the_block() -> None:
    assert blocks_done(ticked(1, "E11")) == 0
    assert blocks_done(ticked(1, "E01", "E11")) == 1


def test_what_stands_in_for_an_exercise_counts_as_it() -> None:
    assert blocks_done(ticked(1, "E07", "E11", "E09", "E22")) == 1


def test_stretching_alone_is_no_strength_block() -> None:
    assert blocks_done(ticked(1, "E04")) == 0


def test_two_blocks_on_one_day_are_one() -> None:
    assert blocks_done(ticked(1, *HALF, "E02", "E10", "E12")) == 1
