"""Where a start goes; the window itself is replaced by a note of how it was called."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TypeAlias

import pytest

from runadvisor import __main__ as start
from runadvisor.gui import app as window

Opened: TypeAlias = list[tuple[Path | None, bool]]
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Give a display and a window that only notes what it was asked to open."""
    monkeypatch.setattr(start, "has_display", lambda *_: True)
    calls: Opened = []

    def note(history: Path | None, *, is_demo: bool) -> int:
        calls.append((history, is_demo))
        return 0

    monkeypatch.setattr(window, "run", note)
    return calls


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ([], (None, False)),
        (["demo"], (None, True)),
        (["mine.runadvisor"], (Path("mine.runadvisor"), False)),
        (["--history", "mine.db"], (Path("mine.db"), False)),
        (["--history=mine.db"], (Path("mine.db"), False)),
    ],
)
def test_nothing_a_history_and_the_demo_open_the_window(
    opened: Opened, words: list[str], call: tuple[Path | None, bool]
) -> None:
    assert start.main(words) == 0
    assert opened == [call]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--version"], 0),
        (["plan", "--help"], 0),
        (["mine.runadvisor", "plan"], 2),
        (["--history"], 2),
        (["demo", "--nonsense"], 2),
        (["wornings"], 2),
    ],
)
def test_everything_else_is_a_command_line(
    opened: Opened, capsys: pytest.CaptureFixture[str], words: list[str], code: int
) -> None:
    assert start.main(words) == code
    assert opened == []
    assert capsys.readouterr().err.count("\n") == (code == 2)


def test_a_word_that_is_no_command_says_which_one_was_meant(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    start.main(["wornings"])
    assert "Did you mean “warnings”?" in capsys.readouterr().err
    assert opened == []


@pytest.mark.parametrize("words", [[], ["mine.runadvisor"]])
def test_without_a_display_it_says_what_to_do_instead(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    monkeypatch.setattr(start, "has_display", lambda *_: False)
    assert start.main(words) == 2
    captured = capsys.readouterr()
    assert "runadvisor import PATH" in captured.err
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize("reason", ["libraries", "PySide6"])
@pytest.mark.usefixtures("opened")
def test_a_demo_whose_window_cannot_start_goes_on_in_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, reason: str
) -> None:
    def cannot(_history: Path | None, *, is_demo: bool) -> int:
        assert is_demo
        if reason == "PySide6":
            raise ModuleNotFoundError(name="PySide6.QtCore")
        return window.NO_WINDOW

    monkeypatch.setattr(window, "run", cannot)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert start.main(["demo"]) == 0
    captured = capsys.readouterr()
    assert "Mara Voss" in captured.out
    assert ("pip install pyside6-essentials" in captured.err) == (reason == "PySide6")


@pytest.mark.usefixtures("opened")
def test_a_window_that_cannot_start_for_want_of_qt_ends_in_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def cannot(*_: object, **__: object) -> None:
        raise ModuleNotFoundError(name="PySide6")

    monkeypatch.setattr(window, "run", cannot)
    assert start.main([]) == 3
    assert "PySide6" in capsys.readouterr().err


@pytest.mark.usefixtures("opened")
def test_a_module_of_ours_that_is_missing_is_our_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ModuleNotFoundError(name="runadvisor.gui.pages.nowhere")

    monkeypatch.setattr(window, "run", broken)
    with pytest.raises(ModuleNotFoundError):
        start.main([])


@pytest.mark.parametrize(
    ("platform", "environment"),
    [
        ("linux", {"DISPLAY": ":0"}),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}),
        ("darwin", {}),
        ("win32", {}),
    ],
)
def test_a_display_is_one_that_somebody_can_look_at(
    platform: str, environment: dict[str, str]
) -> None:
    assert start.has_display(platform, environment)


@pytest.mark.parametrize(
    ("platform", "environment"),
    [
        ("linux", {}),
        ("linux", {"DISPLAY": ""}),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "minimal:enable_fonts"}),
        ("win32", {"QT_QPA_PLATFORM": "offscreen"}),
    ],
)
def test_drawing_off_screen_is_no_display(platform: str, environment: dict[str, str]) -> None:
    assert not start.has_display(platform, environment)


@pytest.mark.parametrize("how", [["-m", "runadvisor"], [str(ROOT / "main.py")]])
def test_the_module_and_the_file_start_the_same(how: list[str]) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *how, "--version"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("RunAdvisor ")
