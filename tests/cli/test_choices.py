"""Units, language and paper: the settings', or the command line's in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from runadvisor import wording
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
