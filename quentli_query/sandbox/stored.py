"""A record of the sandbox with its JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import attrs


@attrs.frozen
class Stored:
    """A record, and what is sent of it.

    Attributes:
        record: The record in the form it has on the wire. To be read, not to be changed.
    """

    record: dict[str, Any]
    _kept: bytes | None = None

    @property
    def json(self) -> bytes:
        """The record as JSON in UTF-8."""
        return _json(self.record) if self._kept is None else self._kept

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Stored:
        """Return a copy of a record, with its JSON made once, for records that are asked for again and again.

        Raises:
            ValueError: The record has a value that JSON cannot express, such as a NaN.
            TypeError: The record has a value of a type that JSON cannot express.
        """
        text = _json(dict(record))
        return cls(json.loads(text), text)


def _json(record: Mapping[str, Any]) -> bytes:
    return json.dumps(record, allow_nan=False, ensure_ascii=False, separators=(",", ":")).encode()


Page: TypeAlias = "Sequence[Stored]"
