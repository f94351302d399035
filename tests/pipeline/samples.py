"""Values that the document allows: a few of each schema, and strategies for random ones."""

from collections.abc import Iterator
from datetime import UTC
from functools import cache
from itertools import chain
from typing import Any

from hypothesis import strategies as st
from pipeline.described import COMPONENT, schemas

INSTANT = "2025-01-10T12:00:00.250Z"
TEXT = "A text, 'quoted' — ñ"
PLAIN: dict[Any, Any] = {
    ("date-time", "string"): INSTANT,
    **{(form, "string"): TEXT for form in (None, "email", "uri")},
    (None, "boolean"): True,
    (None, "integer"): 3,
    (None, "number"): 1.5,
    (None, "null"): None,
    # Anything.
    (None, None): {"text": TEXT, "list": [1, None]},
}


def samples(schema: dict[str, Any]) -> Iterator[Any]:
    """Yield values that a schema allows: one of each branch and value, records in full and with required fields."""
    match schema:
        case {"$ref": reference}:
            yield from samples(schemas()[reference.removeprefix(COMPONENT)])
        case {"anyOf": branches} | {"oneOf": branches} | {"allOf": branches}:
            yield from chain.from_iterable(map(samples, branches))
        case {"enum": values}:
            yield from values
        case {"type": "array", "items": items}:
            yield from ([], list(samples(items)))
        case {"type": "object"}:
            yield from records(schema)
        case _:
            yield (
                PLAIN[schema.get("format"), schema.get("type")] if "const" not in schema else schema["const"]
            )


def records(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    choices = {name: list(samples(value)) for name, value in schema.get("properties", {}).items()}
    others = {"aFieldOfTomorrow": next(samples(more))} if (more := others_of(schema)) is not None else {}
    for turn in range(max(map(len, choices.values()), default=1)):
        full = {name: values[turn % len(values)] for name, values in choices.items()}
        yield full | others
        yield {name: value for name, value in full.items() if name in schema.get("required", ())}


def others_of(schema: dict[str, Any]) -> dict[str, Any] | None:
    """Return the schema of fields without a name of their own, or None where there are none."""
    others = schema.get("additionalProperties", {})
    return others if isinstance(others, dict) else None


def texts() -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=5)


def instants() -> st.SearchStrategy[str]:
    moments = st.datetimes(timezones=st.just(UTC))
    return moments.map(lambda at: at.isoformat(timespec="milliseconds").replace("+00:00", "Z"))


JSON_VALUES = st.none() | st.booleans() | st.integers() | texts() | st.lists(texts(), max_size=2)
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    ("date-time", "string"): instants(),
    **{(form, "string"): texts() for form in (None, "email", "uri")},
    (None, "boolean"): st.booleans(),
    (None, "integer"): st.integers(),
    (None, "number"): st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    (None, "null"): st.none(),
    (None, None): JSON_VALUES,
}


@cache
def values_of_component(name: str) -> st.SearchStrategy[Any]:
    return values(schemas()[name])


def values(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return the values that a schema allows."""
    match schema:
        case {"$ref": reference}:
            return st.deferred(lambda: values_of_component(reference.removeprefix(COMPONENT)))
        case {"anyOf": branches} | {"oneOf": branches} | {"allOf": branches}:
            return st.one_of(*map(values, branches))
        case {"enum": members}:
            return st.sampled_from(members)
        case {"const": value}:
            return st.just(value)
        case {"type": "array", "items": items}:
            return st.lists(values(items), max_size=3)
        case {"type": "object"}:
            return values_of_object(schema)
        case _:
            return SCALARS[schema.get("format"), schema.get("type")]


def values_of_object(schema: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    fields = {name: values(field) for name, field in schema.get("properties", {}).items()}
    required = {name: fields.pop(name) for name in schema.get("required", ())}
    more = others_of(schema)
    unknown = (
        st.dictionaries(texts().map("aField{}".format), values(more), max_size=2) if more else st.just({})
    )
    known = st.fixed_dictionaries(required, optional=fields)
    return st.builds(lambda one, other: {**other, **one}, known, unknown)
