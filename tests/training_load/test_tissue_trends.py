from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.athlete import Athlete
from runadvisor.domain.body import Tissue
from runadvisor.training_load.exposures import RunExposure, run_exposures
from runadvisor.training_load.tissue_load import MODELLED_TISSUES
from runadvisor.training_load.tissue_trends import TissueLack, TissueTrend, tissue_trends
from tests.builders import DAY_ONE, activity

if TYPE_CHECKING:
    from runadvisor.domain.activity import Activity

KNEE = MODELLED_TISSUES.index(Tissue.KNEE_CAP)


def _daily(*values: float | None, start: int = 0) -> list[RunExposure]:
    """Return a run a day, each with one number for the knee cap."""
    history = [activity(DAY_ONE + timedelta(days=start + n), number=n) for n in range(len(values))]
    return [
        replace(e, tissues={} if value is None else {Tissue.KNEE_CAP: value})
        for e, value in zip(
            run_exposures(history, features={}, athlete=Athlete()), values, strict=True
        )
    ]


def _knee(exposures: list[RunExposure], as_of: int) -> TissueTrend:
    return tissue_trends(exposures, as_of=DAY_ONE + timedelta(days=as_of))[KNEE]


def test_twelve_sevens_end_on_the_day_asked() -> None:
    trend = _knee(_daily(*[float(n) for n in range(84)]), 83)
    assert trend.tissue is Tissue.KNEE_CAP
    assert trend.weeks[0] == sum(range(7))
    assert trend.weeks[-1] == sum(range(77, 84))
    assert len(trend.weeks) == 12


def test_the_usual_is_the_least_and_most_of_the_four_sevens_before() -> None:
    trend = _knee(_daily(*[10.0] * 7, *[12.0] * 14, *[11.0] * 7, *[14.7] * 7), 34)
    assert trend.usual == (70, 84)
    assert trend.above_usual == pytest.approx(14.7 * 7 / 84 - 1)
    assert not trend.is_below_usual


def test_a_few_extra_easy_steps_more_are_not_above_the_usual() -> None:
    def hips(*weeks: float) -> float | None:
        made = [
            replace(e, tissues={Tissue.HIP_FLEXOR: e.tissues.get(Tissue.KNEE_CAP, 0.0)})
            for e in _daily(*[week / 7 for week in weeks for _ in range(7)])
        ]
        trends = tissue_trends(made, as_of=DAY_ONE + timedelta(days=34))
        return trends[MODELLED_TISSUES.index(Tissue.HIP_FLEXOR)].above_usual

    assert hips(700, 700, 700, 700, 2100) == 0
    assert hips(700, 700, 700, 700, 2210) == pytest.approx(2210 / 700 - 1)


def test_a_light_week_lies_below_the_usual() -> None:
    trend = _knee(_daily(*[10.0] * 28, *[5.0] * 7), 34)
    assert trend.above_usual == pytest.approx(-0.5)
    assert trend.is_below_usual


def test_before_the_history_began_a_week_is_unknown_and_nothing_is_usual() -> None:
    trend = _knee(_daily(*[10.0] * 20), 19)
    assert trend.weeks == (*[None] * 10, 70, 70)
    assert (trend.usual, trend.above_usual, trend.is_below_usual) == (None, None, False)


def test_a_week_with_a_run_that_cannot_be_reckoned_is_unknown() -> None:
    trend = _knee(_daily(*[10.0] * 34, None), 34)
    assert trend.weeks[-1] is None
    assert (trend.above_usual, trend.is_below_usual) == (None, False)
    assert (trend.last_run, trend.share_of_30_days) == (None, None)


def test_where_nothing_was_usual_there_is_no_share_of_it() -> None:
    assert _knee(_daily(*[0.0] * 28, *[5.0] * 7), 34).above_usual is None


def test_the_latest_run_is_set_against_the_most_of_30_days() -> None:
    trend = _knee(_daily(99.0, *[10.0] * 20, 20.0, *[10.0] * 12, 25.0), 34)
    assert (trend.last_run, trend.most_in_30_days) == (25, 20)
    assert trend.share_of_30_days == pytest.approx(1.25)


def test_without_a_run_there_is_nothing_to_show() -> None:
    trend = _knee([], 0)
    assert trend.weeks == (None,) * 12
    assert (trend.last_run, trend.most_in_30_days, trend.share_of_30_days) == (None, None, None)


def test_runs_after_the_day_are_not_looked_at() -> None:
    exposures = _daily(*[float(n) for n in range(90)])
    assert _knee(exposures, 50) == _knee(exposures[:51], 50)


def test_the_front_of_the_hip_lacks_an_easy_speed_then_tracks_and_the_knee_nothing() -> None:
    history = [activity(DAY_ONE + timedelta(days=n), number=n + 1) for n in range(35)]

    def lacks(history: list[Activity], athlete: Athlete) -> dict[Tissue, TissueLack | None]:
        made = run_exposures(history, features={}, athlete=athlete)
        trends = tissue_trends(made, as_of=DAY_ONE + timedelta(days=34))
        return {trend.tissue: trend.lacks for trend in trends}

    known = lacks(history, Athlete(easy_speed_mps=2.7))
    unknown = lacks(history[-2:], Athlete())
    assert known[Tissue.HIP_FLEXOR] is TissueLack.TRACK
    assert known[Tissue.HAMSTRING] is None
    assert unknown[Tissue.HIP_FLEXOR] is TissueLack.EASY_SPEED
    assert unknown[Tissue.HAMSTRING] is TissueLack.EASY_SPEED
    assert known[Tissue.KNEE_CAP] is unknown[Tissue.KNEE_CAP] is None
