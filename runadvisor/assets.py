"""Shipped files that are not Python, from a checkout or from a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def asset(*parts: str) -> Path:
    """Return the path of a file under ``resources/``, such as ``asset("icons", "run.svg")``.

    Raises:
        FileNotFoundError: No such file is shipped.
    """
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    msg = f"resources/{'/'.join(parts)} is not shipped"
    raise FileNotFoundError(msg)
