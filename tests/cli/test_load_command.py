from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Imported, Run


def test_weeks_begin_on_monday_and_sum_their_runs(run: Run, imported: Imported) -> None:
    weeks = run("load", "--history", imported([5, 6, 7]), "--json").json["weeks"]
    assert [(w["start"], w["distance_m"], w["runs"]) for w in weeks] == [
        ("2026-11-16", 11000, 2),
        ("2026-11-23", 7000, 1),
    ]


def test_days_have_no_gap_and_unknown_is_null(run: Run, imported: Imported) -> None:
    days = run("load", "--history", imported([5, 6, 7]), "--json").json["days"]
    assert [day["date"] for day in days] == [f"2026-11-{number}" for number in range(17, 25)]
    assert days[0]["longest_run_30d_m"] is None
    assert days[0]["acute_load"] is None
    assert days[-1]["longest_run_30d_m"] == 7000
    assert days[-1]["acute_load"] == pytest.approx((36 + 42) / 7, abs=1e-3)
    assert days[-1]["chronic_load"] is None


def test_weeks_limits_both_lists(run: Run, imported: Imported) -> None:
    history = imported([5] * 20)
    told = run("load", "--history", history, "--weeks", "2", "--json").json
    assert [week["start"] for week in told["weeks"]] == ["2026-11-16", "2026-11-23"]
    assert told["days"][0]["date"] == "2026-11-16"


def test_nothing_after_the_day_asked_for_is_looked_at(run: Run, imported: Imported) -> None:
    told = run("load", "--history", imported([5, 6]), "--as-of", "2026-11-20", "--json").json
    assert told["as_of"] == "2026-11-20"
    assert sum(week["distance_m"] for week in told["weeks"]) == 5000


def test_csv_holds_the_weeks(run: Run, imported: Imported) -> None:
    history = imported([5, 6, 7])
    rows = list(csv.DictReader(io.StringIO(run("load", "--history", history, "--csv").out)))
    assert [(row["start"], row["distance_m"]) for row in rows] == [
        ("2026-11-16", "11000.0"),
        ("2026-11-23", "7000.0"),
    ]


def test_people_read_a_table_no_wider_than_a_terminal(run: Run, imported: Imported) -> None:
    out = run("load", "--history", imported([5] * 100)).out
    lines = out.splitlines()
    assert lines[0].startswith("Week of")
    assert len([line for line in lines if line.startswith("2026-")]) == 26
    assert max(map(len, lines)) <= 80


def test_before_the_first_activity_there_is_nothing_to_show(run: Run, imported: Imported) -> None:
    history = imported([5])
    assert "No activities up to" in run("load", "--history", history, "--as-of", "2020-01-01").out
    told = run("load", "--history", history, "--as-of", "2020-01-01", "--json").json
    assert (told["weeks"], told["days"]) == ([], [])


@pytest.mark.parametrize(
    ("suffix", "magic"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")]
)
def test_the_chart_is_the_kind_its_name_says(
    run: Run, imported: Imported, tmp_path: Path, suffix: str, magic: bytes
) -> None:
    path = tmp_path / f"weeks{suffix}"
    result = run("load", "--history", imported([5, 6]), "--chart", path)
    assert result.code == 0
    assert path.read_bytes().startswith(magic)
    assert f"Chart written to {path}" in result.out


def test_a_chart_that_cannot_be_written_ends_in_3(
    run: Run, imported: Imported, tmp_path: Path
) -> None:
    result = run("load", "--history", imported([5]), "--chart", tmp_path / "no" / "weeks.png")
    assert result.code == 3
    assert result.err.count("\n") == 1


def test_what_the_load_rests_on_stands_in_the_json(run: Run, imported: Imported) -> None:
    told = run("load", "--history", imported([5] * 20), "--json").json
    assert told["unit"]["method"] == told["running_unit"]["method"] == "pace-zones"
    assert told["quality"]["runs"] == told["quality"]["with_distance"] == 20
    assert [len(tissue["weeks"]) for tissue in told["tissues"]] == [12] * 6
    assert told["gaps"] == []


def test_days_without_anything_are_asked_about(run: Run, imported: Imported) -> None:
    history = imported([5, 6], every=20)
    (gap,) = run("load", "--history", history, "--json").json["gaps"]
    assert (gap["first_date"], gap["last_date"], gap["answer"]) == (
        "2026-11-04",
        "2026-11-22",
        None,
    )
    assert (
        "4 November to 22 November 2026: nothing recorded" in run("load", "--history", history).out
    )


def test_the_ratios_are_told_side_by_side_and_as_no_warning(run: Run, imported: Imported) -> None:
    history = imported([5] * 20)
    day = run("load", "--history", history, "--json").json["days"][-1]
    for name in ("acwr_coupled", "acwr_uncoupled", "acwr_ewma"):
        assert 0.5 < day[name] < 1.5
    out = " ".join(run("load", "--history", history).out.split())
    assert "A description, not a warning" in out
    assert "Model, not measured, weak" in out
