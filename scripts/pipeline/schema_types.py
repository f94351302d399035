"""Types of a rewritten document: the kinds of value that a schema allows, and the Python class of each."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from scripts.pipeline import naming, references
from scripts.pipeline.visitor import METHODS, Document, Parameter, Schema

ANYTHING, NOTHING, OBJECT, LIST, CHOICE = "anything", "nothing", "object", "list", "choice"
_WORDS = {"": ANYTHING, "array": LIST}

LOWER_BOUNDS = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
UPPER_BOUNDS = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_BOUNDS = (*LOWER_BOUNDS, *UPPER_BOUNDS, "pattern", "multipleOf", "uniqueItems", "const")

# Formats of which the generated code makes values of another class than text.
_CLASS_FORMATS = frozenset({"date-time", "date", "uuid", "binary"})

WORDS = ("summary", "description", "example", "examples")
_SCHEME_PARTS = ("type", "scheme", "in", "name")


@frozen
class Kind:
    """One kind of value.

    Attributes:
        word: a scalar's type in the words of JSON Schema, or one of the words above.
        component: name of the component, if it is one; the rewrites make one of each class.
        schema: the schema, references resolved and parts merged.
    """

    word: str
    component: str = ""
    schema: Schema = field(factory=dict, repr=False)

    @property
    def format(self) -> str:
        """Format of a text, such as `date-time`; empty for numbers, as Python knows no int32."""
        return str(self.schema.get("format", "")) if self.word == "string" else ""

    @property
    def class_format(self) -> str:
        """Format of a text whose values are of another class; empty for others."""
        return self.format if self.format in _CLASS_FORMATS else ""

    @property
    def python(self) -> str:
        """Class of an object or of a choice."""
        is_class = self.component and self.word in {OBJECT, CHOICE}
        return naming.of_class(self.schema.get("title") or self.component) if is_class else ""

    @property
    def values(self) -> tuple[Any, ...]:
        """Values to choose from."""
        return tuple(value for value in self.schema.get("enum", ()) if value is not None)

    @property
    def members(self) -> list[tuple[Any, str]]:
        """Each value of a choice with its member in Python."""
        members = naming.of_members(self.values, self.schema.get("x-enum-varnames", ()))
        return list(zip(self.values, members, strict=True))

    @property
    def bounds(self) -> Mapping[str, Any]:
        """Limits on the value. A format that is no class of its own is one."""
        found = {name: self.schema[name] for name in _BOUNDS if self.schema.get(name, False) is not False}
        return found if self.format == self.class_format else {**found, "format": self.format}


@frozen
class Shape:
    """Values allowed in one place: their kinds, and null or not."""

    kinds: tuple[Kind, ...] = ()
    null: bool = False
    default: str = ""
    deprecated: bool = False


@frozen
class Field:
    """A field of an object, a parameter, a body or an answer; the last two have media types."""

    shape: Shape
    required: bool = False
    words: Mapping[str, Any] = field(factory=dict)
    media: frozenset[str] = frozenset()


@frozen
class Operation:
    """An operation of a document, its references resolved.

    Attributes:
        key: its id in the document, or its method and path.
        method: the HTTP method, in small letters.
        path: the path with its parameters.
        python: the generated module; its last part is the id in snake case.
        raw: the operation as the document has it.
        parameters: those of the path and its own, by location and name.
        call: the method as users write it, `quentli.customers.update`.
    """

    key: str
    method: str
    path: str
    python: str
    raw: Schema
    parameters: Mapping[tuple[str, str], Parameter]
    call: str

    @property
    def verb(self) -> str:
        """The method's name: `update`."""
        return self.call.rpartition(".")[2]

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

    def component(self, name: str) -> Shape:
        """Return the shape of a component."""
        return self.read({"$ref": f"#/components/schemas/{name}"})

    def parameter(self, raw: Parameter) -> Field:
        """Return a parameter as a field."""
        schema = next(iter(raw.get("content", {}).values()), raw).get("schema", {})
        found = self._field(schema, required=bool(raw.get("required")))
        deprecated = found.shape.deprecated or bool(raw.get("deprecated"))
        words = {**{f"schema.{name}": text for name, text in found.words.items()}, **read_words(raw)}
        return evolve(found, shape=evolve(found.shape, deprecated=deprecated), words=words)

    def body(self, operation: Operation) -> Field | None:
        """Return the body that an operation takes, if it takes one."""
        holder = self.resolved(operation.raw.get("requestBody"))
        return self._content(holder) if holder else None

    def answers(self, operation: Operation) -> dict[str, Field]:
        """Return the answers of an operation by their status codes."""
        found = operation.raw.get("responses", {})
        return {code: self._content(self.resolved(holder)) for code, holder in found.items()}

    def security(self, holder: Schema) -> frozenset[str]:
        """Return the alternatives by which an operation or a document asks who calls."""
        schemes = self.document.get("components", {}).get("securitySchemes", {})
        return frozenset(
            " and ".join(sorted(_scheme(self.resolved(schemes.get(name, {})), each[name]) for name in each))
            or "nothing"
            for each in holder.get("security") or [{}]
        )

    def read(self, schema: Any) -> Shape:
        """Return the shape of a schema."""
        around = schema if isinstance(schema, dict) else {}
        branches = list(self._kinds(around))
        kinds = [kind for kind in branches if kind.word != "null"]
        if any(kind.word == CHOICE for kind in kinds):
            # Any text beside a choice of texts keeps it open; it is no second kind of value.
            kinds = [kind for kind in kinds if (kind.word, kind.format) != ("string", "")]
        around = {**(kinds[0].schema if len(kinds) == 1 else {}), **around}
        default = around.get("default")
        return Shape(
            kinds=tuple(kinds) or (Kind(ANYTHING),),
            null=any(kind.word == "null" for kind in branches),
            default="" if default is None else json.dumps(default, ensure_ascii=False),
            deprecated=bool(around.get("deprecated")),
        )

    def fields(self, kind: Kind) -> dict[str, Field]:
        """Return the fields of an object."""
        required = kind.schema.get("required", [])
        properties = kind.schema.get("properties", {})
        return {name: self._field(schema, required=name in required) for name, schema in properties.items()}

    def others(self, kind: Kind) -> Shape | None:
        """Return the shape of an object's fields beyond the named ones; None if there are none."""
        others = kind.schema.get("additionalProperties", True)
        return None if others is False else self.read(others)

    def items(self, kind: Kind) -> Shape:
        """Return the shape of the items of a list."""
        return self.read(kind.schema.get("items", {}))

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
            raw=raw,
            parameters={(each["in"], each["name"]): each for each in given},
            call=naming.of_call(path, name),
        )

    def _content(self, holder: Schema) -> Field:
        """Return a body or an answer. Its shape is that of JSON, if any."""
        found = {media.partition(";")[0].strip(): each for media, each in holder.get("content", {}).items()}
        chosen = found.get("application/json") or next(iter(found.values()), None)
        shape = Shape((Kind(NOTHING),)) if chosen is None else self.read(chosen.get("schema", {}))
        return Field(shape, bool(holder.get("required")), read_words(holder), frozenset(found))

    def _field(self, schema: Schema, *, required: bool) -> Field:
        return Field(self.read(schema), required, read_words(self.resolved(schema)) | read_words(schema))

    def _kinds(self, schema: Schema, component: str = "") -> Iterator[Kind]:
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            yield from self._kinds(references.resolve(self.document, schema["$ref"]), name)
        elif "allOf" in schema:
            yield from self._merge(schema, component)
        elif branches := [*schema.get("anyOf", []), *schema.get("oneOf", [])]:
            for branch in branches:
                yield from self._kinds(branch)
        else:
            types = schema.get("type") or ("object" if "properties" in schema else "")
            for type_ in [types] if isinstance(types, str) else types:
                word = CHOICE if "enum" in schema and type_ != "null" else _WORDS.get(type_, type_)
                yield Kind(word, component, schema)

    def _merge(self, schema: Schema, component: str) -> Iterator[Kind]:
        parts = schema["allOf"]
        if len(parts) == 1 and "properties" not in schema:
            yield from self._kinds(parts[0], component)
            return
        rest = {key: value for key, value in schema.items() if key != "allOf"}
        merged: Schema = {"properties": {}, "required": []}
        for kind in (kind for part in [*parts, rest] for kind in self._kinds(part)):
            properties = {**merged["properties"], **kind.schema.get("properties", {})}
            required = [*merged["required"], *kind.schema.get("required", [])]
            merged = {**merged, **kind.schema, "properties": properties, "required": required}
        yield Kind(OBJECT, component, {**merged, "type": "object"})


def read_words(node: Schema) -> dict[str, Any]:
    """Return the descriptions and examples of an object, which change nothing for a program."""
    return {name: node[name] for name in WORDS if name in node}


def _scheme(scheme: Schema, scopes: list[str]) -> str:
    return " ".join([*(str(scheme[part]) for part in _SCHEME_PARTS if part in scheme), *sorted(scopes)])
