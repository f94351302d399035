"""Servers to ask: a sandbox, and one that answers whatever a test wants."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import httpx
import pytest
from support.answering import Answering, serve

from quentli_query import Quentli
from quentli_query.sandbox import Sandbox


@pytest.fixture(scope="session", autouse=True)
def _certificates_read_once() -> Iterator[None]:
    """Each client reads the system's certificates, which takes longer than most tests, and none needs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("httpx._transports.default.create_ssl_context", cache(httpx.create_ssl_context))
        yield


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """A sandbox that all tests share. Its records do not change; its list of requests grows."""
    with Sandbox(customers=250, seed=7) as running:
        yield running


@pytest.fixture
def quentli(sandbox: Sandbox) -> Iterator[Quentli]:
    """A client of the sandbox."""
    with Quentli(sandbox.api_key, base_url=sandbox.url) as client:
        yield client


@pytest.fixture
def answering() -> Iterator[Answering]:
    """A server under the test's control."""
    with serve() as state:
        yield state
