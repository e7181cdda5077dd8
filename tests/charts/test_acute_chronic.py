from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from runadvisor.charts.acute_chronic import (
    ACUTE,
    CHRONIC,
    acute_chronic_chart,
    acute_chronic_summary,
)
from runadvisor.charts.palette import DARK, LIGHT
from tests.charts.drawn import words
from tests.printout import mara

if TYPE_CHECKING:
    from runadvisor.advisor import Advice


@pytest.mark.parametrize("column", [ACUTE, CHRONIC])
def test_a_line_is_the_load_per_week_of_each_day(advice: Advice, column: str) -> None:
    figure = acute_chronic_chart(advice, palette=LIGHT).figure
    (line,) = [line for line in figure.axes[0].lines if line.get_gid() == column]
    drawn = np.asarray(line.get_ydata(), dtype=float)
    expected = advice.load.daily[column].to_numpy()[-len(drawn) :] * 7
    assert drawn == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_both_lines_are_grey_whatever_the_ratio(advice: Advice, palette) -> None:  # noqa: ANN001 - a palette
    figure = acute_chronic_chart(advice, palette=palette).figure
    colors = {line.get_color() for line in figure.axes[0].lines}
    assert colors == {palette.muted}


def test_both_lines_are_named_at_their_ends(advice: Advice) -> None:
    named = words(acute_chronic_chart(advice, palette=LIGHT).figure)
    assert sorted(named) == ["four weeks", "last week"]


def test_pointing_at_a_day_reads_both(advice: Advice) -> None:
    last = acute_chronic_chart(advice, palette=LIGHT).readings[-1].words
    assert last.startswith("Tue 24 Nov · last 7 days ")
    assert "last 28, per week " in last
    assert "last 28, per week –" in acute_chronic_chart(advice, palette=LIGHT).readings[0].words


def test_the_summary_says_both_numbers_and_judges_neither(advice: Advice) -> None:
    said = acute_chronic_summary(advice)
    assert said.startswith("Running load of the last 7 days up to Tuesday 24 November: ")
    assert not {"risk", "danger", "safe", "high", "low"} & set(said.lower().split())


def test_before_four_weeks_are_there_a_sentence_stands_in_its_place() -> None:
    for short in (mara.advice(history_weeks=2), mara.advice(history_weeks=0)):
        assert words(acute_chronic_chart(short, palette=LIGHT).figure) == [
            acute_chronic_summary(short)
        ]


def test_an_unknown_last_day_is_read_as_a_dash(advice: Advice) -> None:
    daily = advice.load.daily.copy()
    daily.loc[daily.index[-1], ACUTE] = np.nan
    lost = replace(advice, load=replace(advice.load, daily=daily))
    assert "last 7 days –" in acute_chronic_chart(lost, palette=LIGHT).readings[-1].words
