"""Fixtures and settings that several folders share."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import httpx
import pytest
from conformance.npm_qs import Qs
from support import profiles  # noqa: F401 - sets the profile


def pytest_configure(config: pytest.Config) -> None:
    """Leave out the tests that take long, unless an expression says which tests to run."""
    config.option.markexpr = config.option.markexpr or "not slow and not exhaustive"


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Look for doctests in no helper: that would import each helper a second time, under another name."""
    is_helper = collection_path.suffix == ".py" and not collection_path.name.startswith("test_")
    return True if is_helper else None


def pytest_collection_finish() -> None:
    """Let later collections of garbage leave out all that is there by now: many tests would wait for them."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _certificates_read_once() -> Iterator[None]:
    """Let all clients share the system's certificates: reading them takes longer than most tests."""
    with pytest.MonkeyPatch.context() as patch:
        create = cache(httpx.create_ssl_context)
        for module in ("httpx", "httpx._transports.default"):
            patch.setattr(f"{module}.create_ssl_context", create)
        yield


@pytest.fixture(scope="session")
def qs() -> Iterator[Qs]:
    """npm's qs, all versions."""
    with Qs() as running:
        yield running
