"""Validation of the arguments of a sandbox."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Final


def _is_whole(value: object, most: float = float("inf")) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most


def _is_listable(value: object) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping)


def _is_path_or_none(value: object) -> bool:
    return value is None or (value != "" and isinstance(value, str | os.PathLike))


_RULES: Final[Mapping[str, tuple[Callable[[Any], bool], str]]] = {
    "customers": (
        lambda value: _is_whole(value) or _is_listable(value),
        "a number of customers from 0 on, or a list of customers, each a dict such as {'name': 'Ana'}",
    ),
    "seed": (lambda value: isinstance(value, int) and not isinstance(value, bool), "a whole number"),
    "port": (lambda value: _is_whole(value, 65_535), "a whole number from 0 (any free port) to 65535"),
    "without_payments": (
        lambda value: value is None or _is_listable(value),
        "a list of customers' ids, or None",
    ),
    "faults": (_is_listable, "a list of faults such as [ErrorStatus(503)]"),
    "keep_requests": (lambda value: value is None or _is_whole(value), "a whole number from 0 on, or None"),
    "now": (lambda value: value is None or isinstance(value, datetime), "a datetime with a zone, or None"),
    "database": (_is_path_or_none, "the path of a file, or None"),
}


def check_arguments(api_key: object, **arguments: object) -> None:
    """Check the types and ranges of a sandbox's arguments.

    Raises:
        ValueError: if one cannot be used. The message does not show the key.
    """
    for name, value in arguments.items():
        is_usable, expected = _RULES[name]
        if not is_usable(value):
            raise ValueError(f"{name}={_shorten(value)}: {expected} is expected")
    if not isinstance(api_key, str) or not re.fullmatch("[!-~]+", api_key):
        raise ValueError("api_key: text of printable ASCII without spaces is expected")


def check_items(name: str, items: Iterable[object], kind: type[Any], expected: str) -> None:
    """Check that all items of an argument are of one kind.

    Raises:
        ValueError: if one is not.
    """
    for number, item in enumerate(items):
        if not isinstance(item, kind):
            raise ValueError(f"{name}[{number}]={_shorten(item)}: {expected} is expected")


def _shorten(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:60]}... ({len(shown)} characters)"
