"""The rewrites, one by one and in order: what the vendor writes, and what the generator is given."""

import copy
from typing import Any

import pytest
from pipeline.schemas import NULL, STRING, apply, array, maybe, operation, record, ref, with_schemas
from pipeline.vendor import MIXED, WHOLE

from scripts.pipeline import document, rewrites
from scripts.pipeline.rewrites import Rewrite

Schema = dict[str, Any]

REF = ref("Other")
OTHER = {**record(a=STRING), "description": "Another."}
DATE = {"type": "string", "format": "date-time"}
NULLABLE = {"nullable": True}
NUMBER, INTEGER = {"type": "number"}, {"type": "integer"}
OBJECT = {"type": "object", "properties": {"a": STRING}}
AB = {"type": "string", "enum": ["A", "B"]}

# Money and counts, and what is neither.
WHOLE_NAMES = [
    "amount", "totalAmount", "settledAmount", "amountPaid", "amountOff", "processorFee", "processorFeeTax",
    "installmentsFee", "installmentsFeeTax", "numberOfPayments", "toleranceDays", "expiryMonth", "expiryYear",
    "chargeEach",
]  # fmt: skip
FRACTIONAL_NAMES = ["quantity", "percentageOff", "taxRate", "exchangeRate", "amountRatio", "coffee", "value"]


def any_of(*branches: Schema) -> Schema:
    return {"anyOf": [*branches]}


def one_of(*branches: Schema) -> Schema:
    return {"oneOf": [*branches]}


def all_of(*parts: Schema) -> Schema:
    return {"allOf": [*parts]}


def nullable(schema: Schema) -> Schema:
    return {**schema, "nullable": True}


def said(schema: Schema, description: str = "Said.") -> Schema:
    return {**schema, "description": description}


