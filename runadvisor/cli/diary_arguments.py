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
from runadvisor.language import _

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

    _list(action("list", _("Show what is written down")), day)
    _add(action("add", _("Write down pain, sleep or illness of a day")), day)
    _questions(action("questions", _("Show the questions of a place, and the serious signs")))
    _injury(action("injury", _("Write down a past or present injury")), day)
    _health(action("health", _("Answer health questions; without any, show them")))
    _seen(action("seen", _("Write down what somebody who saw you said")), day)
    _take_back(action("take-back", _("Take a mistake of the last 24 hours back")))


def _list(parser: ArgumentParser, day: Day) -> None:
    parser.add_argument("--from", metavar="DATE", type=day, dest="first_day", help=_("first day"))
    parser.add_argument("--to", metavar="DATE", type=day, dest="last_day", help=_("last day"))
    parser.add_argument("--json", action="store_true", help=_("print JSON, see docs/cli.md"))


def _add(parser: ArgumentParser, day: Day) -> None:
    parser.add_argument("--date", metavar="DATE", type=day, help=_("the day (today)"))
    parser.add_argument(
        "--signs",
        metavar="SIGNS",
        type=_words,
        required=True,
        help=_("serious signs today: none, or their ids with commas (see: diary questions)"),
    )
    parser.add_argument("--site", type=_word_of(BodySite), metavar="SITE", help=_one_of(BodySite))
    parser.add_argument(
        "--side", type=_word_of(Side), metavar="SIDE", help=_("left, right or both")
    )
    for name, when in (
        ("during", _("pain 0-10 in the run")),
        ("after", _("pain 0-10 after the run")),
        ("morning", _("pain 0-10 on getting up that day")),
        ("walking", _("pain 0-10 when walking")),
    ):
        parser.add_argument(f"--{name}", metavar="N", type=_pain, help=when)
    parser.add_argument(
        "--stiff", metavar="MIN", type=_minutes, help=_("minutes stiff after rising")
    )
    parser.add_argument(
        "--run-date", metavar="DATE", type=day, help=_("the run that --during and --after are of")
    )
    parser.add_argument(
        "--answer",
        metavar="QUESTION=ANSWER",
        type=_answer,
        action="append",
        default=[],
        help=_("yes, no or unknown to a question of the place; left out counts as yes"),
    )
    parser.add_argument(
        "--all-no", action="store_true", help=_("a plain no to every question of the place")
    )
    parser.add_argument(
        "--tick", metavar="SIGN", action="append", default=[], help=_("it fits too")
    )
    parser.add_argument("--note", metavar="TEXT", default="", help=_("in your own words"))
    parser.add_argument("--sleep", metavar="HOURS", type=_hours, help=_("hours of the last night"))
    parser.add_argument(
        "--illness",
        metavar="SIGNS",
        type=_illness,
        help=_("none, or with commas: {signs}").format(signs=", ".join(IllnessSign)),
    )
    parser.add_argument(
        "--fever-medicine", choices=("yes", "no"), help=_("whether any was taken that day")
    )
    parser.add_argument("--medicines", metavar="TEXT", default="", help=_("taken that day"))


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
    parser.add_argument(
        "--side", type=_word_of(Side), metavar="SIDE", help=_("left, right or both")
    )
    parser.add_argument("--start", metavar="DATE", type=day, required=True, help=_("first day"))
    parser.add_argument(
        "--end", metavar="DATE", type=day, help=_("last day; left out while it lasts")
    )
    parser.add_argument(
        "--kind",
        type=_word_of(InjuryKind),
        metavar="KIND",
        default=InjuryKind.OTHER,
        help=_one_of(InjuryKind),
    )
    parser.add_argument("--note", metavar="TEXT", default="", help=_("in your own words"))


def _health(parser: ArgumentParser) -> None:
    parser.add_argument(
        "answers",
        metavar="ITEM=ANSWER",
        nargs="*",
        type=_health_answer,
        help=_("yes, no, unknown or skipped; with @DATE for a birth or a last dose"),
    )


def _seen(parser: ArgumentParser, day: Day) -> None:
    parser.add_argument("--on", metavar="DATE", type=day, required=True, help=_("the day you were"))
    parser.add_argument("--by", metavar="NAME", required=True, help=_("who saw you"))
    parser.add_argument(
        "--allowed",
        type=_word_of(Permission),
        metavar="ANSWER",
        required=True,
        help=_("may you run: yes, no, or guided (only as they lead it)"),
    )
    parser.add_argument("--note", metavar="TEXT", default="", help=_("what they said"))


def _take_back(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--answer",
        metavar="QUESTION=ANSWER",
        type=_answer,
        action="append",
        default=[],
        help=_("each question of the mistake again; without any, they are shown"),
    )


def _one_of(words: type[StrEnum]) -> str:
    return _("one of {words}").format(words=", ".join(word.value for word in words))


def _word_of(words: type[_Word]) -> Callable[[str], _Word]:
    def read(text: str) -> _Word:
        try:
            return words(text)
        except ValueError as error:
            known = [word.value for word in words]
            close = get_close_matches(text, known, n=1)
            sentence = (
                _("“{text}” is not known: did you mean “{word}”?").format(text=text, word=close[0])
                if close
                else _("“{text}” is not known: choose {words}").format(
                    text=text, words=_one_of(words)
                )
            )
            raise ArgumentTypeError(sentence) from error

    return read


def _pain(text: str) -> int:
    if text.isdecimal() and int(text) <= WORST_PAIN:
        return int(text)
    raise ArgumentTypeError(
        _("“{text}” is no pain from 0 to {worst}").format(text=text, worst=WORST_PAIN)
    )


def _minutes(text: str) -> int:
    if text.isdecimal() and int(text) <= _MOST_MINUTES:
        return int(text)
    raise ArgumentTypeError(_("“{text}” is no number of minutes").format(text=text))


def _hours(text: str) -> float:
    try:
        hours = float(text)
    except ValueError:
        hours = -1.0
    if 0 <= hours <= HOURS_A_DAY:
        return hours
    raise ArgumentTypeError(_("“{text}” is no number of hours: write it as 7.5").format(text=text))


def _words(text: str) -> tuple[str, ...]:
    return () if text == NONE else tuple(word.strip() for word in text.split(",") if word.strip())


def _illness(text: str) -> frozenset[IllnessSign]:
    try:
        return frozenset(IllnessSign(word) for word in _words(text))
    except ValueError as error:
        raise ArgumentTypeError(
            _("“{text}” is no sign of illness: none, or {signs}").format(
                text=text, signs=", ".join(IllnessSign)
            )
        ) from error


def _answer(text: str) -> tuple[str, Answer]:
    question, _equals, answer = text.partition("=")
    if answer in {Answer.YES, Answer.NO, Answer.UNKNOWN} and question:
        return question, Answer(answer)
    raise ArgumentTypeError(_("“{text}” is no answer: write it as rest=no").format(text=text))


def _health_answer(text: str) -> tuple[HealthItem, Answer, date | None]:
    item, _equals, rest = text.partition("=")
    answer, _at, day = rest.partition("@")
    try:
        return HealthItem(item), Answer(answer), date.fromisoformat(day) if day else None
    except ValueError as error:
        raise ArgumentTypeError(
            _("“{text}” is no answer: write it as pregnant=no or birth=yes@2026-01-31").format(
                text=text
            )
        ) from error
