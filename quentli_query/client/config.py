"""Options of a client: names, environment variables and validation; the API key, and its redaction."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn, TypeAlias, TypedDict, get_args

from attrs import evolve, frozen
from quentli_resources.registry import SERVERS

from ..errors import ConfigurationError, ParameterError
from ..filters.compiler import DEFAULT_LIMITS, QUERY_STYLES, Limits, QueryStyle
from ..filters.literals import shorten

if TYPE_CHECKING:
    from types import UnionType

    from quentli_resources.registry import Environment

OnMismatch: TypeAlias = Literal["raise", "drop"]
"""The treatment of records that certainly don't match a filter: an error, or leaving them out."""

KEY_VARIABLE = "QUENTLI_API_KEY"
URL_VARIABLE = "QUENTLI_BASE_URL"

# Seconds of a year. Operating systems refuse to wait for thousands of years.
LONGEST_TIMEOUT = 366 * 24 * 3600


def refuse_to_pickle(self: object) -> NoReturn:  # noqa: ARG001 - a method
    """Refuse to pickle or deepcopy a part of a client, as its `__reduce__`.

    Raises:
        TypeError: always.
    """
    raise TypeError(
        "a client can't be pickled or deepcopied, nor its resources and pages: it "
        "has connections and a key. Make a client in the process that uses it, and send it plain values or "
        "records; with_options() gives a client over the same connections"
    )


class Secret:
    """The API key. Only a call reveals it, so that no repr, dump of variables or pickle has it.

    `Attempt.translate` and `_raise_for_status` in `http.transport`, and the constructors of the
    clients, keep the key out of tracebacks.
    """

    __slots__ = ("reveal",)

    def __init__(self, reveal: Callable[[], str]) -> None:
        self.reveal = reveal

    def is_of_sandbox(self) -> bool:
        """Return whether only a sandbox of this library takes the key."""
        return self.reveal().startswith("sk_sandbox_")

    def redact(self, text: str) -> str:
        """Replace the key in text that may contain it, also as JSON may write it."""
        return re.sub(self._build_pattern(), "[key]", text)

    def redact_bytes(self, content: bytes) -> bytes:
        """Replace the key in bytes that may contain it, also as JSON may write it."""
        return re.sub(self._build_pattern().encode(), b"[key]", content)

    def _build_pattern(self) -> str:
        # Some servers write / as \/ and + as \u002b.
        return "".join(rf"(?:\\?{re.escape(char)}|\\u(?i:{ord(char):04x}))" for char in self.reveal())

    __reduce__ = refuse_to_pickle


class Options(TypedDict, total=False):
    """Options that `with_options` takes: those that belong neither to the connections nor to the key."""

    timeout: float | None
    max_retries: int
    strict: bool
    verify: bool
    lenient: bool
    limits: Limits
    query_style: QueryStyle
    on_mismatch: OnMismatch


@frozen
class Config:
    """Options of one client. `Quentli` describes them.

    Attributes:
        secret: the organization's secret key.
        base_url: address of the API, without the `/v1` of its paths.
        timeout: seconds to wait for a connection and for each piece of a response; None for no limit.
        max_retries: number of retries of a request that is safe to repeat.
        strict: refuse filters with parts that are only inferred.
        verify: check each record against the filter.
        lenient: leave missing required fields unset instead of raising.
        limits: largest filter allowed.
        query_style: form of the parameters `filter` and `orderBy`.
        on_mismatch: treatment of records that certainly don't match.
        max_requests_per_second: requests to begin per second; None for no limit but what the server says.

    Raises:
        ConfigurationError: if the key or another option can't be used.
    """

    secret: Secret
    base_url: str = SERVERS["production"]
    timeout: float | None = 30.0
    max_retries: int = 2
    strict: bool = False
    verify: bool = True
    lenient: bool = False
    limits: Limits = DEFAULT_LIMITS
    query_style: QueryStyle = "string"
    on_mismatch: OnMismatch = "raise"
    max_requests_per_second: float | None = None

    def __attrs_post_init__(self) -> None:
        # The base URL is validated when a connection is opened.
        _check_key(self.secret)
        for name in _RULES:
            check_option(name, getattr(self, name))

    @property
    def environment(self) -> str | None:
        """Environment that the base URL belongs to; None if it is another server."""
        return next((name for name, url in SERVERS.items() if url == self.base_url), None)

    def replace(self, options: Options) -> Config:
        """Return a copy with other options.

        Raises:
            ParameterError: if there is no such option.
            ConfigurationError: if an option has an invalid value.
        """
        known = Options.__annotations__
        unknown = set(options) - set(known)
        if unknown:
            raise ParameterError(
                f"with_options() does not know {', '.join(sorted(unknown))}; it takes {', '.join(known)}"
            )
        return evolve(self, **options)


