"""Commands and their options: one parser, which raises a sentence instead of ending us."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from datetime import date
from difflib import get_close_matches
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from runadvisor.cli.activity_arguments import add_clock, add_days, add_deleted
from runadvisor.cli.dating_arguments import add_dating
from runadvisor.cli.diary_arguments import add_diary
from runadvisor.cli.words import WrongUseError
from runadvisor.domain.calendar import FirstWeekday
from runadvisor.domain.text import N_
from runadvisor.domain.units import DistanceUnit
from runadvisor.domain.warning import Tier
from runadvisor.language import ENGLISH, _, languages
from runadvisor.settings import PAPERS
from runadvisor.sources.column_mapping import ColumnMapping, MappingError, parsed_mapping

if TYPE_CHECKING:
    from argparse import Namespace
    from argparse import _ActionsContainer as _Addable
    from collections.abc import Sequence

DESCRIPTION = N_("""\
Bring in your running history, read which runs are flagged and why, and print a plan
for the next weeks. Everything stays on this computer.""")

EPILOG = N_("""\
With no command the window opens.
Exit codes: 0 done; 1 done, with problems named; 2 wrong use; 3 a file or the history
cannot be used; 4 a warning of the tier given with --fail-on stands.""")

TIERS = {tier.slug: tier for tier in Tier}
_OWN_HISTORY = frozenset({"demo", "check"})
"""Commands that read no history of the runner's."""
_HISTORY_HELP = N_("use another history than your own")
_CHART_SUFFIXES = (".png", ".svg", ".pdf")
_PRINTS = ("plan", "review", "warning", "block", "signs")
_MOST_WEEKS = 2000
"""Some forty years: more is a slip of the finger."""


def parse(argv: Sequence[str]) -> Namespace:
    """Return the options of a command line, the command's name in ``command``.

    Raises:
        WrongUseError: It cannot be understood.
        SystemExit: Help or the version was asked for and has been printed.
    """
    arguments = _parser().parse_args(argv)
    if arguments.command in _OWN_HISTORY and arguments.history is not None:
        raise WrongUseError(
            _("“{command}” uses a history of its own: leave --history out.").format(
                command=arguments.command
            )
        )
    return arguments


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        sentence = f"{message[:1].upper()}{message[1:]}"
        stop = "" if sentence.endswith("?") else "."
        raise WrongUseError(
            _("{sentence} See: {command}").format(
                sentence=f"{sentence}{stop}", command=f"{self.prog} --help"
            )
        )


def _parser() -> ArgumentParser:
    parser = _Parser(
        prog="runadvisor",
        description=_(DESCRIPTION),
        epilog=_(EPILOG),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"RunAdvisor {version('runadvisor')}"
    )
    parser.add_argument("--history", metavar="FILE", type=Path, help=_(_HISTORY_HELP))
    _add_choices(parser, default=None)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, parser_class=_Parser
    )

    def command(name: str, help_line: str) -> ArgumentParser:
        added = commands.add_parser(
            name, help=help_line, description=f"{help_line}.", allow_abbrev=False
        )
        # SUPPRESS as the default keeps what stood before the command.
        added.add_argument(
            "--history",
            metavar="FILE",
            type=Path,
            default=SUPPRESS,
            help=SUPPRESS if name in _OWN_HISTORY else _(_HISTORY_HELP),
        )
        _add_choices(added, default=SUPPRESS)
        return added

    command("demo", _("Look around with a made-up runner’s history"))
    _import(command("import", _("Bring in files, folders and archives")))
    _activities(command("activities", _("List what is in the history")))
    add_clock(command("clock", _("Put a clock right that was wrong at a run")), day=_day)
    _load(command("load", _("Show distance and load week by week")))
    _warnings(command("warnings", _("Show which warnings stand, and why")))
    _rules(command("rules", _("List the rules, switch them, change their numbers")))
    _plan(command("plan", _("Draft the plan of the next weeks")))
    _print(command("print", _("Print the plan, a load review, a warning, a block or the signs")))
    add_diary(
        command("diary", _("Write down and show pain, sleep, illness and injuries")), day=_day
    )
    _check(command("check", _("Read files without keeping them; show warnings and plan")))
    _backup(command("backup", _("Copy the history, whole, into one file")))
    _export(
        command("export", _("Write everything that is kept into a folder to read without the app"))
    )
    _restore(command("restore", _("Put a copy in the place of the history")))
    return parser


