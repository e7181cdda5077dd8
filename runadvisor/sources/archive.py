"""Exports as folders and ZIPs: lists joined with the files their rows name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.sources.apple_health import AppleExport
from runadvisor.sources.bundle import BROKEN_MEMBER, ZIP_FAULTS, Archive
from runadvisor.sources.choices import NO_CHOICES, Choices
from runadvisor.sources.content import Content, content_of
from runadvisor.sources.export import Export, linked
from runadvisor.sources.file_reader import read_bytes, refusal
from runadvisor.sources.steps import Unread
from runadvisor.sources.unwanted import EXTRA, OnceSaid, is_extra, unwanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.domain.activity import Recording
    from runadvisor.sources.bundle import Bundle
    from runadvisor.sources.import_report import ImportProblem, Reading
    from runadvisor.sources.place import Place
    from runadvisor.sources.steps import Step

_LISTS = frozenset({"activities.csv", "cardioactivities.csv"})
"""What the list of a whole export is called, in every language."""
LOOKED_INTO_FROM_BYTES = 4 * 1024 * 1024
"""Of larger files the first bytes are looked at before all of it is loaded."""
MISSING = N_(
    "The list names this file, but it is not in the export: the activity was imported from the "
    "list, without its track."
)
ALL_MISSING = N_(
    "The list names {count} files and none of them is in the export: the activities were imported "
    "from the list, without their tracks."
)
EMPTY = N_("The archive holds no files. Export or download it again.")


def count_members(bundle: Bundle) -> tuple[int, int]:
    """Return how many readings ``steps_of`` will give, parts aside, and of how many bytes."""
    files = size_bytes = 0
    for name in bundle.names:
        inner = bundle.archive(name)
        if isinstance(inner, Archive):
            files += max(1, len(inner.names))
            size_bytes += sum(map(inner.size_bytes, inner.names))
            inner.close()
        else:
            files += 1
            size_bytes += bundle.size_bytes(name)
    return files, size_bytes


def steps_of(bundle: Bundle, choices: Choices = NO_CHOICES) -> Iterator[Step]:
    """Yield the steps of all files, the lists of whole exports first."""
    exports: list[Export] = []
    for name in bundle.names:
        if PurePosixPath(name).name.lower() in _LISTS:
            export, reading = _list_export(bundle, name, choices)
            if export is not None:
                exports.append(export)
                yield replace(reading, size_bytes=bundle.size_bytes(name))
        elif _is_apple_health(bundle, name):
            export = Export(name, is_apple=True)
            exports.append(export)
            yield from _apple_parts(bundle, name, export)
    listed = {export.name for export in exports}
    once = OnceSaid()
    for name in bundle.names:
        if name not in listed:
            export = next((each for each in exports if name.startswith(each.folder)), None)
            yield from _member(bundle, name, export, once)


def archive_steps(
    archive: Archive | ImportProblem, place: Place, choices: Choices = NO_CHOICES
) -> Iterator[Step]:
    """Yield the steps of an archive, or the reading that says why there are none."""
    if not isinstance(archive, Archive):
        yield place.refused(archive)
        return
    try:
        if archive.names:
            yield from steps_of(archive, choices)
        else:
            yield place.refused(place.problem("empty-archive", EMPTY))
    finally:
        archive.close()


# --- lists of whole exports ------------------------------------------------------------------


def _list_export(bundle: Bundle, name: str, choices: Choices) -> tuple[Export | None, Reading]:
    place = bundle.place(name)
    data = bundle.data(name)
    if not isinstance(data, bytes):
        return None, place.refused(data)
    list_file = read_bytes(data, place, choices)
    if not list_file.reading.recordings:
        return None, list_file.reading
    folder = PurePosixPath(name).parent
    names = {each.lower(): each for each in bundle.names}
    rows: dict[str, Recording] = {}
    for file, recording in (list_file.files or {}).items():
        full = (folder / file.replace("\\", "/")).as_posix()
        rows[names.get(full.lower(), full)] = recording
    reading = _with_missing_files(bundle, name, list_file.reading, rows)
    return Export(name, rows), reading


def _with_missing_files(
    bundle: Bundle, list_name: str, reading: Reading, rows: dict[str, Recording]
) -> Reading:
    present = set(bundle.names)
    missing = [name for name in rows if name not in present]
    if len(missing) > 1 and len(missing) == len(rows):
        place = bundle.place(list_name)
        problems = [place.problem("file-missing", ALL_MISSING, count=len(missing))]
    else:
        problems = [bundle.place(name).problem("file-missing", MISSING) for name in missing]
    return replace(reading, problems=(*reading.problems, *problems))


def _is_apple_health(bundle: Bundle, name: str) -> bool:
    """Whether a file is Apple's export; its name is in the language of the phone."""
    if not name.lower().endswith(".xml"):
        return False
    return content_of(bundle.head(name)) is Content.APPLE_HEALTH


def _apple_parts(bundle: Bundle, name: str, export: Export) -> Iterator[Reading]:
    """Yield Apple's workouts in parts, and fill the export with the routes they name."""
    place = bundle.place(name)
    apple = AppleExport(place)
    try:
        with bundle.opened(name) as stream:
            yield from apple.parts(
                stream,
                size_bytes=bundle.size_bytes(name),
                plain_bytes=bundle.unpacked_bytes(name),
            )
    except ZIP_FAULTS:
        yield place.refused(place.problem("broken-member", BROKEN_MEMBER))
    export.rows.update({export.folder + route: row for route, row in apple.rows.items()})


# --- one member --------------------------------------------------------------------------------


def _member(bundle: Bundle, name: str, export: Export | None, once: OnceSaid) -> Iterator[Step]:
    place = bundle.place(name)
    row = export.rows.get(name) if export is not None else None
    size_bytes = bundle.size_bytes(name)
    reason = None if row is not None else unwanted(name, export)
    if reason is not None:
        yield replace(place.skipped(reason), size_bytes=size_bytes)
        return
    inner = bundle.archive(name)
    if inner is not None:
        yield from archive_steps(inner, place)
        return
    yield Unread(
        place=place,
        load=partial(_load, bundle, name),
        size_bytes=size_bytes,
        fingerprint=bundle.fingerprint(name),
        finish=partial(_finished, name=name, export=export, row=row, place=place, once=once),
    )


def _load(bundle: Bundle, name: str) -> bytes | ImportProblem:
    """Return the bytes of a file, unless its first ones show that nothing reads it."""
    if bundle.size_bytes(name) >= LOOKED_INTO_FROM_BYTES:
        problem = refusal(content_of(bundle.head(name)), bundle.place(name))
        if problem is not None:
            return problem
    return bundle.data(name)


def _finished(
    reading: Reading,
    *,
    name: str,
    export: Export | None,
    row: Recording | None,
    place: Place,
    once: OnceSaid,
) -> Reading:
    if row is not None and export is not None:
        return linked(reading, row, place, export)
    if export is not None and is_extra(name, reading, export):
        return place.skipped(EXTRA)
    return once.of(reading, place)
