"""Single values: instants, and bounds of numbers."""

from functools import reduce

from scripts.pipeline.document import Document
from scripts.pipeline.rewrites.schemas import constraints, with_branches
from scripts.pipeline.walk import Schema, map_schemas

_EXCLUSIVE_BOUNDS = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))


def dates(document: Document) -> Document:
    """`anyOf [string, date-time]` is a date-time.

    A date-time is a string on the wire, so the plain branch adds nothing; with it the generator would type
    every date as `datetime | str`.
    """
    return map_schemas(document, _date)


def exclusive_bounds(document: Document) -> Document:
    """An exclusive bound is a number of its own.

    OpenAPI 3.0 makes a bound exclusive by a flag beside it. The flag is an error in 3.1, which `null_types`
    leads to.
    """
    return map_schemas(document, lambda schema: reduce(_exclusive_bound, _EXCLUSIVE_BOUNDS, schema))


def _date(schema: Schema) -> Schema:
    branches = schema.get("anyOf", [])
    if not any(branch.get("format") == "date-time" for branch in branches):
        return schema
    return with_branches(schema, "anyOf", [b for b in branches if constraints(b) != {"type": "string"}])


def _exclusive_bound(schema: Schema, names: tuple[str, str]) -> Schema:
    flag, bound = names
    if not isinstance(schema.get(flag), bool):
        return schema
    renamed = {bound: flag} if schema[flag] else {}
    return {renamed.get(key, key): value for key, value in schema.items() if key != flag}
