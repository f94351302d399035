"""What the generated functions take as their `client`."""

from __future__ import annotations

import httpx
from quentli_client import AuthenticatedClient

from ..errors import ClientStateError


class Api(AuthenticatedClient):
    """Lets generated functions send through one of this library's HTTP clients. It holds no key of its own.

    Args:
        http: what to send through: an async one for functions that are awaited, such as `asyncio_detailed`.
    """

    def __init__(self, http: httpx.Client | httpx.AsyncClient) -> None:
        super().__init__(base_url=str(http.base_url), token="", raise_on_unexpected_status=False)
        self._client = http if isinstance(http, httpx.Client) else None
        self._async_client = http if isinstance(http, httpx.AsyncClient) else None

    def get_httpx_client(self) -> httpx.Client:
        """The HTTP client that the generated functions send through.

        Raises:
            ClientStateError: if there is only an async one.
        """
        # The generated class would make a client of its own instead, with no key and no errors of ours.
        if self._client is None:
            raise ClientStateError("this client is async: call asyncio_detailed or asyncio, and await it")
        return self._client

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """The HTTP client that the generated async functions send through.

        Raises:
            ClientStateError: if there is only one that is not async.
        """
        if self._async_client is None:
            raise ClientStateError("this client is not async: call sync_detailed or sync")
        return self._async_client

    def __repr__(self) -> str:
        return f"<quentli_query Api at {self._base_url}>"
