"""Real files of real runners, brought into one history: nothing is counted twice."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runadvisor.advisor import Advisor
from runadvisor.domain.athlete import Athlete
from runadvisor.history.store import History
from tests.history.recordings import contents

if TYPE_CHECKING:
    from runadvisor.domain.knowledge import Catalog

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
WATCH = SAMPLES / "tiny656+running_page" / "FIT_OUT"
PHONE = SAMPLES / "tiny656+running_page" / "GPX_OUT"
STRAVA = SAMPLES / "JoBoSo+Strava-Activity-Map" / "slice" / "activities_2014_2017.csv"
DERIVED = SAMPLES / "_derived"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the collection is not here")


def _imported(tmp_path: Path, catalog: Catalog, *paths: Path) -> History:
    name = "-".join(path.stem for path in paths)[:80]
    history = History.open(tmp_path / f"{name}.runadvisor")
    advisor = Advisor(history, catalog=catalog, athlete=Athlete())
    for path in paths:
        advisor.import_files([path], home_zone="Europe/Berlin")
    return history


def test_a_watch_and_a_phone_of_one_runner_join_without_doubles_in_either_order(
    tmp_path: Path, catalog: Catalog
) -> None:
    with (
        _imported(tmp_path, catalog, WATCH, PHONE, STRAVA) as one,
        _imported(tmp_path, catalog, STRAVA, PHONE, WATCH) as other,
    ):
        assert contents(one) == contents(other)
        mine = [each for each in one.activities() if each.zone == "Asia/Shanghai"]
    assert len(mine) >= 80
    for earlier, later in pairwise(mine):
        end = earlier.started_at + timedelta(seconds=earlier.elapsed_time_s or 0)
        assert later.started_at >= end


def test_a_morning_east_of_greenwich_is_its_own_day(tmp_path: Path, catalog: Catalog) -> None:
    with _imported(tmp_path, catalog, WATCH) as history:
        early = [each for each in history.activities() if each.started_at.hour >= 16]
    assert early
    for each in early:
        assert each.local_date == each.started_at.date() + timedelta(days=1)


@pytest.mark.parametrize(
    ("paths", "activities"),
    [
        (["zip/runkeeper_export_small.zip"], 4),
        (["csv/garmin_en.csv", "csv/garmin_de.csv", "csv/garmin_pt.csv"], 5),
        (["gpx/plain.gpx", "gpx/utf8_bom.gpx", "gpx/leading_blank.gpx", "tcx/plain.tcx"], 1),
    ],
    ids=["local and UTC", "one list in three languages", "one run as four files"],
)
def test_the_same_told_in_other_ways_is_one(
    tmp_path: Path, catalog: Catalog, paths: list[str], activities: int
) -> None:
    with _imported(tmp_path, catalog, *(DERIVED / path for path in paths)) as history:
        assert len(history.activities()) == activities
