from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.payment_concept import PaymentConcept
from ...models.user_error import UserError
from ...types import UNSET, Response, Unset


def describe_request(
    *,
    filter_: str | Unset = UNSET,
    skip: int | Unset = 0,
    take: int | Unset = 20,
    order_by: str | Unset = UNSET,
) -> dict[str, Any]:
    """Return the arguments of `httpx.Client.request`: method, path, parameters and body."""

    params: dict[str, Any] = {}

    params["filter"] = filter_

    params["skip"] = skip

    params["take"] = take

    params["orderBy"] = order_by

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/payment-concepts",
        "params": params,
    }

    return _kwargs


def _parse_success(*, client: AuthenticatedClient | Client, response: httpx.Response) -> list[PaymentConcept]:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemas_get_payment_concepts_response_item_data in _response_200:
            componentsschemas_get_payment_concepts_response_item = PaymentConcept.from_dict(
                componentsschemas_get_payment_concepts_response_item_data
            )

            response_200.append(componentsschemas_get_payment_concepts_response_item)

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> UserError | list[PaymentConcept] | None:
    if response.status_code == 200:
        return _parse_success(client=client, response=response)

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
) -> Response[UserError | list[PaymentConcept]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=client.read(_parse_response, response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    filter_: str | Unset = UNSET,
    skip: int | Unset = 0,
    take: int | Unset = 20,
    order_by: str | Unset = UNSET,
) -> Response[UserError | list[PaymentConcept]]:
    """One page of the organization's payment concepts

    Answers a bare array, with no total and no cursor. One-off concepts, made for a single use, are left
    out.

    Args:
        filter_ (str | Unset): Which payment concepts to list: a `conceptFilter` object written as
            a qs string. It is one value, so its own `&` and `=` are percent-encoded in the URL.
            Without it all of them are listed.
        skip (int | Unset): How many matching payment concepts to pass over before the page
            begins. Default: 0.
        take (int | Unset): How many payment concepts the page holds at most. Default: 20.
        order_by (str | Unset): How to sort: a `conceptOrderBy` object written as a qs string, a
            field's name with `asc` or `desc`. Give one whenever reading several pages, so that they
            neither overlap nor leave gaps.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[UserError | list[PaymentConcept]]
    """

    kwargs = describe_request(
        filter_=filter_,
        skip=skip,
        take=take,
        order_by=order_by,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    filter_: str | Unset = UNSET,
    skip: int | Unset = 0,
    take: int | Unset = 20,
    order_by: str | Unset = UNSET,
) -> list[PaymentConcept]:
    """One page of the organization's payment concepts

    Answers a bare array, with no total and no cursor. One-off concepts, made for a single use, are left
    out.

    Args:
        filter_ (str | Unset): Which payment concepts to list: a `conceptFilter` object written as
            a qs string. It is one value, so its own `&` and `=` are percent-encoded in the URL.
            Without it all of them are listed.
        skip (int | Unset): How many matching payment concepts to pass over before the page
            begins. Default: 0.
        take (int | Unset): How many payment concepts the page holds at most. Default: 20.
        order_by (str | Unset): How to sort: a `conceptOrderBy` object written as a qs string, a
            field's name with `asc` or `desc`. Give one whenever reading several pages, so that they
            neither overlap nor leave gaps.

    Raises:
        errors.UnexpectedStatus: If the status is not a documented success.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        list[PaymentConcept]
    """

    kwargs = describe_request(
        filter_=filter_,
        skip=skip,
        take=take,
        order_by=order_by,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return client.read(_parse_success, response)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    filter_: str | Unset = UNSET,
    skip: int | Unset = 0,
    take: int | Unset = 20,
    order_by: str | Unset = UNSET,
) -> Response[UserError | list[PaymentConcept]]:
    """One page of the organization's payment concepts

    Answers a bare array, with no total and no cursor. One-off concepts, made for a single use, are left
    out.

    Args:
        filter_ (str | Unset): Which payment concepts to list: a `conceptFilter` object written as
            a qs string. It is one value, so its own `&` and `=` are percent-encoded in the URL.
            Without it all of them are listed.
        skip (int | Unset): How many matching payment concepts to pass over before the page
            begins. Default: 0.
        take (int | Unset): How many payment concepts the page holds at most. Default: 20.
        order_by (str | Unset): How to sort: a `conceptOrderBy` object written as a qs string, a
            field's name with `asc` or `desc`. Give one whenever reading several pages, so that they
            neither overlap nor leave gaps.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[UserError | list[PaymentConcept]]
    """

    kwargs = describe_request(
        filter_=filter_,
        skip=skip,
        take=take,
        order_by=order_by,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    filter_: str | Unset = UNSET,
    skip: int | Unset = 0,
    take: int | Unset = 20,
    order_by: str | Unset = UNSET,
) -> list[PaymentConcept]:
    """One page of the organization's payment concepts

    Answers a bare array, with no total and no cursor. One-off concepts, made for a single use, are left
    out.

    Args:
        filter_ (str | Unset): Which payment concepts to list: a `conceptFilter` object written as
            a qs string. It is one value, so its own `&` and `=` are percent-encoded in the URL.
            Without it all of them are listed.
        skip (int | Unset): How many matching payment concepts to pass over before the page
            begins. Default: 0.
        take (int | Unset): How many payment concepts the page holds at most. Default: 20.
        order_by (str | Unset): How to sort: a `conceptOrderBy` object written as a qs string, a
            field's name with `asc` or `desc`. Give one whenever reading several pages, so that they
            neither overlap nor leave gaps.

    Raises:
        errors.UnexpectedStatus: If the status is not a documented success.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        list[PaymentConcept]
    """

    kwargs = describe_request(
        filter_=filter_,
        skip=skip,
        take=take,
        order_by=order_by,
    )

    response = await client.get_async_httpx_client().request(
        **kwargs,
    )

    return client.read(_parse_success, response)
