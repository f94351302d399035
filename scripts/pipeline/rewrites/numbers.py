"""Numbers that count, and so are integers."""

import re

from scripts.pipeline.visitor import PARAMETER, Document, Parameter, Path, Schema, map_nodes, map_schemas

# Money is counted in the currency's smallest unit. The vendor says so in some places (`settledAmount` and
# `processorFeeTax` are integers, `amount` is one now and then) and not in others.
_MONEY = r"amount|amount(Off|Paid|Due)|\w+Amount|fee|\w+Fee|\w+FeeTax"
# Days, months and years, numbers of payments, intervals in weeks. Quantities are not among them: an hour and
# a half is one, and a tax invoice may well bill it.
_COUNTS = r"numberOf\w+|\w+Days|\w+Month|\w+Year|chargeEach"
_WHOLE = re.compile(f"{_MONEY}|{_COUNTS}")
_PAGE = re.compile(r"skip|take")

_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "default", "multipleOf")


def make_counts_integers(document: Document) -> Document:
    """Make money and counts integers, and the query parameters `skip` and `take`.

    The vendor's document has most of them as numbers, which would be floats to the generator: an amount of
    centavos that claims to have a fraction, and `take=20.0` on the wire. Shares and rates (`percentageOff`,
    `exchangeRate`) stay numbers.
    """
    return map_nodes(map_schemas(document, _change_properties), PARAMETER, _change_page_number)


def _change_properties(schema: Schema) -> Schema:
    if "properties" not in schema:
        return schema
    properties = {
        name: _make_integer(value) if _WHOLE.fullmatch(name) and isinstance(value, dict) else value
        for name, value in schema["properties"].items()
    }
    return {**schema, "properties": properties}


def _change_page_number(parameter: Parameter, _: Path) -> Parameter:
    if parameter.get("in") != "query" or not _PAGE.fullmatch(parameter["name"]) or "schema" not in parameter:
        return parameter
    return {**parameter, "schema": _make_integer(parameter["schema"])}


def _make_integer(schema: Schema) -> Schema:
    """Make a number an integer, unless one of its bounds is a fraction."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [_make_integer(branch) for branch in schema["anyOf"]]}
    bounds = {key: schema[key] for key in _BOUNDS if isinstance(schema.get(key), int | float)}
    if schema.get("type") != "number" or any(bound != int(bound) for bound in bounds.values()):
        return schema
    return {**schema, **{key: int(bound) for key, bound in bounds.items()}, "type": "integer"}
