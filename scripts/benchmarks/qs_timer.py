"""npm's qs as a contestant. It runs and is timed in a Node process."""

from __future__ import annotations

from pathlib import Path

from conformance.node import NodeProcess, installed
from conformance.npm_qs import NEWEST

from scripts.benchmarks.measurement import Contestant, Effort, Output


class QsTimer(NodeProcess):
    """A Node process that times `qs.stringify`."""

    def __init__(self, effort: Effort) -> None:
        super().__init__(Path(__file__).with_suffix(".js"), installed())
        self._warm_up = round(effort.warm_up)

    def create_contestant(self, name: str, where: object, form: str, items: int = 1) -> Contestant:
        """Send `where` to Node, warm up, and return a contestant that writes `where`."""
        self.send({"version": NEWEST, "object": where, "warmUp": self._warm_up})
        index, text = self.receive()

        def time(calls: int) -> float:
            self.send({"index": index, "calls": calls})
            return float(self.receive())

        return Contestant(name, time, items, Output(form, text))
