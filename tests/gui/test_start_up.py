"""What a page may load: a slow library is loaded beside the window, never on the way to it."""

from __future__ import annotations

import subprocess
import sys

from runadvisor.gui.page_set import CLASSES

SLOW = ("pandas", "matplotlib", "highspy", "typst", "babel")
BEHIND_THE_PAINT = (
    *SLOW,
    *("sqlite3", "importlib.metadata", "zoneinfo", "lxml"),
    *("runadvisor.catalog", "runadvisor.domain.plan", "runadvisor.domain.diary"),
)


def test_no_page_loads_a_slow_library_when_it_is_first_visited() -> None:
    modules = [f"runadvisor.gui.pages.{place.partition(':')[0]}" for place in CLASSES.values()]
    program = (
        f"import sys, {', '.join(modules)}\n"
        f"print([name for name in {SLOW!r} if name in sys.modules])"
    )
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_the_window_is_painted_before_what_a_history_needs_is_loaded() -> None:
    program = (
        "import sys, runadvisor.gui.main_window, runadvisor.gui.workspace\n"
        f"print([name for name in {BEHIND_THE_PAINT!r} if name in sys.modules])"
    )
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_a_history_is_looked_at_without_the_readers_of_files() -> None:
    program = (
        "import sys, runadvisor.advisor\n"
        "print([name for name in sys.modules if 'runadvisor.sources' in name or name == 'lxml'])"
    )
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"
