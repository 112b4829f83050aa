"""The wire between browser and server, which a test can cut: a plain TCP relay on this machine."""

import contextlib
import socket
import threading
from urllib.parse import urlsplit, urlunsplit

CHUNK = 65_536


class Wire:
    """Relays every connection to the server; ``hold`` lets nothing through and closes nothing, as a dead line does.

    What was sent while the line was dead arrives when it comes back, as TCP sends it again.
    """

    def __init__(self, server: str) -> None:
        self.server = urlsplit(server)
        self._whole = threading.Event()
        self._whole.set()
        self._sockets: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """The server's address as seen through the wire."""
        return urlunsplit(self.server._replace(netloc=f"127.0.0.1:{self._listener.getsockname()[1]}"))

    def hold(self) -> None:
        """Let nothing through any more, in either direction, without a word to anybody."""
        self._whole.clear()

    def mend(self) -> None:
        """Let everything through again, first what has waited."""
        self._whole.set()

    def sever(self) -> None:
        """Close every connection there is; new ones pass."""
        for one in self._sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self._sockets.clear()

    def close(self) -> None:
        """End the relay."""
        self._listener.close()
        self.mend()
        self.sever()

    def _accept(self) -> None:
        while True:
            try:
                browser, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._join, args=(browser,), daemon=True).start()

    def _join(self, browser: socket.socket) -> None:
        self._whole.wait()
        try:
            server = socket.create_connection(("127.0.0.1", self.server.port))
        except OSError:
            browser.close()
            return
        self._sockets += [browser, server]
        for start, end in ((browser, server), (server, browser)):
            threading.Thread(target=self._pump, args=(start, end), daemon=True).start()

    def _pump(self, start: socket.socket, end: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := start.recv(CHUNK):
                self._whole.wait()
                end.sendall(data)
        for one in (start, end):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
