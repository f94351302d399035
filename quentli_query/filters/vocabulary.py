"""Vocabularies: the fields of a resource by their Python names."""

# Functions of this module read the private slots of vocabularies.
# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NoReturn

from attrs import frozen

from ..errors import FilterTypeError
from .fields import Field, bind, get_spec
from .literals import shorten, to_attribute
from .suggest import suggest_name

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    # Python 3.11 has no default: `Vocabulary` alone is `Vocabulary[Any]`.
    R = TypeVar("R", default=Any)
else:
    from typing import TypeVar

    R = TypeVar("R")

KEY_VALUE_PAIRS = "it is a list of key-value pairs, and no spelling for a filter on such a list is known"
FREE_KEYS = "it is a map of free keys, and no spelling for a filter on such a map is known"
OBJECTS = "it is a list of objects, and no spelling for a filter on such a list is known"
A_LIST = "it is a list of values, and no spelling for a filter on such a list is known"
AN_OBJECT = "it is an object in the record, and no spelling for a filter on such an object is known"


@frozen(eq=False)
class VocabularyInfo:
    """The fields of a vocabulary, and its place in the API.

    Attributes:
        resource: the list that the vocabulary is for, `customers`.
        source: the Python expression for the vocabulary, `Q`.
        path: the keys on the wire above the fields. Empty, except for the fields of a related record.
        fields: the fields by their Python names, without those of related records.
        relations: the vocabularies of related records by their Python names.
        unfilterable: fields of the records that no filter can name, each with the reason.
    """

    resource: str = ""
    source: str = ""
    path: tuple[str, ...] = ()
    fields: MappingProxyType[str, Field[Any]] = MappingProxyType({})
    relations: MappingProxyType[str, Vocabulary] = MappingProxyType({})
    unfilterable: MappingProxyType[str, str] = MappingProxyType({})


class Vocabulary(Generic[R]):
    """The base of all vocabularies. A subclass lists fields of records of type `R`; keys follow from names.

    Fields are class attributes, so that an editor completes them and a type checker knows them. A vocabulary
    as the value of an attribute holds the fields of a related record.

    Args:
        resource: the list that the vocabulary is for, `customers`.
        source: the Python expression for the vocabulary, `Q`.
        within: the keys on the wire above the fields, if they are those of a related record.
        unfilterable: fields of the records that no filter can name, each with the reason.
    """

    __slots__ = ()

    _info: ClassVar[VocabularyInfo] = VocabularyInfo()

    def __init_subclass__(
        cls,
        *,
        resource: str = "",
        source: str = "",
        within: tuple[str, ...] = (),
        unfilterable: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init_subclass__()
        own = vars(cls).items()
        fields: dict[str, Field[Any]] = {name: each for name, each in own if isinstance(each, Field)}
        fields = cls._info.fields | fields
        relations: dict[str, Vocabulary] = {name: each for name, each in own if isinstance(each, Vocabulary)}
        relations = cls._info.relations | relations
        for name, field in fields.items():
            path = (*within, get_spec(field).key or _to_camel_case(name))
            fields[name] = bind(field, resource, f"{source}.{name}", to_attribute(name), path)
            setattr(cls, name, fields[name])
        reasons = cls._info.unfilterable | unfilterable
        facts = MappingProxyType(fields), MappingProxyType(relations), MappingProxyType(reasons)
        cls._info = VocabularyInfo(resource, source, within, *facts)

    if not TYPE_CHECKING:  # hidden from type checkers, which would otherwise accept any name

        def __getattr__(self, name: str) -> Any:
            raise AttributeError(self._explain_unknown(name), name=name, obj=self)

    def _explain_unknown(self, name: str) -> str:
        info = self._info
        if name in info.unfilterable:
            whole = ".".join((*info.path, name))
            return f"{info.resource} cannot be filtered by {whole}: {info.unfilterable[name]}"
        names = self.__dir__()  # dir() would sort them
        near = suggest_name(name, names)
        hint = f"did you mean {self!r}.{near}?" if near else f"it has {', '.join(names)}"
        return f"{self!r} has no field {name!r}; {hint}"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Vocabulary):
            return self is other
        raise FilterTypeError(f"{self!r} cannot be compared with {shorten(other)}: {self._hint()}")

    __hash__ = object.__hash__

    def __bool__(self) -> NoReturn:
        raise FilterTypeError(f"{self!r} has no truth value: {self._hint()}")

    def _hint(self) -> str:
        fields = ", ".join(map(repr, list(self._info.fields.values())[:4]))
        own = f"{self!r}_id, or " if self._info.path else ""
        return f"it is a vocabulary, not a field; write {own}one of its fields: {fields}, ..."

    def __dir__(self) -> list[str]:
        return [*self._info.fields, *self._info.relations]

    def __repr__(self) -> str:
        return self._info.source


def inspect(vocabulary: Vocabulary) -> VocabularyInfo:
    """Return the `VocabularyInfo` of a vocabulary: its fields and its place in the API."""
    return vocabulary._info


def _to_camel_case(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))