def _add_choices(parser: ArgumentParser, *, default: str | None) -> None:
    """Let one command speak, measure and print otherwise than the settings say."""
    choices = parser.add_argument_group(_("in place of your settings"))
    choices.add_argument(
        "--units",
        choices=[unit.value for unit in DistanceUnit],
        default=default,
        help=_("kilometres or miles"),
    )
    choices.add_argument(
        "--language",
        metavar="CODE",
        choices=[ENGLISH, *languages()],
        default=default,
        help=_("one of {codes}").format(codes=", ".join([ENGLISH, *languages()])),
    )
    choices.add_argument(
        "--first-weekday",
        choices=[day.value for day in FirstWeekday],
        default=default,
        help=_("of the weeks that are shown"),
    )
    choices.add_argument(
        "--paper", type=str.upper, choices=PAPERS, default=default, help=_("of what is printed")
    )


def _import(parser: ArgumentParser) -> None:
    _add_paths(parser)
    _add_map(parser)
    _add_json(parser)
    parser.add_argument(
        "--home-zone", metavar="ZONE", type=_zone, help=_("where you live, such as Europe/Berlin")
    )
    parser.add_argument(
        "--deleted-too", action="store_true", help=_("bring back activities that you deleted")
    )
    add_dating(parser, day=_day)


def _activities(parser: ArgumentParser) -> None:
    add_days(parser, day=_day)
    add_deleted(parser)
    forms = parser.add_mutually_exclusive_group()
    _add_json(forms)
    _add_csv(forms)


def _load(parser: ArgumentParser) -> None:
    _add_as_of(parser)
    parser.add_argument("--weeks", metavar="N", type=_weeks, help=_("only the last N weeks"))
    forms = parser.add_mutually_exclusive_group()
    _add_json(forms)
    _add_csv(forms)
    parser.add_argument(
        "--chart", metavar="FILE", type=_chart_file, help=_("draw the weeks: .png, .svg or .pdf")
    )


def _warnings(parser: ArgumentParser) -> None:
    days = parser.add_mutually_exclusive_group()
    _add_as_of(days)
    days.add_argument("--all", action="store_true", help=_("every warning of the whole history"))
    _add_json(parser)
    _add_fail_on(parser)
    for name, words, help_line in (
        ("--acknowledge", ("KEY",), _("say that you have seen a warning")),
        ("--snooze", ("KEY", "DATE"), _("put a warning aside until a day; today brings it back")),
        ("--note", ("KEY", "TEXT"), _("write something beside a warning; empty takes it away")),
        ("--unmark", ("KEY",), _("take back all that you said of a warning")),
    ):
        parser.add_argument(
            name,
            action="append",
            nargs=None if len(words) == 1 else len(words),
            metavar=words[0] if len(words) == 1 else words,
            help=help_line,
        )


def _rules(parser: ArgumentParser) -> None:
    for name, help_line in (
        ("--off", _("switch a rule off")),
        ("--on", _("switch a rule on")),
        ("--default", _("set a rule as we set it; “all” for every rule")),
    ):
        parser.add_argument(name, action="append", metavar="RULE", help=help_line)
    parser.add_argument(
        "--set",
        action="append",
        nargs=3,
        metavar=("RULE", "NUMBER", "VALUE"),
        help=_("change a number of a rule"),
    )
    _add_json(parser)


def _plan(parser: ArgumentParser) -> None:
    _add_as_of(parser)
    parser.add_argument("--weeks", metavar="N", type=_weeks, default=4, help=_("how many (4)"))
    forms = parser.add_mutually_exclusive_group()
    _add_json(forms)
    _add_csv(forms)
    forms.add_argument("--text", action="store_true", help=_("print the whole sheet as plain text"))
    for form in ("pdf", "html", "ics"):
        parser.add_argument(
            f"--{form}",
            metavar="FILE",
            type=Path,
            help=_("write the plan as {form}").format(form=form.upper()),
        )


