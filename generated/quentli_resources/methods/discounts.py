"""Methods of `quentli.discounts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.client.lists.resource import AsyncRetrievableResource, RetrievableResource
from quentli_query.client.operation import Operation

from quentli_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quentli_query.filters.literals import InstantLike, NumberLike

    from quentli_client import models
    from quentli_client.types import Unset

    from .. import params

_CREATE: Operation[models.CreateDiscountPayload] = Operation(
    "quentli.discounts.create",
    "quentli_client.api.catalog.discounts_create",
    wrappers=("input_",),
)
_UPDATE: Operation[models.UpdateDiscountPayload] = Operation(
    "quentli.discounts.update",
    "quentli_client.api.catalog.discounts_update",
    is_update=True,
)
_DELETE: Operation[models.DeleteDiscountPayload] = Operation(
    "quentli.discounts.delete",
    "quentli_client.api.catalog.discounts_delete",
)


class Discounts(RetrievableResource["models.Discount", "models.Discount"]):
    """Discounts of the catalog, without those created for a single invoice."""

    def create(
        self,
        *,
        name: str,
        type: params.DiscountTypeLike,
        description: str | None | Unset = UNSET,
        codes: Sequence[str] | Unset = UNSET,
        amount_off: int | None | Unset = UNSET,
        percentage_off: NumberLike | None | Unset = UNSET,
        active: bool | Unset = UNSET,
        one_off: bool | Unset = UNSET,
        expires_at: InstantLike | None | Unset = UNSET,
        max_applications: int | None | Unset = UNSET,
    ) -> models.CreateDiscountPayload:
        """Add a discount to the catalog.

        Adds a discount of a fixed sum (`amountOff`, minor units) or of a percentage (`percentageOff`), as
        its `type` says, and any codes that go with it.

        Endpoint: `POST /v1/discounts`.

        Args:
            name: What it is called.
            type: FIXED takes off the sum in `amountOff`, PERCENTAGE the share in `percentageOff`.
            description: What it is for; null for no explanation.
            codes: The codes by which it can be redeemed, each of 1 to 140 characters.
            amount_off: Sum taken off by a FIXED discount, in minor units (50000 is MXN 500.00); null for
                the other type.
            percentage_off: Percent taken off by a PERCENTAGE discount, from 0 to 100 (10 is 10 %); null for
                the other type.
            active: Whether it is in use.
            one_off: True when it is made for a single use; lists of discounts leave those out.
            expires_at: When it ceases to be valid; null when it does not expire.
            max_applications: How many times it can be applied at most, 1 or more; null for no such limit.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CREATE,
            name=name,
            type=type,
            description=description,
            codes=codes,
            amount_off=amount_off,
            percentage_off=percentage_off,
            active=active,
            one_off=one_off,
            expires_at=expires_at,
            max_applications=max_applications,
        )

    def update(
        self,
        id: str,
        /,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
        codes: Sequence[str] | Unset = UNSET,
        type: params.DiscountTypeLike | Unset = UNSET,
        amount_off: int | None | Unset = UNSET,
        percentage_off: NumberLike | None | Unset = UNSET,
        active: bool | Unset = UNSET,
        one_off: bool | Unset = UNSET,
        expires_at: InstantLike | None | Unset = UNSET,
        max_applications: int | None | Unset = UNSET,
    ) -> models.UpdateDiscountPayload:
        """Change a discount.

        Changes the fields that the body names. Unlike the body that creates a discount, this one has no
        `input` around them.

        Endpoint: `PATCH /v1/discounts/{id}`.

        Args:
            id: Id of the discount to change.
            name: What it is called.
            description: What it is for; null for no explanation.
            codes: The codes by which it can be redeemed, each of 1 to 140 characters.
            type: FIXED takes off the sum in `amountOff`, PERCENTAGE the share in `percentageOff`.
            amount_off: Sum taken off by a FIXED discount, in minor units (50000 is MXN 500.00); null for
                the other type.
            percentage_off: Percent taken off by a PERCENTAGE discount, from 0 to 100 (10 is 10 %); null for
                the other type.
            active: Whether it is in use.
            one_off: True when it is made for a single use; lists of discounts leave those out.
            expires_at: When it ceases to be valid; null when it does not expire.
            max_applications: How many times it can be applied at most, 1 or more; null for no such limit.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _UPDATE,
            id,
            name=name,
            description=description,
            codes=codes,
            type=type,
            amount_off=amount_off,
            percentage_off=percentage_off,
            active=active,
            one_off=one_off,
            expires_at=expires_at,
            max_applications=max_applications,
        )

    def delete(
        self,
        id: str,
        /,
    ) -> models.DeleteDiscountPayload:
        """Delete a discount and its codes.

        Deletes the discount together with its codes.

        Endpoint: `DELETE /v1/discounts/{id}`.

        Args:
            id: Id of the discount to delete.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _DELETE,
            id,
        )


