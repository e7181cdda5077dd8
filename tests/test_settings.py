from __future__ import annotations

from pathlib import Path

import pytest

from runadvisor.domain.units import DistanceUnit
from runadvisor.settings import (
    Settings,
    ThemeChoice,
    default_history_path,
    default_settings_path,
    load_settings,
    save_settings,
)


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    chosen = Settings(
        unit=DistanceUnit.MILE,
        language="de",
        theme=ThemeChoice.DARK,
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
    path.write_text(
        'paper = "A0"\ncolour = "red"\nhistory_path = 3\nrecent_histories = "x"\n'
        'unit = "furlong"\ntheme = 7\n'
    )
    assert load_settings(path) == (Settings(), None)


def test_what_cannot_be_written_leaves_the_settings_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    save_settings(Settings(paper="LETTER"), path)

    def disk_is_full(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", disk_is_full)
    with pytest.raises(OSError, match="No space"):
        save_settings(Settings(), path)
    assert load_settings(path)[0].paper == "LETTER"
    assert list(tmp_path.iterdir()) == [path]


def test_history_and_settings_live_in_the_platforms_own_places() -> None:
    assert default_history_path().name == "history.runadvisor"
    assert default_settings_path().suffix == ".toml"
