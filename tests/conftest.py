"""Fixtures and settings that several folders share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from conformance.npm_qs import Qs
from hypothesis import HealthCheck, given, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hypothesis.strategies import SearchStrategy

__all__ = ["ForAll", "Qs"]

# The time of one example says nothing on a machine that is busy with other work.
settings.register_profile(
    "dev", max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("dev"), max_examples=1000, print_blob=True)
# The option --hypothesis-profile overrides this.
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

SLOW_EXAMPLES = 10_000


def pytest_configure(config: pytest.Config) -> None:
    """Leave the slow tests out, unless an expression says which tests to run."""
    config.option.markexpr = config.option.markexpr or "not slow"


@pytest.fixture(scope="session")
def qs() -> Iterator[Qs]:
    """npm's qs, all versions."""
    with Qs() as running:
        yield running


class ForAll(Protocol):
    """Check the decorated function, there and then, with random examples from the strategies.

    The profile gives their number. `examples` is an upper limit, for a property whose examples are expensive.
    """

    def __call__(
        self, *strategies: SearchStrategy[Any], examples: int = 1000
    ) -> Callable[[Callable[..., None]], None]: ...


@pytest.fixture(params=["normal", pytest.param("slow", marks=pytest.mark.slow)])
def for_all(request: pytest.FixtureRequest) -> ForAll:
    """`@for_all(strategy)` in a test: a property. The slow run checks twenty times `examples`."""

    def for_all(
        *strategies: SearchStrategy[Any], examples: int = 1000
    ) -> Callable[[Callable[..., None]], None]:
        if request.param == "slow":
            count = min(20 * examples, SLOW_EXAMPLES)
        else:
            count = min(examples, settings().max_examples)

        def check(property_: Callable[..., None]) -> None:
            settings(max_examples=count)(given(*strategies)(property_))()

        return check

    return for_all
