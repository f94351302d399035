from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.send_payment_receipt_args import SendPaymentReceiptArgs
from ...models.send_payment_receipt_payload import SendPaymentReceiptPayload
from ...models.user_error import UserError
from ...types import Response


def describe_request(
    id: str,
    *,
    body: SendPaymentReceiptArgs,
) -> dict[str, Any]:
    """Return the arguments of `httpx.Client.request`: method, path, parameters and body."""
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/payments/{id}/receipt".format(
            id=quote(str(id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_success(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> SendPaymentReceiptPayload:
    if response.status_code == 200:
        response_200 = SendPaymentReceiptPayload.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> SendPaymentReceiptPayload | UserError | None:
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

    if response.status_code == 404:
        response_404 = UserError.from_dict(response.json())

        return response_404

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[SendPaymentReceiptPayload | UserError]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=client.read(_parse_response, response),
    )


def sync_detailed(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    body: SendPaymentReceiptArgs,
) -> Response[SendPaymentReceiptPayload | UserError]:
    """Send the receipt of a payment

    Goes to the customer by e-mail, SMS or WhatsApp, on as many of them as are named.

    Args:
        id (str): Id of the payment to receipt.
        body (SendPaymentReceiptArgs): Body of the request to send a receipt.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SendPaymentReceiptPayload | UserError]
    """

    kwargs = describe_request(
        id=id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    body: SendPaymentReceiptArgs,
) -> SendPaymentReceiptPayload:
    """Send the receipt of a payment

    Goes to the customer by e-mail, SMS or WhatsApp, on as many of them as are named.

    Args:
        id (str): Id of the payment to receipt.
        body (SendPaymentReceiptArgs): Body of the request to send a receipt.

    Raises:
        errors.UnexpectedStatus: If the status is not a documented success.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SendPaymentReceiptPayload
    """

    kwargs = describe_request(
        id=id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return client.read(_parse_success, response)


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    body: SendPaymentReceiptArgs,
) -> Response[SendPaymentReceiptPayload | UserError]:
    """Send the receipt of a payment

    Goes to the customer by e-mail, SMS or WhatsApp, on as many of them as are named.

    Args:
        id (str): Id of the payment to receipt.
        body (SendPaymentReceiptArgs): Body of the request to send a receipt.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[SendPaymentReceiptPayload | UserError]
    """

    kwargs = describe_request(
        id=id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    body: SendPaymentReceiptArgs,
) -> SendPaymentReceiptPayload:
    """Send the receipt of a payment

    Goes to the customer by e-mail, SMS or WhatsApp, on as many of them as are named.

    Args:
        id (str): Id of the payment to receipt.
        body (SendPaymentReceiptArgs): Body of the request to send a receipt.

    Raises:
        errors.UnexpectedStatus: If the status is not a documented success.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        SendPaymentReceiptPayload
    """

    kwargs = describe_request(
        id=id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(
        **kwargs,
    )

    return client.read(_parse_success, response)
