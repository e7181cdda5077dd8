from __future__ import annotations

import pytest

from runadvisor.cli.words import LATER, first_word, unknown_word


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ([], None),
        (["plan"], "plan"),
        (["--history", "plan", "load"], "load"),
        (["--history=plan", "load"], "load"),
        (["--history"], None),
        (["--version"], None),
    ],
)
def test_the_first_word_is_no_option_and_no_value_of_one(
    words: list[str], first: str | None
) -> None:
    assert first_word(words) == first


@pytest.mark.parametrize("word", LATER)
def test_a_word_kept_free_comes_in_a_later_version(word: str) -> None:
    assert str(unknown_word(word)) == f"“{word}” comes in a later version."


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("plann", "Did you mean “plan”?"),
        ("Warning", "Did you mean “warnings”?"),
        ("runs.gpx", "runadvisor import FILE"),
        ("folder/runs", "runadvisor import FILE"),
        ("me.runadvisor", "runadvisor --history me.runadvisor plan"),
        ("xyzzy", "The commands are demo, import"),
    ],
)
def test_an_unknown_word_gets_the_likeliest_help(word: str, said: str) -> None:
    assert said in str(unknown_word(word))
