"""English is the key; a translation is asked for where a sentence is shown."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from docs.languages.__main__ import PSEUDO, make_pseudo, pseudo, sentences
from runadvisor import wording
from runadvisor.assets import asset
from runadvisor.catalog import load_catalog, load_guide
from runadvisor.domain.text import N_, Message
from runadvisor.domain.warning import Tier
from runadvisor.language import _, ngettext, speak, speak_english

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("locale")
    make_pseudo(made)
    return made


@pytest.fixture
def _pseudo(folder: Path) -> Iterator[None]:
    speak(PSEUDO, folder)
    yield
    speak_english()


def test_without_a_language_every_sentence_is_as_it_was_written() -> None:
    assert _("change this week’s plan") == "change this week’s plan"
    assert ngettext("{number} run", "{number} runs", 2) == "{number} runs"


def test_a_language_that_is_not_there_is_refused_and_the_old_one_stays(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        speak("xx", tmp_path)
    assert _("change this week’s plan") == "change this week’s plan"


@pytest.mark.usefixtures("_pseudo")
def test_the_pseudo_locale_speaks_for_marked_words_catalog_and_guide() -> None:
    assert wording.tier_meaning(Tier.ACT).startswith("⟦ćĥáńĝé")
    catalog = load_catalog()
    guide = load_guide(catalog)
    assert all(exercise.name.startswith("⟦") for exercise in catalog.exercises.values())
    assert all(article.lead.startswith("⟦") for article in guide.articles.values())


@pytest.mark.usefixtures("_pseudo")
def test_the_catalog_holds_the_same_things_in_every_language() -> None:
    spoken = load_catalog()
    speak_english()
    assert spoken.exercises.keys() == load_catalog().exercises.keys()
    assert [flag.flag_id for flag in spoken.red_flags] == [
        flag.flag_id for flag in load_catalog().red_flags
    ]


@pytest.mark.usefixtures("_pseudo")
def test_nothing_stays_nothing() -> None:
    assert _("") == ""


def test_the_pseudo_locale_is_longer_and_keeps_what_is_filled_in() -> None:
    words = pseudo("Your run of {distance_m} was long")
    assert "{distance_m}" in words
    assert len(words) >= 1.4 * len("Your run of  was long")
    filled = wording.sentence(Message(N_("{distance_m} to go"), {"distance_m": 5000}))
    assert filled == "5.0 km to go"


def test_translators_get_what_the_catalog_says_and_none_of_its_keys() -> None:
    found = {message.id for message in sentences() if isinstance(message.id, str)}
    exercises = tomllib.loads(asset("catalog", "exercises.toml").read_text(encoding="utf-8"))
    assert {entry["how"] for entry in exercises.values()} <= found
    assert not {entry["citation"] for entry in exercises.values() if "citation" in entry} & found
