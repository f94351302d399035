"""The resources that have a list, as their users see them."""

from __future__ import annotations

from typing import Any, Final

import pytest
from attrs import frozen
from quentli_client import models
from quentli_resources.registry import LISTS, ListEntry
from support.document import FILLED
from support.vocabularies import VOCABULARIES


@frozen
class Resource:
    """A resource that has a list.

    Attributes:
        name: the clients' attribute.
        path: the path of the list.
        fields: the vocabulary.
        listed: the class of the records on a page.
        single: the class of a record asked for by id; None where the API has no such operation.
    """

    name: str
    path: str
    fields: Any
    listed: Any
    single: Any


def _resource(entry: ListEntry) -> Resource:
    listed = getattr(models, entry["page_model"])
    single = entry["record_model"] and getattr(models, entry["record_model"])
    return Resource(entry["name"], entry["path"], VOCABULARIES[entry["name"]], listed, single)


RESOURCES: Final = [_resource(entry) for name, entry in LISTS.items() if name in FILLED]
GETTABLE: Final = [resource for resource in RESOURCES if resource.single]

every_resource = pytest.mark.parametrize("resource", RESOURCES, ids=lambda each: each.name)
every_gettable = pytest.mark.parametrize("resource", GETTABLE, ids=lambda each: each.name)
