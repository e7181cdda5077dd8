"""Gathers every sentence for translators, and makes the pseudo-locale that finds what was missed.

``uv run python -m docs.languages extract FILE.pot`` writes all sentences of code and catalog.
``uv run python -m docs.languages pseudo FOLDER`` writes ``en_XA``: each of them accented, 40 %
longer and in brackets. What stands without brackets in a window of it was never marked.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from runadvisor.catalog import TEXT_KEYS, TEXT_TABLES
from runadvisor.language import DOMAIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent.parent
PSEUDO = "en_XA"
LONGER = 0.4
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
_ACCENTS = str.maketrans(
    "AaBCcDdEeFGgHhIiJjKkLlMNnOoPRrSsTtUuWwYyZz", "ÁáƁĆćĎďÉéƑĜĝĤĥÍíĴĵĶķĹĺḾŃńÓóṔŔŕŚśŤťÚúŴŵÝýŹź"
)
_KEPT = re.compile(r"\{[^{}]*\}|%\([a-z_]+\)[sd]|<[^<>]*>|&[a-z]+;|https?://\S+")
"""What a translator leaves as it is: fields, tags, addresses."""


def sentences() -> Catalog:
    """Return every sentence that is marked in the code or stands in the catalog."""
    found = Catalog(project="RunAdvisor", charset="utf-8")
    for name, line, message, comments, _context in extract_from_dir(
        ROOT / "runadvisor", [("**.py", "python")], keywords=_KEYWORDS
    ):
        found.add(message, locations=[(f"runadvisor/{name}", line)], auto_comments=comments)
    for path in sorted((ROOT / "resources" / "catalog").rglob("*.toml")):
        place = path.relative_to(ROOT).as_posix()
        for text in _texts(tomllib.loads(path.read_text(encoding="utf-8"))):
            found.add(text, locations=[(place, 1)])
    return found


def pseudo(sentence: str) -> str:
    """Return a sentence accented, longer and in brackets; what is in braces stays."""
    parts = _KEPT.split(sentence)
    kept = [*_KEPT.findall(sentence), ""]
    accented = "".join(
        part.translate(_ACCENTS) + keep for part, keep in zip(parts, kept, strict=True)
    )
    letters = sum(map(len, parts))
    words = "ŕúń ďóńé śó ťĥáť íť íś ĺóńĝéŕ " * (round(letters * LONGER) // 30 + 1)
    more = words[: round(letters * LONGER)].rstrip()
    return f"⟦{accented} {more}⟧" if more else f"⟦{accented}⟧"


def make_pseudo(folder: Path) -> Path:
    """Write the pseudo-locale into a folder as gettext finds it, and return its file."""
    translated = Catalog(locale="en_GB", charset="utf-8")
    for message in sentences():
        if message.id:
            text = tuple(map(pseudo, message.id)) if message.pluralizable else pseudo(message.id)
            translated.add(message.id, text)
    target = folder / PSEUDO / "LC_MESSAGES" / f"{DOMAIN}.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        write_mo(file, translated)
    return target


def _texts(table: Any, key: str = "") -> Iterator[str]:  # noqa: ANN401 - any TOML
    """Walk a part of the catalog and yield what a runner reads of it."""
    match table:
        case str():
            if table and key in TEXT_KEYS:
                yield table
        case list():
            for entry in table:
                yield from _texts(entry, key)
        case dict():
            below = "text" if key in TEXT_TABLES else None
            for own, entry in table.items():
                yield from _texts(entry, below or own)


def main(words: Sequence[str] | None = None) -> None:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=("extract", "pseudo"))
    parser.add_argument("target", type=Path)
    asked = parser.parse_args(words)
    if asked.command == "pseudo":
        make_pseudo(asked.target)
        return
    with asked.target.open("wb") as file:
        write_po(file, sentences())


if __name__ == "__main__":
    main()
