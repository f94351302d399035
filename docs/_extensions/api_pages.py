"""Pages about the API's resources, made of the registry, the evidence and the docstrings at each build.

Each resource and each vocabulary has a page of its own, written before Sphinx looks for pages. What stands on
them comes from directives, which write reStructuredText for autodoc.
"""

from __future__ import annotations

import argparse
import enum
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import quentli_client.models
import quentli_resources.methods
from docutils import nodes
from quentli_resources import params, registry, vocabularies
from quentli_resources.evidence import EVIDENCE
from sphinx import addnodes
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective

import quentli_query
from quentli_query import sandbox
from quentli_query.filters.evidence import Evidence, find_evidence
from quentli_query.filters.fields import Field, UnorderedEnumField, get_spec
from quentli_query.filters.operators import OPPOSITE, Operator
from quentli_query.filters.vocabulary import Vocabulary, inspect as read_vocabulary

if TYPE_CHECKING:
    from sphinx.application import Sphinx

METHODS = {
    info.name: f"quentli_resources.methods.{info.name}"
    for info in pkgutil.iter_modules(quentli_resources.methods.__path__)
}
# Methods that every list has, which the page about lists describes.
LIST_METHODS = ("list", "scan", "first", "one", "exists", "count")


def write_pages(app: Sphinx) -> None:
    """Write a page for each resource and vocabulary, and an index of each kind."""
    _write_section(app, "resources", "resource", list(METHODS), "methods and endpoints")
    _write_section(app, "vocabularies", "vocabulary", list(registry.LISTS), "fields for filters and orders")


def _write_section(app: Sphinx, section: str, directive: str, names: list[str], subject: str) -> None:
    folder = Path(app.srcdir, "reference", section)
    folder.mkdir(exist_ok=True)
    pages = {f"{name}.md": f"# {_title(name)}: {subject}\n\n{_embed(directive, name)}" for name in names}
    tree = ":::{toctree}\n:hidden:\n\n" + "".join(f"{_title(name)} <{name}>\n" for name in names) + ":::\n"
    pages["index.md"] = f"# {section.capitalize()}\n\n{_embed(section)}\n{tree}"
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        folder.joinpath(name).write_text(text, encoding="utf-8")


def _embed(directive: str, argument: str = "") -> str:
    return f"````{{eval-rst}}\n.. {directive}:: {argument}\n````\n"


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


class _Written(SphinxDirective):
    """A directive whose content is reStructuredText that a function writes."""

    optional_arguments = 1
    write: Callable[[str], str]

    def run(self) -> list[nodes.Node]:
        """Return the parsed content. Attributes are too many for the table of contents."""
        parsed = self.parse_text_to_nodes(type(self).write(*self.arguments))
        for description in (each for node in parsed for each in node.findall(addnodes.desc)):
            description["no-contents-entry"] = description["objtype"] == "attribute"
        return parsed


def _table(widths: str, header: list[str], rows: list[list[str]]) -> str:
    lines = [".. list-table::", "   :header-rows: 1", f"   :widths: {widths}", ""]
    for row in [header, *rows]:
        lines += [f"   {'  ' if number else '* '}- {cell}" for number, cell in enumerate(row)]
    return "\n".join(lines) + "\n\n"


# Resources


def write_resource(name: str) -> str:
    """Write about one resource: a table of its methods with endpoints, then each of them."""
    module, sync, awaited = _find_classes(name)
    about = f"``quentli.{name}``. {sync.__doc__}"
    entry = registry.LISTS.get(name)
    if entry:
        about += f"\n\nRecords are :py:class:`~quentli_client.models.{entry['page_model']}`. "
        about += f"Filters and orders are made with :py:data:`~quentli_query.{entry['vocabulary']}`."
    rows = [[_link_method(sync, method), endpoint] for method, endpoint in list_methods(name)]
    return (
        f"{about}\n\n{_table('40 60', ['Method', 'Endpoint'], rows)}"
        f".. autoclass:: {module}.{sync.__name__}\n   :members:\n   :exclude-members: with_raw_response\n\n"
        f".. autoclass:: {module}.{awaited.__name__}\n   :no-index-entry:\n\n"
    )


