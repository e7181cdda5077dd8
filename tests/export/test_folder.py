"""Everything as one folder that a person can read, and that we read back."""

from __future__ import annotations

import csv
import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from lxml import etree

from runadvisor.advisor import Advisor
from runadvisor.catalog import load_catalog
from runadvisor.domain.activity import Activity
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import Diary
from runadvisor.domain.errors import ExportError
from runadvisor.export.folder import ExportCancelledError, export_all
from runadvisor.export.track_file import GPX
from runadvisor.history.changes import Together
from runadvisor.history.store import History
from tests.diaries import pain
from tests.export.conftest import AS_OF, FORMULA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from runadvisor.history.changes import Change

_OF_ANOTHER_HISTORY = {"activity_id", "sources", "edited", "zone_source"}
"""Numbers and origins are a history's own; an edit has become what the list says."""


@pytest.fixture(scope="module")
def folder(advisor: Advisor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export_all(advisor, tmp_path_factory.mktemp("export") / "out", as_of=AS_OF).folder


@pytest.fixture(scope="module")
def fresh(
    advisor: Advisor, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Advisor]:
    with History.open(tmp_path_factory.mktemp("fresh") / "fresh.runadvisor") as history:
        again = Advisor(history, catalog=load_catalog(), athlete=Athlete())
        again.keep_athlete(advisor.athlete)
        report = again.import_files([folder])
        assert report.problems == ()
        yield again


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def as_kept(activity: Activity) -> dict[str, object]:
    values = {
        field.name: getattr(activity, field.name)
        for field in fields(Activity)
        if field.name not in _OF_ANOTHER_HISTORY
    }
    return {
        name: round(value, 3) if isinstance(value, float) else value
        for name, value in values.items()
    }


def test_imported_into_a_fresh_history_it_gives_the_same_activities(
    advisor: Advisor, fresh: Advisor
) -> None:
    assert [as_kept(one) for one in fresh.activities()] == [
        as_kept(one) for one in advisor.activities()
    ]


def test_imported_into_a_fresh_history_it_gives_the_same_load(
    advisor: Advisor, fresh: Advisor
) -> None:
    before, after = (one.advice(as_of=AS_OF).load for one in (advisor, fresh))

    assert after.total.method is before.total.method
    pd.testing.assert_frame_equal(after.daily, before.daily, rtol=1e-4)
    pd.testing.assert_frame_equal(after.weekly, before.weekly, rtol=1e-4)


def test_the_tracks_come_back_point_for_point(advisor: Advisor, fresh: Advisor) -> None:
    richest = [one.history.richest_tracks() for one in (advisor, fresh)]
    assert [len(each) for each in richest] == [3, 3]
    for one, other in zip(advisor.activities(), fresh.activities(), strict=True):
        before = advisor.history.track(one.activity_id)
        after = fresh.history.track(other.activity_id)
        assert (before is None) is (after is None)
        if before is None or after is None:
            continue
        np.testing.assert_allclose(after.time_s, before.time_s, atol=0.001)
        np.testing.assert_array_equal(after.segment, before.segment)
        for name, within in (
            ("latitude_deg", 1e-7),
            ("longitude_deg", 1e-7),
            ("altitude_m", 0.01),
            ("heart_rate_bpm", 0.5),
            ("cadence_spm", 1.0),
        ):
            np.testing.assert_allclose(
                getattr(after, name), getattr(before, name), atol=within, err_msg=name
            )


def test_imported_beside_what_it_was_made_of_it_adds_nothing(
    advisor: Advisor, folder: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.runadvisor"
    copy.write_bytes(advisor.history.path.read_bytes())
    with History.open(copy) as history:
        again = Advisor(history, catalog=advisor.catalog, athlete=Athlete())
        report = again.import_files([folder])

        assert report.added == 0
        assert [as_kept(one) for one in again.activities()] == [
            as_kept(one) for one in advisor.activities()
        ]


def test_csv_and_json_hold_the_same_rows(folder: Path) -> None:
    names = {path.stem for path in folder.glob("*.csv")}
    assert names >= {"activities", "load-days", "load-weeks", "warnings", "plan", "diary-pain"}
    for name in names:
        listed = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))[name]
        table = rows(folder, name)
        assert len(listed) == len(table)
        for one, other in zip(listed, table, strict=True):
            assert list(one) == list(other)


def test_a_formula_in_a_title_is_words_in_a_spreadsheet(folder: Path) -> None:
    names = {row["name"] for row in rows(folder, "activities")}

    assert f"'{FORMULA}" in names
    assert FORMULA not in names


def test_the_diary_and_the_plan_are_in_it_whole(folder: Path) -> None:
    (pain,) = rows(folder, "diary-pain")
    assert (pain["diary_day"], pain["place"], pain["during"]) == ("2026-11-20", "calf", "2")
    assert pain["note"] == "since =SUM(1)"
    assert rows(folder, "diary-days")[0]["sleep_h"] == "6.5"
    assert len(rows(folder, "plan")) == 28
    assert all(row["reason"] for row in rows(folder, "plan"))


