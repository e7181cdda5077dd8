"""The quick way through the points of an XML track whose points all look alike.

Most files repeat one shape ten thousand times. The shape is learnt from the fullest of a
few points and read by one regular expression; then every ``<`` between the points must be
accounted for. Where one is not (a comment, an entity, a point of another shape, a fault),
the XML parser reads the file instead: nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Column = list[bytes | None]
"""One text for each point; ``None`` where a point lacks the part."""

_SAMPLES = 16
_TAG = re.compile(
    rb"""<(/?)([\w:.-]++)((?:\s++[\w:.-]++\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'))*+)\s*+(/?)>([^<]*+)"""
)
_ATTRIBUTE = re.compile(rb"""([\w:.-]++)\s*+=\s*+(["'])""")


_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
"""What no XML may hold."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A file without the contents of its tracks; each place holds the number of what was there."""

    data: bytes
    contents: Sequence[bytes]

    def content(self, text: str | None) -> bytes | None:
        """Return what stood where this text stands now; empty for an empty element."""
        if not text:
            return b""
        number = text.removeprefix(_MARK)
        return self.contents[int(number)] if number != text and number.isdecimal() else None


_MARK = "removed-"


def skeleton(data: bytes, tag: str) -> Skeleton | None:
    """Return a file without what stands between these tags; ``None`` where there are none."""
    opening, closing = f"<{tag}>".encode(), f"</{tag}>".encode()
    kept: list[bytes] = []
    contents: list[bytes] = []
    position = 0
    while (begin := data.find(opening, position)) >= 0:
        begin += len(opening)
        end = data.find(closing, begin)
        if end < 0:
            return None
        kept += (data[position:begin], f"{_MARK}{len(contents)}".encode())
        contents.append(data[begin:end])
        position = end
    return Skeleton(b"".join((*kept, data[position:])), contents) if contents else None


def plain_points(content: bytes, tag: str) -> list[tuple[str, Column]] | None:
    """Return the parts of the points by name, in their order; ``None`` where it is not plain.

    Attributes come first, as ``@name``; names are without their prefixes, in lower case.

    Args:
        content: All that stands between the tags around the points.
        tag: The points' own name.
    """
    if b"&" in content or not content.isascii() or content.translate(None, _CONTROLS) != content:
        return None
    shape = _learnt(content, f"<{tag}".encode())
    if shape is None:
        return [] if not content.strip() else None
    names = list(shape.names())
    if not names:
        return None
    # One flat list: what stands before each point, then its texts. Rows would keep the
    # garbage collector busy for as long as the reading takes.
    flat = re.split(shape.pattern(), content)
    width = len(names) + 1
    columns: list[Column] = [flat[at::width] for at in range(1, width)]
    tags = 2 * shape.elements(iter(columns), len(columns[0]))
    return list(zip(names, columns, strict=True)) if tags == content.count(b"<") else None


@dataclass(slots=True)
class _Shape:
    """An element with its parts: what one point looks like."""

    tag: bytes
    attributes: list[tuple[bytes, bytes]]
    """Names, and the quotes around their values."""
    has_attributes: bool
    is_blank: bool
    """Whether it holds no text: makers write empty extensions into every point."""
    parts: list[_Shape] = field(default_factory=list["_Shape"])

    def names(self) -> Iterator[str]:
        """Yield the name of each text, in the order of the pattern's groups."""
        for name, _ in self.attributes:
            yield f"@{_local(name)}"
        for part in self.parts:
            yield from part.names()
        if not self.parts and not self.attributes and not self.is_blank:
            yield _local(self.tag)

    def pattern(self) -> bytes:
        """Return the pattern of a whole point: its attributes as they are, parts optional."""
        attributes = b"".join(
            rb"\s+%s\s*=\s*%s([^%s<]*+)%s" % (re.escape(name), quote, quote, quote)
            for name, quote in self.attributes
        )
        return self.around(attributes + rb"\s*+")

    def around(self, attributes: bytes) -> bytes:
        """Return the pattern of the element with these attributes."""
        name = re.escape(self.tag)
        parts = b"".join(
            rb"(?:%s\s*+)?" % part.around(rb"\s[^<>/]*+" if part.has_attributes else b"")
            for part in self.parts
        )
        inside = rb"\s*+" + parts if self.parts or self.is_blank else rb"([^<]*+)"
        return rb"<%s%s>%s</%s>" % (name, attributes, inside, name)

    def elements(self, columns: Iterator[Column], count: int) -> int:
        """Return how many elements the columns stand for."""
        for _ in self.attributes:
            next(columns)
        return count + sum(part.presence(columns, count).elements for part in self.parts)

    def presence(self, columns: Iterator[Column], count: int) -> _Presence:
        """Return in which points the element stands, and how many elements that makes."""
        if not self.parts and self.is_blank:
            return _Presence(count, None)
        if not self.parts:
            column = next(columns)
            missing = column.count(None)
            there = [text is not None for text in column] if missing else None
            return _Presence(count - missing, there)
        inner = [part.presence(columns, count) for part in self.parts]
        elements = sum(each.elements for each in inner)
        lists = [each.there for each in inner if each.there is not None]
        if len(lists) < len(inner):
            return _Presence(elements + count, None)
        there = [any(parts) for parts in zip(*lists, strict=True)]
        return _Presence(elements + sum(there), there)


@dataclass(frozen=True, slots=True)
class _Presence:
    """In which points an element stands."""

    elements: int
    """Of itself and of all within."""
    there: list[bool] | None
    """For each point; ``None`` where it stands in all of them."""


def _local(name: bytes) -> str:
    return name.rpartition(b":")[2].decode("ascii", "replace").lower()


def _learnt(content: bytes, opening: bytes) -> _Shape | None:
    """Return the shape of the fullest of a few points."""
    closing = b"</" + opening[1:] + b">"
    points: list[bytes] = []
    for number in range(_SAMPLES):
        begin = content.find(opening, len(content) * number // _SAMPLES)
        end = content.find(closing, begin)
        if begin >= 0 and end >= 0:
            points.append(content[begin : end + len(closing)])
    fullest = max(points, key=lambda point: point.count(b"<"), default=None)
    return _shape(fullest) if fullest is not None else None


def _shape(point: bytes) -> _Shape | None:
    root: _Shape | None = None
    open_shapes: list[_Shape] = []
    for is_end, tag, attributes, is_empty, text in _TAG.findall(point):
        if is_empty:
            return None
        if is_end:
            if not open_shapes or open_shapes.pop().tag != tag:
                return None
            continue
        is_point = root is None
        found = (
            [(name, quote) for name, quote in _ATTRIBUTE.findall(attributes)] if is_point else []
        )
        shape = _Shape(tag, found, bool(attributes), is_blank=not text.strip())
        if root is None:
            root = shape
        elif open_shapes:
            open_shapes[-1].parts.append(shape)
        open_shapes.append(shape)
    return root if not open_shapes else None
