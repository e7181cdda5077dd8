"""Pain that comes back or grows: four patterns, each just below and just above."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runadvisor import wording
from runadvisor.domain.body import BodySite, Side
from runadvisor.domain.diary import Diary
from runadvisor.domain.warning import Tier
from runadvisor.warning.assess import raised_warnings, standing_warnings
from runadvisor.warning.rules.pain_trend import slope
from tests.builders import activity
from tests.diaries import DAY, known, later, mornings, pain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runadvisor.domain.activity import Activity
    from runadvisor.domain.diary import PainEntry
    from runadvisor.domain.warning import TrainingWarning

S = BodySite
TENDON = S.ACHILLES


def trends(*entries: PainEntry, day: date, runs: Sequence[Activity] = ()) -> list[TrainingWarning]:
    found = standing_warnings(known(Diary(pain=entries), day=day, runs=runs))
    return [warning for warning in found if warning.rule == "R20"]


def on_runs(*pains: int, every: int = 2) -> tuple[list[PainEntry], list[Activity], date]:
    """Runs of these pains, so many days apart; 0 leaves no entry."""
    runs = [activity(later(every * n), 5_000, number=n + 1) for n in range(len(pains))]
    entries = [
        pain(TENDON, score, number=n + 1, day=later(every * n))
        for n, score in enumerate(pains)
        if score
    ]
    return entries, runs, later(every * (len(pains) - 1))


@pytest.mark.parametrize(
    ("pains", "fires"),
    [((2, 0, 2, 0, 2), 1), ((2, 0, 2, 0, 1), 0), ((2, 2, 2, 0, 0), 1), ((2, 2, 2, 0, 0, 0), 0)],
)
def test_2_of_10_in_three_of_the_last_five_runs(pains: tuple[int, ...], fires: int) -> None:
    entries, runs, day = on_runs(*pains)
    found = trends(*entries, day=day, runs=runs)
    assert len(found) == fires
    for warning in found:
        assert warning.tier is Tier.WATCH
        assert wording.sentence(warning.message) == (
            "Right Achilles tendon: 2 of 10 or more in 3 of your last five runs."
        )


@pytest.mark.parametrize(
    ("scores", "fires"),
    [
        ([(0, 1), (4, 1), (8, 1), (10, 2)], 0),
        ([(0, 0), (4, 1), (8, 1), (10, 2)], 1),
        ([(0, 0), (4, 1), (10, 2)], 0),
        ([(0, 0), (4, 0), (8, 1), (10, 1)], 0),
        ([(0, 1), (1, 1), (2, 2)], 0),
    ],
)
def test_growing_over_four_entries_of_14_days(scores: list[tuple[int, int]], fires: int) -> None:
    entries = [
        pain(TENDON, None, number=n, day=later(d), walking=score)
        for n, (d, score) in enumerate(scores, 1)
    ]
    assert len(trends(*entries, day=later(scores[-1][0]))) == fires


def test_the_slope_is_least_squares() -> None:
    assert slope({DAY: 1, later(1): 1, later(2): 2}) == pytest.approx(0.5)
    assert slope({DAY: 0, later(10): 1}) == pytest.approx(0.10)


@pytest.mark.parametrize(("scores", "fires"), [([3, 0, 3], 1), ([3, 0, 2], 0), ([3], 0)])
def test_3_of_10_on_two_mornings_of_14_days(scores: list[int], fires: int) -> None:
    entries = mornings(TENDON, scores)
    assert len(trends(*entries, day=entries[-1].date)) == fires


def test_mornings_two_weeks_apart_are_not_together() -> None:
    def after(days: int) -> int:
        entries = (*mornings(TENDON, [3]), *mornings(TENDON, [3], start=later(days)))
        return len(trends(*entries, day=later(days)))

    assert (after(13), after(14)) == (1, 0)


@pytest.mark.parametrize(
    ("scores", "fires"),
    [
        ([2, 3], 1),
        ([1, 2, 3], 1),
        ([1, 2], 0),
        ([2, 2], 0),
        ([1, 2, 2], 0),
        ([0, 2, 3], 1),
        ([2, 3, 1], 0),
        ([2, None, None, 3], 1),
    ],
)
def test_mornings_that_rise_on_two_entries_in_a_row(scores: list[int | None], fires: int) -> None:
    entries = mornings(TENDON, scores)
    assert len(trends(*entries, day=entries[-1].date)) == fires


def test_another_side_is_another_spot() -> None:
    left = mornings(TENDON, [2], side=Side.LEFT)
    right = mornings(TENDON, [3], start=later(1))
    assert trends(*left, *right, day=later(1)) == []


def test_it_is_gone_on_the_day_it_names_when_no_more_pain_is_entered() -> None:
    entries = mornings(TENDON, [2, 3])
    (warning,) = trends(*entries, day=later(1))
    gone = warning.clears_on
    assert gone is not None
    assert trends(*entries, day=gone) == []
    assert trends(*entries, day=later((gone - DAY).days - 1))
    assert warning.date == later(1)


def test_it_is_raised_once_while_it_lasts_and_again_after_14_days() -> None:
    def raised(*entries: PainEntry) -> list[date]:
        found = raised_warnings(known(Diary(pain=entries), day=later(60)))
        return [warning.date for warning in found if warning.rule == "R20"]

    assert raised(*mornings(TENDON, [2, 3, 4, 5])) == [later(1)]
    again = (*mornings(TENDON, [2, 3, 0, 2, 3]), *mornings(TENDON, [0, 2, 3], start=later(20)))
    assert raised(*again) == [later(1), later(22)]


def test_every_sentence_can_be_worded() -> None:
    (warning,) = trends(*mornings(TENDON, [2, 3]), day=later(1))
    for message in (warning.title, warning.message, warning.clears, *warning.advice):
        assert "{" not in wording.sentence(message)
