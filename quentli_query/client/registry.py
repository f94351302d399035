"""Resources that have a list. The code of each is imported when it is opened."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from attrs import frozen
from quentli_resources.registry import LISTS

if TYPE_CHECKING:
    from types import ModuleType

    from ..filters.vocabulary import Vocabulary


@frozen(eq=False)
class ResourceSpec:
    """One resource that has a list.

    Attributes:
        name: name of the list: the clients' attribute.
        vocabulary_name: name of its vocabulary.
        vocabulary: its fields.
        page_model: generated class of the records on a page.
        list_operation: generated module that describes the request for a page.
        record_model: generated class of one record.
        get_operation: generated module that describes the request for one record; None if the API has none.
    """

    name: str
    vocabulary_name: str
    vocabulary: Vocabulary
    page_model: Any
    list_operation: ModuleType
    record_model: Any
    get_operation: Any


@cache
def load_resource(name: str) -> ResourceSpec:
    """Import what the methods of a list need.

    Raises:
        KeyError: if the resource has no list.
    """
    entry = LISTS[name]
    vocabularies = import_module("quentli_resources.vocabularies")
    models = import_module("quentli_client.models")
    return ResourceSpec(
        name,
        entry["vocabulary"],
        getattr(vocabularies, entry["vocabulary"]),
        getattr(models, entry["page_model"]),
        import_module(entry["list_operation"]),
        getattr(models, entry["record_model"] or entry["page_model"]),
        import_module(entry["get_operation"]) if entry["get_operation"] else None,
    )
