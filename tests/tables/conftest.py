"""A sandbox whose records don't change."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quentli_query import Quentli
from quentli_query.sandbox import Sandbox


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(customers=250) as running:
        yield running


@pytest.fixture(scope="session")
def quentli(sandbox: Sandbox) -> Iterator[Quentli]:
    with Quentli(base_url=sandbox.url, api_key=sandbox.api_key) as client:
        yield client
