"""What is known is not read again; sizes add up; many readers give the order of one."""

from __future__ import annotations

import gzip
import hashlib
import os
from typing import TYPE_CHECKING

from runadvisor.sources import reader_pool
from runadvisor.sources.place import Place
from runadvisor.sources.registry import amount_of, read_all
from runadvisor.sources.steps import Unread, readings_of
from tests.sources.gpx_text import run
from tests.sources.test_archive import STRAVA

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from runadvisor.sources.import_report import Reading

LIST = b"Date,Distance (km),Time\n2024-03-10,5.0,30:00\n"


def fingerprints(path: Path) -> list[str]:
    return [each.fingerprint for each in read_all([path]) if each.fingerprint is not None]


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_a_track_whose_content_is_known_is_not_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.gpx.gz"
    path.write_bytes(gzip.compress(run()))
    known = digest(run())
    (reading,) = read_all([path], is_known={known}.__contains__)
    assert (reading.known, reading.recordings) == (known, ())


def test_a_member_of_an_archive_is_known_without_being_unpacked(
    zipped: Callable[..., Path],
) -> None:
    path = zipped({"a/run.gpx": run(), "list.csv": LIST})
    known = fingerprints(path)
    assert [each.split(":")[:2] for each in known] == [["zip", "a/run.gpx"]]
    data = bytearray(path.read_bytes())
    data[60:90] = b"\x00" * 30  # what is not unpacked may be damaged
    path.write_bytes(data)
    first, second = read_all([path], is_known=set(known).__contains__)
    assert first.known == known[0]
    assert len(second.recordings) == 1


def test_a_file_on_disk_is_known_until_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.gpx"
    path.write_bytes(run())
    known = set(fingerprints(path))
    (same,) = read_all([path], is_known=known.__contains__)
    assert same.known in known
    path.write_bytes(run(name="Other"))
    os.utime(path, ns=(1, 1))
    (changed,) = read_all([path], is_known=known.__contains__)
    assert len(changed.recordings) == 1


def test_lists_are_always_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(LIST)
    assert fingerprints(path) == []
    (reading,) = read_all([path], is_known=lambda key: not key.startswith("file:"))
    assert (reading.known, len(reading.recordings)) == (None, 1)


def test_a_known_file_is_not_linked_with_its_row_again(zipped: Callable[..., Path]) -> None:
    path = zipped(STRAVA)
    known = set(fingerprints(path))
    again = list(read_all([path], is_known=known.__contains__))
    assert sum(reading.known is not None for reading in again) == 2
    rows = [each for reading in again for each in reading.recordings]
    assert {each.source_id for each in rows} >= {"strava:9000", "strava:9002"}


def test_the_bytes_of_the_readings_are_those_of_the_files(
    zipped: Callable[..., Path], unpacked: Callable[..., Path]
) -> None:
    for path in (zipped(STRAVA), unpacked(STRAVA)):
        total = amount_of([path]).size_bytes
        assert sum(reading.size_bytes for reading in read_all([path])) == total > 0


# --- in other processes --------------------------------------------------------------------


def told(readings: list[Reading]) -> list[tuple[object, ...]]:
    return [
        (
            reading.member,
            [(r.digest, r.distance_m, r.name, r.source_id) for r in reading.recordings],
            reading.problems,
            reading.repairs,
            reading.skipped,
            reading.size_bytes,
            reading.fingerprint,
        )
        for reading in readings
    ]


def test_many_readers_give_what_one_gives_in_its_order(zipped: Callable[..., Path]) -> None:
    members = {f"{n:03}.gpx": run(name=f"Run {n}") for n in range(30)}
    members |= STRAVA | {"list.csv": LIST, "broken.gpx": run()[:300]}
    path = zipped(members)
    assert told(list(read_all([path], processes=2))) == told(list(read_all([path])))


def test_stopping_in_the_middle_leaves_no_reader_behind(zipped: Callable[..., Path]) -> None:
    path = zipped({f"{n:03}.gpx": run(name=f"Run {n}") for n in range(40)})
    readings = read_all([path], processes=2)
    assert next(readings).recordings
    readings.close()
    assert not reader_pool.multiprocessing.active_children()


def test_a_file_that_ends_its_reader_is_named_and_the_rest_is_read(
    zipped: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_pool, "_read", deadly_read)
    members = {f"{n}.gpx": run(name="deadly" if n == 3 else f"Run {n}") for n in range(8)}
    readings = list(read_all([zipped(members)], processes=2))
    assert [[p.code for p in reading.problems] for reading in readings] == [
        ["reader-ended"] if n == 3 else [] for n in range(8)
    ]
    assert sum(len(reading.recordings) for reading in readings) == 7


def deadly_read(plain: bytes, place: object) -> Reading:
    """Read like the real one, and die of one file as a library in C may."""
    if b"deadly" in plain:
        os._exit(11)
    return reader_pool.read_bytes(plain, place).reading  # type: ignore[arg-type]


def test_where_no_process_can_be_started_reading_goes_on(
    zipped: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(reader_pool, "_executor", refuse)
    readings = list(read_all([zipped({"a.gpx": run(), "b.gpx": run()})], processes=2))
    assert sum(len(reading.recordings) for reading in readings) == 2


def test_processes_are_started_only_where_they_pay() -> None:
    assert reader_pool.process_count(99) == 0
    assert reader_pool.process_count(5000) <= reader_pool.MAX_PROCESSES


def test_no_more_is_loaded_ahead_than_was_agreed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_pool, "MAX_AHEAD_BYTES", 3 * len(run()))
    loaded = 0

    def step(number: int) -> Unread:
        def load() -> bytes:
            nonlocal loaded
            loaded += 1
            return run()

        return Unread(place=Place(f"{number}.gpx"), load=load)

    readings = readings_of(map(step, range(50)), processes=2)
    next(readings)
    assert loaded <= 5
    readings.close()
