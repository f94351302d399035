"""A server that answers whatever a test wants."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from attrs import define, field


@define
class Answering:
    """A server that answers every request with what is set here, and remembers what was asked.

    A head holds `method` and `path`, and the headers in lower case.
    """

    url: str = ""
    status: int = 200
    body: bytes = b"[]"
    headers: dict[str, str] = field(factory=dict)
    declared_length: int | None = None
    delay: float = 0
    heads: list[dict[str, str]] = field(factory=list)
    bodies: list[bytes] = field(factory=list)


@contextmanager
def serve() -> Iterator[Answering]:
    """Serve until left."""
    state = Answering()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            sent = {key.lower(): value for key, value in self.headers.items()}
            state.heads.append({"method": self.command, "path": self.path, **sent})
            state.bodies.append(self.rfile.read(int(sent.get("content-length", 0))))
            time.sleep(state.delay)
            self.send_response(state.status)
            for key, value in state.headers.items():
                self.send_header(key, value)
            length = len(state.body) if state.declared_length is None else state.declared_length
            self.send_header("Content-Length", str(length))
            self.end_headers()
            self.wfile.write(state.body)
            self.close_connection = True

        do_POST = do_PATCH = do_DELETE = do_GET  # noqa: N815 - so they are looked up

        def log_message(self, format: str, *args: Any) -> None:
            """Stay silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield state
        server.shutdown()
        thread.join()
