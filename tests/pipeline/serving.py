"""A server on this machine that answers as it is told."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from attrs import Factory, define

Answer = Callable[[BaseHTTPRequestHandler], None]


@define
class Server:
    """Where it is, and what it was asked."""

    url: str
    requests: list[tuple[str, dict[str, str]]] = Factory(list)


@contextmanager
def serving(answer: Answer) -> Iterator[Server]:
    """Serve one answer until the end of the block."""
    server: Server

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.requests.append((self.path, dict(self.headers.items())))
            try:
                answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server = Server(f"http://127.0.0.1:{http.server_port}")
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        thread.join()
        http.server_close()


def body(content: bytes, status: int = 200, **headers: str) -> Answer:
    """Answer with these bytes."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def endless(piece: bytes, pause: float = 0.0) -> Answer:
    """Answer with the same bytes again and again, until nobody listens."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(pause)

    return answer


def slow_headers(handler: BaseHTTPRequestHandler) -> None:
    """Begin an answer, and send its headers one by one for ever."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    number = 0
    while True:
        handler.wfile.write(b"X-%d: a\r\n" % number)
        handler.wfile.flush()
        number += 1
        time.sleep(0.05)
