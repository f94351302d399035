"""Resources that have a list. The code of each is imported when it is opened."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from attrs import frozen
from quentli_resources.registry import LISTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..filters.vocabulary import Vocabulary


@frozen(eq=False)
class ResourceSpec:
    """One resource that has a list.

    Attributes:
        name: name of the list: the clients' attribute.
        vocabulary_name: name of its vocabulary.
        vocabulary: its fields.
        page_model: generated class of the records on a page.
        describe_page: generated function that returns the request for a page as data.
        record_model: generated class of one record.
        describe_record: generated function that returns the request for one record; None if there is none.
    """

    name: str
    vocabulary_name: str
    vocabulary: Vocabulary
    page_model: Any
    describe_page: Callable[..., dict[str, Any]]
    record_model: Any
    describe_record: Any


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
        import_module(entry["list_operation"]).describe_request,
        getattr(models, entry["record_model"] or entry["page_model"]),
        import_module(entry["get_operation"]).describe_request if entry["get_operation"] else None,
    )
