"""The rewrites, one by one and in order: what the vendor writes, and what the generator is given."""

import copy
import json
from typing import Any

import pytest
from pipeline.canonical import convert
from pipeline.schemas import NULL, STRING, apply, array, maybe, operation, record, ref, with_schemas
from pipeline.vendor import CUSTOMERS, MIXED, WHOLE

from scripts.pipeline import document
from scripts.pipeline.rewrites import Rewrite, rewrite
from scripts.pipeline.rewrites.normalization import normalize, null_references
from scripts.pipeline.rewrites.numbers import make_counts_integers

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


def any_of(*branches: Schema | bool) -> Schema:
    return {"anyOf": [*branches]}


def one_of(*branches: Schema) -> Schema:
    return {"oneOf": [*branches]}


def all_of(*parts: Schema | bool) -> Schema:
    return {"allOf": [*parts]}


def nullable(schema: Schema) -> Schema:
    return {**schema, "nullable": True}


def said(schema: Schema, description: str = "Said.") -> Schema:
    return {**schema, "description": description}


# What each rewrite makes of a schema.
CHANGED: dict[Rewrite, list[tuple[Schema, Schema]]] = {
    normalize: [
        (any_of(STRING, DATE), DATE),
        (any_of(DATE, STRING), DATE),
        (said(any_of(STRING, DATE)), said(DATE)),
        (any_of(said(STRING), DATE), DATE),
        (any_of(STRING, DATE, NULLABLE), maybe(DATE)),
        (any_of(STRING, nullable(DATE)), maybe(DATE)),
        ({"minimum": 0, "exclusiveMinimum": True}, {"exclusiveMinimum": 0}),
        ({"maximum": 9, "exclusiveMaximum": True}, {"exclusiveMaximum": 9}),
        ({"minimum": 0, "exclusiveMinimum": False}, {"minimum": 0}),
        ({"exclusiveMinimum": True}, {}),
        (any_of(DATE, NULLABLE), maybe(DATE)),
        (one_of(OBJECT, NULLABLE), maybe(OBJECT)),
        (one_of(OBJECT, STRING), any_of(OBJECT, STRING)),
        (any_of(NULL, OBJECT, STRING), any_of(OBJECT, STRING, NULL)),
        (all_of(REF, NULLABLE), maybe(REF)),
        (all_of(REF, OBJECT, NULLABLE), maybe(all_of(REF, OBJECT))),
        (nullable(STRING), maybe(STRING)),
        ({**STRING, "nullable": False}, STRING),
        (NULLABLE, {}),
        (said(NULLABLE), said({})),
        (nullable({**STRING, "minLength": 1}), maybe({**STRING, "minLength": 1})),
        *(
            ({**nullable(STRING), outside: "said"}, {**maybe(STRING), outside: "said"})
            for outside in (
                "default",
                "deprecated",
                "description",
                "example",
                "externalDocs",
                "readOnly",
                "writeOnly",
            )
        ),
        (nullable(REF), maybe(REF)),
        (said(REF), said(all_of(REF))),
        (nullable(all_of(REF, OBJECT)), maybe(all_of(REF, OBJECT))),
        (nullable(any_of(STRING, OBJECT)), any_of(STRING, OBJECT, NULL)),
        (nullable(any_of(NULL, STRING)), maybe(STRING)),
        (nullable(one_of(STRING, OBJECT)), any_of(STRING, OBJECT, NULL)),
        (nullable({**STRING, "enum": ["A", "B", None]}), maybe(AB)),
        (nullable(AB), maybe(AB)),
        (nullable(array(nullable(STRING))), maybe(array(maybe(STRING)))),
        (
            nullable({"type": "object", "additionalProperties": NULLABLE}),
            maybe({"type": "object", "additionalProperties": {}}),
        ),
        (nullable(record(inner=nullable(OBJECT))), maybe(record(inner=maybe(OBJECT)))),
        # OpenAPI 3.1
        (any_of(True, STRING), any_of({}, STRING)),
        (all_of(False), all_of({"not": {}})),
        (
            {"properties": {"a": True}, "additionalProperties": False},
            {"properties": {"a": {}}, "additionalProperties": False},
        ),
        ({"type": ["string", "null"]}, maybe(STRING)),
        ({"type": ["null", "string"], "enum": ["A", "B", None]}, maybe(AB)),
        ({"type": ["string"]}, STRING),
        ({"type": ["null"]}, NULL),
        ({"type": ["string", "number", "null"]}, maybe({"type": ["string", "number"]})),
        ({"enum": ["A", "B", None]}, maybe(AB)),
        ({"const": "A"}, {**STRING, "enum": ["A"]}),
        ({**INTEGER, "const": 1}, {**INTEGER, "enum": [1]}),
        ({**STRING, "examples": ["a", "b"]}, {**STRING, "example": "a"}),
    ],
    make_counts_integers: [
        *((record(**{name: NUMBER}), record(**{name: INTEGER})) for name in WHOLE_NAMES),
        (
            record(amount=maybe({**NUMBER, "minimum": 0.0, "maximum": 99999999999})),
            record(amount=maybe({**INTEGER, "minimum": 0, "maximum": 99999999999})),
        ),
        (
            record(amount={**NUMBER, "exclusiveMinimum": 0.0}),
            record(amount={**INTEGER, "exclusiveMinimum": 0}),
        ),
    ],
}
UNCHANGED: dict[Rewrite, list[Schema]] = {
    normalize: [
        any_of(STRING, NUMBER),
        any_of(AB, DATE),
        DATE,
        {"exclusiveMinimum": 0},
        all_of(REF),
        {"enum": ["A", 1]},
    ],
    null_references: [REF],
    make_counts_integers: [
        *(record(**{name: NUMBER}) for name in FRACTIONAL_NAMES),
        record(amount={**NUMBER, "minimum": 0.01}),
        record(amount={**NUMBER, "multipleOf": 0.5}),
        *(record(amount=schema) for schema in ({"type": "boolean"}, INTEGER, STRING, REF)),
    ],
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
    + [(rewrite, *case) for case in IN_ORDER],
)
def test_schemas(rewrite: Rewrite, before: Schema, after: Schema) -> None:
    assert rewrite_field(rewrite, before) == after


