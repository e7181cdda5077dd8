"""The one-line form of a mapping: read, written, and refused with a sentence."""

from __future__ import annotations

import pytest

from runadvisor.sources.column_mapping import (
    ColumnMapping,
    MappingError,
    column_name,
    column_of,
    mapping_text,
    parsed_mapping,
)
from runadvisor.sources.list_layout import Aspect, Role
from runadvisor.sources.parse import DateOrder


def test_a_line_names_columns_and_units() -> None:
    mapping = parsed_mapping("date=Day:day-first,distance=How far:km,time=#3:min,decimal=comma")
    assert mapping.columns == {
        Role.DATE: "Day",
        Role.DISTANCE: "How far",
        Role.MOVING_TIME: "#3",
    }
    assert mapping.date_order is DateOrder.DAY_FIRST
    assert mapping.metres == 1000
    assert mapping.decimal_mark == ","
    assert mapping.settled == {Aspect.COLUMNS, Aspect.DATE_ORDER, Aspect.DISTANCE_UNIT}


@pytest.mark.parametrize(
    "text",
    [
        "date=Day",
        "date=Day:month-first,distance=#2:mi,time=Took:h-mm,climb=Up:ft",
        "distance=Weg:m,decimal=dot",
    ],
)
def test_what_is_written_is_read_back_the_same(text: str) -> None:
    assert mapping_text(parsed_mapping(text)) == text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "HEADING"),
        ("date", "HEADING"),
        ("date=", "HEADING"),
        ("pace=Pace", "heart-rate"),
        ("distance=Weg:yards", "km or mi or m"),
        ("sport=Type:km", "nothing"),
        ("decimal=point", "comma or dot"),
    ],
)
def test_what_cannot_be_understood_says_how_to_write_it(text: str, word: str) -> None:
    with pytest.raises(MappingError, match=word):
        parsed_mapping(text)


def test_a_column_is_found_by_heading_by_number_and_without_accents() -> None:
    header = ("Date", "Durée", "Date")
    assert column_of("Date", header) == 0
    assert column_of("duree", header) == 1
    assert column_of("#3", header) == 2
    assert column_of("#4", header) is None
    assert column_of("Weg", header) is None


def test_a_heading_that_is_not_enough_is_called_by_its_number() -> None:
    header = ("Date", "Way: km", "Date", "", "Time")
    assert [column_name(n, header) for n in range(5)] == ["#1", "#2", "#3", "#4", "Time"]


def test_a_mapping_that_says_nothing_settles_nothing() -> None:
    assert ColumnMapping().settled == frozenset()