class AsyncDiscounts(AsyncRetrievableResource["models.Discount", "models.Discount"]):
    """Async version of `Discounts`."""

    async def create(
        self,
        *,
        name: str,
        type: params.DiscountTypeLike,
        description: str | None | Unset = UNSET,
        codes: Sequence[str] | Unset = UNSET,
        amount_off: int | None | Unset = UNSET,
        percentage_off: NumberLike | None | Unset = UNSET,
        active: bool | Unset = UNSET,
        one_off: bool | Unset = UNSET,
        expires_at: InstantLike | None | Unset = UNSET,
        max_applications: int | None | Unset = UNSET,
    ) -> models.CreateDiscountPayload:
        """Add a discount to the catalog.

        Adds a discount of a fixed sum (`amountOff`, minor units) or of a percentage (`percentageOff`), as
        its `type` says, and any codes that go with it.

        Endpoint: `POST /v1/discounts`.

        Args:
            name: What it is called.
            type: FIXED takes off the sum in `amountOff`, PERCENTAGE the share in `percentageOff`.
            description: What it is for; null for no explanation.
            codes: The codes by which it can be redeemed, each of 1 to 140 characters.
            amount_off: Sum taken off by a FIXED discount, in minor units (50000 is MXN 500.00); null for
                the other type.
            percentage_off: Percent taken off by a PERCENTAGE discount, from 0 to 100 (10 is 10 %); null for
                the other type.
            active: Whether it is in use.
            one_off: True when it is made for a single use; lists of discounts leave those out.
            expires_at: When it ceases to be valid; null when it does not expire.
            max_applications: How many times it can be applied at most, 1 or more; null for no such limit.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CREATE,
            name=name,
            type=type,
            description=description,
            codes=codes,
            amount_off=amount_off,
            percentage_off=percentage_off,
            active=active,
            one_off=one_off,
            expires_at=expires_at,
            max_applications=max_applications,
        )

    async def update(
        self,
        id: str,
        /,
        *,
        name: str | Unset = UNSET,
        description: str | None | Unset = UNSET,
        codes: Sequence[str] | Unset = UNSET,
        type: params.DiscountTypeLike | Unset = UNSET,
        amount_off: int | None | Unset = UNSET,
        percentage_off: NumberLike | None | Unset = UNSET,
        active: bool | Unset = UNSET,
        one_off: bool | Unset = UNSET,
        expires_at: InstantLike | None | Unset = UNSET,
        max_applications: int | None | Unset = UNSET,
    ) -> models.UpdateDiscountPayload:
        """Change a discount.

        Changes the fields that the body names. Unlike the body that creates a discount, this one has no
        `input` around them.

        Endpoint: `PATCH /v1/discounts/{id}`.

        Args:
            id: Id of the discount to change.
            name: What it is called.
            description: What it is for; null for no explanation.
            codes: The codes by which it can be redeemed, each of 1 to 140 characters.
            type: FIXED takes off the sum in `amountOff`, PERCENTAGE the share in `percentageOff`.
            amount_off: Sum taken off by a FIXED discount, in minor units (50000 is MXN 500.00); null for
                the other type.
            percentage_off: Percent taken off by a PERCENTAGE discount, from 0 to 100 (10 is 10 %); null for
                the other type.
            active: Whether it is in use.
            one_off: True when it is made for a single use; lists of discounts leave those out.
            expires_at: When it ceases to be valid; null when it does not expire.
            max_applications: How many times it can be applied at most, 1 or more; null for no such limit.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _UPDATE,
            id,
            name=name,
            description=description,
            codes=codes,
            type=type,
            amount_off=amount_off,
            percentage_off=percentage_off,
            active=active,
            one_off=one_off,
            expires_at=expires_at,
            max_applications=max_applications,
        )

    async def delete(
        self,
        id: str,
        /,
    ) -> models.DeleteDiscountPayload:
        """Delete a discount and its codes.

        Deletes the discount together with its codes.

        Endpoint: `DELETE /v1/discounts/{id}`.

        Args:
            id: Id of the discount to delete.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _DELETE,
            id,
        )
