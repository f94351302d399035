"""Sandboxes that many tests share. No test changes their records."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from support.asking import client_of

from quentli_query.sandbox import Sandbox


@pytest.fixture(scope="session")
def shared_sandbox() -> Iterator[Sandbox]:
    """A sandbox with 250 made-up customers."""
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def shared_client(shared_sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client of the shared sandbox."""
    with client_of(shared_sandbox) as client:
        yield client
