"""One window a user: a second start hands its files to the first and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 1000
MOST_BYTES = 1 << 20


def channel_name() -> str:
    """The name under which a user's window listens."""
    user = hashlib.sha256(getpass.getuser().encode()).hexdigest()[:12]
    return f"braind-{user}"


def hand_over(arguments: Sequence[str], name: str) -> bool:
    """Give the arguments to a window that runs already; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(json.dumps(list(arguments)).encode() + b"\n")
    sent = socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return sent


class Doorbell(QObject):
    """Listens for later starts; ``rung`` brings the arguments of one."""

    rung = Signal(list)

    def __init__(self, name: str, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._sockets: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        if not self._server.listen(name):
            # Nobody answered there, so the name is left over from a window that crashed.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()
        for socket in list(self._sockets):
            socket.abort()

    def _answer(self) -> None:
        while socket := self._server.nextPendingConnection():
            self._sockets.append(socket)
            socket.readyRead.connect(self._read_all)
            socket.disconnected.connect(self._read_all)
        self._read_all()

    def _read_all(self) -> None:
        """Read what has come; whoever has hung up is let go."""
        for socket in list(self._sockets):
            self._read(socket)
            if socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                self._sockets.remove(socket)
                socket.deleteLater()

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > MOST_BYTES:
                socket.abort()
            return
        try:
            arguments = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            return
        if isinstance(arguments, list) and all(isinstance(one, str) for one in arguments):
            self.rung.emit(arguments)
