from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from runadvisor.advisor import Advisor
from runadvisor.catalog import load_catalog
from runadvisor.domain.activity import Sport
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.track_features import Stretches, TrackFeatures
from runadvisor.history import feature_store
from runadvisor.history.features import packed_features, unpacked_features
from runadvisor.history.store import History
from tests.history.conftest import START, recording
from tests.tracks import features, track

if TYPE_CHECKING:
    from pathlib import Path

FAST = features((600, 3.0), (300, 5.2), (100, 2.5), grade=0.03)


def _advisor(history: History) -> Advisor:
    return Advisor(history, catalog=load_catalog(), athlete=Athlete())


def test_features_come_back_to_what_a_device_can_measure() -> None:
    again = unpacked_features(packed_features(FAST))
    assert (again.best_efforts, again.fast_bouts) == (FAST.best_efforts, FAST.fast_bouts)
    assert again.peak_heart_rate_bpm == FAST.peak_heart_rate_bpm
    for name, error in (("seconds", 0.01), ("speed_mps", 0.001), ("grade", 1e-4)):
        kept, given = (getattr(each.stretches, name) for each in (again, FAST))
        assert kept == pytest.approx(given, abs=error)


def test_what_is_unknown_stays_unknown_and_an_empty_track_stays_empty() -> None:
    unknown = np.full(3, np.nan, dtype=np.float32)
    names = ("seconds", "speed_mps", "grade", "cadence_spm", "heart_rate_bpm")
    bare = TrackFeatures(stretches=Stretches(**dict.fromkeys(names, unknown)))
    assert np.isnan(unpacked_features(packed_features(bare)).stretches.speed_mps).all()
    empty = TrackFeatures(stretches=Stretches(**dict.fromkeys(names, unknown[:0])))
    assert len(unpacked_features(packed_features(empty)).stretches) == 0


def test_a_track_is_worked_out_once_and_found_again_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "h.runadvisor"
    with History.open(path) as history:
        history.add([recording(track=track((600, 3.0)), points=601)], home_zone="UTC")
        (first,) = _advisor(history).features().values()
        assert len(first.stretches) == 60
    with History.open(path) as history:
        assert len(history.features.read()) == 1


def test_of_several_tracks_of_an_activity_the_richest_is_asked(history: History) -> None:
    short = recording(1, track=track((600, 3.0)), points=601)
    rich = recording(2, path="b.gpx", track=track((900, 3.0)), points=901)
    history.add([short, rich], home_zone="UTC")
    ((_, own),) = _advisor(history).features().items()
    assert len(own.stretches) == 90


def test_features_of_an_older_version_are_made_anew(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.add([recording(track=track((600, 3.0)), points=601)], home_zone="UTC")
    _advisor(history).features()
    monkeypatch.setattr(feature_store, "FEATURES_VERSION", 99)
    assert history.features.read() == {}
    assert len(_advisor(history).features()) == 1


def test_a_track_that_changes_takes_its_features_along(history: History) -> None:
    history.add([recording(track=track((600, 3.0)), points=601)], home_zone="UTC")
    _advisor(history).features()
    history._connection.execute("UPDATE track_column SET data = data WHERE name = 'time_s'")
    assert history.features.read() == {}


def test_an_activity_without_a_track_has_no_features(history: History) -> None:
    history.add([recording(), recording(2, started_at=START + timedelta(days=1))], home_zone="UTC")
    assert _advisor(history).features() == {}
    assert history.richest_tracks() == {}


def test_the_workload_is_worked_out_again_only_when_something_changed(history: History) -> None:
    history.add([recording(track=track((600, 3.0)), points=601)], home_zone="UTC")
    advisor = _advisor(history)
    first = advisor.workload()
    assert advisor.workload() is first
    advisor.keep_athlete(replace(advisor.athlete, easy_speed_mps=2.5))
    second = advisor.workload()
    assert second is not first
    other = recording(3, path="c.gpx", started_at=START + timedelta(days=2), sport=Sport.RIDE)
    history.add([other], home_zone="UTC")
    assert len(advisor.workload().loads.activities) == 2
