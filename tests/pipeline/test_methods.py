"""Signatures of the methods that the pipeline writes for a document."""

import ast
from pathlib import Path
from typing import Any

import pytest
from pipeline.schemas import STRING, array, maybe, record, ref, values

from scripts.pipeline.errors import StepError
from scripts.pipeline.resources import writer
from scripts.pipeline.resources.annotations import Annotations
from scripts.pipeline.resources.methods import Signature, build_signature
from scripts.pipeline.resources.model import read_resources
from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.schema_types import Reader

WRAPPERS = frozenset({"input", "data", "taxInfo"})
OPTIONAL = {
    "type": "object",
    "properties": {"name": STRING, "dueDate": maybe({"type": "string", "format": "date-time"})},
}
COMPONENTS = {
    "RobotInput": {**record(name=STRING, color=ref("Color")), "required": ["name"]},
    "Color": values("RED", "BLUE"),
    "Key": record(key=STRING, value=maybe(STRING)),
    "Tree": {**record(children=array(ref("Tree"))), "required": []},
    "Free": {"type": "object", "additionalProperties": {"type": "integer"}},
    "Home": record(page={"type": "string", "const": "home"}),
    "Invoice": record(page={"type": "string", "const": "invoice"}, id=STRING),
}


def parameter(name: str, location: str = "query", **more: Any) -> dict[str, Any]:
    return {"name": name, "in": location, "schema": STRING, "required": location == "path", **more}


def document(
    body: Any = None, *, method: str = "post", path: str = "/v1/robots", **more: Any
) -> dict[str, Any]:
    """Return a document of one operation."""
    operation: dict[str, Any] = {
        "operationId": "robots_do",
        "responses": {
            "200": {"description": "", "content": {"application/json": {"schema": array(ref("RobotInput"))}}}
        },
        **more,
    }
    if body is not None:
        content = {"application/json": {"schema": body}}
        operation["requestBody"] = {"required": True, "content": content}
    return {"openapi": "3.1.0", "paths": {path: {method: operation}}, "components": {"schemas": COMPONENTS}}


def signature_of(made: dict[str, Any]) -> Signature:
    reader = Reader(rewrite(made))
    [resource] = read_resources(reader)
    [operation] = resource.methods
    return build_signature(operation, Annotations(reader), WRAPPERS)


def shown(signature: Signature) -> str:
    """Return the arguments as they stand in a signature, without the mark for what is left out."""
    ids = [each.name for each in signature.ids]
    keywords = [
        f"{each.name}{'' if each.required else '?'}: {each.annotation}" for each in signature.keywords
    ]
    return ", ".join([*ids, *keywords])


@pytest.mark.parametrize(
    ("body", "arguments", "wrappers"),
    [
        (None, "", ()),
        (record(name=STRING), "name: str", ()),
        (record(input=record(name=STRING)), "name: str", ("input_",)),
        (
            record(input=record(data=OPTIONAL)),
            "name?: str, due_date?: InstantLike | None",
            ("input_", "data"),
        ),
        (
            record(input={**record(otp=STRING, data=record(name=STRING)), "required": ["data"]}),
            "name: str, otp?: str",
            ("input_", "data"),
        ),
        (record(input=record(taxInfo=record(zip=STRING))), "zip: str", ("input_", "tax_info")),
        (
            record(name=STRING, taxInfo=record(zip=STRING)),
            "name: str, tax_info: models.RobotsDoBodyTaxInfo | params.RobotsDoBodyTaxInfoParams",
            (),
        ),
        ({**record(taxInfo=ref("Free")), "required": []}, "tax_info?: Mapping[str, int]", ()),
        (record(data=STRING), "data: str", ()),
        (ref("RobotInput"), "name: str, color?: params.ColorLike", ()),
        (
            record(robots=array(ref("RobotInput"))),
            "robots: Sequence[models.RobotInput | params.RobotParams]",
            (),
        ),
        (
            record(keys=array(ref("Key"))),
            "keys: Sequence[models.Key | params.KeyParams] | Mapping[str, str | None]",
            (),
        ),
        (ref("Tree"), "children?: Sequence[models.Tree | params.TreeParams]", ()),
        (
            {"type": "object", "properties": {"type": STRING, "from": STRING, "self": STRING}},
            "type?: str, from_?: str, self_?: str",
            (),
        ),
        (array(STRING), "body: Sequence[str]", None),
        (ref("Free"), "body: Mapping[str, int]", None),
    ],
)
def test_body_as_arguments(body: Any, arguments: str, wrappers: Any) -> None:
    signature = signature_of(document(body))
    assert shown(signature) == arguments
    assert signature.wrappers == wrappers


