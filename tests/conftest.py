"""What tests of several folders share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pytest
from conformance.npm_qs import Qs
from hypothesis import HealthCheck, given, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hypothesis.strategies import SearchStrategy

__all__ = ["ForAll", "Qs"]


def pytest_configure(config: pytest.Config) -> None:
    """Leave the slow tests out, unless an expression says which tests to run."""
    config.option.markexpr = config.option.markexpr or "not slow"


@pytest.fixture(scope="session")
def qs() -> Iterator[Qs]:
    """npm's qs, all versions."""
    with Qs() as running:
        yield running


class ForAll(Protocol):
    """Checks the decorated function, there and then, with many examples of what the strategies give."""

    def __call__(
        self, *strategies: SearchStrategy[Any], examples: int = 1000
    ) -> Callable[[Callable[..., None]], None]: ...


@pytest.fixture(params=[1, pytest.param(20, marks=pytest.mark.slow)], ids=["normal", "slow"])
def for_all(request: pytest.FixtureRequest) -> ForAll:
    """`@for_all(strategy)` in a test: a property, with twenty times as many examples in the slow run."""
    factor: int = request.param

    def for_all(
        *strategies: SearchStrategy[Any], examples: int = 1000
    ) -> Callable[[Callable[..., None]], None]:
        # How long one example takes says nothing on a machine that has other things to do.
        patient = settings(
            max_examples=examples * factor, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        )

        def check(property_: Callable[..., None]) -> None:
            patient(given(*strategies)(property_))()

        return check

    return for_all
