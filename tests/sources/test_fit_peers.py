"""Our FIT reader against another's: where fitdecode reads a file, both read the same numbers."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import fitdecode
import numpy as np
import pytest

from runadvisor.sources import fit_profile as profile
from runadvisor.sources.fit_columns import columns
from runadvisor.sources.fit_file import unpacked
from runadvisor.sources.fit_frames import chained
from tests.sources.fit_bytes import FILE_ID, fit, records, run, session, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.sources.fit_profile import Kind, Value

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
MANIFEST = SAMPLES / "MANIFEST.tsv"
QUICK_BYTES = 20_000

THEIR_NAMES = {
    "latitude": "position_lat",
    "longitude": "position_long",
    "timer": "total_timer_time",
    "elapsed": "total_elapsed_time",
    "average_heart_rate": "avg_heart_rate",
    "average_cadence": "avg_cadence",
    "ascent": "total_ascent",
    "descent": "total_descent",
}
TOTALS = {"distance": "total_distance"}
KINDS: Mapping[str, tuple[Kind, Mapping[str, Value], Mapping[str, str]]] = {
    "record": (profile.Kind.RECORD, profile.RECORD, {}),
    "session": (profile.Kind.SESSION, profile.SESSION, TOTALS),
    "lap": (profile.Kind.LAP, profile.LAP, TOTALS),
}
NOT_COMPARED = {"speed_distance", "speed", "altitude", "sport", "sub_sport"}
"""Theirs are words, or unpacked into other fields: speed and altitude into the enhanced ones."""
OURS_IS_RIGHT = {
    "coros-pace-2-cycling-misaligned-fields.fit": "theirs gives fields of impossible size a value",
}


def theirs(data: bytes) -> dict[str, list[dict[str, float]]]:
    """The messages fitdecode reads up to the first fault."""
    found: dict[str, list[dict[str, float]]] = {kind: [] for kind in KINDS}
    reader = fitdecode.FitReader(
        data,
        check_crc=fitdecode.CrcCheck.DISABLED,
        error_handling=fitdecode.ErrorHandling.IGNORE,
        processor=fitdecode.DefaultDataProcessor(),
    )
    for frame in reader:
        if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name in KINDS:
            values = {}
            for field in frame.fields:
                value = field.value[0] if isinstance(field.value, tuple) else field.value
                if hasattr(value, "timestamp"):
                    value = value.timestamp()
                name = field.name.replace("running_", "")  # what a run's cadence is called
                if name not in values and isinstance(value, int | float):
                    values[name] = float(value)
            found[frame.name].append(values)
    return found


def assert_same(data: bytes) -> None:
    others = theirs(data)
    files = list(chained(data))
    for kind, (number, values, renamed) in KINDS.items():
        parts = [columns(frames, number, values) for frames in files]
        ours = {name: np.concatenate([part[name] for part in parts]) for name in values}
        assert len(ours["timestamp"]) == len(others[kind])
        for name, column in ours.items():
            if name in NOT_COMPARED:
                continue
            their_name = renamed.get(name) or THEIR_NAMES.get(name, name)
            other = np.array([row.get(their_name, np.nan) for row in others[kind]], dtype=float)
            if name in {"latitude", "longitude"}:
                other = other / profile.RECORD[name].scale
            if name == "distance" and kind == "record":
                packed = unpacked(ours["speed_distance"])[1]
                column = np.where(np.isfinite(column), column, packed)  # noqa: PLW2901
            if name in {"enhanced_speed", "enhanced_altitude"}:
                plain = ours[name.removeprefix("enhanced_")]
                column = np.where(np.isfinite(column), column, plain)  # noqa: PLW2901
                column, other = _both_known(column, other)  # noqa: PLW2901 - old watches pack theirs
            if name in {"timestamp", "start_time"}:
                column, other = _both_known(column, other)  # noqa: PLW2901
                is_set = column >= profile.CLOCK_UNSET_BELOW_S
                column = column + profile.EPOCH_S * is_set  # noqa: PLW2901 - ours are raw
            np.testing.assert_allclose(column, other, atol=1e-6, err_msg=f"{kind}.{name}")


def _both_known(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    known = np.isfinite(one) & np.isfinite(other)
    return one[known], other[known]


def samples() -> list[Path]:
    if not MANIFEST.is_file():
        return []
    with MANIFEST.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    paths = [SAMPLES / row["path"] for row in rows if row["format"] == "fit"]
    return [path for path in paths if path.read_bytes()[8:12] == b".FIT"]


@pytest.mark.parametrize(
    "data",
    [
        run(),
        run() + run(),
        fit(table("file_id", [FILE_ID]), table("record", records(enhanced_speed=3000))),
        run(records(heart_rate=None, fractional_cadence=64), sessions=[session(total_ascent=9)]),
    ],
    ids=["plain", "chained", "no session", "other fields"],
)
def test_made_up_files_are_read_alike(data: bytes) -> None:
    assert_same(data)


def is_readable_by_both(path: Path) -> bool:
    try:
        theirs(path.read_bytes())
    except fitdecode.FitError:
        return False
    return path.name not in OURS_IS_RIGHT


@pytest.mark.parametrize(
    "path",
    [path for path in samples() if path.stat().st_size < QUICK_BYTES],
    ids=lambda path: path.name,
)
@pytest.mark.filterwarnings("ignore")
def test_small_real_files_are_read_alike(path: Path) -> None:
    if is_readable_by_both(path):
        assert_same(path.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name)
@pytest.mark.filterwarnings("ignore")
def test_all_real_files_are_read_alike(path: Path) -> None:
    if is_readable_by_both(path):
        assert_same(path.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name)
@pytest.mark.filterwarnings("ignore")
def test_a_damaged_real_file_gives_at_least_what_the_other_reader_keeps(path: Path) -> None:
    kept: list[int] = []
    data = path.read_bytes()
    try:
        kept.extend(1 for frame in fitdecode.FitReader(data) if _is_record(frame))
    except fitdecode.FitError:
        ours = sum(len(batch.starts) for frames in chained(data) for batch in frames.of(20))
        assert ours >= len(kept)


def _is_record(frame: object) -> bool:
    return getattr(frame, "frame_type", None) == fitdecode.FIT_FRAME_DATA and (
        getattr(frame, "name", None) == "record"
    )
