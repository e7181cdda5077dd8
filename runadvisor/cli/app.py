"""A command line in, an exit code out."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from runadvisor.cli.arguments import parse
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.words import COMMANDS, WrongUseError, first_word, unknown_word
from runadvisor.domain.calendar import FirstWeekday
from runadvisor.domain.errors import RunAdvisorError
from runadvisor.domain.units import DistanceUnit
from runadvisor.language import _
from runadvisor.settings import load_settings
from runadvisor.wording import speak_as

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from runadvisor.settings import Settings


def run(argv: Sequence[str]) -> int:
    """Run one command and return its exit code.

    A sentence for the runner goes to stderr; anything else is our bug and travels up.
    """
    _speak_utf8()
    try:
        word = first_word(argv)
        if word is not None and word not in COMMANDS:
            raise unknown_word(word)
        settings = _own_settings()
        # The options of the command line are read in the runner's own language.
        speak_as(settings)
        arguments = parse(argv)
        arguments.settings = _with_options(settings, arguments)
        speak_as(arguments.settings)
        # One module per command, loaded when it is wanted: help need not wait for pandas.
        command = import_module(f"runadvisor.cli.{arguments.command}_command")
        code: int = command.run(arguments)
        sys.stdout.flush()
    except SystemExit as done:
        # Help and the version end here, printed.
        return int(done.code or 0)
    except WrongUseError as error:
        print(f"runadvisor: {error}", file=sys.stderr)
        return ExitCode.WRONG_USE
    except RunAdvisorError as error:
        print(f"runadvisor: {error}", file=sys.stderr)
        return ExitCode.UNUSABLE
    except KeyboardInterrupt:
        print(f"\nrunadvisor: {_('Stopped. What was brought in so far is kept.')}", file=sys.stderr)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader, such as ``head``, has seen enough; Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    return code


def _own_settings() -> Settings:
    settings, complaint = load_settings()
    if complaint is not None:
        print(f"runadvisor: {complaint}", file=sys.stderr)
    return settings


def _with_options(settings: Settings, arguments: Namespace) -> Settings:
    """Return the settings with what the command line says in their place."""
    return replace(
        settings,
        unit=DistanceUnit(arguments.units or settings.unit),
        language=arguments.language or settings.language,
        first_weekday=FirstWeekday(arguments.first_weekday or settings.first_weekday),
        paper=arguments.paper or settings.paper,
    )


def _speak_utf8() -> None:
    """Write UTF-8 whatever the system's own encoding: JSON is UTF-8, names are in any script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
