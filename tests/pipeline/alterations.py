"""Alterations of small documents, each with the change that the report must name and its severity."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

Document = dict[str, Any]
Schema = dict[str, Any]

REQUEST, ANSWER, UNUSED = "request", "answer", "unused"
NEVER, SENT, RECEIVED = frozenset[str](), frozenset({REQUEST}), frozenset({ANSWER})
BOTH, ALL = frozenset({REQUEST, ANSWER}), frozenset({REQUEST, ANSWER, UNUSED})

TEXT, WHOLE, NUMBER, TRUTH = ({"type": each} for each in ("string", "integer", "number", "boolean"))
PLAIN, NAMED = (
    {"type": "object", "properties": {"a": TEXT}},
    {"type": "object", "properties": {"a": TEXT, "b": TEXT}},
)
JSON, THING = "application/json", {"$ref": "#/components/schemas/Thing"}


@frozen
class Alteration:
    """Two documents that differ in one way.

    Attributes:
        kind: the kind of the change.
        breaking: true if code of users breaks by it.
    """

    before: Document
    after: Document
    kind: str
    breaking: bool


@frozen
class Pair:
    """A difference between two schemas, seen in both directions of time.

    Attributes:
        names: its name, and that of the reverse.
        before: a schema.
        after: the altered schema.
        kinds: the kind of the change, and of the reverse.
        breaks: the directions in which each breaks code of users.
    """

    names: tuple[str, str]
    before: Schema
    after: Schema
    kinds: tuple[str, str]
    breaks: tuple[frozenset[str], frozenset[str]]


def fields(required: list[str], **properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, **({"required": required} if required else {})}


def enum(*values: str) -> Schema:
    return {"type": "string", "enum": list(values)}


def any_of(*branches: Schema, key: str = "anyOf") -> Schema:
    return {key: list(branches)}


def _limit(name: str, schema: Schema, keyword: str, wide: Any, narrow: Any) -> Iterator[Pair]:
    verbs = ("lowered", "raised") if narrow < wide else ("raised", "lowered")
    kinds, breaks = ("bound_narrowed", "bound_widened"), (SENT, NEVER)
    limited = {**schema, keyword: wide}
    yield Pair(
        (f"{name} {verbs[0]}", f"{name} {verbs[1]}"), limited, {**schema, keyword: narrow}, kinds, breaks
    )
    yield Pair((f"{name} set", f"{name} unset"), schema, limited, kinds, breaks)


_LISTED = {"type": "array", "items": TEXT}

# Schemas of any place.
VALUES = [
    *_limit("maximum", NUMBER, "maximum", 9, 5),
    *_limit("minimum", NUMBER, "minimum", 1, 2),
    *_limit("exclusive maximum", NUMBER, "exclusiveMaximum", 9, 5),
    *_limit("exclusive minimum", NUMBER, "exclusiveMinimum", 1, 2),
    *_limit("longest text", TEXT, "maxLength", 9, 5),
    *_limit("shortest text", TEXT, "minLength", 1, 2),
    *_limit("longest list", _LISTED, "maxItems", 9, 5),
    *_limit("shortest list", _LISTED, "minItems", 1, 2),
    Pair(("pattern set", "pattern unset"), TEXT, {**TEXT, "pattern": "a"}, ("bound_narrowed", "bound_widened"), (SENT, NEVER)),
    Pair(("pattern changed", "pattern changed back"), {**TEXT, "pattern": "a"}, {**TEXT, "pattern": "b"}, ("bound_changed", "bound_changed"), (SENT, SENT)),
    Pair(("format set", "format unset"), TEXT, {**TEXT, "format": "email"}, ("bound_narrowed", "bound_widened"), (SENT, NEVER)),
    Pair(("text became an instant", "an instant became text"), TEXT, {**TEXT, "format": "date-time"}, ("changed", "changed"), (BOTH, BOTH)),
    Pair(("type changed", "type changed back"), TEXT, TRUTH, ("changed", "changed"), (BOTH, BOTH)),
    Pair(("whole numbers became numbers", "numbers became whole"), WHOLE, NUMBER, ("widened", "narrowed"), (RECEIVED, SENT)),
    Pair(("schema added", "schema removed"), {}, TEXT, ("changed", "changed"), (BOTH, BOTH)),
    Pair(("type added", "type removed"), TEXT, {"type": ["string", "boolean"]}, ("widened", "narrowed"), (RECEIVED, SENT)),
    Pair(("null allowed", "null refused"), TEXT, {"type": ["string", "null"]}, ("null_allowed", "null_refused"), (RECEIVED, SENT)),
    Pair(("default set", "default unset"), TEXT, {**TEXT, "default": "a"}, ("default_changed", "default_changed"), (NEVER, NEVER)),
    Pair(("default changed", "default changed back"), {**TEXT, "default": "b"}, {**TEXT, "default": "a"}, ("default_changed", "default_changed"), (NEVER, NEVER)),
    Pair(("value added", "value removed"), enum("A", "B"), enum("A", "B", "C"), ("added", "removed"), (NEVER, ALL)),
    Pair(("text became an enum", "an enum became text"), TEXT, enum("A", "B"), ("changed", "changed"), (BOTH, BOTH)),
    Pair(("anyOf added", "anyOf removed"), any_of(TEXT, TRUTH), any_of(TEXT, TRUTH, NUMBER), ("widened", "narrowed"), (RECEIVED, SENT)),
    Pair(("oneOf added", "oneOf removed"), any_of(TEXT, TRUTH, key="oneOf"), any_of(TEXT, TRUTH, NUMBER, key="oneOf"), ("widened", "narrowed"), (RECEIVED, SENT)),
    Pair(("wrapped in oneOf", "unwrapped from oneOf"), TEXT, any_of(TEXT, TRUTH, key="oneOf"), ("widened", "narrowed"), (RECEIVED, SENT)),
    Pair(("items changed", "items changed back"), _LISTED, {"type": "array", "items": TRUTH}, ("changed", "changed"), (BOTH, BOTH)),
]  # fmt: skip

# Schemas of requests. Of a const that is answered the rewrites make an enum.
SENT_VALUES = [
    Pair(("const set", "const unset"), TEXT, {**TEXT, "const": "a"}, ("bound_narrowed", "bound_widened"), (SENT, NEVER)),
    Pair(("const changed", "const changed back"), {**TEXT, "const": "a"}, {**TEXT, "const": "b"}, ("bound_changed", "bound_changed"), (SENT, SENT)),
]  # fmt: skip

# Schemas that are the same for users.
SAME: dict[str, tuple[Schema, Schema]] = {
    "format of a whole number": ({**WHOLE, "format": "int32"}, {**WHOLE, "format": "int64"}),
    "format of a number": (NUMBER, {**NUMBER, "format": "double"}),
    "anyOf and oneOf": (any_of(TEXT, TRUTH), any_of(TEXT, TRUTH, key="oneOf")),
    "order of branches": (any_of(TEXT, TRUTH, WHOLE), any_of(WHOLE, TRUTH, TEXT)),
    "order of classes": (any_of(THING, enum("A", "B")), any_of(enum("A", "B"), THING)),
    "order of types": ({"type": ["string", "null"]}, {"type": ["null", "string"]}),
    "order of values": (enum("A", "B"), enum("B", "A")),
    "order of required fields": ({**NAMED, "required": ["a", "b"]}, {**NAMED, "required": ["b", "a"]}),
    "order of fields": (fields([], a=TEXT, b=TRUTH), fields([], b=TRUTH, a=TEXT)),
}

# Schemas of a body or an answer, or of a field in them.
OBJECTS = [
    Pair(("field added", "field removed"), PLAIN, NAMED, ("added", "removed"), (NEVER, ALL)),
    Pair(("required field added", "required field removed"), PLAIN, {**NAMED, "required": ["b"]}, ("required_added", "removed"), (SENT, ALL)),
    Pair(("field became required", "field became optional"), PLAIN, {**PLAIN, "required": ["a"]}, ("made_required", "made_optional"), (SENT, RECEIVED)),
    Pair(("field deprecated", "field reactivated"), PLAIN, fields([], a={**TEXT, "deprecated": True}), ("deprecated", "undeprecated"), (NEVER, NEVER)),
    Pair(("others allowed", "others refused"), {**PLAIN, "additionalProperties": False}, PLAIN, ("added", "removed"), (NEVER, ALL)),
    Pair(("others changed", "others changed back"), {**PLAIN, "additionalProperties": TEXT}, {**PLAIN, "additionalProperties": TRUTH}, ("changed", "changed"), (BOTH, BOTH)),
    Pair(("allOf added", "allOf removed"), {"allOf": [PLAIN]}, {"allOf": [PLAIN, fields([], b=TEXT)]}, ("added", "removed"), (NEVER, ALL)),
]  # fmt: skip


def document(**more: Any) -> Document:
    """Return a document with one operation, that creates a thing."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "servers": [{"url": "https://api.quentli.com"}],
        "security": [{"key": []}],
        "paths": {"/v1/things/{id}": {"post": {"operationId": "things_create", "tags": ["Things"], **more}}},
        "components": {
            "schemas": {"Thing": fields(["id"], id=TEXT)},
            "securitySchemes": {
                "key": {"type": "http", "scheme": "bearer"},
                "header": {"type": "apiKey", "in": "header", "name": "X-Key"},
            },
        },
    }


