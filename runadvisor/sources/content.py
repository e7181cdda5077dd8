"""What a file is, told from its first bytes; the name proves nothing."""

from __future__ import annotations

import re
import zlib
from enum import Enum

HEAD_BYTES = 65_536
MAX_FILE_BYTES = 600 * 1024 * 1024
"""More than any recording has; a file this large is something else, or an attack."""
MAX_RATIO = 250
RATIO_COUNTS_FROM_BYTES = 32 * 1024 * 1024


class Content(Enum):
    """What a file holds."""

    EMPTY = "empty"
    GZIP = "gzip"
    ZIP = "zip"
    GPX = "gpx"
    TCX = "tcx"
    FIT = "fit"
    KML = "kml"
    APPLE_HEALTH = "apple-health"
    WEB_PAGE = "web-page"
    OTHER_XML = "xml"
    JSON = "json"
    DATABASE = "database"
    OLD_OFFICE = "old-office"
    MEDIA = "media"
    TEXT = "text"
    BINARY = "binary"


TRACKS = frozenset({Content.GPX, Content.TCX, Content.FIT, Content.KML})
"""What holds the points of an activity, and is known again by its digest."""
_MAGIC = (
    (b"\x1f\x8b", Content.GZIP),
    (b"PK\x03\x04", Content.ZIP),
    (b"PK\x05\x06", Content.ZIP),
    (b"SQLite format 3", Content.DATABASE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Content.OLD_OFFICE),
    (b"\xff\xd8\xff", Content.MEDIA),
    (b"\x89PNG", Content.MEDIA),
    (b"GIF8", Content.MEDIA),
    (b"%PDF", Content.MEDIA),
)
_ROOTS = {
    "gpx": Content.GPX,
    "trainingcenterdatabase": Content.TCX,
    "kml": Content.KML,
    "healthdata": Content.APPLE_HEALTH,
    "html": Content.WEB_PAGE,
}
_ROOT = re.compile(
    r"<!doctype\s+(html)|<(?:[\w.-]+:)?(gpx|trainingcenterdatabase|kml|healthdata|html)[\s>/]"
)
_FIT_HEADER = slice(8, 12)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def content_of(head: bytes) -> Content:
    """Return what a file is, from its first 64 kB or all of it."""
    if not head.removeprefix(b"\xef\xbb\xbf").strip():
        return Content.EMPTY
    for magic, content in _MAGIC:
        if head.startswith(magic):
            return content
    if head[_FIT_HEADER] == b".FIT":
        return Content.FIT
    return _content_of_text(head)


def _content_of_text(head: bytes) -> Content:
    is_utf_16 = head.startswith(_UTF_16)
    encoding = "utf-16" if is_utf_16 else "utf-8-sig"
    text = head.decode(encoding, errors="replace").lstrip().lower()
    if text.startswith("<"):
        root = _ROOT.search(text)
        return _ROOTS[root[1] or root[2]] if root else Content.OTHER_XML
    if not is_utf_16 and _CONTROLS.search(head):
        return Content.BINARY
    return Content.JSON if text.startswith(("{", "[")) else Content.TEXT


class TooLargeError(Exception):
    """What would be unpacked is larger, or grows more, than any recording does."""


def gunzipped(data: bytes) -> bytes:
    """Return the unpacked content, as much of it as a file cut short still gives.

    Raises:
        TooLargeError: It grows beyond all reason.
        ValueError: It is not gzip after all.
    """
    not_gzip = "not gzip"
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    limit = growth_limit(len(data))
    try:
        plain = unpacker.decompress(data, limit + 1)
    except zlib.error as error:
        raise ValueError(not_gzip) from error
    if len(plain) > limit:
        raise TooLargeError
    return plain


def growth_limit(packed_bytes: int) -> int:
    """Return how many bytes so many packed ones may become in memory."""
    return min(MAX_FILE_BYTES, ratio_limit(packed_bytes))


def ratio_limit(packed_bytes: int) -> int:
    """Return how many bytes so many packed ones may become where they are read as a stream."""
    return max(RATIO_COUNTS_FROM_BYTES, packed_bytes * MAX_RATIO)
