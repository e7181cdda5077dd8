from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from runadvisor.charts.palette import LIGHT
from runadvisor.charts.tissue_trend import HIGHEST, tissue_chart
from runadvisor.charts.tissue_words import TISSUE_NAMES, tissue_words
from runadvisor.domain.body import Tissue
from runadvisor.training_load.tissue_load import MODELLED_TISSUES
from runadvisor.training_load.tissue_trends import TissueLack, TissueTrend

if TYPE_CHECKING:
    from matplotlib.lines import Line2D


def _trend(last: float | None, *, usual: tuple[float, float] | None = (90.0, 110.0)) -> TissueTrend:
    return TissueTrend(
        tissue=Tissue.KNEE_CAP,
        weeks=(None, None, *[100.0] * 9, last),
        usual=usual,
        last_run=None,
        most_in_30_days=None,
    )


def _line(trend: TissueTrend, gid: str) -> Line2D:
    axes = tissue_chart(trend, palette=LIGHT).figure.axes[0]
    (found,) = [line for line in axes.lines if line.get_gid() == gid]
    return found


def test_every_modelled_tissue_has_a_name_a_runner_knows() -> None:
    assert set(TISSUE_NAMES) == set(MODELLED_TISSUES)


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (110.0, "within your usual"),
        (110.5, "within your usual"),
        (130.0, "18 % above your usual"),
        (220.0, "100 % above your usual"),
        (221.0, "more than twice your usual"),
        (89.0, "below your usual"),
        (None, "not enough weeks yet"),
    ],
)
def test_the_words_say_how_the_last_seven_days_stand(last: float | None, said: str) -> None:
    assert tissue_words(_trend(last)) == said


@pytest.mark.parametrize(
    ("lacks", "said"),
    [
        (TissueLack.TRACK, "needs every second of your runs: files such as FIT, GPX or TCX"),
        (TissueLack.EASY_SPEED, "needs your easy pace, which is not known yet"),
    ],
)
def test_what_a_run_lacks_is_named_instead_of_weeks_to_wait_for(
    lacks: TissueLack, said: str
) -> None:
    assert tissue_words(replace(_trend(None), lacks=lacks)) == said
    assert tissue_words(replace(_trend(110.0), lacks=lacks)) == "within your usual"


def test_without_a_usual_nothing_is_compared() -> None:
    assert tissue_words(_trend(100.0, usual=None)) == "not enough weeks yet"
    assert tissue_words(_trend(100.0, usual=(0.0, 0.0))) == "nothing usual to set it against"
    assert tissue_chart(_trend(100.0, usual=None), palette=LIGHT).readings == ()


def test_the_last_week_takes_the_spike_colour_only_above_the_usual() -> None:
    assert _line(_trend(130.0), "last-week").get_color() == LIGHT.spike
    assert _line(_trend(110.0), "last-week").get_color() == LIGHT.run


def test_all_tissues_share_one_scale_whose_middle_is_the_usual() -> None:
    drawn = np.asarray(_line(_trend(110.0), "weeks").get_ydata(), dtype=float)
    assert drawn[2:] == pytest.approx([1.0] * 9 + [1.1])
    assert np.isnan(drawn[:2]).all()
    assert np.asarray(_line(_trend(900.0), "weeks").get_ydata())[-1] == HIGHEST


def test_pointing_at_a_week_never_reads_a_multiple() -> None:
    readings = [r.words for r in tissue_chart(_trend(900.0), palette=LIGHT).readings]
    assert len(readings) == 10
    assert readings[0] == "9 weeks before: 100 % the middle of your usual"
    assert readings[-1] == "Last 7 days: more than twice the middle of your usual"
