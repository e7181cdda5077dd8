"""Whether Qt can start here: it aborts, uncatchably, where a system library is missing."""

from __future__ import annotations

import ctypes
import os
import sys

from runadvisor.language import _

_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_SCREEN_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""Library file -> the Debian package that brings it."""


def missing_packages() -> tuple[str, ...]:
    """Return the Debian packages that Qt lacks here; empty outside Linux."""
    if not sys.platform.startswith("linux"):
        return ()
    wanted = dict(_LIBRARIES)
    if os.environ.get("QT_QPA_PLATFORM", "xcb").startswith("xcb"):
        wanted |= _SCREEN_LIBRARIES
    return tuple(package for library, package in wanted.items() if not _loads(library))


def missing_sentence(packages: tuple[str, ...]) -> str:
    """Return what to install, in one sentence."""
    return _(
        "The window needs system libraries that are missing; on Debian or Ubuntu: {command}"
    ).format(command=f"sudo apt install {' '.join(packages)}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
