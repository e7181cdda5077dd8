"""The sample history is what its generator writes, and tells the story it should."""

from __future__ import annotations

import gzip
import zipfile
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from runadvisor.advisor import SAMPLE_ATHLETE, Advisor, sample_history
from runadvisor.assets import asset
from runadvisor.catalog import load_catalog
from runadvisor.domain.activity import Sport, ZoneSource
from runadvisor.domain.warning import Tier
from runadvisor.history.store import History
from tests.sample_history import SAMPLE, members

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from runadvisor.advisor import Advice


MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def advisor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Advisor]:
    path = sample_history(tmp_path_factory.mktemp("sample"))
    with History.open(path) as history:
        yield Advisor(history, catalog=load_catalog(), athlete=SAMPLE_ATHLETE)


@pytest.fixture(scope="module")
def advice(advisor: Advisor) -> Advice:
    return advisor.advice(as_of=MONDAY)


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    data = archive.read(name)
    return gzip.decompress(data) if name.endswith(".gz") else data


def test_the_shipped_archive_is_what_the_generator_writes() -> None:
    # Unpacked: Pythons differ in how tightly they pack.
    with zipfile.ZipFile(SAMPLE) as archive:
        shipped = {name: _unpacked(archive, name) for name in archive.namelist()}
        moments = {entry.date_time for entry in archive.infolist()}
    assert shipped == members()
    assert moments == {(2026, 11, 23, 0, 0, 0)}


def test_it_is_small_enough_to_ship() -> None:
    assert asset("sample", "mara-voss.zip").stat().st_size < 400_000


def test_it_comes_in_whole_and_only_once(tmp_path: Path) -> None:
    with History.open(tmp_path / "h.runadvisor") as history:
        advisor = Advisor(history, catalog=load_catalog(), athlete=SAMPLE_ATHLETE)
        first = advisor.import_files([SAMPLE], home_zone="Europe/Berlin")
        again = advisor.import_files([SAMPLE])
    assert (first.problems, first.repairs, first.duplicates) == ((), (), 0)
    assert first.added > 700
    assert (again.added, again.merged) == (0, 0)


def test_it_holds_three_years_of_runs_strength_rides_and_races(advisor: Advisor) -> None:
    activities = advisor.activities()
    runs = [activity for activity in activities if activity.is_run]
    assert 600 <= len(runs) <= 700
    assert runs[0].local_date < MONDAY - timedelta(days=3 * 364)
    assert activities[-1].local_date == date(2026, 11, 22)
    assert {Sport.STRENGTH, Sport.RIDE, Sport.SWIM} < {a.sport for a in activities}
    assert [run.local_date.year for run in runs if run.is_race] == [2024, 2025, 2026]


def test_the_last_runs_have_tracks_near_berlin(advisor: Advisor) -> None:
    for run in [activity for activity in advisor.activities() if activity.is_run][-12:]:
        track = advisor.history.track(run.activity_id)
        assert track is not None
        assert run.points == len(track) > 200
        assert (run.zone, run.zone_source) == ("Europe/Berlin", ZoneSource.POSITION)
        assert 52.3 < track.latitude_deg.mean() < 52.6
        assert 130 < track.heart_rate_bpm.mean() < 155
        assert 160 < track.cadence_spm.mean() < 175


def test_it_has_one_gap_of_three_weeks(advisor: Advisor) -> None:
    days = sorted({activity.local_date for activity in advisor.activities()})
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    assert sorted(gaps)[-2:] == [pytest.approx(6, abs=4), pytest.approx(23, abs=2)]


def test_the_last_run_was_24_percent_longer_than_any_of_30_days(advice: Advice) -> None:
    spike = next(warning for warning in advice.standing if warning.rule == "R01")
    assert (spike.tier, spike.date) == (Tier.WATCH, date(2026, 11, 22))
    assert spike.values["ratio"] == pytest.approx(1.24, abs=0.005)
    assert spike.values["longest_date"] == date(2026, 11, 1)
    assert spike.values["limit_m"] == 15_400
    assert spike.clears_on == date(2026, 12, 7)


def test_few_rest_days_stand_as_a_note(advice: Advice) -> None:
    few = next(warning for warning in advice.standing if warning.rule == "R08")
    assert few.tier is Tier.INFO
    assert 4 <= few.values["rest_days"] <= 7


def test_summers_run_was_over_a_third_longer(advice: Advice) -> None:
    (summer,) = [w for w in advice.raised if w.date == date(2026, 8, 2)]
    assert summer.tier is Tier.ACT
    assert summer.values["ratio"] == pytest.approx(1.37, abs=0.005)


def test_between_the_two_it_was_calm(advice: Advice) -> None:
    between = [
        warning
        for warning in advice.raised
        if date(2026, 8, 2) < warning.date < date(2026, 11, 22) and warning.tier >= Tier.WATCH
    ]
    assert between == []


def test_the_years_before_had_a_few_spikes_and_one_accidental_start(advice: Advice) -> None:
    codes = [w.code for w in advice.raised if w.date < date(2026, 6, 1) and w.tier >= Tier.WATCH]
    assert 6 <= codes.count("session-spike") <= 20
    assert sum(warning.code == "run-left-out" for warning in advice.raised) == 1


def test_the_plan_keeps_to_the_limit_and_lets_it_rise_after_two_weeks(advice: Advice) -> None:
    limits = {day.date: day.limit_m for day in advice.plan.days}
    assert limits[date(2026, 12, 6)] == 15_400
    assert limits[date(2026, 12, 7)] == 16_900
    assert advice.plan.breaches == ()
