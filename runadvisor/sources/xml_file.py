"""XML of a training file: its root, whatever was wrong around it. Names without namespaces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from runadvisor.domain.text import N_

if TYPE_CHECKING:
    from runadvisor.sources.import_report import Repair
    from runadvisor.sources.place import Place

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True, eq=False)
class XmlFile:
    """The root of a file, and what was wrong with its XML."""

    root: etree._Element
    had_leading_blanks: bool
    was_salvaged: bool
    _text: bytes

    def ends_inside(self, tag: str) -> bool:
        """Whether the file breaks off before the last element of this name is closed."""
        tags = re.finditer(rb"<(/?)(?:[\w.-]+:)?%s\b([^<>]*)" % tag.encode(), self._text)
        last = next(reversed(list(tags)), None)
        return last is not None and not last[1] and not last[2].endswith(b"/")

    def repairs(self, place: Place) -> list[Repair]:
        """Return what the report says of the file as a whole."""
        repairs: list[Repair] = []
        if self.had_leading_blanks:
            repairs.append(
                place.repair(
                    "leading-blanks", N_("Blanks stood before the first line of the file: ignored.")
                )
            )
        if self.was_salvaged:
            repairs.append(
                place.repair(
                    "salvaged",
                    N_(
                        "The file is damaged or cut short: only its whole points were read. The "
                        "activity may be longer; export it again to be sure."
                    ),
                )
            )
        return repairs


def xml_file(data: bytes) -> XmlFile | None:
    """Return the root of an XML file, as much as a damaged one still gives; ``None`` for none.

    Entities are not expanded, nothing is fetched, comments are left out.
    """
    text = data if data.startswith(_UTF_16) else data.removeprefix(_BYTE_ORDER_MARK).lstrip()
    unmarked = len(data) - (len(_BYTE_ORDER_MARK) if data.startswith(_BYTE_ORDER_MARK) else 0)
    for recover in (False, True):
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            recover=recover,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )
        try:
            root = etree.fromstring(text, parser)
        except (etree.XMLSyntaxError, ValueError):
            continue
        if root is not None:  # pyright: ignore[reportUnnecessaryComparison]  # recovering may find nothing
            return XmlFile(root, len(text) < unmarked, recover, text)
    return None


def local_name(tag: object) -> str:
    """Return a tag without its namespace; empty for what is no element."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: etree._Element) -> str | None:
    """Return the text of an element without padding; ``None`` where it has none."""
    return (element.text or "").strip() or None
