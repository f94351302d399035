"""Classes with the methods of the resources, the types of their arguments, and the clients' attributes."""

from typing import Any

from scripts.pipeline.resources.annotations import Annotations
from scripts.pipeline.resources.methods import annotate_answer, build_signature
from scripts.pipeline.resources.model import Resource
from scripts.pipeline.resources.overlay import Overlay
from scripts.pipeline.schema_types import Reader


def build_files(
    reader: Reader, resources: list[Resource], overlay: Overlay
) -> dict[str, tuple[str, dict[str, Any]]]:
    """Return the template and the context of each file.

    Raises:
        StepError: if two arguments of a method have the same name.
    """
    types, wrappers = Annotations(reader), frozenset(overlay["wrappers"])
    descriptions = {each.name: _describe(reader, each, overlay) for each in resources}
    methods = {
        f"methods/{each.name}.py": (
            "methods.py.jinja",
            {
                "resource": each,
                "methods": [build_signature(method, types, wrappers) for method in each.methods],
                "description": descriptions[each.name],
                **_choose_base(types, each),
            },
        )
        for each in resources
    }
    attributes = {"resources": resources, "descriptions": descriptions}
    return {
        "methods/__init__.py": ("package.py.jinja", {}),
        **methods,
        "params.py": ("params.py.jinja", {"dicts": types.dicts, "aliases": types.aliases}),
        "attributes.py": ("attributes.py.jinja", attributes),
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
