"""The document as the generator was given it, to hold the generated client against."""

from functools import cache
from typing import Any

from scripts.pipeline.__main__ import SPEC, read
from scripts.pipeline.references import find_reached
from scripts.pipeline.resources.overlay import read_facts
from scripts.pipeline.visitor import Node

COMPONENT = "#/components/schemas/"


@cache
def described() -> dict[str, Any]:
    return read(str(SPEC), read_facts(SPEC.with_name("overlay.yaml")))[2]


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


def models_of(operation: dict[str, Any]) -> set[str]:
    """Return the models that an operation, or a part of one, reaches."""
    reached = find_reached(described(), [Node("operation", (), operation)])
    names = {reference.removeprefix(COMPONENT) for reference in reached}
    return names & (objects().keys() | enums().keys())
