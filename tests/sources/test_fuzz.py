"""Spoilt files: whatever the bytes, a reading comes back."""

from __future__ import annotations

import csv
import gzip
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor.sources.file_reader import read_bytes
from runadvisor.sources.place import Place
from runadvisor.sources.registry import amount_of, read_all
from tests.sources import fit_bytes, tcx_text
from tests.sources.gpx_text import points, run
from tests.sources.list_text import GARMIN, INTERVALS, STRAVA, STRAVA_ROW
from tests.sources.test_kml import coords, kml, track, whens

WHOLE = (
    run(points(12)),
    f"{STRAVA}\n{STRAVA_ROW}\n{STRAVA_ROW.replace('77', '78')}\n".encode(),
    f'{GARMIN}\nRunning,2024-03-10 07:30:00,false,"10k","10.01","500","00:50:00","1","2"'.encode(),
    f"{INTERVALS}\ni1,2024-03-10T17:30:00,E,Run,1800,5012,1850,82,false,2024-03-10T06:30:00Z".encode(),
    b"Date,Distance (km),Time\n2024-03-10,5.0,30:00\n10.03.2024,5,0:30\n",
    gzip.compress(run(points(3))),
    tcx_text.run(tcx_text.lap(tcx_text.points(0, 11))),
    fit_bytes.run(fit_bytes.records(count=12)),
    kml(track(*whens(12), *coords(12))),
)
_PIECES = st.sampled_from(
    [
        b"",
        b"\x00",
        b"-",
        b"1e999",
        b"nan",
        b"\xff",
        b'"',
        b"<",
        b"&x;",
        b",",
        b"\n",
        b"9" * 30,
        b"-1",
    ]
)
spoilings = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.one_of(_PIECES, st.binary(max_size=6))),
    min_size=1,
    max_size=6,
)


def spoilt(data: bytes, spoiling: list[tuple[float, int, bytes]]) -> bytes:
    for where, length, piece in spoiling:
        at = int(where * len(data))
        data = data[:at] + piece + data[at + length :]
    return data


@given(st.sampled_from(WHOLE), spoilings)
def test_no_spoilt_file_makes_a_reader_raise(
    data: bytes, spoiling: list[tuple[float, int, bytes]]
) -> None:
    place = Place("spoilt")
    reading = read_bytes(spoilt(data, spoiling), place).reading
    assert reading.recordings or reading.problems or reading.repairs


_HEADINGS = [
    *dict.fromkeys(f"{STRAVA},{GARMIN},{INTERVALS}".split(",")),
    *["Datum", "Zeit", "Distanz", "Aktivitätstyp", "Titel", "km", "mi", "min", "Start", "RPE"],
    "Distance (mi)",
    "Avg Stride Length",
    "Avg Run Cadence",
    "",
]
_CELLS = [
    *["2024-03-10", "3/10/2024", "10.03.2024", "Run", "Lauf", "Swim", "5,01", "5.01", "1.000"],
    *["1,000", "30:00", "0", "-1", "false", "1e308", "9999999", "77", "activities/1.gpx", "10k"],
    *["45361.5", "abc", "--", "99:99", "2024-03-10T06:30Z", "2024-03-10T06:30:00+25:00"],
    "Jan 2, 2020, 3:04:05 PM",
    "2024-03-10 07:30:00",
    "Summe",
    "",
]  # fmt: skip
tables = st.integers(1, 14).flatmap(
    lambda width: st.tuples(
        st.lists(st.sampled_from(_HEADINGS), min_size=width, max_size=width),
        st.lists(st.lists(st.sampled_from(_CELLS), max_size=width + 1), max_size=5),
    )
)


def written(header: list[str], rows: list[list[str]]) -> bytes:
    text = StringIO()
    csv.writer(text).writerows([header, *rows])
    return text.getvalue().encode()


@given(tables)
def test_no_mix_of_known_headings_and_cells_makes_a_reader_raise(
    table: tuple[list[str], list[list[str]]],
) -> None:
    read_bytes(written(*table), Place("list.csv"))


@pytest.mark.slow
@settings(max_examples=5000)
@given(tables)
def test_no_mix_of_headings_makes_a_reader_raise_in_a_long_campaign(
    table: tuple[list[str], list[list[str]]],
) -> None:
    read_bytes(written(*table), Place("list.csv"))


@given(st.binary(max_size=400))
def test_no_bytes_make_the_door_raise(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        assert len(list(read_all([path]))) == amount_of([path]).files


@pytest.mark.slow
@settings(max_examples=5000)
@given(st.sampled_from(WHOLE), spoilings)
def test_no_spoilt_file_makes_a_reader_raise_in_a_long_campaign(
    data: bytes, spoiling: list[tuple[float, int, bytes]]
) -> None:
    read_bytes(spoilt(data, spoiling), Place("spoilt"))
