"""The sandbox: its records, a port, a thread, and the web server in it."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import os
import socket
import threading
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from .app import App
from .clock import Clock
from .faults import FaultSchedule
from .records import Records
from .resources import RESOURCES
from .store import Store
from .validation import check_arguments, check_items

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from .faults import ActiveFaults, Fault, RecordedRequest

_HOST = "127.0.0.1"


class Sandbox:
    """A server like the Quentli API that runs in a thread of this process.

    It serves on the loopback address of this machine from entering the `with` block (or from `start`) to
    leaving it (or to `stop`). Any number of sandboxes can run at once, and a stopped one can start again.

    It serves the nine lists of the API, single records by their ids, and creating and changing customers.
    Every other operation answers 501. Records are in SQLite. What customers are billed is made up when it is
    first asked for, in some two milliseconds a customer: subscriptions, invoices, the payments for them,
    tax invoices of those, and the events that webhooks were sent.

    Text is compared without case, but with accents; a comparison with null is never true, and null sorts as
    the greatest value. Enums sort as text. Without an order, records come in the order in which they were
    added.

    Made-up records lie in the four and a half years up to 30 June 2025, 00:00 UTC, or up to the day of `now`;
    only what follows from them lies later, such as due dates and refunds. What is added, created or changed
    has the time at which that is done. Give `now` to have records in "the last month".

        >>> with Sandbox(customers=5, seed=1) as sandbox:
        ...     sandbox.url.rpartition(":")[0], len(sandbox.customers), sandbox.requests
        ('http://127.0.0.1', 5, ())

    Args:
        customers: how many customers to make up, or the customers in the form of the API, of which any field
            may be missing: `Sandbox(customers=[{"name": "Ana"}])`. Ids, names and the time of creation are
            made up then; flags are false, and what may be null is null.
        seed: the seed of made-up values. The same seed and version of Faker give the same records.
        port: the TCP port; any free one if 0.
        api_key: the only key accepted.
        without_payments: ids of the customers that never paid, and have no payments. If None: some of the
            made-up customers, and none of your own.
        faults: faults of the server, see `misbehave`.
        keep_requests: how many requests to remember at most, the latest ones; all of them if None, in
            some 2 kB of memory each.
        now: the time, with a zone; it goes on from there. Made-up records are those of the same seed, moved
            by whole days to end less than a day before. The present if None, with records that are not moved.
        database: the path of an SQLite file that keeps the records. If the file has records already, they are
            served, and `customers`, `seed` and `without_payments` are not used. In memory if None.

    Raises:
        ValueError: if an argument has the wrong type or is out of range, `customers` has a record that cannot
            be served (the id of another one, a value of the wrong type), `without_payments` has an id that no
            customer has, `now` has no zone or is in a year before 1970 or after 2999, or `database` is not a
            database of this sandbox's version.
        TypeError: if JSON cannot express the type of a value.
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
        database: str | os.PathLike[str] | None = None,
    ) -> None:
        check_arguments(
            api_key,
            customers=customers,
            seed=seed,
            port=port,
            without_payments=without_payments,
            faults=faults,
            keep_requests=keep_requests,
            now=now,
            database=database,
        )
        given = customers if isinstance(customers, int) else list(customers)
        if not isinstance(given, int):
            check_items("customers", given, Mapping, "a dict such as {'name': 'Ana'}")
        self._clock = Clock(now)
        self._seed = seed
        self._schedule = FaultSchedule(faults, seed)
        # The last: a file is made only for arguments that can be used.
        store = Store(None if database is None else os.fspath(database))
        self._records = Records(store, self._clock, seed, given, without_payments)
        self._port = port
        self._api_key = api_key
        self._requests: deque[RecordedRequest] = deque(maxlen=keep_requests)
        self._server: _Server | None = None

    @property
    def url(self) -> str:
        """The base URL, without a slash at the end.

        Raises:
            RuntimeError: if the sandbox is not running.
        """
        if self._server is None:
            raise RuntimeError("the sandbox is not running: use `with Sandbox() as sandbox:`")
        return f"http://{_HOST}:{self._server.port}"

    @property
    def api_key(self) -> str:
        """The key that it accepts."""
        return self._api_key

    @property
    def customers(self) -> tuple[dict[str, Any], ...]:
        """The present customers in the form of the API, in their order."""
        return self._records.read_all("customers")

    def records(self, resource: str) -> tuple[dict[str, Any], ...]:
        """Return the present records of a resource, as its list has them, in their order.

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
            ValueError: if there is no such resource.
        """
        if resource not in RESOURCES:
            raise ValueError(f"there is no resource {resource!r}, but: {', '.join(RESOURCES)}")
        return self._records.read_all(resource)

    @property
    def without_payments(self) -> frozenset[str]:
        """The ids of the present customers that never paid: those for which `noPayments` is true."""
        return self._records.without_payments

    @property
    def requests(self) -> tuple[RecordedRequest, ...]:
        """The requests so far, also refused ones and those without a response, the oldest first."""
        return tuple(self._requests.copy())

    def add(
        self, record: Mapping[str, Any] | None = None, /, *, without_payments: bool = False, **values: Any
    ) -> dict[str, Any]:
        """Add a customer behind all others. From any thread, also while requests are served.

            >>> sandbox = Sandbox(customers=3)
            >>> sandbox.add(name="Ana")["name"], len(sandbox.customers)
            ('Ana', 4)

        Args:
            record: the customer in the form of the API, of which any field may be missing; a made-up customer
                if None. It was created just now, unless it says otherwise.
            without_payments: whether the customer never paid.
            values: other values for some of the customer's fields, by their names in the API.

        Returns:
            The customer as it is served.

        Raises:
            ValueError: if the customer cannot be served, or another one has its id.
            TypeError: if JSON cannot express the type of a value.
        """
        return self._records.add(record, values, never_paid=without_payments)

    def archive(self, customer_id: str, *, by: str = "u_sandbox") -> dict[str, Any]:
        """Mark a customer as archived now. From any thread, also while requests are served.

        The customer stays in lists, with `archivedAt` and `archivedById`.

        Args:
            customer_id: the id of the customer.
            by: the id of the user who archives.

        Returns:
            The customer as it is served.

        Raises:
            LookupError: if there is no customer with this id.
        """
        moment = self._clock.now()
        values = {"archivedAt": moment, "archivedById": by, "updatedAt": moment}
        return dict(json.loads(self._records.change_customer(customer_id, lambda _: values)))

    def remove(self, customer_id: str) -> None:
        """Remove a customer, and all that was billed. From any thread, also while requests are served.

        Raises:
            LookupError: if there is no customer with this id.
        """
        self._records.remove(customer_id)

    def misbehave(self, *faults: Fault) -> None:
        """From the next request on, have these faults and no others; none ends all faults.

        Requests are counted from 1 again, and probabilities drawn anew from the sandbox's seed. A request
        with several faults gets them in this order.

            >>> from quentli_query.sandbox import ErrorStatus
            >>> with Sandbox(customers=0) as sandbox:
            ...     sandbox.misbehave(ErrorStatus(503, retry_after=1, times=1))

        """
        self._schedule = FaultSchedule(faults, self._seed)

    def start(self) -> None:
        """Start serving, and wait until it does.

        Raises:
            OSError: if the port is in use, or this user may not have it.
            RuntimeError: if the sandbox is running already, or the web server did not start.
        """
        if self._server is not None:
            raise RuntimeError("the sandbox is running already")
        app = App(self._records, self._api_key, self._choose_faults, self._requests.append)
        self._server = _Server(app, _listen(self._port))

    def stop(self) -> None:
        """Stop serving, and wait until port and thread are free again. Does nothing if it is not running."""
        if self._server is not None:
            self._server.stop()
            self._server = None

    def _choose_faults(self, request: RecordedRequest) -> ActiveFaults:
        return self._schedule.choose(request)

    def __enter__(self) -> Sandbox:
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()


