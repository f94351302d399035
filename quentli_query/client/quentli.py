"""The client."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from quentli_client.api.customers import customers_list

from ..dsl.qs import DEFAULT_LIMITS, Limits
from ..errors import ConfigurationError
from .api import Api
from .lists import RecordList, Rules
from .transport import open_client

if TYPE_CHECKING:
    from types import TracebackType

    import httpx
    from quentli_client.models import Customer

KEY_VARIABLE = "QUENTLI_API_KEY"


class Quentli:
    """A client of the Quentli API. Close it when done, or use it in a `with` statement.

    Args:
        api_key: the organization's secret key, `sk_...`; read from `QUENTLI_API_KEY` if None.
        base_url: where the API is; https, or http on this machine's own address.
        timeout: seconds to wait for a connection, and for each piece of an answer; None waits for ever.
        http_client: an httpx client to send through, with its proxies and certificates. It stays open when
            this client is closed, and neither key nor base URL is written to it.
        strict: whether lists refuse filters with parts that are only inferred, before sending anything.
        verify: whether lists hold every record against the filter before they hand out its page. The API may
            ignore a part of a filter, and then answers more records than were asked for.
        limits: how large a filter may be.

    Raises:
        ConfigurationError: if there is no usable key, or the base URL would send it in the clear.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str = "https://api.quentli.com",
        timeout: float | None = 30.0,
        http_client: httpx.Client | None = None,
        strict: bool = False,
        verify: bool = True,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        key = os.environ.get(KEY_VARIABLE) if api_key is None else api_key
        if key is None:
            raise ConfigurationError(
                f"no API key: give Quentli(api_key=...) or set the environment variable {KEY_VARIABLE}"
            )
        self._http = open_client(key, base_url, timeout, http_client, limits.url_bytes)
        self.api = Api(self._http)
        rules = Rules(strict=strict, verify=verify, limits=limits)
        self.customers: RecordList[Customer] = RecordList(
            self.api, "customers", "/v1/customers", customers_list.sync_detailed, rules
        )

    def close(self) -> None:
        """Close the connections that this client opened."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Quentli(base_url={str(self._http.base_url)!r})"
