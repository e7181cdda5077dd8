"""The words of the guide that are the same on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.guide import GuidePart, SectionKind, Verdict
from runadvisor.domain.knowledge import SourceCheck
from runadvisor.domain.text import N_
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runadvisor.domain.knowledge import Catalog, Citation

PARTS = {
    GuidePart.SEE_SOMEBODY: N_("Before anything else"),
    GuidePart.WHERE_IT_HURTS: N_("Where it hurts"),
    GuidePart.WHAT_HELPS: N_("What helps"),
    GuidePart.STAYING_WELL: N_("Staying well"),
    GuidePart.TRAINING: N_("Training and load"),
}
SECTIONS = {
    SectionKind.FIRST: N_("What may come first"),
    SectionKind.SHOWS: N_("How it shows itself"),
    SectionKind.LOOKS: N_("What the app looks at"),
    SectionKind.TODAY: N_("What today’s evidence says"),
    SectionKind.LIMITS: N_("What nobody has shown"),
    SectionKind.HELPS: N_("What helps"),
    SectionKind.STEPS: N_("Step by step"),
    SectionKind.DOSE: N_("How much, how often"),
    SectionKind.GRADES: N_("Three grades"),
    SectionKind.TIME: N_("How long it may take"),
    SectionKind.AVOID: N_("What to leave out for now"),
    SectionKind.CAUTION: N_("Careful"),
}
VERDICTS = {
    Verdict.KEPT: N_("Still holds"),
    Verdict.PARTLY: N_("Partly right"),
    Verdict.OUTDATED: N_("No longer holds"),
}
CALL_NOW = N_("Call for help now")
TODAY = N_("Today or tomorrow, and no running before")
WEEK = N_("Within seven days, and no running before")
SOON = N_("Within two weeks")
CLOSED = N_("Closed until somebody has looked at you.")
_CHECKS = {
    SourceCheck.PRIMARY: N_("read at its source"),
    SourceCheck.SECONDARY: N_("known to us second-hand"),
    SourceCheck.UNCHECKED: N_("not checked against a source"),
    SourceCheck.NO_STUDY: N_("not a study"),
}


def short_sources(keys: Iterable[str], catalog: Catalog) -> str:
    """Return the sources as named in running text: ``Mellor 2018, our choice``."""
    return ", ".join(catalog.citations[key].short for key in keys)


def source_entry(citation: Citation) -> str:
    """Return a source as the end of a page lists it, with how well we know it."""
    if citation.checked is SourceCheck.NO_STUDY:
        return _("{source}.").format(source=citation.full)
    checked = _(_CHECKS[citation.checked])
    if citation.note is not None:
        checked = _("{checked}: {note}").format(checked=checked, note=citation.note)
    if citation.doi is None:
        return _("{source} · {checked}.").format(source=citation.full, checked=checked)
    return _("{source} · doi {doi} · {checked}.").format(
        source=citation.full, doi=citation.doi, checked=checked
    )
