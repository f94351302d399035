"""Requests to a sandbox that span pages, and parts of its responses."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from quentli_resources.registry import MAX_TAKE


def list_all(client: httpx.Client, path: str = "/v1/customers", **params: str) -> list[dict[str, Any]]:
    """Return the records of all pages."""
    found: list[dict[str, Any]] = []
    while True:
        page = client.get(path, params={**params, "take": MAX_TAKE, "skip": len(found)})
        assert page.status_code == 200, page.text
        found.extend(page.json())
        if len(page.json()) < MAX_TAKE:
            return found


def issues(response: httpx.Response) -> list[tuple[str, str]]:
    """Return path and code of each issue of a refused request."""
    assert response.status_code == 400, response.text
    error = response.json()["error"]
    assert error.keys() == {"message", "issues"}
    return [(".".join(map(str, issue["path"])), issue["code"]) for issue in error["issues"]]


def issues_as_text(response: httpx.Response, prefix: str = "") -> str:
    """Return path and code of each issue, the paths without the prefix."""
    return ", ".join(f"{path.removeprefix(prefix)} {code}" for path, code in issues(response))


def measure(action: Callable[[], object]) -> float:
    """Return the seconds that an action takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def is_now(text: str) -> bool:
    """Return whether an instant is the present one, give or take a minute."""
    return abs(datetime.fromisoformat(text) - datetime.now(UTC)) < timedelta(minutes=1)
