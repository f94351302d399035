"""Adaptation to the generator: kinds of content, and descriptions of parameters."""

import copy
from typing import Any

import pytest
from pipeline.schemas import STRING, operation, ref, with_schemas

from scripts.pipeline.adapter import adapt

NAMED = {"schema": ref("Named")}
BYTES = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


@pytest.mark.parametrize(
    ("content", "adapted"),
    [
        ({}, {}),
        ({"application/json": NAMED}, {"application/json": NAMED}),
        ({"application/problem+json": NAMED}, {"application/problem+json": NAMED}),
        ({"application/pdf": NAMED, "application/json": NAMED}, {"application/json": NAMED}),
        ({"text/csv": {"schema": STRING}}, {"text/csv": {"schema": STRING}}),
        *[
            ({name: media}, BYTES)
            for name in ("application/pdf", "application/xml", "text/xml", "application/zip", "image/png")
            for media in ({}, NAMED)
        ],
        ({"Text/XML; charset=utf-8": NAMED}, BYTES),
        (BYTES, BYTES),
    ],
)
def test_kinds_of_content(content: dict[str, Any], adapted: dict[str, Any]) -> None:
    responses = {"200": {"description": "A file.", "content": content}, "404": {"description": "No."}}
    document = with_schemas({"/v1/things": {"post": {"operationId": "things_do", "responses": responses}}})
    document["components"]["responses"] = copy.deepcopy(responses)
    given = copy.deepcopy(document)
    made = adapt(document)

    assert document == given
    for found in (made["paths"]["/v1/things"]["post"]["responses"], made["components"]["responses"]):
        assert found == {"200": {"description": "A file.", "content": adapted}, "404": {"description": "No."}}


@pytest.mark.parametrize(
    ("parameter", "schema"),
    [
        ({"schema": STRING, "description": "An id."}, {**STRING, "description": "An id."}),
        ({"schema": STRING}, STRING),
        ({"schema": {**STRING, "description": "Text."}}, {**STRING, "description": "Text."}),
        (
            {"schema": ref("Color"), "description": "A color."},
            {"anyOf": [ref("Color"), ref("Color")], "description": "A color."},
        ),
    ],
)
def test_descriptions_of_parameters(parameter: dict[str, Any], schema: dict[str, Any]) -> None:
    document = with_schemas(operation(parameters=[{"name": "id", "in": "path", **parameter}]))
    (made,) = adapt(document)["paths"]["/v1/things"]["post"]["parameters"]

    assert made == {"name": "id", "in": "path", **parameter, "schema": schema}


OWN = {"allOf": [ref("Named")], "description": "Which."}


@pytest.mark.parametrize(
    ("schema", "adapted"),
    [
        (OWN, {"anyOf": [ref("Named")] * 2, "description": "Which."}),
        ({"allOf": [ref("Named")], "default": "A"}, {"anyOf": [ref("Named")] * 2, "default": "A"}),
        ({**OWN, "description": "A name."}, {**OWN, "description": "A name."}),
        (ref("Named"), ref("Named")),
        ({**OWN, "allOf": [ref("Named"), STRING]}, {**OWN, "allOf": [ref("Named"), STRING]}),
    ],
)
def test_descriptions_beside_references(schema: dict[str, Any], adapted: dict[str, Any]) -> None:
    made = adapt(with_schemas(Named={"description": "A name."}, Field={"items": schema}))

    assert made["components"]["schemas"]["Field"]["items"] == adapted
