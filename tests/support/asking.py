"""Asking a sandbox with plain httpx."""

from __future__ import annotations

import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from quentli_query.sandbox import Sandbox

# Not used, as nothing here is encrypted, but httpx takes long to make one for every request.
NO_TLS = ssl.create_default_context()


def client_of(sandbox: Sandbox, **options: Any) -> httpx.Client:
    """A client that keeps its connections, with the key."""
    headers = {"Authorization": f"Bearer {sandbox.api_key}"}
    return httpx.Client(
        **{"base_url": sandbox.url, "headers": headers, "verify": NO_TLS, "timeout": 30, **options}
    )


def get(sandbox: Sandbox, path: str, **options: Any) -> httpx.Response:
    """The answer to one request on a connection of its own."""
    headers = {"Authorization": f"Bearer {sandbox.api_key}"}
    return httpx.get(f"{sandbox.url}{path}", **{"headers": headers, "verify": NO_TLS, **options})


def ask(sandbox: Sandbox, **params: str | int) -> httpx.Response:
    """The answer to one request for customers."""
    return get(sandbox, "/v1/customers", params=params)


def complete(*customers: dict[str, Any]) -> list[dict[str, Any]]:
    """Return customers with all their fields, as a sandbox fills them in."""
    return list(Sandbox(customers).customers)


def ids(response: httpx.Response) -> list[str]:
    """The ids of the records that were answered."""
    assert response.status_code == 200, response.text
    return [record["id"] for record in response.json()]


@contextmanager
def run_program(*options: str) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """Run `python -m quentli_query.sandbox`. Yield the process, the URL and the key."""
    command = [sys.executable, "-m", "quentli_query.sandbox", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            url, key = (process.stdout.readline().split()[1] for _ in range(2))
            yield process, url, key
        finally:
            process.kill()
