"""What a client may be made with, and where it may send: no key in the clear, and none to strangers."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final

import httpx

from ..errors import ConfigurationError, ParameterError
from ..filters.compiler import Limits
from ..filters.literals import shorten

if TYPE_CHECKING:
    from types import UnionType

    from .config import Settings


def require_sound(settings: Settings) -> None:
    """Make sure that a client may be made with these options.

    Raises:
        ConfigurationError: if the key, the base URL or another option cannot be used.
    """
    _require_types(settings)
    _require_usable_key(settings)
    _require_safe_url(settings.base_url)
    _require_numbers(settings)


def _require_types(settings: Settings) -> None:
    for name, kind in (("api_key", str), ("base_url", str), ("limits", Limits)):
        if not isinstance(getattr(settings, name), kind):
            raise ConfigurationError(f"{name} has to be a {kind.__name__}")
    for name in ("strict", "verify", "lenient"):
        if not isinstance(getattr(settings, name), bool):
            raise ConfigurationError(f"{name}={shorten(getattr(settings, name))}: it has to be True or False")


def require_kind(http_client: object, kind: type) -> None:
    """Make sure that a client of the user's is of the kind that goes with ours.

    Raises:
        ConfigurationError: if it is not.
    """
    if http_client is not None and not isinstance(http_client, kind):
        raise ConfigurationError(
            f"http_client has to be an httpx.{kind.__name__} here, and not a {type(http_client).__name__}"
        )


def _require_usable_key(settings: Settings) -> None:
    # The key is no variable of its own here: one would be shown in a traceback that has local variables.
    usable = settings.api_key.isascii() and settings.api_key.isprintable()
    if not (usable and settings.api_key.split() == [settings.api_key]):
        raise ConfigurationError(
            "the API key is empty, or has white space or characters in it that no key has (it is not shown "
            "here). Was it pasted with a line break?"
        )


def _require_safe_url(base_url: str) -> None:
    try:
        url = httpx.URL(base_url)
    except httpx.InvalidURL as error:
        raise ConfigurationError(f"base_url is not a URL: {error}") from None
    if url.scheme != "https" and not (url.scheme == "http" and _is_loopback(url.host)):
        raise ConfigurationError(
            f"base_url has to begin with https:// (http:// only for this machine's own address), or the API "
            f"key would travel in the clear; it begins with {url.scheme or 'no scheme'}://{url.host}"
        )
    if not url.host or url.userinfo or url.query or url.fragment or not 0 < (url.port or 443) < 65536:
        raise ConfigurationError(
            "base_url has to be an address alone: with a host, and without user, query or fragment"
        )


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _require_numbers(settings: Settings) -> None:
    require_timeout(settings.timeout)
    if not _is_number(settings.max_retries, int, above=-1):
        raise ConfigurationError(
            f"max_retries={settings.max_retries}: it has to be a whole number, 0 or more"
        )


def require_timeout(timeout: object) -> None:
    """Make sure that this is a time to wait.

    Raises:
        ConfigurationError: if it is not.
    """
    if timeout is not None and not _is_number(timeout, int | float, above=0):
        raise ConfigurationError(f"timeout={timeout}: it has to be more than 0 seconds, or None")


def _is_number(value: Any, kinds: type | UnionType, above: float) -> bool:
    number = isinstance(value, kinds) and not isinstance(value, bool)
    return number and above < value < float("inf")


def origin_of(url: httpx.URL) -> tuple[str, str, int | None]:
    """Which server a URL leads to."""
    return url.scheme, url.host, url.port


def require_origin(url: httpx.URL, origin: tuple[str, str, int | None]) -> None:
    """Make sure that a URL leads to the server that the key is for.

    Raises:
        ConfigurationError: if it leads elsewhere.
    """
    if origin_of(url) != origin:
        raise ConfigurationError(f"a request to {url.host} would take the API key to another server")


# An empty step, one that leads up or nowhere, or a slash or control character that was written as a code.
_MISLEADING: Final = re.compile(r"/\.{0,2}(?:/|$)|%(?:[01][0-9A-F]|7F|2F|5C)", re.IGNORECASE)


def require_plain_path(url: str) -> None:
    """Make sure that what an id puts into a path stays one step of it: `..` would ask for something else.

    Raises:
        ParameterError: if it does not.
    """
    path = url.partition("?")[0].rpartition("://")[2]
    if _MISLEADING.search(path):
        raise ParameterError(
            f"the path {path[:200]} would not lead to a record: an id in it is empty, a step in a path, or "
            f"has a slash or a control character in it"
        )
