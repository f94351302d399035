"""Sending one request each way: with a client that waits, and with one that is awaited."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
from quentli_client.api.customers import customers_list
from quentli_client.types import Response

from quentli_query.client.config import Settings
from quentli_query.client.generated import Sender
from quentli_query.client.http.transport import open_async_client, open_client

Send = Callable[..., Any]


def send(
    settings: Settings, method: str = "GET", path: str = "/v1/customers", **options: Any
) -> httpx.Response:
    """Send through a client that waits."""
    with open_client(settings, None) as client:
        return client.request(method, path, **options)


def send_async(
    settings: Settings, method: str = "GET", path: str = "/v1/customers", **options: Any
) -> httpx.Response:
    """Send through a client that is awaited."""

    async def sending() -> httpx.Response:
        async with open_async_client(settings, None) as client:
            return await client.request(method, path, **options)

    return asyncio.run(sending())


def list_customers(settings: Settings, **parameters: Any) -> Response[Any]:
    """Ask for a page through the generated function."""
    with open_client(settings, None) as client:
        return customers_list.sync_detailed(client=Sender(client), **parameters)


BOTH_WAYS: list[Send] = [send, send_async]