# What each rewrite makes of a schema.
CHANGED: dict[Rewrite, list[tuple[Schema, Schema]]] = {
    rewrites.dates: [
        (any_of(STRING, DATE), DATE),
        (any_of(DATE, STRING), DATE),
        (said(any_of(STRING, DATE)), said(DATE)),
        (any_of(said(STRING), DATE), DATE),
        (any_of(STRING, DATE, NULLABLE), any_of(DATE, NULLABLE)),
    ],
    rewrites.exclusive_bounds: [
        ({"minimum": 0, "exclusiveMinimum": True}, {"exclusiveMinimum": 0}),
        ({"maximum": 9, "exclusiveMaximum": True}, {"exclusiveMaximum": 9}),
        ({"minimum": 0, "exclusiveMinimum": False}, {"minimum": 0}),
        ({"exclusiveMinimum": True}, {}),
    ],
    rewrites.null_branches: [
        (any_of(DATE, NULLABLE), any_of(DATE, NULL)),
        (one_of(OBJECT, NULLABLE), one_of(OBJECT, NULL)),
        (all_of(REF, NULLABLE), nullable(REF)),
        (all_of(REF, OBJECT, NULLABLE), nullable(all_of(REF, OBJECT))),
    ],
    rewrites.null_types: [
        (nullable(STRING), maybe(STRING)),
        ({**STRING, "nullable": False}, STRING),
        (NULLABLE, {}),
        (said(NULLABLE), said({})),
        (nullable({**STRING, "minLength": 1}), maybe({**STRING, "minLength": 1})),
        *(
            ({**nullable(STRING), outside: "said"}, {**maybe(STRING), outside: "said"})
            for outside in [
                "default",
                "deprecated",
                "description",
                "example",
                "examples",
                "externalDocs",
                "readOnly",
                "writeOnly",
            ]
        ),
        (nullable(REF), maybe(REF)),
        (nullable(all_of(REF, OBJECT)), maybe(all_of(REF, OBJECT))),
        (nullable(any_of(STRING, OBJECT)), any_of(STRING, OBJECT, NULL)),
        (nullable(any_of(NULL, STRING)), maybe(STRING)),
        (nullable(one_of(STRING, OBJECT)), maybe(one_of(STRING, OBJECT))),
        (nullable({**STRING, "enum": ["A", "B", None]}), maybe(AB)),
        (nullable(AB), maybe(AB)),
        (nullable(array(nullable(STRING))), maybe(array(maybe(STRING)))),
        (
            nullable({"type": "object", "additionalProperties": NULLABLE}),
            maybe({"type": "object", "additionalProperties": {}}),
        ),
        (nullable(record(inner=nullable(OBJECT))), maybe(record(inner=maybe(OBJECT)))),
    ],
    rewrites.whole_numbers: [
        *((record(**{name: NUMBER}), record(**{name: INTEGER})) for name in WHOLE_NAMES),
        (
            record(amount=nullable({**NUMBER, "minimum": 0.0, "maximum": 99999999999})),
            record(amount=nullable({**INTEGER, "minimum": 0, "maximum": 99999999999})),
        ),
        (
            record(amount={**NUMBER, "minimum": 0, "exclusiveMinimum": True}),
            record(amount={**INTEGER, "minimum": 0, "exclusiveMinimum": True}),
        ),
        (record(amount=any_of(NUMBER, NULLABLE)), record(amount=any_of(INTEGER, NULLABLE))),
    ],
    rewrites.referring_words: [
        (said(all_of(REF)), said(any_of(REF, REF))),
        ({"default": "A", **all_of(REF)}, {"default": "A", **any_of(REF, REF)}),
    ],
}
UNCHANGED: dict[Rewrite, list[Schema]] = {
    rewrites.dates: [any_of(STRING, NUMBER), any_of(AB, DATE), DATE],
    rewrites.exclusive_bounds: [{"exclusiveMinimum": 0}],
    rewrites.null_branches: [all_of(REF), nullable(STRING)],
    rewrites.null_components: [REF],
    rewrites.whole_numbers: [
        *(record(**{name: NUMBER}) for name in FRACTIONAL_NAMES),
        record(amount={**NUMBER, "minimum": 0.01}),
        record(amount={**NUMBER, "multipleOf": 0.5}),
        *(record(amount=schema) for schema in ({"type": "boolean"}, INTEGER, STRING, REF)),
    ],
    rewrites.referring_words: [said(all_of(REF), OTHER["description"]), REF, said(all_of(REF, OTHER))],
}
# What all rewrites together make of the shapes that the vendor's reference has.
IN_ORDER: list[tuple[Schema, Schema]] = [
    (any_of(STRING, DATE), DATE),
    (said(any_of(STRING, DATE, NULLABLE)), said(maybe(DATE))),
    (said(all_of(REF, NULLABLE)), said(maybe(REF))),
    (nullable(OBJECT), maybe(ref("ThingField"))),
    (nullable({**NUMBER, "minimum": 0}), maybe({**NUMBER, "minimum": 0})),
    (
        nullable({**INTEGER, "minimum": 0, "exclusiveMinimum": True}),
        maybe({**INTEGER, "exclusiveMinimum": 0}),
    ),
    (nullable({**STRING, "enum": ["A", None]}), any_of(ref("ThingField"), STRING, NULL)),
    (OBJECT, ref("ThingField")),
    (said(OBJECT), said(all_of(ref("ThingField")))),
    (array(OBJECT), array(ref("ThingFieldItem"))),
]

PAGE = {**NUMBER, "minimum": 1, "maximum": 100, "default": 20}
# Parameters, and their schemas after the rewrite.
PARAMETERS: list[tuple[Schema, Schema]] = [
    ({"name": "take", "in": "query", "schema": PAGE}, {**PAGE, "type": "integer"}),
    ({"name": "skip", "in": "query", "schema": NUMBER}, INTEGER),
    ({"name": "skip", "in": "query", "schema": {**NUMBER, "minimum": 0.0}}, {**INTEGER, "minimum": 0}),
    ({"name": "take", "in": "query", "schema": {**PAGE, "minimum": 0.5}}, {**PAGE, "minimum": 0.5}),
    ({"name": "take", "in": "query", "schema": STRING}, STRING),
    ({"name": "take", "in": "header", "schema": PAGE}, PAGE),
    ({"name": "amount", "in": "query", "schema": PAGE}, PAGE),
]


