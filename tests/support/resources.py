"""The nine resources that have a list, as their users see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
from attrs import frozen
from quentli_client.models import Invoice
from support.vocabularies import MODELS, VOCABULARIES

if TYPE_CHECKING:
    from quentli_query.filters.vocabulary import Vocabulary


@frozen
class Resource:
    """A resource that has a list.

    Attributes:
        name: the clients' attribute.
        fields: the vocabulary.
        listed: the class of the records on a page.
        single: the class of a record asked for by id; None where the API has no such operation.
    """

    name: str
    fields: Any
    listed: Any
    single: Any

    @property
    def path(self) -> str:
        return f"/v1/{self.name.replace('_', '-')}"


def _resource(name: str, vocabulary: Vocabulary) -> Resource:
    listed = MODELS[vocabulary]
    single = {"invoices": Invoice, "webhook_events": None}.get(name, listed)
    return Resource(name, vocabulary, listed, single)


RESOURCES: Final = [_resource(name, vocabulary) for name, vocabulary in VOCABULARIES.items()]
GETTABLE: Final = [resource for resource in RESOURCES if resource.single]

every_resource = pytest.mark.parametrize("resource", RESOURCES, ids=lambda each: each.name)
every_gettable = pytest.mark.parametrize("resource", GETTABLE, ids=lambda each: each.name)
