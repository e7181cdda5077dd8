"""Where a command finds its history, and the advisor over it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from runadvisor.advisor import SAMPLE_ATHLETE, Advisor, sample_history
from runadvisor.catalog import load_catalog
from runadvisor.cli import clock
from runadvisor.domain.athlete import Athlete
from runadvisor.domain.errors import DamagedHistoryError, HistoryError
from runadvisor.history.backup import copies_of, keep_copy
from runadvisor.history.store import History
from runadvisor.language import _
from runadvisor.settings import default_copies_folder, default_history_path
from runadvisor.wording import first_weekday, full_day

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def opened(path: Path | None) -> Iterator[Advisor]:
    """Open a history that must be there, the runner's own without a path.

    Raises:
        HistoryError: There is none, or it cannot be used.
    """
    with _advisor(there(path), Athlete()) as advisor:
        yield advisor


def there(path: Path | None) -> Path:
    """Return the path of a history that must be there, the runner's own without a path.

    Raises:
        HistoryError: There is none.
    """
    path = path or default_history_path()
    if not path.exists():
        raise HistoryError(
            _("There is no history at {path} yet. Start with: runadvisor import PATH").format(
                path=path
            )
        )
    return path


@contextmanager
def opened_or_new(path: Path | None) -> Iterator[Advisor]:
    """Open a history to bring something in, the runner's own without a path.

    It is made when there is none; else a copy is kept first, one a day.

    Raises:
        HistoryError: It cannot be used, or its folder is not there.
    """
    if path is None:
        path = default_history_path()
        path.parent.mkdir(parents=True, exist_ok=True)
    _keep_copy(path)
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
    with _copy_offered(path), History.open(path) as history:
        yield Advisor(
            history, catalog=load_catalog(), athlete=athlete, first_weekday=first_weekday()
        )


def _keep_copy(path: Path) -> None:
    """Copy a history once a day; where that fails the import goes on, and it is said."""
    if not path.is_file() or not path.stat().st_size:
        return
    try:
        with _copy_offered(path):
            keep_copy(path, default_copies_folder(), today=clock.today())
    except DamagedHistoryError:
        raise
    except HistoryError as error:
        said = _("No copy was made today. {reason}").format(reason=error)
        print(f"runadvisor: {said}", file=sys.stderr)


@contextmanager
def _copy_offered(path: Path) -> Iterator[None]:
    """Name the last copy of a history that turns out to be damaged."""
    try:
        yield
    except DamagedHistoryError as error:
        copies = copies_of(path, default_copies_folder())
        if not copies:
            raise
        own = "" if path == default_history_path() else f"--history {path} "
        raise DamagedHistoryError(
            _("{reason} The last copy is of {day}: {command}").format(
                reason=error,
                day=full_day(copies[0].date),
                command=f"runadvisor {own}restore {copies[0].path}",
            )
        ) from error
