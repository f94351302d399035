"""Names made of names."""

from __future__ import annotations

import unicodedata


def slug(name: str, joint: str) -> str:
    """Return the first two words of a name in small letters without accents; empty if it has no such letters.

    >>> slug("María José Ibáñez", "_")
    'maria_jose'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return joint.join(plain.lower().split()[:2])
