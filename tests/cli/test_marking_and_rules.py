"""What is said of warnings, and what is changed of rules, on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Imported, Result, Run

SPIKE = "session-spike/2026-11-23"


@pytest.fixture
def spiking(imported: Imported) -> Path:
    return imported([10] * 12 + [14])


def mark(result: Result) -> dict:
    return next(w["mark"] for w in result.json["warnings"] if w["key"] == SPIKE)


def test_a_warning_can_be_seen_put_aside_and_noted_and_all_that_taken_back(
    run: Run, spiking: Path
) -> None:
    words = ("warnings", "--history", spiking, "--json")
    said = run(
        *words, "--acknowledge", SPIKE, "--snooze", SPIKE, "2026-12-01", "--note", SPIKE, "planned"
    )
    told = {"seen_on": "2026-11-24", "snoozed_until": "2026-12-01", "note": "planned"}
    assert mark(said) == mark(run(*words)) == told
    out = run("warnings", "--history", spiking).out
    for line in ("Seen:   Tuesday 24 November 2026", "Aside:  until", "Note:   planned", SPIKE):
        assert line in out
    assert mark(run(*words, "--snooze", SPIKE, "2026-11-24"))["snoozed_until"] is None
    assert mark(run(*words, "--unmark", SPIKE)) == dict.fromkeys(told) | {"note": ""}


def test_a_warning_put_aside_still_ends_fail_on(run: Run, spiking: Path) -> None:
    words = ("warnings", "--history", spiking, "--fail-on", "act")
    assert run(*words, "--snooze", SPIKE, "2026-12-01").code == 4
    assert run(*words).code == 4


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--acknowledge", "nothing/2026-11-23"], 2, "No warning is called"),
        (["--snooze", SPIKE, "soon"], 2, "is no day"),
        (["--snooze", SPIKE, "2027-11-23"], 3, "at most four weeks"),
    ],
)
def test_what_cannot_be_said_of_a_warning_is_refused_and_nothing_is_kept(
    run: Run, spiking: Path, words: list[str], code: int, said: str
) -> None:
    result = run("warnings", "--history", spiking, "--note", SPIKE, "kept?", *words)
    assert (result.code, said in result.err) == (code, True)
    assert mark(run("warnings", "--history", spiking, "--json"))["note"] == ""


def test_a_rule_switched_off_is_silent_and_the_warnings_say_so(run: Run, spiking: Path) -> None:
    assert (
        run("rules", "--history", spiking, "--off", "r01", "--set", "R04", "ratio", "1.5").code == 0
    )
    told = run("warnings", "--history", spiking, "--json").json
    assert "R01" not in {w["rule"] for w in told["warnings"]}
    assert told["rules_changed"] == {
        "off": ["R01"],
        "wanted": [],
        "thresholds": {"R04": {"ratio": 1.5}},
    }
    out = run("warnings", "--history", spiking).out
    assert "2 rules are not at their default: R01, R04." in out
    assert "ratio  Over this many times the most before: 1.5 (default 1.3)" in run(
        "rules", "--history", spiking
    ).out.replace("\n               ", " ")
    assert run("rules", "--history", spiking, "--default", "all").code == 0
    assert "not at" not in run("warnings", "--history", spiking).out


def test_a_rule_that_is_off_until_wanted_can_be_switched_on(run: Run, spiking: Path) -> None:
    def speaks() -> bool:
        rules = run("rules", "--history", spiking, "--json").json["rules"]
        return next(rule["speaks"] for rule in rules if rule["rule"] == "R23")

    assert not speaks()
    assert run("rules", "--history", spiking, "--on", "R23").code == 0
    assert speaks()
    assert run("rules", "--history", spiking, "--default", "R23").code == 0
    assert not speaks()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--off", "R99"], "no rule “R99”"),
        (["--off", "R21"], "cannot be switched"),
        (["--set", "R01", "watch_ratio", "1.5"], "no number"),
        (["--set", "R04", "ratio", "9"], "between 1.1 and 2"),
        (["--set", "R04", "ratio", "much"], "between 1.1 and 2"),
    ],
)
def test_what_cannot_be_changed_is_refused(
    run: Run, spiking: Path, words: list[str], said: str
) -> None:
    result = run("rules", "--history", spiking, *words)
    assert (result.code, said in result.err) == (2, True)


def test_lists_fit_a_terminal(run: Run, spiking: Path) -> None:
    lines = run("rules", "--history", spiking).out.splitlines()
    assert max(map(len, lines)) <= 80
    assert sum(line.startswith("  R") for line in lines) == 37