def content(schema: Schema, *media: str) -> dict[str, Any]:
    return {"description": ".", "content": {name: {"schema": schema} for name in media or [JSON]}}


def parameter(
    schema: Schema = TEXT, name: str = "region", place: str = "query", **more: Any
) -> dict[str, Any]:
    return {"name": name, "in": place, "schema": schema, **more}


PATH_ID = parameter(name="id", place="path", required=True)
FOUND = {"200": content(THING)}
BASE = {"parameters": [PATH_ID], "responses": FOUND}

PLACES: dict[str, tuple[str, Callable[[Schema], Document]]] = {
    "parameter": (REQUEST, lambda schema: _operation(parameters=[PATH_ID, parameter(schema)])),
    "parameter field": (
        REQUEST,
        lambda schema: _operation(parameters=[PATH_ID, parameter(fields([], field=schema))]),
    ),
    "body": (REQUEST, lambda schema: _operation(requestBody=content(schema))),
    "body field": (REQUEST, lambda schema: _operation(requestBody=content(fields([], field=schema)))),
    "answer": (ANSWER, lambda schema: _answers(_200=content(schema))),
    "answer field": (ANSWER, lambda schema: _answers(_200=content(fields([], field=schema)))),
    "unused schema": (UNUSED, lambda schema: _with("components>schemas>Spare", fields([], field=schema))),
}
"""Documents with a schema in a place, and the direction of that place."""


