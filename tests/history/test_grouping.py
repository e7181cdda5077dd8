from __future__ import annotations

from datetime import datetime, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from runadvisor.domain.activity import StartPrecision
from runadvisor.history.changes import Verdict
from runadvisor.history.duplicates import sameness
from runadvisor.history.grouping import groups
from tests.history.conftest import START, recording
from tests.history.recordings import recordings

if TYPE_CHECKING:
    from random import Random
    from typing import Any

    from runadvisor.domain.activity import Recording


def _groups(
    made: list[Recording], verdicts: dict[tuple[int, int], Verdict] | None = None
) -> list[list[int]]:
    numbered = dict(enumerate(made))
    alike = {
        pair: what
        for pair in combinations(numbered, 2)
        if (what := sameness(numbered[pair[0]], numbered[pair[1]])) is not None
    }
    return groups(numbered, alike, verdicts or {})


def _run(number: int, minutes: float = 0.0, **fields: Any) -> Recording:
    start = START + timedelta(minutes=minutes)
    return recording(number, path=f"{number}.gpx", **{"started_at": start} | fields)


def test_each_recording_of_another_run_is_a_group_of_its_own() -> None:
    assert _groups([_run(0), _run(1, 90), _run(2, 300)]) == [[0], [1], [2]]


def test_a_watch_a_phone_and_a_list_of_one_run_are_one_group() -> None:
    row = _run(2, 0.2, source_id="strava:1")
    assert _groups([_run(0), _run(1, 0.5), row]) == [[0, 1, 2]]


def test_a_row_that_knows_only_its_day_joins_one_run_and_makes_no_two_runs_one() -> None:
    row = recording(
        9,
        path="log.csv",
        kind="list-csv",
        started_at=None,
        local_start=datetime(2026, 5, 3, 12),  # noqa: DTZ001 - a wall clock
        precision=StartPrecision.DAY,
    )
    found = _groups([_run(0), _run(1, 600), row])
    assert sorted(map(len, found)) == [1, 2]
    assert [0, 1] not in found


def test_two_ids_of_one_service_are_never_joined_through_a_third_recording() -> None:
    one, other = _run(0, source_id="strava:1"), _run(1, source_id="strava:2")
    assert sorted(map(len, _groups([one, other, _run(2)]))) == [1, 2]


def test_what_the_runner_kept_apart_stays_apart_also_through_a_third() -> None:
    said = {(0, 1): Verdict.APART}
    assert sorted(map(len, _groups([_run(0), _run(1), _run(2)], said))) == [1, 2]


def test_what_the_runner_called_one_is_one_whatever_it_says() -> None:
    assert _groups([_run(0), _run(1, 300)], {(0, 1): Verdict.SAME}) == [[0, 1]]


@given(recordings(), st.randoms(use_true_random=False))
def test_the_order_of_recordings_never_changes_the_groups(
    made: list[Recording], random: Random
) -> None:
    def digests(some: list[Recording]) -> set[frozenset[str]]:
        return {frozenset(some[key].digest for key in group) for group in _groups(some)}

    shuffled = random.sample(made, len(made))
    assert digests(made) == digests(shuffled)
