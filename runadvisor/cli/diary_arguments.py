"""The options of ``runadvisor diary``: what is said on paper in words, here in words too."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentTypeError
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from runadvisor.domain.body import BodyRegion, BodySite, Side
from runadvisor.domain.diary import (
    WORST_PAIN,
    Answer,
    HealthItem,
    IllnessSign,
    InjuryKind,
    Permission,
)

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable

    Day = Callable[[str], date]

_Word = TypeVar("_Word", bound=StrEnum)
NONE = "none"
HOURS_A_DAY = 24
_MOST_MINUTES = 1440


def add_diary(parser: ArgumentParser, *, day: Day) -> None:
    """Add the actions of the diary and their options; ``day`` reads a date."""
    actions = parser.add_subparsers(
        dest="action", metavar="ACTION", required=True, parser_class=type(parser)
    )

    def action(name: str, help_line: str) -> ArgumentParser:
        added = actions.add_parser(
            name, help=help_line, description=f"{help_line}.", allow_abbrev=False
        )
        added.add_argument("--history", metavar="FILE", type=Path, default=SUPPRESS, help=SUPPRESS)
        return added

    _list(action("list", "Show what is written down"), day)
    _add(action("add", "Write down pain, sleep or illness of a day"), day)
    _questions(action("questions", "Show the questions of a place, and the serious signs"))
    _injury(action("injury", "Write down a past or present injury"), day)
    _health(action("health", "Answer health questions; without any, show them"))
    _seen(action("seen", "Write down what somebody who saw you said"), day)
    _take_back(action("take-back", "Take a mistake of the last 24 hours back"))


def _list(parser: ArgumentParser, day: Day) -> None:
    parser.add_argument("--from", metavar="DATE", type=day, dest="first_day", help="first day")
    parser.add_argument("--to", metavar="DATE", type=day, dest="last_day", help="last day")
    parser.add_argument("--json", action="store_true", help="print JSON, see docs/cli.md")


def _add(parser: ArgumentParser, day: Day) -> None:
    parser.add_argument("--date", metavar="DATE", type=day, help="the day (today)")
    parser.add_argument(
        "--signs",
        metavar="SIGNS",
        type=_words,
        required=True,
        help="serious signs today: none, or their ids with commas (see: diary questions)",
    )
    parser.add_argument("--site", type=_word_of(BodySite), metavar="SITE", help=_one_of(BodySite))
    parser.add_argument("--side", type=_word_of(Side), metavar="SIDE", help="left, right or both")
    for name, when in (
        ("during", "in the run"),
        ("after", "after the run"),
        ("morning", "on getting up that day"),
        ("walking", "when walking"),
    ):
        parser.add_argument(f"--{name}", metavar="N", type=_pain, help=f"pain 0-10 {when}")
    parser.add_argument("--stiff", metavar="MIN", type=_minutes, help="minutes stiff after rising")
    parser.add_argument(
        "--run-date", metavar="DATE", type=day, help="the run that --during and --after are of"
    )
    parser.add_argument(
        "--answer",
        metavar="QUESTION=ANSWER",
        type=_answer,
        action="append",
        default=[],
        help="yes, no or unknown to a question of the place; left out counts as yes",
    )
    parser.add_argument(
        "--all-no", action="store_true", help="a plain no to every question of the place"
    )
    parser.add_argument("--tick", metavar="SIGN", action="append", default=[], help="it fits too")
    parser.add_argument("--note", metavar="TEXT", default="", help="in your own words")
    parser.add_argument("--sleep", metavar="HOURS", type=_hours, help="hours of the last night")
    parser.add_argument(
        "--illness",
        metavar="SIGNS",
        type=_illness,
        help=f"none, or with commas: {', '.join(IllnessSign)}",
    )
    parser.add_argument(
        "--fever-medicine", choices=("yes", "no"), help="whether any was taken that day"
    )
    parser.add_argument("--medicines", metavar="TEXT", default="", help="taken that day")


def _questions(parser: ArgumentParser) -> None:
    parser.add_argument("--site", type=_word_of(BodySite), metavar="SITE", help=_one_of(BodySite))


def _injury(parser: ArgumentParser, day: Day) -> None:
    parser.add_argument(
        "--region",
        type=_word_of(BodyRegion),
        metavar="REGION",
        required=True,
        help=_one_of(BodyRegion),
    )
    parser.add_argument("--side", type=_word_of(Side), metavar="SIDE", help="left, right or both")
    parser.add_argument("--start", metavar="DATE", type=day, required=True, help="first day")
    parser.add_argument("--end", metavar="DATE", type=day, help="last day; left out while it lasts")
    parser.add_argument(
        "--kind",
        type=_word_of(InjuryKind),
        metavar="KIND",
        default=InjuryKind.OTHER,
        help=_one_of(InjuryKind),
    )
    parser.add_argument("--note", metavar="TEXT", default="", help="in your own words")


def _health(parser: ArgumentParser) -> None:
    parser.add_argument(
        "answers",
        metavar="ITEM=ANSWER",
        nargs="*",
        type=_health_answer,
        help="yes, no, unknown or skipped; with @DATE for a birth or a last dose",
    )


def _seen(parser: ArgumentParser, day: Day) -> None:
    parser.add_argument("--on", metavar="DATE", type=day, required=True, help="the day you were")
    parser.add_argument("--by", metavar="NAME", required=True, help="who saw you")
    parser.add_argument(
        "--allowed",
        type=_word_of(Permission),
        metavar="ANSWER",
        required=True,
        help="may you run: yes, no, or guided (only as they lead it)",
    )
    parser.add_argument("--note", metavar="TEXT", default="", help="what they said")


def _take_back(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--answer",
        metavar="QUESTION=ANSWER",
        type=_answer,
        action="append",
        default=[],
        help="each question of the mistake again; without any, they are shown",
    )


def _one_of(words: type[StrEnum]) -> str:
    return f"one of {', '.join(word.value for word in words)}"


def _word_of(words: type[_Word]) -> Callable[[str], _Word]:
    def read(text: str) -> _Word:
        try:
            return words(text)
        except ValueError as error:
            known = [word.value for word in words]
            close = get_close_matches(text, known, n=1)
            hint = f"did you mean “{close[0]}”?" if close else f"choose {_one_of(words)}"
            raise ArgumentTypeError(f"“{text}” is not known: {hint}") from error

    return read


def _pain(text: str) -> int:
    if text.isdecimal() and int(text) <= WORST_PAIN:
        return int(text)
    raise ArgumentTypeError(f"“{text}” is no pain from 0 to {WORST_PAIN}")


def _minutes(text: str) -> int:
    if text.isdecimal() and int(text) <= _MOST_MINUTES:
        return int(text)
    raise ArgumentTypeError(f"“{text}” is no number of minutes")


def _hours(text: str) -> float:
    try:
        hours = float(text)
    except ValueError:
        hours = -1.0
    if 0 <= hours <= HOURS_A_DAY:
        return hours
    raise ArgumentTypeError(f"“{text}” is no number of hours: write it as 7.5")


def _words(text: str) -> tuple[str, ...]:
    return () if text == NONE else tuple(word.strip() for word in text.split(",") if word.strip())


def _illness(text: str) -> frozenset[IllnessSign]:
    try:
        return frozenset(IllnessSign(word) for word in _words(text))
    except ValueError as error:
        raise ArgumentTypeError(
            f"“{text}” is no sign of illness: none, or {', '.join(IllnessSign)}"
        ) from error


def _answer(text: str) -> tuple[str, Answer]:
    question, _, answer = text.partition("=")
    if answer in {Answer.YES, Answer.NO, Answer.UNKNOWN} and question:
        return question, Answer(answer)
    raise ArgumentTypeError(f"“{text}” is no answer: write it as rest=no")


def _health_answer(text: str) -> tuple[HealthItem, Answer, date | None]:
    item, _, rest = text.partition("=")
    answer, _, day = rest.partition("@")
    try:
        return HealthItem(item), Answer(answer), date.fromisoformat(day) if day else None
    except ValueError as error:
        raise ArgumentTypeError(
            f"“{text}” is no answer: write it as pregnant=no or birth=yes@2026-01-31"
        ) from error
