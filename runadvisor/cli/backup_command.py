"""``runadvisor backup``: a whole copy of the history in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from runadvisor.cli import clock
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.history_file import there
from runadvisor.history.backup import back_up
from runadvisor.history.suffix import SUFFIX
from runadvisor.language import _

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> ExitCode:
    """Copy the history and print where the copy is."""
    path = there(arguments.history)
    name = f"{path.stem}-{clock.today().isoformat()}{SUFFIX}"
    target = arguments.file or Path(name)
    if target.is_dir():
        target /= name
    back_up(path, target)
    print(_("{path} is copied to {target}").format(path=path, target=target))
    return ExitCode.DONE
