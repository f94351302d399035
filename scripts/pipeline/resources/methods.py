"""Signatures of the methods: ids, keywords, types and docstrings."""

import textwrap
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from scripts.pipeline import naming
from scripts.pipeline.resources.annotations import Annotations, Argument
from scripts.pipeline.resources.model import Method, Resource
from scripts.pipeline.shapes import LIST, OBJECT, Field, Kind, Operation, Shape
from scripts.pipeline.steps import StepError

_WIDTH = 100


@frozen
class Body:
    """A body as arguments.

    Attributes:
        wrappers: the fields that lead to the object with the arguments; None if `body` is the argument.
        branches: the arguments, once for each of the objects that may stand there.
    """

    wrappers: tuple[str, ...] | None
    branches: tuple[tuple[Argument, ...], ...]

    def add(self, wrapper: str, beside: Sequence[Argument]) -> "Body":
        """Return the body with a wrapper around it, and what stands beside that in it."""
        branches = tuple((*branch, *beside) for branch in self.branches)
        return Body((naming.of_field(wrapper), *(self.wrappers or ())), branches)


@frozen
class Signature:
    """A method as the template writes it.

    Attributes:
        verb: its name.
        place: its name in full, for messages of the library.
        module: the generated module that does the work.
        ids: the ids in the path.
        keywords: the other arguments, those that are required first.
        overloads: the keywords of each branch of the body, if there are several.
        wrappers: as in `Body`.
        is_update: whether a call has to change something.
        returns: the type of the answer.
        docstring: its lines, without indentation.
    """

    verb: str
    place: str
    module: str
    ids: tuple[Argument, ...]
    keywords: tuple[Argument, ...]
    overloads: tuple[tuple[Argument, ...], ...]
    wrappers: tuple[str, ...] | None
    is_update: bool
    returns: str
    docstring: str


def build_signatures(resource: Resource, types: Annotations, wrappers: frozenset[str]) -> list[Signature]:
    """Return the methods of a resource.

    Raises:
        StepError: if two arguments of a method have the same name.
    """
    return [_build_signature(resource, method, types, wrappers) for method in resource.methods]


def annotate_answer(types: Annotations, operation: Operation) -> str:
    """Return the type of what an operation answers when it succeeds."""
    responses = operation.raw["responses"]
    status = next((status for status in responses if str(status).startswith("2")), None)
    if status is None:
        return "Any"
    response = types.reader.resolved(responses[status])
    _, shape = types.reader.content(response, f"response_{status}", operation.called)
    return _annotate_result(types, shape)


def _annotate_result(types: Annotations, shape: Shape) -> str:
    names: dict[str, None] = {}
    for kind in shape.kinds:
        if kind.word == LIST:
            # A method may be called `list`.
            names[f"builtins.list[{_annotate_result(types, types.reader.items(kind))}]"] = None
        else:
            names[f"models.{kind.python}" if kind.word == OBJECT and kind.python else "Any"] = None
    return "Any" if "Any" in names else " | ".join([*names, *(["None"] if shape.null else [])])


def _build_signature(
    resource: Resource, method: Method, types: Annotations, wrappers: frozenset[str]
) -> Signature:
    operation, place = method.operation, f"quentli.{resource.name}.{method.verb}"
    ids, others = _read_parameters(types, operation)
    body = _read_body(types, operation, wrappers)
    overloads = tuple(_require_distinct(place, ids, [*others, *branch]) for branch in body.branches)
    keywords = _merge(overloads)
    return Signature(
        verb=method.verb,
        place=place,
        module=operation.python,
        ids=ids,
        keywords=keywords,
        overloads=overloads if len(overloads) > 1 else (),
        wrappers=body.wrappers,
        is_update=operation.method == "patch" and bool(body.branches[0]),
        returns=annotate_answer(types, operation),
        docstring=_write_docstring(operation, [*ids, *keywords]),
    )


def _read_parameters(types: Annotations, operation: Operation) -> tuple[tuple[Argument, ...], list[Argument]]:
    """Return the ids in the order of the path, and the other parameters."""
    ids: dict[str, Argument] = {}
    others: list[Argument] = []
    for (location, name), raw in operation.parameters.items():
        field = Field(
            types.reader.read(raw.get("schema", {}), name, operation.called), bool(raw.get("required"))
        )
        place = f"the {location} parameter {name}"
        argument = types.build_argument(name, field, raw, place)
        if location == "path":
            ids[name] = argument
        else:
            others.append(evolve(argument, name=naming.of_argument(naming.of_parameter(name, location))))
    ordered = sorted(ids, key=lambda name: operation.path.index(f"{{{name}}}"))
    return tuple(ids[name] for name in ordered), others


