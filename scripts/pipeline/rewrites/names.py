"""Names of classes, made of the words of the document."""

import re
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from scripts.pipeline.naming import singular

Thing = TypeVar("Thing", bound=Hashable)

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


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
    return singular(name) if singular(name) != name else f"{name} item".strip()


def number_repeated(names: Mapping[Thing, str], taken: Iterable[str]) -> dict[Thing, str]:
    """Return distinct names: a number follows one that is taken.

    Names that only differ in case are equal, as the files of their modules would be.
    """
    spent = {name.lower() for name in taken}
    distinct: dict[Thing, str] = {}
    for owner, wanted in names.items():
        numbered = (f"{wanted}{number}" for number in range(2, len(names) + len(spent) + 3))
        distinct[owner] = next(name for name in (wanted, *numbered) if name.lower() not in spent)
        spent.add(distinct[owner].lower())
    return distinct
