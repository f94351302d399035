"""How well a piece of the filter language is known, since the API publishes no schema of it."""

from __future__ import annotations

import enum


class Evidence(enum.Enum):
    """Where the knowledge of a spelling comes from.

    The vendor's reference shows filters only in examples. What is not in one of them may still work, but a
    server may also ignore it and answer more records than asked for.
    """

    DOCUMENTED = "documented"
    """An example in the vendor's reference uses the operator."""

    SEEN = "seen"
    """A public integration that runs against the real API uses exactly this spelling."""

    INFERRED = "inferred"
    """Follows from the conventions (those of Prisma) that the documented examples keep to."""
