"""What a person has set, applied to every sentence, number and day of the program."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from runadvisor.language import ENGLISH, languages, speak, speak_english
from runadvisor.wording.customs import measure_in

if TYPE_CHECKING:
    from runadvisor.settings import Settings


def speak_as(settings: Settings) -> None:
    """Speak the language, and count in units and weeks, of the settings from now on.

    A language that is not there any more, or that Unicode's tables do not know, is English.
    """
    folders = languages()
    speak_english()
    measure_in(settings.unit, first_weekday=settings.first_weekday)
    if settings.language != ENGLISH and settings.language in folders:
        with suppress(ValueError, OSError):
            measure_in(
                settings.unit, language=settings.language, first_weekday=settings.first_weekday
            )
            speak(settings.language, folders[settings.language])