@pytest.mark.parametrize(("parameter", "schema"), PARAMETERS)
def test_page_numbers(parameter: Schema, schema: Schema) -> None:
    paths = {"/v1/things": {"parameters": [parameter], "get": {"parameters": [parameter]}}}
    after = {**parameter, "schema": schema}

    given = {"paths": paths, "components": {"parameters": {"page": parameter}}}
    kept = copy.deepcopy(given)

    rewritten = make_counts_integers(given)
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

    assert null_references(given) == with_schemas(
        operation(answer=maybe(REF)),
        Thing={"properties": {"a": maybe(REF), "b": array(maybe(REF)), "c": ref("Third")}},
        Other=said(OBJECT),
        Third=OBJECT,
    )


@pytest.mark.parametrize("key", ["example", "default", "enum", "x-origin"])
def test_data_that_looks_like_a_schema_stays(key: str) -> None:
    data = [{"schema": NULLABLE, "parameters": "none", "anyOf": [STRING, DATE]}]

    assert rewrite_field(rewrite, {"type": "array", key: data})[key] == data


@pytest.mark.parametrize(
    "name", ["items", "enum", "example", "properties", "anyOf", "nullable", "parameters"]
)
def test_a_property_may_be_called_like_a_keyword(name: str) -> None:
    given = with_schemas(Thing=record(part=record(**{name: any_of(STRING, DATE)})))

    assert apply(rewrite, given) == {
        "Thing": record(part=ref("ThingPart")),
        "ThingPart": record(**{name: DATE}),
    }


def content(schema: Schema) -> Schema:
    return {"content": {"application/json": {"schema": schema}}}


PLACES: list[Any] = [
    lambda schema: {"paths": operation(parameters=[{"name": "a", "schema": schema}])},
    lambda schema: {"paths": {"/a": {"parameters": [{"name": "a", **content(schema)}]}}},
    lambda schema: {"paths": operation(body=schema)},
    lambda schema: {"paths": operation(answer=schema)},
    lambda schema: {"paths": operation(callbacks={"done": {"{$url}": operation(body=schema)["/v1/things"]}})},
    lambda schema: {"webhooks": {"done": operation(body=schema)["/v1/things"]}},
    *(
        lambda schema, key=key: {"components": {key: {"parameters": content(schema)}}}
        for key in ("responses", "requestBodies", "headers", "parameters")
    ),
    lambda schema: {"components": {"schemas": {"A": schema, "x-b": schema}}},
    *(
        lambda schema, key=key: {"components": {"schemas": {"A": {key: schema}}}}
        for key in ("items", "additionalProperties", "not")
    ),
    *(
        lambda schema, key=key: {"components": {"schemas": {"A": {key: [schema, {"type": "number"}]}}}}
        for key in ("allOf", "anyOf")
    ),
]


@pytest.mark.parametrize("place", PLACES)
def test_schemas_are_found_wherever_they_are(place: Any) -> None:
    rewritten = normalize(place({"anyOf": [STRING, DATE]}))

    assert rewritten == {**place(DATE), "openapi": "3.1.0"}


LIKE_ONE = {"schema": NULLABLE}
LINKS = {"next": {"operationId": "a", "parameters": {"schema": "$response.body#/id", "take": "a"}}}


@pytest.mark.parametrize(
    "given",
    [
        {"paths": {"x-a": {"parameters": [LIKE_ONE]}}},
        {"paths": {"/a": {"get": {"responses": {"200": {"links": LINKS}}}}}},
        {"components": {"links": LINKS}},
        {"x-more": {"parameters": {"a": 1}, "schema": [2], "responses": 3}},
        {"paths": {"/a": {"x-get": {"parameters": [LIKE_ONE]}}}},
        {"paths": {"/a": {"get": {"responses": {"x-a": {"content": {"a": LIKE_ONE}}}}}}},
        {"components": {"examples": {"a": {"value": {"schema": NULLABLE, "parameters": "a"}}}}},
    ],
)
def test_links_extensions_and_examples_stay(given: Schema) -> None:
    with_version = {"openapi": "3.1.0", **given}

    assert rewrite(with_version) == with_version


def test_the_3_1_form_of_the_document_says_the_same() -> None:
    changed = convert(WHOLE)
    document.validate(convert(CUSTOMERS))
    assert '"nullable"' not in json.dumps(changed)

    assert rewrite(changed) == rewrite(WHOLE)


@pytest.mark.parametrize(
    "original", [MIXED, pytest.param(WHOLE, marks=pytest.mark.slow)], ids=["mixed", "whole"]
)
def test_the_rewritten_document_is_valid(original: Schema) -> None:
    rewritten = rewrite(original)

    assert rewritten["openapi"] == "3.1.0"
    document.validate(rewritten)
