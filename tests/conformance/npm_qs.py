"""npm's qs, in the versions that the tests compare this library with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Self

from conformance.node import HERE, PACKAGE_JSON, NodeProcess, installed

if TYPE_CHECKING:
    from types import TracebackType

_PREFIX = "qs-"
_PACKAGES: list[str] = list(json.loads(PACKAGE_JSON.read_text(encoding="utf-8"))["dependencies"])

VERSIONS = tuple(name.removeprefix(_PREFIX) for name in _PACKAGES if name.startswith(_PREFIX))
"""Oldest first."""

OLDEST, NEWEST = VERSIONS[0], VERSIONS[-1]


class Qs:
    """npm's qs with its default options, except that keys are written bare: `encodeValuesOnly`."""

    versions = VERSIONS

    def __init__(self) -> None:
        self._process = NodeProcess(HERE / "qs_worker.js", installed())

    def parse(self, text: str, version: str = NEWEST) -> Any:
        """The object that a server reads from `text`: dicts, lists and strings."""
        return self._call("parse", [version], text=text)[version]

    def parse_by_all(self, text: str) -> dict[str, Any]:
        """What each version reads from `text`."""
        return self._call("parse", VERSIONS, text=text)

    def stringify(self, where: object, version: str = NEWEST) -> str:
        """The string that JavaScript code writes for `where`."""
        return str(self._call("stringify", [version], object=where)[version])

    def stringify_by_all(self, where: object) -> dict[str, Any]:
        """What each version writes for `where`."""
        return self._call("stringify", VERSIONS, object=where)

    def bench_stringify(self, where: object, iterations: int, version: str = NEWEST) -> float:
        """Nanoseconds that one `stringify` of `where` takes, by Node's own clock."""
        timed = self._call("bench_stringify", [version], object=where, iterations=iterations)
        return float(timed[version])

    def _call(self, operation: str, versions: tuple[str, ...] | list[str], **given: object) -> dict[str, Any]:
        # All versions in one line: going back and forth costs more than what qs has to do.
        self._process.send([{"operation": operation, "version": version, **given} for version in versions])
        return dict(zip(versions, self._process.receive(), strict=True))

    def close(self) -> None:
        """End the Node process."""
        self._process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def as_read(value: object) -> object:
    """What a where-object is after a trip through a query string: every scalar is text."""
    if isinstance(value, dict):
        return {key: as_read(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_read(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
