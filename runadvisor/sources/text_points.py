"""The points of an XML track as columns of text, read the quick way or the thorough one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from runadvisor.sources.plain_points import plain_points
from runadvisor.sources.xml_file import local_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runadvisor.sources.point_text import Text


@dataclass(slots=True, eq=False)
class TextPoints:
    """Points as columns of equal length; a column no point has may be missing."""

    columns: dict[str, list[Text]] = field(default_factory=dict[str, "list[Text]"])
    segment: list[int] = field(default_factory=list[int])

    def __len__(self) -> int:
        """Count the points."""
        return len(self.segment)

    def column(self, name: str) -> list[Text]:
        """Return a column; one that is missing has no texts."""
        return self.columns.get(name) or [None] * len(self)

    def add(self, columns: Mapping[str, Sequence[Text]], count: int, segment: int) -> None:
        """Append so many points of a segment."""
        for name in [*self.columns, *(name for name in columns if name not in self.columns)]:
            column = self.columns.setdefault(name, [None] * len(self))
            column += columns.get(name) or [None] * count
        self.segment += [segment] * count

    def drop_last(self) -> None:
        """Forget the last point."""
        for column in (*self.columns.values(), self.segment):
            column.pop()


@dataclass(frozen=True, slots=True)
class PointReader:
    """How a format writes its points: the name of their element, and of their parts."""

    tag: str
    parts: Mapping[str, str]
    """Column by local name in lower case; attributes as ``@name``."""

    def read_plain(self, content: bytes, points: TextPoints, segment: int) -> int | None:
        """Append points that all look alike and return how many; ``None`` where they do not."""
        found = plain_points(content, self.tag)
        if found is None:
            return None
        columns: dict[str, Sequence[Text]] = {}
        for name, texts in found:
            column = self.parts.get(name)
            if column is None:
                continue
            first = columns.get(column)
            # Of two parts with one meaning the first counts: a point's own time comes first.
            columns[column] = texts if first is None else list(map(_either, first, texts))
        count = len(found[0][1]) if found else 0
        points.add(columns, count, segment)
        return count

    def read(self, element: etree._Element, points: TextPoints, segment: int) -> int:
        """Append the points within an element and return how many: one walk over all of it."""
        names = list(dict.fromkeys(self.parts.values()))
        place_of = _Places(self.parts, self.tag.lower(), names)
        attributes = [(part[1:], name) for part, name in self.parts.items() if part[0] == "@"]
        width = len(names)
        nothing: list[Text] = [None] * width
        texts: list[Text] = []
        start = -1
        for each in element.iter(etree.Element):
            place = place_of[each.tag]
            if place == _POINT:
                start = len(texts)
                texts += nothing
                for attribute, name in attributes:
                    texts[start + names.index(name)] = each.get(attribute)
            elif place >= 0 <= start and texts[start + place] is None:
                texts[start + place] = each.text
        count = len(texts) // width
        points.add({name: texts[place::width] for place, name in enumerate(names)}, count, segment)
        return count


def _either(one: Text, other: Text) -> Text:
    return one or other


_POINT, _NOTHING = -2, -1


class _Places(dict[str, int]):
    """Where the text of each full tag goes, worked out when first met: there are a dozen."""

    def __init__(self, parts: Mapping[str, str], tag: str, names: list[str]) -> None:
        super().__init__()
        self._by_name = {part: names.index(name) for part, name in parts.items()}
        self._by_name[tag] = _POINT

    def __missing__(self, tag: str) -> int:
        place = self[tag] = self._by_name.get(local_name(tag).lower(), _NOTHING)
        return place
