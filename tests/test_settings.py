from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.settings import (
    Settings,
    default_history_path,
    default_settings_path,
    load_settings,
    save_settings,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    chosen = Settings(
        paper="LETTER",
        emergency_number="911",
        out_of_hours_number="811",
        recent_histories=("a", "b"),
    )
    save_settings(chosen, path)
    assert load_settings(path) == (chosen, None)


def test_without_a_file_everything_is_at_its_default(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == (Settings(), None)


def test_a_broken_file_gives_the_defaults_and_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("paper = ")
    settings, sentence = load_settings(path)
    assert settings == Settings()
    assert "at its default" in sentence


def test_unknown_keys_and_wrong_values_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('paper = "A0"\ncolour = "red"\nhistory_path = 3\nrecent_histories = "x"\n')
    assert load_settings(path) == (Settings(), None)


def test_history_and_settings_live_in_the_platforms_own_places() -> None:
    assert default_history_path().name == "history.runadvisor"
    assert default_settings_path().suffix == ".toml"
