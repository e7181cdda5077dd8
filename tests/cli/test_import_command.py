from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from tests.sources.gpx_text import points
from tests.sources.gpx_text import run as gpx_run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run, RunsCsv


def test_a_second_import_of_the_same_file_adds_nothing(
    run: Run, history: Path, runs_csv: RunsCsv
) -> None:
    path = runs_csv([5, 6, 7])
    first = run("import", path, "--history", history, "--json")
    again = run("import", path, "--history", history, "--json")
    assert (first.code, first.json["added"], len(first.json["activities"])) == (0, 3, 3)
    assert (again.code, again.json["added"], again.json["duplicates"]) == (0, 0, 3)
    assert again.json["activities"] == []


def test_one_bad_file_never_stops_the_rest_and_ends_in_1(
    run: Run, history: Path, runs_csv: RunsCsv, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.gpx"
    bad.write_text("this is no track")
    result = run("import", bad, runs_csv([5]), "--history", history, "--json")
    assert result.code == 1
    assert result.json["added"] == 1
    (problem,) = result.json["problems"]
    assert problem["path"] == str(bad)
    assert problem["reason"]


def test_a_path_that_is_not_there_is_a_problem_and_is_named_as_given(
    run: Run, history: Path
) -> None:
    result = run("import", "nowhere/runs.gpx", "--history", history, "--json")
    assert result.code == 1
    assert result.json["problems"][0]["path"] == "nowhere/runs.gpx"


def test_people_read_counts_problems_and_what_was_mended(
    run: Run, history: Path, runs_csv: RunsCsv, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.gpx"
    bad.write_text("this is no track")
    result = run("import", bad, runs_csv([5, 6]), "--history", history)
    assert "2 files read: 2 activities added" in result.out
    assert "Not taken (1):" in result.out
    assert max(map(len, result.out.replace(str(tmp_path), "").splitlines())) <= 80


def test_a_long_list_of_problems_is_cut_and_says_so(run: Run, history: Path) -> None:
    result = run("import", *(f"no{number}.gpx" for number in range(25)), "--history", history)
    assert "Not taken (25):" in result.out
    assert "and 5 more; --json names every one" in result.out


def test_the_home_zone_given_is_kept_and_places_the_day(
    run: Run, history: Path, tmp_path: Path
) -> None:
    path = tmp_path / "activities.csv"
    path.write_text(
        "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename,"
        "Elapsed Time,Moving Time,Distance\n"
        '1,"Nov 21, 2026, 10:30:00 PM",Late,Run,1800,5.00,,1800.0,1800.0,5000.0\n'
    )
    run("import", path, "--history", history, "--home-zone", "Asia/Tokyo")
    (activity,) = run("activities", "--history", history, "--json").json["activities"]
    assert activity["local_date"] == "2026-11-22"
    assert activity["started_at"] == "2026-11-21T22:30:00Z"


def test_a_history_in_a_folder_that_is_not_there_ends_in_3(
    run: Run, tmp_path: Path, runs_csv: RunsCsv
) -> None:
    result = run("import", runs_csv([5]), "--history", tmp_path / "no" / "h.runadvisor")
    assert result.code == 3
    assert result.err.count("\n") == 1


OPEN_LIST = "when,how far,took\n2024-03-10,5,30:00\n2024-03-12,6,40:00\n"


def test_a_list_with_unknown_headings_is_not_taken_and_says_what_to_type(
    run: Run, history: Path, tmp_path: Path
) -> None:
    path = tmp_path / "log.csv"
    path.write_text(OPEN_LIST)
    result = run("import", path, "--history", history)
    assert result.code == 1
    assert "--map 'date=when,distance=how far,time=took'" in result.out


def test_a_mapping_reads_the_list_and_is_remembered(
    run: Run, history: Path, tmp_path: Path
) -> None:
    path = tmp_path / "log.csv"
    path.write_text(OPEN_LIST)
    mapping = "date=when,distance=how far:mi,time=took"
    first = run("import", path, "--map", mapping, "--history", history, "--json")
    assert (first.code, first.json["added"]) == (0, 2)
    (tmp_path / "next.csv").write_text(OPEN_LIST + "2024-03-14,7,47:00\n")
    second = run("import", tmp_path / "next.csv", "--history", history, "--json")
    assert (second.code, second.json["added"]) == (0, 1)


def test_a_mapping_that_cannot_be_understood_says_how_to_write_it(
    run: Run, history: Path, tmp_path: Path
) -> None:
    result = run("import", tmp_path, "--map", "pace=Pace", "--history", history)
    assert result.code == 2
    assert "heart-rate" in result.err


def test_json_names_each_file_with_what_became_of_it(
    run: Run, history: Path, runs_csv: RunsCsv, tmp_path: Path
) -> None:
    path = tmp_path / "log.csv"
    path.write_text(OPEN_LIST)
    result = run("import", path, runs_csv([5, 6]), "--history", history, "--json")
    asked, added = result.json["file_results"]
    assert (asked["outcome"], added["outcome"], added["added"]) == ("needs-look", "added", 2)
    assert asked["problems"][0]["answers"] == [
        {"label": "Import it like this", "map": "date=when,distance=how far,time=took"}
    ]


@pytest.fixture
def route(tmp_path: Path) -> Path:
    path = tmp_path / "route.gpx"
    path.write_bytes(gpx_run([replace(point, at=None) for point in points()]))
    return path


def test_a_file_without_times_comes_in_on_the_day_that_is_said(
    run: Run, history: Path, route: Path
) -> None:
    asked = run("import", route, "--history", history)
    assert asked.code == 1
    assert "--date 2026-01-31 --start 07:30 --duration 52:10" in asked.out
    said = ("--date", "2024-03-10", "--start", "07:30", "--duration", "9:00")
    result = run("import", route, *said, "--history", history, "--json")
    assert (result.code, result.json["added"]) == (0, 1)
    (activity,) = run("activities", "--history", history, "--json").json["activities"]
    assert (activity["local_date"], activity["moving_time_s"]) == ("2024-03-10", 540)
    assert "as you typed them" in result.json["repairs"][0]["note"]
    again = run("import", route, "--history", history, "--json")
    assert (again.code, again.json["duplicates"]) == (0, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--start", "07:30"], "Say the day as well"),
        (["--date", "2999-01-01"], "a day to come"),
        (["--date", "2024-03-10", "--start", "7"], "no time of day"),
        (["--date", "2024-03-10", "--duration", "soon"], "no duration"),
        (["other.gpx", "--date", "2024-03-10"], "the day of one run"),
    ],
)
def test_a_day_that_cannot_be_meant_is_refused(
    run: Run, history: Path, route: Path, words: list[str], said: str
) -> None:
    result = run("import", route, *words, "--history", history)
    assert result.code == 2
    assert said in result.err


def test_a_file_without_times_in_an_archive_says_to_take_it_out(
    run: Run, history: Path, route: Path, tmp_path: Path
) -> None:
    path = tmp_path / "all.zip"
    with ZipFile(path, "w") as archive:
        archive.write(route, "route.gpx")
    result = run("import", path, "--date", "2024-03-10", "--history", history)
    assert result.code == 1
    assert "Take it out of the archive" in result.out
