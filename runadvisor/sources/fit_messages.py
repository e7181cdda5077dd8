"""The messages of a FIT file as found: all of one definition together, and what was wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from runadvisor.sources.fit_definition import COMPRESSED

if TYPE_CHECKING:
    from runadvisor.sources.fit_definition import Batch


@dataclass(slots=True, eq=False)
class Frames:
    """One FIT file (of possibly several chained) as its messages, and what was wrong."""

    data: bytes
    batches: list[Batch] = field(default_factory=list)
    is_cut_short: bool = False
    """Whether the file ends before its header says."""
    is_unfinished: bool = False
    """Whether the header names no size: the recorder stopped before it could."""
    is_checksum_wrong: bool = False
    skipped_bytes: int = 0
    trailing_bytes: int = 0

    def of(self, message: int) -> list[Batch]:
        """Return the batches of a message number that hold any."""
        return [batch for batch in self.batches if batch.message == message and batch.starts]


class MessageTable:
    """What each header byte stands for by now: how long the message is, and whose it is."""

    def __init__(self) -> None:
        """Start with nothing defined."""
        self.batches: list[Batch] = []
        self.sizes = [0] * 256
        self.sinks: list[list[int]] = [[]] * 256
        self.by_header: list[Batch | None] = [None] * 256

    def define(self, header: int, batch: Batch) -> None:
        """Take in a definition under the local number of its header."""
        self.batches.append(batch)
        local = header & 0x0F
        self._stands_for(local, batch, batch.size)
        if local < 4:  # noqa: PLR2004 - a compressed header has two bits for it
            # Messages that tell the time in full have no use for a part of it in the header.
            size = batch.size if batch.time is None else 0
            for compressed in range(COMPRESSED | local << 5, (COMPRESSED | local << 5) + 32):
                self._stands_for(compressed, batch, size)

    def _stands_for(self, header: int, batch: Batch, size: int) -> None:
        self.sizes[header] = size
        self.sinks[header] = batch.starts
        self.by_header[header] = batch