def test_a_track_with_places_is_gpx_1_1_with_heart_rate_and_cadence_of_one_leg(
    folder: Path,
) -> None:
    gpx = sorted((folder / "tracks").glob("*.gpx"))
    assert len(gpx) == 2
    root = etree.parse(gpx[0]).getroot()
    assert root.tag == f"{{{GPX}}}gpx"
    assert (root.get("version"), root.get("creator")) == ("1.1", "RunAdvisor")
    point = next(root.iter(f"{{{GPX}}}trkpt"))
    assert [child.tag.rpartition("}")[2] for child in point] == ["ele", "time", "extensions"]
    body = {each.tag.rpartition("}")[2]: each.text for each in point.iter()}
    assert (body["hr"], body["cad"]) == ("145", "84")


def test_the_folder_explains_itself_in_plain_words(folder: Path) -> None:
    words = (folder / "README.txt").read_text(encoding="utf-8")

    assert max(map(len, words.splitlines())) <= 80
    for path in (*folder.glob("*.csv"), folder / "tracks"):
        assert f"  {path.stem}" in words
    assert "Tuesday 24 November 2026" in words


def test_the_same_history_and_day_give_the_same_bytes(
    advisor: Advisor, folder: Path, tmp_path: Path
) -> None:
    again = export_all(advisor, tmp_path / "again", as_of=AS_OF).folder

    first, second = (
        {path.relative_to(one): path.read_bytes() for path in one.rglob("*") if path.is_file()}
        for one in (folder, again)
    )
    assert first == second


def test_nothing_is_written_over(advisor: Advisor, tmp_path: Path) -> None:
    mine = tmp_path / "README.txt"
    mine.write_text("mine", encoding="utf-8")

    for taken in (tmp_path, mine):
        with pytest.raises(ExportError, match="is there already"):
            export_all(advisor, taken, as_of=AS_OF)
    assert mine.read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_is_filled(advisor: Advisor, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()

    export_all(advisor, empty, as_of=AS_OF)

    assert (empty / "README.txt").is_file()


def test_a_place_without_a_folder_is_named(advisor: Advisor, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="does not exist"):
        export_all(advisor, tmp_path / "nowhere" / "out", as_of=AS_OF)


def test_cancelled_it_leaves_nothing(advisor: Advisor, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    with pytest.raises(ExportCancelledError):
        export_all(
            advisor,
            tmp_path / "out",
            as_of=AS_OF,
            progress=lambda done, total: told.append((done, total)),
            is_cancelled=lambda: bool(told),
        )

    assert told == [(0, 3)]
    assert [path.name for path in tmp_path.iterdir() if "out" in path.name] == []


def _as_told(diary: Diary) -> dict[str, object]:
    """Return a diary without the numbers that are a history's own."""
    ids = ("entry_id", "injury_id", "screening_id", "clearance_id")
    return {
        field.name: [
            replace(one, **{name: 0 for name in ids if hasattr(one, name)})
            for one in getattr(diary, field.name)
        ]
        for field in fields(Diary)
    }


def test_imported_into_a_fresh_history_it_gives_the_same_diary_and_answers(
    advisor: Advisor, fresh: Advisor
) -> None:
    before, after = advisor.diary(), fresh.diary()

    assert all(getattr(before, field.name) for field in fields(Diary))
    assert _as_told(after) == _as_told(before)
    assert fresh.athlete == advisor.athlete
    assert fresh.advice(as_of=AS_OF).standing == advisor.advice(as_of=AS_OF).standing


def test_a_diary_imported_twice_or_beside_its_own_adds_nothing(
    advisor: Advisor, folder: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.runadvisor"
    copy.write_bytes(advisor.history.path.read_bytes())
    with History.open(copy) as history:
        again = Advisor(history, catalog=advisor.catalog, athlete=Athlete())
        report = again.import_files([folder])

        assert sum(result.told for result in report.file_results) == 0
        assert again.diary() == advisor.diary()


def test_an_imported_diary_is_undone_and_made_again(
    advisor: Advisor, folder: Path, tmp_path: Path
) -> None:
    with History.open(tmp_path / "fresh.runadvisor") as history:
        again = Advisor(history, catalog=advisor.catalog, athlete=Athlete())
        ways: list[Change] = []
        again.import_files([folder], way_back=ways.append)
        own = pain(BodySite.KNEE_FRONT, 1, day=AS_OF)
        again.keep(Diary(pain=(own,)))

        redo = history.apply(Together(tuple(reversed(ways))))
        left = again.diary()
        assert [(one.site, one.date) for one in left.pain] == [(own.site, own.date)]
        assert left == Diary(pain=left.pain)
        assert again.advice(as_of=AS_OF).athlete == Athlete()

        history.apply(redo)
        assert len(again.diary().pain) == len(advisor.diary().pain) + 1
        assert again.diary().health == advisor.diary().health


def test_a_table_of_the_diary_that_was_changed_is_named(folder: Path, tmp_path: Path) -> None:
    words = (folder / "diary-pain.json").read_text(encoding="utf-8")
    (tmp_path / "diary-pain.json").write_text(words.replace('"calf"', '"tail"'), encoding="utf-8")
    with History.open(tmp_path / "fresh.runadvisor") as history:
        again = Advisor(history, catalog=load_catalog(), athlete=Athlete())
        report = again.import_files([tmp_path / "diary-pain.json"])

        assert [problem.code for problem in report.problems] == ["own-table-broken"]
        assert again.diary() == Diary()
