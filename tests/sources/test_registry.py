"""The door: content decides, nothing raises, every file is accounted for."""

from __future__ import annotations

import gzip
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from runadvisor.sources import bundle, content
from runadvisor.sources.registry import amount_of, read_all
from tests.sources import fit_bytes, tcx_text
from tests.sources.gpx_text import run
from tests.sources.xlsx_file import workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from runadvisor.sources.import_report import Reading

CSV = b"Date,Distance (km),Time\n2024-03-10,5.0,30:00\n"
FIT = b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT\x00\x00"


def read(path: Path) -> list[Reading]:
    return list(read_all([path]))


def codes(path: Path) -> list[str]:
    return [problem.code for reading in read(path) for problem in reading.problems]


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["a.gpx", "a.fit", "a.csv", "a", "a.gpx.gz", "ACTIVITY.TXT"])
@pytest.mark.parametrize(
    "data",
    [
        *(run(), gzip.compress(run(), mtime=0), CSV, gzip.compress(CSV, mtime=0)),
        *(tcx_text.run(), gzip.compress(tcx_text.run(), mtime=0)),
        *(fit_bytes.run(), gzip.compress(fit_bytes.run(), mtime=0)),
    ],
    ids=["gpx", "gpx.gz", "csv", "csv.gz", "tcx", "tcx.gz", "fit", "fit.gz"],
)
def test_the_content_decides_not_the_name(tmp_path: Path, name: str, data: bytes) -> None:
    (reading,) = read(write(tmp_path, name, data))
    assert len(reading.recordings) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b"\xef\xbb\xbf \n", "empty-file"),
        (FIT, "cut-short"),
        (gzip.compress(FIT, mtime=0), "cut-short"),
        (b"          <?xml version='1.0'?><TrainingCenterDatabase/>", "no-track"),
        (b"<?xml version='1.0'?><kml xmlns='x'/>", "no-track"),
        (b"<?xml version='1.0'?><!DOCTYPE HealthData [<!ELEMENT a (b)>]><HealthData></HealthData>",
         "no-workouts"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web-page"),
        (b"<html>", "web-page"),
        (b'{"a": 1}', "json-not-read"),
        (b"SQLite format 3\x00", "format-not-read"),
        (b"\x89PNG\r\n", "not-a-training-file"),
        (b"\x00\x01\x02\x03", "not-a-training-file"),
        (b"<svg/>", "not-a-training-file"),
        (b"PK\x03\x04 not a zip", "broken-archive"),
        (b"\x1f\x8b broken", "broken-archive"),
        (b"hello", "not-a-list"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_problem_that_says_what_it_is(
    tmp_path: Path, data: bytes, code: str
) -> None:
    assert codes(write(tmp_path, "file.gpx", data)) == [code]


def test_z5_a_web_page_saved_as_an_archive_is_called_a_web_page(tmp_path: Path) -> None:
    assert codes(write(tmp_path, "export.zip", b"<!doctype html><html></html>")) == ["web-page"]


def test_a_path_that_does_not_exist_is_a_problem(tmp_path: Path) -> None:
    assert codes(tmp_path / "nothing.gpx") == ["not-found"]
    assert amount_of([tmp_path / "nothing.gpx"]).files == 1


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["empty-folder"]


def test_paths_are_reported_as_given(tmp_path: Path) -> None:
    path = write(tmp_path, "a.gpx", run())
    (reading,) = read(path)
    assert reading.path == reading.recordings[0].source.path == str(path)


def test_a_folder_is_read_below_and_junk_is_not_counted(unpacked: Callable[..., Path]) -> None:
    folder = unpacked(
        {
            "a/b/run.gpx": run(),
            "list.csv": CSV,
            ".DS_Store": b"x",
            "a/._run.gpx": b"\x00\x05",
            "Thumbs.db": b"x",
            "__MACOSX/run.gpx": b"x",
            "photo.jpg": b"\xff\xd8\xff",
        }
    )
    readings = read(folder)
    assert len(readings) == amount_of([folder]).files == 3
    assert sum(len(reading.recordings) for reading in readings) == 2
    assert sum(reading.skipped is not None for reading in readings) == 1


def test_x3_two_files_of_the_same_name_are_both_read(zipped: Callable[..., Path]) -> None:
    path = zipped({"a/run.gpx": run(), "b/run.gpx": run(name="Other")})
    assert sum(len(reading.recordings) for reading in read(path)) == 2


def test_a_zip_inside_a_zip_is_read_one_level_deep(zipped: Callable[..., Path]) -> None:
    inner = zipped({"run.gpx": run()}, "inner.zip").read_bytes()
    deep = zipped({"deep.zip": inner}, "middle.zip").read_bytes()
    path = zipped({"part.zip": inner, "too.zip": deep})
    readings = read(path)
    assert [reading.member for reading in readings] == ["part.zip/run.gpx", "too.zip/deep.zip"]
    assert codes(path) == ["nested-archive"]
    assert amount_of([path]).files == 2


def test_a_zip_in_a_folder_is_read(zipped: Callable[..., Path], tmp_path: Path) -> None:
    zipped({"run.gpx": run()})
    (reading,) = read(tmp_path)
    assert reading.member == "run.gpx"


def test_z8_names_that_climb_out_of_the_folder_are_only_names(
    zipped: Callable[..., Path], tmp_path: Path
) -> None:
    path = zipped({"../../run.gpx": run(), "C:\\x\\run.gpx": run()})
    before = sorted(tmp_path.rglob("*"))
    assert sum(len(reading.recordings) for reading in read(path)) == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_z8_a_member_that_grows_beyond_reason_is_a_problem(zipped: Callable[..., Path]) -> None:
    huge = run() + b" " * (content.RATIO_COUNTS_FROM_BYTES + 1)
    assert codes(zipped({"run.gpx": huge})) == ["too-large"]


def test_z8_a_packed_file_that_grows_beyond_reason_is_a_problem(tmp_path: Path) -> None:
    huge = gzip.compress(b" " * (content.RATIO_COUNTS_FROM_BYTES + 1))
    assert codes(write(tmp_path, "run.gpx.gz", huge)) == ["too-large"]


def test_z8_an_archive_of_too_many_files_is_a_problem(
    zipped: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "MAX_MEMBERS", 2)
    assert codes(zipped({f"{n}.gpx": run() for n in range(3)})) == ["too-large"]


def test_z8_an_archive_that_is_too_large_together_is_read_up_to_the_limit(
    zipped: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "MAX_TOTAL_BYTES", len(run()) + 10)
    assert codes(zipped({"a.gpx": run(), "b.gpx": run()})) == ["too-large"]


def test_an_encrypted_member_is_a_problem(zipped: Callable[..., Path]) -> None:
    path = zipped({"run.gpx": run()})
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + at] |= 1
    path.write_bytes(data)
    assert codes(path) == ["encrypted"]


def test_a_damaged_member_is_a_problem_and_the_rest_is_read(zipped: Callable[..., Path]) -> None:
    path = zipped({"a.gpx": run(), "b.gpx": run(name="Other")})
    data = bytearray(path.read_bytes())
    data[60:80] = b"\x00" * 20
    path.write_bytes(data)
    assert codes(path) == ["broken-member"]
    assert sum(len(reading.recordings) for reading in read(path)) == 1


def test_an_archive_cut_short_is_a_problem(zipped: Callable[..., Path]) -> None:
    path = zipped({"run.gpx": run()})
    path.write_bytes(path.read_bytes()[:-30])
    assert codes(path) == ["broken-archive"]


def test_an_archive_without_files_is_a_problem(zipped: Callable[..., Path]) -> None:
    assert codes(zipped({})) == ["empty-archive"]
    assert codes(zipped({".DS_Store": b"x"})) == ["empty-archive"]


def test_a_workbook_is_one_file_though_it_is_an_archive(tmp_path: Path) -> None:
    rows = [["Date", "Distance (km)", "Time"], ["2024-03-10", 5.0, "30:00"]]
    path = write(tmp_path, "log.zip", workbook({"Log": rows}))
    (reading,) = read(path)
    assert len(reading.recordings) == amount_of([path]).files == 1


def test_a_workbook_in_an_archive_is_read(zipped: Callable[..., Path]) -> None:
    rows = [["Date", "Distance (km)", "Time"], ["2024-03-10", 5.0, "30:00"]]
    (reading,) = read(zipped({"my/log.xlsx": workbook({"Log": rows})}))
    assert [recording.source.member for recording in reading.recordings] == ["my/log.xlsx"]


def test_z3_an_archive_written_as_a_stream_is_read(tmp_path: Path) -> None:
    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.parts: list[bytes] = []

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.parts.append(bytes(data))  # type: ignore[call-overload]
            return len(self.parts[-1])

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        archive.writestr("run.gpx", run())
    (reading,) = read(write(tmp_path, "stream.zip", b"".join(stream.parts)))
    assert len(reading.recordings) == 1


def test_an_unreadable_file_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.gpx", run())

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    monkeypatch.setattr(type(path), "read_bytes", refuse)
    assert codes(path) == ["not-readable"]