def _with(path: str, value: Any) -> Document:
    """Return the document with another value at a path, whose keys `>` separates; None removes it."""
    made = copy.deepcopy(document(**BASE))
    *above, last = path.split(">")
    part: Any = made
    for key in above:
        part = part[key]
    if value is None:
        del part[last]
    else:
        part[last] = value
    return made


def _operation(**changed: Any) -> Document:
    return document(**{**BASE, **changed})


_PATH, _OPERATION = "paths>/v1/things/{id}", "paths>/v1/things/{id}>post"
_PLAIN, _BODY = document(**BASE), content(PLAIN)
_FIND = {"operationId": "things_find", "tags": ["Things"], "responses": FOUND}
_SCOPED = {"oauth": {"type": "oauth2", "flows": {}}}


def _security(*alternatives: dict[str, list[str]]) -> Document:
    made = _with("security", list(alternatives))
    made["components"]["securitySchemes"].update(_SCOPED)
    return made


def _answers(**answers: Any) -> Document:
    return _operation(responses={code.strip("_"): answer for code, answer in answers.items()})


def _renamed(name: str) -> Document:
    made = _operation(parameters=[{**PATH_ID, "name": name}])
    made["paths"][f"/v1/things/{{{name}}}"] = made["paths"].pop("/v1/things/{id}")
    return made


