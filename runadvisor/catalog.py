"""resources/catalog -> frozen records; every reference in it is checked here."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from runadvisor.assets import asset
from runadvisor.domain.knowledge import (
    BlockKind,
    BlockTemplate,
    Catalog,
    Citation,
    Exercise,
    RedFlag,
    SourceCheck,
    Urgency,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


def load_catalog() -> Catalog:
    """Return everything the app knows from outside.

    Raises:
        ValueError: An exercise or block names something that is not there.
    """
    citations = {key: _citation(key, entry) for key, entry in _table("bibliography.toml").items()}
    exercises = {
        key: Exercise(exercise_id=key, **entry) for key, entry in _table("exercises.toml").items()
    }
    templates = {key: _template(key, entry) for key, entry in _table("blocks.toml").items()}
    _check("citation", {e.citation for e in exercises.values()}, citations)
    _check("exercise", {key for t in templates.values() for key in t.exercises}, exercises)
    return Catalog(
        citations=citations,
        exercises=exercises,
        templates=templates,
        red_flags=_red_flags(_table("red_flags.toml")),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(asset("catalog", name).read_text(encoding="utf-8"))


def _citation(key: str, entry: dict[str, Any]) -> Citation:
    return Citation(key=key, **entry | {"checked": SourceCheck(entry["checked"])})


def _template(key: str, entry: dict[str, Any]) -> BlockTemplate:
    changed = {"kind": BlockKind(entry["kind"]), "exercises": tuple(entry["exercises"])}
    return BlockTemplate(template_id=key, **entry | changed)


def _red_flags(table: dict[str, Any]) -> tuple[RedFlag, ...]:
    return tuple(
        RedFlag(
            flag_id=entry["id"], urgency=urgency, text=entry["text"], on_sheet=entry["on_sheet"]
        )
        for urgency in Urgency
        for entry in table[urgency.value]
    )


def _check(what: str, named: set[str], known: Mapping[str, object]) -> None:
    missing = sorted(named - known.keys())
    if missing:
        msg = f"the catalog has no {what} {', '.join(missing)}"
        raise ValueError(msg)
