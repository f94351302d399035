"""Writer of the package quentli_resources: methods, types of their arguments, and the clients' attributes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.pipeline.document import Document
from scripts.pipeline.resources.annotations import Annotations
from scripts.pipeline.resources.methods import annotate_answer, build_signatures, escape, wrap
from scripts.pipeline.resources.model import Resource, read_resources
from scripts.pipeline.shapes import Reader

PACKAGE = "quentli_resources"


def write(
    document: Document,
    output: Path,
    *,
    wrappers: frozenset[str],
    descriptions: Mapping[str, str] | None = None,
) -> Path:
    """Write the package for a document, not formatted yet.

    Args:
        document: an OpenAPI document, rewritten for the generator.
        output: the directory to make the package in.
        wrappers: the keys of bodies that hold the fields which become arguments.
        descriptions: a sentence for each resource; the description of its tag by default.

    Returns:
        The package's directory.

    Raises:
        StepError: if two operations would be the same method, or two arguments have the same name.
    """
    reader = Reader(document)
    types, resources = Annotations(reader), read_resources(reader)
    described = {each.name: _describe(document, each, descriptions or {}) for each in resources}
    package = output / PACKAGE
    (package / "methods").mkdir(parents=True)
    render = _build_environment().get_template
    for each in resources:
        values = {
            "resource": each,
            "methods": build_signatures(each, types, wrappers),
            "description": described[each.name],
            **_choose_base(types, each),
        }
        text = render("methods.py.jinja").render(values)
        (package / "methods" / f"{each.name}.py").write_text(text, encoding="utf-8")
    texts = {
        "__init__.py": '"""Resources of the API, made from its OpenAPI document."""\n',
        "methods/__init__.py": '"""Methods of the resources, sync and async."""\n',
        "params.py": render("params.py.jinja").render(dicts=types.dicts, aliases=types.aliases),
        "attributes.py": render("attributes.py.jinja").render(resources=resources, descriptions=described),
    }
    for name, text in texts.items():
        (package / name).write_text(text, encoding="utf-8")
    return package


def _build_environment() -> Environment:
    environment = Environment(  # noqa: S701 - it writes Python, not HTML
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["wrapped"] = lambda text: escape(wrap(text))
    return environment


def _choose_base(types: Annotations, resource: Resource) -> dict[str, Any]:
    if resource.list is None or resource.record is None:
        return {"base": "Operations", "subscript": ""}
    page = f"models.{resource.record.python}"
    if resource.get is None:
        return {"base": "Resource", "subscript": f'["{page}"]'}
    record = annotate_answer(types, resource.get).removesuffix(" | None")
    return {"base": "RetrievableResource", "subscript": f'["{page}", "{record}"]'}


def _describe(document: Document, resource: Resource, descriptions: Mapping[str, str]) -> str:
    operations = [*(method.operation for method in resource.methods), resource.list]
    tags = [tag for operation in operations if operation for tag in operation.raw.get("tags", [])[:1]]
    said = {tag["name"]: tag.get("description", "") for tag in document.get("tags", [])}
    default = f"Operations of `{resource.name}`."
    return descriptions.get(resource.name) or (said.get(tags[0]) if tags else None) or default
