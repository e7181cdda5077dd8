"""A page of the guide as a text document: one thing to read, select, copy and scroll."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

from runadvisor import wording
from runadvisor.domain.guide import GuidePart, SectionKind
from runadvisor.domain.knowledge import SourceCheck, Urgency
from runadvisor.gui.guide_words import (
    CALL_NOW,
    CLOSED,
    PARTS,
    SECTIONS,
    SOON,
    TODAY,
    VERDICTS,
    WEEK,
    short_sources,
    source_entry,
)
from runadvisor.gui.pages.guide_marks import VERDICT_TONES
from runadvisor.gui.pages.guide_setting import (
    BELOW_TABLE_PX,
    BOX_PADDING_PX,
    GAP_PX,
    MARGIN_PX,
    TextSheet,
)
from runadvisor.gui.theme import text_font
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QTextDocument

    from runadvisor.domain.guide import Answer, Claim, Guide, GuideArticle, GuideSection
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.domain.pattern import SpotHints
    from runadvisor.domain.text import Message
    from runadvisor.gui.theme import Theme

EXERCISE_SCHEME = "exercise"
"""Of links that lead to an exercise: ``exercise:E02``."""
_DASH = "–  "
_BEFORE_THE_BOX = frozenset({SectionKind.FIRST, SectionKind.SHOWS})
_READ = frozenset({SourceCheck.PRIMARY, SourceCheck.SECONDARY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """What of the runner changes a page; the default changes nothing."""

    is_locked: bool = False
    """Whether steps are closed until somebody has looked."""
    withheld: Message | None = None
    """Why no exercise is shown at all."""
    barred: Mapping[str, tuple[Message, ...]] = field(
        default_factory=dict[str, "tuple[Message, ...]"]
    )
    """Exercise id -> why it is left out for this runner."""
    hints: tuple[SpotHints, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a page is set with besides its own words."""

    guide: Guide
    catalog: Catalog
    theme: Theme
    width_px: int
    """Of the room there is for text and margin."""
    pixel_ratio: float = 1.0
    personal: Personal


def page_document(article: GuideArticle, reading: Reading) -> QTextDocument:
    """Return a page of the guide, ready to be shown."""
    page = _Page(reading)
    page.opening(article)
    if article.shows_diary:
        page.diary()
    before = [s for s in article.sections if s.kind in _BEFORE_THE_BOX]
    after = [s for s in article.sections if s.kind not in _BEFORE_THE_BOX]
    has_box_early = bool(before) or article.part is GuidePart.SEE_SOMEBODY
    if has_box_early:
        page.sections(article, before)
        page.box(article)
    page.sections(article, after)
    page.exercises(article)
    page.answers(article)
    if not has_box_early:
        page.box(article)
    page.read_on(article)
    page.sources(article)
    return page.document


