"""A vocabulary: the fields of one resource that filters and orders may name."""

from __future__ import annotations

import difflib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from .fields import AnyField, name_field

if TYPE_CHECKING:
    from collections.abc import Mapping


class Vocabulary:
    """The base of all vocabularies. A subclass lists fields; their keys on the wire follow from their names.

    Fields are class attributes, so that an editor completes them and a type checker knows them.
    """

    __slots__ = ()

    _resource: ClassVar[str]
    _source: ClassVar[str]
    _fields: ClassVar[Mapping[str, AnyField[Any]]]
    _unfilterable: ClassVar[Mapping[str, str]] = MappingProxyType({})

    def __init_subclass__(cls, *, resource: str, source: str) -> None:
        cls._resource = resource
        cls._source = source
        fields: dict[str, AnyField[Any]] = {}
        for name, field in vars(cls).items():
            if isinstance(field, AnyField):
                fields[name] = field  # noqa: PERF403 - a comprehension would lose the type
        cls._fields = MappingProxyType(fields)
        for name, known in fields.items():
            name_field(known, resource, f"{source}.{name}", name, _camel_case(name))

    if not TYPE_CHECKING:  # with it in sight, a type checker would accept any name

        def __getattr__(self, name: str) -> Any:
            raise AttributeError(self._unknown(name), name=name, obj=self)

    def _unknown(self, name: str) -> str:
        if name in self._unfilterable:
            return f"{self._resource} cannot be filtered by {name}: {self._unfilterable[name]}"
        near = difflib.get_close_matches(name, self._fields, n=1)
        hint = f"did you mean {self._source}.{near[0]}?" if near else f"it has {', '.join(self._fields)}"
        return f"{self._source} has no field {name!r}; {hint}"

    def __dir__(self) -> list[str]:
        return list(self._fields)

    def __repr__(self) -> str:
        return self._source


def fields_of(vocabulary: Vocabulary) -> Mapping[str, AnyField[Any]]:
    """The fields of a vocabulary by their Python names."""
    return vocabulary._fields  # pyright: ignore[reportPrivateUsage]


def unfilterable_fields(vocabulary: Vocabulary) -> Mapping[str, str]:
    """The fields of the records that no filter can name, each with the reason."""
    return vocabulary._unfilterable  # pyright: ignore[reportPrivateUsage]


def resource_of(vocabulary: Vocabulary) -> str:
    """The list that the vocabulary is about, such as `customers`."""
    return vocabulary._resource  # pyright: ignore[reportPrivateUsage]


def _camel_case(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))
