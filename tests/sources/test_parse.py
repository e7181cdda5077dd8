"""Numbers, durations and dates as the formats write them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runadvisor.domain.activity import StartPrecision
from runadvisor.sources.parse import (
    DateOrder,
    clean,
    date_order,
    decimal_mark,
    duration_s,
    moment,
    number,
    offset_zone,
)


@pytest.mark.parametrize("text", ["--", "-", "n/a", "NaN", "-nan", "", "  ", "\u202f"])
def test_placeholders_are_unknown(text: str) -> None:
    assert clean(text) == ""
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("9.44", ".", 9.44),
        ("9,44", ",", 9.44),
        ("9,44", ".", 9.44),
        ("3189.0", ",", 3189.0),
        ("1,234.56", ".", 1234.56),
        ("1.234,56", ",", 1234.56),
        ("1,381", ".", 1381),
        ("1.066", ",", 1066),
        ("'-12", ".", -12),
        ("1e-05", ".", 1e-05),
        ("1\u202f234", ".", 1234),
    ],
)
def test_a_number_is_read_by_the_mark_of_its_column(text: str, mark: str, value: float) -> None:
    assert number(text, mark) == pytest.approx(value)


@pytest.mark.parametrize("text", ["abc", "1.2.3,4,5", "12 km", "inf", "1_000"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["5,01", "10,25", "1.000"], ","),
        (["5.01", "1,000"], "."),
        (["1.066", "1.020"], None),
        ([], None),
    ],
)
def test_a_column_proves_its_decimal_mark_or_nothing(cells: list[str], mark: str | None) -> None:
    assert decimal_mark(cells) == mark


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("47:08", 2828),
        ("1:07:30", 4050),
        ("00:08:02.2", 482.2),
        ("00:00:02,8", 2.8),
        ("1h 02m 03s", 3723),
        ("1h02", 3720),
        ("45 min", 2700),
        ("1 Std 5 min", 3900),
        ("PT1800.5S", 1800.5),
        ("45.5", 2730),
    ],
)
def test_durations_are_read_in_every_shape(text: str, seconds: float) -> None:
    assert duration_s(text) == pytest.approx(seconds)


@pytest.mark.parametrize("text", ["-5:00", "abc", "200:00:00", "01:00.33.3", ""])
def test_what_is_no_duration_is_none(text: str) -> None:
    assert duration_s(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-03-10 07:30:00", "2024-03-10T07:30:00"),
        ("Jan 2, 2020, 3:04:05 PM", "2020-01-02T15:04:05"),
        ("Sep 12, 2018, 12:00:01\u202fAM", "2018-09-12T00:00:01"),
        ("21.07.2026, 15:09:27", "2026-07-21T15:09:27"),
        ("1 ago 2020, 16:00:00", "2020-08-01T16:00:00"),
        ("10 mars 2024 à 06:30:00", "2024-03-10T06:30:00"),
        ("9 mei 2026, 19:00:00", "2026-05-09T19:00:00"),
        ("2026年8月16日 09:01:41", "2026-08-16T09:01:41"),
        ("Fr, 25 Mai 2012 20:31", "2012-05-25T20:31:00"),
        ("lun., 30 juin 2014 7:03", "2014-06-30T07:03:00"),
        ("12 juil. 2014", "2014-07-12T00:00:00"),
        ("10.03.24", "2024-03-10T00:00:00"),
        ("45361", "2024-03-10T00:00:00"),
        ("20-06-2018", "2018-06-20T00:00:00"),
        ("2024-03-10T17:30:00", "2024-03-10T17:30:00"),
    ],
)  # fmt: skip
def test_dates_are_read_in_every_shape(text: str, iso: str) -> None:
    found = moment(text)
    assert found is not None
    assert found.wall.isoformat() == iso


@pytest.mark.parametrize("text", ["2024-13-40", "abc", "1979-01-01", "", "31.02.2024", "12:30"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert moment(text) is None


def test_a_date_without_a_time_is_known_to_the_day() -> None:
    found = moment("2024-03-10")
    assert found is not None
    assert found.precision is StartPrecision.DAY


def test_a_date_with_z_tells_its_instant() -> None:
    found = moment("2024-03-10T06:30:00Z")
    assert found is not None
    assert found.utc is not None
    assert found.utc.isoformat() == "2024-03-10T06:30:00+00:00"


def test_the_order_of_day_and_month_is_proven_by_a_number_over_12() -> None:
    assert date_order(["3/4/2024", "3/14/2024"]) is DateOrder.MONTH_FIRST
    assert date_order(["3/4/2024", "14/3/2024"]) is DateOrder.DAY_FIRST
    assert date_order(["3/4/2024"]) is None
    assert date_order(["03.04.2024"]) is DateOrder.DAY_FIRST


def test_an_offset_is_a_zone_up_to_14_hours() -> None:
    assert offset_zone(timedelta(hours=9)) == "+09:00"
    assert offset_zone(timedelta(hours=-3, minutes=-30)) == "-03:30"
    assert offset_zone(timedelta(hours=40)) is None


@given(st.text(max_size=40))
def test_no_text_makes_a_reader_raise(text: str) -> None:
    for read in (number, duration_s, moment):
        read(text)


@given(st.integers(0, 7 * 24 * 3600 - 1))
def test_every_whole_duration_survives_writing_and_reading(seconds: int) -> None:
    text = f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    assert duration_s(text) == seconds
