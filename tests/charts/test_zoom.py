"""Charts over time, drawn nearer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.charts.acute_chronic import acute_chronic_chart
from runadvisor.charts.palette import LIGHT
from runadvisor.charts.run_limits import run_limits_chart
from runadvisor.charts.span import day_span, days_of
from runadvisor.charts.weekly_load import weekly_load_chart
from tests.charts.drawn import words
from tests.printout import mara

if TYPE_CHECKING:
    from collections.abc import Callable

    from runadvisor.charts.reading import Chart

AUGUST = day_span(date(2026, 8, 3), date(2026, 8, 30))
DRAWS = {"weeks": weekly_load_chart, "limits": run_limits_chart, "acute": acute_chronic_chart}


@pytest.fixture(params=DRAWS.values(), ids=DRAWS)
def draw(request: pytest.FixtureRequest) -> Callable[..., Chart]:
    return request.param


def test_nearer_only_those_days_are_read(draw: Callable[..., Chart]) -> None:
    chart = draw(mara.advice(), palette=LIGHT, span=AUGUST)
    assert chart.span == AUGUST
    assert chart.readings
    assert all("Aug" in reading.words for reading in chart.readings)
    left, right = chart.sides_px
    assert all(left <= reading.x_px <= right for reading in chart.readings)


def test_no_nearer_than_four_weeks(draw: Callable[..., Chart]) -> None:
    day = day_span(date(2026, 8, 12), date(2026, 8, 12))
    chart = draw(mara.advice(), palette=LIGHT, span=day)
    assert chart.span is not None
    first, last = days_of(chart.span)
    assert (last - first).days >= 27


def test_the_whole_is_the_history(draw: Callable[..., Chart]) -> None:
    advice = mara.advice()
    whole = draw(advice, palette=LIGHT).whole
    assert whole is not None
    first, last = days_of(whole)
    assert first <= advice.activities[0].local_date
    assert advice.as_of <= last <= advice.as_of + timedelta(days=13)


def test_a_part_of_the_past_has_no_today_and_no_limit_ahead() -> None:
    chart = run_limits_chart(mara.advice(), palette=LIGHT, span=AUGUST)
    assert "today" not in words(chart.figure)
    assert "today" in words(run_limits_chart(mara.advice(), palette=LIGHT).figure)
