"""Settings: how the window speaks, looks and prints; each acts at once and is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from runadvisor.domain.athlete import Athlete
from runadvisor.domain.calendar import FirstWeekday
from runadvisor.domain.units import DistanceUnit
from runadvisor.gui.pages import athlete_answers as answers
from runadvisor.gui.widgets.buttons import Button
from runadvisor.gui.widgets.card import Card
from runadvisor.gui.widgets.labels import Label
from runadvisor.gui.widgets.page import Page
from runadvisor.gui.widgets.setting_row import ChoiceRow, SettingRow, TextRow
from runadvisor.gui.zone_names import complete_zones
from runadvisor.language import ENGLISH, _, languages
from runadvisor.settings import Settings, ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runadvisor.advisor import Advice
    from runadvisor.gui.workspace import Workspace

_DEFAULT = Settings()
_ANYONE = Athlete()


class SettingsPage(Page):
    """Cards of settings; what belongs to a runner is kept in the runner's own history."""

    key = "settings"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(workspace, parent)
        self.set_heading(_("Settings"), _("Every change acts at once and is kept."))
        self._athlete: Athlete | None = None
        self.rows = _window_rows()
        self.own_rows = _runner_rows()
        for name, row in self.rows.items():
            row.chosen.connect(lambda value, name=name: self._choose(name, value))
        for name, row in self.own_rows.items():
            row.chosen.connect(lambda value, name=name: self._answer(name, value))
        self._add_card(
            _("Units and language"),
            _("How numbers, days and sentences are written, here, in print and in the terminal."),
            [self.rows["unit"], self.rows["language"]],
        )
        self._add_card(
            _("Calendar"),
            _("The first day of the week is this computer’s; the zone is kept with your runs."),
            [self.rows["first_weekday"], self.own_rows["home_zone"]],
        )
        self._add_card(
            _("Look"),
            _("Text is as large as your system’s own; change it there, and it follows."),
            [self.rows["theme"], self.own_rows["shows_tissue_loads"]],
        )
        self._add_card(
            _("Print and emergencies"),
            _("What stands on paper, and in the box that asks you to stop."),
            [
                self.rows["paper"],
                self.rows["emergency_number"],
                self.rows["out_of_hours_number"],
            ],
        )
        rules = self._add_card(
            _("Rules and thresholds"),
            _("Which patterns are looked for is set beside the warnings, rule by rule."),
            [],
        )
        to_rules = Button(_("Open the rules"), icon="warnings", small=True)
        to_rules.clicked.connect(lambda: self.go_to.emit("rules"))
        rules.body.addWidget(to_rules, alignment=Qt.AlignmentFlag.AlignLeft)
        self.content.addStretch()
        workspace.settings_changed.connect(self._show_settings)
        self._show_settings()

    def show_advice(self, advice: Advice) -> None:
        """Show what the history says of its runner."""
        self._athlete = advice.athlete
        for name, row in self.own_rows.items():
            value = getattr(advice.athlete, name)
            row.show_value("" if value is None else value)

    def _show_settings(self) -> None:
        for name, row in self.rows.items():
            row.show_value(getattr(self.workspace.settings, name))

    def _choose(self, name: str, value: object) -> None:
        self.workspace.choose(replace(self.workspace.settings, **{name: value}))  # pyright: ignore[reportArgumentType] - by name

    def _answer(self, name: str, value: object) -> None:
        if self._athlete is not None:
            answer = None if value == "" else value
            self._athlete = replace(self._athlete, **{name: answer})  # pyright: ignore[reportArgumentType] - as above
            self.workspace.set_athlete(self._athlete)

    def _add_card(self, title: str, purpose: str, rows: Sequence[SettingRow]) -> Card:
        card = Card()
        card.body.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(title, size=16, weight=600))
        words.addWidget(Label(purpose, tone="muted", wrap=True))
        card.body.addLayout(words)
        for row in rows:
            card.body.addWidget(row)
        self.content.addWidget(card)
        return card


def _window_rows() -> dict[str, SettingRow]:
    """Return the rows of ``Settings``, by the name of the field."""
    return {
        "unit": ChoiceRow(
            _("Distance"),
            _("Miles bring their pace and feet of climb. Files keep what they say."),
            choices=((DistanceUnit.KILOMETRE, _("Kilometres")), (DistanceUnit.MILE, _("Miles"))),
            default=_DEFAULT.unit,
        ),
        "language": ChoiceRow(
            _("Language"),
            _("What is not translated yet stays English."),
            choices=[(code, _language_name(code)) for code in (ENGLISH, *languages())],
            default=_DEFAULT.language,
        ),
        "first_weekday": ChoiceRow(
            _("First day of the week"),
            _("For every week that is shown. Rules and plan count their weeks from Monday."),
            choices=(
                (FirstWeekday.LANGUAGE, _("As the language has it")),
                (FirstWeekday.MONDAY, _("Monday")),
                (FirstWeekday.SATURDAY, _("Saturday")),
                (FirstWeekday.SUNDAY, _("Sunday")),
            ),
            default=_DEFAULT.first_weekday,
        ),
        "theme": ChoiceRow(
            _("Colours"),
            _("Dark is easier on the eyes at night; the system’s own choice is followed."),
            choices=(
                (ThemeChoice.SYSTEM, _("As the system")),
                (ThemeChoice.LIGHT, _("Light")),
                (ThemeChoice.DARK, _("Dark")),
            ),
            default=_DEFAULT.theme,
        ),
        "paper": ChoiceRow(
            _("Paper"),
            _("The size of the sheet that is printed or saved."),
            choices=(("A4", _("A4")), ("LETTER", _("Letter"))),
            default=_DEFAULT.paper,
        ),
        "emergency_number": TextRow(
            _("Emergency number"),
            _("Shown where you are asked to call for help. 112 works from most mobile phones."),
            default=_DEFAULT.emergency_number,
            read=_number_to_call,
        ),
        "out_of_hours_number": TextRow(
            _("Out-of-hours number"),
            _("For what cannot wait until the practice opens. Empty where there is none."),
            default=_DEFAULT.out_of_hours_number,
        ),
    }


def _runner_rows() -> dict[str, SettingRow]:
    """Return the rows of ``Athlete``, by the name of the field."""
    zone = TextRow(
        _("Home time zone"),
        _("Where a run without a place of its own is put on the calendar."),
        default=None,
        read=answers.home_zone,
    )
    complete_zones(zone.edit)
    return {
        "home_zone": zone,
        "shows_tissue_loads": ChoiceRow(
            _("Load by tissue"),
            _("A model of ours on the page Load: what each part of the leg carried."),
            choices=((True, _("Shown")), (False, _("Left out"))),
            default=_ANYONE.shows_tissue_loads,
        ),
    }


def _language_name(code: str) -> str:
    """Return the name of a language in that language; its code where it has none."""
    if code == ENGLISH:
        return "English"
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - start-up time

    try:
        name = Locale.parse(code).display_name
    except (UnknownLocaleError, ValueError):
        return code
    return name or code


def _number_to_call(text: str) -> str:
    if any(letter.isdigit() for letter in text):
        return text
    raise ValueError(_("A number to call holds digits, such as 112."))
