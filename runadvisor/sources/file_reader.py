"""One file's bytes -> its reading: told by content, handed to the reader that knows it."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.apple_health import AppleExport
from runadvisor.sources.choices import NO_CHOICES, Choices
from runadvisor.sources.content import Content, TooLargeError, content_of, gunzipped
from runadvisor.sources.csv_list import ListFile, read_list
from runadvisor.sources.fit import read_fit
from runadvisor.sources.gpx import read_gpx
from runadvisor.sources.import_report import Reading
from runadvisor.sources.json_kind import json_reason
from runadvisor.sources.kml import read_kml
from runadvisor.sources.own_words import BROKEN, BrokenTableError, own_words
from runadvisor.sources.tcx import read_tcx
from runadvisor.sources.workbook_list import read_workbook

if TYPE_CHECKING:
    from runadvisor.sources.import_report import ImportProblem
    from runadvisor.sources.place import Place

NOT_READ = {
    Content.DATABASE: N_("A database, which cannot be read. Export as GPX, or as a list (CSV)."),
    Content.OTHER_XML: N_("An XML file that holds no track. Export the activity as GPX instead."),
    Content.MEDIA: N_("A picture or a document, not a training file."),
    Content.OLD_OFFICE: N_(
        "An old or locked office document. Save the table as XLSX without a password, or as CSV."
    ),
    Content.BINARY: N_("Not a training file that can be read. Use GPX, or a list (CSV)."),
}
_TRACK_READERS = {
    Content.TCX: read_tcx,
    Content.KML: read_kml,
}
_DATED_READERS = {Content.GPX: read_gpx, Content.FIT: read_fit}
"""Of files that may come without times: then the person can say them."""
_TABLE_READERS = {Content.TEXT: read_list, Content.ZIP: read_workbook}
UNKNOWN = N_("Not a training file that can be read. Use GPX, or a list (CSV).")
WEB_PAGE = N_(
    "A web page, not a training file: the download failed. Sign in and download it again."
)
EMPTY = N_("The file is empty. Export or download it again.")
TOO_LARGE = N_("Unpacked it would be larger than any recording is: not read.")
BROKEN_GZIP = N_("The packed file is damaged. Export or download it again.")


def refusal(content: Content, place: Place) -> ImportProblem | None:
    """Return why content of this kind is not read; ``None`` for what has a reader."""
    if content is Content.EMPTY:
        return place.problem("empty-file", EMPTY)
    if content is Content.WEB_PAGE:
        return place.problem("web-page", WEB_PAGE)
    if content in {Content.MEDIA, Content.BINARY, Content.OTHER_XML}:
        return place.problem("not-a-training-file", NOT_READ[content])
    if content in NOT_READ:
        return place.problem("format-not-read", NOT_READ[content])
    return None


def unpacked(data: bytes, place: Place) -> bytes | ImportProblem:
    """Return the bytes of a file, out of its gzip wrapping if it has one, or why not."""
    if content_of(data) is not Content.GZIP:
        return data
    try:
        plain = gunzipped(data)
    except TooLargeError:
        return place.problem("too-large", TOO_LARGE)
    except ValueError:
        return place.problem("broken-archive", BROKEN_GZIP)
    return plain or place.problem("broken-archive", BROKEN_GZIP)


def read_bytes(data: bytes, place: Place, choices: Choices = NO_CHOICES) -> ListFile:
    """Return what a file gave; whatever it holds, it raises nothing.

    Args:
        data: The file, gzipped or not. A ZIP is taken for a workbook here.
        place: Where it came from.
        choices: What is known about the file from outside.
    """
    plain = unpacked(data, place)
    if not isinstance(plain, bytes):
        return ListFile(place.refused(plain))
    content = content_of(plain)
    track_reader = _TRACK_READERS.get(content)
    if track_reader is not None:
        return ListFile(track_reader(plain, place))
    dated_reader = _DATED_READERS.get(content)
    if dated_reader is not None:
        return ListFile(dated_reader(plain, place, choices.at(place).dating))
    table_reader = _TABLE_READERS.get(content)
    if table_reader is not None:
        return table_reader(plain, place, choices)
    return ListFile(_other(plain, content, place))


def _other(plain: bytes, content: Content, place: Place) -> Reading:
    if content is Content.APPLE_HEALTH:
        return _apple_health(plain, place)
    if content is Content.JSON:
        return _json(plain, place)
    return place.refused(refusal(content, place) or place.problem("not-a-training-file", UNKNOWN))


def _json(plain: bytes, place: Place) -> Reading:
    try:
        words = own_words(plain)
    except BrokenTableError as error:
        return place.refused(place.problem("own-table-broken", BROKEN, table=str(error)))
    if words is None:
        return place.refused(place.problem("json-not-read", json_reason(plain)))
    return Reading(path=place.path, member=place.member, own_words=words)


def _apple_health(plain: bytes, place: Place) -> Reading:
    """Return an export that lies packed by itself, in one; anywhere else it is a stream."""
    size_bytes = len(plain)
    apple = AppleExport(place)
    *parts, last = apple.parts(io.BytesIO(plain), size_bytes=size_bytes, plain_bytes=size_bytes)
    found = (recording for part in (*parts, last) for recording in part.recordings)
    return replace(last, recordings=tuple(found))
