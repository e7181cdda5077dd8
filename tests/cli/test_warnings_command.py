from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Imported, Result, Run


def spikes(result: Result) -> list[dict]:
    return [warning for warning in result.json["warnings"] if warning["rule"] == "R01"]


def test_11_0_km_after_10_raises_no_spike(run: Run, imported: Imported) -> None:
    assert spikes(run("warnings", "--history", imported([10, 10, 11.0]), "--json")) == []


@pytest.mark.parametrize(
    ("last_km", "tier", "band"),
    [
        (11.1, "watch", "10-30 %"),
        (13.0, "watch", "10-30 %"),
        (13.1, "act", "30-100 %"),
        (20.0, "act", "30-100 %"),
        (20.1, "act", ">100 %"),
    ],
)
def test_a_spike_has_the_tier_and_band_of_its_ratio(
    run: Run, imported: Imported, last_km: float, tier: str, band: str
) -> None:
    (spike,) = spikes(run("warnings", "--history", imported([10, 10, last_km]), "--json"))
    assert (spike["tier"], spike["values"]["band"]) == (tier, band)
    assert spike["values"]["distance_m"] == round(last_km * 1000)
    assert spike["values"]["longest_m"] == 10000
    assert spike["values"]["ratio"] == pytest.approx(last_km / 10)
    assert spike["date"] == "2026-11-23"
    assert spike["clears_when"] == "2026-12-08"


def test_no_run_in_the_30_days_before_is_no_baseline_never_infinity(
    run: Run, imported: Imported
) -> None:
    history = imported([10, 12], every=31)
    raised = spikes(run("warnings", "--history", history, "--all", "--json"))
    assert [w["values"]["band"] for w in raised] == ["no baseline", "no baseline"]
    assert {w["values"]["ratio"] for w in raised} == {None}
    assert {w["tier"] for w in raised} == {"info"}


def test_a_warning_is_gone_on_the_day_it_names(run: Run, imported: Imported) -> None:
    history = imported([10, 10, 13.1])
    words = ("warnings", "--history", history, "--json", "--as-of")
    assert len(spikes(run(*words, "2026-12-07"))) == 1
    assert spikes(run(*words, "2026-12-08")) == []


def test_all_lists_the_whole_history_oldest_first(run: Run, imported: Imported) -> None:
    history = imported([10] * 20 + [14] + [10] * 10)
    assert spikes(run("warnings", "--history", history, "--json")) == []
    raised = run("warnings", "--history", history, "--all", "--json").json["warnings"]
    assert "session-spike" in [warning["code"] for warning in raised]
    assert [w["date"] for w in raised] == sorted(w["date"] for w in raised)


@pytest.mark.parametrize(("tier", "code"), [("info", 4), ("watch", 4), ("act", 0), ("lock", 0)])
def test_fail_on_ends_in_4_at_that_tier_or_above(
    run: Run, imported: Imported, tier: str, code: int
) -> None:
    assert run("warnings", "--history", imported([10, 10, 11.5]), "--fail-on", tier).code == code


def test_without_fail_on_a_warning_is_no_failure(run: Run, imported: Imported) -> None:
    assert run("warnings", "--history", imported([10, 10, 20.1])).code == 0


def test_people_read_tier_arithmetic_what_to_do_until_when_and_source(
    run: Run, imported: Imported
) -> None:
    out = run("warnings", "--history", imported([10, 10, 10, 10, 10, 10, 10, 13.1])).out
    for words in (
        "◆ Act: A run much longer than usual, Mon 23 Nov",
        "13.1 km ÷ 10.0 km = 1.31",
        "  - Rest or easy cross-training",
        "Until:",
        "evidence",
        "Source: Frandsen",
    ):
        assert words in out
    assert max(map(len, out.splitlines())) <= 80


def test_people_read_the_whole_history_in_short(run: Run, imported: Imported) -> None:
    out = run("warnings", "--history", imported([10] * 15 + [14]), "--all").out
    assert "2026-11-23  ◆ Act    R01  Monday’s 14.0 km was 40 % longer" in out
    assert max(map(len, out.splitlines())) <= 80


def test_an_empty_history_has_no_warnings(run: Run, history: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    run("import", empty, "--history", history)
    result = run("warnings", "--history", history, "--json")
    assert (result.json["as_of"], result.json["warnings"]) == (TODAY.isoformat(), [])
