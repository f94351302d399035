"""Writer of the package quentli_resources, with Jinja templates."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import jinja2

from scripts.pipeline import naming
from scripts.pipeline.resources.annotations import Annotations
from scripts.pipeline.resources.methods import annotate_answer, build_signature, escape
from scripts.pipeline.resources.model import Resource, read_resources
from scripts.pipeline.resources.overlay import Facts, Overlay, check_facts
from scripts.pipeline.resources.vocabularies import Vocabulary, build_vocabularies, collect_evidence
from scripts.pipeline.schema_types import Operation, Reader
from scripts.pipeline.visitor import Document

PACKAGE = "quentli_resources"
File = tuple[str, str, dict[str, Any]]
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
        StepError: if two operations are the same method, or two arguments of a method have the same name.
    """
    reader = Reader(document)
    resources = read_resources(reader)
    overlay = check_facts(facts, reader)
    environment = _create_environment()
    for name, template, context in _list_files(reader, resources, overlay):
        path = generated / PACKAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(environment.get_template(f"{template}.py.jinja").render(context), encoding="utf-8")
    return overlay.stale


def _list_files(reader: Reader, resources: list[Resource], overlay: Overlay) -> Iterator[File]:
    """Yield the name, the template and the context of each file."""
    vocabularies = build_vocabularies(reader, resources, overlay)
    names = {name: each.resource for each in vocabularies for name in (each.source, each.alias) if name}
    descriptions = {each.name: _describe(reader, each, overlay) for each in resources}
    types, wrappers = Annotations(reader), frozenset(overlay["wrappers"])
    yield from ((name, "package", {}) for name in ("__init__.py", "methods/__init__.py"))
    yield "registry.py", "registry", {**_describe_registry(reader, resources, vocabularies), "names": names}
    yield "evidence.py", "evidence", {"evidence": collect_evidence(resources, overlay)}
    yield "vocabularies/__init__.py", "vocabularies", {"names": names}
    for vocabulary in vocabularies:
        yield f"vocabularies/{vocabulary.resource}.py", "vocabulary", {"vocabulary": vocabulary}
    for each in resources:
        context = {
            "resource": each,
            "methods": [build_signature(method, types, wrappers) for method in each.methods],
            "description": descriptions[each.name],
            **_choose_base(types, each),
        }
        yield f"methods/{each.name}.py", "methods", context
    # The methods have named the types of their arguments by now.
    yield "params.py", "params", {"dicts": types.dicts, "aliases": types.aliases}
    yield "attributes.py", "attributes", {"resources": resources, "descriptions": descriptions}


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


def _choose_base(types: Annotations, resource: Resource) -> dict[str, str]:
    if resource.list is None or resource.record is None:
        return {"base": "Operations", "subscript": ""}
    page = f"models.{resource.record.python}"
    if resource.get is None:
        return {"base": "Resource", "subscript": f'["{page}"]'}
    record = annotate_answer(types, resource.get).removesuffix(" | None")
    return {"base": "RetrievableResource", "subscript": f'["{page}", "{record}"]'}


def _describe(reader: Reader, resource: Resource, overlay: Overlay) -> str:
    """Return the description of the overlay, or of the resource's tag, or a plain one."""
    operations = [*resource.methods, *(each for each in (resource.list,) if each)]
    tag = next((tag for each in operations for tag in each.raw.get("tags", [])), None)
    tags = {each["name"]: each.get("description") for each in reader.document.get("tags", [])}
    fact = overlay["descriptions"].get(resource.name, {})
    return fact.get("text") or tags.get(tag) or f"Operations of `{resource.name}`."
