"""Units, language and paper: the settings', or the command line's in their place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from runadvisor import wording
from runadvisor.domain.calendar import FirstWeekday
from runadvisor.domain.units import DistanceUnit
from runadvisor.settings import Settings, save_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Imported, Run


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    wording.speak_as(Settings())


def test_activities_are_listed_in_the_unit_of_the_settings(run: Run, imported: Imported) -> None:
    history = imported([10.0])
    assert "10.0 km" in run("activities", "--history", history).out
    save_settings(Settings(unit=DistanceUnit.MILE))
    assert "6.2 mi" in run("activities", "--history", history).out


def test_an_option_stands_in_place_of_the_setting_before_or_after_the_command(
    run: Run, imported: Imported
) -> None:
    history = imported([10.0])
    assert "6.2 mi" in run("--units", "mi", "activities", "--history", history).out
    assert "6.2 mi" in run("activities", "--units", "mi", "--history", history).out
    assert "10.0 km" in run("activities", "--history", history).out


def test_json_stays_in_metres(run: Run, imported: Imported) -> None:
    shown = run("activities", "--units", "mi", "--json", "--history", imported([10.0]))
    assert shown.json["activities"][0]["distance_m"] == 10_000


def test_a_unit_that_is_none_is_refused(run: Run) -> None:
    assert run("--units", "furlong", "activities").code == 2


def test_the_plan_is_printed_on_the_paper_asked_for(run: Run, imported: Imported) -> None:
    history = imported([5.0] * 12)
    sheet = history.with_suffix(".pdf")
    run("plan", "--paper", "letter", "--pdf", sheet, "--history", history)
    box = PdfReader(sheet).pages[0].mediabox
    assert {round(box.width), round(box.height)} == {612, 792}


def test_weeks_begin_on_the_day_of_the_settings_or_of_the_option(
    run: Run, imported: Imported
) -> None:
    history = imported([5.0] * 12)
    save_settings(Settings(first_weekday=FirstWeekday.SUNDAY))
    load = run("load", "--json", "--history", history).json
    assert load["first_weekday"] == "sunday"
    assert {date.fromisoformat(week["start"]).weekday() for week in load["weeks"]} == {6}
    load = run("load", "--json", "--first-weekday", "monday", "--history", history).json
    assert {date.fromisoformat(week["start"]).weekday() for week in load["weeks"]} == {0}
