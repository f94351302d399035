"""npm's qs, in the versions that the tests compare this library with."""

from __future__ import annotations

import json
from typing import Any

from conformance.node import HERE, PACKAGE_JSON, NodeProcess, installed

_PREFIX = "qs-"
_PACKAGES: list[str] = list(json.loads(PACKAGE_JSON.read_text(encoding="utf-8"))["dependencies"])

VERSIONS = tuple(name.removeprefix(_PREFIX) for name in _PACKAGES if name.startswith(_PREFIX))
"""Oldest first."""

OLDEST, NEWEST = VERSIONS[0], VERSIONS[-1]


class Qs(NodeProcess):
    """npm's qs with its default options, except that keys are written bare: `encodeValuesOnly`."""

    versions = VERSIONS

    def __init__(self) -> None:
        super().__init__(HERE / "qs_worker.js", installed())

    def parse(self, text: str, version: str = NEWEST) -> Any:
        """Return the object that a server reads from `text`: dicts, lists and strings."""
        return self._call("parse", [version], text=text)[version]

    def parse_by_all(self, text: str) -> dict[str, Any]:
        """Return the object that each version reads from `text`."""
        return self._call("parse", VERSIONS, text=text)

    def read_all(self, texts: list[str], parameter: str) -> list[list[Any]]:
        """Return the object that an API with the oldest and with the newest version reads from each query."""
        call = {"operation": "read", "texts": texts, "parameter": parameter, "versions": [OLDEST, NEWEST]}
        self.send([call])
        [results] = self.receive()
        return list(results)

    def stringify(self, where: object, version: str = NEWEST) -> str:
        """Return the string that JavaScript code writes for `where`."""
        return str(self._call("stringify", [version], object=where)[version])

    def stringify_by_all(self, where: object) -> dict[str, Any]:
        """Return the string that each version writes for `where`."""
        return self._call("stringify", VERSIONS, object=where)

    def _call(self, operation: str, versions: tuple[str, ...] | list[str], **given: object) -> dict[str, Any]:
        # All versions in one line: going back and forth costs more than what qs has to do.
        self.send([{"operation": operation, "version": version, **given} for version in versions])
        return dict(zip(versions, self.receive(), strict=True))


def as_read(value: object) -> object:
    """Return a where-object as a server reads it from a query string: every scalar is text."""
    if isinstance(value, dict):
        return {key: as_read(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_read(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
