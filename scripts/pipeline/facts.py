"""Facts of a document as users meet it: places, from the operations to the fields of classes."""

import json
import re
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from scripts.pipeline import naming
from scripts.pipeline.kinds import ANSWER, REQUEST, STATUS, UNUSED
from scripts.pipeline.resources.model import Resource, find_wrapper, read_resources
from scripts.pipeline.resources.overlay import Overlay
from scripts.pipeline.rewrites.schemas import components
from scripts.pipeline.schema_types import CHOICE, LIST, OBJECT, Field, Kind, Operation, Reader, read_words
from scripts.pipeline.visitor import Parameter, iterate_nodes

_PATH_NAME = re.compile(r"\{([^}]*)\}")
_FILTERABLE = frozenset({"string", "integer", "number", "boolean", CHOICE})


@frozen(eq=False)
class Place:
    """A place of a document.

    Attributes:
        part: its name, as it follows that of the place around: `.phoneNumber`, `(take)`.
        facts: what is said of it, by aspect.
        python: the name that users write.
        direction: one of the directions of `severity`.
        keys: identities, the strictest first, by default its name. Places of two documents are one if one of
            these is equal.
        alone: its name, and what users write, where only one document has it.
        kind: the kind of value, if it is one.
        call: the method that takes the fields here as arguments.
        text: the kinds of value here, in words.
        inner: the places inside.
    """

    part: str
    facts: Mapping[str, Any] = field(factory=dict)
    python: str = ""
    direction: str = REQUEST
    keys: tuple[Hashable, ...] = ()
    alone: tuple[str, str] | None = None
    kind: Kind | None = None
    call: str = ""
    text: str = ""
    inner: Callable[[], Iterator["Place"]] = lambda: iter(())


