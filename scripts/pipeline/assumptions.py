"""Assumptions of the handwritten client: how lists are called and answer, the address, and the key."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.pipeline.schema_types import Operation, Reader

_SENT = ("filter", "skip", "take", "orderBy")
_KEY = "http bearer"
# Limits that the client reads from the generated registry.
_READ = frozenset({("take", "maximum"), ("take", "default")})
# Read as text: importing the client needs what the pipeline makes.
_CONFIG = Path(__file__).resolve().parents[2] / "quentli_query" / "client" / "config.py"


def find_broken(before: Reader, after: Reader) -> list[str]:
    """Return what the client assumes and the document no longer says.

    Args:
        before: The present document, of which the client was made.
        after: The new one.
    """
    return [*_of_lists(before, after), *_of_connections(after)]


def _of_lists(before: Reader, after: Reader) -> Iterator[str]:
    present = {place: _read_limits(before, operation) for place, operation in _find_lists(before)}
    common = next(iter(present.values()), {})
    for place, operation in _find_lists(after):
        found = _read_limits(after, operation)
        if place not in present and found.keys() < common.keys():
            # A new list without pages or filters is a generated method, of which nothing is assumed.
            continue
        for name, assumed in present.get(place, common).items():
            if name not in found:
                yield f"{place} sends {name} in the query, which is no parameter there"
            for limit in sorted(assumed.keys() | found.get(name, assumed).keys()):
                says, assumes = (each.get(limit, "none") for each in (found.get(name, assumed), assumed))
                if says != assumes and (name, limit) not in _READ:
                    yield f"{place} assumes {name} with {limit} {assumes}; the document says {says}"
        if after.record(operation) is None:
            yield f"{place} assumes a list of records; the operation answers with something else"


def _of_connections(after: Reader) -> Iterator[str]:
    [url] = re.findall(r'^PRODUCTION_URL = "(.*)"$', _CONFIG.read_text(encoding="utf-8"), re.MULTILINE)
    if url not in {each["url"].rstrip("/") for each in after.document.get("servers", [])}:
        yield f"Quentli() calls {url}, which is no server of the document"
    security = after.security(after.document)
    if _KEY not in security:
        yield f"Quentli() sends the key as {_KEY}; the document asks for {' or '.join(sorted(security))}"


def _find_lists(reader: Reader) -> Iterator[tuple[str, Operation]]:
    for each in reader.operations():
        if each.method == "get" and each.call.endswith(".list"):
            yield f"{each.call}()", each


def _read_limits(reader: Reader, operation: Operation) -> dict[str, dict[str, Any]]:
    """Return the limits and the default of each parameter that the client sends."""
    found = {name: operation.parameters.get(("query", name)) for name in _SENT}
    shapes = {name: reader.parameter(raw).shape for name, raw in found.items() if raw is not None}
    return {
        name: {
            **{limit: value for kind in shape.kinds for limit, value in kind.bounds.items()},
            **({"default": shape.default} if shape.default else {}),
        }
        for name, shape in shapes.items()
    }
