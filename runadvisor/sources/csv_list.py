"""Lists of activities: which kind of list a table is, how to read it, and why it is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_, Message
from runadvisor.sources.choices import NO_CHOICES, Choices
from runadvisor.sources.column_mapping import (
    NOTHING_SAID,
    ColumnMapping,
    header_key,
    mapping_text,
)
from runadvisor.sources.csv_text import decoded, grids_of
from runadvisor.sources.garmin_csv import garmin_layout, is_garmin_header
from runadvisor.sources.import_report import Reading
from runadvisor.sources.intervals_csv import intervals_layout
from runadvisor.sources.list_rows import ListReader, ListReading
from runadvisor.sources.not_a_list import NO_LIST, SAMPLES, has_samples, refusal_of
from runadvisor.sources.opentracks_csv import opentracks_table, read_opentracks
from runadvisor.sources.own_export import own_layout
from runadvisor.sources.plain_csv import guessed_layout, is_plain_header, plain_layout
from runadvisor.sources.polar_csv import polar_layout, session_and_samples, with_samples
from runadvisor.sources.runkeeper_csv import runkeeper_layout
from runadvisor.sources.strava_csv import is_strava_header, strava_layout
from runadvisor.sources.trainingpeaks_csv import trainingpeaks_layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from runadvisor.domain.activity import Recording
    from runadvisor.sources.import_report import ImportProblem
    from runadvisor.sources.list_layout import ListLayout, Question
    from runadvisor.sources.place import Place
    from runadvisor.sources.table import Grid, Table

_UNKNOWN_LANGUAGE_COLUMNS = 9
_SERVICES = (
    own_layout,
    runkeeper_layout,
    intervals_layout,
    trainingpeaks_layout,
    polar_layout,
)
MAPPING_REMEMBERED = N_("Read as you said before of lists with these headings: {mapping}.")
MAPPING_UNFIT = N_(
    "The list lacks a column you named, so it was read by its own headings: {headings}."
)


@dataclass(frozen=True, slots=True)
class ListFile:
    """What a list gave, and the recording files its rows name."""

    reading: Reading
    format: str | None = None
    files: Mapping[str, Recording] | None = None
    """File name as the list writes it -> the recording of its row."""


@dataclass(frozen=True, slots=True)
class FoundList:
    """A table in a file, and how to read it."""

    table: Table
    layout: ListLayout
    said: ColumnMapping = NOTHING_SAID
    is_unfit: bool = False
    """Whether the person named columns it lacks."""


def read_list(data: bytes, place: Place, choices: Choices = NO_CHOICES) -> ListFile:
    """Return the recordings of a list; what is no list of activities is a problem.

    Args:
        data: The unpacked file.
        place: Where it came from.
        choices: What is known from outside.
    """
    choices = choices.at(place)
    grids = text_grids(data)
    for grid in grids:
        track = opentracks_table(grid)
        if track is not None:
            return ListFile(read_opentracks(data, track, place), "opentracks")
    refused = _refused(grids)
    found = None if refused else found_list(grids, choices)
    if found is None:
        return ListFile(place.refused(place.problem(*(refused or NO_LIST))))
    rows = rows_of(found, place, choices)
    if has_samples(rows.recordings):
        return ListFile(place.refused(place.problem(*SAMPLES)))
    return ListFile(reading_of(rows, place), found.layout.format, rows.files)


def text_grids(data: bytes) -> list[Grid]:
    """Return the ways in which a text can be read as a table, the likeliest first."""
    return list(grids_of(decoded(data).replace("\x00", "")))


def _refused(grids: Sequence[Grid]) -> tuple[str, str] | None:
    first = grids[0].rows[0].cells if grids and grids[0].rows else ()
    return refusal_of(first)


def reading_of(rows: ListReading, place: Place) -> Reading:
    """Return what the rows of a list gave as the reading of its file."""
    return Reading(
        path=place.path,
        member=place.member,
        recordings=tuple(rows.recordings),
        problems=tuple(rows.problems),
        repairs=tuple(rows.repairs),
        rows=rows.rows,
        mapped_headings=tuple(rows.mapped_headings),
    )


def rows_of(found: FoundList, place: Place, choices: Choices = NO_CHOICES) -> ListReading:
    """Return what the rows of a list gave; nothing of a list that leaves a question open."""
    table, layout = found.table, found.layout
    if layout.questions:
        asked = [_asked(question, place) for question in layout.questions]
        return ListReading(problems=asked, rows=len(table.rows))
    samples: Table | None = None
    if layout.format == "polar":
        table, samples = session_and_samples(table)
    rows = ListReader(table, layout, place, today=choices.today).read()
    if samples is not None and len(rows.recordings) == 1:
        rows.recordings[0] = with_samples(rows.recordings[0], samples)
    if found.is_unfit:
        headings = ", ".join(heading for heading in table.header if heading)
        rows.repairs.append(place.repair("mapping-unfit", MAPPING_UNFIT, headings=headings))
    if found.said is choices.mapping and any(table.header):
        rows.mapped_headings.append(header_key(table.header))
    elif found.said is not NOTHING_SAID:
        text = mapping_text(found.said)
        rows.repairs.append(place.repair("mapping-remembered", MAPPING_REMEMBERED, mapping=text))
    if not (rows.recordings or rows.problems):
        rows.problems.append(place.problem("empty-list", N_("The list holds no activity.")))
    return rows


def _asked(question: Question, place: Place) -> ImportProblem:
    problem = place.problem(question.code, question.sentence)
    reason = Message(question.sentence, question.values)
    return replace(problem, reason=reason, answers=question.answers)


# --- which list it is ----------------------------------------------------------------------


def found_list(grids: Iterable[Grid], choices: Choices = NO_CHOICES) -> FoundList | None:
    """Return the list among the ways a file can be read; ``None`` where there is none.

    Headings we know come first, then columns the person named, then the places of
    Strava's and Garmin's columns in languages we do not know, then what the cells hold.
    """
    grids = list(grids)
    for find in (_by_headings, _by_place, _by_cells):
        for grid in grids:
            found = find(grid, choices)
            if found is not None:
                return found
    return None


def _by_headings(grid: Grid, choices: Choices) -> FoundList | None:
    table = grid.below(lambda header: _is_list_header(header) or _is_named(header, choices))
    if table is None:
        return None
    said, is_unfit = _said_of(table, choices)
    layout = strava_layout(table) or garmin_layout(table, said, today=choices.today)
    for service in _SERVICES:
        layout = layout or service(table)
    if layout is not None:
        layout = said.applied(layout, table.header)
    else:
        layout = plain_layout(table, said, today=choices.today)
    return None if layout is None else FoundList(table, layout, said, is_unfit)


def _by_place(grid: Grid, choices: Choices) -> FoundList | None:
    table = grid.below(lambda header: len(header) >= _UNKNOWN_LANGUAGE_COLUMNS)
    if table is None or not table.rows:
        return None
    said, is_unfit = _said_of(table, choices)
    layout = strava_layout(table) or garmin_layout(table, said, today=choices.today)
    return None if layout is None else FoundList(table, layout, said, is_unfit)


def _by_cells(grid: Grid, choices: Choices) -> FoundList | None:
    guessed = guessed_layout(grid, today=choices.today)
    if guessed is None:
        return None
    table, _ = guessed
    said, is_unfit = _said_of(table, choices)
    guessed = guessed_layout(grid, said, today=choices.today)
    return None if guessed is None else FoundList(table, guessed[1], said, is_unfit)


def _is_list_header(header: Sequence[str]) -> bool:
    return is_strava_header(header) or is_garmin_header(header) or is_plain_header(header)


def _is_named(header: Sequence[str], choices: Choices) -> bool:
    """Whether the person named columns of this header by their headings."""
    mapping = choices.remembered.get(header_key(header)) or choices.mapping
    if mapping is None or not any(header):
        return False
    by_name = [name for name in mapping.columns.values() if not name.startswith("#")]
    return bool(by_name) and mapping.columns_in(header) is not None


def _said_of(table: Table, choices: Choices) -> tuple[ColumnMapping, bool]:
    """Return what was said of this table, and whether it does not fit its columns."""
    if choices.mapping is not None:
        is_fit = choices.mapping.columns_in(table.header) is not None
        if is_fit:
            return choices.mapping, False
    remembered = choices.remembered.get(header_key(table.header), NOTHING_SAID)
    return remembered, choices.mapping is not None and remembered is NOTHING_SAID