def test_ids_stand_in_the_order_of_the_path_before_other_parameters() -> None:
    parameters = [
        parameter("id", "path"),
        parameter("robotId", "path"),
        parameter("X-Trace", "header"),
        parameter("size", schema={"type": "number"}, required=True),
    ]
    path = "/v1/robots/{robotId}/parts/{id}"
    made = document(record(name=STRING), path=path, parameters=parameters, method="patch")
    signature = signature_of(made)
    assert shown(signature) == "robot_id, id, size: NumberLike, name: str, x_trace?: str"
    assert signature.is_update
    assert signature.operation.call == "quentli.robots.do"
    assert signature.returns == "builtins.list[models.RobotInput]"


def test_forms_of_a_body_are_overloads() -> None:
    signature = signature_of(document(record(input={"oneOf": [ref("Home"), ref("Invoice")]})))
    assert [[each.name for each in overload] for overload in signature.overloads] == [
        ["page"],
        ["page", "id"],
    ]
    assert shown(signature) == "page: Literal['home'] | Literal['invoice'], id?: str"


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (
            document(record(id=STRING), path="/v1/robots/{id}", parameters=[parameter("id", "path")]),
            "quentli.robots.do(id=) would stand for the path parameter id and for body.id",
        ),
        (
            document(record(name=STRING), parameters=[parameter("name")]),
            "quentli.robots.do(name=) would stand for the query parameter name and for body.name",
        ),
        (
            document(record(input={**record(name=STRING, data=record(name=STRING)), "required": ["data"]})),
            "quentli.robots.do(name=) would stand for body.input.data.name and for body.input.name",
        ),
    ],
)
def test_a_name_that_collides_is_an_error_with_both_places(made: dict[str, Any], message: str) -> None:
    with pytest.raises(StepError) as caught:
        signature_of(made)
    assert str(caught.value) == message


def test_docstrings_hold_the_document_and_can_be_read(tmp_path: Path) -> None:
    name = {**STRING, "description": 'Its """name""" \\ "', "deprecated": True}
    made = document(record(name=name), summary="Build a robot", description='Says "no"', deprecated=True)
    writer.write_resources(made, tmp_path, {})
    package = tmp_path / writer.PACKAGE
    tree = ast.parse((package / "methods" / "robots.py").read_text(encoding="utf-8"))
    sync, awaited = (each for each in tree.body if isinstance(each, ast.ClassDef))
    (function, awaitable) = (each.body[-1] for each in (sync, awaited))
    assert isinstance(function, ast.FunctionDef)
    assert isinstance(awaitable, ast.AsyncFunctionDef)
    assert ast.get_docstring(sync) == "Operations of `robots`."
    text = ast.get_docstring(function) or ""
    assert text == ast.get_docstring(awaitable)
    for part in (
        "Build a robot.\n\nDeprecated: ",
        '\n\nSays "no"\n\nEndpoint: `POST /v1/robots`.\n',
        "\n    name: Deprecated. Its '''name''' \\ \"\n",
    ):
        assert part in text
    for path in package.rglob("*.py"):
        compile(path.read_text(encoding="utf-8"), path, "exec")
