"""Units of the measurements in the report."""

from __future__ import annotations

from attrs import frozen


@frozen
class Unit:
    """A unit of time or memory, and its size in nanoseconds or bytes."""

    name: str
    size: float

    def format(self, measured: float) -> str:
        """Return the number for a table."""
        return f"{measured / self.size:.2f}"


MICROSECONDS = Unit("µs", 1e3)
MILLISECONDS = Unit("ms", 1e6)
SECONDS = Unit("s", 1e9)
BYTES = Unit("B", 1)
MEBIBYTES = Unit("MiB", 2**20)
