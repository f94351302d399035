"""Writer of the package quentli_resources, with Jinja templates."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import jinja2

from scripts.pipeline import naming
from scripts.pipeline.resources.classes import build_files
from scripts.pipeline.resources.methods import escape
from scripts.pipeline.resources.model import Resource, read_resources
from scripts.pipeline.resources.overlay import Facts, check_facts
from scripts.pipeline.resources.vocabularies import Vocabulary, build_vocabularies, collect_evidence
from scripts.pipeline.schema_types import Operation, Reader
from scripts.pipeline.visitor import Document

PACKAGE = "quentli_resources"
_COLUMN_TYPES = {
    "BooleanField": "boolean",
    "InstantField": "instant",
    "NumberField": "number",
    "WholeNumberField": "number",
}
LINE_LENGTH = 110


def write_resources(document: Document, generated: Path, facts: Facts) -> Sequence[str]:
    """Write the package beside the generated client.

    Args:
        document: the rewritten document.
        generated: the directory of the packages.
        facts: the facts that the document does not state.

    Returns:
        The facts of the overlay that don't fit the document, each with its place.

    Raises:
        StepError: if two operations are the same method.
    """
    reader = Reader(document)
    resources = read_resources(reader)
    overlay = check_facts(facts, reader)
    vocabularies = build_vocabularies(reader, resources, overlay)
    names = {name: each.resource for each in vocabularies for name in (each.source, each.alias) if name}
    registry = {**_describe_registry(reader, resources, vocabularies), "vocabularies": (*names,)}
    files = {
        "__init__.py": ("package.py.jinja", {}),
        "registry.py": ("registry.py.jinja", registry),
        "evidence.py": ("evidence.py.jinja", {"evidence": collect_evidence(resources, overlay)}),
        "vocabularies/__init__.py": ("vocabularies.py.jinja", {"names": names}),
        **{
            f"vocabularies/{each.resource}.py": ("vocabulary.py.jinja", {"vocabulary": each})
            for each in vocabularies
        },
        **build_files(reader, resources, overlay),
    }
    environment = _create_environment()
    for name, (template, context) in files.items():
        path = generated / PACKAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(environment.get_template(template).render(context), encoding="utf-8")
    return overlay.stale


def _create_environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=False,  # noqa: S701 - the templates write Python, not HTML
        keep_trailing_newline=True,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {"docstring": _format_docstring, "source": repr}
    return environment


def _format_docstring(paragraphs: str | Iterable[str], indent: int = 0) -> str:
    """Return a docstring of wrapped paragraphs, the first beside the opening quotes."""
    texts = [paragraphs] if isinstance(paragraphs, str) else list(paragraphs)
    width, margin = LINE_LENGTH - indent, " " * indent
    wrapped = [textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False) for text in texts]
    if len(wrapped) == 1 and "\n" not in wrapped[0] and len(wrapped[0]) + 6 > width:
        wrapped = [textwrap.fill(texts[0], width - 6)]
    text = escape("\n\n".join(wrapped))
    ending = "\n" if "\n" in text else ""
    return textwrap.indent(f'"""{text}{ending}"""', margin).lstrip()


def _describe_registry(
    reader: Reader, resources: list[Resource], vocabularies: list[Vocabulary]
) -> dict[str, Any]:
    lists = {each.name: (each, each.list) for each in resources if each.list}
    takes = [operation.parameters["query", "take"].get("schema", {}) for _, operation in lists.values()]
    methods: dict[str, tuple[str, ...]] = {}
    for operation in reader.operations():
        methods[operation.path] = (*methods.get(operation.path, ()), operation.method.upper())
    return {
        "servers": _name_servers(reader.document),
        "lists": [_describe_list(reader, *lists[each.resource], each) for each in vocabularies],
        "max_take": min((schema.get("maximum", 100) for schema in takes), default=100),
        "default_take": min((schema.get("default", 20) for schema in takes), default=20),
        "operations": methods,
    }


def _name_servers(document: Document) -> dict[str, str]:
    """Return the addresses of the servers by the first words of their descriptions, such as `production`."""
    described = [
        (re.findall(r"\w+", each.get("description", "").lower()), each["url"].rstrip("/"))
        for each in document.get("servers", [])
    ]
    return {words[0]: url for words, url in described if words and url.startswith("https://")}


def _describe_list(
    reader: Reader, resource: Resource, operation: Operation, vocabulary: Vocabulary
) -> dict[str, Any]:
    answer = reader.answers(resource.get).get("200") if resource.get else None
    kinds = answer.shape.kinds if answer else ()
    return {
        "name": resource.name,
        "noun": naming.singular(resource.name).replace("_", " "),
        "path": operation.path,
        "vocabulary": vocabulary.source,
        "page_model": vocabulary.record,
        "columns": {
            each.key: each.values or _COLUMN_TYPES.get(each.kind, "text")
            for each in vocabulary.fields
            if each.kind != "FlagField"
        },
        "list_operation": operation.python,
        "get_operation": None if resource.get is None else resource.get.python,
        "record_model": kinds[0].python if len(kinds) == 1 else None,
        "flags": tuple(each.key for each in vocabulary.fields if each.kind == "FlagField"),
        "relations": tuple(each.within for each in vocabulary.relations),
    }
