"""resources/catalog -> frozen records; every reference in it is checked here."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from runadvisor.assets import asset
from runadvisor.domain.body import BodySite
from runadvisor.domain.diary import HealthItem
from runadvisor.domain.exercise import Bar, BodyPart, Care, Equipment, GoodFor
from runadvisor.domain.guide import (
    Answer,
    Claim,
    Guide,
    GuideArticle,
    GuidePart,
    GuideSection,
    SectionKind,
    Verdict,
)
from runadvisor.domain.knowledge import (
    BlockKind,
    BlockTemplate,
    CallNumbers,
    Catalog,
    Citation,
    Condition,
    Exercise,
    HealthQuestion,
    RedFlag,
    SourceCheck,
    SpotQuestion,
    Step,
    Urgency,
)
from runadvisor.domain.sign import Sign
from runadvisor.domain.warning import EvidenceGrade
from runadvisor.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

GUIDE_FILES = (
    *("reading", "front-hip", "outer-hip-and-leg", "what-helps"),
    *("staying-well", "training"),
)
"""The files of the guide; within a part, pages keep the order of the files."""

TEXT_KEYS = frozenset(
    {
        *("name", "how", "works", "dose", "dose_note", "progression", "avoid_when", "known"),
        *("captions", "first_change", "note", "title", "short_title", "stage"),
        *("text", "on_sheet", "question", "why", "steps", "say", "headline", "ask", "day"),
        *("also", "lead", "see_soon"),
    }
)
"""The keys of the catalog whose words a runner reads: these are translated, all else is not."""
TEXT_TABLES = frozenset({"exercises", "exercises_not", "headings", "sign"})
"""Tables of the catalog whose every value a runner reads."""


def load_catalog() -> Catalog:
    """Return everything the app knows from outside.

    Raises:
        ValueError: An exercise, a block or a condition names something that is not there.
    """
    citations = {key: _citation(key, entry) for key, entry in _table("bibliography.toml").items()}
    exercises = {key: _exercise(key, entry) for key, entry in _table("exercises.toml").items()}
    templates = {key: _template(key, entry) for key, entry in _table("blocks.toml").items()}
    signs, patterns = _table("red_flags.toml"), _table("conditions.toml")
    red_flags = _red_flags(signs)
    _check("citation", (key for e in exercises.values() for key in e.citations), citations)
    _check("citation", (key for flag in red_flags for key in flag.citations), citations)
    named = (key for t in templates.values() for key in (*t.exercises, *t.instead.values()))
    _check("exercise", named, exercises)
    return Catalog(
        citations=citations,
        exercises=exercises,
        templates=templates,
        red_flags=red_flags,
        conditions=_conditions(patterns["condition"], exercises, red_flags),
        sign_words={Sign(key): words for key, words in patterns["sign"].items()},
        questions={
            entry["id"]: SpotQuestion(question_id=entry["id"], ask=entry["ask"], say=entry["say"])
            for entry in signs["question"]
        },
        health=tuple(_health(entry) for entry in signs["health"]),
        call_numbers={
            country: CallNumbers(**entry)
            for country, entry in _table("emergency_numbers.toml").items()
        },
    )


def load_guide(catalog: Catalog) -> Guide:
    """Return the pages of the guide; read apart, for they are long and seldom needed at once.

    Raises:
        ValueError: A page names something that is not there, or two pages want the
            warnings of one rule.
    """
    articles = _articles()
    flag_ids = {flag.flag_id for flag in catalog.red_flags}
    for article in articles.values():
        _check("citation", (key for c in article.claims for key in c.citations), catalog.citations)
        _check("exercise", (*article.exercises, *article.exercises_not), catalog.exercises)
        _check("red flag", article.red_flags, flag_ids)
        _check("page", article.related, articles)
        _check("page", (c.page for c in article.claims if c.page is not None), articles)
    _check("page", (condition.article_id for condition in catalog.conditions), articles)
    by_condition = {each.condition_id: each.article_id for each in catalog.conditions}
    return Guide(articles=articles, by_topic=_by_rule(articles) | by_condition)


def _table(name: str) -> dict[str, Any]:
    text = asset("catalog", *name.split("/")).read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return table if name == "bibliography.toml" else _translated(table)


def _translated(table: Any, key: str = "") -> Any:  # noqa: ANN401 - any TOML
    """Return a part of the catalog with its words in the language spoken."""
    match table:
        case str():
            return _(table) if key in TEXT_KEYS else table
        case list():
            return [_translated(entry, key) for entry in table]
        case dict():
            below = "text" if key in TEXT_TABLES else None
            return {own: _translated(entry, below or own) for own, entry in table.items()}
        case _:
            return table


def _citation(key: str, entry: dict[str, Any]) -> Citation:
    return Citation(key=key, **entry | {"checked": SourceCheck(entry["checked"])})


_EXERCISE_WORDS: Mapping[str, Callable[[str], object]] = {
    "body_parts": BodyPart,
    "good_for": GoodFor,
    "equipment": Equipment,
    "bars": Bar,
    "cares": Care,
    "captions": str,
    "steps": str,
}


def _exercise(key: str, entry: dict[str, Any]) -> Exercise:
    words: dict[str, Any] = {
        name: tuple(read(word) for word in entry[name])
        for name, read in _EXERCISE_WORDS.items()
        if name in entry
    }
    words["captions"] = tuple(entry.get("captions", (_("start"), _("end"))))
    words["grade"] = EvidenceGrade(entry.get("grade", EvidenceGrade.WEAK))
    return Exercise(exercise_id=key, **entry | words)


def _template(key: str, entry: dict[str, Any]) -> BlockTemplate:
    changed = {"kind": BlockKind(entry["kind"]), "exercises": tuple(entry["exercises"])}
    return BlockTemplate(template_id=key, **entry | changed)


def _red_flags(table: dict[str, Any]) -> tuple[RedFlag, ...]:
    return tuple(_red_flag(entry, urgency) for urgency in Urgency for entry in table[urgency.value])


def _red_flag(entry: dict[str, Any], urgency: Urgency) -> RedFlag:
    return RedFlag(
        flag_id=entry["id"],
        urgency=urgency,
        text=entry["text"],
        on_sheet=entry["on_sheet"],
        question=entry["question"],
        why=entry["why"],
        steps=tuple(Step(what, how) for what, how in entry.get("steps", ())),
        say=entry["say"],
        headline=entry.get("headline", ""),
        grade=EvidenceGrade(entry["grade"]),
        citations=tuple(entry["citations"]),
    )


def _health(entry: dict[str, Any]) -> HealthQuestion:
    return HealthQuestion(
        item=HealthItem(entry["id"]),
        group=entry["group"],
        ask=entry["ask"],
        note=entry.get("note", ""),
        day=entry.get("day", ""),
    )


def _conditions(
    table: dict[str, Any], exercises: Mapping[str, Exercise], red_flags: tuple[RedFlag, ...]
) -> tuple[Condition, ...]:
    conditions = tuple(_condition(key, entry) for key, entry in table.items())
    _check("exercise", (key for c in conditions for key in c.exercises), exercises)
    flags = (c.red_flag for c in conditions if c.red_flag is not None)
    _check("red flag", flags, {flag.flag_id for flag in red_flags})
    return conditions


def _condition(key: str, entry: dict[str, Any]) -> Condition:
    return Condition(
        condition_id=key,
        name=entry["name"],
        article_id=entry["article"],
        sites=frozenset(BodySite(site) for site in entry["sites"]),
        signs=frozenset(Sign(sign) for sign in entry.get("signs", ())),
        first_change=entry["first_change"],
        note=entry["note"],
        exercises=tuple(entry.get("exercises", ())),
        be_seen=Urgency(entry["be_seen"]) if "be_seen" in entry else None,
        red_flag=entry.get("red_flag"),
        needs_both_sides=entry.get("needs_both_sides", False),
        least_age_years=entry.get("least_age_years"),
        most_stiff_min=entry.get("most_stiff_min"),
    )


def _articles() -> dict[str, GuideArticle]:
    found = [
        _article(key, entry)
        for name in GUIDE_FILES
        for key, entry in _table(f"guide/{name}.toml").items()
    ]
    return {
        article.article_id: article
        for part in GuidePart
        for article in found
        if article.part is part
    }


def _article(key: str, entry: dict[str, Any]) -> GuideArticle:
    return GuideArticle(
        article_id=key,
        part=GuidePart(entry["part"]),
        title=entry["title"],
        also=tuple(word.strip() for word in entry["also"].split(",")),
        lead=entry["lead"],
        sections=tuple(
            GuideSection(
                kind=kind,
                claims=tuple(_claim(claim) for claim in entry[kind.value]),
                title=entry.get("headings", {}).get(kind.value),
            )
            for kind in SectionKind
            if kind.value in entry
        ),
        answers=tuple(
            Answer(question=answer["ask"], verdict=Verdict(answer["verdict"]), claim=_claim(answer))
            for answer in entry.get("answers", ())
        ),
        exercises=entry.get("exercises", {}),
        exercises_not=entry.get("exercises_not", {}),
        red_flags=tuple(entry["red_flags"]),
        see_soon=tuple(entry["see_soon"]),
        related=tuple(entry["related"]),
        covers=tuple(entry["covers"]),
        rules=tuple(entry.get("rules", ())),
        closed_by_lock=frozenset(SectionKind(kind) for kind in entry.get("closed_by_lock", ())),
        shows_diary=entry.get("shows_diary", False),
        gathers_answers=entry.get("gathers_answers", False),
    )


def _claim(entry: dict[str, Any]) -> Claim:
    return Claim(
        text=entry["say"],
        grade=EvidenceGrade(entry["grade"]),
        citations=tuple(entry["from"]),
        page=entry.get("page"),
    )


def _by_rule(articles: Mapping[str, GuideArticle]) -> dict[str, str]:
    found: dict[str, str] = {}
    for article in articles.values():
        for rule_id in article.rules:
            if rule_id in found:
                msg = f"{rule_id} leads to {found[rule_id]} and to {article.article_id}"
                raise ValueError(msg)
            found[rule_id] = article.article_id
    return found


def _check(what: str, named: Iterable[str], known: Iterable[str]) -> None:
    missing = sorted(set(named).difference(known))
    if missing:
        msg = f"the catalog has no {what} {', '.join(missing)}"
        raise ValueError(msg)
