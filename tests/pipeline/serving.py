"""A server on this machine that answers with the bytes it is given."""

import socketserver
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

from attrs import Factory, define

Answer = Callable[[], Iterable[bytes]]


@define
class Server:
    """Where it listens, and the heads of the requests that it got."""

    url: str
    requests: list[str] = Factory(list)


@contextmanager
def serving(answer: Answer) -> Iterator[Server]:
    """Serve one answer until the end of the block."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            server.requests.append("".join(line.decode() for line in iter(self.rfile.readline, b"\r\n")))
            with suppress(BrokenPipeError, ConnectionResetError):
                for piece in answer():
                    self.wfile.write(piece)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as listener:
        listener.daemon_threads = True
        listener.block_on_close = False
        server = Server(f"http://127.0.0.1:{listener.server_address[1]}")
        thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        listener.shutdown()
        thread.join()


def body(content: bytes, status: str = "200 OK", **headers: str) -> Answer:
    """Answer with these bytes."""
    lines = {"Content-Length": str(len(content)), **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
    return lambda: [f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + content]


def endless(begin: bytes, piece: bytes, pause: float = 0.0) -> Answer:
    """Answer with the same bytes again and again, until nobody listens."""

    def answer() -> Iterator[bytes]:
        yield begin
        while True:
            yield piece
            time.sleep(pause)

    return answer
