"""A vocabulary: the fields of one resource that filters and orders may name."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from ..errors import FilterTypeError
from .facts import attribute_of
from .fields import AnyField, placed
from .literals import shortened
from .suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY_VALUE_PAIRS = "it is a list of key-value pairs, and no spelling for a filter on such a list is known"
FREE_KEYS = "it is a map of free keys, and no spelling for a filter on such a map is known"
OBJECTS = "it is a list of objects, and no spelling for a filter on such a list is known"
AN_OBJECT = "it is an object in the record, and no spelling for a filter on such an object is known"


class Vocabulary:
    """The base of all vocabularies. A subclass lists fields; their keys on the wire follow from their names.

    Fields are class attributes, so that an editor completes them and a type checker knows them. A vocabulary
    as the value of an attribute holds the fields of a related record. Fields that several vocabularies share
    stand in a base class, which is not about a resource; each vocabulary has copies that know their place.

    Args:
        resource: the list that the vocabulary is about, `customers`.
        source: the Python expression for it, `Q`.
        within: the keys on the wire below which its fields stand, if they are those of a related record.
    """

    __slots__ = ()

    _resource: ClassVar[str]
    _source: ClassVar[str]
    _within: ClassVar[tuple[str, ...]]
    _fields: ClassVar[Mapping[str, AnyField[Any]]] = MappingProxyType({})
    _relations: ClassVar[Mapping[str, Vocabulary]] = MappingProxyType({})
    _unfilterable: ClassVar[Mapping[str, str]] = MappingProxyType({})

    def __init_subclass__(cls, *, resource: str = "", source: str = "", within: tuple[str, ...] = ()) -> None:
        super().__init_subclass__()
        cls._resource, cls._source, cls._within = resource, source, within
        fields: dict[str, AnyField[Any]] = dict(cls._fields)
        relations: dict[str, Vocabulary] = dict(cls._relations)
        for name, value in vars(cls).items():
            if isinstance(value, AnyField):
                fields[name] = value
            elif isinstance(value, Vocabulary):
                relations[name] = value
        for name, field in fields.items():
            path = (*within, _camel_case(name))
            fields[name] = placed(field, resource, f"{source}.{name}", attribute_of(name), path)
            setattr(cls, name, fields[name])
        cls._fields = MappingProxyType(fields)
        cls._relations = MappingProxyType(relations)

    if not TYPE_CHECKING:  # with it in sight, a type checker would accept any name

        def __getattr__(self, name: str) -> Any:
            raise AttributeError(self._unknown(name), name=name, obj=self)

    def _unknown(self, name: str) -> str:
        if name in self._unfilterable:
            whole = ".".join((*self._within, name))
            return f"{self._resource} cannot be filtered by {whole}: {self._unfilterable[name]}"
        names = self.__dir__()
        near = nearest(name, names)
        hint = f"did you mean {self._source}.{near}?" if near else f"it has {', '.join(names)}"
        return f"{self._source} has no field {name!r}; {hint}"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Vocabulary):
            return self is other
        raise FilterTypeError(f"{self._source} cannot be compared with {shortened(other)}: {self._hint()}")

    __hash__ = object.__hash__

    def __bool__(self) -> NoReturn:
        raise FilterTypeError(f"{self._source} has no truth value: {self._hint()}")

    def _hint(self) -> str:
        fields = ", ".join(f"{self._source}.{name}" for name in list(self._fields)[:4])
        own = f"write {self._source}_id, or " if self._within else "write "
        return f"it is a vocabulary, not a field; {own}one of its fields: {fields}, ..."

    def __dir__(self) -> list[str]:
        return [*self._fields, *self._relations]

    def __repr__(self) -> str:
        return self._source


def fields_of(vocabulary: Vocabulary) -> Mapping[str, AnyField[Any]]:
    """The fields of a vocabulary by their Python names, without those of related records."""
    return vocabulary._fields  # pyright: ignore[reportPrivateUsage]


def relations_of(vocabulary: Vocabulary) -> Mapping[str, Vocabulary]:
    """The vocabularies of related records by their Python names."""
    return vocabulary._relations  # pyright: ignore[reportPrivateUsage]


def unfilterable_fields(vocabulary: Vocabulary) -> Mapping[str, str]:
    """The fields of the records that no filter can name, each with the reason."""
    return vocabulary._unfilterable  # pyright: ignore[reportPrivateUsage]


def resource_of(vocabulary: Vocabulary) -> str:
    """The list that the vocabulary is about, such as `customers`."""
    return vocabulary._resource  # pyright: ignore[reportPrivateUsage]


def keys_above(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The keys on the wire below which its fields stand: none, but for the fields of a related record."""
    return vocabulary._within  # pyright: ignore[reportPrivateUsage]


def _camel_case(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))
