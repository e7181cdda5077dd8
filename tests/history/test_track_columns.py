from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.domain.activity import Track
from runadvisor.history.track_columns import packed, unpacked

if TYPE_CHECKING:
    from numpy.typing import NDArray


def _track(**columns: NDArray[np.float64]) -> Track:
    length = len(next(iter(columns.values())))
    blank = np.full(length, np.nan)
    base = dict.fromkeys(
        (
            *("time_s", "latitude_deg", "longitude_deg", "altitude_m", "heart_rate_bpm"),
            *("cadence_spm", "distance_m", "speed_mps"),
        ),
        blank,
    )
    return Track(**base | columns | {"segment": np.zeros(length, dtype=np.int32)})


@given(st.lists(st.one_of(st.just(float("nan")), st.floats(-180, 180)), min_size=1, max_size=50))
def test_positions_come_back_to_the_centimetre_and_unknown_stays_unknown(
    values: list[float],
) -> None:
    track = _track(longitude_deg=np.array(values))
    back = unpacked(dict(packed(track)))
    assert back.longitude_deg == pytest.approx(track.longitude_deg, abs=1e-7, nan_ok=True)


def test_times_and_heights_come_back_to_the_millisecond_and_centimetre() -> None:
    track = _track(time_s=np.array([0, 1.234, 86_400.5]), altitude_m=np.array([-12.34, 0, 8_848]))
    back = unpacked(dict(packed(track)))
    assert back.time_s == pytest.approx(track.time_s, abs=0.0005)
    assert back.altitude_m == pytest.approx(track.altitude_m, abs=0.005)
    assert back.segment.dtype == np.int32


def test_a_column_without_a_value_takes_no_room_and_comes_back_unknown() -> None:
    track = _track(time_s=np.array([0.0, 1.0]))
    columns = dict(packed(track))
    assert set(columns) == {"time_s", "segment"}
    assert np.isnan(unpacked(columns).speed_mps).tolist() == [True, True]