class _Connection(H11Protocol):
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        # Filters hold personal data. uvicorn's own switch would change the logger of the whole process.
        self.access_log = False
        # uvicorn hands a copy of this to every request of the connection.
        self.app_state = {**self.app_state, "transport": transport}


class _Server(uvicorn.Server):
    def __init__(self, app: App, listener: socket.socket) -> None:
        # No logging configuration: the one of the process that this runs in must stay as it is.
        super().__init__(
            uvicorn.Config(app, loop="asyncio", http=_Connection, ws="none", lifespan="off", log_config=None)
        )
        self.port: int = listener.getsockname()[1]
        self._settled = threading.Event()
        # A daemon, so that a sandbox that nobody stops does not keep the program from ending.
        self._thread = threading.Thread(
            target=self._run, args=(listener,), name=f"quentli-sandbox-{self.port}", daemon=True
        )
        self._thread.start()
        self._settled.wait()
        if not self.started:
            self._thread.join()
            listener.close()
            raise RuntimeError("the sandbox's web server did not start")

    def _run(self, listener: socket.socket) -> None:
        # Off the main thread neither uvicorn nor asyncio touches the process's signal handlers.
        try:
            self.run(sockets=[listener])
        finally:
            self._settled.set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        self._stopping = asyncio.Event()
        await super().startup(sockets)
        self._settled.set()

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
            await self._wait_a_moment()
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
        await self._wait_a_moment()
        for server in self.servers:
            server.close()

    async def _wait_a_moment(self) -> None:
        # In a thread: where a test has frozen the time, the loop's own waits never end.
        await self._loop.run_in_executor(None, threading.Event().wait, 0.01)

    def stop(self) -> None:
        self.should_exit = True
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()


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
