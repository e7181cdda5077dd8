"""The few choices a person makes for the whole app, as TOML in the config folder."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

import tomli_w
from platformdirs import user_config_path, user_data_path, user_log_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

APP_NAME = "RunAdvisor"
PAPERS = ("A4", "LETTER")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Choices that are not part of any history."""

    paper: str = "A4"
    """``A4`` or ``LETTER``."""
    emergency_number: str = "112"
    """Printed in the stop box; 112 works across Europe and from most mobile phones."""
    out_of_hours_number: str = ""
    """For what cannot wait until the practice opens; empty where there is none."""
    history_path: str | None = None
    """The history opened last; ``None`` for the one in the platform's data folder."""
    recent_histories: tuple[str, ...] = ()


def default_history_path() -> Path:
    """Return where a person's history lives unless they choose another place."""
    return user_data_path(APP_NAME, appauthor=False) / "history.runadvisor"


def default_copies_folder() -> Path:
    """Return where the daily copies of histories are kept."""
    return user_data_path(APP_NAME, appauthor=False) / "backups"


def default_log_folder() -> Path:
    """Return where the window keeps its log."""
    return user_log_path(APP_NAME, appauthor=False)


def default_settings_path() -> Path:
    """Return where the settings live."""
    return user_config_path(APP_NAME, appauthor=False) / "settings.toml"


def load_settings(path: Path | None = None) -> tuple[Settings, str | None]:
    """Return the settings, and a sentence where the file could not be used.

    A missing file is no fault: it means that nothing was chosen yet.
    """
    path = path or default_settings_path()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Settings(), f"{path} cannot be read, so every setting is at its default."
    return _settings(table), None


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write the settings.

    Raises:
        OSError: The config folder cannot be written.
    """
    path = path or default_settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    table = {key: value for key, value in asdict(settings).items() if value is not None}
    path.write_text(tomli_w.dumps(table), encoding="utf-8")


def _settings(table: Mapping[str, Any]) -> Settings:
    """Keep what is known and of the right kind; leave the rest at its default."""
    kept: dict[str, Any] = {}
    for name in (field.name for field in fields(Settings)):
        value = table.get(name)
        if name == "recent_histories":
            kept[name] = tuple(str(entry) for entry in value) if isinstance(value, list) else ()
        elif isinstance(value, str) and (name != "paper" or value in PAPERS):
            kept[name] = value
    return Settings(**kept)
