"""Numbers that count something, and so are whole."""

import re

from scripts.pipeline.document import Document
from scripts.pipeline.walk import Parameter, Schema, map_parameters, map_schemas

# Money is counted in the currency's smallest unit. The vendor says so in some places (`settledAmount` and
# `processorFeeTax` are integers, `amount` is one now and then) and not in others.
_MONEY = r"amount|amount(Off|Paid|Due)|\w+Amount|fee|\w+Fee|\w+FeeTax"
# Days, months and years, how many payments, every how many weeks. A quantity is not among them: an hour and
# a half is one, and a tax invoice may well bill it.
_COUNTS = r"numberOf\w+|\w+Days|\w+Month|\w+Year|chargeEach"
_WHOLE = re.compile(f"{_MONEY}|{_COUNTS}")
_PAGE = re.compile(r"skip|take")

_BOUNDS = frozenset({"minimum", "maximum", "default", "multipleOf"})


def whole_numbers(document: Document) -> Document:
    """Money and counts are integers.

    The vendor's document has most of them as numbers, which would be floats to the generator: an amount of
    centavos that claims to have a fraction. Shares and rates (`percentageOff`, `exchangeRate`) stay numbers.
    """
    return map_schemas(document, _with_whole_properties)


def page_numbers(document: Document) -> Document:
    """The query parameters `skip` and `take` are integers.

    They count records. Numbers would be floats to the generator, and go over the wire as `take=20.0`.
    """
    return map_parameters(document, _page_number)


def _with_whole_properties(schema: Schema) -> Schema:
    if "properties" not in schema:
        return schema
    properties = {
        name: _whole(value) if _WHOLE.fullmatch(name) else value
        for name, value in schema["properties"].items()
    }
    return {**schema, "properties": properties}


def _page_number(parameter: Parameter) -> Parameter:
    if parameter.get("in") != "query" or not _PAGE.fullmatch(parameter["name"]) or "schema" not in parameter:
        return parameter
    return {**parameter, "schema": _whole(parameter["schema"])}


def _whole(schema: Schema) -> Schema:
    """The schema with integers for numbers, unless one of its bounds is a fraction."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [_whole(branch) for branch in schema["anyOf"]]}
    bounds = {key: schema[key] for key in schema.keys() & _BOUNDS if isinstance(schema[key], int | float)}
    if schema.get("type") != "number" or any(bound != int(bound) for bound in bounds.values()):
        return schema
    whole = {key: bound if isinstance(bound, bool) else int(bound) for key, bound in bounds.items()}
    return {**schema, **whole, "type": "integer"}
