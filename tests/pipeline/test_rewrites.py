"""Each rewrite as a table: what the vendor writes, what the generator is given."""

import copy
from typing import Any

import pytest

from scripts.pipeline import document, rewrites
from scripts.pipeline.__main__ import SPEC
from scripts.pipeline.rewrites import Rewrite

REF = {"$ref": "#/components/schemas/Other"}
STRING = {"type": "string"}
DATE = {"type": "string", "format": "date-time"}
NULL = {"type": "null"}
NULLABLE = {"nullable": True}
OBJECT = {"type": "object", "properties": {"a": STRING}}

# Money and counts, and what is neither.
WHOLE_NAMES = [
    "amount", "totalAmount", "settledAmount", "amountPaid", "amountOff", "processorFee", "processorFeeTax",
    "installmentsFee", "installmentsFeeTax", "numberOfPayments", "toleranceDays", "expiryMonth", "expiryYear",
    "chargeEach",
]  # fmt: skip
FRACTIONAL_NAMES = ["quantity", "percentageOff", "taxRate", "exchangeRate", "amountRatio", "coffee", "value"]


def with_property(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {name: schema}}


# Rewrite, schema before, schema after.
SCHEMAS: list[tuple[Rewrite, dict[str, Any], dict[str, Any]]] = [
    (rewrites.dates, {"anyOf": [STRING, DATE]}, DATE),
    (rewrites.dates, {"anyOf": [DATE, STRING]}, DATE),
    (rewrites.dates, {"anyOf": [STRING, DATE], "description": "When."}, {**DATE, "description": "When."}),
    (rewrites.dates, {"anyOf": [{**STRING, "description": "Text."}, DATE]}, DATE),
    (rewrites.dates, {"anyOf": [STRING, DATE, NULLABLE]}, {"anyOf": [DATE, NULLABLE]}),
    (rewrites.dates, {"anyOf": [STRING, {"type": "number"}]}, {"anyOf": [STRING, {"type": "number"}]}),
    (
        rewrites.dates,
        {"anyOf": [{**STRING, "enum": ["A"]}, DATE]},
        {"anyOf": [{**STRING, "enum": ["A"]}, DATE]},
    ),
    (rewrites.dates, DATE, DATE),
    (rewrites.exclusive_bounds, {"minimum": 0, "exclusiveMinimum": True}, {"exclusiveMinimum": 0}),
    (rewrites.exclusive_bounds, {"maximum": 9, "exclusiveMaximum": True}, {"exclusiveMaximum": 9}),
    (rewrites.exclusive_bounds, {"minimum": 0, "exclusiveMinimum": False}, {"minimum": 0}),
    (rewrites.exclusive_bounds, {"exclusiveMinimum": True}, {}),
    (rewrites.exclusive_bounds, {"exclusiveMinimum": 0}, {"exclusiveMinimum": 0}),
    (rewrites.null_branches, {"anyOf": [DATE, NULLABLE]}, {"anyOf": [DATE, NULL]}),
    (rewrites.null_branches, {"oneOf": [OBJECT, NULLABLE]}, {"oneOf": [OBJECT, NULL]}),
    (rewrites.null_branches, {"allOf": [REF, NULLABLE]}, {**REF, "nullable": True}),
    (rewrites.null_branches, {"allOf": [REF, OBJECT, NULLABLE]}, {"allOf": [REF, OBJECT], "nullable": True}),
    (rewrites.null_branches, {"allOf": [REF]}, {"allOf": [REF]}),
    (rewrites.null_branches, {**STRING, "nullable": True}, {**STRING, "nullable": True}),
    (rewrites.null_types, {**STRING, "nullable": True}, {"anyOf": [STRING, NULL]}),
    (rewrites.null_types, {**STRING, "nullable": False}, STRING),
    (rewrites.null_types, NULLABLE, {}),
    (rewrites.null_types, {**NULLABLE, "description": "Whatever."}, {"description": "Whatever."}),
    (
        rewrites.null_types,
        {**STRING, "minLength": 1, "nullable": True, "description": "Text.", "example": "a", "default": None},
        {
            "anyOf": [{**STRING, "minLength": 1}, NULL],
            "description": "Text.",
            "example": "a",
            "default": None,
        },
    ),
    (rewrites.null_types, {**REF, "nullable": True}, {"anyOf": [REF, NULL]}),
    (
        rewrites.null_types,
        {"allOf": [REF, OBJECT], "nullable": True},
        {"anyOf": [{"allOf": [REF, OBJECT]}, NULL]},
    ),
    (rewrites.null_types, {"anyOf": [STRING, OBJECT], "nullable": True}, {"anyOf": [STRING, OBJECT, NULL]}),
    (rewrites.null_types, {"anyOf": [NULL, STRING], "nullable": True}, {"anyOf": [STRING, NULL]}),
    (
        rewrites.null_types,
        {"oneOf": [STRING, OBJECT], "nullable": True},
        {"anyOf": [{"oneOf": [STRING, OBJECT]}, NULL]},
    ),
    (
        rewrites.null_types,
        {**STRING, "enum": ["A", "B", None], "nullable": True},
        {"anyOf": [{**STRING, "enum": ["A", "B"]}, NULL]},
    ),
    (
        rewrites.null_types,
        {**STRING, "enum": ["A", "B"], "nullable": True},
        {"anyOf": [{**STRING, "enum": ["A", "B"]}, NULL]},
    ),
    (
        rewrites.null_types,
        {"type": "array", "nullable": True, "items": {**STRING, "nullable": True}},
        {"anyOf": [{"type": "array", "items": {"anyOf": [STRING, NULL]}}, NULL]},
    ),
    (
        rewrites.null_types,
        {"type": "object", "nullable": True, "additionalProperties": NULLABLE},
        {"anyOf": [{"type": "object", "additionalProperties": {}}, NULL]},
    ),
    (
        rewrites.null_types,
        {"type": "object", "nullable": True, "properties": {"inner": {**OBJECT, "nullable": True}}},
        {"anyOf": [{"type": "object", "properties": {"inner": {"anyOf": [OBJECT, NULL]}}}, NULL]},
    ),
    *(
        (
            rewrites.whole_numbers,
            with_property(name, {"type": "number"}),
            with_property(name, {"type": "integer"}),
        )
        for name in WHOLE_NAMES
    ),
    *(
        (
            rewrites.whole_numbers,
            with_property(name, {"type": "number"}),
            with_property(name, {"type": "number"}),
        )
        for name in FRACTIONAL_NAMES
    ),
    (
        rewrites.whole_numbers,
        with_property("amount", {"type": "number", "nullable": True, "minimum": 0.0, "maximum": 99999999999}),
        with_property("amount", {"type": "integer", "nullable": True, "minimum": 0, "maximum": 99999999999}),
    ),
    (
        rewrites.whole_numbers,
        with_property("amount", {"type": "number", "minimum": 0, "exclusiveMinimum": True}),
        with_property("amount", {"type": "integer", "minimum": 0, "exclusiveMinimum": True}),
    ),
    (
        rewrites.whole_numbers,
        with_property("amount", {"anyOf": [{"type": "number"}, NULLABLE]}),
        with_property("amount", {"anyOf": [{"type": "integer"}, NULLABLE]}),
    ),
    *(
        (rewrites.whole_numbers, with_property("amount", schema), with_property("amount", schema))
        for schema in (
            {"type": "number", "minimum": 0.01},
            {"type": "number", "multipleOf": 0.5},
            {"type": "boolean"},
            {"type": "integer"},
            STRING,
            REF,
        )
    ),
]


