"""A whole folder of real files, twice into one history, where the files are at hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runadvisor.advisor import Advisor
from runadvisor.catalog import load_catalog
from runadvisor.domain.athlete import Athlete
from runadvisor.history.store import History
from runadvisor.sources.registry import amount_of, read_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.sources.import_report import ImportReport

SAMPLES = Path(__file__).resolve().parents[1].parent / "shared" / "samples"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the collection is not here")


@pytest.fixture(scope="module")
def imported(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Advisor, ImportReport, ImportReport]]:
    path = tmp_path_factory.mktemp("collection") / "all.runadvisor"
    with History.open(path) as history:
        advisor = Advisor(history, catalog=load_catalog(), athlete=Athlete())
        first = advisor.import_files([SAMPLES], home_zone="Europe/Berlin")
        yield advisor, first, advisor.import_files([SAMPLES])


def test_the_second_import_adds_and_merges_nothing(
    imported: tuple[Advisor, ImportReport, ImportReport],
) -> None:
    _, first, second = imported
    assert first.added > 0
    assert (second.added, second.merged) == (0, 0)


def test_every_recording_is_in_the_sources_of_one_activity(
    imported: tuple[Advisor, ImportReport, ImportReport],
) -> None:
    advisor, first, _ = imported
    kept = sum(len(activity.sources) for activity in advisor.activities())
    assert kept == first.added + first.merged


def test_every_file_is_a_source_a_problem_or_left_alone_by_name() -> None:
    readings = list(read_all([SAMPLES]))
    assert len(readings) == amount_of([SAMPLES]).files
    for reading in readings:
        said = reading.recordings or reading.problems or reading.skipped
        assert said, (reading.path, reading.member)
