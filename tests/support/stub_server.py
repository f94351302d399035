"""Local servers for tests of the client: canned answers, raw bytes, silence."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from attrs import define, field

KEY = "sk_secret_0123456789"


@define
class StubServer:
    """A server that answers every request alike, and records the requests.

    Attributes:
        url: the base URL.
        api_key: any key is accepted.
        declared_length: the Content-Length, if it is to differ from the body's.
        heads: of each request its `method` and `path`, and its headers by lower-case name.
        bodies: the body of each request.
    """

    url: str = ""
    api_key: str = KEY
    status: int = 200
    body: bytes = b"[]"
    headers: dict[str, str] = field(factory=dict)
    declared_length: int | None = None
    delay: float = 0
    heads: list[dict[str, str]] = field(factory=list)
    bodies: list[bytes] = field(factory=list)

    def answer(self, body: Any = b"[]", status: int = 200, **headers: str) -> None:
        """Answer from now on with this body: bytes as they are, anything else as JSON."""
        self.body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.status = status
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


@contextmanager
def serve() -> Iterator[StubServer]:
    """Run a stub server."""
    state = StubServer()

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


@contextmanager
def serve_bytes(*pieces: bytes, pause: float = 0) -> Iterator[str]:
    """Send these bytes, piece by piece, to every client that connects, then hang up. Yield the base URL."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer(connection: socket.socket) -> None:
            with connection:
                connection.recv(65536)
                for piece in pieces:
                    connection.sendall(piece)
                    time.sleep(pause)
                connection.shutdown(socket.SHUT_WR)
                connection.recv(65536)

        def accept() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                    answer(connection)
                except ConnectionError:
                    continue
                except OSError:
                    return

        thread = threading.Thread(target=accept)
        thread.start()
        try:
            yield url_of(server)
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


@contextmanager
def silent_server() -> Iterator[str]:
    """Accept connections and never answer. Yield the base URL."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield url_of(server)


@contextmanager
def closed_port() -> Iterator[str]:
    """Reserve a port that nobody listens on. Yield the base URL."""
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        yield url_of(reserved)


def url_of(server: socket.socket) -> str:
    return f"http://127.0.0.1:{server.getsockname()[1]}"


def head(*lines: str, status: str = "200 OK") -> bytes:
    """The head of a raw answer."""
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode()