def list_methods(name: str) -> Iterator[tuple[str, str]]:
    """Yield the methods of a resource, each with its endpoint."""
    entry = registry.LISTS.get(name)
    if entry:
        yield "list", f"``GET {entry['path']}``"
        if entry["get_operation"]:
            yield "get", f"``GET {entry['path']}/{{id}}``"
    _, sync, _ = _find_classes(name)
    for method, function in vars(sync).items():
        if inspect.isfunction(function):
            found = re.search(r"Endpoint: `(.+?)`", function.__doc__ or "")
            if found is None:
                raise ValueError(f"the docstring of {name}.{method} names no endpoint")
            yield method, f"``{found[1]}``"


def _link_method(sync: type, method: str) -> str:
    if method == "list":
        links = [f":py:meth:`~quentli_query.client.lists.resource.Resource.{each}`" for each in LIST_METHODS]
        return ", ".join(links)
    if method == "get":
        return ":py:meth:`~quentli_query.client.lists.resource.RetrievableResource.get`"
    return f":py:meth:`~{sync.__module__}.{sync.__name__}.{method}`"


def _find_classes(name: str) -> tuple[str, type, type]:
    module = importlib.import_module(METHODS[name])
    classes = [
        each for each in vars(module).values() if inspect.isclass(each) and each.__module__ == module.__name__
    ]
    sync, awaited = sorted(classes, key=lambda each: each.__name__.startswith("Async"))
    return module.__name__, sync, awaited


def write_resources(_: str = "") -> str:
    """Write a table of all resources."""
    rows = [
        [
            f":doc:`{_title(name)} <{name}>`",
            _find_classes(name)[1].__doc__ or "",
            ", ".join(f"``{each}``" for each, _ in list_methods(name)),
        ]
        for name in METHODS
    ]
    number = sum(len(list(list_methods(name))) for name in METHODS)
    return f"The {number} operations of the API as methods of `Quentli` and `AsyncQuentli`.\n\n" + _table(
        "25 40 35", ["Attribute", "Holds", "Methods"], rows
    )


# Vocabularies


def write_vocabulary(name: str) -> str:
    """Write a table of the fields of one vocabulary."""
    source = registry.LISTS[name]["vocabulary"]
    vocabulary = getattr(vocabularies, source)
    kind = type(vocabulary)
    aliases = [each for each in registry.VOCABULARIES if getattr(vocabularies, each) is vocabulary]
    text = ".. py:currentmodule:: quentli_query\n\n"
    text += "".join(f".. py:data:: {each}\n   :type: {kind.__name__}\n\n" for each in aliases)
    text += f"   {_read_first_line(kind)} List: :py:attr:`quentli.{name} <quentli_query.Quentli.{name}>`.\n\n"
    text += _write_fields(name, vocabulary)
    for relation in read_vocabulary(vocabulary).relations.values():
        text += "Fields of a related record, by which the list cannot be ordered:\n\n"
        text += _write_fields(name, relation)
    unfilterable = read_vocabulary(vocabulary).unfilterable
    if unfilterable:
        text += "In the records, but not in filters:\n\n"
        text += "".join(f"- ``{each}``: {reason}.\n" for each, reason in unfilterable.items())
    text += f"\n.. py:currentmodule:: {kind.__module__}\n\n.. py:class:: {kind.__name__}\n\n"
    return text + f"   Type of ``{source}``, a :py:class:`~quentli_query.filters.vocabulary.Vocabulary`.\n\n"


def _read_first_line(kind: type) -> str:
    return (kind.__doc__ or "").partition("\n")[0]


def _write_fields(resource: str, vocabulary: Vocabulary) -> str:
    comments = _read_comments(type(vocabulary))
    rows = [
        [
            _describe_names(get_spec(field).name, ".".join(get_spec(field).path)),
            f":py:class:`{_name_type(type(field))} <{type(field).__module__}.{type(field).__name__}>`",
            " ".join(
                filter(None, (comments.get(name), _list_values(field), _describe_evidence(resource, field)))
            ),
        ]
        for name, field in read_vocabulary(vocabulary).fields.items()
    ]
    header = [
        "Attribute, and the API's name if it differs",
        "Type",
        "Description, and what is documented or seen",
    ]
    return _table("34 16 50", header, rows)


