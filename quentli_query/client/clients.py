"""The two clients: one that waits in threads, one that is awaited."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self, Unpack

import httpx
from attrs import evolve

from ..errors import ConfigurationError, ParameterError
from ..filters.compiler import DEFAULT_LIMITS, Limits
from .config import Options, Settings
from .generated import Api, Sender
from .http.transport import open_async_client, open_client, reopened, reopened_async
from .lists.getting import AsyncGettableList, GettableList
from .lists.resource import AsyncRecordList, RecordList
from .registry import RESOURCES

if TYPE_CHECKING:
    from types import TracebackType

    from quentli_client.models import (
        Customer,
        Discount,
        FullInvoice,
        Invoice,
        PaymentConcept,
        PaymentWithItems,
        Subscription,
        TaxInvoice,
        Webhook,
        WebhookEvent,
    )

KEY_VARIABLE = "QUENTLI_API_KEY"


class _Client:
    """What both clients are told, and how they tell of themselves."""

    _settings: Settings

    def _changed(self, options: Options) -> Settings:
        known = Options.__annotations__
        unknown = set(options) - set(known)
        if unknown:
            raise ParameterError(
                f"with_options() does not know {', '.join(sorted(unknown))}; it takes {', '.join(known)}"
            )
        return evolve(self._settings, **options)

    def __repr__(self) -> str:
        settings: Settings | None = getattr(self, "_settings", None)
        # A tool that shows variables asks also where making the client failed.
        base_url = "not open" if settings is None else settings.base_url
        return f"{type(self).__name__}(base_url={base_url!r})"


class Quentli(_Client):
    """A client of the Quentli API. Close it when done, or use it in a `with` statement.

    It may be used by several threads at once. `AsyncQuentli` is its sibling for `await`.

    Args:
        api_key: the organization's secret key, `sk_...`; read from `QUENTLI_API_KEY` if None.
        base_url: where the API is; https, or http on this machine's own address.
        timeout: seconds to wait for a connection, and for each piece of an answer; None waits for ever.
        max_retries: how often a request that is safe to repeat is tried again.
        http_client: an httpx client to send through, with its proxies and certificates. It stays open when
            this client is closed, and neither key nor base URL is written to it.
        strict: whether lists refuse filters with parts that are only inferred, before sending anything.
        verify: whether lists hold every record against the filter before they hand out its page. The API may
            ignore a part of a filter, and then answers more records than were asked for.
        lenient: whether a record that lacks a required field comes with it unset, instead of a ResponseError.
        limits: how large a filter may be.

    Raises:
        ConfigurationError: if there is no usable key, or the base URL would send it in the clear.
    """

    customers: GettableList[Customer, Customer]
    """The people and companies that the organization bills."""
    payment_concepts: GettableList[PaymentConcept, PaymentConcept]
    """What can be billed: the catalog, without what was made for a single invoice."""
    discounts: GettableList[Discount, Discount]
    """Discounts of the catalog, without those that were made for a single invoice."""
    invoices: GettableList[FullInvoice, Invoice]
    """Requests for payment; those of the list with their items in full."""
    tax_invoices: GettableList[TaxInvoice, TaxInvoice]
    """Invoices for the tax authority (CFDI)."""
    subscriptions: GettableList[Subscription, Subscription]
    """Agreements by which customers are invoiced again and again."""
    payments: GettableList[PaymentWithItems, PaymentWithItems]
    """Payments and attempts at one, whatever came of them."""
    webhooks: GettableList[Webhook, Webhook]
    """Addresses that the API tells of what happens."""
    webhook_events: RecordList[WebhookEvent]
    """What webhooks were told, or could not be. The API does not answer them one by one."""
    api: Api
    """What the generated functions take as their `client`, for everything that is no list."""

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str = "https://api.quentli.com",
        timeout: float | None = 30.0,
        max_retries: int = 2,
        http_client: httpx.Client | None = None,
        strict: bool = False,
        verify: bool = True,
        lenient: bool = False,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        key = _given_or_from_environment(api_key)
        settings = Settings(key, base_url, timeout, max_retries, strict, verify, lenient, limits)
        del api_key, key  # a traceback that shows locals must not show them
        self._begin(settings, open_client(settings, http_client))

    def _begin(self, settings: Settings, http: httpx.Client) -> None:
        self._settings = settings
        self._http = http
        self.api = Api(http)
        sender = Sender(http)
        for resource in RESOURCES:
            kind = RecordList if resource.single is None else GettableList
            setattr(self, resource.name, kind(sender, resource, settings))

    def with_options(self, **options: Unpack[Options]) -> Quentli:
        """A client with other options, over the same connections; closing it leaves them open.

        Args:
            **options: any of `timeout`, `max_retries`, `strict`, `verify`, `lenient`, `limits`.

        Raises:
            ParameterError: if there is no such option.
        """
        settings = self._changed(options)
        other = Quentli.__new__(Quentli)
        other._begin(settings, reopened(self._http, settings))
        return other

    def close(self) -> None:
        """Close the connections that this client opened."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncQuentli(_Client):
    """A client of the Quentli API for `await` and `async for`; close it, or use `async with`.

    The same as `Quentli`, with the same arguments; `http_client` is an `httpx.AsyncClient`. It belongs to the
    event loop in which it is first used.

    Raises:
        ConfigurationError: if there is no usable key, or the base URL would send it in the clear.
    """

    customers: AsyncGettableList[Customer, Customer]
    """The people and companies that the organization bills."""
    payment_concepts: AsyncGettableList[PaymentConcept, PaymentConcept]
    """What can be billed: the catalog, without what was made for a single invoice."""
    discounts: AsyncGettableList[Discount, Discount]
    """Discounts of the catalog, without those that were made for a single invoice."""
    invoices: AsyncGettableList[FullInvoice, Invoice]
    """Requests for payment; those of the list with their items in full."""
    tax_invoices: AsyncGettableList[TaxInvoice, TaxInvoice]
    """Invoices for the tax authority (CFDI)."""
    subscriptions: AsyncGettableList[Subscription, Subscription]
    """Agreements by which customers are invoiced again and again."""
    payments: AsyncGettableList[PaymentWithItems, PaymentWithItems]
    """Payments and attempts at one, whatever came of them."""
    webhooks: AsyncGettableList[Webhook, Webhook]
    """Addresses that the API tells of what happens."""
    webhook_events: AsyncRecordList[WebhookEvent]
    """What webhooks were told, or could not be. The API does not answer them one by one."""
    api: Api
    """What the generated functions take as their `client`, for everything that is no list."""

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str = "https://api.quentli.com",
        timeout: float | None = 30.0,
        max_retries: int = 2,
        http_client: httpx.AsyncClient | None = None,
        strict: bool = False,
        verify: bool = True,
        lenient: bool = False,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        key = _given_or_from_environment(api_key)
        settings = Settings(key, base_url, timeout, max_retries, strict, verify, lenient, limits)
        del api_key, key  # a traceback that shows locals must not show them
        self._begin(settings, open_async_client(settings, http_client))

    def _begin(self, settings: Settings, http: httpx.AsyncClient) -> None:
        self._settings = settings
        self._http = http
        self.api = Api(http)
        sender = Sender(http)
        for resource in RESOURCES:
            kind = AsyncRecordList if resource.single is None else AsyncGettableList
            setattr(self, resource.name, kind(sender, resource, settings))

    def with_options(self, **options: Unpack[Options]) -> AsyncQuentli:
        """A client with other options, over the same connections; closing it leaves them open.

        Args:
            **options: any of `timeout`, `max_retries`, `strict`, `verify`, `lenient`, `limits`.

        Raises:
            ParameterError: if there is no such option.
        """
        settings = self._changed(options)
        other = AsyncQuentli.__new__(AsyncQuentli)
        other._begin(settings, reopened_async(self._http, settings))
        return other

    async def close(self) -> None:
        """Close the connections that this client opened."""
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


def _given_or_from_environment(api_key: str | None) -> str:
    key = os.environ.get(KEY_VARIABLE) if api_key is None else api_key
    if key is None:
        raise ConfigurationError(
            f"no API key: give Quentli(api_key=...) or set the environment variable {KEY_VARIABLE}"
        )
    return key
