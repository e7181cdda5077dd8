"""Where a start goes: a command to the command line, everything else to the window.

The only module that knows both, and it loads just the one that is wanted.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from runadvisor.cli import app
from runadvisor.cli.exit_code import ExitCode
from runadvisor.cli.words import HISTORY_SUFFIX, first_word
from runadvisor.domain.text import N_
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NO_DISPLAY = N_(
    "There is no display for the window here. In a terminal: “runadvisor import PATH”, then "
    "“runadvisor warnings” and “runadvisor plan”; or “runadvisor demo” to look around."
)
_NO_QT = N_("The window needs PySide6, which is not installed: pip install pyside6-essentials")
_WINDOWLESS_PLATFORMS = frozenset({"offscreen", "minimal"})
"""Qt can draw on these, but nobody can look."""


def main(argv: Sequence[str] | None = None) -> int:
    """Start what a command line asks for and return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words == ["demo"] and has_display(sys.platform, os.environ):
        # Where the window cannot start, it has said why: the terminal shows the demo then.
        code = _window(is_demo=True)
        return app.run(words) if code == ExitCode.UNUSABLE else code
    word = first_word(words)
    if word is not None and word.endswith(HISTORY_SUFFIX) and words == [word]:
        return _window(Path(word))
    history = _history_alone(words)
    if not words or history is not None:
        return _window(history)
    return app.run(words)


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Return whether a window could be seen here."""
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in _WINDOWLESS_PLATFORMS:
        return False
    if platform in {"darwin", "win32"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _history_alone(words: Sequence[str]) -> Path | None:
    """Return the file of a command line that says ``--history FILE`` and nothing else."""
    match words:
        case ["--history", file] if file:
            return Path(file)
        case [option] if option.startswith("--history="):
            return Path(option.removeprefix("--history="))
        case _:
            return None


def _window(history: Path | None = None, *, is_demo: bool = False) -> int:
    if not has_display(sys.platform, os.environ):
        _say(_(_NO_DISPLAY))
        return ExitCode.WRONG_USE
    # Commands run where there is no Qt at all.
    from runadvisor.gui import app as window  # noqa: PLC0415 - only where one is wanted

    try:
        return window.run(history, is_demo=is_demo)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "PySide6":
            raise
        _say(_(_NO_QT))
        return ExitCode.UNUSABLE


def _say(sentence: str) -> None:
    print(f"runadvisor: {sentence}", file=sys.stderr)  # noqa: T201 - there is no window


if __name__ == "__main__":
    sys.exit(main())
