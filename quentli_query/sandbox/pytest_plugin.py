"""A fixture for pytest, there as soon as the package is installed with its extra `sandbox`."""

# pytest imports this module in every project that has the package, so it loads the sandbox only in a test
# that uses the fixture.

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quentli_query.sandbox.server import Sandbox

_MARKER = (
    "quentli_sandbox(customers=250, faults=(), ...): "
    "the arguments with which the fixture quentli_sandbox makes its Sandbox."
)


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker."""
    config.addinivalue_line("markers", _MARKER)


@pytest.fixture
def quentli_sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """Run a `Sandbox` for one test.

    It has 250 made-up customers and what they are billed. For others, or for faults, mark the test with
    `@pytest.mark.quentli_sandbox(customers=..., ...)`. `Sandbox.records` has the records of each list.
    """
    from quentli_query.sandbox import Sandbox  # noqa: PLC0415

    marker = request.node.get_closest_marker("quentli_sandbox")
    with Sandbox(*marker.args, **marker.kwargs) if marker else Sandbox() as sandbox:
        yield sandbox
