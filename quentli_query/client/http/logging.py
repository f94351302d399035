"""The logger, and its lines at DEBUG: filters and bodies, without secrets."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any, Final, cast

import httpx
from quentli_client.types import SECRETS
from quentli_resources.registry import LISTS

from ...errors import FilterError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..config import Secret

LOGGER = logging.getLogger("quentli_query")
LOGGER.addHandler(logging.NullHandler())

# Longest body shown, in characters.
BODY_CHARACTERS = 2000

# Endings of the names whose values are hidden. Some addresses log their holder in, as auth links do.
_HIDDEN: Final = (*SECRETS, "url", "carddetail", "bankaccount")


def log_request(request: httpx.Request, secret: Secret) -> None:
    """Log the query and body of a call at DEBUG: they hold personal data."""
    query, body = secret.redact(_describe_query(request.url)), _describe_body(_read_content(request), secret)
    text = ", ".join(part for part in (query, body) if part) or "nothing more"
    LOGGER.debug("%s %s asks: %s", request.method, request.url.path, text)


def log_response(request: httpx.Request, response: httpx.Response, secret: Secret) -> None:
    """Log the beginning of a body at DEBUG: it holds personal data."""
    text = _describe_body(response.content, secret) or "nothing"
    LOGGER.debug("%s %s answers: %s", request.method, request.url.path, text)


def _describe_query(url: httpx.URL) -> str:
    return f"{dict(url.params)}{_describe_filter(url)}" if url.query else ""


def _describe_filter(url: httpx.URL) -> str:
    """Return the filter of a list as Python; nothing if there is none, or none that the parser knows."""
    from ...filters.parser import parse_filter  # noqa: PLC0415 - most programs never log this
    from ..registry import load_resource  # noqa: PLC0415

    name = next((name for name, entry in LISTS.items() if url.path.endswith(entry["path"])), None)
    try:
        return f", in Python {parse_filter(url.query.decode(), load_resource(name or '').vocabulary)!r}"
    except (FilterError, KeyError):
        return ""


def _read_content(request: httpx.Request) -> bytes:
    try:
        return request.content
    except httpx.RequestNotRead:
        return b"a stream"


def _describe_body(content: bytes, secret: Secret) -> str:
    """Return the beginning of a body in JSON, without secrets. In other bodies, no secret would be found."""
    if not content:
        return ""
    try:
        text = secret.redact(json.dumps(_hide(json.loads(content)), ensure_ascii=False))
    except (ValueError, RecursionError):
        return f"{len(content):,} bytes that are not JSON"
    return text if len(text) <= BODY_CHARACTERS else f"{text[:BODY_CHARACTERS]}... ({len(content):,} bytes)"


def _hide(value: Any, name: str = "") -> Any:
    # Null and flags, such as `hasChangedPassword`, tell nothing.
    if name.replace("_", "").lower().endswith(_HIDDEN) and value is not None and not isinstance(value, bool):
        return "***"
    if isinstance(value, dict):
        return {key: _hide(each, key) for key, each in cast("dict[str, Any]", value).items()}
    if isinstance(value, list):
        return [_hide(each) for each in cast("Iterable[Any]", value)]
    return value
