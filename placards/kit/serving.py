"""A page that changes is served to this machine alone: the page, and its parts as they become others."""

from __future__ import annotations

import contextlib
import json
import queue
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

#: Only this machine can ask.
HOST = "127.0.0.1"

#: So often a line goes to a browser that hears nothing else, so that one that has gone is noticed, in seconds.
_BEAT = 10.0


class PageServer:
    """Serves a page on a port that is free, until it is closed."""

    def __init__(self, page: Callable[[], bytes], parts: Callable[[], Mapping[str, str]]) -> None:
        """*page* is the page as it is now; *parts* what a browser that came late may have missed."""
        self._listeners: set[queue.SimpleQueue[bytes | None]] = set()
        self._lock = threading.Lock()
        self._server = _Server((HOST, 0), _Handler)
        self._server.page, self._server.parts = page, parts
        self._server.listen, self._server.leave = self._listen, self._leave
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """Where a browser finds the page."""
        return f"http://{HOST}:{self._server.server_address[1]}/"

    def send(self, parts: Mapping[str, str]) -> None:
        """Tell every browser that shows the page what stands in these elements now."""
        data = _event(parts)
        with self._lock:
            for listener in self._listeners:
                listener.put(data)

    def close(self) -> None:
        """End, and let go of every browser."""
        with self._lock:
            for listener in self._listeners:
                listener.put(None)
        self._server.shutdown()
        self._server.server_close()

    def _listen(self) -> queue.SimpleQueue[bytes | None]:
        listener: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        with self._lock:
            self._listeners.add(listener)
        return listener

    def _leave(self, listener: queue.SimpleQueue[bytes | None]) -> None:
        with self._lock:
            self._listeners.discard(listener)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a browser that listens does not go by itself
    page: Callable[[], bytes]
    parts: Callable[[], Mapping[str, str]]
    listen: Callable[[], queue.SimpleQueue[bytes | None]]
    leave: Callable[[queue.SimpleQueue[bytes | None]], None]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle is no error."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "placards"
    sys_version = ""

    def do_GET(self) -> None:
        # A page elsewhere on the network can make a browser ask here under a name of its own; this is not for it.
        if self.headers.get("Host", "") not in self._names():
            self.send_error(403)
        elif self.path == "/":
            self._send("text/html; charset=utf-8", self.server.page())
        elif self.path == "/events":
            self._events()
        else:
            self.send_error(404)

    def _names(self) -> tuple[str, ...]:
        port = self.server.server_address[1]
        return (f"{HOST}:{port}", f"localhost:{port}")

    def _send(self, kind: str, data: bytes) -> None:
        self._head(kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _head(self, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")

    def _events(self) -> None:
        self._head("text/event-stream")
        self.end_headers()
        listener = self.server.listen()
        try:
            with contextlib.suppress(OSError):
                self.wfile.write(_event(self.server.parts()))
                self._pass_on(listener)
        finally:
            self.server.leave(listener)

    def _pass_on(self, listener: queue.SimpleQueue[bytes | None]) -> None:
        while True:
            try:
                data = listener.get(timeout=_BEAT)
            except queue.Empty:
                data = b":\n\n"
            if data is None:
                return
            self.wfile.write(data)
            self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what the browser asks for is of no interest."""


def _event(parts: Mapping[str, str]) -> bytes:
    lines = (json.dumps({"id": name, "html": html}, ensure_ascii=False) for name, html in parts.items())
    return b"".join(f"data: {line}\n\n".encode() for line in lines)
