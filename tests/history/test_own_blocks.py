"""The runner's own blocks come back as they were kept, in the runner's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from runadvisor.domain.exercise import OwnBlock
from runadvisor.history.own_blocks import (
    keep_block,
    move_block,
    moved,
    own_blocks,
    packed_blocks,
    remove_block,
    unpacked_blocks,
)
from runadvisor.history.store import History

if TYPE_CHECKING:
    from pathlib import Path

ONE = OwnBlock(block_id=1, title="Hüfte & Rumpf", exercises=("E07",), minutes=10)
TWO = OwnBlock(
    block_id=2, title="Two", exercises=("E11", "E24"), doses={"E24": "4 × 8"}, minutes=20
)
THREE = OwnBlock(block_id=3, title="Three", exercises=("E29",), minutes=5, is_planned=False)
ALL = (ONE, TWO, THREE)


def ids(blocks: tuple[OwnBlock, ...]) -> list[int]:
    return [block.block_id for block in blocks]


def test_what_was_packed_comes_back() -> None:
    assert unpacked_blocks(packed_blocks(ALL)) == ALL
    assert unpacked_blocks(None) == ()


@pytest.mark.parametrize(
    ("block_id", "by", "order"),
    [(1, 1, [2, 1, 3]), (3, -2, [3, 1, 2]), (1, -1, [1, 2, 3]), (2, 9, [1, 3, 2])],
)
def test_a_block_moves_up_and_down_and_not_past_the_ends(
    block_id: int, by: int, order: list[int]
) -> None:
    assert ids(moved(ALL, block_id, by=by)) == order


def test_a_block_that_is_not_there_moves_nothing() -> None:
    assert moved(ALL, 9, by=1) == ALL


def test_blocks_are_made_changed_ordered_and_taken_out_in_a_history(tmp_path: Path) -> None:
    path = tmp_path / "mine.runadvisor"
    with History.open(path) as history:
        first = OwnBlock(title="First", exercises=("E07",), minutes=10)
        keep_block(history, first)
        keep_block(history, OwnBlock(title="Second", exercises=("E11",), minutes=5))
        keep_block(history, OwnBlock(block_id=1, title="Renamed", exercises=("E09",), minutes=3))
        move_block(history, 2, by=-1)
    with History.open(path) as history:
        assert [(b.block_id, b.title) for b in own_blocks(history)] == [
            (2, "Second"),
            (1, "Renamed"),
        ]
        remove_block(history, 2)
        assert ids(own_blocks(history)) == [1]
        # An id is not given away again while a later block stands.
        assert ids(keep_block(history, first)) == [1, 2]
