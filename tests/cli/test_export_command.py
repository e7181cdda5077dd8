from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Imported, Run


def test_an_export_comes_back_as_the_same_activities(
    run: Run, imported: Imported, tmp_path: Path
) -> None:
    history = imported([8] * 5)
    folder, fresh = tmp_path / "out", tmp_path / "fresh.runadvisor"

    done = run("export", folder, "--history", history, "--as-of", "2026-11-24")

    assert done.code == 0
    assert "5 activities and 0 tracks" in " ".join(done.out.split())
    assert run("import", folder, "--history", fresh).code == 0
    before, after = (
        run("load", "--history", one, "--json", "--as-of", "2026-11-24").json
        for one in (history, fresh)
    )
    assert after == before


def test_an_export_is_never_written_over_a_folder(
    run: Run, imported: Imported, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")

    done = run("export", tmp_path / "out", "--history", imported([8]))

    assert done.code == 3
    assert "is there already: choose a new name" in done.err
