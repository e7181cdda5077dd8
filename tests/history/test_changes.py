"""Whatever changes a history can be undone exactly, and done again."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runadvisor.domain.activity import Sport, StartPrecision, ZoneSource
from runadvisor.domain.errors import HistoryError
from runadvisor.history import requests
from runadvisor.history.changes import (
    NOTHING,
    Edit,
    EditField,
    PairVerdict,
    SetStates,
    State,
    Together,
    changes_nothing,
)
from runadvisor.history.clock import ClockFix
from runadvisor.history.store import History
from tests.history.conftest import BERLIN, recording
from tests.history.recordings import contents, recordings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from hypothesis.strategies import DrawFn

    from runadvisor.domain.activity import Recording
    from runadvisor.history.changes import Change, EditValue
    from runadvisor.history.index import Index

HOME = "Europe/Berlin"


@contextmanager
def _quick(path: Path) -> Iterator[History]:
    """Open a history that need not survive a power cut."""
    with History.open(path) as history:
        history._connection.execute("PRAGMA synchronous = OFF")
        yield history


def _everything(history: History) -> tuple[object, ...]:
    """Return all that a history holds, as it would be read after opening it again."""
    rows = {
        table: history._connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608
        for table in ("activity", "edit", "verdict", "former_digest")
    }
    kept = history._connection.execute(
        "SELECT * FROM recording WHERE state != 'undone' ORDER BY id"
    ).fetchall()
    return history.activities(), history.deleted_activities(), history.home_zone, rows, kept


def _some_request(draw: DrawFn, history: History) -> Callable[[Index], Change]:
    """Draw a request that a runner might make of the history as it is."""
    activities = history.activities() or history.deleted_activities()
    ids = [each.activity_id for each in activities]
    one, other = draw(st.sampled_from(ids)), draw(st.sampled_from(ids))
    edits = {
        EditField.SPORT: Sport.WALK.value,
        EditField.NAME: "renamed",
        EditField.DISTANCE_M: 7_000.0,
        EditField.SESSION_RPE: 6.0,
        EditField.LOCAL_START: "2026-05-04T06:30:00",
        EditField.ZONE: "Asia/Tokyo",
        EditField.IGNORES_HEART_RATE: True,
    }
    field = draw(st.sampled_from(list(edits)))
    later = draw(st.sampled_from([timedelta(hours=-2), timedelta(minutes=10), timedelta(days=365)]))
    fix = ClockFix(is_local=draw(st.booleans()), later=later)
    typed = requests.Typed(
        local_start=datetime(2026, 5, 3, 9),  # noqa: DTZ001 - a wall clock
        precision=StartPrecision.MINUTE,
        sport=Sport.RUN,
        distance_m=5_000.0,
    )
    return draw(
        st.sampled_from(
            [
                lambda index: requests.edit(index, [one, other], field, edits[field]),
                lambda index: requests.unedited(index, ids),
                lambda index: requests.deletion(index, [one]),
                lambda index: requests.return_of(index, index.members),
                lambda index: requests.joined(index, {one, other}),
                lambda index: (
                    requests.kept_apart(index, one, other) if one != other else Together(())
                ),
                lambda index: requests.split(index, draw(st.sampled_from(list(index.activity_of)))),
                lambda index: requests.clocks_put_right(index, [one, other], fix),
                lambda index: requests.clocks_as_recorded(index, ids),
                lambda _: requests.typed_in(typed),
            ]
        )
    )


@settings(max_examples=20)
@given(made=recordings(most=6), data=st.data())
def test_undoing_restores_exactly_and_redoing_does_it_again(
    tmp_path_factory: pytest.TempPathFactory, made: list[Recording], data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("undo") / "h.runadvisor"
    with _quick(path) as history:
        history.add(made[:3], home_zone=HOME)
        seen = [_everything(history)]
        undo = [history.add(made[3:], home_zone=HOME).inverse]
        seen.append(_everything(history))
        for _ in range(data.draw(st.integers(1, 5))):
            undo.append(history.ask(_some_request(data.draw, history)))
            seen.append(_everything(history))
        redo = []
        for before, change in zip(reversed(seen[:-1]), reversed(undo), strict=True):
            redo.append(history.apply(change))
            assert _everything(history) == before
        for after, change in zip(seen[1:], reversed(redo), strict=True):
            history.apply(change)
            assert _everything(history) == after


@settings(max_examples=20)
@given(made=recordings(most=6), data=st.data())
def test_what_is_stored_is_what_would_be_made_anew(
    tmp_path_factory: pytest.TempPathFactory, made: list[Recording], data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("anew") / "h.runadvisor"
    with _quick(path) as history:
        for each in made:
            history.add([each], home_zone=HOME)
        for _ in range(data.draw(st.integers(0, 4))):
            history.ask(_some_request(data.draw, history))
        kept = history.activities(), history.deleted_activities()
        history._make_anew()
        assert (history.activities(), history.deleted_activities()) == kept
    with History.open(path) as history:
        assert (history.activities(), history.deleted_activities()) == kept


@settings(max_examples=20)
@given(made=recordings(), data=st.data())
def test_the_order_of_imports_never_changes_the_activities(
    tmp_path_factory: pytest.TempPathFactory, made: list[Recording], data: st.DataObject
) -> None:
    def imported(batches: Sequence[Sequence[Recording]]) -> list[tuple[object, ...]]:
        path = tmp_path_factory.mktemp("order") / "h.runadvisor"
        with _quick(path) as history:
            for batch in batches:
                history.add(batch, home_zone=HOME)
            return contents(history)

    shuffled = data.draw(st.permutations(made))
    cut = data.draw(st.integers(0, len(made)))
    assert imported([made]) == imported([shuffled[:cut], shuffled[cut:]])
    assert imported([made]) == imported([[each] for each in shuffled])


@settings(max_examples=20)
@given(made=recordings(), data=st.data())
def test_a_split_survives_every_import_of_the_same(
    tmp_path_factory: pytest.TempPathFactory, made: list[Recording], data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("split") / "h.runadvisor"
    with _quick(path) as history:
        history.add(made, home_zone=HOME)
        split_off = data.draw(st.integers(1, len(made)))
        mates = len(history.activities())
        history.ask(lambda index: requests.split(index, split_off))
        alone = next(each for each in history.activities() if each.activity_id == split_off)
        assert len(alone.sources) == 1
        assert mates <= len(history.activities()) <= mates + 1
        before = history.activities()
        history.add(data.draw(st.permutations(made)), home_zone=HOME)
        assert history.activities() == before


def _two_sources(history: History) -> list[int]:
    """Import a run from a watch and from a list; return the ids of both recordings."""
    history.add(
        [
            recording(1, name="watch", points=600, **BERLIN),
            recording(2, path="b.csv", kind="strava-csv", name="Sunday with Anna"),
        ],
        home_zone=HOME,
    )
    (activity,) = history.activities()
    detail = history.detail(activity.activity_id)
    assert detail is not None
    return [recording_id for recording_id, _ in detail.recordings]


def test_a_merge_that_is_undone_leaves_two_runs_and_one_when_that_is_undone(
    history: History,
) -> None:
    watch, row = _two_sources(history)
    back = history.ask(lambda index: requests.split(index, row))
    assert [each.name for each in history.activities()] == ["watch", "Sunday with Anna"]
    history.apply(back)
    (activity,) = history.activities()
    assert (activity.activity_id, activity.name) == (min(watch, row), "Sunday with Anna")


def test_two_activities_that_are_called_one_become_one(history: History) -> None:
    far = recording(2, path="b.gpx", **BERLIN, distance_m=2_000.0, moving_time_s=700.0)
    history.add([recording(1, **BERLIN), far], home_zone=HOME)
    ids = [each.activity_id for each in history.activities()]
    assert len(ids) == len(history.doubtful_pairs()) + 1 == 2
    history.ask(lambda index: requests.joined(index, ids))
    assert len(history.activities()) == 1
    assert history.doubtful_pairs() == ()


def test_two_runs_that_are_called_two_are_not_asked_about_again(history: History) -> None:
    far = recording(2, path="b.gpx", **BERLIN, distance_m=2_000.0, moving_time_s=700.0)
    history.add([recording(1, **BERLIN), far], home_zone=HOME)
    (pair,) = history.doubtful_pairs()
    back = history.ask(
        lambda index: requests.kept_apart(index, pair.one.activity_id, pair.other.activity_id)
    )
    assert history.doubtful_pairs() == ()
    history.apply(back)
    assert history.doubtful_pairs() == (pair,)


def test_an_edit_stands_over_what_the_sources_say_and_keeps_them_as_they_came(
    history: History,
) -> None:
    _two_sources(history)
    (before,) = history.activities()
    ids = [before.activity_id]
    history.ask(lambda index: requests.edit(index, ids, EditField.DISTANCE_M, 9_500.0))
    history.ask(lambda index: requests.edit(index, ids, EditField.SPORT, Sport.TRAIL_RUN.value))
    (activity,) = history.activities()
    assert (activity.distance_m, activity.sport) == (9_500.0, Sport.TRAIL_RUN)
    assert activity.edited == {"distance_m", "sport"}
    detail = history.detail(activity.activity_id)
    assert detail is not None
    assert {each.distance_m for _, each in detail.recordings} == {10_000.0}
    history.ask(lambda index: requests.unedited(index, ids))
    assert history.activities() == (before,)


def test_an_edit_to_what_the_sources_say_anyway_is_none(history: History) -> None:
    _two_sources(history)
    ids = [history.activities()[0].activity_id]
    history.ask(lambda index: requests.edit(index, ids, EditField.NAME, "Other"))
    history.ask(lambda index: requests.edit(index, ids, EditField.NAME, "Sunday with Anna"))
    assert history.activities()[0].edited == frozenset()


def test_an_edit_survives_the_import_of_another_source(history: History) -> None:
    history.add([recording(1, **BERLIN)], home_zone=HOME)
    ids = [history.activities()[0].activity_id]
    history.ask(lambda index: requests.edit(index, ids, EditField.SESSION_RPE, 7.0))
    history.add([recording(2, path="b.csv", kind="strava-csv", session_rpe=3.0)], home_zone=HOME)
    (activity,) = history.activities()
    assert (activity.session_rpe, len(activity.sources)) == (7.0, 2)


def test_a_start_set_by_hand_moves_the_day_and_a_zone_set_by_hand_too(history: History) -> None:
    history.add([recording(1, **BERLIN)], home_zone=HOME)
    ids = [history.activities()[0].activity_id]
    history.ask(
        lambda index: requests.edit(index, ids, EditField.LOCAL_START, "2026-05-09T18:00:00")
    )
    (moved,) = history.activities()
    assert (moved.local_date.day, moved.started_at.hour) == (9, 16)
    history.ask(lambda index: requests.edit(index, ids, EditField.ZONE, "Asia/Tokyo"))
    (moved,) = history.activities()
    assert (moved.zone_source, moved.started_at.hour) == (ZoneSource.BY_HAND, 9)


def test_a_wrong_heart_rate_is_ignored_and_comes_back(history: History) -> None:
    history.add([recording(1, average_heart_rate_bpm=235.0, **BERLIN)], home_zone=HOME)
    ids = [history.activities()[0].activity_id]
    back = history.ask(
        lambda index: requests.edit(index, ids, EditField.IGNORES_HEART_RATE, value=True)
    )
    assert history.activities()[0].average_heart_rate_bpm is None
    history.apply(back)
    assert history.activities()[0].average_heart_rate_bpm == 235


def test_a_deleted_activity_stays_deleted_from_every_source_until_it_is_brought_back(
    history: History,
) -> None:
    history.add([recording(1, **BERLIN)], home_zone=HOME)
    ids = [history.activities()[0].activity_id]
    history.ask(lambda index: requests.deletion(index, ids))
    from_another = recording(2, path="b.csv", kind="strava-csv")
    kinds = [
        addition.kind.value
        for addition in history.add(
            [recording(1, **BERLIN), from_another], home_zone=HOME
        ).additions
    ]
    assert kinds == ["stays-deleted", "stays-deleted"]
    assert history.activities() == ()
    (deleted,) = history.deleted_activities()
    history.ask(lambda index: requests.return_of(index, [deleted.activity_id]))
    assert len(history.activities()[0].sources) == 2


def test_a_run_typed_in_is_kept_and_joins_its_recording_when_that_comes(history: History) -> None:
    typed = requests.Typed(
        local_start=datetime(2026, 5, 3, 12),  # noqa: DTZ001 - a wall clock
        precision=StartPrecision.DAY,
        sport=Sport.RUN,
        distance_m=10_000.0,
        name="Along the river",
        session_rpe=4.0,
    )
    history.ask(lambda _: requests.typed_in(typed))
    assert history.activities()[0].sources[0].format == "by-hand"
    history.add([recording(1, points=600, distance_m=10_090.0, **BERLIN)], home_zone=HOME)
    (activity,) = history.activities()
    assert (activity.name, activity.session_rpe) == ("Along the river", 4.0)
    assert (activity.distance_m, activity.points) == (10_090.0, 600)


def test_two_runs_typed_in_alike_are_two(history: History) -> None:
    typed = requests.Typed(
        local_start=datetime(2026, 5, 3, 12),  # noqa: DTZ001 - a wall clock
        precision=StartPrecision.DAY,
        sport=Sport.RUN,
        distance_m=5_000.0,
    )
    for _ in range(2):
        history.ask(lambda _: requests.typed_in(typed))
    assert len(history.activities()) == 2


def test_an_import_that_was_undone_comes_in_again_when_it_is_imported_again(
    history: History,
) -> None:
    added = history.add([recording(1, **BERLIN)], home_zone=HOME)
    history.apply(added.inverse)
    assert history.activities() == ()
    assert not history.knows("a.gpx-1")
    again = history.add([recording(1, **BERLIN)], home_zone=HOME)
    assert [each.kind.value for each in again.additions] == ["added"]
    assert len(history.activities()) == 1


def test_what_was_undone_is_gone_for_good_when_the_history_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "h.runadvisor"
    with History.open(path) as history:
        back = history.apply(history.add([recording(1)], home_zone=HOME).inverse)
    with History.open(path) as history:
        with pytest.raises(HistoryError, match="changed elsewhere"):
            history.apply(back)
        assert history.activities() == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (EditField.SESSION_RPE, 11.0),
        (EditField.DISTANCE_M, -1.0),
        (EditField.DISTANCE_M, float("nan")),
        (EditField.SPORT, "sleeping"),
        (EditField.LOCAL_START, "yesterday"),
        (EditField.LOCAL_START, "2026-05-03T09:00:00+02:00"),
        (EditField.IS_RACE, 1.0),
    ],
)
def test_a_value_no_activity_can_have_is_refused(field: EditField, value: EditValue) -> None:
    with pytest.raises(ValueError, match="is no"):
        Edit(1, field, value)


def test_a_pair_has_one_spelling() -> None:
    with pytest.raises(ValueError, match="lower id first"):
        PairVerdict(2, 1, None)


def test_another_program_that_writes_meanwhile_is_noticed(history: History) -> None:
    assert history.activities() == ()
    with History.open(history.path) as other:
        other.add([recording(1)], home_zone=HOME)
    assert len(history.activities()) == 1
    history.apply(SetStates(((1, State.DELETED),)))
    assert history.activities() == ()


def test_a_change_without_parts_changes_nothing(history: History) -> None:
    history.add([recording(1)], home_zone=HOME)
    some = requests.deletion(history._ledger().index, [1])
    assert changes_nothing(Together((NOTHING, SetStates(()))))
    assert not changes_nothing(Together((NOTHING, some)))
