"""The text of a list: encodings, delimiters, quotation marks; C5 and C9 of the defects."""

from __future__ import annotations

import codecs

import pytest

from tests.sources.list_text import notes, only, problems, read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_c9_every_encoding_and_delimiter_is_read(encoding: str, delimiter: str) -> None:
    text = "Date,Distance (km),Durée\n2024-03-10,5.0,30:00".replace(",", delimiter)
    assert only(text.encode(encoding)).moving_time_s == 1800


def test_c9_a_byte_order_mark_hides_no_heading() -> None:
    data = codecs.BOM_UTF8 + b"date,distance_km,time\n2024-03-10,5,30:00"
    assert only(data).distance_m == 5000


def test_c5_a_quotation_mark_never_closed_costs_no_row() -> None:
    text = (
        "Date,Distance (km),Time,Title\n2024-03-10,5,30:00,fine\n"
        '2024-03-11,6,36:00,"the 12 inch track\n2024-03-12,7,42:00,x\n'
    )
    assert [recording.distance_m for recording in read(text).recordings] == [5000, 6000, 7000]
    assert notes(text) == ["open-quote"]


def test_c5_a_note_of_many_lines_is_one_cell() -> None:
    text = 'Date,Distance (km),Time,Title\n2024-03-10,5,30:00,"a\nb, c\n""d"""\n'
    assert only(text).name == 'a\nb, c\n"d"'


def test_c5_a_cell_longer_than_any_note_loses_its_row_and_says_so() -> None:
    text = f"Date,Distance (km),Time\n2024-03-10,5,30:00\n{'x' * 200_000},6,1\n2024-03-12,7,42:00\n"
    assert [recording.distance_m for recording in read(text).recordings] == [5000, 7000]
    assert problems(text) == [("row-too-long", 3)]


def test_rows_padded_with_blanks_and_commas_are_read() -> None:
    text = " Date , Distance (km) , Time ,\n 2024-03-10 , 5.0 , 30:00 ,\n"
    assert only(text).distance_m == 5000
