"""Warnings as a terminal shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.cli.tables import paragraph
from runadvisor.language import _, ngettext
from runadvisor.warning.audit_counts import yearly_counts
from runadvisor.warning.marks import is_snoozed, mark_of
from runadvisor.warning.sums import terms
from runadvisor.wording import (
    full_day,
    grade_dots,
    grade_words,
    number,
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
    from runadvisor.domain.rule_settings import RuleSettings
    from runadvisor.domain.warning import TrainingWarning

_INDENT = "  "


def standing_lines(advice: Advice, catalog: Catalog) -> Iterator[str]:
    """Yield what stands on the day of the advice, strongest first."""
    count = len(advice.standing)
    yield ngettext(
        "{day}: {number} warning stands.", "{day}: {number} warnings stand.", count
    ).format(day=full_day(advice.as_of), number=number(count))
    yield from changed_rules(advice.rule_settings)
    for warning in advice.standing:
        yield ""
        yield from _warning(advice, warning, catalog)


def raised_lines(advice: Advice) -> Iterator[str]:
    """Yield every warning of the whole history, oldest first, a paragraph each."""
    count = len(advice.raised)
    yield ngettext("{number} warning up to {day}.", "{number} warnings up to {day}.", count).format(
        number=number(count), day=full_day(advice.as_of)
    )
    yield from changed_rules(advice.rule_settings)
    if advice.raised:
        yield ""
    for warning in advice.raised:
        mark = f"{warning.date.isoformat()}  {_tier(warning):<7}  {warning.rule}  "
        yield from paragraph(sentence(warning.message), mark=mark)
        note = mark_of(warning, advice.marks).note
        if note:
            yield from paragraph(note, indent=" " * len(mark), mark=_("Note: "))
    yield ""
    for year in yearly_counts(advice.raised, sessions=advice.load.sessions, diary=advice.diary):
        yield from paragraph(sentence(year.message))


def changed_rules(settings: RuleSettings) -> Iterator[str]:
    """Yield which rules are not as we set them; nothing where all are."""
    changed = sorted(settings.changed)
    if changed:
        yield from paragraph(
            ngettext(
                "{number} rule is not at its default: {rules}. See: runadvisor rules",
                "{number} rules are not at their default: {rules}. See: runadvisor rules",
                len(changed),
            ).format(number=number(len(changed)), rules=", ".join(changed))
        )


def _warning(advice: Advice, warning: TrainingWarning, catalog: Catalog) -> Iterator[str]:
    yield from paragraph(
        _("{tier}: {title}, {day}").format(
            tier=_tier(warning), title=sentence(warning.title), day=weekday_day(warning.date)
        )
    )
    yield from paragraph(sentence(warning.message), indent=_INDENT)
    yield from _arithmetic(warning)
    if not warning.is_at_default:
        yield from paragraph(_("This rule is set otherwise than we set it."), indent=_INDENT)
    for other in warning.also:
        yield from paragraph(sentence(other.message), indent=_INDENT, mark=_("also: "))
    for line in warning.advice:
        yield from paragraph(sentence(line), indent=_INDENT, mark="- ")
    yield from _labelled(_("Until"), sentence(warning.clears))
    sure = f"{grade_dots(warning.grade)} {grade_words(warning.grade)}"
    yield from _labelled(_("Sure"), sure)
    yield from _labelled(_("Source"), source_line(warning.citations, catalog))
    yield from _marked(advice, warning)
    yield from _labelled(_("Key"), warning.mark_key)


def _marked(advice: Advice, warning: TrainingWarning) -> Iterator[str]:
    mark = mark_of(warning, advice.marks)
    if mark.seen_on is not None:
        yield from _labelled(_("Seen"), full_day(mark.seen_on))
    if mark.snoozed_until is not None and is_snoozed(warning, mark, advice.as_of):
        yield from _labelled(_("Aside"), _("until {day}").format(day=full_day(mark.snoozed_until)))
    if mark.note:
        yield from _labelled(_("Note"), mark.note)


def _arithmetic(warning: TrainingWarning) -> Iterator[str]:
    values = warning.values
    if values.get("ratio") is not None:
        metres, longest, ratio = (
            shown(name, values[name]) for name in ("distance_m", "longest_m", "ratio")
        )
        yield f"{_INDENT}{metres} ÷ {longest} = {ratio}"
        return
    for term in terms(warning):
        words = _("{label}: {value}").format(
            label=_(term.label), value=shown(term.name, term.value)
        )
        yield from paragraph(words, indent=_INDENT * 2)


def _tier(warning: TrainingWarning) -> str:
    return f"{tier_shape(warning.tier)} {tier_word(warning.tier)}"


def _labelled(label: str, words: str) -> Iterator[str]:
    yield from paragraph(words, indent=_INDENT, mark=f"{label + ':':<8}")
