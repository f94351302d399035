"""Signatures of the methods: ids, keywords, types and docstrings."""

import textwrap
from collections.abc import Iterable, Sequence
from itertools import chain

from attrs import evolve, frozen

from scripts.pipeline import naming
from scripts.pipeline.errors import StepError
from scripts.pipeline.resources.annotations import Annotations, Argument
from scripts.pipeline.resources.model import find_wrapper, has_fields
from scripts.pipeline.schema_types import NOTHING, Kind, Operation, Shape

_WIDTH = 100
_RAISES = """\
Raises:
    ParameterError: if an argument can't be sent. No request is made then.
    APIError: if the API refuses, fails, or can't be reached."""


@frozen
class Signature:
    """A method as the template writes it.

    Attributes:
        operation: the operation that it requests.
        ids: the ids in the path.
        keywords: the other arguments, those that are required first.
        overloads: the keywords of each branch of the body, if there are several.
        wrappers: the attributes that lead to the object with the arguments; None if `body` is an argument.
        is_update: whether a call has to change something.
        returns: the type of the answer.
        docstring: its lines, without indentation.
    """

    operation: Operation
    ids: Sequence[Argument]
    keywords: Sequence[Argument]
    overloads: Sequence[Sequence[Argument]]
    wrappers: tuple[str, ...] | None
    is_update: bool
    returns: str
    docstring: str


def build_signature(operation: Operation, types: Annotations, wrappers: frozenset[str]) -> Signature:
    """Return the method of an operation.

    Raises:
        StepError: if two arguments have the same name.
    """
    place = operation.call
    ids, others = _read_parameters(types, operation)
    path, branches = _read_body(types, operation, wrappers)
    overloads = tuple(_require_distinct(place, ids, [*others, *branch]) for branch in branches)
    keywords = _merge(overloads)
    return Signature(
        operation=operation,
        ids=ids,
        keywords=keywords,
        overloads=overloads if len(overloads) > 1 else (),
        wrappers=path,
        is_update=operation.method == "patch" and bool(branches[0]),
        returns=annotate_answer(types, operation),
        docstring=_write_docstring(operation, [*ids, *keywords]),
    )


def annotate_answer(types: Annotations, operation: Operation) -> str:
    """Return the type of what an operation answers when it succeeds."""
    answers = types.reader.answers(operation)
    found = [code for code in answers if code.startswith("2")] or ["default"]
    shapes = [answers[code].shape for code in found if code in answers] or [Shape((Kind(NOTHING),))]
    return " | ".join(dict.fromkeys(map(types.annotate_result, shapes)))


def _read_parameters(types: Annotations, operation: Operation) -> tuple[tuple[Argument, ...], list[Argument]]:
    """Return the ids in the order of the path, and the other parameters."""
    ids: dict[int, Argument] = {}
    others: list[Argument] = []
    for (location, name), raw in operation.parameters.items():
        written, place = naming.of_parameter(name, location), f"the {location} parameter {name}"
        argument = types.build_argument(written, types.reader.parameter(raw), place)
        if location == "path":
            ids[operation.path.index(f"{{{name}}}")] = argument
        else:
            others.append(argument)
    return tuple(ids[position] for position in sorted(ids)), others


def _read_body(
    types: Annotations, operation: Operation, wrappers: frozenset[str]
) -> tuple[tuple[str, ...] | None, Sequence[Sequence[Argument]]]:
    """Return the wrappers, and the arguments of each object that may stand inside them."""
    body = types.reader.body(operation)
    if body is None:
        return (), [[]]
    kinds: Sequence[Kind] = body.shape.kinds
    if not (len(kinds) == 1 and has_fields(types.reader, kinds[0])):
        return None, [[types.build_argument("body", body, "body")]]
    path: tuple[str, ...] = ()
    beside: list[Argument] = []
    place = "body"
    while wrapper := find_wrapper(types.reader, kinds, wrappers):
        beside = [*types.build_arguments(kinds[0], place, skip=wrapper), *beside]
        kinds = types.reader.fields(kinds[0])[wrapper].shape.kinds
        path, place = (*path, naming.of_field(wrapper)), f"{place}.{wrapper}"
    branches = [[*types.build_arguments(kind, place), *beside] for kind in kinds]
    # The fields of a body that may be left out may be left out as well.
    return path, [
        [evolve(each, required=each.required and body.required) for each in branch] for branch in branches
    ]


def _require_distinct(
    place: str, ids: Iterable[Argument], keywords: Sequence[Argument]
) -> Sequence[Argument]:
    taken = {each.name: each for each in ids}
    for keyword in keywords:
        other = taken.setdefault(keyword.name, keyword)
        if other is not keyword:
            raise StepError(f"{place}({keyword.name}=) would stand for {other.place} and for {keyword.place}")
    return sorted(keywords, key=lambda each: not each.required)


def _merge(branches: Sequence[Sequence[Argument]]) -> Sequence[Argument]:
    """Return the arguments of all branches. Required is what all branches require."""
    merged: dict[str, list[Argument]] = {}
    for argument in chain(*branches):
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
    return sorted(arguments, key=lambda each: not each.required)


def _write_docstring(operation: Operation, arguments: Sequence[Argument]) -> str:
    raw = operation.raw
    endpoint = operation.address
    summary = raw.get("summary") or raw.get("description", "").partition(". ")[0] or f"Call `{endpoint}`"
    note = "Deprecated: the API means to drop this operation." if raw.get("deprecated") else ""
    paragraphs = [f"{summary.rstrip('.')}.", note, raw.get("description", ""), f"Endpoint: `{endpoint}`."]
    described = [wrap(f"{each.name}: {each.description or 'as in the API.'}", "    ") for each in arguments]
    sections = [wrap(each) for each in paragraphs if each]
    sections += ["\n".join(["Args:", *described])] if described else []
    again = "" if operation.method == "get" else " The request is never repeated."
    return escape("\n\n".join([*sections, f"{_RAISES}{again}"]))


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
