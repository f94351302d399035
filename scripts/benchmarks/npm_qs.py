"""npm's qs as a contestant: in a Node process of its own, timed there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen
from conformance.node import NodeProcess, installed
from conformance.npm_qs import NEWEST

from scripts.benchmarks.measuring import Effort

if TYPE_CHECKING:
    from types import TracebackType


class Node:
    """The process. Objects are brought in when their turn is near: those that follow leave no mark on it."""

    def __init__(self, effort: Effort) -> None:
        self._process = NodeProcess(Path(__file__).with_suffix(".js"), installed())
        self._warm_up = round(effort.warm_up)
        self._objects = 0

    def stringify(self, name: str, where: object, *, per: int = 1, form: str | None = None) -> Stringify:
        """A contestant that writes `where`; the warm-up happens now."""
        output = self._ask(version=NEWEST, object=where, warmUp=self._warm_up)
        self._objects += 1
        return Stringify(name, per, form, self, self._objects - 1, str(output))

    def time(self, index: int, calls: int) -> float:
        """Nanoseconds that a call takes for the object that was brought in at that place."""
        return float(self._ask(index=index, calls=calls))

    def _ask(self, **message: object) -> Any:
        self._process.send(message)
        return self._process.receive()

    def __enter__(self) -> Node:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.close()


@frozen
class Stringify:
    """`qs.stringify` of one object."""

    name: str
    per: int
    form: str | None
    node: Node
    index: int
    text: str

    def output(self) -> str:
        """What it writes."""
        return self.text

    def time(self, calls: int) -> float:
        """Nanoseconds that a call takes."""
        return self.node.time(self.index, calls)
