from __future__ import annotations

import csv
import io
from functools import partial
from typing import TYPE_CHECKING

from runadvisor.history import requests
from runadvisor.history.store import History

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Imported, Run


def test_a_day_without_a_clock_time_has_no_start(run: Run, imported: Imported) -> None:
    result = run("activities", "--history", imported([5]), "--json")
    (activity,) = result.json["activities"]
    assert activity["started_at"] is None
    assert activity["local_date"] == "2026-11-23"
    assert activity["distance_m"] == 5000
    assert activity["session_load"] == 30
    assert activity["session_load_method"] == "moving-minutes"
    assert activity["name"] is None


def test_both_ends_of_the_range_are_included(run: Run, imported: Imported) -> None:
    history = imported([5, 6, 7, 8])
    words = ("activities", "--history", history, "--from", "2026-11-17", "--to", "2026-11-20")
    kept = run(*words, "--json").json["activities"]
    assert [activity["local_date"] for activity in kept] == ["2026-11-17", "2026-11-20"]


def test_csv_holds_what_json_holds(run: Run, imported: Imported) -> None:
    history = imported([5, 6])
    rows = list(csv.DictReader(io.StringIO(run("activities", "--history", history, "--csv").out)))
    told = run("activities", "--history", history, "--json").json["activities"]
    assert [float(row["distance_m"]) for row in rows] == [a["distance_m"] for a in told]
    assert rows[0].keys() == told[0].keys()
    assert rows[0]["started_at"] == ""
    assert rows[0]["sources"].endswith("runs.csv")


def test_a_name_cannot_become_a_spreadsheet_formula(
    run: Run, history: Path, tmp_path: Path
) -> None:
    path = tmp_path / "runs.csv"
    path.write_text("Date,Distance (km),Time,Name\n2026-11-01,5,30:00,=HYPERLINK(1)\n")
    run("import", path, "--history", history)
    row = next(csv.DictReader(io.StringIO(run("activities", "--history", history, "--csv").out)))
    assert row["name"] == "'=HYPERLINK(1)"


def test_people_read_a_table_and_the_count(run: Run, imported: Imported) -> None:
    out = run("activities", "--history", imported([5, 17.4])).out
    assert out.splitlines()[0].split() == ["Day", "Sport", "Distance", "Moving", "Pulse", "Name"]
    assert "2026-11-23  Run     17.4 km  1:44:00      –" in out
    assert out.endswith("\n2 activities.\n")


def test_an_empty_range_says_so(run: Run, imported: Imported) -> None:
    out = run("activities", "--history", imported([5]), "--to", "2020-01-01").out
    assert out == "0 activities.\n"


def test_what_was_deleted_is_listed_with_what_brings_it_back(run: Run, imported: Imported) -> None:
    history = imported([5, 6])
    with History.open(history) as opened:
        (first, _second) = opened.activities()
        opened.ask(partial(requests.deletion, activity_ids=[first.activity_id]))
    out = run("activities", "--deleted", "--history", history).out
    assert "1 deleted activity." in out
    assert f"runadvisor activities --bring-back {first.activity_id}" in out
    told = run("activities", "--deleted", "--history", history, "--json").json["activities"]
    assert [each["id"] for each in told] == [first.activity_id]
    back = run("activities", "--bring-back", first.activity_id, "--history", history)
    assert (back.code, back.out) == (0, "1 activity is back.\n")
    assert "2 activities." in run("activities", "--history", history).out
    again = run("activities", "--bring-back", first.activity_id, "--history", history)
    assert again.code == 3
    assert "activities --deleted" in again.err
