"""What an answer of the API means: nothing wrong, or which error."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast

import httpx

from ..errors import (
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    UnprocessableEntityError,
)

BODY_CUT = 2000

_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error(response: httpx.Response) -> APIStatusError:
    """The error that an answer without success stands for. The answer's body has been read."""
    status = response.status_code
    kind = _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)
    details = _error_details(response)
    vendor_message = details.get("message")
    if not isinstance(vendor_message, str):
        vendor_message = None
    issues = _issues(details.get("issues"))
    error = kind(
        f"status {status}: {vendor_message or _phrase(status)}{_spelled_out(issues)}",
        method=response.request.method,
        path=response.request.url.path,
        status=status,
        vendor_message=vendor_message,
        body=response.text[:BODY_CUT],
    )
    if isinstance(error, BadRequestError):
        error.issues = issues
    return error


def _error_details(response: httpx.Response) -> dict[str, Any]:
    try:
        details = response.json()["error"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return {}
    return cast("dict[str, Any]", details) if isinstance(details, dict) else {}


def _issues(found: object) -> tuple[dict[str, object], ...]:
    issues = cast("list[object]", found) if isinstance(found, list) else []
    return tuple(cast("dict[str, object]", issue) for issue in issues if isinstance(issue, dict))


def _spelled_out(issues: tuple[dict[str, object], ...]) -> str:
    return "".join(f"; {_where(issue.get('path'))}{issue.get('message', issue)}" for issue in issues)


def _where(path: object) -> str:
    steps = cast("list[object]", path) if isinstance(path, list) else []
    return f"{'.'.join(map(str, steps))}: " if steps else ""


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "not a registered status"
