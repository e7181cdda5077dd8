"""The history that is open, as the worker thread holds it: nothing else ever touches the file."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from runadvisor import wording

if TYPE_CHECKING:
    from runadvisor.advisor import Advisor
    from runadvisor.domain.athlete import Athlete
    from runadvisor.domain.knowledge import Catalog
    from runadvisor.history.store import History


class OpenHistory:
    """One history at a time; another is closed only once the next could be opened."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._advisor: Advisor | None = None
        self._sample_folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def advisor(self) -> Advisor:
        """Return the advisor over it.

        Raises:
            RuntimeError: No history is open.
        """
        if self._advisor is None:
            msg = "no history is open"
            raise RuntimeError(msg)
        return self._advisor

    def open(self, path: Path, catalog: Catalog) -> None:
        """Open a history, or make a new one at that place."""
        from runadvisor.domain.athlete import Athlete  # noqa: PLC0415 - start-up time
        from runadvisor.history.store import History  # noqa: PLC0415 - as above

        path.parent.mkdir(parents=True, exist_ok=True)
        self._take(History.open(path), catalog, Athlete())

    def open_sample(self, catalog: Catalog) -> Path:
        """Open a throw-away copy of the invented runner's history, and say where it is."""
        from runadvisor.advisor import SAMPLE_ATHLETE, sample_history  # noqa: PLC0415 - as above
        from runadvisor.history.store import History  # noqa: PLC0415 - as above

        if self._sample_folder is None:
            self._sample_folder = tempfile.TemporaryDirectory(
                prefix="runadvisor-", ignore_cleanup_errors=True
            )
        path = Path(self._sample_folder.name) / "sample.runadvisor"
        if not path.exists():
            path = sample_history(Path(self._sample_folder.name))
        self._take(History.open(path), catalog, SAMPLE_ATHLETE)
        return path

    def restore(self, copy: Path, path: Path, catalog: Catalog) -> Path | None:
        """Put a copy in the place of a history, open that, and say where the old one is kept."""
        from runadvisor.history.backup import restore  # noqa: PLC0415 - as above

        if self._advisor is not None and self._advisor.history.path == path:
            self.close()
        try:
            return restore(copy, path)
        finally:
            self.open(path, catalog)

    def close(self) -> None:
        """Close it, if there is one."""
        if self._advisor is not None:
            with suppress(Exception):
                self._advisor.history.close()
            self._advisor = None

    def drop_sample(self) -> None:
        """Take the throw-away copy away; nothing may be open any more."""
        if self._sample_folder is not None:
            self._sample_folder.cleanup()

    def _take(self, history: History, catalog: Catalog, athlete: Athlete) -> None:
        # pandas comes with the advisor: the window is painted before it is loaded.
        from runadvisor.advisor import Advisor  # noqa: PLC0415

        self.close()
        self._advisor = Advisor(
            history, catalog=catalog, athlete=athlete, first_weekday=wording.first_weekday()
        )
