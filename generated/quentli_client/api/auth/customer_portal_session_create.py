from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.create_customer_portal_session_args import CreateCustomerPortalSessionArgs
from ...models.create_customer_portal_session_payload import CreateCustomerPortalSessionPayload
from ...models.user_error import UserError
from ...types import Response


def describe_request(
    *,
    body: CreateCustomerPortalSessionArgs,
) -> dict[str, Any]:
    """Return the arguments of `httpx.Client.request`: method, path, parameters and body."""
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/customer-portal-session",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_success(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CreateCustomerPortalSessionPayload:
    if response.status_code == 200:
        response_200 = CreateCustomerPortalSessionPayload.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CreateCustomerPortalSessionPayload | UserError | None:
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
) -> Response[CreateCustomerPortalSessionPayload | UserError]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=client.read(_parse_response, response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CreateCustomerPortalSessionArgs,
) -> Response[CreateCustomerPortalSessionPayload | UserError]:
    """A way into the customer portal

    Opens the customer portal for one customer, on the page named by `destination`. The address lets its
    holder act as the customer: send the customer there and keep it out of logs.

    Args:
        body (CreateCustomerPortalSessionArgs): Body of the request for a way into the customer
            portal.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CreateCustomerPortalSessionPayload | UserError]
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
    body: CreateCustomerPortalSessionArgs,
) -> CreateCustomerPortalSessionPayload:
    """A way into the customer portal

    Opens the customer portal for one customer, on the page named by `destination`. The address lets its
    holder act as the customer: send the customer there and keep it out of logs.

    Args:
        body (CreateCustomerPortalSessionArgs): Body of the request for a way into the customer
            portal.

    Raises:
        errors.UnexpectedStatus: If the status is not a documented success.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CreateCustomerPortalSessionPayload
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
    body: CreateCustomerPortalSessionArgs,
) -> Response[CreateCustomerPortalSessionPayload | UserError]:
    """A way into the customer portal

    Opens the customer portal for one customer, on the page named by `destination`. The address lets its
    holder act as the customer: send the customer there and keep it out of logs.

    Args:
        body (CreateCustomerPortalSessionArgs): Body of the request for a way into the customer
            portal.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CreateCustomerPortalSessionPayload | UserError]
    """

    kwargs = describe_request(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: CreateCustomerPortalSessionArgs,
) -> CreateCustomerPortalSessionPayload:
    """A way into the customer portal

    Opens the customer portal for one customer, on the page named by `destination`. The address lets its
    holder act as the customer: send the customer there and keep it out of logs.

    Args:
        body (CreateCustomerPortalSessionArgs): Body of the request for a way into the customer
            portal.

    Raises:
        errors.UnexpectedStatus: If the status is not a documented success.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CreateCustomerPortalSessionPayload
    """

    kwargs = describe_request(
        body=body,
    )

    response = await client.get_async_httpx_client().request(
        **kwargs,
    )

    return client.read(_parse_success, response)
