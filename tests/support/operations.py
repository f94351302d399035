"""The generated functions of every operation, ready to be called."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from types import ModuleType
from typing import Any

import pytest
import quentli_client.api
from support.clients import Connect


def operations() -> list[ModuleType]:
    """Import every generated module that has an operation."""
    found = pkgutil.walk_packages(quentli_client.api.__path__, "quentli_client.api.")
    return [importlib.import_module(each.name) for each in found if not each.ispkg]


OPERATIONS = operations()

every_operation = pytest.mark.parametrize(
    "operation", OPERATIONS, ids=lambda module: module.__name__.rpartition(".")[2]
)


class AnyBody:
    """The body of any request: generated functions ask for nothing else of one."""

    def to_dict(self) -> dict[str, Any]:
        return {"input": {}}


def required_arguments(operation: ModuleType) -> dict[str, Any]:
    """Return a value for each argument without a default, and a body where there is one."""
    given: dict[str, Any] = {}
    for name, parameter in inspect.signature(operation.sync_detailed).parameters.items():
        if name == "body":
            given[name] = AnyBody()
        elif name != "client" and parameter.default is inspect.Parameter.empty:
            given[name] = f"{name}_1"
    return given


def calls_of(operation: ModuleType, url: str) -> Iterator[Callable[[], Any]]:
    """Yield a function that waits and one that is awaited, both without arguments."""
    arguments = required_arguments(operation)
    with ExitStack() as stack:
        quentli = Connect(stack, is_async=False)(url)
        yield partial(operation.sync, client=quentli.api, **arguments)
        quentli = Connect(stack, is_async=True)(url)
        yield partial(quentli.wait_for, operation.asyncio_detailed, client=quentli.api.target, **arguments)
