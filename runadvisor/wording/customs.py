"""How a country writes numbers, days and units: the choice is made once, at the start.

English is written as ``English`` says, without loading anything; every other language as
Unicode's own tables say, through Babel. Which of the two, and kilometres or miles, serves the
whole program at a time, as ``language.speak`` does for the sentences.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from runadvisor.domain.calendar import MONDAY, WEEKDAY_NUMBERS, FirstWeekday
from runadvisor.domain.units import METRES_PER_KILOMETRE, METRES_PER_MILE, DistanceUnit

if TYPE_CHECKING:
    from datetime import date

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Customs(Protocol):
    """What differs from country to country, and is no sentence."""

    def number(self, value: float, decimals: int) -> str:
        """Return a number with thousands separated and so many decimals."""
        ...

    def percent(self, number: str) -> str:
        """Return a number that is written already as a percentage."""
        ...

    def unit(self, number: str, unit: str) -> str:
        """Return a number with its unit: km, mi, m, ft, h or min."""
        ...

    def first_weekday(self) -> int:
        """Return on which day a week begins; Monday is 0."""
        ...

    def weekday(self, day: date) -> str:
        """Return ``Sunday``."""
        ...

    def weekday_short(self, day: date) -> str:
        """Return ``Sun``."""
        ...

    def month(self, day: date) -> str:
        """Return ``November``."""
        ...

    def month_short(self, day: date) -> str:
        """Return ``Nov``."""
        ...

    def long_day(self, day: date) -> str:
        """Return ``Sunday 22 November``."""
        ...

    def full_day(self, day: date) -> str:
        """Return ``Sunday 22 November 2026``."""
        ...

    def short_day(self, day: date) -> str:
        """Return ``22 Nov``."""
        ...

    def weekday_day(self, day: date) -> str:
        """Return ``Sun 22 Nov``."""
        ...

    def day_of_month(self, day: date, *, with_year: bool) -> str:
        """Return ``22 November``, or ``22 November 2026``."""
        ...

    def day_range(self, first: date, last: date) -> str:
        """Return ``23–29 Nov`` or ``30 Nov–6 Dec``."""
        ...

    def country(self, code: str) -> str:
        """Return the name of a country by its ISO 3166 code, the code where it has none."""
        ...


class English:
    """As printed English sets it, days before months."""

    def number(self, value: float, decimals: int) -> str:
        return f"{value:,.{decimals}f}"

    def percent(self, number: str) -> str:
        return f"{number} %"

    def unit(self, number: str, unit: str) -> str:
        return f"{number} {unit}"

    def first_weekday(self) -> int:
        return MONDAY

    def weekday(self, day: date) -> str:
        return _WEEKDAYS[day.weekday()]

    def weekday_short(self, day: date) -> str:
        return _WEEKDAYS[day.weekday()][:3]

    def month(self, day: date) -> str:
        return _MONTHS[day.month - 1]

    def month_short(self, day: date) -> str:
        return _MONTHS[day.month - 1][:3]

    def long_day(self, day: date) -> str:
        return f"{self.weekday(day)} {day.day} {self.month(day)}"

    def full_day(self, day: date) -> str:
        return f"{self.long_day(day)} {day.year}"

    def short_day(self, day: date) -> str:
        return f"{day.day} {self.month_short(day)}"

    def weekday_day(self, day: date) -> str:
        return f"{self.weekday_short(day)} {self.short_day(day)}"

    def day_of_month(self, day: date, *, with_year: bool) -> str:
        words = f"{day.day} {self.month(day)}"
        return f"{words} {day.year}" if with_year else words

    def day_range(self, first: date, last: date) -> str:
        is_one_month = (first.year, first.month) == (last.year, last.month)
        return f"{first.day if is_one_month else self.short_day(first)}–{self.short_day(last)}"

    def country(self, code: str) -> str:
        from babel import Locale  # noqa: PLC0415 - start-up time

        return Locale.parse("en").territories.get(code, code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """In what the program speaks of length, and how it writes."""

    unit: DistanceUnit = DistanceUnit.KILOMETRE
    first_weekday: int = MONDAY
    customs: Customs = field(default_factory=English)

    @property
    def metres(self) -> float:
        """Metres in one kilometre or mile."""
        is_miles = self.unit is DistanceUnit.MILE
        return METRES_PER_MILE if is_miles else METRES_PER_KILOMETRE


_measure = Measure()


def measure_in(
    unit: DistanceUnit,
    *,
    language: str = "en",
    first_weekday: FirstWeekday = FirstWeekday.LANGUAGE,
) -> None:
    """Speak of length in a unit, and write as a language does, from now on.

    Args:
        unit: Of distances and paces; climb goes with it, in metres or feet.
        language: As ``language.speak`` takes it: ``de``, ``pt_BR``.
        first_weekday: Of the weeks that are shown.

    Raises:
        ValueError: Unicode's tables know no such language.
    """
    global _measure  # noqa: PLW0603 - one choice at a time, for the whole program
    customs = _customs(language)
    first = WEEKDAY_NUMBERS.get(first_weekday)
    _measure = Measure(
        unit=unit,
        first_weekday=customs.first_weekday() if first is None else first,
        customs=customs,
    )


def measure() -> Measure:
    """Return the choice that holds now."""
    return _measure


def _customs(language: str) -> Customs:
    if language.partition("_")[0] == "en":
        return English()
    # Babel takes a moment to load, and English does without.
    from runadvisor.wording.unicode_customs import UnicodeCustoms  # noqa: PLC0415

    return UnicodeCustoms(language)
