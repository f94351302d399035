"""The verification of a fresh package: it imports, its models read and write, and its types are sound."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.pipeline import naming
from scripts.pipeline.generator import PACKAGE, run_tool
from scripts.pipeline.references import resolve
from scripts.pipeline.rewrites.schemas import components
from scripts.pipeline.visitor import Document, Schema

# Runs in a process of its own, since this one may have imported another version of the package.
_PROBE = Path(__file__).with_name("probe.py")
_FORMATS = {
    "date-time": "2025-01-10T12:00:00+00:00",
    "date": "2025-01-10",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
_VALUES: Mapping[str, Any] = {"string": "", "integer": 0, "number": 0.5, "boolean": True, "array": []}


def verify(document: Document, output: Path) -> None:
    """Import every module, and let each model read and write the least that its schema asks for.

    Args:
        document: The rewritten document that the packages are made from.
        output: The directory of the packages.

    Raises:
        StepError: A module or a model fails; the message has the first.
    """
    examples: dict[str, Any] = {}
    for name, schema in components(document).items():
        if "properties" in schema or schema.get("type") == "object":
            try:
                examples[naming.of_class(name)] = make_example(document, schema)
            except RecursionError:
                # A record that requires one of its own kind has no finite example.
                continue
    file = output.with_name("examples.json")
    file.write_text(json.dumps(examples), encoding="utf-8")
    run_tool("python", "-B", str(_PROBE), str(output), PACKAGE, str(file), directory=output)


def check_types(output: Path) -> None:
    """Check the types of the packages in a directory with mypy.

    Raises:
        StepError: mypy reports an error; the message has the first.
    """
    packages = [package.name for package in sorted(output.iterdir())]
    run_tool(
        "mypy", "--config-file=", "--cache-dir=/dev/null", "--no-error-summary", *packages, directory=output
    )


def make_example(document: Document, schema: Schema) -> Any:
    """Return the least value that a schema allows: required fields alone, and empty lists."""
    if "$ref" in schema:
        return make_example(document, resolve(document, schema["$ref"]))
    if "const" in schema or schema.get("enum"):
        return schema.get("const", schema.get("enum", [None])[0])
    if schema.get("anyOf"):
        return make_example(document, schema["anyOf"][0])
    if schema.get("allOf"):
        parts = [make_example(document, part) for part in [*schema["allOf"], {**schema, "allOf": None}]]
        merged = {name: value for part in parts if isinstance(part, dict) for name, value in part.items()}
        return merged if isinstance(parts[0], dict) else parts[0]
    if "properties" in schema or schema.get("type") == "object":
        fields = schema.get("properties", {})
        return {name: make_example(document, fields.get(name, {})) for name in schema.get("required", [])}
    return _FORMATS.get(schema.get("format", ""), _VALUES.get(str(schema.get("type"))))
