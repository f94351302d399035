"""Servers to ask, and clients to ask with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from support.clients import Connect, RunSandbox
from support.constants import set_constant
from support.stub_server import StubServer, serve
from support.threads import count_prefetch_threads

from quentli_query import Quentli
from quentli_query.sandbox import Fault, Sandbox


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUENTLI_BASE_URL", raising=False)
    set_constant(monkeypatch, "BACKOFF_SECONDS", 0.001)
    set_constant(monkeypatch, "PAUSE_SECONDS", 0.001)


@pytest.fixture(autouse=True)
def _ended_requests() -> Iterator[None]:
    """Let requests end that a test has left behind, so that the next one doesn't count them."""
    yield
    count_prefetch_threads()


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """A sandbox that all tests share. Its records do not change; its list of requests grows."""
    with Sandbox(customers=250, seed=7) as running:
        yield running


@pytest.fixture
def server() -> Iterator[StubServer]:
    """A server whose answers the test decides."""
    with serve() as state:
        yield state


@pytest.fixture
def opened() -> Iterator[ExitStack]:
    """Whatever the test opens; closed at its end, the last first."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def run_sandbox(opened: ExitStack) -> RunSandbox:
    def run(*faults: Fault, customers: Any = 3, **options: Any) -> Sandbox:
        return opened.enter_context(Sandbox(customers=customers, faults=faults, **options))

    return run


@pytest.fixture(params=["sync", "async"])
def connect(request: pytest.FixtureRequest, opened: ExitStack) -> Connect:
    """Opens clients until the test ends. The test runs once with each kind."""
    return Connect(opened, is_async=request.param == "async")


@pytest.fixture
def connect_sync(opened: ExitStack) -> Connect:
    """Opens a `Quentli` until the test ends, where the other client would add nothing."""
    return Connect(opened, is_async=False)


@pytest.fixture
def quentli(sandbox: Sandbox, connect_sync: Connect) -> Quentli:
    """A client of the shared sandbox."""
    client: Quentli = connect_sync(sandbox)
    return client
