"""The HTTP side: keys, paths, answers and errors."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import attrs
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from quentli_query.sandbox.answer import Answer, Delivery
from quentli_query.sandbox.collection import Collection, select
from quentli_query.sandbox.issues import InvalidRequestError
from quentli_query.sandbox.query import Query, read_query
from quentli_query.sandbox.recorded import RecordedRequest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from quentli_query.sandbox.fate import Meeting

# Where in ASGI's scope there travel: the query, so that it is decoded once, and the faults of the request.
_QUERY = "quentli.query"
_MEETING = "quentli.meeting"


def create_app(
    collections: Mapping[str, Callable[[], Collection]],
    api_key: str,
    meet: Callable[[RecordedRequest], Meeting],
    record: Callable[[RecordedRequest], None],
) -> ASGIApp:
    """Return the application that serves the lists of some resources.

    The server has to put the connection's transport into the state of every request, under ``transport``.

    Args:
        collections: What to serve, by path. Each is asked once a request for what there is at that moment.
        api_key: The only key accepted.
        meet: Is asked, for every request that comes in, which faults it meets.
        record: Is given every request before the answer to it leaves.
    """
    app = Starlette(
        routes=[
            Route(path, _list_endpoint(present, api_key), methods=["GET"])
            for path, present in collections.items()
        ],
        exception_handlers={HTTPException: _user_error, InvalidRequestError: _validation_error},
    )
    app.router.redirect_slashes = False
    return _misbehaving(app, meet, record)


def _list_endpoint(
    present: Callable[[], Collection], api_key: str
) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if request.headers.get("authorization") != f"Bearer {api_key}":
            raise HTTPException(401, "You are not authenticated")
        page = request.scope[_MEETING].on_page(select(present(), request.scope[_QUERY]))
        return Response(
            b"[" + b",".join(stored.json for stored in page) + b"]", media_type="application/json"
        )

    return endpoint


async def _user_error(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"error": {"message": error.detail}}, error.status_code, error.headers)


async def _validation_error(_request: Request, error: Exception) -> Response:
    assert isinstance(error, InvalidRequestError)
    issues = [issue.to_wire() for issue in error.issues]
    return JSONResponse({"error": {"message": "The request is invalid", "issues": issues}}, 400)


def _misbehaving(
    app: ASGIApp, meet: Callable[[RecordedRequest], Meeting], record: Callable[[RecordedRequest], None]
) -> ASGIApp:
    async def misbehaving(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        query = read_query(request.url.query)
        seen = _seen(request, query)
        meeting = meet(seen)
        scope.update({_QUERY: meeting.on_query(query), _MEETING: meeting})
        answer = meeting.on_answer(await _answer(app, scope, receive))
        status = None if answer.delivery is Delivery.NONE else answer.status
        record(attrs.evolve(seen, status=status, faults=meeting.faults))
        await _deliver(answer, scope, receive, send)

    return misbehaving


def _seen(request: Request, query: Query) -> RecordedRequest:
    return RecordedRequest(
        method=request.method,
        path=request.url.path,
        query=request.url.query,
        filter=query.where,
        order_by=query.order,
        skip=query.skip,
        take=query.take,
        status=None,
    )


async def _answer(app: ASGIApp, scope: Scope, receive: Receive) -> Answer:
    messages: list[Message] = []

    async def keep(message: Message) -> None:
        messages.append(message)

    await app(scope, receive, keep)
    head, *bodies = messages
    headers = {name.decode(): value.decode() for name, value in head["headers"]}
    del headers["content-length"]
    return Answer(head["status"], headers, b"".join(message["body"] for message in bodies))


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
