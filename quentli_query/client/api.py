"""What the generated functions take as their `client`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_client import AuthenticatedClient

if TYPE_CHECKING:
    import httpx


class Api(AuthenticatedClient):
    """Lets generated functions send through this library's HTTP client. It holds no key of its own."""

    def __init__(self, http: httpx.Client) -> None:
        super().__init__(base_url=str(http.base_url), token="", raise_on_unexpected_status=False)
        self.set_httpx_client(http)

    def __repr__(self) -> str:
        return f"<quentli_query Api at {self._base_url}>"
