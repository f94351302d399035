"""The operations that read: lists, and single records by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.sandbox.answer import Answer
from quentli_query.sandbox.collection import Collection, select
from quentli_query.sandbox.issues import missing
from quentli_query.sandbox.resources import RESOURCES, Resource
from quentli_query.sandbox.stored import Stored

if TYPE_CHECKING:
    from collections.abc import Callable

    from quentli_query.sandbox.app import Call, Served


def reading(present: Callable[[str], Collection]) -> Served:
    """Return the operations that read records.

    Args:
        present: Is asked once a request for the present records of a resource, by its name.
    """
    lists = {("GET", resource.path): _list(name, present) for name, resource in RESOURCES.items()}
    singles = {
        ("GET", f"{resource.path}/{{id}}"): _single(name, resource, present)
        for name, resource in RESOURCES.items()
        if resource.has_single
    }
    return {**lists, **singles}


def _list(name: str, present: Callable[[str], Collection]) -> Callable[[Call], Answer]:
    def answer(call: Call) -> Answer:
        page = call.meeting.on_page(select(present(name), call.query))
        return Answer.of_json(b"[" + b",".join(stored.json for stored in page) + b"]")

    return answer


def _single(name: str, resource: Resource, present: Callable[[str], Collection]) -> Callable[[Call], Answer]:
    def answer(call: Call) -> Answer:
        identifier = call.values["id"]
        stored = present(name).by_id.get(identifier)
        if stored is None:
            raise missing(resource.one, identifier)
        page = call.meeting.on_page([Stored(dict(resource.alone(stored.record)))])
        # Where a fault leaves nothing: the API documents that null may be answered.
        return Answer.of_json(page[0].json if page else b"null")

    return answer
