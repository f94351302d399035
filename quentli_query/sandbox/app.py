"""The HTTP side: keys, paths, responses and errors."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

import attrs
from quentli_resources.registry import OPERATIONS
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from .faults import ActiveFaults, RecordedRequest
from .query import Query, read_query
from .resources import RESOURCES, Resource, find_path
from .responses import Answer, Delivery, InvalidRequestError, RefusedError, build_missing_error, dump_json
from .writes import change_customer, create_customer

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope, Send

    from .records import Records

_SERVED = "the nine lists, single records, and creating and changing customers"


@attrs.frozen
class Call:
    """A request for an operation.

    Attributes:
        values: the values in the path, by name.
        query: the query.
        content_type: the type that the request gives its body; empty if it gives none.
        body: the body.
        faults: the faults of the request.
    """

    values: Mapping[str, str]
    query: Query
    content_type: str
    body: bytes
    faults: ActiveFaults


@attrs.frozen(eq=False)
class App:
    """The ASGI application. It serves some operations of the API, and answers 501 to the others.

    The server has to put the connection's transport into the state of every request, under `transport`.

    Attributes:
        records: the records.
        api_key: the only key accepted.
        choose_faults: returns the faults of a request that came in.
        record: takes every request before its response leaves.
    """

    records: Records
    api_key: str
    choose_faults: Callable[[RecordedRequest], ActiveFaults]
    record: Callable[[RecordedRequest], None]
    _operations: dict[tuple[str, str], Callable[[Call], Answer]] = attrs.field(
        init=False, factory=dict[tuple[str, str], "Callable[[Call], Answer]"]
    )

    def __attrs_post_init__(self) -> None:
        self._operations["POST", "/v1/customers"] = self._create
        self._operations["PATCH", "/v1/customers/{id}"] = self._change
        for resource in RESOURCES.values():
            self._operations["GET", resource.path] = partial(self._list, resource)
            if resource.retrievable:
                self._operations["GET", f"{resource.path}/{{id}}"] = partial(self._get, resource)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""
        request = Request(scope, receive)
        try:
            # Reading takes time, and most requests have no body.
            body = b"" if request.method in {"GET", "HEAD"} else await request.body()
        except ClientDisconnect:
            return
        raw = scope["query_string"].decode("latin-1")
        query = read_query(raw)
        asked = (query.where, query.order, query.skip, query.take)
        recorded = RecordedRequest(request.method, scope["path"], raw, *asked, status=None, body=body)
        faults = self.choose_faults(recorded)
        answer = self._answer(request, body, faults.on_query(query), faults)
        status = None if answer.delivery is Delivery.NONE else answer.status
        self.record(attrs.evolve(recorded, status=status, faults=faults.faults))
        await _deliver(answer, scope, receive, send)

    def _answer(self, request: Request, body: bytes, query: Query, faults: ActiveFaults) -> Answer:
        try:
            answer = faults.on_request() or self._carry_out(request, body, query, faults)
        except RefusedError as error:
            answer = Answer.of_error(error.status, {"message": error.message})
            answer = attrs.evolve(answer, headers={**answer.headers, **error.headers})
        except InvalidRequestError as error:
            issues = [issue.to_wire() for issue in error.issues]
            answer = Answer.of_error(400, {"message": "The request is invalid", "issues": issues})
        return faults.on_answer(attrs.evolve(answer, delay=query.delay))

    def _carry_out(self, request: Request, body: bytes, query: Query, faults: ActiveFaults) -> Answer:
        operation, values = self._find_operation(request)
        content_type = request.headers.get("content-type", "")
        return operation(Call(values, query, content_type, body, faults))

    def _find_operation(self, request: Request) -> tuple[Callable[[Call], Answer], Mapping[str, str]]:
        # Not the decoded path, in which a slash may be part of an id.
        found = find_path(request.scope["raw_path"].decode("latin-1"))
        if found is None:
            raise RefusedError(404, "Not Found")
        path, values = found
        methods = [*OPERATIONS[path], *(["HEAD"] if "GET" in OPERATIONS[path] else [])]
        if request.method not in methods:
            raise RefusedError(405, "Method Not Allowed", {"allow": ", ".join(methods)})
        if request.headers.get("authorization") != f"Bearer {self.api_key}":
            raise RefusedError(401, "You are not authenticated")
        method = "GET" if request.method == "HEAD" else request.method
        if (method, path) not in self._operations:
            raise RefusedError(501, f"The sandbox does not serve {method} {path}; it serves {_SERVED}")
        return self._operations[method, path], values

    def _list(self, resource: Resource, call: Call) -> Answer:
        page = call.faults.on_page(self.records.list(resource.name, call.query))
        return Answer.of_json(b"[" + b",".join(page) + b"]")

    def _get(self, resource: Resource, call: Call) -> Answer:
        found = self.records.get(resource.name, call.values["id"])
        if found is None:
            raise build_missing_error(resource.record_name, call.values["id"])
        single = found if resource.name != "invoices" else _drop_concepts(found)
        return Answer.of_json(_apply_faults(call, single))

    def _create(self, call: Call) -> Answer:
        created = create_customer(self.records, call.body, call.content_type)
        return Answer.of_json(b'{"customer":' + _apply_faults(call, created) + b"}")

    def _change(self, call: Call) -> Answer:
        changed = change_customer(self.records, call.values["id"], call.body, call.content_type)
        return Answer.of_json(b'{"customer":' + _apply_faults(call, changed) + b"}")


def _apply_faults(call: Call, record: bytes) -> bytes:
    # The API documents null as a response; a fault may leave nothing else.
    return next(iter(call.faults.on_page([record])), b"null")


def _drop_concepts(invoice: bytes) -> bytes:
    """Return an invoice as the API sends it alone: only its list has the concepts of items."""
    record = json.loads(invoice)
    items = [{key: value for key, value in item.items() if key != "concept"} for item in record["items"]]
    return dump_json({**record, "items": items})


async def _deliver(answer: Answer, scope: Scope, receive: Receive, send: Send) -> None:
    if answer.delay:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(answer.delay):
                await _wait_until_closed(receive)
                return
    if answer.delivery is not Delivery.NONE:
        response = Response(answer.body, answer.status, answer.headers)
        await response(scope, receive, _send_half(send) if answer.delivery is Delivery.HALF else send)
    if answer.delivery is not Delivery.WHOLE:
        scope["state"]["transport"].close()
        await _wait_until_closed(receive)


def _send_half(send: Send) -> Send:
    async def send_half(message: Message) -> None:
        body: bytes = message.get("body", b"")
        half = {"body": body[: len(body) // 2], "more_body": True} if body else {}
        await send({**message, **half})

    return send_half


async def _wait_until_closed(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