def named(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


# The same, through all rewrites: the shapes that the vendor's reference has.
WHOLE: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"anyOf": [STRING, DATE]}, DATE),
    (
        {"anyOf": [STRING, DATE, NULLABLE], "description": "When."},
        {"anyOf": [DATE, NULL], "description": "When."},
    ),
    ({"allOf": [REF, NULLABLE], "description": "Whose."}, {"anyOf": [REF, NULL], "description": "Whose."}),
    ({**OBJECT, "nullable": True}, {"anyOf": [named("ThingField"), NULL]}),
    ({"type": "number", "nullable": True, "minimum": 0}, {"anyOf": [{"type": "number", "minimum": 0}, NULL]}),
    (
        {"type": "integer", "nullable": True, "minimum": 0, "exclusiveMinimum": True},
        {"anyOf": [{"type": "integer", "exclusiveMinimum": 0}, NULL]},
    ),
    (
        {**STRING, "nullable": True, "enum": ["A", None]},
        {"anyOf": [named("ThingField"), STRING, NULL]},
    ),
    (OBJECT, named("ThingField")),
    ({**OBJECT, "description": "What."}, {"allOf": [named("ThingField")], "description": "What."}),
    ({"type": "array", "items": OBJECT}, {"type": "array", "items": named("ThingFieldItem")}),
]

