"""The contents of the guide as a list model: parts as headings, pages under them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from runadvisor.domain.guide import GuideArticle
from runadvisor.gui.guide_words import PARTS
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runadvisor.gui.guide_search import Found

ARTICLE_ROLE = Qt.ItemDataRole.UserRole + 1
EXCERPT_ROLE = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex
_Row = tuple[GuideArticle | str, str]


class GuideContents(QAbstractListModel):
    """One row a page or heading; a heading has no page and cannot be chosen."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._rows: list[_Row] = []

    def show_all(self, articles: Iterable[GuideArticle]) -> None:
        """Show every page under the heading of its part."""
        rows: list[_Row] = []
        for part, pages in groupby(articles, key=lambda article: article.part):
            rows.append((_(PARTS[part]), ""))
            rows += [(article, "") for article in pages]
        self._reset(rows)

    def show_found(self, found: Sequence[Found]) -> None:
        """Show what a search found, in its order."""
        self._reset([(each.article, each.excerpt) for each in found])

    def row_of(self, article_id: str) -> int | None:
        """Return the row of a page, ``None`` when it is not shown."""
        for row, (shown, _excerpt) in enumerate(self._rows):
            if isinstance(shown, GuideArticle) and shown.article_id == article_id:
                return row
        return None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Count headings and pages."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let pages be chosen, headings not."""
        if index.isValid() and isinstance(self._rows[index.row()][0], GuideArticle):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the page, its title, or where a search found it."""
        if not index.isValid():
            return None
        shown, excerpt = self._rows[index.row()]
        is_page = isinstance(shown, GuideArticle)
        if role == ARTICLE_ROLE:
            return shown if is_page else None
        if role == EXCERPT_ROLE:
            return excerpt
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.title if is_page else shown
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = shown.title if is_page else shown
            return (
                _("{title}, found in: {excerpt}").format(title=title, excerpt=excerpt)
                if excerpt
                else title
            )
        return None

    def _reset(self, rows: list[_Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
