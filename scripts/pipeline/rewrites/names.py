"""Names of classes, made of the words of the document."""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_PLURALS = (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"))
_NO_PLURAL = ("ss", "us", "is")


def words(name: str) -> list[str]:
    """Split a name into its words, whichever way it joins them.

    >>> words("collectionMethod"), words("subscription-home"), words("customers_get_by_id")
    (['collection', 'Method'], ['subscription', 'home'], ['customers', 'get', 'by', 'id'])
    """
    return _WORD.findall(name)


def pascal(*names: str) -> str:
    """Join names to one, each word with a capital.

    >>> pascal("CreateCustomer", "metadata item", "Input")
    'CreateCustomerMetadataItemInput'
    """
    return "".join(word[0].upper() + word[1:] for name in names for word in words(name))


def item(name: str = "") -> str:
    """Name one item of a list.

    >>> [item(name) for name in ("discounts", "taxes", "entries", "metadata", "status")]
    ['discount', 'tax', 'entry', 'metadata item', 'status item']
    """
    for plural, singular in _PLURALS:
        if name.endswith(plural):
            return name.removesuffix(plural) + singular
    if name.endswith("s") and not name.endswith(_NO_PLURAL):
        return name.removesuffix("s")
    return f"{name} item".strip()


def find_common_words(names: Sequence[Sequence[str]]) -> list[str]:
    """Return the words of the first name that all others have as well."""
    return [word for word in names[0] if all(word in name for name in names)]


def grant(claims: Mapping[Thing, Sequence[str]], taken: Iterable[str]) -> dict[Thing, str]:
    """Give each claimant the first of its names that is not taken, or else one with a number.

    Who comes first has the first choice. Names that only differ in case are equal, as the files of their
    modules would be.
    """
    spent = {name.lower() for name in taken}
    names: dict[Thing, str] = {}
    for claimant, wanted in claims.items():
        numbered = (f"{wanted[-1]}{number}" for number in range(2, len(claims) + len(spent) + 3))
        names[claimant] = next(name for name in (*wanted, *numbered) if name.lower() not in spent)
        spent.add(names[claimant].lower())
    return names
