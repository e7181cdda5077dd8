"""The sheet as plain text, 80 columns: for a mail, a terminal, a braille line."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from runadvisor.printout.grid import CellState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runadvisor.printout.exercise_sheet import BlockSheet, ExerciseCard
    from runadvisor.printout.grid import WeekRow
    from runadvisor.printout.labels import Labels
    from runadvisor.printout.sheet import PlanSheet
    from runadvisor.printout.stop import StopNotice

COLUMNS = 80
_DAY_COLUMN = 12


def text(sheet: PlanSheet) -> str:
    """Return the sheet as lines of at most 80 characters, ending with a newline."""
    return "\n".join(_lines(sheet)).rstrip() + "\n"


def _lines(sheet: PlanSheet) -> Iterator[str]:
    yield from _wrapped(sheet.title.upper())
    yield from _wrapped(sheet.period)
    yield from _wrapped(", ".join(part for part in (sheet.person, sheet.made_on) if part))
    if sheet.stop is not None:
        yield from _stop(sheet.stop, sheet.labels)
    yield from _found(sheet)
    for week in sheet.weeks:
        yield from _week(week)
    yield from _rules(sheet)
    for signs in sheet.stop_signs:
        yield from _section(signs.title)
        yield from _wrapped(f"({signs.note})")
        yield from _items(signs.signs)
    for block in sheet.blocks:
        yield from _block(block)
    if sheet.exercises:
        yield from _section(sheet.labels.exercises)
    for card in sheet.exercises:
        yield from _card(card, sheet.labels)
    yield from _facts(sheet)


def _stop(stop: StopNotice, labels: Labels) -> Iterator[str]:
    yield from _section(stop.tier_word)
    yield from _wrapped(stop.reason)
    yield from _wrapped(stop.why)
    for number, step in enumerate(stop.steps, start=1):
        yield from _wrapped(f"{step.what} {step.how}".strip(), mark=f"{number}. ")
    if stop.visit:
        yield from _section(labels.whom_to_call)
        yield from _item(f"{labels.emergency}: {stop.emergency_number}")
        if stop.out_of_hours_number:
            yield from _item(f"{labels.out_of_hours}: {stop.out_of_hours_number}")
    if stop.say:
        yield from _section(labels.to_say)
        yield from _wrapped(f"“{stop.say}”")
    if stop.told:
        yield from _section(labels.why_you_see)
        yield from _items(stop.told)
        yield from _wrapped(stop.grade_words)
    if stop.opens:
        yield from _section(labels.opens)
        yield from _wrapped(stop.opens)
        yield from _items(f"{name}: {value}" for name, value in stop.visit)
    if stop.take_along:
        yield from _section(labels.take_along)
        yield from _items(stop.take_along)
    for title, rows in (
        (labels.diary_days, stop.diary),
        (labels.run_weeks, stop.runs),
    ):
        if rows and stop.take_along:
            yield from _section(title)
            yield from _items(f"{when}: {words}" for when, words in rows)


def _rules(sheet: PlanSheet) -> Iterator[str]:
    if sheet.efforts:
        yield from _section(sheet.labels.how_hard)
        for row in sheet.efforts:
            yield from _item(", ".join(filter(None, (f"{row.kind}: {row.effort}", row.measure))))
    if sheet.rest_reasons:
        yield from _section(sheet.labels.why_rest)
        for group in sheet.rest_reasons:
            yield from _item(f"{group.dates}: {group.reason}")
    if sheet.each_morning:
        yield from _section(sheet.labels.each_morning)
        yield from _items(sheet.each_morning)


def _found(sheet: PlanSheet) -> Iterator[str]:
    found = sheet.finding
    yield from _section(sheet.labels.found)
    if found.standing is not None:
        yield from _wrapped(f"{found.standing.tier_word} ({found.standing.grade_words})")
    yield from _wrapped(found.headline)
    yield from _wrapped(found.detail)
    if found.allowance is not None:
        allowed = found.allowance
        caption = allowed.caption[:1].upper() + allowed.caption[1:]
        yield from _wrapped(f"{caption}: {allowed.distance} {allowed.until}.")
    for one in sheet.also:
        yield from _item(f"{one.tier_word}: {one.title}. {one.headline} ({one.grade_words})")


def _week(week: WeekRow) -> Iterator[str]:
    note = f", {week.note}" if week.note else ""
    yield from _section(f"{week.label} {week.dates}{note}")
    for cell in week.cells:
        if cell.state is not CellState.BLANK:
            box = "[ ] " if cell.state is CellState.PLANNED else "    "
            yield from _wrapped(cell.line, mark=f"{box}{cell.day:<{_DAY_COLUMN}}")
    yield from _wrapped(week.total_line)


def _block(block: BlockSheet) -> Iterator[str]:
    yield from _section(block.title)
    yield from _wrapped(block.outline)
    words = block.exercises[:1].upper() + block.exercises[1:]
    yield from _wrapped(f"{words} · {block.dates}")


def _card(card: ExerciseCard, labels: Labels) -> Iterator[str]:
    mark = f"{card.number}. "
    yield from _wrapped(f"{card.name}, {card.dose}. {card.how}", mark=mark)
    for more in (card.care, f"{labels.leave_out}: {card.avoid}" if card.avoid else "", card.note):
        yield from _wrapped(more, mark=" " * len(mark))


def _facts(sheet: PlanSheet) -> Iterator[str]:
    yield from _section(sheet.labels.how_sure)
    for one in sheet.certainties:
        grade = one.standing.grade_words
        yield from _item(
            f"{one.standing.title}: {grade}. {one.sure} {sheet.labels.not_shown} {one.not_shown}"
        )
    yield from _wrapped(sheet.labels.caution)
    yield from _section(sheet.labels.rests_on)
    yield from _items(sheet.rests_on)
    yield from _section(sheet.labels.sources)
    yield from _items(sheet.sources)
    yield ""
    yield from _wrapped(sheet.disclaimer)


def _section(title: str) -> Iterator[str]:
    yield ""
    lines = list(_wrapped(title))
    yield from lines
    yield "-" * max(map(len, lines), default=0)


def _items(items: Iterable[str]) -> Iterator[str]:
    for item in items:
        yield from _item(item)


def _item(item: str) -> Iterator[str]:
    return _wrapped(item, mark="- ")


def _wrapped(words: str, *, mark: str = "") -> Iterator[str]:
    yield from wrap(words, COLUMNS, initial_indent=mark, subsequent_indent=" " * len(mark))
