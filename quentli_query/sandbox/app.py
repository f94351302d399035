"""The HTTP side: keys, paths, answers and errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from quentli_query.sandbox.collection import Collection, select
from quentli_query.sandbox.issues import InvalidRequestError
from quentli_query.sandbox.query import Query, read_query
from quentli_query.sandbox.recorded import RecordedRequest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from quentli_query.sandbox.faults import Fate


# Where in ASGI's scope the decoded query travels, so that it is decoded once.
_QUERY = "quentli.query"


def create_app(
    collections: Iterable[Collection],
    api_key: str,
    fate: Fate,
    record: Callable[[RecordedRequest], None],
) -> ASGIApp:
    """Return the application that serves the lists of some resources.

    Args:
        collections: What to serve, each under its path.
        api_key: The only key accepted.
        fate: Says what is wrong with the answers.
        record: Is given every request before the answer to it leaves.
    """
    app = Starlette(
        routes=[Route(each.path, _list_endpoint(each, api_key), methods=["GET"]) for each in collections],
        exception_handlers={HTTPException: _user_error, InvalidRequestError: _validation_error},
    )
    app.router.redirect_slashes = False
    return _misbehaving(app, fate, record)


def _list_endpoint(collection: Collection, api_key: str) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if request.headers.get("authorization") != f"Bearer {api_key}":
            raise HTTPException(401, "You are not authenticated")
        return JSONResponse(select(collection, request.scope[_QUERY]))

    return endpoint


async def _user_error(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"error": {"message": error.detail}}, error.status_code, error.headers)


async def _validation_error(_request: Request, error: Exception) -> Response:
    assert isinstance(error, InvalidRequestError)
    issues = [issue.to_wire() for issue in error.issues]
    return JSONResponse({"error": {"message": "The request is invalid", "issues": issues}}, 400)


def _misbehaving(app: ASGIApp, fate: Fate, record: Callable[[RecordedRequest], None]) -> ASGIApp:
    async def misbehaving(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        query = read_query(request.url.query)
        seen = _seen(request, query)
        meeting = fate.meets(seen)
        scope[_QUERY] = meeting.on_query(query)

        async def watch(message: Message) -> None:
            if message["type"] == "http.response.start":
                record(attrs.evolve(seen, status=message["status"], faults=meeting.faults))
            await send(message)

        await app(scope, receive, watch)

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
