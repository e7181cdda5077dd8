"""One definition of a FIT file: which fields its messages have, and where they lie."""

from __future__ import annotations

from dataclasses import dataclass, field

COMPRESSED = 0x80
"""Bit of a message's header that holds a part of its time."""
_DEFINITION, _DEVELOPER = 0x40, 0x20
_RESERVED_BITS = 0x10
_HEAD_BYTES, _FIELD_BYTES = 6, 3
_TIMESTAMP, _TIMESTAMP_BYTES = 253, 4
_FILE_ID, _TIME_CREATED = 0, 4
BASE_BITS = 0x1F
BASE_SIZES = (1, 1, 1, 2, 2, 4, 4, 1, 4, 8, 1, 2, 4, 1, 8, 8, 8)
"""Bytes of one value, by base type: enum, sint8, uint8, sint16 … as the format numbers them."""
_BYTES = 13
_MADE_UP_FROM, _MAKERS_OWN_FROM = 1024, 0xFF00
"""The profile numbers a few hundred messages; makers number their own from the top."""
_LIKELY_BYTES = 2048


@dataclass(frozen=True, slots=True)
class Field:
    """Where a field lies in the messages of a definition."""

    number: int
    offset: int
    """From the message's header byte."""
    size: int
    base: int
    """Base type; one whose size does not fit the field's is taken as bytes."""


@dataclass(slots=True, eq=False)
class Batch:
    """The messages of one definition, by where each begins in the file."""

    message: int
    """As the profile numbers them: 20 is a record, 18 a session."""
    fields: tuple[Field, ...]
    size: int
    """Bytes of one message with its header."""
    is_big_endian: bool
    time: int | None
    """Where its time lies, from the header byte; ``None`` where it has none.

    The file's own identity has one too: when it was begun.
    """
    starts: list[int] = field(default_factory=list[int])

    @property
    def is_likely(self) -> bool:
        """Whether a device would define messages so, rather than chance in a damaged file."""
        numbers = {field.number for field in self.fields}
        is_known = self.message < _MADE_UP_FROM or self.message >= _MAKERS_OWN_FROM
        return (
            is_known
            and self.size <= _LIKELY_BYTES
            and 0 < len(self.fields) == len(numbers)
            and all(field.size for field in self.fields)
        )

    def field(self, number: int) -> Field | None:
        """Return the field of a number, the first of several."""
        return next((each for each in self.fields if each.number == number), None)


def batch_at(data: bytes, position: int, end: int) -> tuple[Batch, int] | None:
    """Return the batch that a definition opens, and where the definition ends.

    ``None`` where no sensible definition stands there. Developer fields only count for
    the size: whatever they are called, they never take the place of the device's own.
    """
    header = data[position]
    begin = position + _HEAD_BYTES
    is_definition = header & (_DEFINITION | COMPRESSED | _RESERVED_BITS) == _DEFINITION
    if not is_definition or begin > end or data[position + 1] != 0 or data[position + 2] > 1:
        return None
    order = "big" if data[position + 2] else "little"
    message = int.from_bytes(data[position + 3 : position + 5], order)
    after = begin + data[position + 5] * _FIELD_BYTES
    developer = 0
    if header & _DEVELOPER and after < end:
        begin_developer, after = after + 1, after + 1 + data[after] * _FIELD_BYTES
        developer = sum(data[begin_developer + 1 : after : _FIELD_BYTES])
    fields = _fields(data, begin, begin + data[position + 5] * _FIELD_BYTES)
    if after > end or fields is None:
        return None
    size = 1 + sum(field.size for field in fields) + developer
    return Batch(message, fields, size, bool(data[position + 2]), _time_at(message, fields)), after


def _fields(data: bytes, begin: int, end: int) -> tuple[Field, ...] | None:
    """Return the fields listed between two places; ``None`` for a base type there is not."""
    fields: list[Field] = []
    offset = 1
    for number, size, base in zip(
        *(data[begin + part : end : 3] for part in range(3)), strict=False
    ):
        base_type = base & BASE_BITS
        if base_type >= len(BASE_SIZES):
            return None
        fits = size % BASE_SIZES[base_type] == 0
        fields.append(Field(number, offset, size, base_type if fits else _BYTES))
        offset += size
    return tuple(fields)


def _time_at(message: int, fields: tuple[Field, ...]) -> int | None:
    number = _TIME_CREATED if message == _FILE_ID else _TIMESTAMP
    whole = (f.offset for f in fields if f.number == number and f.size == _TIMESTAMP_BYTES)
    return next(whole, None)