def _nested() -> Document:
    made = _operation(parameters=[PATH_ID, {**PATH_ID, "name": "part"}])
    made["paths"]["/v1/things/{id}/parts/{part}"] = made["paths"].pop("/v1/things/{id}")
    return made


def _named(name: str) -> Document:
    made = _answers(_200=content({"$ref": f"#/components/schemas/{name}"}))
    made["components"]["schemas"] = {name: fields(["id"], id=TEXT)}
    return made


# Names of an alteration and of its reverse, the documents, the kinds, and which of both break code of users.
DOCUMENTS: list[tuple[tuple[str, str], Document, Document, tuple[str, str], tuple[bool, bool]]] = [
    (("operation added", "operation removed"), _PLAIN, _with(f"{_PATH}>get", _FIND), ("added", "removed"), (False, True)),
    (("operation renamed", "operation renamed back"), _PLAIN, _with(f"{_OPERATION}>operationId", "things_add"), ("renamed", "renamed"), (True, True)),
    (("operation id added", "operation id removed"), _with(f"{_OPERATION}>operationId", None), _PLAIN, ("renamed", "renamed"), (True, True)),
    (("operation deprecated", "operation reactivated"), _PLAIN, _operation(deprecated=True), ("deprecated", "undeprecated"), (False, False)),
    (("operation moved", "operation moved back"), _PLAIN, _with(_PATH, {"put": _PLAIN["paths"]["/v1/things/{id}"]["post"]}), ("changed", "changed"), (True, True)),
    (("first tag changed", "first tag changed back"), _PLAIN, _operation(tags=["Stuff"]), ("changed", "changed"), (True, True)),
    (("parameter added", "parameter removed"), _PLAIN, _operation(parameters=[PATH_ID, parameter()]), ("added", "removed"), (False, True)),
    (("required parameter added", "required parameter removed"), _PLAIN, _operation(parameters=[PATH_ID, parameter(required=True)]), ("required_added", "removed"), (True, True)),
    (("parameter became required", "parameter became optional"), _operation(parameters=[PATH_ID, parameter()]), _operation(parameters=[PATH_ID, parameter(required=True)]), ("made_required", "made_optional"), (True, False)),
    (("header added", "header removed"), _PLAIN, _operation(parameters=[PATH_ID, parameter(place="header")]), ("added", "removed"), (False, True)),
    (("required header added", "required header removed"), _PLAIN, _operation(parameters=[PATH_ID, parameter(place="header", required=True)]), ("required_added", "removed"), (True, True)),
    (("header became an enum", "header became text"), _operation(parameters=[PATH_ID, parameter(place="header")]), _operation(parameters=[PATH_ID, parameter(enum("A", "B"), place="header")]), ("changed", "changed"), (True, True)),
    (("header became required", "header became optional"), _operation(parameters=[PATH_ID, parameter(place="header")]), _operation(parameters=[PATH_ID, parameter(place="header", required=True)]), ("made_required", "made_optional"), (True, False)),
    (("parameter of the path renamed", "parameter of the path renamed back"), _PLAIN, _renamed("thingId"), ("position_renamed", "position_renamed"), (False, False)),
    (("parameter deprecated", "parameter reactivated"), _operation(parameters=[PATH_ID, parameter()]), _operation(parameters=[PATH_ID, parameter(deprecated=True)]), ("deprecated", "undeprecated"), (False, False)),
    (("header instead of query", "query instead of header"), _operation(parameters=[PATH_ID, parameter()]), _operation(parameters=[PATH_ID, parameter(place="header")]), ("changed", "changed"), (True, True)),
    (("parameter of all operations added", "parameter of all operations removed"), _PLAIN, _with(f"{_PATH}>parameters", [parameter()]), ("added", "removed"), (False, True)),
    (("required parameter of all operations added", "required parameter of all operations removed"), _PLAIN, _with(f"{_PATH}>parameters", [parameter(required=True)]), ("required_added", "removed"), (True, True)),
    (("body added", "body removed"), _PLAIN, _operation(requestBody=_BODY), ("added", "removed"), (False, True)),
    (("required body added", "required body removed"), _PLAIN, _operation(requestBody={**_BODY, "required": True}), ("required_added", "removed"), (True, True)),
    (("body became required", "body became optional"), _operation(requestBody=_BODY), _operation(requestBody={**_BODY, "required": True}), ("made_required", "made_optional"), (True, False)),
    (("media type of the body added", "media type of the body removed"), _operation(requestBody=_BODY), _operation(requestBody=content(PLAIN, JSON, "text/json")), ("alternative_added", "changed"), (False, True)),
    (("media type of the answer added", "media type of the answer removed"), _PLAIN, _answers(_200=content(THING, JSON, "text/json")), ("alternative_added", "changed"), (False, True)),
    (("media type of the answer changed", "media type of the answer changed back"), _PLAIN, _answers(_200=content(THING, "text/json")), ("changed", "changed"), (True, True)),
    (("error added", "error removed"), _PLAIN, _answers(_200=FOUND["200"], _404=content(THING)), ("added", "removed"), (False, False)),
    (("status of success added", "status of success removed"), _PLAIN, _answers(_200=FOUND["200"], _201=FOUND["200"]), ("added", "removed"), (False, False)),
    (("security added", "security removed"), _with("security", None), _PLAIN, ("changed", "changed"), (True, True)),
    (("alternative security added", "alternative security removed"), _PLAIN, _security({"key": []}, {"header": []}), ("alternative_added", "changed"), (False, True)),
    (("scope added", "scope removed"), _security({"oauth": []}), _security({"oauth": ["read"]}), ("changed", "changed"), (True, True)),
    (("security scheme changed", "security scheme changed back"), _PLAIN, _with("components>securitySchemes>key", {"type": "http", "scheme": "basic"}), ("changed", "changed"), (True, True)),
    (("security of an operation added", "security of an operation removed"), _operation(security=[]), _operation(security=[{"header": []}]), ("changed", "changed"), (True, True)),
    (("scope of an operation added", "scope of an operation removed"), _operation(security=[{"header": []}]), _operation(security=[{"header": ["read"]}]), ("changed", "changed"), (True, True)),
    (("server added", "server removed"), _PLAIN, _with("servers", [{"url": "https://api.quentli.com"}, {"url": "https://eu.quentli.com"}]), ("added", "removed"), (False, True)),
    (("unused schema added", "unused schema removed"), _PLAIN, _with("components>schemas>Spare", PLAIN), ("added", "removed"), (False, True)),
    (("schema renamed", "schema renamed back"), _PLAIN, _named("Item"), ("renamed", "renamed"), (True, True)),
]  # fmt: skip

