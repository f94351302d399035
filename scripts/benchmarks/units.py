"""In which units measurements are shown."""

from __future__ import annotations

from attrs import frozen


@frozen
class Unit:
    """A unit, and how large it is in nanoseconds or in bytes, whichever is measured."""

    name: str
    size: float

    def written(self, measured: float) -> str:
        """The number for a table."""
        return f"{measured / self.size:.2f}"


MICROSECONDS = Unit("µs", 1e3)
MILLISECONDS = Unit("ms", 1e6)
SECONDS = Unit("s", 1e9)
BYTES = Unit("B", 1)
MEBIBYTES = Unit("MiB", 2**20)
