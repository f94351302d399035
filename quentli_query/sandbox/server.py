"""Starts and stops the sandbox: a port, a thread, and the web server in it."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
import threading
from collections import deque
from typing import TYPE_CHECKING, Any

import attrs
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from quentli_query.sandbox.app import create_app
from quentli_query.sandbox.books import Books
from quentli_query.sandbox.clock import Clock
from quentli_query.sandbox.fate import Fate, Meeting
from quentli_query.sandbox.live import LiveCustomers
from quentli_query.sandbox.reading import reading
from quentli_query.sandbox.resources import RESOURCES
from quentli_query.sandbox.writing import writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from types import TracebackType

    from quentli_query.sandbox.faults import Fault, RecordedRequest

_HOST = "127.0.0.1"


class Sandbox:
    """A stand-in for the Quentli API that runs in a thread of this process.

    It serves on this machine's loopback address from entering the ``with`` block (or from `start`) to leaving
    it (or to `stop`). Any number of them can run at once, and one that was stopped can be started again.

    It serves the nine lists of the API, single records by their ids, and creating and changing customers.
    Every other operation answers 501. What it has of other resources than customers it makes up for these
    customers when it is first asked, in some 0.2 ms for each of them: invoices, of subscriptions and single
    ones, the payments with which they were paid, tax invoices of those, and what webhooks were told of that.

    Text is compared without regard to case but with regard to accents, a comparison with null is never true,
    and null sorts as the greatest value. Enums sort in the order in which the API declares them. Without an
    order, customers come as they were put in, and what is theirs in the same order.

    What is made up lies in the four and a half years up to 30 June 2025, 00:00 UTC, or up to the day of
    ``now``; a little later lies only what follows from it, such as due dates and refunds. What is added,
    created or changed has the time at which that is done. For there to be something in "the last month", give
    ``now``.

        >>> with Sandbox(customers=5, seed=1) as sandbox:
        ...     sandbox.url.rpartition(":")[0], len(sandbox.customers), sandbox.requests
        ('http://127.0.0.1', 5, ())

    Args:
        customers: How many customers to make up, or one's own, in the form they have on the wire. Of one's
            own the values are checked and copied; keys may be missing, and stay so, though the API leaves
            none out and the client refuses such records. To give some values and have the others made up,
            start with none and `add` them.
        seed: Which customers to make up: the same seed and version of Faker give the same ones.
        port: The TCP port, 0 for any free one.
        api_key: The key to accept.
        without_payments: The ids of the customers that never paid, and have no payments. When left out, some
            of the made-up customers, and none of one's own.
        faults: What is wrong with the server, see `misbehave`. Nothing when left out.
        keep_requests: How many requests to remember at most, the latest ones; all of them when left out,
            which takes some 2 kB of memory for each.
        now: What time it is, with a zone; the time goes on from there. The made-up records are those of the
            same seed, moved by as many whole days as it takes to end less than a day before. When left out,
            they are not moved, and the time is the present.

    Raises:
        ValueError: ``customers`` is negative or has a record that cannot be served (no id, the id of another
            one, a value of the wrong type), ``without_payments`` has an id that no customer has, or ``now``
            has no zone or is in a year before 1970 or after 2999.
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
        keep_requests: int | None = None,
        now: datetime | None = None,
    ) -> None:
        self._clock = Clock(now)
        self._customers = LiveCustomers(customers, seed, without_payments, self._clock)
        self._books = Books(self._customers, seed, self._clock.shift)
        self._seed = seed
        self._fate = Fate(faults, seed)
        self._port = port
        self._api_key = api_key
        self._requests: deque[RecordedRequest] = deque(maxlen=keep_requests)
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
        """The present customers in the form they have on the wire, in their order. Not to be changed."""
        return self._customers.records

    def records(self, resource: str) -> tuple[dict[str, Any], ...]:
        """The present records of a resource, as its list answers them, in their order. Not to be changed.

            >>> sandbox = Sandbox(customers=10)
            >>> len(sandbox.records("invoices")) > 10
            True
            >>> paid = {payment["customerId"] for payment in sandbox.records("payments")}
            >>> paid | sandbox.without_payments == {customer["id"] for customer in sandbox.customers}
            True

        Args:
            resource: customers, payment_concepts, discounts, invoices, tax_invoices, subscriptions,
                payments, webhooks or webhook_events.

        Raises:
            ValueError: There is no such resource.
        """
        if resource not in RESOURCES:
            raise ValueError(f"there is no resource {resource!r}, but: {', '.join(RESOURCES)}")
        return tuple(stored.record for stored in self._books.collection(resource).records)

    @property
    def without_payments(self) -> frozenset[str]:
        """The ids of the present customers that never paid: those for which ``noPayments`` is true."""
        return self._customers.without_payments

    @property
    def requests(self) -> tuple[RecordedRequest, ...]:
        """The requests so far, refused ones and those without an answer too, the oldest first."""
        return tuple(self._requests.copy())

    def add(
        self, record: Mapping[str, Any] | None = None, /, *, without_payments: bool = False, **values: Any
    ) -> dict[str, Any]:
        """Add a customer behind all others. From any thread, also while requests are being answered.

            >>> sandbox = Sandbox(customers=3)
            >>> sandbox.add(name="Ana")["name"], len(sandbox.customers)
            ('Ana', 4)

        Args:
            record: The customer in the form it has on the wire, served as it is, without keys that are
                missing. When left out, a made-up one that was created just now.
            without_payments: Whether the customer never paid.
            values: Other values for some of the customer's fields, by their names on the wire.

        Returns:
            The customer as it is served. Not to be changed.

        Raises:
            ValueError: The customer cannot be served, or another one has its id.
            TypeError: A value is of a type that JSON cannot express.
        """
        base = self._customers.newcomer() if record is None else record
        return self._customers.add({**base, **values}, without_payments=without_payments)

    def archive(self, customer_id: str, *, by: str = "u_sandbox") -> dict[str, Any]:
        """Mark a customer as archived now. From any thread, also while requests are being answered.

        The customer stays in lists; ``archivedAt`` and ``archivedById`` tell.

        Args:
            customer_id: Which one.
            by: The id of the user who does it.

        Returns:
            The customer as it is served. Not to be changed.

        Raises:
            LookupError: There is no customer with this id.
        """
        moment = self._clock.now()
        values = {"archivedAt": moment, "archivedById": by, "updatedAt": moment}
        return self._customers.change(customer_id, lambda _customer: values).record

    def remove(self, customer_id: str) -> None:
        """Take a customer away. From any thread, also while requests are being answered.

        Raises:
            LookupError: There is no customer with this id.
        """
        self._customers.remove(customer_id)

    def misbehave(self, *faults: Fault) -> None:
        """From the next request on, have these faults and no others; none is to behave again.

        Requests are counted from 1 again, and probabilities drawn anew from the sandbox's seed. A request
        that meets several faults meets them in this order.

            >>> from quentli_query.sandbox import ErrorStatus
            >>> with Sandbox(customers=0) as sandbox:
            ...     sandbox.misbehave(ErrorStatus(503, retry_after=1, times=1))

        """
        self._fate = Fate(faults, self._seed)

    def start(self) -> None:
        """Start serving, and wait until it does.

        Raises:
            OSError: The port is in use, or this user may not have it.
            RuntimeError: The sandbox is running already, or the web server did not start.
        """
        if self._running is not None:
            raise RuntimeError("the sandbox is running already")
        served = {**reading(self._books.collection), **writing(self._customers)}
        app = create_app(served, self._api_key, self._meet, self._requests.append)
        # No logging configuration: the one of the process that this runs in must stay as it is.
        config = uvicorn.Config(
            app,
            loop="asyncio",
            http=_Connection,
            ws="none",
            lifespan="off",
            log_config=None,
        )
        self._running = _run(_Server(config), _listen(self._port))

    def stop(self) -> None:
        """Stop serving, and wait until port and thread are free again. Does nothing if it is not running."""
        if self._running is not None:
            self._running.server.stop()
            self._running.thread.join()
            self._running = None

    def _meet(self, request: RecordedRequest) -> Meeting:
        return self._fate.meets(request)

    def __enter__(self) -> Sandbox:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()


