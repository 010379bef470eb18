"""A hub on this machine: it speaks the real one's protocol, and misbehaves when told to.

``/REPO/resolve/REVISION/PATH`` redirects to another path, as the real hub redirects to where the
bytes lie. ``plan`` lists what goes wrong with the next requests for bytes, one word a request.
"""

from __future__ import annotations

import hashlib
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

RESOLVE = re.compile(r"/(?P<repo>[^/]+/[^/]+)/resolve/(?P<revision>[^/]+)/(?P<path>.+)")
BYTES = "/bytes/"


class Hub(ThreadingHTTPServer):
    """``files`` maps "REPO/PATH" to bytes; ``asked`` are the requests for bytes as they came."""

    daemon_threads = True

    def __init__(self, files: dict[str, bytes], *plan: object) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files, self.plan, self.asked = dict(files), list(plan), []
        self.tags = True
        self.silence = 30.0
        self.through_proxy: list[str] = []

    @property
    def url(self) -> str:
        scheme = "https" if hasattr(self.socket, "context") else "http"
        return f"{scheme}://127.0.0.1:{self.server_port}"

    def ranges(self) -> list[str | None]:
        """What was asked for, request by request."""
        return [headers.get("Range") for headers in self.asked]

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are expected."""


class _Handler(BaseHTTPRequestHandler):
    server: Hub
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.send_response(200)
        self.end_headers()

    def do_GET(self) -> None:
        if self.path.startswith("http://"):
            self.server.through_proxy.append(self.path)
            self.path = "/" + self.path.split("/", 3)[3]
        found = RESOLVE.fullmatch(self.path)
        if found:
            self._redirect(f"{BYTES}{found['repo']}/{found['path']}")
        else:
            self._give(self.path.removeprefix(BYTES))

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _give(self, name: str) -> None:
        self.server.asked.append(dict(self.headers.items()))
        trouble = self.server.plan.pop(0) if self.server.plan else ""
        content = self.server.files.get(name)
        if isinstance(trouble, int) or content is None:
            self.send_error(trouble or 404)
        elif trouble == "loop":
            self.server.plan.insert(0, "loop")
            self._redirect(self.path)
        elif str(trouble).startswith("to "):
            self._redirect(str(trouble)[3:])
        else:
            self._send(content, str(trouble))

    def _send(self, content: bytes, trouble: str) -> None:
        tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        start = self._start(tag, trouble)
        body = content[start:]
        if trouble == "wrong":
            body = bytes(len(body))
        self.send_response(206 if start else 200)
        if self.server.tags:
            self.send_header("ETag", f"W/{tag}" if trouble == "weak" else tag)
        if start:
            first = start + 7 if trouble == "wrong range" else start
            self.send_header("Content-Range", f"bytes {first}-{len(content) - 1}/{len(content)}")
        if trouble == "named":
            self.send_header("Content-Disposition", 'attachment; filename="../../outside.txt"')
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self._write(body, trouble)

    def _start(self, tag: str, trouble: str) -> int:
        asked = self.headers.get("Range")
        if asked is None or trouble == "whole":
            return 0
        if self.headers.get("If-Range") not in (None, tag):
            return 0
        return int(asked[len("bytes=") : -1])

    def _write(self, body: bytes, trouble: str) -> None:
        if trouble in ("break", "stall"):
            self.wfile.write(body[: len(body) // 2])
            self.wfile.flush()
            time.sleep(self.server.silence if trouble == "stall" else 0)
            return
        if trouble == "slow":
            for at in range(0, len(body), 65536):
                self.wfile.write(body[at : at + 65536])
                self.wfile.flush()
                time.sleep(0.02)
            return
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def serving(hub: Hub) -> Iterator[Hub]:
    """The hub at work."""
    thread = threading.Thread(target=hub.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield hub
    finally:
        hub.shutdown()
        thread.join()
        hub.server_close()
