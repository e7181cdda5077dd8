"""A page of the guide as a text document: one thing to read, select, copy and scroll."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

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
    short_sources,
    source_entry,
)
from runadvisor.gui.pages.guide_marks import VERDICT_TONES, add_mark, mark_format
from runadvisor.gui.theme import text_font

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QTextFrame, QTextTable

    from runadvisor.domain.guide import Answer, Claim, Guide, GuideArticle, GuideSection
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.gui.theme import Theme

LINE_CHARACTERS = 68
"""Longer lines are hard to come back from."""
MARGIN_PX = 160
GAP_PX = 24
LEADING_PERCENT = 130
BOX_PROPERTY = 0x100000 + 1
"""On a frame: the colour of the theme its round border has."""
BOX_PADDING_PX = 16
ABOVE_BOX_PX, BELOW_BOX_PX = 2, 14
BELOW_TABLE_PX = 16
PAGE_MARGINS_PX = (28, 20, 28)
"""Left, top and bottom of a page."""
_DASH = "–  "
_SAMPLE = "The tendon has not kept up with what was asked of it, and load that grows helps."
_BEFORE_THE_BOX = frozenset({SectionKind.FIRST, SectionKind.SHOWS})
_READ = frozenset({SourceCheck.PRIMARY, SourceCheck.SECONDARY})
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a page is set with besides its own words."""

    guide: Guide
    catalog: Catalog
    theme: Theme
    width_px: int
    """Of the room there is for text and margin."""
    pixel_ratio: float = 1.0
    is_locked: bool = False
    """Whether exercises and steps are closed."""


def widest_px() -> int:
    """Return how wide a page ever gets: our longest line, the gap and the margin."""
    per_character = QFontMetricsF(text_font(14)).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    return round(per_character * LINE_CHARACTERS) + GAP_PX + MARGIN_PX


def page_document(article: GuideArticle, reading: Reading) -> QTextDocument:
    """Return a page of the guide, ready to be shown."""
    page = _Page(reading)
    page.opening(article)
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
        self._width_px = min(reading.width_px, widest_px())
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(text_font(14))
        left, top, bottom = PAGE_MARGINS_PX
        root = QTextFrameFormat()
        root.setLeftMargin(left)
        root.setTopMargin(top)
        root.setBottomMargin(bottom)
        self.document.rootFrame().setFrameFormat(root)
        self._cursor = QTextCursor(self.document)

    # ── the parts of a page ───────────────────────────────────────────────────────────────

    def opening(self, article: GuideArticle) -> None:
        self._paragraph(PARTS[article.part], size=12, weight=600, tone="muted")
        self._paragraph(article.title, size=20, weight=600, above=4, heading=1)
        self._paragraph(article.lead, size=15, above=6)

    def sections(self, article: GuideArticle, sections: Sequence[GuideSection]) -> None:
        for section in sections:
            self._heading(section.title or SECTIONS[section.kind])
            if self._reading.is_locked and section.kind in article.closed_by_lock:
                self._paragraph(CLOSED, tone="muted")
            else:
                self._claims(section.claims, self._width_px)

    def box(self, article: GuideArticle) -> None:
        if not article.red_flags and not article.see_soon:
            return
        frame = self._open_frame("stop_line")
        self._block()
        self._mark("stop")
        self._words("  When to see somebody", size=14, weight=600)
        flags = {flag.flag_id: flag for flag in self._reading.catalog.red_flags}
        for urgency, title in ((Urgency.NOW, CALL_NOW), (Urgency.URGENT, TODAY)):
            texts = [flags[key].text for key in article.red_flags if flags[key].urgency is urgency]
            self._signs(title, texts, tone="stop")
        self._signs(SOON, article.see_soon, tone="ink")
        self._leave(frame)

    def exercises(self, article: GuideArticle) -> None:
        if not article.exercises and not article.exercises_not:
            return
        if self._reading.is_locked:
            self._heading("Exercises")
            self._paragraph(CLOSED, tone="muted")
            return
        self._exercise_list("Exercises that help", article.exercises, mark="tick")
        self._exercise_list("Exercises to leave out", article.exercises_not, mark="cross")

    def answers(self, article: GuideArticle) -> None:
        if not article.gathers_answers:
            self._answers_of(article, "Is it true?")
            return
        for other in self._reading.guide.articles.values():
            self._answers_of(other, other.title)
            if other.answers:
                self._block(above=8)
                self._link(other.article_id, "Open this page")

    def read_on(self, article: GuideArticle) -> None:
        if article.related:
            self._heading("Read on")
        for key in article.related:
            self._block(above=3)
            self._link(key, self._reading.guide.articles[key].title)

    def sources(self, article: GuideArticle) -> None:
        citations = self._reading.catalog.citations
        keys = dict.fromkeys(key for claim in article.claims for key in claim.citations)
        if keys:
            self._heading("Sources")
        studies_first = sorted(
            (citations[key] for key in keys),
            key=lambda citation: (citation.checked not in _READ, citation.full),
        )
        for citation in studies_first:
            self._paragraph(source_entry(citation), size=12, tone="muted", above=4)

    # ── their pieces ──────────────────────────────────────────────────────────────────────

    def _claims(
        self, claims: Sequence[Claim], width_px: int, *, below: int = BELOW_TABLE_PX
    ) -> None:
        widths_px = (width_px - GAP_PX - MARGIN_PX, GAP_PX, MARGIN_PX)
        table = self._table(len(claims), widths_px, lined=True, below=below)
        for row, claim in enumerate(claims):
            self._cursor = table.cellAt(row, 0).firstCursorPosition()
            self._paragraph(claim.text)
            if claim.page is not None:
                self._block(above=2)
                self._link(claim.page, self._reading.guide.articles[claim.page].title)
            self._cursor = table.cellAt(row, 2).firstCursorPosition()
            self._block(above=2, leading=110)
            self._mark(claim.grade.value)
            self._words(f"  {wording.grade_words(claim.grade)}", size=12, tone="muted")
            sources = short_sources(claim.citations, self._reading.catalog)
            self._paragraph(sources, size=12, tone="muted", leading=110)
        self._leave(table)

    def _answers_of(self, article: GuideArticle, title: str) -> None:
        if article.answers:
            self._heading(title)
        for answer in article.answers:
            self._answer(answer)

    def _answer(self, answer: Answer) -> None:
        frame = self._open_frame("line")
        self._block()
        self._words(answer.question, size=14, weight=600)
        self._block(above=5)
        self._mark(answer.verdict.value)
        tone = VERDICT_TONES[answer.verdict]
        self._words(f"  {VERDICTS[answer.verdict]}", size=13, weight=600, tone=tone)
        self._claims([answer.claim], self._width_px - 2 * BOX_PADDING_PX, below=0)
        self._spacer(1)
        self._leave(frame)

    def _exercise_list(self, title: str, notes: Mapping[str, str], *, mark: str) -> None:
        if not notes:
            return
        self._heading(title)
        mark_px = 28
        widths_px = (mark_px, self._width_px - mark_px - GAP_PX - MARGIN_PX)
        table = self._table(len(notes), widths_px, lined=False)
        for row, (key, note) in enumerate(notes.items()):
            exercise = self._reading.catalog.exercises[key]
            self._cursor = table.cellAt(row, 0).firstCursorPosition()
            self._block(above=2)
            self._mark(mark)
            self._cursor = table.cellAt(row, 1).firstCursorPosition()
            self._paragraph(exercise.name, weight=600)
            said = f"{exercise.dose} · {note}" if mark == "tick" else note
            self._paragraph(said, size=13, tone="muted")
        self._leave(table)

    def _signs(self, title: str, texts: Sequence[str], *, tone: str) -> None:
        if not texts:
            return
        self._paragraph(title, size=13, weight=600, tone=tone, above=9)
        for text in texts:
            self._block(above=3, hanging=QFontMetricsF(text_font(13)).horizontalAdvance(_DASH))
            self._words(_DASH, size=13, tone="muted")
            self._words(text, size=13)

    def _heading(self, text: str) -> None:
        self._paragraph(text, size=16, weight=600, above=24, below=4, heading=2)

    # ── words, blocks, tables, frames ─────────────────────────────────────────────────────

    def _paragraph(
        self,
        text: str,
        *,
        size: int = 14,
        weight: int = 400,
        tone: str = "ink",
        above: int = 0,
        below: int = 0,
        leading: int = LEADING_PERCENT,
        heading: int = 0,
    ) -> None:
        self._block(above=above, below=below, leading=leading, heading=heading)
        self._words(text, size=size, weight=weight, tone=tone)

    def _block(
        self,
        *,
        above: int = 0,
        below: int = 0,
        leading: int = LEADING_PERCENT,
        hanging: float = 0,
        heading: int = 0,
    ) -> None:
        """Begin a block; one that is still empty is used, so that no gap is left."""
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setBottomMargin(below)
        block.setLineHeight(leading, _PROPORTIONAL)
        block.setLeftMargin(hanging)
        block.setTextIndent(-hanging)
        block.setRightMargin(self._room_at_the_right())
        block.setHeadingLevel(heading)
        if self._cursor.block().length() > 1:
            self._cursor.insertBlock(block)
        else:
            self._cursor.setBlockFormat(block)

    def _room_at_the_right(self) -> int:
        """Return what keeps a line outside of tables as short as one inside of them."""
        frame = self._cursor.currentFrame()
        if self._cursor.currentTable() is not None:
            return 0
        margin_px = GAP_PX + MARGIN_PX
        if frame is self.document.rootFrame():
            return self._reading.width_px - self._width_px + margin_px
        return max(0, margin_px - 2 * BOX_PADDING_PX)

    def _spacer(self, px: int) -> None:
        block = QTextBlockFormat()
        block.setLineHeight(px, _FIXED)
        self._cursor.setBlockFormat(block)

    def _words(self, text: str, *, size: int, weight: int = 400, tone: str = "ink") -> None:
        # A number never stands at the end of a line without its sign.
        self._cursor.insertText(
            text.replace(" %", "\N{NO-BREAK SPACE}%"), self._characters(size, weight, tone)
        )

    def _link(self, article_id: str, text: str) -> None:
        characters = self._characters(13, 600, "primary")
        characters.setAnchor(True)
        characters.setAnchorHref(article_id)
        self._cursor.insertText(text, characters)

    def _characters(self, size: int, weight: int, tone: str) -> QTextCharFormat:
        characters = QTextCharFormat()
        characters.setFont(text_font(size, weight))
        characters.setForeground(QColor(getattr(self._reading.theme, tone)))
        return characters

    def _mark(self, name: str) -> None:
        add_mark(self.document, name, self._reading.theme, self._reading.pixel_ratio)
        self._cursor.insertImage(mark_format(name))

    def _table(
        self, rows: int, widths_px: Sequence[int], *, lined: bool, below: int = BELOW_TABLE_PX
    ) -> QTextTable:
        table_format = QTextTableFormat()
        table_format.setBorder(0)
        table_format.setCellSpacing(0)
        table_format.setCellPadding(0)
        # Documents ignore the margin above what follows a table.
        table_format.setBottomMargin(below)
        table_format.setColumnWidthConstraints([_fixed(px) for px in widths_px])
        table_format.setWidth(_fixed(sum(widths_px)))
        table = self._cursor.insertTable(rows, len(widths_px), table_format)
        for row in range(rows):
            for column in range(len(widths_px)):
                cell = QTextTableCellFormat()
                cell.setTopPadding(8)
                cell.setBottomPadding(8)
                if lined and row:
                    cell.setTopBorder(1)
                    cell.setTopBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                    cell.setTopBorderBrush(QColor(self._reading.theme.hairline))
                table.cellAt(row, column).setFormat(cell)
        return table

    def _open_frame(self, border_tone: str) -> QTextFrame:
        if self._cursor.block().length() > 1:
            self._cursor.insertBlock()
        self._spacer(1)
        frame = QTextFrameFormat()
        frame.setBorder(0)
        frame.setTopMargin(ABOVE_BOX_PX)
        frame.setBottomMargin(BELOW_BOX_PX)
        frame.setPadding(BOX_PADDING_PX)
        frame.setWidth(_fixed(self._width_px))
        frame.setProperty(BOX_PROPERTY, border_tone)
        return self._cursor.insertFrame(frame)

    def _leave(self, frame: QTextFrame) -> None:
        self._cursor.setPosition(frame.lastPosition() + 1)


def _fixed(px: float) -> QTextLength:
    return QTextLength(QTextLength.Type.FixedLength, px)
