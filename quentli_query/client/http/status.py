"""Error statuses of the API as typed exceptions."""

from __future__ import annotations

import json
from typing import Any, cast

from httpx import codes

from ...errors import (
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

EXCERPT_CHARACTERS = 2000

_ERROR_CLASSES: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def build_status_error(status: int, content: bytes, method: str, path: str, retries: int) -> APIStatusError:
    """Build the exception for a response whose status is no success."""
    error_class = _ERROR_CLASSES.get(status, InternalServerError if status >= 500 else APIStatusError)
    details = _read_details(content)
    vendor_message = details.get("message")
    if not isinstance(vendor_message, str):
        vendor_message = None
    issues = _read_issues(details.get("issues"))
    summary = vendor_message or codes.get_reason_phrase(status) or "not a registered status"
    text = summary + "".join(map(_describe_issue, issues))
    error = error_class(
        f"status {status}: {text[:EXCERPT_CHARACTERS]}",
        method=method,
        path=path,
        retries=retries,
        status=status,
        vendor_message=vendor_message and vendor_message[:EXCERPT_CHARACTERS],
        body=excerpt(content),
    )
    if isinstance(error, BadRequestError):
        error.issues = issues
    return error


def excerpt(content: bytes) -> str:
    """Return the first 2,000 characters of a body; bytes that are no text become replacement characters."""
    return content[: 4 * EXCERPT_CHARACTERS].decode(errors="replace")[:EXCERPT_CHARACTERS]


def _read_details(content: bytes) -> dict[str, Any]:
    try:
        details = json.loads(content)["error"]
    except (ValueError, LookupError, TypeError, RecursionError):  # an error page of anybody on the way
        return {}
    return cast("dict[str, Any]", details) if isinstance(details, dict) else {}


def _read_issues(found: object) -> tuple[dict[str, object], ...]:
    issues = cast("list[object]", found) if isinstance(found, list) else []
    return tuple(cast("dict[str, object]", issue) for issue in issues if isinstance(issue, dict))


def _describe_issue(issue: dict[str, object]) -> str:
    path = issue.get("path")
    steps = cast("list[object]", path) if isinstance(path, list) else []
    place = f"{'.'.join(map(str, steps))}: " if steps else ""
    return f"; {place}{issue.get('message', issue)}"
