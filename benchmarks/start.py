"""From the start of the process to the window, to its words and to its charts.

``uv run python -m benchmarks.start [--years N] [--rounds N]`` starts processes in turn, without
a display: a bare Qt window with one label, the window of the app with no history, and with a
history of many years. Each moment is set against the first paint of the bare window of the same
run. Counted is processor time, which a busy machine does not change much; what a second core
takes over (the advice is worked out beside the window) still counts, so that the wall clock of
an idle machine is shorter. The first round only compiles.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from enum import StrEnum
from pathlib import Path

from benchmarks.timing import Row

LONGEST_S = 120
UNCOMPILED_VARIABLE = "PYTHONDONTWRITEBYTECODE"


class Moment(StrEnum):
    """What is waited for, with the most it may take against a bare window."""

    BARE = "a bare Qt window, painted"
    WINDOW = "the window, painted"
    WORDS = "the overview’s words and numbers"
    CHARTS = "the overview’s chart"


_WITH_HISTORY = {Moment.WORDS, Moment.CHARTS}
GOALS = {Moment.WINDOW: 2, Moment.WORDS: 3, Moment.CHARTS: 12}


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(prog="python -m benchmarks.start")
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=5)
    wanted = parser.parse_args()
    for row in start_rows(wanted.years, wanted.rounds):
        print(f"{row.what:<48} {row.measured:>18}  {row.goal}")


def start_rows(years: int, rounds: int) -> tuple[Row, ...]:
    """Return the lines of a start with a history of so many years."""
    from benchmarks.window import long_history  # noqa: PLC0415 - it loads Qt

    with tempfile.TemporaryDirectory() as folder:
        path = long_history(Path(folder), years)
        took = [_round(path) for _ in range(rounds + 1)][1:]
    quickest = {moment: min(one[moment] for one in took) for moment in Moment}
    bare_s = quickest[Moment.BARE]
    return tuple(
        Row(
            what=f"{moment.value}, {years} years" if moment in _WITH_HISTORY else moment.value,
            measured=f"{took_s / bare_s:.1f} × ({took_s:.2f} s)",
            goal=f"at most {GOALS[moment]} ×" if moment in GOALS else "–",
        )
        for moment, took_s in quickest.items()
    )


def _round(path: Path) -> dict[Moment, float]:
    """Start once to each moment; return the seconds of processor time each took."""
    took: dict[Moment, float] = {}
    for wanted in Moment:
        ran = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-m", "benchmarks.start_once", wanted.name, str(path)],
            capture_output=True,
            text=True,
            check=True,
            timeout=LONGEST_S,
            env=_environment(),
        )
        took[wanted] = json.loads(ran.stdout)
    return took


def _environment() -> dict[str, str]:
    # As installed: nobody compiles the whole app anew at each start.
    kept = {name: text for name, text in os.environ.items() if name != UNCOMPILED_VARIABLE}
    return {**kept, "QT_QPA_PLATFORM": "offscreen"}


if __name__ == "__main__":
    main()
