from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run, RunsCsv


def test_a_check_keeps_nothing(run: Run, runs_csv: RunsCsv, tmp_path: Path) -> None:
    assert run("check", runs_csv([10, 10, 13.1])).code == 0
    assert not list(tmp_path.rglob("*.runadvisor"))


def test_it_is_as_of_the_day_after_the_last_activity_and_says_so(
    run: Run, runs_csv: RunsCsv
) -> None:
    result = run("check", runs_csv([10, 10, 13.1], every=30))
    assert result.code == 0
    assert "As of Tuesday 24 November 2026, the day after the last activity." in result.out


def test_a_day_given_is_taken_without_a_word(run: Run, runs_csv: RunsCsv) -> None:
    result = run("check", runs_csv([10, 10, 13.1]), "--as-of", "2026-12-20", "--json")
    assert result.json["as_of"] == "2026-12-20"
    assert result.err == ""


def test_json_holds_import_warnings_and_plan_and_says_the_day_on_stderr(
    run: Run, runs_csv: RunsCsv
) -> None:
    result = run("check", runs_csv([10, 10, 13.1]), "--json")
    assert result.json["import"]["added"] == 3
    assert "R01" in [warning["rule"] for warning in result.json["warnings"]]
    assert len(result.json["plan"]["days"]) == 28
    assert result.err == "As of Tuesday 24 November 2026, the day after the last activity.\n"


def test_fail_on_comes_before_import_problems(run: Run, runs_csv: RunsCsv) -> None:
    path = runs_csv([10, 10, 13.1])
    assert run("check", path, "nowhere.gpx").code == 1
    assert run("check", path, "nowhere.gpx", "--fail-on", "act").code == 4
    assert run("check", path, "--fail-on", "lock").code == 0


def test_files_without_activities_are_advised_for_today(run: Run) -> None:
    result = run("check", "nowhere.gpx", "--json")
    assert (result.code, result.json["as_of"], result.err) == (1, "2026-11-24", "")


def test_the_plan_is_written_as_pdf(run: Run, runs_csv: RunsCsv, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    result = run("check", runs_csv([10] * 20), "--pdf", path)
    assert path.read_bytes().startswith(b"%PDF")
    assert result.out.endswith(f"Plan written to {path}\n")
