"""The quick way through an XML track: the same points as the XML parser finds, or none at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.sources import gpx_xml, tcx_xml
from runadvisor.sources.plain_points import plain_points, skeleton
from tests.sources import gpx_text, mutations, tcx_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.sources.text_points import TextPoints

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
GPX, TCX = gpx_text.run(), tcx_text.run()


def texts(points: TextPoints) -> dict[str, list[str]]:
    return {
        name: [text.decode() if isinstance(text, bytes) else text or "" for text in column]
        for name, column in points.columns.items()
        if any(column)
    } | {"segment": [str(number) for number in points.segment]}


def gpx_points(data: bytes, *, quick: bool) -> list[dict[str, list[str]]] | None:
    plain = skeleton(data, "trkseg") if quick else None
    if quick and plain is None:
        return None
    document = gpx_xml._document(plain.data if plain else data, plain)
    return None if document is None else [texts(track.points) for track in document.tracks]


def tcx_points(data: bytes, *, quick: bool) -> list[dict[str, list[str]]] | None:
    plain = skeleton(data, "Track") if quick else None
    if quick and plain is None:
        return None
    document = tcx_xml._document(plain.data if plain else data, plain)
    return None if document is None else [texts(each.points) for each in document.activities]


READ = {"gpx": gpx_points, "tcx": tcx_points}


@pytest.mark.parametrize(("kind", "data"), [("gpx", GPX), ("tcx", TCX)])
def test_points_that_look_alike_are_read_the_quick_way(kind: str, data: bytes) -> None:
    quick = READ[kind](data, quick=True)
    assert quick is not None
    assert quick == READ[kind](data, quick=False)


def missing(points: Sequence[gpx_text.Point]) -> bytes:
    return gpx_text.run(
        [
            gpx_text.Point(
                point.at,
                point.north_m,
                heart_rate=None if number % 3 else "150",
                cadence=None if number % 2 else "85",
                altitude=None if number % 5 else "20",
            )
            for number, point in enumerate(points)
        ]
    )


def test_parts_that_some_points_lack_are_read_the_quick_way_too() -> None:
    data = missing(gpx_text.points())
    assert gpx_points(data, quick=True) == gpx_points(data, quick=False)
    assert gpx_points(data, quick=True) is not None


@pytest.mark.parametrize(
    "odd",
    [
        b"<!-- a remark -->",
        b"<?pi?>",
        b"<other/>",
        b"<trkpt lon='1' lat='2'/>",
        b"<trkpt lat='1' lon='2'><ele>3</ele></trkpt>",
        b"&amp;",
        b"<![CDATA[x]]>",
        b"<",
    ],
)
def test_what_is_not_accounted_for_is_left_to_the_parser(odd: bytes) -> None:
    at = GPX.find(b"<trkpt", len(GPX) // 2)
    assert gpx_points(GPX[:at] + odd + GPX[at:], quick=True) is None


def test_an_empty_part_and_a_missing_one_are_both_without_text() -> None:
    one = b"<trkpt lat='1' lon='2'><ele>1</ele></trkpt>"
    content = one + one.replace(b">1<", b"><") + one.replace(b"<ele>1</ele>", b"")
    assert plain_points(content, "trkpt") == [
        ("@lat", [b"1"] * 3),
        ("@lon", [b"2"] * 3),
        ("ele", [b"1", b"", None]),
    ]


def test_nothing_between_the_tags_is_no_points() -> None:
    assert plain_points(b" \n ", "trkpt") == []


def test_a_file_without_these_tags_has_no_skeleton() -> None:
    assert skeleton(b"<gpx><trk/></gpx>", "trkseg") is None
    assert skeleton(b"<gpx><trkseg>", "trkseg") is None


@given(st.sampled_from(["gpx", "tcx"]), st.integers(0, 10**9))
def test_a_spoilt_file_is_read_alike_or_left_to_the_parser(kind: str, number: int) -> None:
    data = mutations.spoilt(kind, number)
    quick = READ[kind](data, quick=True)
    assert quick is None or quick == READ[kind](data, quick=False)


def real(suffix: str) -> list[Path]:
    return sorted(path for path in SAMPLES.rglob(f"*.{suffix}") if path.is_file())


@pytest.mark.parametrize("kind", ["gpx", "tcx"])
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the collection is not here")
def test_most_real_files_are_read_the_quick_way_and_all_alike(kind: str) -> None:
    by_quick = 0
    for path in real(kind):
        data = path.read_bytes()
        quick = READ[kind](data, quick=True)
        by_quick += quick is not None
        assert quick is None or quick == READ[kind](data, quick=False), path.name
    assert by_quick > len(real(kind)) / 2
