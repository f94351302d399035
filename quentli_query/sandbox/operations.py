"""Every operation of the API, and finding the one that a request means."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

Segments: TypeAlias = tuple[str, ...]

# The methods by path, as the API documents them.
OPERATIONS: dict[str, tuple[str, ...]] = {
    "/v1/customers": ("GET", "POST"),
    "/v1/customers/{id}": ("GET", "PATCH"),
    "/v1/customers/{customerId}/payment_methods": ("GET",),
    "/v1/customers/{customerId}/tax-profiles": ("POST",),
    "/v1/customers/{customerId}/tax-profiles/{id}": ("PATCH", "DELETE"),
    "/v1/payment-concepts": ("GET", "POST"),
    "/v1/payment-concepts/{id}": ("GET", "PATCH"),
    "/v1/discounts": ("GET", "POST"),
    "/v1/discounts/{id}": ("GET", "PATCH", "DELETE"),
    "/v1/invoices": ("GET", "POST"),
    "/v1/invoices/{id}": ("GET", "PATCH", "DELETE"),
    "/v1/invoices/{id}/payment-link": ("GET",),
    "/v1/invoices/{id}/try-payment": ("POST",),
    "/v1/invoices/{id}/mark-paid": ("POST",),
    "/v1/invoices/{id}/payments/apply": ("POST",),
    "/v1/invoices/{id}/reminders": ("POST",),
    "/v1/tax-invoices": ("GET", "POST"),
    "/v1/tax-invoices/{id}": ("GET",),
    "/v1/tax-invoices/{id}/cancel": ("POST",),
    "/v1/subscriptions": ("GET", "POST"),
    "/v1/subscriptions/{id}": ("GET", "PATCH", "DELETE"),
    "/v1/payment-methods/{id}": ("DELETE",),
    "/v1/payments": ("GET", "POST"),
    "/v1/payments/{id}": ("GET",),
    "/v1/payments/{id}/receipt": ("POST",),
    "/v1/payment-sessions": ("POST",),
    "/v1/payment-sessions/{id}": ("GET",),
    "/v1/setup-sessions": ("POST",),
    "/v1/refunds": ("POST",),
    "/v1/auth-links": ("POST",),
    "/v1/customer-portal-session": ("POST",),
    "/v1/webhooks": ("GET", "POST"),
    "/v1/webhooks/{id}": ("GET", "PATCH", "DELETE"),
    "/v1/webhook-events": ("GET",),
    "/v1/webhook-events/{id}/retry": ("POST",),
}


@attrs.frozen
class Found:
    """The path that a request means.

    Attributes:
        path: The path as in `OPERATIONS`.
        values: What stands in its braces, by name.
    """

    path: str
    values: Mapping[str, str]


def find(raw_path: str) -> Found | None:
    """Return the path of `OPERATIONS` that a request means; None if there is no such path.

    >>> find("/v1/customers/a%2Fb")
    Found(path='/v1/customers/{id}', values={'id': 'a/b'})

    Args:
        raw_path: The path of the request, percent-encoded. An encoded slash is a part of a segment.
    """
    segments = tuple(unquote(segment) for segment in raw_path.split("/"))
    for path, template in _BY_LENGTH.get(len(segments), ()):
        pairs = list(zip(template, segments, strict=True))
        if all(_fits(wanted, given) for wanted, given in pairs):
            return Found(path, {wanted[1:-1]: given for wanted, given in pairs if _is_open(wanted)})
    return None


def _fits(wanted: str, given: str) -> bool:
    return given != "" if _is_open(wanted) else wanted == given


def _is_open(segment: str) -> bool:
    return segment.startswith("{")


def _by_length() -> dict[int, list[tuple[str, Segments]]]:
    grouped: dict[int, list[tuple[str, Segments]]] = {}
    for path in OPERATIONS:
        template = tuple(path.split("/"))
        grouped.setdefault(len(template), []).append((path, template))
    return grouped


_BY_LENGTH = _by_length()
