"""One window a person: a second start hands what it was given to the first, and ends.

The door is a local socket, open to the same person on the same machine alone.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from runadvisor.settings import default_settings_path

KNOCK_MS = 400
"""A window that is there answers at once; nobody waits longer for one that is not."""
ANSWER_MS = 3_000
LONGEST_BYTES = 32_768
HEARD = b"heard"


def door_name() -> str:
    """Return the name of the door: another for each person, and for each folder of settings."""
    place = str(default_settings_path())
    return f"runadvisor-{hashlib.sha256(place.encode()).hexdigest()[:16]}"


def hand_over(name: str, path: Path | None) -> bool:
    """Give a file, or just the wish to be seen, to the window that is open; return whether one is.

    A window that is there but does not answer, such as one that hangs, counts as none.
    """
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(KNOCK_MS):
        return False
    words = "" if path is None else str(path.resolve())
    socket.write(words.encode() + b"\n")
    socket.waitForBytesWritten(ANSWER_MS)
    has_heard = socket.waitForReadyRead(ANSWER_MS) and socket.readAll().data() == HEARD
    socket.disconnectFromServer()
    return has_heard


class FrontDoor(QObject):
    """Listens for later starts."""

    asked = Signal(object)
    """The path that a later start was given, or ``None``."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Open the door; what a window that died left in its place is cleared away."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self.is_open = self._server.listen(name)
        if not self.is_open:
            QLocalServer.removeServer(name)
            self.is_open = self._server.listen(name)

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._read(socket))
        if socket.bytesAvailable():
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > LONGEST_BYTES:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        words = bytes(socket.readLine().data()).decode(errors="replace").rstrip("\n")
        socket.write(HEARD)
        socket.flush()
        self.asked.emit(Path(words) if words else None)