# Alterations that are several changes, of which one is named here.
AMONG_OTHERS: dict[str, Alteration] = {
    "status of success with nothing added": Alteration(_PLAIN, _answers(_200=FOUND["200"], _204={"description": "."}), "widened", breaking=True),
    "status of success with nothing removed": Alteration(_answers(_200=FOUND["200"], _204={"description": "."}), _PLAIN, "narrowed", breaking=False),
    "parameter of the path added": Alteration(_PLAIN, _nested(), "required_added", breaking=True),
    "record replaced by nothing": Alteration(_PLAIN, _answers(_204={"description": "."}), "changed", breaking=True),
}  # fmt: skip


def _alterations() -> Iterator[tuple[str, Alteration]]:
    for place, (direction, make) in PLACES.items():
        sent, objects = direction == REQUEST, not place.startswith("parameter")
        for pair in [*VALUES, *(SENT_VALUES if sent else []), *(OBJECTS if objects else [])]:
            sides = [make(pair.before), make(pair.after)]
            for side, (name, kind, breaks) in enumerate(
                zip(pair.names, pair.kinds, pair.breaks, strict=True)
            ):
                yield f"{place}: {name}", Alteration(sides[side], sides[1 - side], kind, direction in breaks)
    for names, before, after, kinds, breaking in DOCUMENTS:
        yield names[0], Alteration(before, after, kinds[0], breaking[0])
        yield names[1], Alteration(after, before, kinds[1], breaking[1])


ALTERATIONS: dict[str, Alteration] = dict(_alterations())
