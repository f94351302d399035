"""Types of a rewritten document: the kinds of value that a schema allows, and the Python class of each."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from scripts.pipeline import naming, references
from scripts.pipeline.visitor import METHODS, Document

Schema = dict[str, Any]

ANYTHING, NOTHING, OBJECT, LIST, CHOICE = "anything", "nothing", "object", "list", "choice"

LOWER_BOUNDS = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
UPPER_BOUNDS = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_BOUNDS = (*LOWER_BOUNDS, *UPPER_BOUNDS, "pattern", "multipleOf", "uniqueItems", "const")

CLASS_FORMATS = frozenset({"date-time", "date", "uuid", "binary"})
"""Formats of which the generated code makes values of another class than text."""

_NUMBERS = ("integer", "number")
_PATH_NAME = re.compile(r"\{([^}]*)\}")
_SCHEME_PARTS = ("type", "scheme", "in", "name")


@frozen
class Kind:
    """One kind of value.

    Attributes:
        word: a scalar's type in the words of JSON Schema, or one of the words above.
        format: format of a text, such as `date-time`; empty for numbers, as Python knows no int32.
        python: class of an object or of a choice.
        component: name of the component, if it is one.
        values: values to choose from.
        schema: the schema, references resolved and parts merged.
        called: name by which the generator calls the classes inside.
        parent: class around it, with which those names begin.
    """

    word: str
    format: str = ""
    python: str = ""
    component: str = ""
    values: tuple[Any, ...] = ()
    schema: Schema = field(factory=dict, repr=False)
    called: str = ""
    parent: str = ""

    @property
    def members(self) -> list[tuple[Any, str]]:
        """Each value of a choice with its member in Python."""
        names = self.schema.get("x-enum-varnames")
        members = naming.of_members(self.values, names if isinstance(names, list) else ())
        return list(zip(self.values, members, strict=True))

    @property
    def bounds(self) -> Mapping[str, Any]:
        """Limits on the value. A format that is no class of its own is one."""
        found = {name: self.schema[name] for name in _BOUNDS if self.schema.get(name, False) is not False}
        return found if self.format in {"", *CLASS_FORMATS} else {**found, "format": self.format}


@frozen
class Shape:
    """Values allowed in one place: their kinds, and null or not."""

    kinds: tuple[Kind, ...] = ()
    null: bool = False
    default: str = ""
    deprecated: bool = False


@frozen
class Field:
    """A field of an object; also a body or an answer, with its media types."""

    shape: Shape
    required: bool
    media: frozenset[str] = frozenset()


@frozen
class Parameter(Field):
    """A parameter of an operation.

    Attributes:
        name: its name in the document.
        location: `path`, `query` or `header`.
        position: its place in the path, if it is there.
        argument: the call with it, as users write it: `quentli.customers.list(take=)`.
    """

    name: str = ""
    location: str = ""
    position: int | None = None
    argument: str = ""


@frozen
class Operation:
    """An operation of a document, its references resolved.

    Attributes:
        key: its id in the document, or its method and path.
        method: the HTTP method, in small letters.
        path: the path with its parameters.
        python: the generated module.
        called: the id in snake case.
        raw: the operation as the document has it.
        parameters: those of the path and its own, by location and name.
        call: the method as users write it, `quentli.customers.update`.
    """

    key: str
    method: str
    path: str
    python: str
    called: str
    raw: Schema
    parameters: Mapping[tuple[str, str], Schema]
    call: str = ""

    @property
    def address(self) -> str:
        """Method and path: `GET /v1/customers`."""
        return f"{self.method.upper()} {self.path}"


@frozen
class Reader:
    """Reads the types of one document."""

    document: Document = field(repr=False)

    def operations(self) -> list[Operation]:
        """Return all operations, in the order of the document."""
        return [
            self._operation(path, method, item)
            for path, found in self.document.get("paths", {}).items()
            for item in [self.resolved(found)]
            for method in item
            if method in METHODS
        ]

    def lists(self) -> list[Operation]:
        """Return the operations for a page of records."""
        return [each for each in self.operations() if each.method == "get" and each.call.endswith(".list")]

    def components(self) -> list[str]:
        """Return the names of the components that are schemas."""
        return list(self.document.get("components", {}).get("schemas", {}))

    def component(self, name: str) -> Shape:
        """Return the shape of a component."""
        return self.read({"$ref": f"#/components/schemas/{name}"})

    def content(self, holder: Schema, called: str, parent: str) -> tuple[str, Shape]:
        """Return the media type, without parameters, and the shape of a body or an answer; prefer JSON."""
        found = {media.partition(";")[0].strip(): each for media, each in holder.get("content", {}).items()}
        if not found:
            return "", Shape((Kind(NOTHING),))
        media = "application/json" if "application/json" in found else next(iter(found))
        return media, self.read(found[media].get("schema", {}), called, parent)

    def parameters(self, operation: Operation) -> list[Parameter]:
        """Return the parameters of an operation. One in the path has a position there."""
        return [self._parameter(operation, each) for each in operation.parameters.values()]

    def body(self, operation: Operation) -> Field | None:
        """Return the body that an operation takes, if it takes one."""
        holder = self.resolved(operation.raw.get("requestBody"))
        return self._content(holder, "body", operation) if holder else None

    def answers(self, operation: Operation) -> dict[str, Field]:
        """Return the answers of an operation by their status codes."""
        return {
            code: self._content(self.resolved(holder), f"response_{code}", operation)
            for code, holder in operation.raw.get("responses", {}).items()
        }

    def record(self, operation: Operation) -> Kind | None:
        """Return the object on a page of a list; None if the operation answers with something else."""
        answer = self.answers(operation).get("200")
        kinds = answer.shape.kinds if answer else ()
        items = self.items(kinds[0]).kinds if len(kinds) == 1 and kinds[0].word == LIST else ()
        return items[0] if len(items) == 1 and items[0].word == OBJECT else None

    def security(self, holder: Schema) -> frozenset[str]:
        """Return the alternatives by which an operation or a document asks who calls."""
        schemes = self.document.get("components", {}).get("securitySchemes", {})
        return frozenset(
            " and ".join(sorted(_scheme(self.resolved(schemes.get(name, {})), each[name]) for name in each))
            or "nothing"
            for each in holder.get("security") or [{}]
        )

    def read(self, schema: Any, called: str = "", parent: str = "") -> Shape:
        """Return the shape of a schema.

        Args:
            schema: the schema, or a reference to one.
            called: name by which the generator calls it if it has none of its own.
            parent: the class around it.
        """
        branches = list(self._branches(schema, called, parent, ""))
        has_null = any(kind.word == "null" for kind in branches)
        # A reference may stand twice, so that the generator reads its description as that of a union.
        distinct = {kind.component or index: kind for index, kind in enumerate(branches)}
        kinds = [kind for kind in distinct.values() if kind.word != "null"]
        if any(kind.word == CHOICE for kind in kinds):
            # Any text beside a choice of texts keeps it open; it is no second kind of value.
            kinds = [kind for kind in kinds if (kind.word, kind.format) != ("string", "")]
        around = {
            **(kinds[0].schema if len(kinds) == 1 else {}),
            **(schema if isinstance(schema, dict) else {}),
        }
        default = around.get("default")
        return Shape(
            kinds=tuple(kinds) or (Kind(ANYTHING),),
            null=has_null,
            default="" if default is None else json.dumps(default, ensure_ascii=False),
            deprecated=bool(around.get("deprecated")),
        )

    def fields(self, kind: Kind) -> dict[str, Field]:
        """Return the fields of an object."""
        required = kind.schema.get("required", [])
        return {
            name: Field(self.read(schema, name, kind.python), name in required)
            for name, schema in kind.schema.get("properties", {}).items()
        }

    def others(self, kind: Kind) -> Shape | None:
        """Return the shape of an object's fields beyond the named ones; None if there are none."""
        others = kind.schema.get("additionalProperties", True)
        return None if others is False else self.read(others, "AdditionalProperty", kind.python)

    def items(self, kind: Kind) -> Shape:
        """Return the shape of the items of a list."""
        return self.read(kind.schema.get("items", {}), f"{kind.called}_item", kind.parent)

    def text(self, shape: Shape) -> str:
        """Return the kinds of a shape in words, null aside."""
        return " or ".join(sorted({self._word(kind) for kind in shape.kinds}))

    def resolved(self, node: Any) -> Any:
        """Return the target of a reference, and anything else as it is."""
        while isinstance(node, dict) and isinstance(node.get("$ref"), str):
            node = references.resolve(self.document, node["$ref"])
        return node

    def _word(self, kind: Kind) -> str:
        if kind.word == LIST:
            return f"list of {self.text(self.items(kind))}"
        return kind.python or kind.word + (f" ({kind.format})" if kind.format else "")

    def _operation(self, path: str, method: str, item: Schema) -> Operation:
        raw = item[method]
        given = [self.resolved(each) for each in [*item.get("parameters", []), *raw.get("parameters", [])]]
        name = raw.get("operationId") or naming.of_unnamed_operation(method, path)
        return Operation(
            key=raw.get("operationId") or f"{method.upper()} {path}",
            method=method,
            path=path,
            python=naming.of_operation(raw.get("tags", []), name),
            called=naming.of_field(name),
            raw=raw,
            parameters={(each["in"], each["name"]): each for each in given},
            call=naming.of_call(path, name),
        )

    def _content(self, holder: Schema, called: str, operation: Operation) -> Field:
        media = frozenset(each.partition(";")[0].strip() for each in holder.get("content", {}))
        shape = self.content(holder, called, operation.called)[1]
        return Field(shape, bool(holder.get("required")), media)

    def _parameter(self, operation: Operation, raw: Schema) -> Parameter:
        name, location, argument = raw["name"], raw["in"], naming.of_argument(raw["name"])
        in_path = _PATH_NAME.findall(operation.path) if location == "path" else []
        schema = next(iter(raw.get("content", {}).values()), raw).get("schema", {})
        shape = self.read(schema, name, operation.called)
        return Parameter(
            shape=evolve(shape, deprecated=shape.deprecated or bool(raw.get("deprecated"))),
            required=bool(raw.get("required")),
            name=name,
            location=location,
            position=in_path.index(name) if name in in_path else None,
            argument=f"{operation.call}({argument if location == 'path' else f'{argument}='})",
        )

    def _branches(self, schema: Any, called: str, parent: str, component: str) -> Iterator[Kind]:
        if not isinstance(schema, dict):
            yield Kind(ANYTHING)
            return
        if isinstance(schema.get("$ref"), str):
            name = schema["$ref"].rpartition("/")[2]
            yield from self._branches(references.resolve(self.document, schema["$ref"]), name, "", name)
            return
        if "allOf" in schema:
            yield from self._merged(schema, called, parent, component)
            return
        alternatives = [*schema.get("anyOf", []), *schema.get("oneOf", [])]
        for position, branch in enumerate(alternatives):
            title = branch.get("title") if isinstance(branch, dict) else None
            yield from self._branches(branch, f"{called}_{title or f'type_{position}'}", parent, "")
        if not alternatives:
            yield from self._plain(schema, called, parent, component)

    def _merged(self, schema: Schema, called: str, parent: str, component: str) -> Iterator[Kind]:
        parts = schema["allOf"]
        rest = {key: value for key, value in schema.items() if key != "allOf"}
        if len(parts) == 1 and "properties" not in rest:
            name = called if "$ref" in parts[0] else component
            yield from self._branches(parts[0], called, parent, name)
            return
        merged: Schema = {"properties": {}, "required": []}
        for part in [*parts, rest]:
            for kind in self._branches(part, called, parent, ""):
                merged = {
                    **merged,
                    **kind.schema,
                    "properties": {**merged["properties"], **kind.schema.get("properties", {})},
                    "required": [*merged["required"], *kind.schema.get("required", [])],
                }
        yield from self._plain({**merged, "type": "object"}, called, parent, component)

    def _plain(self, schema: Schema, called: str, parent: str, component: str) -> Iterator[Kind]:
        types = schema.get("type", [])
        for type_ in [types] if isinstance(types, str) else types or [""]:
            yield self._kind(type_, schema, called, parent, component)

    def _kind(self, type_: str, schema: Schema, called: str, parent: str, component: str) -> Kind:
        python = naming.of_class(schema.get("title") or called, parent) if called else ""
        if "enum" in schema and type_ != "null":
            values = tuple(value for value in schema["enum"] if value is not None)
            return Kind(CHOICE, "", python, component, values, schema, called, parent)
        if type_ == "object" or (not type_ and "properties" in schema):
            return Kind(OBJECT, "", python, component, (), schema, called, parent)
        word = {"array": LIST, "": ANYTHING}.get(type_, type_)
        format_ = "" if type_ in _NUMBERS else schema.get("format", "")
        return Kind(word, format_, "", component, (), schema, called, parent)


def _scheme(scheme: Schema, scopes: list[str]) -> str:
    return " ".join([*(str(scheme[part]) for part in _SCHEME_PARTS if part in scheme), *sorted(scopes)])
