"""The HTTP side: keys, paths, answers and errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from quentli_query.sandbox.collection import Collection, select
from quentli_query.sandbox.issues import InvalidRequestError
from quentli_query.sandbox.query import Query, read_query

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send


# Where in ASGI's scope the decoded query travels, so that it is decoded once.
_QUERY = "quentli.query"


@attrs.frozen
class RecordedRequest:
    """A request that was answered.

    Attributes:
        method: The HTTP method.
        path: The path, without the query.
        query: The query as it was received, percent-encoded and without the ``?``.
        filter: The where-object in ``filter``, decoded; None without one.
        order_by: The object in ``orderBy``, decoded; None without one.
        skip: How many records were to be passed over, 0 when left out; None if that could not be read.
        take: How many records were asked for at most, 20 when left out; None if that could not be read.
        status: The HTTP status of the answer.
    """

    method: str
    path: str
    query: str
    filter: dict[str, Any] | None
    order_by: dict[str, Any] | None
    skip: int | None
    take: int | None
    status: int


def create_app(
    collections: Iterable[Collection], api_key: str, record: Callable[[RecordedRequest], None]
) -> ASGIApp:
    """Return the application that serves the lists of some resources.

    Args:
        collections: What to serve, each under its path.
        api_key: The only key accepted.
        record: Is given every request before the answer to it leaves.
    """
    app = Starlette(
        routes=[Route(each.path, _list_endpoint(each, api_key), methods=["GET"]) for each in collections],
        exception_handlers={HTTPException: _user_error, InvalidRequestError: _validation_error},
    )
    app.router.redirect_slashes = False
    return _recorded(app, record)


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


def _recorded(app: ASGIApp, record: Callable[[RecordedRequest], None]) -> ASGIApp:
    async def recorded(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        scope[_QUERY] = read_query(request.url.query)

        async def watch(message: Message) -> None:
            if message["type"] == "http.response.start":
                record(_recorded_request(request, scope[_QUERY], message["status"]))
            await send(message)

        await app(scope, receive, watch)

    return recorded


def _recorded_request(request: Request, query: Query, status: int) -> RecordedRequest:
    return RecordedRequest(
        method=request.method,
        path=request.url.path,
        query=request.url.query,
        filter=query.where,
        order_by=query.order,
        skip=query.skip,
        take=query.take,
        status=status,
    )
