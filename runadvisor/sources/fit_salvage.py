"""The way through a damaged FIT file: what makes sense is kept, before a fault and after it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from runadvisor.sources.fit_checksum import CHECKSUM_BYTES
from runadvisor.sources.fit_definition import COMPRESSED, batch_at
from runadvisor.sources.fit_messages import MessageTable

if TYPE_CHECKING:
    from runadvisor.sources.fit_definition import Batch
    from runadvisor.sources.fit_messages import Frames

_MOST_SEARCHED_BYTES = 1 << 18
"""How much of one file is searched for a place to go on from."""
_LOOK_AHEAD_BYTES = 512
_PROOFS = 4
"""Sound messages in a row that prove a place."""
_NEAR_S = 24 * 3600
_NO_TIME = frozenset({0, 0xFFFF_FFFF})


class CarefulWalk:
    """The way through a damaged file: times must make sense, nonsense is stepped over.

    After a stray byte all that follows may still look like messages. So a record whose
    time leaps is believed only if those after it agree with it, and no place close by
    goes on from the time before.
    """

    def __init__(self, frames: Frames, begin: int, end: int) -> None:
        """Take the stretch of a file between its header and its end."""
        self._frames, self._data = frames, frames.data
        self._begin, self._end = begin, end
        self._left = self._left_ahead = _MOST_SEARCHED_BYTES
        self._table = MessageTable()
        self._last_s: int | None = None

    def walk(self) -> None:
        """Take in every sound message."""
        table, position = self._table, self._begin
        self._frames.batches = table.batches
        while position < self._end:
            header = self._data[position]
            size = table.sizes[header]
            if not size and (defined := self._definition(position)):
                batch, position = defined
                table.define(header, batch)
            elif size and position + size <= self._end and self._is_in_time(position):
                table.sinks[header].append(position)
                position += size
            else:
                position = self._resumed(position)

    def _is_in_time(self, position: int) -> bool:
        """Whether a message tells no time, or one that can be believed; remember it."""
        time_s = self._time_s(position)
        if time_s is None:
            return self._leads_on(position)
        if not _is_near(time_s, self._last_s):
            ahead = min(self._end, position + min(_LOOK_AHEAD_BYTES, self._left_ahead))
            self._left_ahead -= ahead - position
            if self._place(position + 1, ahead) is not None or not self._proves(position, None):
                return False
        self._last_s = time_s
        return True

    def _leads_on(self, position: int) -> bool:
        """Whether nothing speaks against a message without a time in the few after it."""
        for _ in range(_PROOFS):
            position += self._table.sizes[self._data[position]]
            if position >= self._end - CHECKSUM_BYTES:
                return position <= self._end
            if not self._table.sizes[self._data[position]]:
                return self._definition(position) is not None
            if position + self._table.sizes[self._data[position]] > self._end:
                return False
            time_s = self._time_s(position)
            if time_s is not None:
                return _is_near(time_s, self._last_s)
        return True

    def _definition(self, position: int) -> tuple[Batch, int] | None:
        """Return what a definition opens, if a device would define messages so."""
        defined = batch_at(self._data, position, self._end)
        return defined if defined is not None and defined[0].is_likely else None

    def _resumed(self, position: int) -> int:
        """Return the next place that proves sound; the end where there is none."""
        if self._end - position <= CHECKSUM_BYTES:
            return self._end
        last = min(self._end, position + 1 + self._left)
        place = self._place(position + 1, last)
        if place is None:
            self._last_s = None  # the last time may have been the nonsense
            place = self._place(position + 1, last)
        self._left -= (place or last) - position
        if place is None:
            self._frames.is_cut_short = True
            return self._end
        self._frames.skipped_bytes += place - position
        return place

    def _place(self, begin: int, end: int) -> int | None:
        """Return the first place that goes on from the last time known."""
        return next(
            (place for place in range(begin, end) if self._proves(place, self._last_s)), None
        )

    def _proves(self, position: int, last_s: int | None) -> bool:
        """Whether the messages from a place on are whole and agree on the time."""
        timed = 0
        for _ in range(_PROOFS):
            if position == self._end:
                return timed > 0
            size = self._table.sizes[self._data[position]]
            if not size:
                # A definition proves the place it stands at, not one message before it.
                return timed != 1 and self._definition(position) is not None
            if position + size > self._end:
                break
            time_s = self._time_s(position)
            if time_s is not None:
                if not _is_near(time_s, last_s):
                    return False
                timed, last_s = timed + 1, time_s
            position += size
        return timed > 1

    def _time_s(self, position: int) -> int | None:
        """Return the time of a message as it stands there; ``None`` where it tells none."""
        header = self._data[position]
        batch = self._table.by_header[header]
        if batch is None or batch.time is None or header & COMPRESSED:
            return None
        order = ">I" if batch.is_big_endian else "<I"
        (time_s,) = struct.unpack_from(order, self._data, position + batch.time)
        return time_s


def _is_near(time_s: int, last_s: int | None) -> bool:
    return time_s not in _NO_TIME and (last_s is None or abs(time_s - last_s) <= _NEAR_S)