class _Connection(H11Protocol):
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        # uvicorn hands a copy of this to every request of the connection.
        self.app_state = {**self.app_state, "transport": transport}


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.settled = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        self._stopping = asyncio.Event()
        await super().startup(sockets)
        self.settled.set()

    # uvicorn looks ten times a second whether it is to stop, and then waits for its clients. Where every test
    # has a sandbox of its own, every test would wait for that.

    async def main_loop(self) -> None:
        while not await self.on_tick(0):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), timeout=1)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._stop_accepting()
        connections = self.server_state.connections
        # Twice: to close is to wait for clients that do not read what they are sent. And each time after a
        # moment, for those that are only just being let in.
        for hang_up in ("close", "abort"):
            await asyncio.sleep(0.01)
            for connection in list(connections):
                getattr(connection.transport, hang_up)()
        await asyncio.gather(*self.server_state.tasks)

    async def _stop_accepting(self) -> None:
        # From Python 3.12 on asyncio forgets a connection that it accepted just before its server is closed:
        # the socket stays open, and the client waits. So stop accepting first, and let asyncio finish.
        for server in self.servers:
            for listener in server.sockets:
                # Windows's loop has no readers: the danger stays there.
                with contextlib.suppress(NotImplementedError):
                    self._loop.remove_reader(listener.fileno())
        await asyncio.sleep(0.01)
        for server in self.servers:
            server.close()

    def stop(self) -> None:
        self.should_exit = True
        self._loop.call_soon_threadsafe(self._stopping.set)

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
