"""Says how to get the packages that the sandbox needs, where they are not installed."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

_PACKAGES = {"faker", "starlette", "uvicorn"}


@contextlib.contextmanager
def extra_needed() -> Generator[None]:
    """Around imports: where one of the extra's packages is missing, say how to install it.

    Raises:
        ModuleNotFoundError: A package is missing. With another message, if it is one of the extra's.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _PACKAGES:
            raise
        message = "quentli_query.sandbox needs more packages: pip install 'quentli-query[sandbox]'"
        raise ModuleNotFoundError(message, name=error.name) from error
