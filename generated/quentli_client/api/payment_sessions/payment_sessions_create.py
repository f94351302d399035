from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.create_payment_session_args import CreatePaymentSessionArgs
from ...models.create_payment_session_payload import CreatePaymentSessionPayload
from ...models.user_error import UserError
from ...types import Response


def describe_request(
    *,
    body: CreatePaymentSessionArgs,
) -> dict[str, Any]:
    """Return the arguments of `httpx.Client.request`: method, path, parameters and body."""
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/payment-sessions",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_success(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CreatePaymentSessionPayload:
    if response.status_code == 200:
        response_200 = CreatePaymentSessionPayload.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CreatePaymentSessionPayload | UserError | None:
    if response.status_code == 200:
        return _parse_success(client=client, response=response)

    if response.status_code == 400:
        response_400 = UserError.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = UserError.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = UserError.from_dict(response.json())

        return response_403

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CreatePaymentSessionPayload | UserError]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=client.read(_parse_response, response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CreatePaymentSessionArgs,
) -> Response[CreatePaymentSessionPayload | UserError]:
    """Open a page for a customer to pay on

    For a payment with the customer present: send them to `url` and read the session later to learn how
    it ended. Coming back to `returnUrl` is no proof of payment.

    Args:
        body (CreatePaymentSessionArgs): Body of the request to open a payment session.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CreatePaymentSessionPayload | UserError]
    """

    kwargs = describe_request(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: CreatePaymentSessionArgs,
) -> CreatePaymentSessionPayload:
    """Open a page for a customer to pay on

    For a payment with the customer present: send them to `url` and read the session later to learn how
    it ended. Coming back to `returnUrl` is no proof of payment.

    Args:
        body (CreatePaymentSessionArgs): Body of the request to open a payment session.

    Raises:
        errors.UnexpectedStatus: If the status is not a documented success.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CreatePaymentSessionPayload
    """

    kwargs = describe_request(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return client.read(_parse_success, response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CreatePaymentSessionArgs,
) -> Response[CreatePaymentSessionPayload | UserError]:
    """Open a page for a customer to pay on

    For a payment with the customer present: send them to `url` and read the session later to learn how
    it ended. Coming back to `returnUrl` is no proof of payment.

    Args:
        body (CreatePaymentSessionArgs): Body of the request to open a payment session.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CreatePaymentSessionPayload | UserError]
    """

    kwargs = describe_request(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: CreatePaymentSessionArgs,
) -> CreatePaymentSessionPayload:
    """Open a page for a customer to pay on

    For a payment with the customer present: send them to `url` and read the session later to learn how
    it ended. Coming back to `returnUrl` is no proof of payment.

    Args:
        body (CreatePaymentSessionArgs): Body of the request to open a payment session.

    Raises:
        errors.UnexpectedStatus: If the status is not a documented success.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CreatePaymentSessionPayload
    """

    kwargs = describe_request(
        body=body,
    )

    response = await client.get_async_httpx_client().request(
        **kwargs,
    )

    return client.read(_parse_success, response)
