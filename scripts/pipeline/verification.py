"""The verification of a fresh package: it imports, its models read and write, and its types are sound."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from scripts.pipeline.generator import run_tool
from scripts.pipeline.naming import PACKAGE
from scripts.pipeline.rewrites.schemas import components
from scripts.pipeline.schema_types import LIST, OBJECT, Reader, Shape
from scripts.pipeline.visitor import Document

# Runs in a process of its own, since this one may have imported another version of the package.
_PROBE = Path(__file__).with_name("probe.py")
_VALUES: Mapping[tuple[str, str], Any] = {
    ("string", "date-time"): "2025-01-10T12:00:00+00:00",
    ("string", "date"): "2025-01-10",
    ("string", "uuid"): "00000000-0000-4000-8000-000000000000",
    ("string", ""): "",
    ("integer", ""): 0,
    ("number", ""): 0.5,
    ("boolean", ""): True,
    (LIST, ""): [],
}


def verify(document: Document, output: Path) -> None:
    """Import every module, and let each model read and write the least that its schema asks for.

    Args:
        document: The rewritten document that the packages are made from.
        output: The directory of the packages.

    Raises:
        StepError: A module or a model fails; the message has the first.
    """
    reader = Reader(document)
    examples: dict[str, Any] = {}
    for name in components(document):
        shape = reader.component(name)
        # A record that requires one of its own kind has no finite example.
        with suppress(RecursionError):
            examples |= {
                kind.python: make_example(reader, shape) for kind in shape.kinds if kind.word == OBJECT
            }
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


def make_example(reader: Reader, shape: Shape) -> Any:
    """Return the least value that a shape allows: required fields alone, and empty lists."""
    kind = shape.kinds[0]
    if kind.word == OBJECT:
        fields = reader.fields(kind).items()
        return {name: make_example(reader, field.shape) for name, field in fields if field.required}
    first = kind.schema.get("const", next(iter(kind.values), None))
    return _VALUES.get((kind.word, kind.format), _VALUES.get((kind.word, ""))) if first is None else first
