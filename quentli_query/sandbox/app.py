"""The HTTP side: keys, paths, answers and errors."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

import attrs
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from quentli_query.sandbox.answer import Answer, Delivery
from quentli_query.sandbox.faults import RecordedRequest
from quentli_query.sandbox.issues import InvalidRequestError, RefusedError
from quentli_query.sandbox.operations import OPERATIONS, find
from quentli_query.sandbox.query import Query, read_query

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from quentli_query.sandbox.fate import Meeting


@attrs.frozen
class Call:
    """A request for an operation, as the server understands it.

    Attributes:
        values: What stands in the path, by name.
        query: The query.
        content_type: Which type the request gives its body; empty if it does not say.
        body: The body.
        meeting: The faults of the request.
    """

    values: Mapping[str, str]
    query: Query
    content_type: str
    body: bytes
    meeting: Meeting


# By method and path, as in OPERATIONS. They raise the two errors of the module issues.
Served: TypeAlias = Mapping[tuple[str, str], Callable[[Call], Answer]]

_SERVED = "the nine lists, single records, and creating and changing customers"


def create_app(
    served: Served,
    api_key: str,
    meet: Callable[[RecordedRequest], Meeting],
    record: Callable[[RecordedRequest], None],
) -> ASGIApp:
    """Return the application that serves some operations of the API, and says of the others that it does not.

    The server has to put the connection's transport into the state of every request, under ``transport``.

    Args:
        served: The operations to serve.
        api_key: The only key accepted.
        meet: Is asked, for every request that comes in, which faults it meets.
        record: Is given every request before the answer to it leaves.
    """

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return
        query = read_query(scope["query_string"].decode("latin-1"))
        seen = _seen(request, query, body)
        meeting = meet(seen)
        answer = meeting.on_answer(_answer(served, api_key, request, body, meeting.on_query(query), meeting))
        status = None if answer.delivery is Delivery.NONE else answer.status
        record(attrs.evolve(seen, status=status, faults=meeting.faults))
        await _deliver(answer, scope, receive, send)

    return app


async def _body(request: Request) -> bytes:
    # Those that have none are not asked for it: most requests are such, and asking takes time.
    return b"" if request.method in {"GET", "HEAD"} else await request.body()


def _seen(request: Request, query: Query, body: bytes) -> RecordedRequest:
    return RecordedRequest(
        method=request.method,
        path=request.scope["path"],
        query=request.scope["query_string"].decode("latin-1"),
        filter=query.where,
        order_by=query.order,
        skip=query.skip,
        take=query.take,
        status=None,
        body=body,
    )


def _answer(
    served: Served, api_key: str, request: Request, body: bytes, query: Query, meeting: Meeting
) -> Answer:
    try:
        operation, values = _operation(served, request, api_key)
        content_type = request.headers.get("content-type", "")
        return operation(Call(values, query, content_type, body, meeting))
    except RefusedError as error:
        answer = Answer.of_error(error.status, {"message": error.message})
        return attrs.evolve(answer, headers={**answer.headers, **error.headers})
    except InvalidRequestError as error:
        issues = [issue.to_wire() for issue in error.issues]
        return Answer.of_error(400, {"message": "The request is invalid", "issues": issues})


def _operation(
    served: Served, request: Request, api_key: str
) -> tuple[Callable[[Call], Answer], Mapping[str, str]]:
    # Not the decoded path, in which a slash may be a part of an id.
    found = find(request.scope["raw_path"].decode("latin-1"))
    if found is None:
        raise RefusedError(404, "Not Found")
    documented = OPERATIONS[found.path]
    method = "GET" if request.method == "HEAD" else request.method
    if method not in documented:
        allowed = (*documented, "HEAD") if "GET" in documented else documented
        raise RefusedError(405, "Method Not Allowed", {"allow": ", ".join(allowed)})
    if request.headers.get("authorization") != f"Bearer {api_key}":
        raise RefusedError(401, "You are not authenticated")
    if (method, found.path) not in served:
        raise RefusedError(501, f"The sandbox does not serve {method} {found.path}; it serves {_SERVED}")
    return served[method, found.path], found.values


async def _deliver(answer: Answer, scope: Scope, receive: Receive, send: Send) -> None:
    if answer.delay and await _gone_within(answer.delay, receive):
        return
    if answer.delivery is not Delivery.NONE:
        response = Response(answer.body, answer.status, answer.headers)
        await response(scope, receive, _halved(send) if answer.delivery is Delivery.HALF else send)
    if answer.delivery is not Delivery.WHOLE:
        scope["state"]["transport"].close()
        await _gone(receive)


def _halved(send: Send) -> Send:
    async def send_half(message: Message) -> None:
        body: bytes = message.get("body", b"")
        half = {"body": body[: len(body) // 2], "more_body": True} if body else {}
        await send({**message, **half})

    return send_half


async def _gone_within(seconds: float, receive: Receive) -> bool:
    try:
        async with asyncio.timeout(seconds):
            await _gone(receive)
    except TimeoutError:
        return False
    return True


async def _gone(receive: Receive) -> None:
    """Wait until the connection is closed."""
    while (await receive())["type"] != "http.disconnect":
        pass
