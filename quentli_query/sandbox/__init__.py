"""A local server in place of the Quentli API, for demos and for your own tests.

A real HTTP server on this machine's loopback address, with made-up customers or with yours, and with made-up
invoices, payments and other records for them. The server follows the documentation of the API and, where
nothing is documented, the conventions of Prisma: a filter that works here may still not work there.

    >>> from quentli_query.sandbox import Sandbox
    >>> import httpx
    >>> with Sandbox(customers=[{"id": "cus_1", "name": "Ana"}, {"id": "cus_2", "name": "Luis"}]) as sandbox:
    ...     response = httpx.get(
    ...         f"{sandbox.url}/v1/customers",
    ...         params={"filter": "name[contains]=AN"},
    ...         headers={"Authorization": f"Bearer {sandbox.api_key}"},
    ...     )
    >>> [customer["id"] for customer in response.json()]
    ['cus_1']
    >>> sandbox.requests[0].filter
    {'name': {'contains': 'AN'}}

From a shell: `python -m quentli_query.sandbox --port 8080`. Needs the extra `sandbox`.
"""

# The public names are those in __init__.pyi. They are loaded when they are first used, so that pytest can
# load the plugin in this package without loading the server.

from __future__ import annotations

import ast
import contextlib
import importlib
from collections.abc import Generator
from pathlib import Path
from typing import Any


def _read_modules() -> dict[str, str]:
    """Return the module of each public name, read from the stub."""
    stub = ast.parse(Path(__file__).with_suffix(".pyi").read_text("utf-8"))
    imports = [node for node in stub.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: f"{__name__}.{node.module}" for node in imports for alias in node.names}


_MODULES = _read_modules()
__all__ = [*_MODULES]  # noqa: PLE0604  # pyright: ignore[reportUnsupportedDunderAll]

_EXTRA_PACKAGES = {"faker", "starlette", "uvicorn"}


@contextlib.contextmanager
def require_extra() -> Generator[None]:
    """Say how to install the extra `sandbox` if an import in this context lacks one of its packages.

    Raises:
        ModuleNotFoundError: if a package is missing.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA_PACKAGES:
            raise
        message = "quentli_query.sandbox needs more packages: pip install 'quentli-query[sandbox]'"
        raise ModuleNotFoundError(message, name=error.name) from error


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with require_extra():
        return getattr(importlib.import_module(_MODULES[name]), name)


def __dir__() -> list[str]:
    return __all__
