from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

import pytest

from runadvisor.charts.acute_chronic import acute_chronic_chart
from runadvisor.charts.calendar_map import calendar_chart
from runadvisor.charts.palette import LIGHT
from runadvisor.charts.run_limits import run_limits_chart
from runadvisor.charts.table import Column, Table, save_table
from runadvisor.charts.week_measure import WeekMeasure
from runadvisor.charts.weekly_load import weekly_load_chart
from runadvisor.domain.errors import PrintError
from runadvisor.wording import distance, weekday_day
from tests.printout import mara

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from runadvisor.advisor import Advice
    from runadvisor.charts.reading import Chart

TABLE = Table(
    (
        Column(heading="Day", name="date", word=weekday_day),
        Column(heading="Distance", name="distance_m", word=distance),
        Column(heading="Name", name="name"),
        Column(heading="Share", name="share", decimals=2),
    ),
    (
        (date(2026, 11, 22), 17_400.4, "=1+1", 1.239),
        (date(2026, 11, 23), None, "Morning run", None),
    ),
)


def _kept(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_people_read_units_and_weekdays() -> None:
    assert TABLE.headings() == ("Day", "Distance", "Name", "Share")
    assert [TABLE.words(0, column) for column in (0, 1)] == ["Sun 22 Nov", "17.4 km"]
    assert TABLE.words(1, 1) == "–"


def test_a_file_holds_plain_numbers_under_headings_that_name_their_unit(tmp_path: Path) -> None:
    path = tmp_path / "runs.csv"
    save_table(TABLE, path)
    rows = _kept(path)
    assert rows[0] == ["date", "distance_m", "name", "share"]
    assert rows[1][:2] == ["2026-11-22", "17400"]
    assert rows[1][3] == "1.24"
    assert rows[2] == ["2026-11-23", "", "Morning run", ""]


def test_a_name_that_looks_like_a_formula_is_none_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "runs.csv"
    save_table(TABLE, path)
    assert not _kept(path)[1][2].startswith("=")


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(PrintError, match="cannot be written"):
        save_table(TABLE, tmp_path / "nowhere" / "runs.csv")


def _weeks(advice: Advice) -> Chart:
    return weekly_load_chart(advice, palette=LIGHT, measure=WeekMeasure.TIME)


@pytest.mark.parametrize(
    "draw",
    [
        _weeks,
        lambda advice: run_limits_chart(advice, palette=LIGHT),
        lambda advice: acute_chronic_chart(advice, palette=LIGHT),
        lambda advice: calendar_chart(advice, palette=LIGHT),
    ],
    ids=["weeks", "limits", "acute-chronic", "calendar"],
)
def test_every_place_that_can_be_read_is_a_row_of_the_table(
    draw: Callable[[Advice], Chart],
) -> None:
    chart = draw(mara.advice())
    assert len(chart.table.rows) == len(chart.readings)
    for number, reading in enumerate(chart.readings):
        assert all(chart.table.words(number, column) for column in range(3))
        assert reading.leads_on