def _read_body(types: Annotations, operation: Operation, wrappers: frozenset[str]) -> Body:
    raw = types.reader.resolved(operation.raw.get("requestBody", {}))
    if not raw:
        return Body((), ((),))
    _, shape = types.reader.content(raw, "body", operation.called)
    required = bool(raw.get("required"))
    if [kind.word for kind in shape.kinds] == [OBJECT] and types.reader.fields(shape.kinds[0]):
        body = _unwrap(types, shape.kinds, wrappers, "body")
    else:
        body = Body(None, ((types.build_argument("body", Field(shape, required), raw, "body"),),))
    if required:
        return body
    optional = tuple(tuple(evolve(each, required=False) for each in branch) for branch in body.branches)
    return evolve(body, branches=optional)


def _unwrap(types: Annotations, kinds: Sequence[Kind], wrappers: frozenset[str], place: str) -> Body:
    """Return the fields of an object, and of the objects that its wrappers lead to."""
    wrapper = _find_wrapper(types, kinds[0], wrappers) if len(kinds) == 1 else None
    if wrapper is None:
        return Body((), tuple(tuple(types.build_arguments(kind, place)) for kind in kinds))
    inner = types.reader.fields(kinds[0])[wrapper].shape.kinds
    others = {name: schema for name, schema in kinds[0].schema["properties"].items() if name != wrapper}
    beside = types.build_arguments(evolve(kinds[0], schema={**kinds[0].schema, "properties": others}), place)
    return _unwrap(types, inner, wrappers, f"{place}.{wrapper}").add(wrapper, beside)


def _find_wrapper(types: Annotations, kind: Kind, wrappers: frozenset[str]) -> str | None:
    """Return the wrapper among an object's fields: the only field that is required, and an object."""
    required = {name: field for name, field in types.reader.fields(kind).items() if field.required}
    if len(required) != 1 or not required.keys() <= wrappers:
        return None
    ((name, field),) = required.items()
    objects = [kind.word == OBJECT and bool(types.reader.fields(kind)) for kind in field.shape.kinds]
    return name if all(objects) and not field.shape.null else None


def _require_distinct(
    place: str, ids: Iterable[Argument], keywords: Iterable[Argument]
) -> tuple[Argument, ...]:
    taken = {each.name: each for each in ids}
    found: list[Argument] = []
    for keyword in keywords:
        other = taken.setdefault(keyword.name, keyword)
        if other is not keyword:
            raise StepError(f"{place}({keyword.name}=) would stand for {other.place} and for {keyword.place}")
        found.append(keyword)
    return tuple(sorted(found, key=lambda each: not each.required))


def _merge(branches: Sequence[tuple[Argument, ...]]) -> tuple[Argument, ...]:
    """Return the arguments of all branches. Required is what all branches require."""
    merged: dict[str, list[Argument]] = {}
    for branch in branches:
        for argument in branch:
            merged.setdefault(argument.name, []).append(argument)
    arguments = [
        evolve(
            found[0],
            annotation=" | ".join(dict.fromkeys(each.annotation for each in found)),
            description=" ".join(dict.fromkeys(each.description for each in found)),
            required=len(found) == len(branches) and all(each.required for each in found),
        )
        for found in merged.values()
    ]
    return tuple(sorted(arguments, key=lambda each: not each.required))


def _write_docstring(operation: Operation, arguments: Iterable[Argument]) -> str:
    raw = operation.raw
    endpoint = f"{operation.method.upper()} {operation.path}"
    summary = raw.get("summary") or raw.get("description", "").partition(". ")[0] or endpoint
    note = "Deprecated: the API means to drop this operation." if raw.get("deprecated") else ""
    paragraphs = [f"{summary.rstrip('.')}.", note, raw.get("description", ""), f"Endpoint: `{endpoint}`."]
    described = [f"{each.name}: {each.description or 'as in the API.'}" for each in arguments]
    lines = ["\n\n".join(wrap(each) for each in paragraphs if each)]
    if described:
        lines += ["", "Args:", *(wrap(each, "    ") for each in described)]
    again = "" if operation.method == "get" else " The request is never repeated."
    lines += [
        "",
        "Raises:",
        "    ParameterError: if an argument can't be sent. No request is made then.",
        f"    APIError: if the API refuses, fails, or can't be reached.{again}",
    ]
    return escape("\n".join(lines))


def escape(text: str) -> str:
    """Return text as it stands between the quotes of a docstring."""
    return text.replace("\\", "\\\\").replace('"""', "'''")


def wrap(text: str, indent: str = "") -> str:
    """Return a paragraph in lines that fit a docstring."""
    later = f"{indent}    " if indent else ""
    return textwrap.fill(
        " ".join(text.split()),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )
