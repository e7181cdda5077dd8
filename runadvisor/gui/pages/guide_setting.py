"""How a page of the guide is set: words, blocks, tables and boxes of a text document."""

from __future__ import annotations

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

from runadvisor.gui.pages.guide_marks import add_mark, mark_format
from runadvisor.gui.theme import text_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextFrame, QTextTable

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
_SAMPLE = "The tendon has not kept up with what was asked of it, and load that grows helps."
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


def widest_px() -> int:
    """Return how wide a page ever gets: our longest line, the gap and the margin."""
    per_character = QFontMetricsF(text_font(14)).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    return round(per_character * LINE_CHARACTERS) + GAP_PX + MARGIN_PX


class TextSheet:
    """A document under construction: everything is set where the cursor stands."""

    def __init__(self, theme: Theme, *, room_px: int, pixel_ratio: float) -> None:
        """Start an empty page in so much room for text and margin."""
        self._theme = theme
        self._room_px = room_px
        self._pixel_ratio = pixel_ratio
        self.width_px = min(room_px, widest_px())
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

    def stand_in(self, table: QTextTable, row: int, column: int) -> None:
        """Stand in a cell of a table."""
        self._cursor = table.cellAt(row, column).firstCursorPosition()

    def paragraph(
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
        """Set a paragraph; ``above`` and ``below`` are its margins, ``leading`` is in percent."""
        self.block(above=above, below=below, leading=leading, heading=heading)
        self.words(text, size=size, weight=weight, tone=tone)

    def block(
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
            return self._room_px - self.width_px + margin_px
        return max(0, margin_px - 2 * BOX_PADDING_PX)

    def spacer(self, px: int) -> None:
        """Make the empty block at hand a gap of so many pixels."""
        block = QTextBlockFormat()
        block.setLineHeight(px, _FIXED)
        self._cursor.setBlockFormat(block)

    def words(self, text: str, *, size: int, weight: int = 400, tone: str = "ink") -> None:
        """Set words in the block at hand; ``tone`` is a colour of the theme."""
        for together in (" %", " of 10"):
            # A number never stands at the end of a line without what it is of.
            text = text.replace(together, together.replace(" ", "\N{NO-BREAK SPACE}"))
        self._cursor.insertText(text, self._characters(size, weight, tone))

    def link(self, target: str, text: str, *, size: int = 13) -> None:
        """Set words that lead somewhere: the id of a page, or ``exercise:E02``."""
        characters = self._characters(size, 600, "primary")
        characters.setAnchor(True)
        characters.setAnchorHref(target)
        self._cursor.insertText(text, characters)

    def _characters(self, size: int, weight: int, tone: str) -> QTextCharFormat:
        characters = QTextCharFormat()
        characters.setFont(text_font(size, weight))
        characters.setForeground(QColor(getattr(self._theme, tone)))
        return characters

    def mark(self, name: str) -> None:
        """Set a small mark in the line at hand."""
        add_mark(self.document, name, self._theme, self._pixel_ratio)
        self._cursor.insertImage(mark_format(name))

    def table(
        self, rows: int, widths_px: Sequence[int], *, lined: bool, below: int = BELOW_TABLE_PX
    ) -> QTextTable:
        """Insert a table of fixed columns; ``lined`` draws a hairline between its rows."""
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
                    cell.setTopBorderBrush(QColor(self._theme.hairline))
                table.cellAt(row, column).setFormat(cell)
        return table

    def open_frame(self, border_tone: str) -> QTextFrame:
        """Open a box with a round border and stand in it."""
        if self._cursor.block().length() > 1:
            self._cursor.insertBlock()
        self.spacer(1)
        frame = QTextFrameFormat()
        frame.setBorder(0)
        frame.setTopMargin(ABOVE_BOX_PX)
        frame.setBottomMargin(BELOW_BOX_PX)
        frame.setPadding(BOX_PADDING_PX)
        frame.setWidth(_fixed(self.width_px))
        frame.setProperty(BOX_PROPERTY, border_tone)
        return self._cursor.insertFrame(frame)

    def leave(self, frame: QTextFrame) -> None:
        """Stand behind a table or a box."""
        self._cursor.setPosition(frame.lastPosition() + 1)


def _fixed(px: float) -> QTextLength:
    return QTextLength(QTextLength.Type.FixedLength, px)
