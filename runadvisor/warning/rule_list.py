"""Every rule in one plain line, by family, with why some are fixed: what settings show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from runadvisor.domain.text import N_
from runadvisor.warning.rule_settings import may_switch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runadvisor.warning.rule import Rule


class RuleFamily(StrEnum):
    """Rules that look at the same thing."""

    LONG_RUNS = "long-runs"
    WEEKS = "weeks"
    HARD = "hard"
    GROUND = "ground"
    BALANCE = "balance"
    BODY = "body"
    DATA = "data"


FAMILY_TITLES: Mapping[RuleFamily, str] = {
    RuleFamily.LONG_RUNS: N_("Single runs and breaks"),
    RuleFamily.WEEKS: N_("Weeks and rest"),
    RuleFamily.HARD: N_("Hard and fast running"),
    RuleFamily.GROUND: N_("Hills, surfaces and shoes"),
    RuleFamily.BALANCE: N_("Strength, variety and steps"),
    RuleFamily.BODY: N_("Pain, illness, health and sleep"),
    RuleFamily.DATA: N_("What the data can carry"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """What a list of rules says of one."""

    family: RuleFamily
    title: str
    """A marked name."""
    line: str
    """A marked sentence: what it looks for."""


def _line(family: RuleFamily, title: str, line: str) -> RuleLine:
    return RuleLine(family=family, title=title, line=line)


_F = RuleFamily
RULE_LINES: Mapping[str, RuleLine] = {
    "R01": _line(
        _F.LONG_RUNS,
        N_("A run much longer than usual"),
        N_("One run against the longest of the 30 days before it."),
    ),
    "R02": _line(
        _F.LONG_RUNS,
        N_("A run that took much longer than usual"),
        N_("The same in minutes, for runs without a distance."),
    ),
    "R29": _line(
        _F.LONG_RUNS,
        N_("Long days made of several runs"),
        N_("Two runs on a day, or two long days in a row, added up."),
    ),
    "R17": _line(
        _F.LONG_RUNS,
        N_("The first week of running"),
        N_("For runners who say that they are new: short runs first."),
    ),
    "R18": _line(
        _F.LONG_RUNS,
        N_("Back after a break"),
        N_("Runs and weeks after 7, 14 or 30 days without running."),
    ),
    "R04": _line(
        _F.WEEKS, N_("A big week"), N_("A week against the most of the four weeks before it.")
    ),
    "R30": _line(
        _F.WEEKS,
        N_("More running days"),
        N_("Running days of a week against the mean of the four weeks before it."),
    ),
    "R37": _line(
        _F.WEEKS,
        N_("Growing for months"),
        N_("Four weeks against the twelve before them, with no lighter week between."),
    ),
    "R06": _line(
        _F.WEEKS,
        N_("Days very like each other"),
        N_("The mean day of a week divided by the spread between its days."),
    ),
    "R07": _line(
        _F.WEEKS,
        N_("A straining week"),
        N_("Minutes times sameness against your own last twelve weeks."),
    ),
    "R08": _line(_F.WEEKS, N_("Rest days"), N_("Rest days in 28 days, and running days in a row.")),
    "R05": _line(
        _F.WEEKS,
        N_("Acute and chronic load"),
        N_("Seven days against the weeks before: shown with the load, never a warning."),
    ),
    "R25": _line(
        _F.WEEKS,
        N_("Form"),
        N_("Long-term less short-term load: shown with the load, never a warning."),
    ),
    "R09": _line(
        _F.HARD, N_("Hard days close together"), N_("Two hard runs on the same or the next day.")
    ),
    "R28": _line(
        _F.HARD, N_("Races close together"), N_("Races one after the other, or several in a row.")
    ),
    "R10": _line(
        _F.HARD,
        N_("Load of the hip flexors"),
        N_("Fast and uphill steps of seven days against the four weeks before."),
    ),
    "R11": _line(
        _F.HARD,
        N_("Fast minutes"),
        N_("Minutes at threshold speed or faster, and the first of them after a month."),
    ),
    "R33": _line(
        _F.HARD, N_("Sprints after a break"), N_("The first sprints after weeks without.")
    ),
    "R12": _line(
        _F.GROUND, N_("Climb"), N_("Metres up in a run against the most of the 30 days before.")
    ),
    "R13": _line(
        _F.GROUND,
        N_("Descent"),
        N_("Metres down in a run against the most of the 30 days before."),
    ),
    "R31": _line(
        _F.GROUND,
        N_("A new surface"),
        N_("A week mostly on road, trail, track or treadmill, after weeks without."),
    ),
    "R32": _line(_F.GROUND, N_("New shoes"), N_("Much running in shoes that are new.")),
    "R34": _line(
        _F.GROUND, N_("Bends and slanted roads"), N_("Much running on a track or a slanted road.")
    ),
    "R35": _line(_F.GROUND, N_("Heat"), N_("Runs on hot days.")),
    "R16": _line(
        _F.BALANCE, N_("Running and nothing else"), N_("Weeks of running without another sport.")
    ),
    "R14": _line(
        _F.BALANCE,
        N_("Slow steps"),
        N_("Few steps a minute while the outer hip or the knee is sore."),
    ),
    "R23": _line(
        _F.BALANCE, N_("No strength work"), N_("Days without strength work; off until you want it.")
    ),
    "R36": _line(
        _F.BALANCE,
        N_("Strength work all at once"),
        N_("Strength work after weeks without, or much more than last week."),
    ),
    "R38": _line(_F.BALANCE, N_("Sitting and travel"), N_("Long hours of sitting.")),
    "R21": _line(_F.BODY, N_("Signs to stop for"), N_("Your answers to the questions of safety.")),
    "R19": _line(
        _F.BODY, N_("Pain and running"), N_("Pain in, after and on the morning after a run.")
    ),
    "R20": _line(
        _F.BODY, N_("Pain that comes back or grows"), N_("Pain at one spot over two weeks.")
    ),
    "R22": _line(
        _F.BODY, N_("Energy and bones"), N_("Your answers to the questions about health.")
    ),
    "R27": _line(_F.BODY, N_("Illness"), N_("Illness that you wrote down.")),
    "R03": _line(
        _F.BODY,
        N_("Injured within a year"),
        N_("Raises a watch about that part of the body to act, never further."),
    ),
    "R15": _line(
        _F.BODY, N_("Short sleep"), N_("The mean of fourteen nights, where you write them down.")
    ),
    "R26": _line(
        _F.DATA,
        N_("Too little data"),
        N_("Says when the history is too short, and which runs were left out."),
    ),
}
"""By rule id; families and rules in the order in which they are shown."""

_FIXED_LIMITS = N_("Its numbers are fixed: the limit of a day and the plan rest on them.")
_FIXED_BODY = N_("Fixed: what pain, illness and health ask for is not a matter of taste.")
_FIXED_SLEEP = N_("Its numbers are fixed: what the plan takes back for short nights rests on them.")
_FIXED_DATA = N_("Its numbers are fixed: they say how far the other rules can be believed.")
_SWITCH_ONLY = N_("Its numbers are fixed; it can be switched off.")
_ONLY_SHOWN = N_("Only shown, never a warning: studies of runners speak against it.")
_FIXED: Mapping[str, str] = {
    "R01": _FIXED_LIMITS,
    "R08": _FIXED_LIMITS,
    "R18": _FIXED_LIMITS,
    "R15": _FIXED_SLEEP,
    "R26": _FIXED_DATA,
    "R07": _SWITCH_ONLY,
}


def why_fixed(rule: Rule) -> str | None:
    """Return the marked reason why a rule's numbers are not offered; ``None`` where they are."""
    if rule.needs is not None:
        return rule.needs
    if rule.is_silent:
        return _ONLY_SHOWN
    if not may_switch(rule):
        return _FIXED_BODY
    return _FIXED.get(rule.rule_id)
