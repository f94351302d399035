"""The generated methods of all resources, ready to be called."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pytest
import quentli_resources.methods
from attrs import frozen

from quentli_query.client.operation import Operation


@frozen(eq=False)
class Method:
    """A method of a resource.

    Attributes:
        resource: the clients' attribute.
        verb: its name.
        function: the sync function.
        is_async_alike: True if the async function has the same signature and docstring.
        operation: the data that it calls with.
    """

    resource: str
    verb: str
    function: Any
    is_async_alike: bool
    operation: Operation[Any]

    @property
    def name(self) -> str:
        return f"{self.resource}.{self.verb}"

    @property
    def ids(self) -> list[str]:
        """The names of the positional arguments."""
        parameters = inspect.signature(self.function).parameters
        return [name for name, each in parameters.items() if each.kind is each.POSITIONAL_ONLY][1:]

    @property
    def keywords(self) -> Mapping[str, inspect.Parameter]:
        parameters = inspect.signature(self.function).parameters
        return {name: each for name, each in parameters.items() if each.kind is each.KEYWORD_ONLY}


def _describe(function: Any) -> tuple[object, ...]:
    return inspect.signature(function), function.__doc__


def _find_methods() -> Iterator[Method]:
    for info in pkgutil.iter_modules(quentli_resources.methods.__path__):
        module = importlib.import_module(f"quentli_resources.methods.{info.name}")
        own = [each for each in vars(module).values() if getattr(each, "__module__", "") == module.__name__]
        awaited, sync = sorted(
            filter(inspect.isclass, own), key=lambda each: not each.__name__.startswith("Async")
        )
        for verb, function in inspect.getmembers(sync, inspect.isfunction):
            if verb in vars(sync):
                other = getattr(awaited, verb)
                is_alike = inspect.iscoroutinefunction(other) and _describe(function) == _describe(other)
                operation = getattr(module, f"_{verb.upper()}")
                yield Method(info.name, verb, function, is_alike, operation)


METHODS: Final = list(_find_methods())

every_method = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
