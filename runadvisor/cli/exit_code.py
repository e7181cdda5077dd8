"""How a command ended, as the shell sees it; a lasting contract."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What a script may rely on."""

    DONE = 0
    PROBLEMS = 1
    """Done, and the list of import problems is not empty."""
    WRONG_USE = 2
    UNUSABLE = 3
    """A file or the history cannot be used; one sentence on stderr says why."""
    TIER_STANDS = 4
    """A warning of the tier given with ``--fail-on``, or of a higher one, stands."""
    INTERRUPTED = 130
    """Ctrl-C, as shells count it."""
