"""The few choices a person makes for the whole app, as TOML in the config folder."""

from __future__ import annotations

import os
import tempfile
import tomllib
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli_w
from platformdirs import user_config_path, user_data_path, user_log_path

from runadvisor.domain.calendar import FirstWeekday
from runadvisor.domain.units import DistanceUnit
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

APP_NAME = "RunAdvisor"
PAPERS = ("A4", "LETTER")


class ThemeChoice(StrEnum):
    """Whose colours the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Choices that are not part of any history."""

    unit: DistanceUnit = DistanceUnit.KILOMETRE
    """Of distance and pace, wherever one is shown or asked for."""
    language: str = "en"
    """As the folders of translations name it; English where it is not there."""
    first_weekday: FirstWeekday = FirstWeekday.LANGUAGE
    """Of the weeks that are shown; the rules and the plan's own weeks keep theirs."""
    theme: ThemeChoice = ThemeChoice.SYSTEM
    paper: str = "A4"
    """``A4`` or ``LETTER``."""
    print_margin: str = "normal"
    """As ``printout.choices`` names them; any other word is the usual one."""
    print_ink: str = "black"
    print_without: tuple[str, ...] = ()
    """What is left off a print: parts of it, or the ``name``."""
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
        return Settings(), _("{file} cannot be read, so every setting is at its default.").format(
            file=path
        )
    return _settings(table), None


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write the settings, whole or not at all.

    Raises:
        OSError: The config folder cannot be written.
    """
    path = path or default_settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    table = {key: value for key, value in asdict(settings).items() if value is not None}
    # Beside the old file, then in its place: a full disk or a cut leaves the old one.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    os.close(handle)
    new = Path(name)
    try:
        new.write_text(tomli_w.dumps(table), encoding="utf-8")
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _settings(table: Mapping[str, Any]) -> Settings:
    """Keep what is known and of the right kind; leave the rest at its default."""
    kept: dict[str, Any] = {}
    for name in (field.name for field in fields(Settings)):
        if name in table:
            try:
                kept[name] = _READERS.get(name, _text)(table[name])
            except ValueError:
                continue
    return Settings(**kept)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ValueError


def _paper(value: object) -> str:
    if value in PAPERS:
        return _text(value)
    raise ValueError


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(map(str, value))
    raise ValueError


_READERS: Mapping[str, Callable[[Any], object]] = {
    "unit": DistanceUnit,
    "first_weekday": FirstWeekday,
    "theme": ThemeChoice,
    "paper": _paper,
    "print_without": _texts,
    "recent_histories": _texts,
}
"""How a value is read; any other name is text. What cannot be read raises ``ValueError``."""