def rewrite_field(rewrite: Rewrite, schema: Schema) -> Any:
    """Rewrite a document with this schema as a field of a component; return what the field is then."""
    thing = {"type": "object", "properties": {"field": schema}}
    return apply(rewrite, with_schemas(Thing=thing, Other=OTHER))["Thing"]["properties"]["field"]


@pytest.mark.parametrize(
    ("rewrite", "before", "after"),
    [(rewrite, *case) for rewrite, cases in CHANGED.items() for case in cases]
    + [(rewrite, schema, schema) for rewrite, schemas in UNCHANGED.items() for schema in schemas]
    + [(rewrites.rewrite, *case) for case in IN_ORDER],
)
def test_schemas(rewrite: Rewrite, before: Schema, after: Schema) -> None:
    assert rewrite_field(rewrite, before) == after


@pytest.mark.parametrize(("parameter", "schema"), PARAMETERS)
def test_page_numbers(parameter: Schema, schema: Schema) -> None:
    paths = {"/v1/things": {"parameters": [parameter], "get": {"parameters": [parameter]}}}
    after = {**parameter, "schema": schema}

    given = {"paths": paths, "components": {"parameters": {"page": parameter}}}
    kept = copy.deepcopy(given)

    rewritten = rewrites.page_numbers(given)
    assert given == kept
    assert rewritten["paths"] == {"/v1/things": {"parameters": [after], "get": {"parameters": [after]}}}
    page = rewritten["components"]["parameters"]["page"]
    assert page == after
    assert [type(bound) for bound in page["schema"].values()] == [type(bound) for bound in schema.values()]


def test_null_moves_from_components_to_the_places_of_their_use() -> None:
    uses = {"a": REF, "b": array(REF), "c": ref("Third")}
    given = with_schemas(
        operation(answer=REF), Thing={"properties": uses}, Other=said(maybe(OBJECT)), Third=OBJECT
    )

    assert rewrites.null_components(given) == with_schemas(
        operation(answer=maybe(REF)),
        Thing={"properties": {"a": maybe(REF), "b": array(maybe(REF)), "c": ref("Third")}},
        Other=said(OBJECT),
        Third=OBJECT,
    )


@pytest.mark.parametrize("key", ["example", "examples", "enum"])
def test_data_that_looks_like_a_schema_stays(key: str) -> None:
    data = [{"schema": NULLABLE, "anyOf": [STRING, DATE]}]

    assert rewrite_field(rewrites.rewrite, {"type": "array", key: data})[key] == data


@pytest.mark.parametrize(
    "name", ["items", "enum", "example", "properties", "anyOf", "nullable", "parameters"]
)
def test_a_property_may_be_called_like_a_keyword(name: str) -> None:
    given = with_schemas(Thing=record(part=record(**{name: any_of(STRING, DATE)})))

    assert apply(rewrites.rewrite, given) == {
        "Thing": record(part=ref("ThingPart")),
        "ThingPart": record(**{name: DATE}),
    }


@pytest.mark.parametrize(
    "place",
    [
        lambda schema: {"paths": operation(parameters=[{"name": "a", "schema": schema}])},
        lambda schema: {"paths": operation(body=schema)},
        lambda schema: {"paths": operation(answer=schema)},
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


@pytest.mark.parametrize(
    "original", [MIXED, pytest.param(WHOLE, marks=pytest.mark.slow)], ids=["mixed", "whole"]
)
def test_the_rewritten_document_is_valid(original: Schema) -> None:
    rewritten = rewrites.rewrite(original)

    assert rewritten["openapi"] == "3.1.0"
    document.validate(rewritten)
