"""Numbers, days and units of every language but English, as Unicode's tables (CLDR) have them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_interval, match_skeleton, parse_pattern
from babel.numbers import format_percent
from babel.numbers import parse_pattern as parse_number_pattern
from babel.units import format_unit

if TYPE_CHECKING:
    from datetime import date

    from babel.dates import DateTimePattern

_UNITS = {
    "km": "length-kilometer",
    "mi": "length-mile",
    "m": "length-meter",
    "ft": "length-foot",
    "h": "duration-hour",
    "min": "duration-minute",
}
_WEEKDAY = re.compile(r"E+|c+")
_NAMED_MONTH = re.compile(r"M{3,}|L{3,}")
_MANY = 4_096
"""Days and numbers kept as written: those of a screen come again and again."""


class UnicodeCustoms:
    """The customs of one language."""

    def __init__(self, language: str) -> None:
        """Load the tables of a language.

        Raises:
            ValueError: There are none of it.
        """
        try:
            self._locale = Locale.parse(language)
        except (UnknownLocaleError, ValueError) as error:
            msg = f"{language} is no language with tables of its own"
            raise ValueError(msg) from error
        self._long = self._pattern("MMMMEEEEd", is_wide=True)
        self._full = parse_pattern(_wide(self._locale.date_formats["full"].pattern))
        self._short = self._pattern("MMMd")
        self._weekday_day = self._pattern("MMMEd")
        self._month_day = self._pattern("MMMMd", is_wide=True)
        self._dated = self._pattern("yMMMMd", is_wide=True)
        self._written = lru_cache(maxsize=_MANY)(self._write)
        self._number = lru_cache(maxsize=_MANY)(self._write_number)

    def number(self, value: float, decimals: int) -> str:
        return self._number(value, decimals)

    def percent(self, number: str) -> str:
        # Where the sign stands, and with which space, is told by a number of one digit.
        return format_percent(0.01, locale=self._locale).replace(self._number(1, 0), number, 1)

    def unit(self, number: str, unit: str) -> str:
        return format_unit(number, _UNITS[unit], length="short", locale=self._locale)

    def first_weekday(self) -> int:
        return self._locale.first_week_day

    def weekday(self, day: date) -> str:
        return self._locale.days["stand-alone"]["wide"][day.weekday()]

    def weekday_short(self, day: date) -> str:
        return self._locale.days["stand-alone"]["abbreviated"][day.weekday()]

    def month(self, day: date) -> str:
        return self._locale.months["stand-alone"]["wide"][day.month]

    def month_short(self, day: date) -> str:
        return self._locale.months["stand-alone"]["abbreviated"][day.month]

    def long_day(self, day: date) -> str:
        return self._written(self._long, day)

    def full_day(self, day: date) -> str:
        return self._written(self._full, day)

    def short_day(self, day: date) -> str:
        return self._written(self._short, day)

    def weekday_day(self, day: date) -> str:
        return self._written(self._weekday_day, day)

    def day_of_month(self, day: date, *, with_year: bool) -> str:
        return self._written(self._dated if with_year else self._month_day, day)

    def day_range(self, first: date, last: date) -> str:
        return format_interval(first, last, "MMMd", locale=self._locale)

    def country(self, code: str) -> str:
        return self._locale.territories.get(code, code)

    def _pattern(self, skeleton: str, *, is_wide: bool = False) -> DateTimePattern:
        known = self._locale.datetime_skeletons
        pattern = known[match_skeleton(skeleton, known) or "yMMMEd"].pattern
        return parse_pattern(_wide(pattern) if is_wide else pattern)

    def _write(self, pattern: DateTimePattern, day: date) -> str:
        return pattern.apply(day, self._locale)

    def _write_number(self, value: float, decimals: int) -> str:
        pattern = parse_number_pattern(self._locale.decimal_formats[None].pattern)
        pattern.frac_prec = (decimals, decimals)
        return pattern.apply(value, self._locale)


def _wide(pattern: str) -> str:
    """Spell weekday and month out: the tables keep but one order for long and short names."""
    return _NAMED_MONTH.sub(lambda month: month[0][0] * 4, _WEEKDAY.sub("EEEE", pattern))
