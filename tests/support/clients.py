"""Both clients through one interface, so that a test is written once and runs with either.

An `AsyncQuentli` is wrapped in a `SyncView`: its methods are called without `await`, its pages and scans are
iterated over with `for`.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from types import ModuleType
from typing import Any, TypeAlias

import httpx
from support.stub_server import KEY

from quentli_query import AsyncQuentli, Quentli, RawResponse

RunSandbox: TypeAlias = Callable[..., Any]
"""Runs a sandbox until the test ends: `run_sandbox(ErrorStatus(503), customers=3)`."""

PATH = "/v1/customers"


class SyncView:
    """An async client, or a part of one, for synchronous tests. Runs in an event loop of its own."""

    def __init__(self, target: Any, runner: asyncio.Runner) -> None:
        self.target = target
        self._runner = runner

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.target, name)
        if not inspect.isroutine(value):
            return self._view(value)
        return lambda *arguments, **options: self._view(value(*arguments, **options))

    def wait_for(self, function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Call a coroutine function in the event loop of this client."""
        return self._run(function(*arguments, **options))

    def _run(self, coroutine: Any) -> Any:
        # Faster than Runner.run, which handles signals: scans do this for every record.
        return self._runner.get_loop().run_until_complete(coroutine)

    def _view(self, value: Any) -> Any:
        if inspect.iscoroutine(value):
            value = self._run(value)
        packages = ("quentli_query.client", "quentli_resources")
        ours = type(value).__module__.startswith(packages) and not isinstance(value, RawResponse)
        return SyncView(value, self._runner) if ours or hasattr(value, "__aiter__") else value

    def __enter__(self) -> Any:
        return self._view(self._run(self.target.__aenter__()))

    def __exit__(self, *error: object) -> None:
        self._run(self.target.__aexit__(*error))

    def __iter__(self) -> Iterator[Any]:
        iterator = aiter(self.target)
        try:
            while True:
                yield self._view(self._run(anext(iterator)))
        except StopAsyncIteration:
            pass
        finally:
            self._run(iterator.aclose())

    def __bool__(self) -> bool:
        return bool(self.target)

    def __repr__(self) -> str:
        return repr(self.target)


class Connect:
    """Opens clients of one kind, which are closed with the stack: `connect(sandbox, max_retries=0)`."""

    def __init__(self, stack: ExitStack, *, is_async: bool) -> None:
        self.is_async = is_async
        self._stack = stack
        self._runner = stack.enter_context(asyncio.Runner())

    def __call__(self, server: Any, *, transport: httpx.MockTransport | None = None, **options: Any) -> Any:
        """Open a client.

        Args:
            server: an object with `url` and `api_key`, or a base URL.
            transport: what to send through, in place of a socket.
            **options: of the client.
        """
        url, key = (server, KEY) if isinstance(server, str) else (server.url, server.api_key)
        options = {"api_key": key, "base_url": url, **options}
        if transport is not None:
            options["http_client"] = self.http_client(transport=transport)
        if not self.is_async:
            return self._stack.enter_context(Quentli(**options))
        quentli = SyncView(AsyncQuentli(**options), self._runner)
        self._stack.callback(quentli.close)
        return quentli

    def http_client(self, **options: Any) -> httpx.Client | httpx.AsyncClient:
        """Open an httpx client for `http_client=`."""
        if not self.is_async:
            return self._stack.enter_context(httpx.Client(**options))
        client = httpx.AsyncClient(**options)
        self._stack.callback(lambda: self._runner.run(client.aclose()))
        return client


def ids(records: Any) -> list[str]:
    """Return the ids of records, of a sandbox or of a list."""
    return [record["id"] if isinstance(record, dict) else record.id for record in records]


def http_of(quentli: Any) -> Any:
    """The httpx client that a client sends through."""
    api = quentli.api
    return api.get_async_httpx_client() if isinstance(api, SyncView) else api.get_httpx_client()


def send(quentli: Any, method: str = "GET", path: str = PATH, **options: Any) -> httpx.Response:
    """Send one request as the generated functions do, and return the answer."""
    answer: httpx.Response = http_of(quentli).request(method, path, **options)
    return answer


def call(quentli: Any, operation: ModuleType, *arguments: Any, api: Any = None, **options: Any) -> Any:
    """Call the generated function of an operation that goes with the client.

    Args:
        quentli: the client.
        operation: the generated module.
        *arguments: of the function.
        api: what the function takes as its client, if it is not `quentli.api`.
        **options: more arguments of the function.
    """
    api = quentli.api if api is None else api
    if isinstance(api, SyncView):
        return api.wait_for(operation.asyncio, *arguments, client=api.target, **options)
    return operation.sync(*arguments, client=api, **options)
