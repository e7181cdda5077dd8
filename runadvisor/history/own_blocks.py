"""The runner's own blocks, as the text a history keeps: a list in their order."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from runadvisor.domain.exercise import OwnBlock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runadvisor.history.store import History

OWN_BLOCKS = "own_blocks"
"""Key of the history's note that holds them."""


def own_blocks(history: History) -> tuple[OwnBlock, ...]:
    """Return the runner's own blocks in their order."""
    return unpacked_blocks(history.note(OWN_BLOCKS))


def keep_block(history: History, block: OwnBlock) -> tuple[OwnBlock, ...]:
    """Keep a block: a new one last, a known one in its place; return all.

    Raises:
        HistoryError: The file cannot be written.
    """
    return _kept(history, with_block(own_blocks(history), block))


def remove_block(history: History, block_id: int) -> tuple[OwnBlock, ...]:
    """Take a block out; what was ticked of it stays; return all that are left.

    Raises:
        HistoryError: The file cannot be written.
    """
    return _kept(history, tuple(b for b in own_blocks(history) if b.block_id != block_id))


def move_block(history: History, block_id: int, *, by: int) -> tuple[OwnBlock, ...]:
    """Move a block so many places down, or up below 0; return all.

    Raises:
        HistoryError: The file cannot be written.
    """
    return _kept(history, moved(own_blocks(history), block_id, by=by))


def with_block(blocks: tuple[OwnBlock, ...], block: OwnBlock) -> tuple[OwnBlock, ...]:
    """Return the blocks with one more, or one changed; a new one gets the next id."""
    if not block.block_id:
        next_id = max((b.block_id for b in blocks), default=0) + 1
        return (*blocks, replace(block, block_id=next_id))
    return tuple(block if b.block_id == block.block_id else b for b in blocks)


def moved(blocks: tuple[OwnBlock, ...], block_id: int, *, by: int) -> tuple[OwnBlock, ...]:
    """Return the blocks with one moved; the ends hold it."""
    found = next((b for b in blocks if b.block_id == block_id), None)
    if found is None:
        return blocks
    others = [b for b in blocks if b is not found]
    place = min(max(blocks.index(found) + by, 0), len(others))
    return (*others[:place], found, *others[place:])


def packed_blocks(blocks: Iterable[OwnBlock]) -> str:
    """Return blocks as text."""
    return json.dumps(
        [
            {
                "id": block.block_id,
                "title": block.title,
                "exercises": block.exercises,
                "doses": dict(block.doses),
                "minutes": block.minutes,
                "is_planned": block.is_planned,
            }
            for block in blocks
        ],
        ensure_ascii=False,
    )


def unpacked_blocks(text: str | None) -> tuple[OwnBlock, ...]:
    """Return the blocks of a text; ``None`` is none yet.

    Raises:
        ValueError: The text holds no blocks.
    """
    rows: list[dict[str, Any]] = [] if text is None else json.loads(text)
    return tuple(
        OwnBlock(
            block_id=row["id"],
            title=row["title"],
            exercises=tuple(row["exercises"]),
            doses=row["doses"],
            minutes=row["minutes"],
            is_planned=row["is_planned"],
        )
        for row in rows
    )


def _kept(history: History, blocks: tuple[OwnBlock, ...]) -> tuple[OwnBlock, ...]:
    history.set_note(OWN_BLOCKS, packed_blocks(blocks))
    return blocks