def _describe_names(attribute: str, key: str) -> str:
    return f"``{attribute}``" if attribute == key else f"| ``{attribute}``\n       | ``{key}``"


def _name_type(kind: type) -> str:
    """Return `whole number` for `WholeNumberField` and `UnorderedWholeNumberField`."""
    name = kind.__name__.removeprefix("Unordered").removesuffix("Field")
    return re.sub(r"\B([A-Z])", r" \1", name).lower()


def _list_values(field: Field[Any]) -> str:
    values = field.values if isinstance(field, UnorderedEnumField) else ()
    return f"Values: {', '.join(f'``{each}``' for each in values)}." if values else ""


def _read_comments(kind: type) -> dict[str, str]:
    found = ModuleAnalyzer.for_module(kind.__module__).find_attr_docs()
    return {
        name: " ".join(lines).strip() for (owner, name), lines in found.items() if owner == kind.__qualname__
    }


def _describe_evidence(name: str, field: Field[Any]) -> str:
    path = ".".join(get_spec(field).path)
    known = {operator: found for (*place, operator), found in EVIDENCE.items() if place == [name, path]}
    return " ".join(
        f"Documented: ``{source}``." if kind == "documented" else f"Seen in use: ``{path}[{operator}]``."
        for operator, (kind, source) in known.items()
    )


def write_vocabularies(_: str = "") -> str:
    """Write a table of all vocabularies."""
    rows = [
        [
            f":doc:`{entry['vocabulary']} <{name}>`",
            f"``quentli.{name}``",
            str(len(read_vocabulary(getattr(vocabularies, entry["vocabulary"])).fields)),
        ]
        for name, entry in registry.LISTS.items()
    ]
    return _table("35 45 20", ["Vocabulary", "Of the list", "Fields"], rows)


def write_operators(_: str = "") -> str:
    """Write a table of the operators, each with the evidence that holds for every field."""
    rows = [
        [f"``{'~' if each.negated else ''}{each.name}``", f"``{_write_key(each)}``", _describe_example(each)]
        for each in OPPOSITE
    ]
    return _table("25 40 35", ["Method", "Written", "Evidence"], rows)


def _write_key(operator: Operator) -> str:
    condition = f"[{operator.key}]=value"
    return f"NOT[field]{condition}" if operator.negated else f"field{condition}"


def _describe_example(operator: Operator) -> str:
    kind, source = find_evidence("", ("",), operator.key)
    if operator.negated or kind is Evidence.INFERRED:
        return "inferred"
    return f"documented, {source}"


# Records and arguments


def write_list_records(_: str = "") -> str:
    """Write about the classes of the records of all lists."""
    return "".join(map(_write_record, dict.fromkeys(_list_record_names())))


def _list_record_names() -> list[str]:
    pairs = [(entry["page_model"], entry["record_model"]) for entry in registry.LISTS.values()]
    return [name for pair in pairs for name in pair if name]


def write_other_records(_: str = "") -> str:
    """Write about the other classes that records and responses are made of."""
    return "".join(
        _write_record(name) for name in _list_other_names() if not name.endswith(("Input", "Args"))
    )


def write_arguments(_: str = "") -> str:
    """Write about the types of nested arguments: dicts, the classes in place of them, and choices."""
    types = [
        name
        for name, value in vars(params).items()
        if isinstance(value, type) and value.__module__ == params.__name__
    ]
    text = "".join(
        f".. autoclass:: quentli_resources.params.{name}\n   :members:\n   :undoc-members:\n\n"
        for name in types
    )
    for name, value in vars(params).items():
        if name.endswith("Like") and isinstance(value, str):
            text += f".. py:data:: quentli_resources.params.{name}\n\n   {_describe_choice(value)}\n\n"
    return text + "".join(
        _write_record(name) for name in _list_other_names() if name.endswith(("Input", "Args"))
    )


def _describe_choice(annotation: str) -> str:
    model = re.search(r"models\.(\w+)", annotation)
    values = ", ".join(f"``{each}``" for each in re.findall(r"'(\w+)'", annotation))
    return (
        f"A member of :py:class:`~quentli_client.models.{model[1]}`, or its text: {values}." if model else ""
    )


