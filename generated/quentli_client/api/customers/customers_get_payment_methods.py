from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.payment_method import PaymentMethod
from ...models.user_error import UserError
from ...types import Response


def describe_request(
    customer_id: str,
) -> dict[str, Any]:
    """Return the arguments of `httpx.Client.request`: method, path, parameters and body."""

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/customers/{customer_id}/payment_methods".format(
            customer_id=quote(str(customer_id), safe=""),
        ),
    }

    return _kwargs


def _parse_success(*, client: AuthenticatedClient | Client, response: httpx.Response) -> list[PaymentMethod]:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemas_get_customer_payment_methods_response_item_data in _response_200:
            componentsschemas_get_customer_payment_methods_response_item = PaymentMethod.from_dict(
                componentsschemas_get_customer_payment_methods_response_item_data
            )

            response_200.append(componentsschemas_get_customer_payment_methods_response_item)

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> UserError | list[PaymentMethod] | None:
    if response.status_code == 200:
        return _parse_success(client=client, response=response)

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
) -> Response[UserError | list[PaymentMethod]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=client.read(_parse_response, response),
    )


def sync_detailed(
    customer_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[UserError | list[PaymentMethod]]:
    """A customer's saved payment methods

    The ids serve to charge the customer without their presence, as with `payments_create`. The answer
    comes in one piece, not in pages.

    Args:
        customer_id (str): Id of the customer whose payment methods to read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[UserError | list[PaymentMethod]]
    """

    kwargs = describe_request(
        customer_id=customer_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    customer_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> list[PaymentMethod]:
    """A customer's saved payment methods

    The ids serve to charge the customer without their presence, as with `payments_create`. The answer
    comes in one piece, not in pages.

    Args:
        customer_id (str): Id of the customer whose payment methods to read.

    Raises:
        errors.UnexpectedStatus: If the status is not a documented success.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        list[PaymentMethod]
    """

    kwargs = describe_request(
        customer_id=customer_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return client.read(_parse_success, response)


async def asyncio_detailed(
    customer_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[UserError | list[PaymentMethod]]:
    """A customer's saved payment methods

    The ids serve to charge the customer without their presence, as with `payments_create`. The answer
    comes in one piece, not in pages.

    Args:
        customer_id (str): Id of the customer whose payment methods to read.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[UserError | list[PaymentMethod]]
    """

    kwargs = describe_request(
        customer_id=customer_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    customer_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> list[PaymentMethod]:
    """A customer's saved payment methods

    The ids serve to charge the customer without their presence, as with `payments_create`. The answer
    comes in one piece, not in pages.

    Args:
        customer_id (str): Id of the customer whose payment methods to read.

    Raises:
        errors.UnexpectedStatus: If the status is not a documented success.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        list[PaymentMethod]
    """

    kwargs = describe_request(
        customer_id=customer_id,
    )

    response = await client.get_async_httpx_client().request(
        **kwargs,
    )

    return client.read(_parse_success, response)