def _print(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what",
        metavar="WHAT",
        choices=_PRINTS,
        help=_("one of {names}").format(names=", ".join(_PRINTS)),
    )
    parser.add_argument(
        "--out", metavar="FILE", type=Path, help=_("a .pdf, .html or .txt file (text, here)")
    )
    _add_as_of(parser)
    parser.add_argument("--weeks", metavar="N", type=_weeks, default=4, help=_("of the plan (4)"))
    parser.add_argument("--rule", metavar="RULE", help=_("print its last warning, such as R01"))
    parser.add_argument(
        "--block", metavar="NAME", default="hip-core-25", help=_("which block (hip-core-25)")
    )
    parser.add_argument(
        "--margin", choices=("narrow", "normal", "wide"), default="normal", help=_("how wide")
    )
    parser.add_argument("--colour", action="store_true", help=_("spend colour"))
    parser.add_argument("--no-name", action="store_true", help=_("leave the name off"))
    parser.add_argument(
        "--without",
        metavar="PART",
        action="append",
        choices=("exercises", "diary", "basis"),
        default=[],
        help=_("leave a part of the plan off: exercises, diary, basis"),
    )


def _check(parser: ArgumentParser) -> None:
    _add_paths(parser)
    _add_map(parser)
    _add_as_of(parser, default=N_("the day after the last activity"))
    _add_json(parser)
    parser.add_argument("--pdf", metavar="FILE", type=Path, help=_("write the plan as PDF"))
    _add_fail_on(parser)


def _backup(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        type=Path,
        help=_("where to (a name of today’s date here)"),
    )


def _export(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", type=Path, help=_("a new folder"))
    _add_as_of(parser)


def _restore(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=_("the copy"))


def _add_paths(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", type=Path, help=_("a file, a folder or an archive")
    )


def _add_map(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--map",
        metavar="COLUMNS",
        type=_mapping,
        help=_("what the columns of a list hold: date=Day,distance=Way:km,time=Took"),
    )


def _add_json(parser: _Addable) -> None:
    parser.add_argument("--json", action="store_true", help=_("print JSON, see docs/cli.md"))


def _add_csv(parser: _Addable) -> None:
    parser.add_argument("--csv", action="store_true", help=_("print a table for a spreadsheet"))


def _add_as_of(parser: _Addable, *, default: str = N_("today")) -> None:
    words = _("the day to advise for ({default})").format(default=_(default))
    _add_day(parser, "--as-of", help_line=words, dest="as_of")


def _add_day(parser: _Addable, option: str, *, help_line: str, dest: str) -> None:
    parser.add_argument(option, metavar="DATE", type=_day, help=help_line, dest=dest)


def _add_fail_on(parser: _Addable) -> None:
    parser.add_argument(
        "--fail-on",
        metavar="TIER",
        type=_tier,
        help=_("exit 4 when this tier or a higher one stands: {tiers}").format(
            tiers=", ".join(TIERS)
        ),
    )


def _day(text: str) -> date:
    try:
        # Python reads 20260131 and 2026-W05-6 as well; a lasting contract takes one spelling.
        day = date.fromisoformat(text)
        if day.isoformat() == text:
            return day
    except ValueError:
        pass
    raise ArgumentTypeError(_("“{text}” is no date: write it as 2026-01-31").format(text=text))


def _mapping(text: str) -> ColumnMapping:
    try:
        return parsed_mapping(text)
    except MappingError as error:
        raise ArgumentTypeError(str(error)) from error


def _weeks(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= _MOST_WEEKS:
        return int(text)
    raise ArgumentTypeError(
        _("“{text}” is no number of weeks from 1 to {most}").format(text=text, most=_MOST_WEEKS)
    )


def _tier(text: str) -> Tier:
    if text in TIERS:
        return TIERS[text]
    raise ArgumentTypeError(
        _("“{text}” is no tier: choose one of {tiers}").format(text=text, tiers=", ".join(TIERS))
    )


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        close = get_close_matches(text, available_timezones(), n=1)
        hint = (
            _("did you mean “{close}”?").format(close=close[0])
            if close
            else _("write it as Europe/Berlin")
        )
        raise ArgumentTypeError(
            _("“{text}” is no time zone: {hint}").format(text=text, hint=hint)
        ) from error
    return text


def _chart_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in _CHART_SUFFIXES:
        raise ArgumentTypeError(
            _("“{text}” must end in {endings}").format(
                text=text, endings=", ".join(_CHART_SUFFIXES)
            )
        )
    return path
