"""Every generated function, ready to be called."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from types import ModuleType
from typing import Any

import quentli_client.api

from quentli_query import AsyncQuentli, Quentli

KEY = "sk_secret_0123456789"


def operations() -> list[ModuleType]:
    """Every generated module that has an operation."""
    found = pkgutil.walk_packages(quentli_client.api.__path__, "quentli_client.api.")
    return [importlib.import_module(each.name) for each in found if not each.ispkg]


OPERATIONS = operations()


class AnyBody:
    """The body of any request: generated functions ask for nothing else of one."""

    def to_dict(self) -> dict[str, Any]:
        return {"input": {}}


def arguments(operation: ModuleType) -> dict[str, Any]:
    """Something for each argument that an operation cannot do without, and a body where it takes one."""
    given: dict[str, Any] = {}
    for name, parameter in inspect.signature(operation.sync_detailed).parameters.items():
        if name == "body":
            given[name] = AnyBody()
        elif name != "client" and parameter.default is inspect.Parameter.empty:
            given[name] = f"{name}_1"
    return given


def ways(operation: ModuleType, url: str) -> Iterator[Callable[[], Any]]:
    """The four functions of an operation, each ready to be called."""
    for function in (operation.sync, operation.sync_detailed):

        def wait(function: Callable[..., Any] = function) -> Any:
            with Quentli(KEY, base_url=url) as quentli:
                return function(client=quentli.api, **arguments(operation))

        yield wait
    for coroutine in (operation.asyncio, operation.asyncio_detailed):

        async def awaited(coroutine: Callable[..., Any] = coroutine) -> Any:
            async with AsyncQuentli(KEY, base_url=url) as quentli:
                return await coroutine(client=quentli.api, **arguments(operation))

        yield partial(run, awaited)


def run(awaited: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    return asyncio.run(awaited())
