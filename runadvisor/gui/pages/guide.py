"""The guide: contents and search on the left, the page on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from runadvisor.catalog import load_guide
from runadvisor.gui.guide_search import GuideIndex
from runadvisor.gui.models.guide_contents import ARTICLE_ROLE, GuideContents
from runadvisor.gui.pages.guide_article import ArticleView
from runadvisor.gui.pages.guide_document import Personal
from runadvisor.gui.theme import scaled
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.guide_rows import GuideRows
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import Page
from runadvisor.gui.widgets.search_field import SearchField
from runadvisor.language import _, ngettext
from runadvisor.plan.exercises import allowed_exercises

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from runadvisor.advisor import Advice
    from runadvisor.domain.guide import Guide
    from runadvisor.gui.workspace import Workspace

LIST_PX = (240, 320)
"""Narrowest and widest; the page on the right needs the rest."""
FIRST_PAGE = "where-it-hurts"


class GuidePage(Page):
    """Two panes; the guide is read from disk when it is first looked at."""

    key = "guide"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page, still empty."""
        super().__init__(workspace, parent)
        self.set_heading(
            _("Guide"), _("What helps, what does not, and when to see somebody. No diagnosis.")
        )
        self._guide: Guide | None = None
        self._index: GuideIndex | None = None
        self._shown = ""
        self._earlier: list[str] = []
        self.back = Button(_("Back"), role="plain")
        self.back.setToolTip(_("The page before (Alt+Left)"))
        self.back.clicked.connect(self._go_back)
        self.back.hide()
        self.add_action(self.back)
        self.search = SearchField(_("Search: groin, stairs, ice …"), name=_("Search the guide"))
        self.search.setToolTip("Ctrl+F")
        self.search.textChanged.connect(self._search)
        self.search.list_wanted.connect(self._go_to_list)
        self.count = Label(size=12, tone="muted")
        self.model = GuideContents()
        self.rows = GuideRows()
        self.rows.setModel(self.model)
        self.rows.selectionModel().currentChanged.connect(self._has_chosen)
        self.rows.activated.connect(lambda _index: self.article.setFocus())
        self.nothing = _Nothing()
        self.nothing.suggestion.clicked.connect(lambda: self.search.setText(self.nothing.word))
        self.nothing.clear.clicked.connect(self.search.clear)
        self.article = ArticleView(workspace.catalog)
        self.article.page_wanted.connect(self.open_page)
        self.article.exercise_wanted.connect(self.exercise_wanted)
        self._lay_out_panes()
        for keys, do, words in (
            (QKeySequence.StandardKey.Find, self._find, _("Search the guide")),
            (QKeySequence.StandardKey.Back, self._go_back, _("Back in the guide")),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setWhatsThis(words)
            shortcut.activated.connect(do)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read the guide the first time."""
        self._read()
        super().showEvent(event)

    def show_advice(self, advice: Advice) -> None:
        """Show what the diary says, and close what it closes."""
        limits = advice.restrictions.exercise_limits
        offer = allowed_exercises(self.workspace.catalog, limits)
        self.article.set_personal(
            Personal(
                is_locked=limits.is_locked or limits.has_bone_alert,
                withheld=offer.withheld,
                barred=offer.barred,
                hints=advice.hints,
            )
        )

    def open_topic(self, topic: str) -> None:
        """Open the page of a rule, of a condition, or the page of that id.

        Raises:
            KeyError: Nothing in the guide goes by that id.
        """
        is_first = self._guide is None
        guide = self._read()
        if is_first:
            # Nobody has seen the page it would open on: there is nothing to go back to.
            self._shown = ""
        self.open_page(topic if topic in guide.articles else guide.by_topic[topic])

    def open_page(self, article_id: str) -> None:
        """Open a page, remembering the one before."""
        if self._shown and self._shown != article_id:
            self._earlier.append(self._shown)
        self.search.clear()
        self._show(article_id)
        self.article.setFocus()

    def _read(self) -> Guide:
        if self._guide is None:
            self._guide = load_guide(self.workspace.catalog)
            self.model.show_all(self._guide.articles.values())
            self._say_count(len(self._guide.articles))
            self._show(FIRST_PAGE)
        return self._guide

    def _show(self, article_id: str) -> None:
        guide = self._read()
        self._shown = article_id
        self.back.setVisible(bool(self._earlier))
        self.article.show_article(guide.articles[article_id], guide)
        self._select_shown()

    def _select_shown(self) -> None:
        row = self.model.row_of(self._shown)
        if row is None:
            self.rows.selectionModel().clear()
        else:
            index = self.model.index(row, 0)
            self.rows.setCurrentIndex(index)
            self.rows.scrollTo(index)

    def _has_chosen(self, index: QModelIndex) -> None:
        article = index.data(ARTICLE_ROLE) if index.isValid() else None
        if article is not None and article.article_id != self._shown:
            self._show(article.article_id)

    def _search(self, query: str) -> None:
        guide = self._read()
        if query.strip():
            if self._index is None:
                self._index = GuideIndex(guide.articles.values())
            found = self._index.search(query)
            self.model.show_found(found)
            self.nothing.show_for(query.strip(), None if found else self._index.suggestion(query))
            self._say_count(len(found))
        else:
            self.model.show_all(guide.articles.values())
            self._say_count(len(guide.articles))
        is_empty = self.model.rowCount() == 0
        self.rows.setVisible(not is_empty)
        self.nothing.setVisible(is_empty)
        self._select_shown()

    def _say_count(self, pages: int) -> None:
        self.count.setText(ngettext("{number} page", "{number} pages", pages).format(number=pages))

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _go_to_list(self) -> None:
        if self.model.rowCount() == 0:
            return
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.search.text().strip():
            self.rows.setCurrentIndex(self.model.index(0, 0))

    def _go_back(self) -> None:
        if self._earlier:
            self._show(self._earlier.pop())

    def _lay_out_panes(self) -> None:
        listing = Card(padding=(8, 8))
        listing.body.addWidget(self.rows, 1)
        listing.body.addWidget(self.nothing, 1)
        self.nothing.hide()
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.count)
        left.addWidget(listing, 1)
        holder = QWidget()
        holder.setMinimumWidth(LIST_PX[0])
        holder.setMaximumWidth(scaled(LIST_PX[1]))
        holder.setLayout(left)
        reading = Card(padding=(2, 2))
        reading.body.addWidget(self.article)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(holder, 2)
        row.addWidget(reading, 5)
        self.content.addLayout(row, 1)


class _Nothing(QWidget):
    """What stands in the place of the list when a search finds nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.word = ""
        self._said = Label(size=14, weight=600, wrap=True)
        self.suggestion = Button(_("Did you mean …?"), role="plain")
        self.clear = Button(_("Clear the search"), role="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addWidget(self._said)
        column.addWidget(
            Label(
                _("Try a place or what brings it on: groin, outer hip, stairs, night, ice."),
                tone="muted",
                wrap=True,
            )
        )
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self.suggestion, alignment=left)
        column.addWidget(self.clear, alignment=left)
        column.addStretch()

    def show_for(self, query: str, word: str | None) -> None:
        """Name what was looked for, and a word that is near it."""
        self._said.setText(_("Nothing in the guide for “{query}”.").format(query=query))
        self.word = word or ""
        self.suggestion.setText(_("Did you mean “{word}”?").format(word=word))
        self.suggestion.setVisible(word is not None)
