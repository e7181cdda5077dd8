from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from runadvisor.cli.arguments import parse
from runadvisor.cli.words import WrongUseError
from runadvisor.domain.warning import Tier


@pytest.mark.parametrize(
    "words",
    [
        ["--history", "a.runadvisor", "plan"],
        ["plan", "--history", "a.runadvisor"],
        ["--history=a.runadvisor", "plan"],
        ["--history", "b.runadvisor", "plan", "--history", "a.runadvisor"],
    ],
)
def test_the_history_may_stand_before_or_after_the_command(words: list[str]) -> None:
    assert parse(words).history == Path("a.runadvisor")


def test_without_a_history_none_is_named() -> None:
    assert parse(["plan"]).history is None


@pytest.mark.parametrize("command", [["demo"], ["check", "runs.csv"]])
def test_a_command_with_a_history_of_its_own_refuses_another(command: str) -> None:
    with pytest.raises(WrongUseError, match="leave --history out"):
        parse([*command, "--history", "a.runadvisor"])


def test_a_day_is_written_as_iso_date() -> None:
    assert parse(["plan", "--as-of", "2026-01-31"]).as_of == date(2026, 1, 31)


@pytest.mark.parametrize("text", ["20260131", "2026-W05-6", "31.1.2026", "today", "2026-02-30"])
def test_any_other_day_says_how_to_write_it(text: str) -> None:
    with pytest.raises(WrongUseError, match="write it as 2026-01-31"):
        parse(["plan", "--as-of", text])


@pytest.mark.parametrize("text", ["0", "-1", "four", "1.5", "99999", "²"])
def test_weeks_are_a_whole_number_above_0(text: str) -> None:
    with pytest.raises(WrongUseError, match="weeks"):
        parse(["load", f"--weeks={text}"])


def test_a_tier_is_named_as_the_output_spells_it() -> None:
    assert parse(["warnings", "--fail-on", "stop-run"]).fail_on is Tier.STOP_RUN
    with pytest.raises(WrongUseError, match="info, watch, act, stop-run, lock"):
        parse(["warnings", "--fail-on", "high"])


def test_a_zone_says_which_one_may_have_been_meant() -> None:
    assert parse(["import", "x", "--home-zone", "Asia/Tokyo"]).home_zone == "Asia/Tokyo"
    with pytest.raises(WrongUseError, match=r"did you mean “Europe/Berlin”\? See"):
        parse(["import", "x", "--home-zone", "Europe/Berln"])
    with pytest.raises(WrongUseError, match="write it as Europe/Berlin"):
        parse(["import", "x", "--home-zone", "/etc/passwd"])


@pytest.mark.parametrize(
    "words",
    [
        ["warnings", "--all", "--as-of", "2026-01-31"],
        ["activities", "--json", "--csv"],
        ["plan", "--json", "--text"],
    ],
)
def test_options_that_exclude_each_other_are_refused(words: list[str]) -> None:
    with pytest.raises(WrongUseError, match="not allowed with"):
        parse(words)


def test_a_chart_must_be_a_kind_of_picture_we_write() -> None:
    with pytest.raises(WrongUseError, match=r"\.png, \.svg, \.pdf"):
        parse(["load", "--chart", "weeks.jpg"])


def test_options_are_never_guessed_from_their_beginning() -> None:
    with pytest.raises(WrongUseError):
        parse(["plan", "--as", "2026-01-31"])
