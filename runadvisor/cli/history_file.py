"""Where a command finds its history, and the advisor over it."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from runadvisor.advisor import SAMPLE_ATHLETE, Advisor, sample_history
from runadvisor.catalog import load_catalog
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.errors import HistoryError
from runadvisor.history.store import History
from runadvisor.settings import default_history_path

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def opened(path: Path | None) -> Iterator[Advisor]:
    """Open a history that must be there, the runner's own without a path.

    Raises:
        HistoryError: There is none, or it cannot be used.
    """
    path = path or default_history_path()
    if not path.exists():
        raise HistoryError(f"There is no history at {path} yet. Start with: runadvisor import PATH")
    with _advisor(path, Athlete()) as advisor:
        yield advisor


@contextmanager
def opened_or_new(path: Path | None) -> Iterator[Advisor]:
    """Open a history, the runner's own without a path; make it when there is none.

    Raises:
        HistoryError: It cannot be used, or its folder is not there.
    """
    if path is None:
        path = default_history_path()
        path.parent.mkdir(parents=True, exist_ok=True)
    with _advisor(path, Athlete()) as advisor:
        yield advisor


@contextmanager
def throw_away() -> Iterator[Advisor]:
    """Open an empty history that is gone afterwards."""
    with (
        TemporaryDirectory(prefix="runadvisor-") as folder,
        _advisor(Path(folder) / "check.runadvisor", Athlete()) as advisor,
    ):
        yield advisor


@contextmanager
def sample() -> Iterator[Advisor]:
    """Open a throw-away copy of the sample history."""
    with (
        TemporaryDirectory(prefix="runadvisor-") as folder,
        _advisor(sample_history(Path(folder)), SAMPLE_ATHLETE) as advisor,
    ):
        yield advisor


@contextmanager
def _advisor(path: Path, athlete: Athlete) -> Iterator[Advisor]:
    with History.open(path) as history:
        yield Advisor(history, catalog=load_catalog(), athlete=athlete)
