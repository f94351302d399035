"""Table of the resources that have a list. Imports the code of a resource on first use."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen
from quentli_resources.registry import LISTS

if TYPE_CHECKING:
    from types import ModuleType

    from ..filters.vocabulary import Vocabulary


@frozen
class ResourceSpec:
    """One resource that has a list.

    Attributes:
        name: name of the list: the clients' attribute.
        vocabulary_name: name of its vocabulary.
        page_model_name: name of the generated class of the records on a page.
        record_model_name: name of the generated class of one record; None if the API has no operation for it.
        list_operation_name: generated module that describes the request for a page.
        get_operation_name: generated module that describes the request for one record; None if there is none.
    """

    name: str
    vocabulary_name: str
    page_model_name: str
    record_model_name: str | None
    list_operation_name: str
    get_operation_name: str | None

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Fields of the resource."""
        vocabulary: Vocabulary = getattr(
            import_module("quentli_resources.vocabularies"), self.vocabulary_name
        )
        return vocabulary

    @cached_property
    def list_operation(self) -> ModuleType:
        """Generated module that describes the request for a page."""
        return import_module(self.list_operation_name)

    @cached_property
    def get_operation(self) -> ModuleType:
        """Generated module that describes the request for one record."""
        return import_module(self.get_operation_name or "")

    @cached_property
    def page_model(self) -> Any:
        """Generated class of the records on a page."""
        return getattr(import_module("quentli_client.models"), self.page_model_name)

    @cached_property
    def record_model(self) -> Any:
        """Generated class of one record."""
        return getattr(import_module("quentli_client.models"), self.record_model_name or self.page_model_name)


RESOURCES: Final = {
    name: ResourceSpec(
        name,
        entry["vocabulary"],
        entry["page_model"],
        entry["record_model"],
        entry["list_operation"],
        entry["get_operation"],
    )
    for name, entry in LISTS.items()
}
