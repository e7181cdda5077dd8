"""A record's template and values -> one sentence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from runadvisor.language import _
from runadvisor.wording.days import long_day, weekday
from runadvisor.wording.measures import (
    UNKNOWN,
    at_most,
    climb,
    distance,
    hours,
    minutes,
    number,
    pace,
    percent,
    ratio,
)
from runadvisor.wording.places import region_words, spot_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from runadvisor.domain.text import Message, Value


def sentence(message: Message) -> str:
    """Word a message: its template with each value shown by the unit in its name."""
    words = _(message.template).format_map(
        {name: shown(name, value) for name, value in message.values.items()}
    )
    # A value in front may be a word that is small within a sentence.
    return words[:1].upper() + words[1:] if message.template.startswith("{") else words


def shown(name: str, value: Value) -> str:
    """Word one value by its name, as ``Message`` documents."""
    if value is None:
        return UNKNOWN
    for suffix, word in _BY_SUFFIX.items():
        if name == suffix or name.endswith("_" + suffix):
            return word(value)
    return number(value) if isinstance(value, int) else str(value)


def _as_day(word: Callable[[date], str]) -> Callable[[Value], str]:
    def of(value: Value) -> str:
        return word(value) if isinstance(value, date) else str(value)

    return of


def _as_number(word: Callable[[float], str]) -> Callable[[Value], str]:
    def of(value: Value) -> str:
        return word(value) if isinstance(value, (int, float)) else str(value)

    return of


_BY_SUFFIX: dict[str, Callable[[Value], str]] = {
    "date": _as_day(long_day),
    "weekday": _as_day(weekday),
    "limit_m": _as_number(at_most),
    "climb_m": _as_number(climb),
    "m": _as_number(distance),
    "s": _as_number(minutes),
    "percent": _as_number(percent),
    "ratio": _as_number(ratio),
    "pace": _as_number(pace),
    "sleep_h": _as_number(hours),
    "usual_morning": _as_number(lambda value: number(value, 0 if float(value).is_integer() else 1)),
    "spot": lambda value: spot_words(str(value)),
    "region": lambda value: region_words(str(value)),
}