def _write_record(name: str) -> str:
    kind = getattr(quentli_client.models, name)
    if issubclass(kind, enum.Enum):
        return _write_enum(kind)
    hidden = "to_dict, from_dict, to_row, additional_properties, additional_keys"
    options = f"   :members:\n   :undoc-members:\n   :exclude-members: {hidden}\n"
    return f".. autoclass:: quentli_client.models.{name}\n{options}\n"


def _write_enum(kind: type[enum.Enum]) -> str:
    pairs = [(each.name, each.value) for each in kind]
    values = ", ".join(
        f"``{name}``" if name == value else f"``{name}`` (``{value}``)" for name, value in pairs
    )
    name = kind.__name__
    head = f".. py:class:: quentli_client.models.{name}\n   :canonical: {kind.__module__}.{name}\n"
    return f"{head}\n   {inspect.cleandoc(kind.__doc__ or '')}\n\n   Values: {values}.\n\n"


def _list_other_names() -> list[str]:
    """Return the models that methods and records refer to, without the records of the lists."""
    waiting, found = _list_record_names(), set[str]()
    for module in [*METHODS.values(), params.__name__]:
        waiting += re.findall(r"models\.(\w+)", inspect.getsource(importlib.import_module(module)))
    while waiting:
        name = waiting.pop()
        if name in quentli_client.models.__all__ and name not in found:
            found.add(name)
            kind = getattr(quentli_client.models, name)
            waiting += re.findall(r"\w+", " ".join(map(str, vars(kind).get("__annotations__", {}).values())))
    return sorted(found - set(_list_record_names()))


# Errors and faults


def write_errors(_: str = "") -> str:
    """Write the tree of the exceptions, then about each of them."""
    tree = [(depth, each.__name__) for depth, each in _walk(quentli_query.QuentliError)]
    links = "".join(f"{'  ' * depth}- :py:exc:`{name}`\n\n" for depth, name in tree)
    return links + "".join(
        f".. autoexception:: {name}\n   :members:\n   :show-inheritance:\n\n" for _, name in tree
    )


def _walk(kind: type, depth: int = 0) -> Iterator[tuple[int, type]]:
    yield depth, kind
    for child in sorted(kind.__subclasses__(), key=lambda each: each.__name__):
        if child.__name__ in quentli_query.__all__:
            yield from _walk(child, depth + 1)


def write_faults(_: str = "") -> str:
    """Write about the faults of the sandbox, the bases first."""
    kinds = [getattr(sandbox, name) for name in sandbox.__all__]
    faults = [each for each in kinds if isinstance(each, type) and issubclass(each, sandbox.Fault)]
    bases = {base for fault in faults for base in fault.__mro__ if issubclass(base, sandbox.Fault)} - set(
        faults
    )
    faults.sort(key=lambda each: (each is not sandbox.Fault, each.__name__))
    return "".join(
        f".. autoclass:: {name}\n{'' if each is sandbox.Fault else '   :show-inheritance:'}\n\n"
        for each in [faults[0], *bases, *faults[1:]]
        for name in [f"{each.__module__}.{each.__name__}" if each in bases else each.__name__]
    )


# Commands


def write_command(target: str) -> str:
    """Write the options of a program: `module:function` that returns its parser."""
    module, function = target.split(":")
    parser: argparse.ArgumentParser = getattr(importlib.import_module(module), function)()
    text = f".. program:: {parser.prog}\n\n"
    for action in parser._actions[1:]:  # without --help
        name = action.option_strings[0]
        value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
        help_text = parser._get_formatter()._expand_help(action) if action.help else ""
        text += f".. option:: {name}{value}\n\n   {help_text}\n\n"
    return text


DIRECTIVES = {
    "resource": write_resource,
    "resources": write_resources,
    "vocabulary": write_vocabulary,
    "vocabularies": write_vocabularies,
    "operators": write_operators,
    "list-records": write_list_records,
    "other-records": write_other_records,
    "argument-types": write_arguments,
    "errors": write_errors,
    "faults": write_faults,
    "command-options": write_command,
}


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directives, and write the pages."""
    for name, function in DIRECTIVES.items():
        app.add_directive(name, type(name, (_Written,), {"write": staticmethod(function)}))
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