def find_key(api_key: str | None) -> Secret:
    """Return the key that was given, or the one in the environment.

    Raises:
        ConfigurationError: if there is none.
    """
    key = os.environ.get(KEY_VARIABLE) if api_key is None else api_key
    if key is None:
        raise ConfigurationError(
            f"no API key: give Quentli(api_key=...) or set the environment variable {KEY_VARIABLE}"
        )
    return Secret(lambda: key)


def find_base_url(base_url: str | None, environment: Environment | None) -> str:
    """Return `base_url`, or else the address of the environment, of QUENTLI_BASE_URL, or of production.

    Raises:
        ConfigurationError: if there is no such environment, or one is given beside QUENTLI_BASE_URL.
    """
    if environment is not None and environment not in list(SERVERS):
        known = ", ".join(map(repr, SERVERS))
        raise ConfigurationError(f"environment={shorten(environment)}: it has to be one of {known}")
    variable = os.environ.get(URL_VARIABLE)
    if base_url is None and environment is not None and variable is not None:
        raise ConfigurationError(
            f"environment={environment!r} is given, and {URL_VARIABLE} is set; leave out one of them, or "
            "give base_url, which overrides both"
        )
    choices = (base_url, variable, SERVERS[environment or "production"])
    chosen = next(each for each in choices if each is not None)
    if not isinstance(chosen, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ConfigurationError("base_url has to be a str")
    return chosen.rstrip("/").removesuffix("/v1")


def check_option(name: str, value: object) -> None:
    """Check the value of an option.

    Raises:
        ConfigurationError: if it is invalid.
    """
    is_valid, expected = _RULES[name]
    if not is_valid(value):
        raise ConfigurationError(f"{name}={shorten(value)}: it has to be {expected}")


def _check_key(secret: Secret) -> None:
    # The key is no variable of its own here: a traceback that shows local variables would show it.
    if not isinstance(secret.reveal(), str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ConfigurationError("api_key has to be a str")
    usable = secret.reveal().isascii() and secret.reveal().isprintable()
    if not (usable and secret.reveal().split() == [secret.reveal()]):
        raise ConfigurationError(
            "the API key is empty, or has white space or characters in it that no key has (it is not shown "
            "here). Was it pasted with a line break?"
        )


def _is_number(value: Any, kinds: type | UnionType, above: float) -> bool:
    number = isinstance(value, kinds) and not isinstance(value, bool)
    return number and above < value < float("inf")


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_timeout(value: Any) -> bool:
    return value is None or (_is_number(value, int | float, above=0) and value <= LONGEST_TIMEOUT)


def _is_rate(value: Any) -> bool:
    return value is None or _is_number(value, int | float, above=1 / LONGEST_TIMEOUT)


def _require_one(choices: tuple[str, ...]) -> tuple[Callable[[object], bool], str]:
    return choices.__contains__, " or ".join(map(repr, choices))


_RULES: Final[dict[str, tuple[Callable[[object], bool], str]]] = {
    "timeout": (_is_timeout, f"more than 0 seconds and at most {LONGEST_TIMEOUT}, or None"),
    "max_retries": (lambda value: _is_number(value, int, above=-1), "a whole number, 0 or more"),
    **dict.fromkeys(("strict", "verify", "lenient"), (_is_switch, "True or False")),
    "limits": (lambda value: isinstance(value, Limits), "a Limits"),
    "query_style": _require_one(QUERY_STYLES),
    "on_mismatch": _require_one(get_args(OnMismatch)),
    "max_requests_per_second": (_is_rate, "more than 0 (and one in a year), or None"),
}
