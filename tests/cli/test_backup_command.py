from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runadvisor.settings import default_copies_folder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Imported, Run, RunsCsv


def _spoil(history: Path) -> None:
    data = bytearray(history.read_bytes())
    data[4096:] = b"\x5a" * (len(data) - 4096)
    history.write_bytes(data)


def test_a_backup_restores_what_was_there(
    run: Run, imported: Imported, runs_csv: RunsCsv, tmp_path: Path
) -> None:
    history = imported([8] * 12)
    before = run("activities", "--history", history, "--json").json
    copy = tmp_path / "usb" / "copy.runadvisor"
    copy.parent.mkdir()
    assert run("backup", copy, "--history", history).code == 0
    run("import", runs_csv([30], name="more.csv"), "--history", history)
    assert run("activities", "--history", history, "--json").json != before
    done = run("restore", copy, "--history", history)
    assert "holds 12 activities now, the last on Monday 23 November 2026" in done.out
    assert run("activities", "--history", history, "--json").json == before


def test_what_a_restore_replaced_is_kept_beside_it(run: Run, imported: Imported) -> None:
    history = imported([8] * 3)
    copy = history.with_name("copy.runadvisor")
    run("backup", copy, "--history", history)
    for number in (1, 2):
        kept = history.with_name(f"own.replaced-{number}.runadvisor")
        assert str(kept) in run("restore", copy, "--history", history).out
        assert "3 activities" in run("activities", "--history", kept).out


@pytest.mark.parametrize("name", [None, "folder"])
def test_a_backup_without_a_name_is_named_by_its_day(
    run: Run, imported: Imported, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    history = imported([8])
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.chdir(folder)
    words = [] if name is None else [folder]
    assert run("backup", *words, "--history", history).code == 0
    assert [each.name for each in folder.iterdir()] == ["own-2026-11-24.runadvisor"]


def test_an_older_backup_is_replaced_and_another_file_is_not(run: Run, imported: Imported) -> None:
    history = imported([8])
    copy, letter = history.with_name("copy.runadvisor"), history.with_name("letter.txt")
    letter.write_text("Dear Sir or Madam, this is no database at all.")
    assert run("backup", copy, "--history", history).code == 0
    assert run("backup", copy, "--history", history).code == 0
    refused = run("backup", letter, "--history", history)
    assert refused.code == 3
    assert "letter.txt is there already" in refused.err
    assert letter.read_text().startswith("Dear Sir")


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_what_is_not_there_is_said_in_one_sentence(run: Run, tmp_path: Path, command: str) -> None:
    done = run(command, tmp_path / "nowhere.runadvisor", "--history", tmp_path / "none.runadvisor")
    assert (done.code, done.err.count("\n")) == (3, 1)


def test_the_history_itself_is_no_copy_of_it(run: Run, imported: Imported) -> None:
    history = imported([8])
    for command in ("backup", "restore"):
        done = run(command, history, "--history", history)
        assert (done.code, done.err.count("\n")) == (3, 1)
    assert "1 activity" in run("activities", "--history", history).out


def test_a_copy_is_kept_once_a_day_before_something_comes_in(
    run: Run, imported: Imported, runs_csv: RunsCsv
) -> None:
    history = imported([8] * 3)
    assert not default_copies_folder().exists()
    for number in range(2):
        run("import", runs_csv([5 + number], name=f"{number}.csv"), "--history", history)
    (copy,) = default_copies_folder().iterdir()
    assert "3 activities" in run("activities", "--history", copy).out


def test_a_damaged_history_names_its_last_copy_and_that_brings_it_back(
    run: Run, imported: Imported, runs_csv: RunsCsv
) -> None:
    history = imported([8] * 200)
    run("import", runs_csv([5], name="more.csv"), "--history", history)
    _spoil(history)
    told = run("activities", "--history", history)
    assert told.code == 3
    assert "damaged" in told.err
    assert "The last copy is of Tuesday 24 November 2026" in told.err
    words = told.err.partition("2026: runadvisor ")[2].split()
    assert words[2] == "restore"
    assert run(*words).code == 0
    assert "200 activities" in run("activities", "--history", history).out


def test_a_damaged_history_is_not_imported_into_and_its_copies_stay(
    run: Run, imported: Imported, runs_csv: RunsCsv
) -> None:
    history = imported([8] * 200)
    _spoil(history)
    done = run("import", runs_csv([5], name="more.csv"), "--history", history)
    assert (done.code, "damaged" in done.err) == (3, True)
    assert not list(default_copies_folder().glob("*.runadvisor"))


def test_deleted_activities_come_back_when_they_are_asked_for(
    run: Run, imported: Imported, runs_csv: RunsCsv
) -> None:
    from runadvisor.history import requests  # noqa: PLC0415 - for this claim alone
    from runadvisor.history.store import History  # noqa: PLC0415

    path = imported([8, 9])
    with History.open(path) as history:
        history.ask(lambda index: requests.deletion(index, [1]))
    again = run("import", runs_csv([8, 9]), "--history", path, "--json").json
    assert (again["added"], again["duplicates"]) == (0, 1)
    assert [repair["code"] for repair in again["repairs"]][-1] == "stays-deleted"
    back = run("import", runs_csv([8, 9]), "--history", path, "--deleted-too", "--json").json
    assert (back["added"], back["duplicates"]) == (1, 1)
