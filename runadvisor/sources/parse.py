"""Numbers, durations and dates as exports and hand-kept lists write them."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from runadvisor.domain.activity import StartPrecision

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLACEHOLDERS = frozenset({"-", "--", "–", "—", "n/a", "na", "nan", "-nan", "null", "none", "?"})
_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "đ": "d"})
FIRST_YEAR, LAST_YEAR = 1980, 2100
MAX_DURATION_S = 7 * 24 * 3600.0


def clean(text: str) -> str:
    """Return a cell without padding, odd blanks and Excel's apostrophe; unknown is empty."""
    plain = "".join(" " if unicodedata.category(c) == "Zs" else c for c in text.strip("\ufeff"))
    plain = plain.strip().removeprefix("'").strip()
    return "" if plain.lower() in _PLACEHOLDERS else plain


def folded(text: str) -> str:
    """Return text in lower case without accents and marks, for comparing words."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_UNDECOMPOSED))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


# --- numbers ---------------------------------------------------------------------------

_COMMA_DECIMAL = re.compile(r"[+-]?(\d*,\d{1,2}|\d+,\d{4,}|\d{1,3}(\.\d{3})+,\d+|0,\d+)")
_DOT_DECIMAL = re.compile(r"[+-]?(\d*\.\d{1,2}|\d+\.\d{4,}|\d{1,3}(,\d{3})+\.\d+|0\.\d+)")
_GROUPED = {
    ".": re.compile(r"[+-]?\d{1,3}(,\d{3})+"),
    ",": re.compile(r"[+-]?\d{1,3}(\.\d{3})+"),
}
_PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)


def decimal_mark(cells: Iterable[str]) -> str | None:
    """Return the decimal mark a column proves, ``"."`` or ``","``; ``None`` if it proves none.

    Three digits after a lone mark prove nothing: ``1.066`` may be a thousand and sixty-six.
    """
    commas = dots = 0
    for cell in cells:
        text = clean(cell)
        commas += _COMMA_DECIMAL.fullmatch(text) is not None
        dots += _DOT_DECIMAL.fullmatch(text) is not None
    if commas == dots:
        return None
    return "," if commas > dots else "."


def number(text: str, mark: str = ".") -> float | None:
    """Return the number of a cell; ``None`` where it holds none.

    Args:
        text: The cell as it stands.
        mark: The decimal mark of its column. With both marks in one cell the last is
            the decimal one; a lone other mark groups thousands where it can.
    """
    plain = clean(text).replace(" ", "").replace("’", "")
    if "," in plain and "." in plain:
        mark = "," if plain.rfind(",") > plain.rfind(".") else "."
    elif _GROUPED[mark].fullmatch(plain) is None:
        mark = "," if "," in plain else "."
    plain = plain.replace("." if mark == "," else ",", "").replace(",", ".")
    if _PLAIN.fullmatch(plain) is None:
        return None
    value = float(plain)
    return value if math.isfinite(value) else None


# --- durations -------------------------------------------------------------------------

_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d{1,2}(?:[.,]\d+)?)")
_WORDS = re.compile(
    r"(?:pt)?(?:(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|std|stunden?|heures?|horas?|t|u)\.?)?\s*"
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:m|mins?|minutes?|minuten|minutos|')\.?)?\s*"
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:s|secs?|seconds?|sek|sekunden|secondes?|segundos|\")?\.?)?"
)


def duration_s(text: str, *, plain_unit_s: float = 60.0, hours_first: bool = False) -> float | None:
    """Return seconds of ``[[h:]m:]s``, ``1h 02m 03s``, ``PT5S`` or a plain number.

    Args:
        text: The cell as it stands.
        plain_unit_s: Seconds a plain number counts: 1, 60 or 3600.
        hours_first: Read two parts as ``h:mm`` rather than ``m:ss``.

    Returns:
        Seconds; ``None`` for no duration, a negative one, or more than seven days.
    """
    seconds = _duration_s(folded(clean(text)), plain_unit_s, hours_first=hours_first)
    return seconds if seconds is not None and 0 <= seconds <= MAX_DURATION_S else None


def _duration_s(plain: str, plain_unit_s: float, *, hours_first: bool) -> float | None:
    if not plain:
        return None
    if clock := _CLOCK.fullmatch(plain):
        hours, minutes, seconds = clock.groups()
        if hours is None and hours_first:
            return int(minutes) * 3600 + float(seconds.replace(",", ".")) * 60
        return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds.replace(",", "."))
    value = number(plain)
    if value is not None:
        return value * plain_unit_s
    if (words := _WORDS.fullmatch(plain)) and any(words.groups()):
        parts = [float((part or "0").replace(",", ".")) for part in words.groups()]
        if words[2] is None and words[3] is not None and words[1] and plain[-1].isdigit():
            parts = [parts[0], parts[2], 0.0]  # "1h02" is an hour and two minutes
        return parts[0] * 3600 + parts[1] * 60 + parts[2]
    return None


# --- dates -----------------------------------------------------------------------------


class DateOrder(Enum):
    """Which of two leading numbers is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as written, with its time and offset where there are any."""

    wall: datetime
    """Naive, as it stands in the text."""
    precision: StartPrecision
    offset: timedelta | None = None
    """From UTC; zero for ``Z``."""

    @property
    def utc(self) -> datetime | None:
        """The instant, where the text tells its offset."""
        return None if self.offset is None else (self.wall - self.offset).replace(tzinfo=UTC)


_TIME = (
    r"(?:[\st]*(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})"
    r"(?:[:.](?P<second>\d{2})(?:[.,](?P<fraction>\d+))?)?"
    r"\s*(?P<half>[ap]\.?\s?m\.?)?\s*(?P<offset>z|utc|[+-]\d{2}:?\d{2})?)?"
)
_JOIN = r",?\s*(?:a las|a|at|um|alle|kl\.?|om)?\s*"
_DAY_NAME = r"(?:[^\W\d]+[.,]*\s+)?"
_NUMERIC = re.compile(
    rf"{_DAY_NAME}(\d{{1,2}})[./-](\d{{1,2}})[./-](\d{{4}}|\d{{2}}){_JOIN}{_TIME}"
)
_DATES = tuple(
    re.compile(pattern + _JOIN + _TIME)
    for pattern in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日",
        r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})",
        _DAY_NAME
        + r"(?P<day>\d{1,2})\.?\s+(?:de\s+)?(?P<month>[^\W\d]+)\.?\s+(?:de\s+)?(?P<year>\d{4})",
        r"(?:[^\W\d]+,\s*)?(?P<month>[^\W\d]+)\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})",
    )
)
_SERIAL = re.compile(r"\d{5}(\.\d+)?")
_SERIAL_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 - a wall clock, as spreadsheets count

_MONTH_STEMS = (
    "jan ene gen sty",
    "feb fev lut",
    "mar mrt maa",
    "apr avr abr kwi",
    "may mai maj mag mei",
    "jun giu cze juin",
    "jul lug lip juil",
    "aug ago aou sie",
    "sep set wrz",
    "oct okt ott out paz",
    "nov lis",
    "dec dez dic des gru",
)
_MONTHS = {stem: month for month, stems in enumerate(_MONTH_STEMS, 1) for stem in stems.split()}


def month_number(word: str) -> int | None:
    """Return the month a word names in any of a dozen languages, 1-12."""
    plain = folded(word)
    return _MONTHS.get(plain[:4]) or _MONTHS.get(plain[:3])


def date_order(cells: Iterable[str]) -> DateOrder | None:
    """Return the order a column of dates proves by a number over 12, or by its dots."""
    for cell in cells:
        if match := _NUMERIC.fullmatch(folded(clean(cell))):
            if int(match[1]) > 12 or "." in match[0][: match.end(2)]:  # noqa: PLR2004 - months
                return DateOrder.DAY_FIRST
            if int(match[2]) > 12:  # noqa: PLR2004 - months in a year
                return DateOrder.MONTH_FIRST
    return None


def is_order_open(cell: str) -> bool:
    """Whether a date is written with numbers only, so that day and month may be swapped."""
    return _NUMERIC.fullmatch(folded(clean(cell))) is not None


def moment(text: str, order: DateOrder = DateOrder.DAY_FIRST) -> Moment | None:
    """Return the date (and time) of a cell; ``None`` where there is none such.

    Args:
        text: ISO, ``Jan 2, 2020, 3:04:05 PM``, ``2 ago 2020``, ``02.01.2020, 15:04``, a
            spreadsheet's serial number, and the like.
        order: How to read ``3/4/2024``.
    """
    plain = folded(clean(text))
    if _SERIAL.fullmatch(plain):
        wall = _SERIAL_DAY_0 + timedelta(seconds=round(float(plain) * 86400))
        has_time = "." in plain
        return _moment(wall, StartPrecision.MINUTE if has_time else StartPrecision.DAY, None)
    if match := _NUMERIC.fullmatch(plain):
        first, second, year = (int(part) for part in match.group(1, 2, 3))
        day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
        century = 0 if year > 99 else 1900 if year >= FIRST_YEAR % 100 else 2000  # noqa: PLR2004 - two digits
        return _dated(year + century, month, day, match)
    for pattern in _DATES:
        if match := pattern.fullmatch(plain):
            word = match["month"]
            month = int(word) if word.isdecimal() else month_number(word)
            if month is not None:
                return _dated(int(match["year"]), month, int(match["day"]), match)
    return None


def _dated(year: int, month: int, day: int, match: re.Match[str]) -> Moment | None:
    hour, minute = int(match["hour"] or 0), int(match["minute"] or 0)
    half = match["half"]
    if half is not None:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    fraction = int((match["fraction"] or "0").ljust(6, "0")[:6])
    try:
        wall = datetime(year, month, day, hour, minute, int(match["second"] or 0), fraction)  # noqa: DTZ001 - wall clock
    except ValueError:
        return None
    if match["hour"] is None:
        return _moment(wall, StartPrecision.DAY, None)
    precision = StartPrecision.MINUTE if match["second"] is None else StartPrecision.SECOND
    return _moment(wall, precision, _offset(match["offset"]))


def _moment(wall: datetime, precision: StartPrecision, offset: timedelta | None) -> Moment | None:
    return Moment(wall, precision, offset) if FIRST_YEAR <= wall.year <= LAST_YEAR else None


def _offset(text: str | None) -> timedelta | None:
    if text is None:
        return None
    if text in {"z", "utc"}:
        return timedelta(0)
    hours, minutes = int(text[1:3]), int(text[-2:])
    size = timedelta(hours=hours, minutes=minutes)
    return -size if text.startswith("-") else size


def offset_zone(offset: timedelta) -> str | None:
    """Return an offset as a zone name such as ``+09:00``; ``None`` beyond 14 hours."""
    minutes = round(offset.total_seconds() / 60)
    if abs(minutes) > 14 * 60:
        return None
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
