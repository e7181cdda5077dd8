"""The reading pane of the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from runadvisor.gui.pages.guide_document import (
    EXERCISE_SCHEME,
    Personal,
    Reading,
    page_document,
)
from runadvisor.gui.pages.guide_setting import (
    ABOVE_BOX_PX,
    BELOW_BOX_PX,
    BOX_PROPERTY,
    PAGE_MARGINS_PX,
)
from runadvisor.gui.theme import current_theme
from runadvisor.language import _

if TYPE_CHECKING:
    from runadvisor.domain.guide import Guide, GuideArticle
    from runadvisor.domain.knowledge import Catalog

RADIUS_PX = 10
RIGHT_PX = 32
"""Room at the right, the scroll bar in it: a page keeps its width without one."""


class ArticleView(QTextBrowser):
    """Shows a page of the guide; its links ask for others."""

    page_wanted = Signal(str)
    """Id of another page."""
    exercise_wanted = Signal(str)
    """Id of an exercise."""

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("article")
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        self._catalog = catalog
        self._article: GuideArticle | None = None
        self._guide: Guide | None = None
        self._personal = Personal()

    def set_personal(self, personal: Personal) -> None:
        """Show the page at hand as it is for this runner now, at the place read."""
        if personal != self._personal:
            self._personal = personal
            self._set_in_place()

    def show_article(self, article: GuideArticle, guide: Guide) -> None:
        """Show a page from its top."""
        self._article, self._guide = article, guide
        self.setAccessibleName(_("Guide: {title}").format(title=article.title))
        self.setAccessibleDescription(article.lead)
        self._set()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Set the page anew for another width, and stay at the place read."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set_in_place()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take on the colours of a theme that changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._set_in_place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the round borders of boxes, which documents do not have, and the page."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        theme = current_theme()
        layout = self.document().documentLayout()
        for frame in self.document().rootFrame().childFrames():
            tone = frame.frameFormat().property(BOX_PROPERTY)
            if tone is not None:
                painter.setPen(QPen(QColor(getattr(theme, tone)), 1))
                box = QRectF(layout.frameBoundingRect(frame)).adjusted(
                    0.5, ABOVE_BOX_PX + 0.5, -0.5, -BELOW_BOX_PX - 0.5
                )
                painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)
        painter.end()
        super().paintEvent(event)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == EXERCISE_SCHEME:
            self.exercise_wanted.emit(link.path())
        else:
            self.page_wanted.emit(link.toString())

    def _set_in_place(self) -> None:
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        self._set()
        bar.setValue(round(place * bar.maximum()))

    def _set(self) -> None:
        if self._article is None or self._guide is None:
            return
        reading = Reading(
            guide=self._guide,
            catalog=self._catalog,
            theme=current_theme(),
            width_px=self.width() - PAGE_MARGINS_PX[0] - RIGHT_PX,
            pixel_ratio=self.devicePixelRatioF(),
            personal=self._personal,
        )
        document = page_document(self._article, reading)
        document.setParent(self)
        self.setDocument(document)
