"""An answer before it goes out."""

from __future__ import annotations

import json
from enum import Enum
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping


class Delivery(Enum):
    """How much of an answer goes out before the connection is closed."""

    WHOLE = "the whole answer, and the connection stays open"
    HALF = "the headers, with the length of the whole body, and half of the body"
    NONE = "not one byte"


@attrs.frozen
class Answer:
    """An answer before it goes out.

    Attributes:
        status: The HTTP status.
        headers: The headers, without the body's length.
        body: The body.
        delay: How long the client has to wait for it, in seconds.
        delivery: How much of it goes out.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    delay: float = 0.0
    delivery: Delivery = Delivery.WHOLE

    @classmethod
    def of_json(cls, body: bytes, status: int = 200) -> Answer:
        """Return an answer with JSON, which is given as bytes."""
        return cls(status, {"content-type": "application/json"}, body)

    @classmethod
    def of_error(cls, status: int, error: Mapping[str, object]) -> Answer:
        """Return an error in the form in which the API writes them."""
        return cls.of_json(json.dumps({"error": error}).encode(), status)
