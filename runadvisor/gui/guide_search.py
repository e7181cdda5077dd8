"""Find pages of the guide by title, other names, symptoms and words of the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runadvisor.domain.guide import GuideArticle

_WHOLE_NAME, _TITLE, _NAME, _TEXT = 20, 9, 5, 1
"""How much a word counts by where it stands."""
_CLOSE = 0.72
_SHORTEST_GUESS = 4
_WORDS_BEFORE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page that answers a search, and where it does."""

    article: GuideArticle
    excerpt: str
    """The sentence or name that holds the word; empty when the title does."""


class GuideIndex:
    """The words of every page, ready to be searched."""

    def __init__(self, articles: Iterable[GuideArticle]) -> None:
        """Read the pages once."""
        self._pages = [_IndexedPage(article) for article in articles]
        self._vocabulary = sorted({word for page in self._pages for word in page.names})

    def search(self, query: str) -> tuple[Found, ...]:
        """Return the pages that hold every word of the query, the best first.

        A word matches every word it begins; accents and case do not matter. An empty
        query finds nothing.
        """
        asked = _words(query)
        if not asked:
            return ()
        scored = [(page.score(asked), page) for page in self._pages]
        ranked = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
        return tuple(Found(article=page.article, excerpt=page.excerpt(asked)) for _, page in ranked)

    def suggestion(self, query: str) -> str | None:
        """Return a word of the guide that looks like the query's, for when nothing is found."""
        for word in _words(query):
            if len(word) >= _SHORTEST_GUESS:
                close = get_close_matches(word, self._vocabulary, n=1, cutoff=_CLOSE)
                if close and self.search(close[0]):
                    return close[0]
        return None


class _IndexedPage:
    def __init__(self, article: GuideArticle) -> None:
        self.article = article
        questions = tuple(answer.question for answer in article.answers)
        self._sentences = (
            article.lead,
            *questions,
            *(claim.text for claim in article.claims),
            *article.see_soon,
        )
        self._title = _words(article.title)
        self.names = [*self._title, *(word for name in article.also for word in _words(name))]
        self._whole_names = [self._title, *(_words(name) for name in article.also)]
        self._text = [word for sentence in self._sentences for word in _words(sentence)]

    def score(self, asked: Sequence[str]) -> int:
        """Return 0 unless every word asked for is somewhere on the page."""
        scores = [self._word_score(word) for word in asked]
        if not all(scores):
            return 0
        is_name = list(asked) in self._whole_names
        return sum(scores) + (_WHOLE_NAME if is_name else 0)

    def excerpt(self, asked: Sequence[str]) -> str:
        missing = [word for word in asked if not _begins(word, self._title)]
        if not missing:
            return ""
        word = missing[0]
        said = (*self._sentences, *self.article.also)
        return next((_around(word, text) for text in said if _begins(word, _words(text))), "")

    def _word_score(self, word: str) -> int:
        # A whole word says more than one it only begins.
        for place, score in ((self._title, _TITLE), (self.names, _NAME), (self._text, _TEXT)):
            if word in place:
                return 2 * score
            if _begins(word, place):
                return score
        return 0


def _begins(start: str, words: Iterable[str]) -> bool:
    return any(word.startswith(start) for word in words)


def _around(word: str, text: str) -> str:
    """Return the text from shortly before a word, so that the word can be seen in a short line."""
    spoken = text.split()
    at = next((n for n, each in enumerate(spoken) if _begins(word, _words(each))), 0)
    start = max(0, at - _WORDS_BEFORE)
    return ("… " if start else "") + " ".join(spoken[start:])


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
