"""Starts and stops the sandbox: a port, a thread, and the web server in it."""

from __future__ import annotations

import errno
import socket
import threading
from typing import TYPE_CHECKING, Any

import attrs
import uvicorn

from quentli_query.sandbox.app import create_app
from quentli_query.sandbox.collection import Collection, checked_records
from quentli_query.sandbox.customers import PATH, customer_schema
from quentli_query.sandbox.faults import Fate, Fault

if TYPE_CHECKING:
    from collections.abc import Collection as CollectionOf
    from collections.abc import Iterable, Mapping
    from types import TracebackType

    from quentli_query.sandbox.recorded import RecordedRequest

_HOST = "127.0.0.1"


class Sandbox:
    """A stand-in for the Quentli API that runs in a thread of this process.

    It serves ``GET /v1/customers`` on this machine's loopback address from entering the ``with`` block (or
    from `start`) to leaving it (or to `stop`). Any number of them can run at once, and one that was stopped
    can be started again.

    Text is compared without regard to case but with regard to accents, a comparison with null is never true,
    and null sorts as the greatest value. Without an order, customers come as they were put in.

        >>> with Sandbox(customers=5, seed=1) as sandbox:
        ...     sandbox.url.rpartition(":")[0], len(sandbox.customers), sandbox.requests
        ('http://127.0.0.1', 5, ())

    Args:
        customers: How many customers to make up, or one's own, in the form they have on the wire. Of one's
            own the values are checked and copied; keys may be missing.
        seed: Which customers to make up: the same seed and version of Faker give the same ones.
        port: The TCP port, 0 for any free one.
        api_key: The key to accept.
        without_payments: The ids of the customers that never paid. When left out, some of the made-up
            customers, and none of one's own.
        faults: What is wrong with the server. Nothing when left out.

    Raises:
        ValueError: ``customers`` is negative or has a record that cannot be served (no id, the id of another
            one, a value of the wrong type), or ``without_payments`` has an id that no customer has.
        TypeError: A record has a value that JSON cannot express.
    """

    def __init__(
        self,
        customers: int | Iterable[Mapping[str, Any]] = 250,
        *,
        seed: int = 7,
        port: int = 0,
        api_key: str = "sk_sandbox_not_a_secret",
        without_payments: Iterable[str] | None = None,
        faults: Iterable[Fault] = (),
    ) -> None:
        self._customers, made_up = _customers(customers, seed)
        chosen = made_up if without_payments is None else frozenset(without_payments)
        self._without_payments = _known(chosen, self._customers)
        self._fate = Fate(faults, seed)
        self._port = port
        self._api_key = api_key
        self._requests: list[RecordedRequest] = []
        self._running: _Running | None = None

    @property
    def url(self) -> str:
        """The base URL, without a slash at the end.

        Raises:
            RuntimeError: The sandbox is not running.
        """
        if self._running is None:
            raise RuntimeError(
                "the sandbox has no URL while it is not running: use `with Sandbox() as sandbox:`"
            )
        return f"http://{_HOST}:{self._running.port}"

    @property
    def api_key(self) -> str:
        """The key that it accepts."""
        return self._api_key

    @property
    def customers(self) -> tuple[dict[str, Any], ...]:
        """The customers in the form they have on the wire, in their order. To be read, not to be changed."""
        return self._customers

    @property
    def without_payments(self) -> frozenset[str]:
        """The ids of the customers that never paid: those for which ``noPayments`` is true."""
        return self._without_payments

    @property
    def requests(self) -> tuple[RecordedRequest, ...]:
        """The requests answered so far, refused ones too, the oldest first."""
        return tuple(self._requests)

    def start(self) -> None:
        """Start serving, and wait until it does.

        Raises:
            OSError: The port is in use, or this user may not have it.
            RuntimeError: The sandbox is running already, or the web server did not start.
        """
        if self._running is not None:
            raise RuntimeError("the sandbox is running already")
        customers = Collection(PATH, customer_schema(self._without_payments), self._customers)
        app = create_app([customers], self._api_key, self._fate, self._requests.append)
        # No logging configuration: the one of the process that this runs in must stay as it is.
        config = uvicorn.Config(
            app,
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            timeout_graceful_shutdown=2,
        )
        self._running = _run(_Server(config), _listen(self._port))

    def stop(self) -> None:
        """Stop serving, and wait until port and thread are free again. Does nothing if it is not running."""
        if self._running is not None:
            self._running.server.should_exit = True
            self._running.thread.join()
            self._running = None

    def __enter__(self) -> Sandbox:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()


def _customers(
    customers: int | Iterable[Mapping[str, Any]], seed: int
) -> tuple[tuple[dict[str, Any], ...], frozenset[str]]:
    if not isinstance(customers, int):
        return checked_records(customers, customer_schema()), frozenset()
    # Here, because Faker is slow to import and not needed by those who bring their own customers.
    from quentli_query.sandbox.records import make_customers  # noqa: PLC0415

    made_up = make_customers(customers, seed)
    return made_up.records, made_up.without_payments


def _known(ids: frozenset[str], customers: CollectionOf[Mapping[str, Any]]) -> frozenset[str]:
    unknown = ids - {customer["id"] for customer in customers}
    if unknown:
        raise ValueError(f"without_payments has ids that no customer has: {sorted(unknown)}")
    return ids


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.settled = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.settled.set()

    def run_in_thread(self, listener: socket.socket) -> None:
        # Off the main thread neither uvicorn nor asyncio touches the process's signal handlers.
        try:
            self.run(sockets=[listener])
        finally:
            self.settled.set()


@attrs.frozen
class _Running:
    server: _Server
    thread: threading.Thread
    port: int


def _run(server: _Server, listener: socket.socket) -> _Running:
    port: int = listener.getsockname()[1]
    # A daemon, so that a sandbox that nobody stops does not keep the program from ending.
    thread = threading.Thread(
        target=server.run_in_thread, args=(listener,), name=f"quentli-sandbox-{port}", daemon=True
    )
    thread.start()
    server.settled.wait()
    if not server.started:
        thread.join()
        listener.close()
        raise RuntimeError("the sandbox's web server did not start")
    return _Running(server, thread, port)


def _listen(port: int) -> socket.socket:
    try:
        listener = socket.create_server((_HOST, port))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        message = f"port {port} on {_HOST} is in use: choose another one, or 0 for any that is free"
        raise OSError(errno.EADDRINUSE, message) from error
    # Connections inherit this. asyncio sets it only where a socket was made with its protocol spelled out,
    # and without it answers on a connection that is kept alive wait some 40 ms for an acknowledgement.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener
