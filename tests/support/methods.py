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
        return [name for name, each in self._parameters.items() if each.kind is each.POSITIONAL_ONLY][1:]

    @property
    def keywords(self) -> Mapping[str, inspect.Parameter]:
        return {name: each for name, each in self._parameters.items() if each.kind is each.KEYWORD_ONLY}

    @property
    def _parameters(self) -> Mapping[str, inspect.Parameter]:
        return inspect.signature(self.function).parameters


def _find_methods() -> Iterator[Method]:
    for info in pkgutil.iter_modules(quentli_resources.methods.__path__):
        module = importlib.import_module(f"quentli_resources.methods.{info.name}")
        sync, awaited = (
            each
            for _, each in inspect.getmembers(module, inspect.isclass)
            if each.__module__ == module.__name__
        )
        if sync.__name__.startswith("Async"):
            sync, awaited = awaited, sync
        for verb, function in vars(sync).items():
            if inspect.isfunction(function):
                other = getattr(awaited, verb)
                alike = (inspect.signature(function), function.__doc__) == (
                    inspect.signature(other),
                    other.__doc__,
                )
                yield Method(
                    info.name,
                    verb,
                    function,
                    alike and inspect.iscoroutinefunction(other),
                    getattr(module, f"_{verb.upper()}"),
                )


METHODS: Final = list(_find_methods())

every_method = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
