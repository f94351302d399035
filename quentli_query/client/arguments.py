"""Arguments of methods, checked and turned into the generated models. No I/O.

The annotations of the models are the schema. Instants, numbers and text are checked as in filters.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from itertools import chain
from keyword import iskeyword
from typing import Any, Final, Literal, cast

import attrs
from attrs import evolve, frozen
from quentli_client.types import UNSET, Unset, is_secret

from ..errors import FilterValueError, ParameterError
from ..filters.literals import parse_instant, parse_number, require_text, require_whole_number, shorten
from ..filters.suggest import suggest_name

_FORBIDDEN_IN_ID: Final = frozenset("/\\ ")
_NOT_GIVEN: Final = {"return", "additional_properties"}
_KEY_AND_VALUE: Final = {"key", "value"}


@frozen
class Place:
    """An argument of a method, or a part of one: `quentli.invoices.create(items[0].quantity)`."""

    method: str
    path: str = ""

    def __str__(self) -> str:
        return f"{self.method}({self.path})"

    def field(self, name: object) -> Place:
        """Return the place of a field."""
        return evolve(self, path=f"{self.path}.{name}" if self.path else str(name))

    def item(self, key: object) -> Place:
        """Return the place of an item of a list or a mapping."""
        return evolve(self, path=f"{self.path}[{shorten(key)}]")

    def refuse(self, value: object, reason: str) -> ParameterError:
        """Return the error for a value."""
        end = "" if reason.endswith("?") else "."
        return ParameterError(f"{self}: {self._show(value)} cannot be used: {reason}{end}")

    def rephrase(self, error: FilterValueError, value: object) -> ParameterError:
        """Return the error of a check that quotes the value."""
        return ParameterError(str(error).replace(shorten(value), self._show(value)))

    def _show(self, value: object) -> str:
        return "***" if is_secret(self.path.rpartition(".")[2].partition("[")[0]) else shorten(value)


@frozen
class Parameter:
    """A field of a model, or a parameter of a generated function.

    Attributes:
        attribute: its generated name, such as `type_`.
        annotation: its type.
    """

    attribute: str
    annotation: Any

    @property
    def is_optional(self) -> bool:
        """True if it may be left out."""
        return Unset in _list_members(self.annotation)


def to_keyword(attribute: str) -> str:
    """Return the name that users write for a generated name.

    >>> to_keyword("type_"), to_keyword("from_"), to_keyword("self_")
    ('type', 'from_', 'self_')
    """
    name = attribute.removesuffix("_")
    return attribute if iskeyword(name) or name == "self" else name


@cache
def read_parameters(described: Any) -> Mapping[str, Parameter]:
    """Return the parameters of a function, or the named fields of a model, by the names that users write."""
    hints = typing.get_type_hints(described)
    return {to_keyword(name): Parameter(name, hint) for name, hint in hints.items() if name not in _NOT_GIVEN}


def check_id(id: object, place: Place) -> str:
    """Return an id that can stand in a path.

    Raises:
        ParameterError: if it can't be an id, or would lead to another path than that of a record.
    """
    if not isinstance(id, str):
        raise place.refuse(id, "an id is text, as in a record's field id")
    if not id:
        raise place.refuse(id, "the id is empty, and nothing has an empty id")
    if not id.isprintable() or not _FORBIDDEN_IN_ID.isdisjoint(id) or id in {".", ".."}:
        raise place.refuse(id, "an id can't be `.` or `..`, or contain white space or slashes")
    return id


def build_body(
    annotation: Any, wrappers: Sequence[str], given: Mapping[str, object], place: Place, *, is_update: bool
) -> Any:
    """Build a body from its fields.

    Args:
        annotation: the type of the body.
        wrappers: the attributes that lead to the object inside, the outermost first.
        given: values by the names that users write, of all objects on the way.
        place: the method.
        is_update: whether an empty object inside is refused.

    Raises:
        ParameterError: if a value or key is wrong, or an update changes nothing.
    """
    if not wrappers:
        if is_update and not given:
            raise ParameterError(f"{place}: there is nothing to change; give at least one field")
        return convert(annotation, given, place)
    wrapper = to_keyword(wrappers[0])
    model = next(each for each in _list_members(annotation) if _is_model(each))
    fields = read_parameters(model)
    beside = {name: value for name, value in given.items() if name in fields and name != wrapper}
    inside = {name: value for name, value in given.items() if name not in beside}
    inner = build_body(fields[wrapper].annotation, wrappers[1:], inside, place, is_update=is_update)
    return convert(model, {**beside, wrapper: inner}, place)


def convert(annotation: Any, value: object, place: Place) -> Any:
    """Return a value as its annotated type.

    Raises:
        ParameterError: if it has another type, or can't be sent.
    """
    members = _list_members(annotation)
    if isinstance(value, Unset):
        if Unset in members:
            return UNSET
        raise ParameterError(f"{place}: it is required, and missing")
    if value is None and types.NoneType in members:
        return None
    kinds = [each for each in members if each not in {types.NoneType, Unset}]
    if value is None and Any not in kinds:
        remedy = "; leave it out" if Unset in members else ""
        raise place.refuse(value, f"null is not allowed here{remedy}")
    return _convert_kind(kinds[0], value, place) if len(kinds) == 1 else _convert_any(kinds, value, place)


def _is_model(kind: Any) -> bool:
    return hasattr(kind, "from_dict")


def _list_members(annotation: Any) -> tuple[Any, ...]:
    if typing.get_origin(annotation) in {types.UnionType, typing.Union}:
        return typing.get_args(annotation)
    return (annotation,)


def _convert_any(kinds: Sequence[Any], value: object, place: Place) -> Any:
    """Return a value as the first of several types that it fits."""
    failed: list[ParameterError] = []
    for kind in _choose_by_literals(kinds, value, place):
        try:
            return _convert_kind(kind, value, place)
        except ParameterError as error:
            failed.append(error)
    raise failed[0]


def _choose_by_literals(kinds: Sequence[Any], value: object, place: Place) -> Sequence[Any]:
    """Return the models whose constant fields, such as `destination`, agree with a mapping."""
    if not isinstance(value, Mapping) or not all(map(_is_model, kinds)):
        return kinds
    given = cast("Mapping[Any, object]", value)
    for name in read_parameters(kinds[0]):
        fields = [read_parameters(kind).get(name) for kind in kinds]
        if all(field and typing.get_origin(field.annotation) is Literal for field in fields):
            known = {kind: typing.get_args(read_parameters(kind)[name].annotation) for kind in kinds}
            text = convert(Literal[*chain(*known.values())], given.get(name, UNSET), place.field(name))
            kinds = [kind for kind in kinds if text in known[kind]]
    return kinds


def _convert_kind(kind: Any, value: object, place: Place) -> Any:
    converter = _CONVERTERS.get(typing.get_origin(kind) or kind)
    if converter is not None:
        return converter(kind, value, place)
    if _is_model(kind):
        return _convert_object(kind, value, place)
    if issubclass(kind, Enum):
        return _convert_enum(kind, value, place)
    if not isinstance(value, kind):
        raise place.refuse(value, f"a {kind.__name__} is expected here")
    return value


def _convert_object(model: Any, value: object, place: Place) -> Any:
    fields = read_parameters(model)
    given, others = _take_apart(model, fields, value, place)
    for name in given:
        if name not in fields:
            meant = re.sub("([A-Z])", r"_\1", str(name)).lower()  # maybe the API's own spelling
            raise ParameterError(f"{place.field(name)}: unknown key; {_suggest(meant, fields)}")
    # A field that is left out is UNSET also where the model has a default: it is not sent.
    made = model(
        **{
            field.attribute: convert(field.annotation, given.get(name, UNSET), place.field(name))
            for name, field in fields.items()
        }
    )
    if others:
        made.additional_properties = others
    _check_metadata(made, place)
    return made


def _check_metadata(made: Any, place: Place) -> None:
    """Refuse two values for one key of `metadata` and `meta`, the same data in two forms.

    The API's document does not say which of them wins.
    """
    values = dict(getattr(getattr(made, "meta", None), "additional_properties", {}))
    for item in getattr(made, "metadata", None) or ():
        if values.setdefault(item.key, item.value) != item.value:
            problem = f"two values for the key {shorten(item.key)}; metadata and meta are the same data"
            raise ParameterError(f"{place.field('metadata')}: {problem}")


def _take_apart(
    model: Any, fields: Mapping[str, Parameter], value: object, place: Place
) -> tuple[Mapping[object, object], dict[str, Any]]:
    """Return the named fields of a model or a mapping, and the others; a mapping has either."""
    if isinstance(value, model):
        named = {name: getattr(value, field.attribute) for name, field in fields.items()}
        return cast("Mapping[object, object]", named), dict(getattr(value, "additional_properties", {}))
    if attrs.has(type(value)):  # a model of another class, such as a part of a record that the API returned
        attributes: dict[str, object] = attrs.asdict(cast("Any", value), recurse=False)
        attributes.pop("additional_properties", None)
        return {to_keyword(name): each for name, each in attributes.items() if each is not UNSET}, {}
    if not isinstance(value, Mapping):
        raise place.refuse(value, f"{model.__name__} or a dict is expected here")
    given = cast("Mapping[object, object]", value)
    if fields:
        return given, {}
    return {}, convert(typing.get_type_hints(model)["additional_properties"], given, place)


def _suggest(name: object, known: Sequence[str] | Mapping[str, object]) -> str:
    nearest = suggest_name(name, known) if isinstance(name, str) else None
    return f"did you mean {nearest!r}?" if nearest else f"known are {', '.join(map(repr, known))}"


def _convert_enum(kind: type[Enum], value: object, place: Place) -> Enum:
    if isinstance(value, kind):
        return value
    if isinstance(value, str | int) and not isinstance(value, bool | Enum):
        with suppress(ValueError):
            return kind(value)
    values = [member.value for member in kind]
    raise place.refuse(value, f"{kind.__name__} has no such value; {_suggest(value, values)}")


def _convert_literal(kind: Any, value: object, place: Place) -> object:
    values = typing.get_args(kind)
    if not any(type(value) is type(each) and value == each for each in values):
        raise place.refuse(value, f"it has to be {' or '.join(map(repr, values))}")
    return value


def _convert_list(kind: Any, value: object, place: Place) -> list[Any]:
    (item,) = typing.get_args(kind)
    if isinstance(value, Mapping) and _is_model(item) and set(read_parameters(item)) == _KEY_AND_VALUE:
        pairs = cast("Mapping[object, object]", value)
        return [convert(item, {"key": key, "value": each}, place.item(key)) for key, each in pairs.items()]
    items = cast("Sequence[object]", value)
    if isinstance(value, str | bytes | bytearray) or not isinstance(value, Sequence):
        raise place.refuse(items, "a list is expected here")
    return [convert(item, each, place.item(index)) for index, each in enumerate(items)]


def _convert_mapping(kind: Any, value: object, place: Place) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise place.refuse(value, "a dict is expected here")
    _, item = typing.get_args(kind)
    pairs = cast("Mapping[object, object]", value)
    return {convert(str, key, place): convert(item, each, place.item(key)) for key, each in pairs.items()}


def _convert_json(_kind: Any, value: object, place: Place) -> Any:
    if isinstance(value, Mapping):
        return _convert_mapping(dict[str, Any], cast("object", value), place)
    if isinstance(value, list | tuple):
        return _convert_list(list[Any], cast("Sequence[object]", value), place)
    if value is None or isinstance(value, bool):
        return value
    return convert(str if isinstance(value, str) else float, value, place)


def _check(check: Callable[[object, str], Any], _kind: Any, value: object, place: Place) -> Any:
    try:
        return check(value, str(place))
    except FilterValueError as error:
        raise place.rephrase(error, value) from None


def _convert_number(kind: Any, value: object, place: Place) -> int | float:
    number: int | Decimal = _check(parse_number, kind, value, place)
    if isinstance(number, Decimal) and Decimal(repr(float(number))) != number:
        raise place.refuse(value, "it has more digits than a number in JSON keeps")
    return number if isinstance(number, int) else float(number)


def _convert_boolean(_kind: Any, value: object, place: Place) -> bool:
    if not isinstance(value, bool):
        raise place.refuse(value, "True or False is expected here")
    return value


def _convert_instant(kind: Any, value: object, place: Place) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        raise place.refuse(value, "a date is a day, not an instant; give a datetime with a zone")
    return _check(parse_instant, kind, value, place)


_CONVERTERS: Final[dict[Any, Callable[[Any, Any, Place], Any]]] = {
    str: partial(_check, require_text),
    int: partial(_check, require_whole_number),
    float: _convert_number,
    bool: _convert_boolean,
    datetime: _convert_instant,
    list: _convert_list,
    dict: _convert_mapping,
    Literal: _convert_literal,
    Any: _convert_json,
}
