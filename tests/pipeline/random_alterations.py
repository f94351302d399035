"""Alterations of a normalized document, each at one place, with the change that is to be reported for it."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

Document = dict[str, Any]
Place = tuple[str | int, ...]


@frozen
class Alteration:
    """A change at a place of a document, and the change that is to be reported.

    Attributes:
        kind: The kind of the report.
        subject: The end of its subject.
        place: The part of the document that is changed.
        before: What was, if that is said.
        after: What is, if that is said.
    """

    kind: str
    subject: str
    place: Place
    change: Callable[[Any], Any]
    before: str = ""
    after: str = ""

    def apply(self, document: Document) -> Document:
        """Return an altered copy."""
        altered = copy.deepcopy(document)
        self.change(at(altered, self.place))
        return altered


def alterations(document: Document) -> Iterator[Alteration]:
    """Yield the alterations of every operation and of every object with properties, inline ones too."""
    for path, item in document["paths"].items():
        for method in item:
            yield from _of_operation(document, path, method)
    for name, schema in document["components"]["schemas"].items():
        for place in _objects(schema, ("components", "schemas", name)):
            yield from _of_object(place, at(document, place))


def at(document: Any, place: Place) -> Any:
    """Return the part of a document at a place."""
    for step in place:
        document = document[step]
    return document


def _update(**values: Any) -> Callable[[Any], Any]:
    return lambda part: part.update(values)


def _remove(key: str | int) -> Callable[[Any], Any]:
    return lambda part: part.pop(key)


def _of_operation(document: Document, path: str, method: str) -> Iterator[Alteration]:
    place = ("paths", path, method)
    operation = at(document, place)
    name, address = operation["operationId"], f"{method.upper()} {path}"
    yield Alteration("removed", address, place[:-1], _remove(method))
    yield Alteration("deprecated", name, place, _update(deprecated=True))
    renamed = _update(operationId="brand_new")
    yield Alteration("renamed", "brand_new", place, renamed, before=name, after="brand_new")
    yield Alteration("changed", name, place, _update(tags=["Brand New"]))
    moved = _move(path, method)
    yield Alteration("changed", name, ("paths",), moved, before=address, after=f"{address}/new")
    yield Alteration("added", "(brandNew)", place, _add_parameter(required=False))
    yield Alteration("required_added", "(brandNew)", place, _add_parameter(required=True))
    answers = (*place, "responses")
    yield Alteration("added", "-> 418", answers, _update(**{"418": {"description": "."}}))
    for code in operation["responses"].keys() - {"200"}:
        yield Alteration("removed", f"-> {code}", answers, _remove(code))
    for index, parameter in enumerate(operation.get("parameters", [])):
        if parameter["in"] == "query":
            yield from _of_parameter((*place, "parameters"), index, parameter)
    if "requestBody" in operation:
        required = operation["requestBody"].get("required", False)
        kind = "made_optional" if required else "made_required"
        yield Alteration("removed", f"{name}(body)", place, _remove("requestBody"))
        yield Alteration(kind, f"{name}(body)", (*place, "requestBody"), _update(required=not required))


def _of_parameter(places: Place, index: int, parameter: Any) -> Iterator[Alteration]:
    subject, place = f"({parameter['name']})", (*places, index)
    yield Alteration("removed", subject, places, _remove(index))
    yield Alteration("made_required", subject, place, _update(required=True))
    other = _update(schema={"type": "boolean", **_kept(parameter["schema"], "default")})
    yield Alteration("changed", subject, place, other, after="boolean")
    if parameter["schema"]["type"] == "number":
        schema = (*place, "schema")
        yield Alteration("bound_narrowed", subject, schema, _update(maximum=7), after="maximum 7")
        yield Alteration("default_changed", subject, schema, _update(default=5), after="5")


def _of_object(place: Place, schema: Any) -> Iterator[Alteration]:
    yield Alteration("added", ".brandNew", place, _add_field)
    yield Alteration("required_added", ".brandNew", place, _add_required_field)
    for name, field in schema["properties"].items():
        required = name in schema.get("required", [])
        kind = "made_optional" if required else "made_required"
        yield Alteration("removed", f".{name}", place, _remove_field(name))
        yield Alteration(kind, f".{name}", place, _toggle_required(name))
        yield from _of_field((*place, "properties"), name, field)


def _of_field(places: Place, name: str, field: Any) -> Iterator[Alteration]:
    subject, place, is_nullable = f".{name}", (*places, name), "anyOf" in field
    if is_nullable:
        place, field = (*place, "anyOf", 0), field["anyOf"][0]
    if "type" in field and "default" not in field:
        other = {"type": "string" if field["type"] == "boolean" else "boolean"}
        changed = _update(**{name: _or_null(other) if is_nullable else other})
        yield Alteration("changed", subject, places, changed, after=other["type"])
        kind, toggled = ("null_refused", field) if is_nullable else ("null_allowed", _or_null(field))
        yield Alteration(kind, subject, places, _update(**{name: toggled}))
    if field.get("type") in {"number", "integer"}:
        kind = "bound_widened" if field.get("maximum", 1e9) < 123456 else "bound_narrowed"
        yield Alteration(kind, subject, place, _update(maximum=123456), after="maximum 123456")
    if field.get("type") == "string" and not field.keys() & {"format", "enum"}:
        formatted = _update(format="email")
        yield Alteration(
            "bound_narrowed", subject, place, formatted, before="format none", after='format "email"'
        )
    if "enum" in field:
        values = field["enum"]
        yield Alteration("added", ' "NEW"', place, _update(enum=[*values, "NEW"]))
        if len(values) > 2 and "default" not in field:
            yield Alteration("removed", f' "{values[0]}"', place, _update(enum=values[1:]))


def _objects(schema: Any, place: Place) -> Iterator[Place]:
    if "properties" in schema:
        yield place
        for name, field in schema["properties"].items():
            yield from _objects(field, (*place, "properties", name))
    if "items" in schema:
        yield from _objects(schema["items"], (*place, "items"))
    if "anyOf" in schema:
        yield from _objects(schema["anyOf"][0], (*place, "anyOf", 0))


def _or_null(schema: Any) -> Any:
    return {"anyOf": [schema, {"type": "null"}]}


def _move(path: str, method: str) -> Callable[[Any], Any]:
    return lambda paths: paths.setdefault(f"{path}/new", {}).update({method: paths[path].pop(method)})


def _add_parameter(*, required: bool) -> Callable[[Any], Any]:
    added = {"name": "brandNew", "in": "query", "required": required, "schema": {"type": "string"}}
    return lambda operation: operation.setdefault("parameters", []).append(added)


def _add_field(schema: Any) -> None:
    schema["properties"]["brandNew"] = {"type": "string"}


def _add_required_field(schema: Any) -> None:
    _add_field(schema)
    _toggle_required("brandNew")(schema)


def _remove_field(name: str) -> Callable[[Any], Any]:
    def remove(schema: Any) -> None:
        del schema["properties"][name]
        if name in schema.get("required", []):
            _toggle_required(name)(schema)

    return remove


def _toggle_required(name: str) -> Callable[[Any], Any]:
    def toggle(schema: Any) -> None:
        required = schema.pop("required", [])
        toggled = [each for each in required if each != name] if name in required else [*required, name]
        # OpenAPI 3.0 wants at least one name in the list.
        schema.update({"required": toggled} if toggled else {})

    return toggle


def _kept(schema: Any, *keys: str) -> Any:
    return {key: schema[key] for key in keys if key in schema}
