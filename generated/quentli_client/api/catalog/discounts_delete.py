from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.delete_discount_payload import DeleteDiscountPayload
from ...models.user_error import UserError
from ...types import Response


def describe_request(
    id: str,
) -> dict[str, Any]:
    """Return the arguments of `httpx.Client.request`: method, path, parameters and body."""

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/v1/discounts/{id}".format(
            id=quote(str(id), safe=""),
        ),
    }

    return _kwargs


def _parse_success(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DeleteDiscountPayload:
    if response.status_code == 200:
        response_200 = DeleteDiscountPayload.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DeleteDiscountPayload | UserError | None:
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
) -> Response[DeleteDiscountPayload | UserError]:
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
) -> Response[DeleteDiscountPayload | UserError]:
    """Delete a discount and its codes

    Deletes the discount together with its codes.

    Args:
        id (str): Id of the discount to delete.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeleteDiscountPayload | UserError]
    """

    kwargs = describe_request(
        id=id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient | Client,
) -> DeleteDiscountPayload:
    """Delete a discount and its codes

    Deletes the discount together with its codes.

    Args:
        id (str): Id of the discount to delete.

    Raises:
        errors.UnexpectedStatus: If the status is not a documented success.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeleteDiscountPayload
    """

    kwargs = describe_request(
        id=id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return client.read(_parse_success, response)


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[DeleteDiscountPayload | UserError]:
    """Delete a discount and its codes

    Deletes the discount together with its codes.

    Args:
        id (str): Id of the discount to delete.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DeleteDiscountPayload | UserError]
    """

    kwargs = describe_request(
        id=id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient | Client,
) -> DeleteDiscountPayload:
    """Delete a discount and its codes

    Deletes the discount together with its codes.

    Args:
        id (str): Id of the discount to delete.

    Raises:
        errors.UnexpectedStatus: If the status is not a documented success.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DeleteDiscountPayload
    """

    kwargs = describe_request(
        id=id,
    )

    response = await client.get_async_httpx_client().request(
        **kwargs,
    )

    return client.read(_parse_success, response)
