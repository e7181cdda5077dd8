from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from matplotlib.collections import PolyCollection

from runadvisor.advisor import advise
from runadvisor.catalog import load_catalog
from runadvisor.charts.calendar_map import (
    calendar_chart,
    calendar_summary,
    shades,
)
from runadvisor.charts.calendar_strips import calendar_height_px
from runadvisor.charts.palette import DARK, LIGHT, PRINT
from runadvisor.domain.athlete import Athlete, GapAnswer, GapKind
from tests.builders import runs
from tests.charts.drawn import words
from tests.charts.test_palette import contrast
from tests.printout import mara

if TYPE_CHECKING:
    from runadvisor.charts.palette import Palette
    from runadvisor.charts.reading import Chart


def _squares(chart: Chart, gid: str) -> int:
    found = [c for c in chart.figure.axes[0].collections if c.get_gid() == gid]
    return sum(len(c.get_paths()) for c in found if isinstance(c, PolyCollection))


def test_every_day_since_the_first_run_has_a_square() -> None:
    advice = mara.advice()
    chart = calendar_chart(advice, palette=LIGHT)
    first = min(a.local_date for a in advice.activities if a.is_run)
    assert len(chart.readings) == (advice.as_of - first).days + 1
    assert sum(_squares(chart, f"days-{step}") for step in range(5)) == len(chart.readings)


def test_a_run_over_its_limit_has_a_dot_not_only_a_colour() -> None:
    chart = calendar_chart(mara.advice(), palette=LIGHT)
    over = [reading for reading in chart.readings if "watch" in reading.words]
    assert over
    assert "17.4 km" in over[-1].words
    assert _squares(chart, "over-limit") >= len(over)
    assert "over its limit" in words(chart.figure)


def test_days_that_nobody_has_explained_are_blank_until_they_were_rest() -> None:
    history = runs([(0, 5000), (2, 5000), (30, 5000), (32, 5000)])
    as_of = history[-1].local_date
    gap = (history[1].local_date + timedelta(days=1), history[2].local_date - timedelta(days=1))
    asked = advise(history, as_of=as_of, catalog=load_catalog(), athlete=Athlete())
    rest = GapAnswer(first_day=gap[0], last_day=gap[1], kind=GapKind.REST)
    answered = advise(
        history, as_of=as_of, catalog=load_catalog(), athlete=Athlete(gap_answers=(rest,))
    )
    squares = []
    for advice in (asked, answered):
        chart = calendar_chart(advice, palette=LIGHT)
        squares.append(sum(_squares(chart, f"days-{step}") for step in range(5)))
    assert squares == [33 - 27, 33]
    assert "nothing recorded" in calendar_chart(asked, palette=LIGHT).readings[10].words


def test_each_year_has_a_strip_and_every_square_lies_in_the_picture() -> None:
    history = runs([(day, 8000) for day in range(0, 365 * 4, 2)], start=date(2022, 12, 30))
    advice = replace(
        mara.advice(), activities=tuple(history), as_of=history[-1].local_date, raised=()
    )
    for width in (620, 1100):
        height = calendar_height_px(advice, width)
        chart = calendar_chart(advice, palette=LIGHT, size_px=(width, height))
        assert {str(year) for year in range(2022, 2027)} <= set(words(chart.figure))
        assert all(0 < r.x_px < width for r in chart.readings)
        assert all(r.y_px is not None and 0 < r.y_px < height - 20 for r in chart.readings)
        assert len({(r.x_px, r.y_px) for r in chart.readings}) == len(chart.readings)
    assert calendar_height_px(advice, 1100) < calendar_height_px(advice, 620)


@pytest.mark.parametrize("palette", [LIGHT, DARK, PRINT])
def test_more_is_always_farther_from_the_ground(palette: Palette) -> None:
    contrasts = [contrast(shade, palette.surface) for shade in shades(palette)]
    assert contrasts == sorted(contrasts)
    assert contrasts[-1] >= 3


def test_without_runs_it_says_what_to_do() -> None:
    empty = replace(mara.advice(), activities=())
    assert "Import your runs" in "".join(words(calendar_chart(empty, palette=LIGHT).figure))
    assert "Import your runs" in calendar_summary(empty)


def test_the_summary_counts_each_year() -> None:
    assert calendar_summary(mara.advice()) == "2026: 603.6 km on 100 days with a run."