PAGE = {"type": "number", "minimum": 1, "maximum": 100, "default": 20}
# Query parameter before, its schema after.
PARAMETERS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"name": "take", "in": "query", "schema": PAGE}, {**PAGE, "type": "integer"}),
    ({"name": "skip", "in": "query", "schema": {"type": "number"}}, {"type": "integer"}),
    (
        {"name": "skip", "in": "query", "schema": {"type": "number", "minimum": 0.0}},
        {"type": "integer", "minimum": 0},
    ),
    ({"name": "take", "in": "query", "schema": {**PAGE, "minimum": 0.5}}, {**PAGE, "minimum": 0.5}),
    ({"name": "take", "in": "query", "schema": STRING}, STRING),
    ({"name": "take", "in": "header", "schema": PAGE}, PAGE),
    ({"name": "amount", "in": "query", "schema": PAGE}, PAGE),
]


def with_field(schema: dict[str, Any]) -> dict[str, Any]:
    """A document with this schema as the property `field` of a component."""
    thing = {"type": "object", "properties": {"field": schema}}
    return {"openapi": "3.0.3", "paths": {}, "components": {"schemas": {"Thing": thing}}}


def field_of(rewritten: dict[str, Any]) -> Any:
    return rewritten["components"]["schemas"]["Thing"]["properties"]["field"]


@pytest.mark.parametrize(("rewrite", "before", "after"), SCHEMAS)
def test_schema(rewrite: Rewrite, before: dict[str, Any], after: dict[str, Any]) -> None:
    given = with_field(before)
    kept = copy.deepcopy(given)

    assert field_of(rewrite(given)) == after
    assert given == kept


@pytest.mark.parametrize(("before", "after"), WHOLE)
def test_all_in_order(before: dict[str, Any], after: dict[str, Any]) -> None:
    given = with_field(before)
    kept = copy.deepcopy(given)

    assert field_of(rewrites.rewrite(given)) == after
    assert given == kept


@pytest.mark.parametrize(("parameter", "schema"), PARAMETERS)
def test_page_numbers(parameter: dict[str, Any], schema: dict[str, Any]) -> None:
    given = {
        "paths": {"/v1/things": {"parameters": [parameter], "get": {"parameters": [parameter]}}},
        "components": {"parameters": {"page": parameter}},
    }
    kept = copy.deepcopy(given)

    after = {**parameter, "schema": schema}
    rewritten = rewrites.page_numbers(given)
    assert rewritten["paths"] == {"/v1/things": {"parameters": [after], "get": {"parameters": [after]}}}
    assert rewritten["components"] == {"parameters": {"page": after}}
    assert [type(bound) for bound in rewritten["components"]["parameters"]["page"]["schema"].values()] == [
        type(bound) for bound in schema.values()
    ]
    assert given == kept


