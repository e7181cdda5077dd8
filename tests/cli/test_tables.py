from __future__ import annotations

from runadvisor.cli.tables import counted, paragraph, shortened, table


def test_columns_are_as_wide_as_their_widest_cell_and_numbers_stand_right() -> None:
    assert list(table(("Day", ">km"), [("Mon", "5.0"), ("Tuesday", "10.0")])) == [
        "Day        km",
        "Mon       5.0",
        "Tuesday  10.0",
    ]


def test_later_lines_stand_under_the_first_word() -> None:
    lines = list(paragraph("word " * 30, indent="  ", mark="- "))
    assert lines[0].startswith("  - word")
    assert lines[1].startswith("    word")
    assert max(map(len, lines)) <= 80


def test_a_cut_is_shown() -> None:
    assert shortened("abcdef", 4) == "abc…"
    assert shortened("abcd", 4) == "abcd"


def test_a_noun_agrees_with_its_number() -> None:
    assert counted(1, "file", "files") == "1 file"
    assert counted(1200, "file", "files") == "1,200 files"
