"""The sheet as plain text, 80 columns: for a mail, a terminal, a braille line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.printout.grid import CellState
from runadvisor.printout.text_lines import item, items, section, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.printout.exercise_sheet import BlockSheet, ExerciseCard
    from runadvisor.printout.grid import WeekRow
    from runadvisor.printout.labels import Labels
    from runadvisor.printout.sheet import PlanSheet
    from runadvisor.printout.stop import StopNotice

_DAY_COLUMN = 12


def text(sheet: PlanSheet) -> str:
    """Return the sheet as lines of at most 80 characters, ending with a newline."""
    return "\n".join(_lines(sheet)).rstrip() + "\n"


def _lines(sheet: PlanSheet) -> Iterator[str]:
    yield from wrapped(sheet.title.upper())
    yield from wrapped(sheet.period)
    yield from wrapped(", ".join(part for part in (sheet.person, sheet.made_on) if part))
    if sheet.stop is not None:
        yield from _stop(sheet.stop, sheet.labels)
    yield from _found(sheet)
    for week in sheet.weeks:
        yield from _week(week)
    yield from _rules(sheet)
    for signs in sheet.stop_signs:
        yield from section(signs.title)
        yield from wrapped(f"({signs.note})")
        yield from items(signs.signs)
    for block in sheet.blocks:
        yield from _block(block)
    if sheet.exercises:
        yield from section(sheet.labels.exercises)
    for card in sheet.exercises:
        yield from _card(card, sheet.labels)
    if sheet.rests_on:
        yield from _facts(sheet)
    yield ""
    yield from wrapped(sheet.disclaimer)


def _stop(stop: StopNotice, labels: Labels) -> Iterator[str]:
    yield from section(stop.tier_word)
    yield from wrapped(stop.reason)
    yield from wrapped(stop.why)
    for number, step in enumerate(stop.steps, start=1):
        yield from wrapped(f"{step.what} {step.how}".strip(), mark=f"{number}. ")
    yield from _whom_to_call(stop, labels)
    if stop.say:
        yield from section(labels.to_say)
        yield from wrapped(f"“{stop.say}”")
    if stop.told:
        yield from section(labels.why_you_see)
        yield from items(stop.told)
        yield from wrapped(stop.grade_words)
    if stop.instead:
        yield from section(labels.instead)
        yield from items(stop.instead)
        yield from wrapped(stop.instead_grade_words)
    if stop.opens:
        yield from section(labels.opens)
        yield from wrapped(stop.opens)
        yield from items(f"{name}: {value}" for name, value in stop.visit)
    if stop.take_along:
        yield from section(labels.take_along)
        yield from items(stop.take_along)
    for title, rows in (
        (labels.diary_days, stop.diary),
        (labels.run_weeks, stop.runs),
    ):
        if rows and stop.take_along:
            yield from section(title)
            yield from items(f"{when}: {words}" for when, words in rows)


def _whom_to_call(stop: StopNotice, labels: Labels) -> Iterator[str]:
    if stop.visit:
        yield from section(labels.whom_to_call)
        yield from item(f"{labels.emergency}: {stop.emergency_number}")
        if stop.out_of_hours_number:
            yield from item(f"{labels.out_of_hours}: {stop.out_of_hours_number}")


def _rules(sheet: PlanSheet) -> Iterator[str]:
    if sheet.efforts:
        yield from section(sheet.labels.how_hard)
        for row in sheet.efforts:
            yield from item(", ".join(filter(None, (f"{row.kind}: {row.effort}", row.measure))))
    if sheet.rest_reasons:
        yield from section(sheet.labels.why_rest)
        for group in sheet.rest_reasons:
            yield from item(f"{group.dates}: {group.reason}")
    if sheet.each_morning:
        yield from section(sheet.labels.each_morning)
        yield from items(sheet.each_morning)


def _found(sheet: PlanSheet) -> Iterator[str]:
    found = sheet.finding
    yield from section(sheet.labels.found)
    if found.standing is not None:
        yield from wrapped(f"{found.standing.tier_word} ({found.standing.grade_words})")
    yield from wrapped(found.headline)
    yield from wrapped(found.detail)
    if found.allowance is not None:
        allowed = found.allowance
        caption = allowed.caption[:1].upper() + allowed.caption[1:]
        yield from wrapped(f"{caption}: {allowed.distance} {allowed.until}.")
    for one in sheet.also:
        yield from item(f"{one.tier_word}: {one.title}. {one.headline} ({one.grade_words})")


def _week(week: WeekRow) -> Iterator[str]:
    note = f", {week.note}" if week.note else ""
    yield from section(f"{week.label} {week.dates}{note}")
    for cell in week.cells:
        if cell.state is not CellState.BLANK:
            box = "[ ] " if cell.state is CellState.PLANNED else "    "
            yield from wrapped(cell.line, mark=f"{box}{cell.day:<{_DAY_COLUMN}}")
    yield from wrapped(week.total_line)


def _block(block: BlockSheet) -> Iterator[str]:
    yield from section(block.title)
    yield from wrapped(block.outline)
    words = block.exercises[:1].upper() + block.exercises[1:]
    yield from wrapped(f"{words} · {block.dates}")


def _card(card: ExerciseCard, labels: Labels) -> Iterator[str]:
    mark = f"{card.number}. "
    yield from wrapped(f"{card.name}, {card.dose}. {card.how}", mark=mark)
    for more in (card.care, f"{labels.leave_out}: {card.avoid}" if card.avoid else "", card.note):
        yield from wrapped(more, mark=" " * len(mark))


def _facts(sheet: PlanSheet) -> Iterator[str]:
    yield from section(sheet.labels.how_sure)
    for one in sheet.certainties:
        grade = one.standing.grade_words
        yield from item(
            f"{one.standing.title}: {grade}. {one.sure} {sheet.labels.not_shown} {one.not_shown}"
        )
    yield from wrapped(sheet.labels.caution)
    yield from section(sheet.labels.rests_on)
    yield from items(sheet.rests_on)
    yield from section(sheet.labels.sources)
    yield from items(sheet.sources)
