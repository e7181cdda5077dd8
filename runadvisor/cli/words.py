"""The first words of the command line, and what was meant by one that is none."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    "demo",
    "import",
    "activities",
    "clock",
    "load",
    "warnings",
    "rules",
    "plan",
    "print",
    "diary",
    "check",
    "backup",
    "export",
    "restore",
)
LATER = ("add", "doctor", "backtest")
"""Kept free for commands to come."""
HISTORY_SUFFIX = ".runadvisor"
_VALUE_OPTIONS = frozenset({"--history", "--units", "--language", "--paper"})
"""Options before the command that take the word after them."""


class WrongUseError(Exception):
    """The command line cannot be understood; the sentence says what to type instead."""


def first_word(argv: Sequence[str]) -> str | None:
    """Return the first word that is neither an option nor the history's file."""
    words = iter(argv)
    for word in words:
        if word in _VALUE_OPTIONS:
            next(words, None)
        elif not word.startswith("-"):
            return word
    return None


def unknown_word(word: str) -> WrongUseError:
    """Return what to say about a first word that is no command."""
    if word in LATER:
        return WrongUseError(_("“{word}” comes in a later version.").format(word=word))
    known = ", ".join(COMMANDS)
    close = get_close_matches(word.lower(), COMMANDS, n=1)
    if close:
        return WrongUseError(
            _("There is no command “{word}”. Did you mean “{close}”?").format(
                word=word, close=close[0]
            )
        )
    if word.endswith(HISTORY_SUFFIX):
        return WrongUseError(
            _("To use {word} with a command: runadvisor --history {word} plan").format(word=word)
        )
    if "." in word or "/" in word or "\\" in word:
        return WrongUseError(
            _("There is no command “{word}”. To bring in a file: runadvisor import FILE").format(
                word=word
            )
        )
    return WrongUseError(
        _("There is no command “{word}”. The commands are {known}.").format(word=word, known=known)
    )
