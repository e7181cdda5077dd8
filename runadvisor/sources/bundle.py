"""A folder or a ZIP as one thing: names, and bytes for each. Nothing is written to disk."""

from __future__ import annotations

import io
import lzma
import os
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Protocol

from runadvisor.domain.text import N_
from runadvisor.sources.content import MAX_FILE_BYTES, Content, content_of, growth_limit
from runadvisor.sources.file_reader import TOO_LARGE
from runadvisor.sources.place import Place
from runadvisor.sources.workbook_list import is_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.sources.import_report import ImportProblem

MAX_MEMBERS = 100_000
MAX_TOTAL_BYTES = 8 * 1024**3
"""Of one archive, unpacked; ten years of recordings stay below a quarter of it."""

_JUNK_NAMES = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".gitkeep"})
_JUNK_FOLDERS = frozenset({"__macosx", ".trash", ".trashes", "$recycle.bin", ".git"})

UNREADABLE = N_("The file cannot be read: {reason}.")
ENCRYPTED = N_("The archive is locked with a password. Unpack it and import the folder.")
BROKEN_ZIP = N_("The archive is damaged. Download it again.")
BROKEN_MEMBER = N_("This part of the archive is damaged. Download the archive again.")
TOO_MANY = N_("The archive holds {members} files, more than any export does: not read.")
NESTED_TOO_DEEP = N_("An archive inside an archive inside an archive. Unpack it first.")
_ENCRYPTED = 0x1
_ZIP_MARK_BYTES = 4
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    zlib.error,
    lzma.LZMAError,
)


def is_junk(name: str) -> bool:
    """Whether a system left this file behind: it is neither counted nor reported."""
    parts = [part.lower() for part in PurePosixPath(name).parts]
    return (
        not parts
        or parts[-1] in _JUNK_NAMES
        or parts[-1].startswith("._")
        or bool(_JUNK_FOLDERS.intersection(parts))
    )


class Bundle(Protocol):
    """Files that belong together, by names with ``/`` between folders."""

    names: Sequence[str]

    def place(self, name: str) -> Place:
        """Return how the file is called in the report; it need not exist."""
        ...

    def data(self, name: str) -> bytes | ImportProblem:
        """Return the bytes of a file, or why they cannot be had."""
        ...

    def archive(self, name: str) -> Archive | ImportProblem | None:
        """Return the file as an archive, or why not; ``None`` where it is none."""
        ...


class Folder:
    """A folder with all below it, in the order of the names; links to folders are not followed."""

    def __init__(self, path: Path) -> None:
        """List the folder; what may not be listed is missing from the names."""
        self._path = path
        self.names: Sequence[str] = sorted(
            name
            for folder, _, files in os.walk(path)
            for file in files
            if not is_junk(name := (Path(folder) / file).relative_to(path).as_posix())
        )

    def place(self, name: str) -> Place:
        """Return the file's own path."""
        return Place(str(self._path / name))

    def data(self, name: str) -> bytes | ImportProblem:
        """Return the bytes of a file, or why they cannot be had."""
        return file_data(self._path / name, self.place(name))

    def archive(self, name: str) -> Archive | ImportProblem | None:
        """Return the file as an archive, or why not; ``None`` where it is none."""
        return archive_at(self._path / name)


def file_data(path: Path, place: Place) -> bytes | ImportProblem:
    """Return the bytes of a file on disk, or why they cannot be had."""
    try:
        if not path.is_file():  # a pipe or a device would never end
            return place.problem("not-readable", UNREADABLE, reason="not a file")
        if path.stat().st_size > MAX_FILE_BYTES:
            return place.problem("too-large", TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        return place.problem("not-readable", UNREADABLE, reason=error.strerror or str(error))


def archive_at(path: Path) -> Archive | ImportProblem | None:
    """Return a file on disk as an archive, or why not; ``None`` where it is none."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            head = file.read(_ZIP_MARK_BYTES)
    except OSError:
        return None  # reading it as a file will say why
    return _opened(path, Place(str(path))) if content_of(head) is Content.ZIP else None


class Archive:
    """A ZIP, read in memory; names are data and never become paths."""

    def __init__(self, opened: zipfile.ZipFile, place: Place) -> None:
        """Take an open ZIP; a place with a member is an archive within an archive."""
        self._zip, self._place = opened, place
        self._members = {
            name: info
            for info in opened.infolist()
            if not is_junk(name := info.filename.replace("\\", "/")) and not info.is_dir()
        }
        self._left_bytes = MAX_TOTAL_BYTES
        self.names: Sequence[str] = tuple(self._members)

    def place(self, name: str) -> Place:
        """Return the archive's path, and the name within it."""
        inside = f"{self._place.member}/" if self._place.member else ""
        return Place(self._place.path, inside + name)

    def data(self, name: str) -> bytes | ImportProblem:
        """Return the bytes of a member, or why they cannot be had."""
        info, place = self._members[name], self.place(name)
        if info.flag_bits & _ENCRYPTED:
            return place.problem("encrypted", ENCRYPTED)
        limit = min(growth_limit(info.compress_size), self._left_bytes)
        try:
            with self._zip.open(info) as member:
                # What the archive says of sizes proves nothing: what comes out is counted.
                data = member.read(limit + 1)
        except _ZIP_FAULTS:
            return place.problem("broken-member", BROKEN_MEMBER)
        self._left_bytes -= len(data)
        return place.problem("too-large", TOO_LARGE) if len(data) > limit else data

    def archive(self, name: str) -> Archive | ImportProblem | None:
        """Return a member as an archive, one level deep; ``None`` where it is none."""
        info, place = self._members[name], self.place(name)
        try:
            with self._zip.open(info) as member:
                head = member.read(_ZIP_MARK_BYTES)
        except _ZIP_FAULTS:
            return None  # reading it as a file will say why
        if content_of(head) is not Content.ZIP:
            return None
        if self._place.member is not None:
            return place.problem("nested-archive", NESTED_TOO_DEEP)
        data = self.data(name)
        return _opened(data, place) if isinstance(data, bytes) else data


def _opened(file: Path | bytes, place: Place) -> Archive | ImportProblem | None:
    try:
        opened = zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file)
    except _ZIP_FAULTS:
        return place.problem("broken-archive", BROKEN_ZIP)
    names = opened.namelist()
    if is_document(names):
        return None  # one file to whoever made it: it is read as one
    if len(names) > MAX_MEMBERS:
        return place.problem("too-large", TOO_MANY, members=len(names))
    return Archive(opened, place)
