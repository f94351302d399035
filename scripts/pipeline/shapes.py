"""What a schema of a rewritten document lets through: the kinds of value, and the Python class of each."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from scripts.pipeline import naming, references
from scripts.pipeline.document import METHODS, Document

Schema = dict[str, Any]

ANYTHING, NOTHING, OBJECT, LIST, CHOICE = "anything", "nothing", "object", "list", "choice"

LOWER_BOUNDS = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
UPPER_BOUNDS = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
OTHER_BOUNDS = ("pattern", "multipleOf", "uniqueItems")
_BOUNDS = (*LOWER_BOUNDS, *UPPER_BOUNDS, *OTHER_BOUNDS)


@frozen
class Kind:
    """One kind of value.

    Attributes:
        word: A scalar's type in the words of JSON Schema, or one of the words above.
        format: What the text or number stands for, such as `date-time`; empty if not said.
        python: The class of an object or of a choice.
        component: The component's name, if it is one.
        values: What there is to choose from.
        schema: The schema, references resolved and parts merged.
        called: The name by which the generator calls the classes inside.
        parent: The class around it, which is the beginning of those names.
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
        """Each value of a choice with what it is called in Python."""
        names = self.schema.get("x-enum-varnames")
        return list(
            zip(
                self.values,
                naming.of_members(self.values, names if isinstance(names, list) else ()),
                strict=True,
            )
        )

    @property
    def bounds(self) -> Mapping[str, Any]:
        """The limits on the value."""
        return {name: self.schema[name] for name in _BOUNDS if name in self.schema}


@frozen
class Shape:
    """What may stand in one place: values of one kind or of several, and whether null may."""

    kinds: tuple[Kind, ...] = ()
    null: bool = False
    default: str = ""
    deprecated: bool = False


@frozen
class Field:
    """A field of an object."""

    shape: Shape
    required: bool


@frozen
class Operation:
    """An operation of a document, its references resolved."""

    key: str
    method: str
    path: str
    python: str
    called: str
    raw: Schema
    parameters: Mapping[tuple[str, str], Schema]


@frozen
class Reader:
    """Reads the shapes of one document."""

    document: Document = field(repr=False)

    def operations(self) -> list[Operation]:
        """All operations, in the order of the document."""
        return [
            self._operation(path, method, item)
            for path, found in self.document.get("paths", {}).items()
            for item in [self.resolved(found)]
            for method in item
            if method in METHODS
        ]

    def components(self) -> list[str]:
        """The names of the components that are schemas."""
        return list(self.document.get("components", {}).get("schemas", {}))

    def component(self, name: str) -> Shape:
        """The shape of a component."""
        return self.read({"$ref": f"#/components/schemas/{name}"})

    def content(self, holder: Schema, called: str, parent: str) -> tuple[str, Shape]:
        """The media type and the shape of a body or an answer; without content it is nothing."""
        for media, content in holder.get("content", {}).items():
            return media, self.read(content.get("schema", {}), called, parent)
        return "", Shape((Kind(NOTHING),))

    def read(self, schema: Any, called: str = "", parent: str = "") -> Shape:
        """The shape of a schema.

        Args:
            schema: The schema, or a reference to one.
            called: What the generator calls it if it has no name of its own.
            parent: The class around it.
        """
        branches = list(self._branches(schema, called, parent, ""))
        kinds = [kind for kind in branches if kind.word != "null"]
        if any(kind.word == CHOICE for kind in kinds):
            # Any text beside a choice of texts keeps it open; it is no second kind of value.
            kinds = [kind for kind in kinds if (kind.word, kind.format) != ("string", "")]
        around = schema if isinstance(schema, dict) else {}
        inner = kinds[0].schema if len(kinds) == 1 else {}
        default = around.get("default", inner.get("default"))
        return Shape(
            kinds=tuple(kinds) or (Kind(ANYTHING),),
            null=len(kinds) < len(branches) and any(kind.word == "null" for kind in branches),
            default="" if default is None else json.dumps(default, ensure_ascii=False),
            deprecated=bool(around.get("deprecated", inner.get("deprecated", False))),
        )

    def fields(self, kind: Kind) -> dict[str, Field]:
        """The fields of an object."""
        required = kind.schema.get("required", [])
        return {
            name: Field(self.read(schema, name, kind.python), name in required)
            for name, schema in kind.schema.get("properties", {}).items()
        }

    def others(self, kind: Kind) -> Shape | None:
        """The shape of the fields that an object may have beyond those that are named; None if it may not."""
        others = kind.schema.get("additionalProperties", True)
        return None if others is False else self.read(others, "AdditionalProperty", kind.python)

    def items(self, kind: Kind) -> Shape:
        """The shape of the items of a list."""
        return self.read(kind.schema.get("items", {}), f"{kind.called}_item", kind.parent)

    def text(self, shape: Shape) -> str:
        """The kinds of a shape in words, null aside."""
        return " or ".join(sorted({self._word(kind) for kind in shape.kinds}))

    def resolved(self, node: Any) -> Any:
        """What a reference leads to; anything else is itself."""
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
        return Kind(word, schema.get("format", ""), "", component, (), schema, called, parent)
