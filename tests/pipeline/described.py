"""The document as the generator was given it, to hold the generated client against."""

from functools import cache
from typing import Any

from pipeline.vendor import WHOLE

from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.walk import reached

COMPONENT = "#/components/schemas/"


@cache
def described() -> dict[str, Any]:
    return rewrite(WHOLE)


def schemas() -> dict[str, Any]:
    found: dict[str, Any] = described()["components"]["schemas"]
    return found


def objects() -> dict[str, Any]:
    return {name: schema for name, schema in schemas().items() if schema.get("type") == "object"}


def enums() -> dict[str, Any]:
    return {name: schema for name, schema in schemas().items() if "enum" in schema}


def operations() -> dict[str, dict[str, Any]]:
    """The operations by the modules that they are in."""
    return {
        f"quentli_client.api.{operation['tags'][0].lower().replace(' ', '_')}.{operation['operationId']}": operation
        for item in described()["paths"].values()
        for operation in item.values()
    }


def models_of(part: Any) -> set[str]:
    """The models that a part of the document reaches."""
    names = {reference.removeprefix(COMPONENT) for reference in reached(described(), [part])}
    return names & (objects().keys() | enums().keys())
