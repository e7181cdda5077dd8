from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Imported, Run

DAY = ("--as-of", "2026-11-24")


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("plan", "PREVENTION PLAN, 4 WEEKS"),
        ("review", "LOAD REVIEW"),
        ("warning", "Not shown:"),
        ("block", "HIP & CORE 25"),
        ("signs", "WHEN TO STOP AND BE SEEN"),
    ],
)
def test_without_a_file_every_print_is_shown_as_text(
    run: Run, imported: Imported, what: str, words: str
) -> None:
    done = run("print", what, *DAY, "--history", imported([*[6] * 12, 14]))

    assert done.code == 0
    assert words in done.out


def test_the_same_history_and_day_give_the_same_bytes(
    run: Run, imported: Imported, tmp_path: Path
) -> None:
    history = imported([8] * 6)
    for name in ("one.pdf", "other.pdf", "one.html", "other.html"):
        done = run("print", "review", *DAY, "--history", history, "--out", tmp_path / name)
        assert done.code == 0
    for suffix in (".pdf", ".html"):
        one, other = ((tmp_path / f"{name}{suffix}").read_bytes() for name in ("one", "other"))
        assert one == other


def test_what_is_left_off_is_not_there_and_the_signs_stay(run: Run, imported: Imported) -> None:
    without = [f"--without={part}" for part in ("exercises", "diary", "basis")]
    words = run("print", "plan", *DAY, *without, "--history", imported([8] * 6)).out

    assert "Hip & core 25\n" not in words
    assert "Sources" not in words
    assert "Stop and call 112" in words


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("warning",), "No warning stands"),
        (("warning", "--rule", "R99"), "R99 has not fired"),
        (("block", "--block", "none"), "There is no block “none”"),
        (("signs", "--out", "signs.docx"), "must end in one of"),
    ],
)
def test_what_cannot_be_printed_is_said(
    run: Run, imported: Imported, asked: tuple[str, ...], said: str
) -> None:
    done = run("print", *asked, "--as-of", "2027-06-01", "--history", imported([8] * 30))

    assert done.code == 3
    assert said in done.err
