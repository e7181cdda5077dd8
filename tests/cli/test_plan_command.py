from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from runadvisor.cli.plan_words import plan_lines
from runadvisor.domain.plan import Stopped, TrainingPlan
from runadvisor.domain.text import Message
from runadvisor.domain.warning import Tier
from tests.cli.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Imported, Run


def test_the_plan_has_every_day_of_its_weeks_and_starts_today(run: Run, imported: Imported) -> None:
    told = run("plan", "--history", imported([8] * 30), "--weeks", "3", "--json").json
    assert [day["date"] for day in told["days"]] == [
        (TODAY + timedelta(days=offset)).isoformat() for offset in range(21)
    ]
    assert told["stopped"] is None


def test_no_planned_run_is_over_the_limit_of_its_day(run: Run, imported: Imported) -> None:
    days = run("plan", "--history", imported([8] * 30), "--json").json["days"]
    assert len(days) == 28
    assert all(day["distance_m"] is None or day["distance_m"] <= day["limit_m"] for day in days)


@pytest.mark.parametrize(
    ("option", "magic"),
    [("--pdf", b"%PDF"), ("--html", b"<!"), ("--ics", b"BEGIN:VCALENDAR")],
)
def test_a_file_is_the_kind_asked_for_and_is_named(
    run: Run, imported: Imported, tmp_path: Path, option: str, magic: bytes
) -> None:
    path = tmp_path / "plan.out"
    result = run("plan", "--history", imported([8] * 30), option, path)
    assert result.code == 0
    assert path.read_bytes().startswith(magic)
    assert result.out == f"Plan written to {path}\n"


def test_json_stays_json_beside_a_file(run: Run, imported: Imported, tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"
    result = run("plan", "--history", imported([8] * 30), "--json", "--ics", path)
    assert result.json["days"]
    assert path.exists()


def test_a_file_that_cannot_be_written_ends_in_3(
    run: Run, imported: Imported, tmp_path: Path
) -> None:
    path = tmp_path / "no" / "plan.ics"
    result = run("plan", "--history", imported([8] * 30), "--ics", path)
    assert (result.code, result.out) == (3, "")
    assert str(path) in result.err


def test_people_read_a_line_a_day(run: Run, imported: Imported) -> None:
    out = run("plan", "--history", imported([8] * 30)).out
    assert "Prevention plan, 4 weeks from Tuesday 24 November 2026" in out
    assert sum(line.startswith("  ") for line in out.splitlines()) == 28
    assert max(map(len, out.splitlines())) <= 80


def test_text_prints_the_whole_sheet(run: Run, imported: Imported) -> None:
    out = run("plan", "--history", imported([8] * 30), "--text").out
    assert out.startswith("PREVENTION PLAN, 4 WEEKS")
    assert "Each morning" in out


def test_a_broken_settings_file_is_said_and_does_not_stop_the_plan(
    run: Run, imported: Imported, tmp_path: Path
) -> None:
    settings = tmp_path / "home" / "RunAdvisor" / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("paper = ")
    result = run("plan", "--history", imported([8] * 30), "--text")
    assert result.code == 0
    assert "cannot be read" in result.err


def test_a_stop_comes_in_place_of_the_days() -> None:
    plan = TrainingPlan(
        as_of=date(2026, 11, 24),
        first_day=date(2026, 11, 24),
        days=(),
        weeks=(),
        clearing={},
        stopped=Stopped(
            tier=Tier.LOCK, reason=Message("Chest pain."), advice=(Message("Call 112."),)
        ),
    )
    assert list(plan_lines(plan)) == ["Stop: Chest pain.", "  - Call 112."]


def test_csv_holds_the_days_that_json_holds(run: Run, imported: Imported) -> None:
    history = imported([8] * 30)
    rows = list(csv.DictReader(io.StringIO(run("plan", "--history", history, "--csv").out)))
    days = run("plan", "--history", history, "--json").json["days"]
    assert [(row["date"], row["kind"], row["title"]) for row in rows] == [
        (day["date"], day["kind"], day["title"]) for day in days
    ]
