"""Alterations of a document, each at one place: what a vendor may do to it, and what that is to users."""

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
        kinds: What it may be reported as; the first is what it must be if not said otherwise.
        ends: The end of the subject.
        before: What was, if that is said.
        after: What is.
    """

    name: str
    kinds: frozenset[str]
    ends: str
    change: Callable[[Document], None]
    before: str = ""
    after: str = ""

    def apply(self, document: Document) -> Document:
        """An altered copy."""
        altered = copy.deepcopy(document)
        self.change(altered)
        return altered


def at(document: Any, place: Place) -> Any:
    """The part of a document at a place."""
    for step in place:
        document = document[step]
    return document


def objects(document: Document) -> list[Place]:
    """The places of all schemas that are objects with properties: components, and inline ones."""
    found = []
    for name, schema in document["components"]["schemas"].items():
        found += list(_objects(schema, ("components", "schemas", name)))
    return found


def operations(document: Document) -> list[Place]:
    """The places of all operations."""
    return [("paths", path, method) for path, item in document["paths"].items() for method in item]


def of_object(document: Document, place: Place) -> Iterator[Alteration]:
    """What can happen to an object and to its fields."""
    yield _alteration("a new field", "field_added", ".brandNew", place, _add_field)
    yield _alteration(
        "a new required field",
        "required_field_added",
        ".brandNew",
        place,
        lambda schema: _add_field(schema, True),
    )
    for name, field in at(document, place)["properties"].items():
        yield from _of_field(document, place, name, field)


def of_operation(document: Document, place: Place) -> Iterator[Alteration]:
    """What can happen to an operation and to its parameters, body and answers."""
    operation = at(document, place)
    name, (_, path, method) = operation["operationId"], place
    address = f"{str(method).upper()} {path}"
    yield Alteration(
        "gone", frozenset({"operation_removed"}), name, lambda d: _remove(d, place), before=address
    )
    yield _alteration("deprecated", "deprecated", name, place, lambda o: o.update(deprecated=True))
    yield Alteration(
        "renamed",
        frozenset({"operation_renamed"}),
        "brand_new",
        lambda d: at(d, place).update(operationId="brand_new"),
        before=name,
        after="brand_new",
    )
    yield _alteration("regrouped", "operation_regrouped", name, place, lambda o: o.update(tags=["Brand New"]))
    yield Alteration(
        "moved",
        frozenset({"operation_moved"}),
        name,
        lambda d: d["paths"].setdefault(f"{path}/new", {}).update({method: d["paths"][path].pop(method)}),
        before=address,
        after=f"{address}/new",
    )
    yield _alteration(
        "a new parameter",
        "parameter_added",
        "(brandNew)",
        place,
        lambda o: o.setdefault("parameters", []).append(_parameter(required=False)),
    )
    yield _alteration(
        "a new required parameter",
        "required_parameter_added",
        "(brandNew)",
        place,
        lambda o: o.setdefault("parameters", []).append(_parameter(required=True)),
    )
    yield _alteration(
        "a new error",
        "error_added",
        "-> 418",
        place,
        lambda o: o["responses"].update({"418": {"description": "."}}),
    )
    for code in [code for code in operation["responses"] if code != "200"]:
        yield _alteration(
            "an error gone",
            "error_removed",
            f"-> {code}",
            place,
            _without_answer(code),
        )
    for index, parameter in enumerate(operation.get("parameters", [])):
        yield from _of_parameter((*place, "parameters", index), parameter)
    if "requestBody" in operation:
        required = operation["requestBody"].get("required", False)
        yield _alteration(
            "a body gone", "body_removed", f"{name}(body)", place, lambda o: o.pop("requestBody")
        )
        yield _alteration(
            "a body required or not",
            "made_optional" if required else "made_required",
            f"{name}(body)",
            (*place, "requestBody"),
            lambda body: body.update(required=not required),
        )


def _of_parameter(place: Place, parameter: Any) -> Iterator[Alteration]:
    end = f"({parameter['name']})"
    if parameter["in"] != "query":
        return
    yield Alteration("a parameter gone", frozenset({"parameter_removed"}), end, lambda d: _remove(d, place))
    yield _alteration(
        "a parameter required", "made_required", end, place, lambda each: each.update(required=True)
    )
    schema = (*place, "schema")
    yield Alteration(
        "a parameter of another type",
        frozenset({"type_changed"}),
        end,
        lambda d: at(d, place).update(schema={"type": "boolean", **_kept(at(d, schema), "default")}),
        after="boolean",
    )
    if parameter["schema"]["type"] == "number":
        yield Alteration(
            "a bound",
            frozenset({"bound_narrowed"}),
            end,
            lambda d: at(d, schema).update(maximum=7),
            after="maximum 7",
        )
        yield Alteration(
            "a default",
            frozenset({"default_changed"}),
            end,
            lambda d: at(d, schema).update(default=5),
            after="5",
        )


def _of_field(document: Document, place: Place, name: str, field: Any) -> Iterator[Alteration]:
    end = f".{name}"
    inner = (*place, "properties", name)
    required = name in at(document, place).get("required", [])
    yield _alteration("a field gone", "field_removed", end, place, lambda schema: _remove_field(schema, name))
    yield _alteration(
        "a field required or not",
        "made_optional" if required else "made_required",
        end,
        place,
        lambda schema: _toggle_required(schema, name),
    )
    if "type" in field and "default" not in field:
        other = "string" if field["type"] == "boolean" else "boolean"
        yield Alteration(
            "another type",
            frozenset({"type_changed"}),
            end,
            lambda d: at(d, place)["properties"].update({name: {"type": other, **_kept(field, "nullable")}}),
            after=other,
        )
        yield _alteration(
            "null or not",
            "null_refused" if field.get("nullable") else "null_allowed",
            end,
            inner,
            lambda schema: schema.update(nullable=not schema.get("nullable")),
        )
    if field.get("type") in {"number", "integer"}:
        yield Alteration(
            "a bound",
            frozenset({"bound_narrowed", "bound_widened"}),
            end,
            lambda d: at(d, inner).update(maximum=123456),
            after="maximum 123456",
        )
    if field.get("type") == "string" and not field.keys() & {"format", "enum"}:
        yield Alteration(
            "a format",
            frozenset({"format_narrowed"}),
            end,
            lambda d: at(d, inner).update(format="email"),
            before="none",
            after="email",
        )
    if "enum" in field:
        yield Alteration(
            "a new value",
            frozenset({"value_added"}),
            "",
            lambda d: at(d, inner)["enum"].append("NEW"),
            after="NEW",
        )
        if len(field["enum"]) > 2 and "default" not in field:
            value = field["enum"][0]
            yield Alteration(
                "a value gone",
                frozenset({"value_removed"}),
                "",
                lambda d: at(d, inner)["enum"].remove(value),
                before=value,
            )


def _alteration(name: str, kind: str, ends: str, place: Place, change: Callable[[Any], Any]) -> Alteration:
    return Alteration(name, frozenset({kind}), ends, lambda document: change(at(document, place)))


def _objects(schema: Any, place: Place) -> Iterator[Place]:
    if "properties" in schema:
        yield place
        for name, field in schema["properties"].items():
            yield from _objects(field, (*place, "properties", name))
    if "items" in schema:
        yield from _objects(schema["items"], (*place, "items"))


def _add_field(schema: Any, required: bool = False) -> None:
    schema["properties"]["brandNew"] = {"type": "string"}
    if required:
        schema["required"] = [*schema.get("required", []), "brandNew"]


def _remove_field(schema: Any, name: str) -> None:
    del schema["properties"][name]
    _set_required(schema, [each for each in schema.get("required", []) if each != name])


def _toggle_required(schema: Any, name: str) -> None:
    required = schema.get("required", [])
    _set_required(
        schema, [each for each in required if each != name] if name in required else [*required, name]
    )


def _set_required(schema: Any, names: list[str]) -> None:
    # OpenAPI 3.0 wants at least one name in the list.
    schema.pop("required", None)
    if names:
        schema["required"] = names


def _remove(document: Document, place: Place) -> None:
    del at(document, place[:-1])[place[-1]]


def _kept(schema: Any, *keys: str) -> Any:
    return {key: schema[key] for key in keys if key in schema}


def _without_answer(code: str) -> Callable[[Any], None]:
    return lambda operation: operation["responses"].pop(code)


def _parameter(required: bool) -> Any:
    return {"name": "brandNew", "in": "query", "required": required, "schema": {"type": "string"}}