@frozen
class Facts:
    """The facts of one document.

    Attributes:
        reader: the reader of the document.
        resources: its resources.
        vocabularies: the names of the vocabularies, by resource.
        wrappers: the keys of bodies whose object's fields are arguments.
    """

    reader: Reader
    resources: list[Resource]
    vocabularies: Mapping[str, str]
    wrappers: frozenset[str]

    @property
    def classes(self) -> frozenset[str]:
        """The classes of the components."""
        shapes = map(self.reader.component, components(self.reader.document))
        return frozenset(kind.python for shape in shapes for kind in shape.kinds)

    @property
    def referred(self) -> frozenset[str]:
        """The components that some place refers to."""
        found = [node.value.get("$ref") for node in iterate_nodes(self.reader.document)]
        return frozenset(each.rpartition("/")[2] for each in found if isinstance(each, str))

    def describe(self, unused: Collection[str]) -> Place:
        """Return the whole document as a place.

        Args:
            unused: the components to describe if the document has them, although nothing refers to them.
        """
        return Place("", inner=lambda: self._document(unused))

    def _document(self, unused: Collection[str]) -> Iterator[Place]:
        document = self.reader.document
        yield Place("the proof of who calls", {"security": (True, self.reader.security(document))})
        yield from (Place(each["url"]) for each in document.get("servers", []))
        yield from map(self._operation, self.reader.operations())
        for name in sorted(components(document).keys() & unused):
            yield self._value(name, Field(self.reader.component(name)), naming.of_class(name), UNUSED)

    def _operation(self, operation: Operation) -> Place:
        raw, call = operation.raw, f"{operation.call}()"
        package, _, called = operation.python.rpartition(".")
        lists = {each.list.key: self.vocabularies[each.name] for each in self.resources if each.list}
        facts = {
            "called": called,
            "address": operation.address,
            "module": f"in {package}",
            "security": ("security" in raw, self.reader.security({**self.reader.document, **raw})),
            "deprecated": raw.get("deprecated"),
            **read_words(raw),
        }
        return Place(
            called,
            facts,
            call,
            keys=(called, _PATH_NAME.sub("{}", operation.address)),
            alone=(operation.address, ", ".join(filter(None, (call, lists.get(operation.key))))),
            inner=lambda: self._inside_operation(operation, call),
        )

    def _inside_operation(self, operation: Operation, call: str) -> Iterator[Place]:
        for raw in operation.parameters.values():
            yield self._parameter(operation, raw)
        body, answers = self.reader.body(operation), self.reader.answers(operation)
        if body:
            yield self._value("(body)", body, call, REQUEST, operation.call)
        for code, answer in answers.items():
            yield self._answer(f" -> {code}", answer, call)
        successes = {code: self.reader.text(each.shape) for code, each in answers.items() if code[0] == "2"}
        yield Place(" -> 2xx", {"successes": successes}, call, ANSWER)

    def _parameter(self, operation: Operation, raw: Parameter) -> Place:
        name, location, argument = raw["name"], raw["in"], naming.of_argument(raw["name"])
        in_path = _PATH_NAME.findall(operation.path) if location == "path" else []
        python = f"{operation.call}({argument if location == 'path' else f'{argument}='})"
        place = self._value(f"({name})", self.reader.parameter(raw), python, REQUEST)
        # One in the path is known by its position, one that is sent elsewhere now by its name.
        keys = ((location, name), in_path.index(name) if name in in_path else object(), name)
        return evolve(
            place, keys=keys, facts={"parameter": name, "location": f"in {location}", **place.facts}
        )

    def _answer(self, part: str, answer: Field, call: str) -> Place:
        return Place(part, {}, call, STATUS, inner=lambda: iter([self._value("", answer, call, ANSWER)]))

    def _value(self, part: str, value: Field, python: str, direction: str, call: str = "") -> Place:
        """Return the place of a field, with its kinds inside; `call` takes its fields as arguments."""
        shape = value.shape
        facts = {
            "media": value.media,
            "required": value.required,
            "null": shape.null,
            "deprecated": shape.deprecated,
            "default": shape.default,
            **value.words,
        }
        return Place(
            part,
            facts,
            python,
            direction,
            text=self.reader.text(shape),
            inner=lambda: (self._kind(kind, python, direction, call) for kind in shape.kinds),
        )

    def _kind(self, kind: Kind, python: str, direction: str, call: str) -> Place:
        inside = {LIST: self._items, OBJECT: self._fields, CHOICE: self._members}.get(kind.word)
        broad = (kind.word, kind.class_format)
        keys = ((*broad, kind.python), broad)
        made = Place("", kind.bounds, kind.python or python, direction, keys, kind=kind, call=call)
        return evolve(made, inner=lambda: inside(kind, made)) if inside else made

    def _items(self, kind: Kind, around: Place) -> Iterator[Place]:
        yield self._value("[]", Field(self.reader.items(kind)), around.python, around.direction)

    def _members(self, kind: Kind, around: Place) -> Iterator[Place]:
        for value, member in kind.members:
            part = f" {json.dumps(value, ensure_ascii=False)}"
            yield Place(part, {}, f"{kind.python}.{member}", around.direction)

    def _fields(self, kind: Kind, around: Place) -> Iterator[Place]:
        wrapper = find_wrapper(self.reader, (kind,), self.wrappers) if around.call else None
        for name, value in self.reader.fields(kind).items():
            call = around.call if name == wrapper else ""
            python = f"{call}()" if call else self._name_field(kind, name, value, around.call)
            yield self._value(f".{name}", value, python, around.direction, call)
        others = self.reader.others(kind)
        if others:
            yield self._value(".(any other)", Field(others), f"{kind.python}[...]", around.direction)

    def _name_field(self, kind: Kind, name: str, value: Field, call: str) -> str:
        """Return an argument of a method, or a record's attribute and the fields of vocabularies."""
        argument = naming.of_argument(name)
        if call:
            return f"{call}({argument}=)"
        fields = [f"{kind.python}.{naming.of_field(name)}"]
        if [each.word in _FILTERABLE for each in value.shape.kinds] == [True]:
            lists = [each for each in self.resources if each.record and each.record.python == kind.python]
            fields += [f"{self.vocabularies[each.name]}.{argument}" for each in lists]
        return ", ".join(fields)


def read_facts(reader: Reader, overlay: Overlay) -> Facts:
    """Read the facts of a document.

    Raises:
        StepError: if two operations are the same method.
    """
    resources = read_resources(reader)
    names = {each.name: naming.name_vocabulary(each.name, overlay["vocabularies"]) for each in resources}
    return Facts(reader, resources, names, frozenset(overlay["wrappers"]))
