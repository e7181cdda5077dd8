"""Warnings as a terminal shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.cli.tables import counted, paragraph
from runadvisor.warning.audit import yearly_counts
from runadvisor.wording import (
    full_day,
    grade_dots,
    grade_words,
    sentence,
    shown,
    source_line,
    tier_shape,
    tier_word,
    weekday_day,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runadvisor.advisor import Advice
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.warning import TrainingWarning

_INDENT = "  "


def standing_lines(advice: Advice, catalog: Catalog) -> Iterator[str]:
    """Yield what stands on the day of the advice, strongest first."""
    count = counted(len(advice.standing), "warning stands", "warnings stand")
    yield f"{full_day(advice.as_of)}: {count}."
    for warning in advice.standing:
        yield ""
        yield from _warning(warning, catalog)


def raised_lines(advice: Advice) -> Iterator[str]:
    """Yield every warning of the whole history, oldest first, a paragraph each."""
    yield f"{counted(len(advice.raised), 'warning', 'warnings')} up to {full_day(advice.as_of)}."
    if advice.raised:
        yield ""
    for warning in advice.raised:
        mark = f"{warning.date.isoformat()}  {_tier(warning):<7}  {warning.rule}  "
        yield from paragraph(sentence(warning.message), mark=mark)
    yield ""
    pain_days = [entry.date for entry in advice.diary.pain if entry.worst]
    for year in yearly_counts(advice.raised, sessions=advice.load.sessions, pain_days=pain_days):
        yield from paragraph(sentence(year.message))


def _warning(warning: TrainingWarning, catalog: Catalog) -> Iterator[str]:
    title = sentence(warning.title)
    yield from paragraph(f"{_tier(warning)}: {title}, {weekday_day(warning.date)}")
    yield from paragraph(sentence(warning.message), indent=_INDENT)
    yield from _arithmetic(warning)
    if not warning.is_at_default:
        yield from paragraph("This rule is set otherwise than we set it.", indent=_INDENT)
    for other in warning.also:
        yield from paragraph(sentence(other.message), indent=_INDENT, mark="also: ")
    for line in warning.advice:
        yield from paragraph(sentence(line), indent=_INDENT, mark="- ")
    yield from _labelled("Until", sentence(warning.clears))
    yield from _labelled("Sure", f"{grade_dots(warning.grade)} {grade_words(warning.grade)}")
    yield from _labelled("Source", source_line(warning.citations, catalog))


def _arithmetic(warning: TrainingWarning) -> Iterator[str]:
    values = warning.values
    if values.get("ratio") is not None:
        metres, longest, ratio = (
            shown(name, values[name]) for name in ("distance_m", "longest_m", "ratio")
        )
        yield f"{_INDENT}{metres} ÷ {longest} = {ratio}"


def _tier(warning: TrainingWarning) -> str:
    return f"{tier_shape(warning.tier)} {tier_word(warning.tier)}"


def _labelled(label: str, words: str) -> Iterator[str]:
    yield from paragraph(words, indent=_INDENT, mark=f"{label + ':':<8}")
