"""Real servers for the real client."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from attrs import frozen
from conformance.node import HERE, NodeProcess, installed

from quentli_query import Filter, Limits, OrderBy, Quentli


@frozen
class Express:
    """A server, reached through this library's own client."""

    client: Quentli
    backdoor: httpx.Client

    def seen(
        self, filter: Filter[Any], order_by: list[OrderBy[Any]] | None = None, *, resource: str = "customers"
    ) -> Any:
        """Return what the server parses from a list's parameters: `{"filter": ..., "order_by": ...}`."""
        records = getattr(self.client, resource)
        # Raw, since a list asks for a filter that is too large in parts.
        assert records.with_raw_response.list(filter, order_by=order_by).parsed == []
        return self.backdoor.get("/seen").json()


@pytest.fixture(scope="session")
def server_urls() -> Iterator[dict[str, str]]:
    """The URLs of Express 4, Express 5, and Express 5 with its extended parser of queries."""
    # Larger than Node's default, so that Express reads long text instead of refusing it.
    with NodeProcess(HERE / "express_servers.js", installed(), "--max-http-header-size=262144") as process:
        yield process.receive()


@pytest.fixture(
    scope="session",
    params=[
        ("express-4", "string"),
        ("express-4", "nested"),
        ("express-5", "string"),
        ("express-5-extended", "string"),
        ("express-5-extended", "nested"),
    ],
    ids="-".join,
)
def express(request: pytest.FixtureRequest, server_urls: dict[str, str]) -> Iterator[Express]:
    """A server of each Express, and a client of each style that the server reads."""
    name, query_style = request.param
    url = server_urls[name]
    # As long as httpx can send, since it is only a server's own limit that the default stands for.
    limits = Limits(url_bytes=60_000)
    with (
        Quentli("sk_test", base_url=url, limits=limits, query_style=query_style) as client,
        httpx.Client(base_url=url, trust_env=False) as backdoor,
    ):
        yield Express(client, backdoor)