def test_null_types_make_the_document_openapi_3_1() -> None:
    assert rewrites.null_types(with_field(STRING))["openapi"] == "3.1.0"


def test_null_moves_from_components_to_where_they_are_used() -> None:
    other = {"anyOf": [OBJECT, NULL], "description": "Another."}
    uses = {"a": REF, "b": {"type": "array", "items": REF}, "c": {"$ref": "#/components/schemas/Third"}}
    answer = {"content": {"application/json": {"schema": REF}}}
    given = {
        "paths": {"/v1/others": {"get": {"responses": {"200": answer}}}},
        "components": {"schemas": {"Thing": {"properties": uses}, "Other": other, "Third": OBJECT}},
    }
    kept = copy.deepcopy(given)

    maybe = {"anyOf": [REF, NULL]}
    assert rewrites.null_components(given) == {
        "paths": {
            "/v1/others": {
                "get": {"responses": {"200": {"content": {"application/json": {"schema": maybe}}}}}
            }
        },
        "components": {
            "schemas": {
                "Thing": {"properties": {**uses, "a": maybe, "b": {"type": "array", "items": maybe}}},
                "Other": {**OBJECT, "description": "Another."},
                "Third": OBJECT,
            }
        },
    }
    assert given == kept


def test_without_a_nullable_component_nothing_moves() -> None:
    given = with_field(REF)

    assert rewrites.null_components(given) == given


@pytest.mark.parametrize(
    "name",
    ["default", "deprecated", "description", "example", "examples", "externalDocs", "readOnly", "writeOnly"],
)
def test_what_is_said_of_the_whole_value_stays_outside_the_union(name: str) -> None:
    given = with_field({**STRING, "nullable": True, name: "said"})

    assert field_of(rewrites.null_types(given)) == {"anyOf": [STRING, NULL], name: "said"}


@pytest.mark.parametrize("key", ["example", "examples", "enum"])
def test_data_that_looks_like_a_schema_stays(key: str) -> None:
    data = [{"schema": NULLABLE, "anyOf": [STRING, DATE]}]

    assert field_of(rewrites.rewrite(with_field({"type": "array", key: data})))[key] == data


@pytest.mark.parametrize(
    "name", ["items", "enum", "example", "properties", "anyOf", "nullable", "parameters"]
)
def test_a_property_may_be_called_like_a_keyword(name: str) -> None:
    given = with_field({"type": "object", "properties": {name: {"anyOf": [STRING, DATE]}}})

    rewritten = rewrites.rewrite(given)
    assert field_of(rewritten) == named("ThingField")
    assert rewritten["components"]["schemas"]["ThingField"] == with_property(name, DATE)


@pytest.mark.parametrize(
    "place",
    [
        lambda schema: {"paths": {"/": {"get": {"parameters": [{"name": "a", "schema": schema}]}}}},
        lambda schema: {"paths": {"/": {"post": {"requestBody": {"content": {"text": {"schema": schema}}}}}}},
        lambda schema: {
            "paths": {"/": {"get": {"responses": {"default": {"content": {"text": {"schema": schema}}}}}}}
        },
        lambda schema: {"components": {"schemas": {"A": schema}}},
        lambda schema: {"components": {"schemas": {"A": {"items": schema}}}},
        lambda schema: {"components": {"schemas": {"A": {"additionalProperties": schema}}}},
        lambda schema: {"components": {"schemas": {"A": {"not": schema}}}},
        *(
            lambda schema, key=key: {"components": {"schemas": {"A": {key: [schema, {"type": "number"}]}}}}
            for key in ("allOf", "anyOf", "oneOf")
        ),
    ],
)
def test_schemas_are_found_wherever_they_are(place: Any) -> None:
    assert rewrites.dates(place({"anyOf": [STRING, DATE]})) == place(DATE)


def test_the_rewritten_document_is_valid() -> None:
    rewritten = rewrites.rewrite(document.load(SPEC))

    assert rewritten["openapi"] == "3.1.0"
    document.validate(rewritten)
