"""The language of every sentence. English is the key: what has no translation stays English.

One language at a time serves the whole program, as with gettext's own ``install``. A sentence
is marked where it is written: ``_("…")`` where it is shown at once, ``ngettext`` where a number
decides its form, ``domain.text.N_`` where a record carries it and the wording translates it.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

from runadvisor.assets import asset

DOMAIN = "runadvisor"
"""The name of the files of translations."""
ENGLISH = "en"
FOLDER_VARIABLE = "RUNADVISOR_LOCALES"
"""Names a further folder of translations: for who translates, and for the pseudo-locale."""

_spoken: gettext.NullTranslations = gettext.NullTranslations()
_code = "en"


def speak(code: str, folder: Path) -> None:
    """Speak a language from now on.

    Args:
        code: As in the folder's names: ``de``, ``en_XA``.
        folder: Holds ``CODE/LC_MESSAGES/runadvisor.mo``.

    Raises:
        FileNotFoundError: The folder has no such language.
    """
    global _spoken, _code  # noqa: PLW0603 - one language at a time, for the whole program
    _spoken = gettext.translation(DOMAIN, folder, languages=[code])
    _code = code


def spoken() -> str:
    """Return the code of the language spoken: ``en`` until another was chosen."""
    return _code


def speak_english() -> None:
    """Speak English from now on: the language the sentences are written in."""
    global _spoken, _code  # noqa: PLW0603 - as above
    _spoken = gettext.NullTranslations()
    _code = "en"


def languages() -> dict[str, Path]:
    """Return the languages there are beside English, each with the folder that holds it."""
    folders = [asset("locale"), *map(Path, filter(None, [os.environ.get(FOLDER_VARIABLE)]))]
    return {
        found.parent.parent.name: folder
        for folder in folders
        for found in sorted(folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    }


def _(sentence: str) -> str:
    """Return a sentence in the language spoken; its ``{fields}`` are filled in afterwards."""
    # The translation of nothing would be the head of the file of translations.
    return _spoken.gettext(sentence) if sentence else sentence


def ngettext(one: str, many: str, number: int) -> str:
    """Return the form of a sentence that fits a number; its fields are filled in afterwards."""
    return _spoken.ngettext(one, many, number)