class _Page:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sheet = TextSheet(
            reading.theme, room_px=reading.width_px, pixel_ratio=reading.pixel_ratio
        )

    @property
    def document(self) -> QTextDocument:
        return self._sheet.document

    # ── the parts of a page ───────────────────────────────────────────────────────────────

    def opening(self, article: GuideArticle) -> None:
        self._sheet.paragraph(_(PARTS[article.part]), size=12, weight=600, tone="muted")
        self._sheet.paragraph(article.title, size=20, weight=600, above=4, heading=1)
        self._sheet.paragraph(article.lead, size=15, above=6)

    def diary(self) -> None:
        hints = self._reading.personal.hints
        if not hints:
            return
        self._heading(_("From your diary"))
        for spot in hints:
            self._spot(spot)
        self._sheet.paragraph(wording.NO_DIAGNOSIS, size=13, tone="muted", above=4)

    def sections(self, article: GuideArticle, sections: Sequence[GuideSection]) -> None:
        for section in sections:
            self._heading(section.title or _(SECTIONS[section.kind]))
            if self._reading.personal.is_locked and section.kind in article.closed_by_lock:
                self._sheet.paragraph(_(CLOSED), tone="muted")
            else:
                self._claims(section.claims, self._sheet.width_px)

    def box(self, article: GuideArticle) -> None:
        if not article.red_flags and not article.see_soon:
            return
        frame = self._sheet.open_frame("stop_line")
        self._sheet.block()
        self._sheet.mark("stop")
        title = _("When to see somebody")
        self._sheet.words(f"  {title}", size=14, weight=600)
        flags = {flag.flag_id: flag for flag in self._reading.catalog.red_flags}
        urgencies = (
            (Urgency.NOW, _(CALL_NOW)),
            (Urgency.URGENT, _(TODAY)),
            (Urgency.WEEK, _(WEEK)),
        )
        for urgency, title in urgencies:
            texts = [flags[key].text for key in article.red_flags if flags[key].urgency is urgency]
            self._signs(title, texts, tone="stop")
        self._signs(_(SOON), article.see_soon, tone="ink")
        self._sheet.leave(frame)

    def exercises(self, article: GuideArticle) -> None:
        if not article.exercises and not article.exercises_not:
            return
        personal = self._reading.personal
        if personal.withheld is not None:
            self._heading(_("Exercises"))
            self._sheet.paragraph(wording.sentence(personal.withheld), tone="muted")
            return
        not_now = {
            key: _reasons(personal.barred[key])
            for key in article.exercises
            if key in personal.barred
        }
        helping = {key: note for key, note in article.exercises.items() if key not in not_now}
        self._exercise_list(_("Exercises that help"), helping, mark="tick")
        self._exercise_list(_("Not for you now"), not_now, mark="cross")
        self._exercise_list(_("Exercises to leave out"), article.exercises_not, mark="cross")

    def answers(self, article: GuideArticle) -> None:
        if not article.gathers_answers:
            self._answers_of(article, _("Is it true?"))
            return
        for other in self._reading.guide.articles.values():
            self._answers_of(other, other.title)
            if other.answers:
                self._sheet.block(above=8)
                self._sheet.link(other.article_id, _("Open this page"))

    def read_on(self, article: GuideArticle) -> None:
        if article.related:
            self._heading(_("Read on"))
        for key in article.related:
            self._sheet.block(above=3)
            self._sheet.link(key, self._reading.guide.articles[key].title)

    def sources(self, article: GuideArticle) -> None:
        citations = self._reading.catalog.citations
        keys = dict.fromkeys(key for claim in article.claims for key in claim.citations)
        if keys:
            self._heading(_("Sources"))
        studies_first = sorted(
            (citations[key] for key in keys),
            key=lambda citation: (citation.checked not in _READ, citation.full),
        )
        for citation in studies_first:
            self._sheet.paragraph(source_entry(citation), size=12, tone="muted", above=4)

    # ── their pieces ──────────────────────────────────────────────────────────────────────

    def _claims(
        self, claims: Sequence[Claim], width_px: int, *, below: int = BELOW_TABLE_PX
    ) -> None:
        widths_px = (width_px - GAP_PX - MARGIN_PX, GAP_PX, MARGIN_PX)
        table = self._sheet.table(len(claims), widths_px, lined=True, below=below)
        for row, claim in enumerate(claims):
            self._sheet.stand_in(table, row, 0)
            self._sheet.paragraph(claim.text)
            if claim.page is not None:
                self._sheet.block(above=2)
                self._sheet.link(claim.page, self._reading.guide.articles[claim.page].title)
            self._sheet.stand_in(table, row, 2)
            self._sheet.block(above=2, leading=110)
            self._sheet.mark(claim.grade.value)
            self._sheet.words(f"  {wording.grade_words(claim.grade)}", size=12, tone="muted")
            sources = short_sources(claim.citations, self._reading.catalog)
            self._sheet.paragraph(sources, size=12, tone="muted", leading=110)
        self._sheet.leave(table)

    def _answers_of(self, article: GuideArticle, title: str) -> None:
        if article.answers:
            self._heading(title)
        for answer in article.answers:
            self._answer(answer)

    def _answer(self, answer: Answer) -> None:
        frame = self._sheet.open_frame("line")
        self._sheet.block()
        self._sheet.words(answer.question, size=14, weight=600)
        self._sheet.block(above=5)
        self._sheet.mark(answer.verdict.value)
        tone = VERDICT_TONES[answer.verdict]
        self._sheet.words(f"  {_(VERDICTS[answer.verdict])}", size=13, weight=600, tone=tone)
        self._claims([answer.claim], self._sheet.width_px - 2 * BOX_PADDING_PX, below=0)
        self._sheet.spacer(1)
        self._sheet.leave(frame)

    def _spot(self, spot: SpotHints) -> None:
        frame = self._sheet.open_frame("line")
        self._sheet.block()
        where = wording.site_words(spot.site, spot.side)
        self._sheet.words(f"{where[0].upper()}{where[1:]}", size=14, weight=600)
        self._sheet.words(f"  {wording.long_day(spot.date)}", size=12, tone="muted")
        for hint in spot.hints:
            self._sheet.paragraph(wording.sentence(hint.message), weight=600, above=8)
            if hint.be_seen is not None:
                is_stop = hint.be_seen is not Urgency.SOON
                tone = "stop" if is_stop else "ink"
                self._sheet.paragraph(
                    wording.be_seen_words(hint.be_seen), weight=600, tone=tone, above=2
                )
            change = hint.first_change
            said = wording.NOTHING_BEFORE if change is None else wording.sentence(change)
            self._sheet.paragraph(said, above=2)
            self._sheet.paragraph(wording.sentence(hint.note), size=13, tone="muted", above=2)
            self._sheet.block(above=4)
            self._sheet.link(hint.article_id, self._reading.guide.articles[hint.article_id].title)
        self._sheet.leave(frame)

    def _exercise_list(self, title: str, notes: Mapping[str, str], *, mark: str) -> None:
        if not notes:
            return
        self._heading(title)
        mark_px = 28
        widths_px = (mark_px, self._sheet.width_px - mark_px - GAP_PX - MARGIN_PX)
        table = self._sheet.table(len(notes), widths_px, lined=False)
        for row, (key, note) in enumerate(notes.items()):
            exercise = self._reading.catalog.exercises[key]
            self._sheet.stand_in(table, row, 0)
            self._sheet.block(above=2)
            self._sheet.mark(mark)
            self._sheet.stand_in(table, row, 1)
            if mark == "tick":
                self._sheet.block()
                self._sheet.link(f"{EXERCISE_SCHEME}:{key}", exercise.name, size=14)
            else:
                self._sheet.paragraph(exercise.name, weight=600)
            said = f"{exercise.dose} · {note}" if mark == "tick" else note
            self._sheet.paragraph(said, size=13, tone="muted")
        self._sheet.leave(table)

    def _signs(self, title: str, texts: Sequence[str], *, tone: str) -> None:
        if not texts:
            return
        self._sheet.paragraph(title, size=13, weight=600, tone=tone, above=9)
        for text in texts:
            self._sheet.block(
                above=3, hanging=QFontMetricsF(text_font(13)).horizontalAdvance(_DASH)
            )
            self._sheet.words(_DASH, size=13, tone="muted")
            self._sheet.words(text, size=13)

    def _heading(self, text: str) -> None:
        self._sheet.paragraph(text, size=16, weight=600, above=24, below=4, heading=2)


def _reasons(messages: Sequence[Message]) -> str:
    return " ".join(wording.sentence(message) for message in messages)
