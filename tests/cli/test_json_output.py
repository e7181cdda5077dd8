from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from runadvisor.cli.json_output import activity_json, dumped
from runadvisor.domain.activity import StartPrecision
from runadvisor.domain.plan import Stopped, TrainingPlan
from runadvisor.domain.text import Message
from runadvisor.domain.warning import Tier
from runadvisor.printout.plan_data import plan_json
from tests.builders import activity

if TYPE_CHECKING:
    from tests.cli.conftest import Imported, Run, RunsCsv


SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "cli"


def schema(command: str) -> Draft202012Validator:
    loaded = {path.name: json.loads(path.read_text()) for path in SCHEMAS.glob("*.json")}
    registry = Registry().with_resources(
        (name, Resource.from_contents(content)) for name, content in loaded.items()
    )
    return Draft202012Validator(
        loaded[f"{command}.schema.json"],
        registry=registry,
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("activities", []),
        ("load", []),
        ("warnings", []),
        ("warnings", ["--all"]),
        ("rules", []),
        ("plan", []),
        ("plan", ["--as-of", "2020-01-01"]),
        ("load", ["--as-of", "2020-01-01"]),
    ],
)
def test_every_output_follows_its_schema(
    run: Run, imported: Imported, command: str, options: list[str]
) -> None:
    history = imported([5, 5, 8, 8, 4, 13, 0.2])
    schema(command).validate(run(command, "--history", history, "--json", *options).json)


def test_the_outputs_of_import_and_check_follow_their_schemas(
    run: Run, runs_csv: RunsCsv, history: Path, tmp_path: Path
) -> None:
    runs = runs_csv([5, 5, 8])
    bad = tmp_path / "list.csv"
    bad.write_text("Date,Distance (km),Time\n2026-11-01,5,30:00\nnonsense,5,30:00\n")
    files = [runs, bad, "nowhere.gpx"]
    schema("import").validate(run("import", *files, "--history", history, "--json").json)
    schema("check").validate(run("check", *files, "--json").json)


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.name)
def test_every_schema_is_sound(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(path.read_text()))


def test_a_schema_refuses_a_key_it_does_not_know() -> None:
    told = {"activities": [], "more": 1}
    assert not schema("activities").is_valid(told)


def test_a_stopped_plan_follows_the_schema() -> None:
    plan = TrainingPlan(
        as_of=date(2026, 11, 24),
        first_day=date(2026, 11, 24),
        days=(),
        weeks=(),
        clearing={},
        stopped=Stopped(
            tier=Tier.STOP_RUN, reason=Message("Pain."), advice=(Message("Wait two days."),)
        ),
    )
    told = plan_json(plan)
    schema("plan").validate(told)
    assert told["stopped"] == {
        "tier": "stop-run",
        "reason": "Pain.",
        "advice": ["Wait two days."],
    }


def test_what_is_not_finite_is_unknown() -> None:
    told = activity_json(activity(date(2026, 1, 5), average_heart_rate_bpm=float("nan")))
    assert told["average_heart_rate_bpm"] is None
    assert told["max_heart_rate_bpm"] is None


def test_rounding_dust_is_left_out() -> None:
    assert activity_json(activity(date(2026, 1, 5), 5000.123456789))["distance_m"] == 5000.1235


@pytest.mark.parametrize(
    ("at", "precision", "told"),
    [
        (datetime(2026, 1, 5, 12, tzinfo=UTC), StartPrecision.SECOND, "2026-01-05T12:00:00Z"),
        (
            datetime(2026, 1, 5, 12, 0, 0, 250_000, tzinfo=UTC),
            StartPrecision.SECOND,
            "2026-01-05T12:00:00.250Z",
        ),
        (datetime(2026, 1, 5, 12, tzinfo=UTC), StartPrecision.DAY, None),
    ],
)
def test_a_start_is_utc_and_null_where_only_the_day_is_known(
    at: datetime, precision: StartPrecision, told: str | None
) -> None:
    made = activity_json(activity(date(2026, 1, 5), started_at=at, precision=precision))
    assert made["started_at"] == told


def test_json_never_holds_what_json_has_no_word_for() -> None:
    with pytest.raises(ValueError, match="JSON"):
        dumped({"ratio": float("inf")})


def test_letters_stay_letters() -> None:
    assert "Zoë" in dumped({"name": "Zoë"})
