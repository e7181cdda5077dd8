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
from runadvisor.sources.content import (
    HEAD_BYTES,
    MAX_FILE_BYTES,
    Content,
    content_of,
    growth_limit,
    ratio_limit,
)
from runadvisor.sources.file_reader import TOO_LARGE
from runadvisor.sources.place import Place
from runadvisor.sources.workbook_list import BROKEN_ZIP, is_document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from runadvisor.sources.import_report import ImportProblem

MAX_MEMBERS = 100_000
MAX_TOTAL_BYTES = 8 * 1024**3
"""Of one archive, unpacked; ten years of recordings stay below a quarter of it."""
_BUFFER_BYTES = 1024 * 1024

_JUNK_NAMES = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".gitkeep"})
_JUNK_FOLDERS = frozenset({"__macosx", ".trash", ".trashes", "$recycle.bin", ".git"})

UNREADABLE = N_("The file cannot be read: {reason}.")
ENCRYPTED = N_("The archive is locked with a password. Unpack it and import the folder.")
BROKEN_MEMBER = N_("This part of the archive is damaged. Download the archive again.")
TOO_MANY = N_("The archive holds {members} files, more than any export does: not read.")
_ENCRYPTED = 0x1
_ZIP_MARK_BYTES = 4
ZIP_FAULTS = (
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

    def size_bytes(self, name: str) -> int:
        """Return how large the file is where it lies, packed or not."""
        ...

    def unpacked_bytes(self, name: str) -> int:
        """Return how large the file is unpacked, as far as it says so itself."""
        ...

    def fingerprint(self, name: str) -> str | None:
        """Return what tells the file again without reading it."""
        ...

    def head(self, name: str) -> bytes:
        """Return the first bytes of a file; none where they cannot be had."""
        ...

    def data(self, name: str) -> bytes | ImportProblem:
        """Return the bytes of a file, or why they cannot be had."""
        ...

    def opened(self, name: str) -> BinaryIO:
        """Open a file to be read as a stream; this and reading raise ``ZIP_FAULTS``."""
        ...

    def archive(self, name: str) -> Archive | ImportProblem | None:
        """Open a file as an archive, or say why not; ``None`` where it is none."""
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

    def size_bytes(self, name: str) -> int:
        """Return the size of the file."""
        return size_of(self._path / name)

    def unpacked_bytes(self, name: str) -> int:
        """Return the size of the file."""
        return size_of(self._path / name)

    def fingerprint(self, name: str) -> str | None:
        """Return path, size and time of the last change."""
        return fingerprint_of(self._path / name)

    def head(self, name: str) -> bytes:
        """Return the first bytes of a file; none where they cannot be had."""
        return head_of(self._path / name)

    def data(self, name: str) -> bytes | ImportProblem:
        """Return the bytes of a file, or why they cannot be had."""
        return file_data(self._path / name, self.place(name))

    def opened(self, name: str) -> BinaryIO:
        """Open a file to be read as a stream."""
        return (self._path / name).open("rb")

    def archive(self, name: str) -> Archive | ImportProblem | None:
        """Open a file as an archive, or say why not; ``None`` where it is none."""
        return archive_at(self._path / name)


# --- files on disk -------------------------------------------------------------------------


def size_of(path: Path) -> int:
    """Return the size of a file; 0 where it cannot be had."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def fingerprint_of(path: Path) -> str | None:
    """Return what tells a file on disk again: path, size, and time of the last change."""
    try:
        found = path.stat()
    except OSError:
        return None
    return f"file:{path.absolute()}:{found.st_size}:{found.st_mtime_ns}"


def head_of(path: Path) -> bytes:
    """Return the first bytes of a file; none where they cannot be had."""
    try:
        if not path.is_file():  # a pipe or a device would never end
            return b""
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError:
        return b""


def file_data(path: Path, place: Place) -> bytes | ImportProblem:
    """Return the bytes of a file on disk, or why they cannot be had."""
    try:
        if not path.is_file():
            return place.problem("not-readable", UNREADABLE, reason="not a file")
        if path.stat().st_size > MAX_FILE_BYTES:
            return place.problem("too-large", TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        return place.problem("not-readable", UNREADABLE, reason=error.strerror or str(error))


def archive_at(path: Path) -> Archive | ImportProblem | None:
    """Open a file on disk as an archive, or say why not; ``None`` where it is none."""
    if content_of(head_of(path)[:_ZIP_MARK_BYTES]) is not Content.ZIP:
        return None
    return _archive(path, Place(str(path)))


# --- archives ------------------------------------------------------------------------------


class Archive:
    """A ZIP, read as a stream; names are data and never become paths."""

    def __init__(
        self, opened: zipfile.ZipFile, place: Place, below: Sequence[BinaryIO] = ()
    ) -> None:
        """Take an open ZIP; a place with a member is an archive within an archive.

        Args:
            opened: The ZIP.
            place: What the archive is called.
            below: Streams that are open as long as it is.
        """
        self._zip, self._place, self._below = opened, place, below
        members = sorted(opened.infolist(), key=lambda info: info.header_offset)
        if place.member is None:
            members = opened.infolist()
        self._members = {
            name: info
            for info in members
            if not is_junk(name := info.filename.replace("\\", "/")) and not info.is_dir()
        }
        self._left_bytes = MAX_TOTAL_BYTES
        self.names: Sequence[str] = tuple(self._members)

    def close(self) -> None:
        """Close the file."""
        self._zip.close()
        for stream in self._below:
            stream.close()

    def place(self, name: str) -> Place:
        """Return the archive's path, and the name within it."""
        inside = f"{self._place.member}/" if self._place.member else ""
        return Place(self._place.path, inside + name)

    def size_bytes(self, name: str) -> int:
        """Return how large a member is, packed."""
        return self._members[name].compress_size

    def unpacked_bytes(self, name: str) -> int:
        """Return how large a member is unpacked; no more than that is ever given."""
        return self._members[name].file_size

    def fingerprint(self, name: str) -> str | None:
        """Return the name with the size and checksum the archive keeps of it."""
        info = self._members[name]
        member = self.place(name).member
        return f"zip:{member}:{info.CRC:08x}:{info.file_size}"

    def head(self, name: str) -> bytes:
        """Return the first bytes of a member; none where they cannot be had."""
        try:
            with self._zip.open(self._members[name]) as member:
                return member.read(HEAD_BYTES)
        except ZIP_FAULTS:
            return b""

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
        except ZIP_FAULTS:
            return place.problem("broken-member", BROKEN_MEMBER)
        self._left_bytes -= len(data)
        return place.problem("too-large", TOO_LARGE) if len(data) > limit else data

    def opened(self, name: str) -> BinaryIO:
        """Open a member to be read as a stream."""
        info = self._members[name]
        if info.file_size > ratio_limit(info.compress_size):
            raise OSError(TOO_LARGE)
        return self._zip.open(self._members[name])  # pyright: ignore[reportReturnType] - it reads

    def archive(self, name: str) -> Archive | ImportProblem | None:
        """Open a member as an archive, one level deep; ``None`` where it is none.

        It is read through the outer one, never held whole: a watch maker's export has
        parts of hundreds of megabytes.
        """
        # Within the inner archive looking ahead would unpack the outer one from its start.
        if self._place.member is not None:
            return None
        if content_of(self.head(name)[:_ZIP_MARK_BYTES]) is not Content.ZIP:
            return None
        if self._members[name].file_size > ratio_limit(self._members[name].compress_size):
            return self.place(name).problem("too-large", TOO_LARGE)
        stream = io.BufferedReader(self._zip.open(self._members[name]), _BUFFER_BYTES)  # pyright: ignore[reportArgumentType] - as above
        return _archive(stream, self.place(name))


def _archive(file: Path | BinaryIO, place: Place) -> Archive | ImportProblem | None:
    below = () if isinstance(file, Path) else (file,)
    try:
        opened = zipfile.ZipFile(file)
    except ZIP_FAULTS:
        return place.problem("broken-archive", BROKEN_ZIP)
    names = opened.namelist()
    if is_document(names):
        opened.close()
        return None  # one file to whoever made it: it is read as one
    if len(names) > MAX_MEMBERS:
        opened.close()
        return place.problem("too-large", TOO_MANY, members=len(names))
    return Archive(opened, place, below)
