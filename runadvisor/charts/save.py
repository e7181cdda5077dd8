"""A figure as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runadvisor.domain.errors import PrintError

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure

# Without the moment of saving, the same chart is the same file.
_METADATA = {
    ".png": {"Software": "RunAdvisor"},
    ".svg": {"Creator": "RunAdvisor", "Date": None},
    ".pdf": {"Creator": "RunAdvisor", "CreationDate": None},
}


def save_chart(figure: Figure, path: Path) -> None:
    """Write a figure as PNG, SVG or PDF, as the suffix says.

    Raises:
        PrintError: The suffix is another, or the file cannot be written.
    """
    metadata = _METADATA.get(path.suffix.lower())
    if metadata is None:
        kinds = ", ".join(sorted(_METADATA))
        raise PrintError(f"A chart cannot be saved as {path.name}: choose one of {kinds}.")
    try:
        figure.savefig(
            path,
            format=path.suffix.lower().removeprefix("."),
            dpi=figure.dpi,
            facecolor=figure.get_facecolor(),
            metadata=metadata,
        )
    except OSError as error:
        reason = error.strerror or "it is not writable"
        raise PrintError(f"{path.name} cannot be written: {reason}.") from error
