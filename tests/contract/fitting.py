"""Comparison of values with the types in annotations, down to the last field."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, Final

import attrs
from contract.operations import hints


def misfits(value: Any, annotation: Any, place: str = "it") -> Iterator[str]:
    """Yield the places where a value is not of the annotated type.

    Text that is a value of an enum has to be the enum's member, also where the annotation allows any text.
    """
    inside = _INSIDE.get(typing.get_origin(annotation) or annotation)
    if inside:
        yield from inside(value, typing.get_args(annotation), place)
    elif not _is(value, annotation):
        yield _misfit(value, annotation, place)
    elif attrs.has(type(value)):
        for name, promised in hints(value.__class__).items():
            yield from misfits(getattr(value, name), promised, f"{place}.{name}")


def _of_union(value: Any, members: tuple[Any, ...], place: str) -> Iterator[str]:
    enums = [each for each in members if isinstance(each, type) and issubclass(each, Enum)]
    if type(value) is str and any(value in {member.value for member in each} for each in enums):
        yield f"{place} is the text {value!r}, not the member of {enums}"
    found = [list(misfits(value, member, place)) for member in members]
    if all(found):
        # The member that fits the furthest explains the most.
        yield from max(found, key=lambda those: len(those[0].partition(" is ")[0]))


def _of_list(value: Any, inner: tuple[Any, ...], place: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield _misfit(value, list, place)
    else:
        for index, item in enumerate(value):
            yield from misfits(item, inner[0], f"{place}[{index}]")


def _of_dict(value: Any, inner: tuple[Any, ...], place: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield _misfit(value, dict, place)
    else:
        for key, item in value.items():
            yield from misfits(item, inner[1], f"{place}[{key!r}]")


def _of_anything(value: Any, inner: tuple[Any, ...], place: str) -> Iterator[str]:
    yield from ()


_INSIDE: Final[dict[Any, Callable[[Any, tuple[Any, ...], str], Iterator[str]]]] = {
    types.UnionType: _of_union,
    typing.Union: _of_union,
    list: _of_list,
    dict: _of_dict,
    Any: _of_anything,
}


def _misfit(value: Any, wanted: Any, place: str) -> str:
    return f"{place} is {value!r:.100}, not of {wanted}"


def _is(value: Any, wanted: Any) -> bool:
    if wanted in {None, type(None)}:
        return value is None
    if isinstance(value, bool) and wanted is not bool:
        return False
    # As everywhere in Python's typing, an int is a float.
    return isinstance(value, (int, float) if wanted is float else wanted)
