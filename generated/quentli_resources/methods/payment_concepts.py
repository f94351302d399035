"""Methods of `quentli.payment_concepts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.client.lists.resource import AsyncRetrievableResource, RetrievableResource
from quentli_query.client.operation import Operation

from quentli_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quentli_query.filters.literals import InstantLike

    from quentli_client import models
    from quentli_client.types import Unset

    from .. import params

_CREATE: Operation[models.CreatePaymentConceptPayload] = Operation(
    "quentli.payment_concepts.create",
    "quentli_client.api.catalog.payment_concepts_create",
    wrappers=("input_",),
)
_UPDATE: Operation[models.UpdatePaymentConceptPayload] = Operation(
    "quentli.payment_concepts.update",
    "quentli_client.api.catalog.payment_concepts_update",
    wrappers=("input_", "data"),
    is_update=True,
)


class PaymentConcepts(RetrievableResource["models.PaymentConcept", "models.PaymentConcept"]):
    """Billable concepts of the catalog, without those created for a single invoice."""

    def create(
        self,
        *,
        display_name: str,
        amount: int,
        sku: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        amount_editable: bool | Unset = UNSET,
        currency: str | None | Unset = UNSET,
        quantity_editable: bool | Unset = UNSET,
        one_off: bool | Unset = UNSET,
        active: bool | Unset = UNSET,
        group_id: str | None | Unset = UNSET,
        metadata: Sequence[models.MetadataItemInput | params.MetadataItemParams]
        | Mapping[str, str]
        | Unset = UNSET,
        collection_interval: params.CollectionIntervalLike | None | Unset = UNSET,
        charge_each: int | None | Unset = UNSET,
        tolerance_days: int | None | Unset = UNSET,
        recurrent_detail: models.RecurrentDetailInput | params.RecurrentDetailParams | Unset = UNSET,
        tax_info: models.PaymentConceptTaxInfoInput | params.PaymentConceptTaxInfoParams | Unset = UNSET,
    ) -> models.CreatePaymentConceptPayload:
        """Add a payment concept to the catalog.

        Adds something that can be billed, with its price in minor units. A `recurrentDetail` makes it recur
        at regular intervals.

        Endpoint: `POST /v1/payment-concepts`.

        Args:
            display_name: What it is called where people see it, up to 140 characters.
            amount: Price in minor units, not negative: 150000 is MXN 1,500.00.
            sku: The organization's own article number; null for none, but never empty.
            description: Longer explanation of what is billed; null for none, but never empty.
            amount_editable: Whether another price than `amount` may be set when it is billed.
            currency: ISO 4217 code of the currency of `amount`; may be null.
            quantity_editable: Whether the quantity may be changed when it is billed.
            one_off: True to make it for a single use; lists of payment concepts then leave it out.
            active: Whether it is in use.
            group_id: The group of concepts that it belongs to; null for none.
            metadata: The caller's own data about the payment concept, one entry for each key.
            collection_interval: Unit in which the time between two charges is counted, as in
                `recurrentDetail`; may be null.
            charge_each: How many of those units lie between two charges, as in `recurrentDetail`; may be
                null.
            tolerance_days: Days of grace for paying, as in `recurrentDetail`; may be null.
            recurrent_detail: The rhythm in which it is to be billed.
            tax_info: How the concept is described on tax invoices (CFDI).

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CREATE,
            display_name=display_name,
            amount=amount,
            sku=sku,
            description=description,
            amount_editable=amount_editable,
            currency=currency,
            quantity_editable=quantity_editable,
            one_off=one_off,
            active=active,
            group_id=group_id,
            metadata=metadata,
            collection_interval=collection_interval,
            charge_each=charge_each,
            tolerance_days=tolerance_days,
            recurrent_detail=recurrent_detail,
            tax_info=tax_info,
        )

    def update(
        self,
        id: str,
        /,
        *,
        display_name: str | Unset = UNSET,
        sku: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        active: bool | Unset = UNSET,
        amount: int | Unset = UNSET,
        amount_editable: bool | Unset = UNSET,
        archived_at: InstantLike | None | Unset = UNSET,
        archived_by_id: str | None | Unset = UNSET,
        currency: str | None | Unset = UNSET,
        group_id: str | None | Unset = UNSET,
        quantity_editable: bool | Unset = UNSET,
        recurrent_detail: models.RecurrentDetailInput | params.RecurrentDetailParams | Unset = UNSET,
        charge_each: int | None | Unset = UNSET,
        collection_interval: params.CollectionIntervalLike | None | Unset = UNSET,
        tolerance_days: int | None | Unset = UNSET,
        tax_info: models.PaymentConceptTaxInfoInput | params.PaymentConceptTaxInfoParams | Unset = UNSET,
        metadata: Sequence[models.UpdateMetadataItemInput | params.UpdateMetadataItemParams]
        | Mapping[str, str | None]
        | Unset = UNSET,
        meta: Mapping[str, str | None] | Unset = UNSET,
    ) -> models.UpdatePaymentConceptPayload:
        """Change a payment concept.

        Changes the fields that the body names.

        Endpoint: `PATCH /v1/payment-concepts/{id}`.

        Args:
            id: Id of the payment concept to change.
            display_name: What it is called where people see it; not empty.
            sku: The organization's own article number; null for none, but never empty.
            description: Longer explanation of what is billed; null for none.
            active: Whether it is in use.
            amount: Price in minor units, not negative: 150000 is MXN 1,500.00.
            amount_editable: Whether another price than `amount` may be set when it is billed.
            archived_at: Since when it counts as archived; null when it does not.
            archived_by_id: The user who archived it; null when nobody did.
            currency: ISO 4217 code of the currency of `amount`; may be null.
            group_id: The group of concepts that it belongs to; null for none.
            quantity_editable: Whether the quantity may be changed when it is billed.
            recurrent_detail: The rhythm in which it is to be billed.
            charge_each: How many of those units lie between two charges, as in `recurrentDetail`; may be
                null.
            collection_interval: Unit in which the time between two charges is counted, as in
                `recurrentDetail`; may be null.
            tolerance_days: Days of grace for paying, as in `recurrentDetail`; may be null.
            tax_info: How the concept is described on tax invoices (CFDI).
            metadata: The caller's own data about the payment concept, one entry for each key.
            meta: The same data as `metadata`, as a map from key to value; values may be null.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _UPDATE,
            id,
            display_name=display_name,
            sku=sku,
            description=description,
            active=active,
            amount=amount,
            amount_editable=amount_editable,
            archived_at=archived_at,
            archived_by_id=archived_by_id,
            currency=currency,
            group_id=group_id,
            quantity_editable=quantity_editable,
            recurrent_detail=recurrent_detail,
            charge_each=charge_each,
            collection_interval=collection_interval,
            tolerance_days=tolerance_days,
            tax_info=tax_info,
            metadata=metadata,
            meta=meta,
        )


class AsyncPaymentConcepts(AsyncRetrievableResource["models.PaymentConcept", "models.PaymentConcept"]):
    """Async version of `PaymentConcepts`."""

    async def create(
        self,
        *,
        display_name: str,
        amount: int,
        sku: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        amount_editable: bool | Unset = UNSET,
        currency: str | None | Unset = UNSET,
        quantity_editable: bool | Unset = UNSET,
        one_off: bool | Unset = UNSET,
        active: bool | Unset = UNSET,
        group_id: str | None | Unset = UNSET,
        metadata: Sequence[models.MetadataItemInput | params.MetadataItemParams]
        | Mapping[str, str]
        | Unset = UNSET,
        collection_interval: params.CollectionIntervalLike | None | Unset = UNSET,
        charge_each: int | None | Unset = UNSET,
        tolerance_days: int | None | Unset = UNSET,
        recurrent_detail: models.RecurrentDetailInput | params.RecurrentDetailParams | Unset = UNSET,
        tax_info: models.PaymentConceptTaxInfoInput | params.PaymentConceptTaxInfoParams | Unset = UNSET,
    ) -> models.CreatePaymentConceptPayload:
        """Add a payment concept to the catalog.

        Adds something that can be billed, with its price in minor units. A `recurrentDetail` makes it recur
        at regular intervals.

        Endpoint: `POST /v1/payment-concepts`.

        Args:
            display_name: What it is called where people see it, up to 140 characters.
            amount: Price in minor units, not negative: 150000 is MXN 1,500.00.
            sku: The organization's own article number; null for none, but never empty.
            description: Longer explanation of what is billed; null for none, but never empty.
            amount_editable: Whether another price than `amount` may be set when it is billed.
            currency: ISO 4217 code of the currency of `amount`; may be null.
            quantity_editable: Whether the quantity may be changed when it is billed.
            one_off: True to make it for a single use; lists of payment concepts then leave it out.
            active: Whether it is in use.
            group_id: The group of concepts that it belongs to; null for none.
            metadata: The caller's own data about the payment concept, one entry for each key.
            collection_interval: Unit in which the time between two charges is counted, as in
                `recurrentDetail`; may be null.
            charge_each: How many of those units lie between two charges, as in `recurrentDetail`; may be
                null.
            tolerance_days: Days of grace for paying, as in `recurrentDetail`; may be null.
            recurrent_detail: The rhythm in which it is to be billed.
            tax_info: How the concept is described on tax invoices (CFDI).

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CREATE,
            display_name=display_name,
            amount=amount,
            sku=sku,
            description=description,
            amount_editable=amount_editable,
            currency=currency,
            quantity_editable=quantity_editable,
            one_off=one_off,
            active=active,
            group_id=group_id,
            metadata=metadata,
            collection_interval=collection_interval,
            charge_each=charge_each,
            tolerance_days=tolerance_days,
            recurrent_detail=recurrent_detail,
            tax_info=tax_info,
        )

    async def update(
        self,
        id: str,
        /,
        *,
        display_name: str | Unset = UNSET,
        sku: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        active: bool | Unset = UNSET,
        amount: int | Unset = UNSET,
        amount_editable: bool | Unset = UNSET,
        archived_at: InstantLike | None | Unset = UNSET,
        archived_by_id: str | None | Unset = UNSET,
        currency: str | None | Unset = UNSET,
        group_id: str | None | Unset = UNSET,
        quantity_editable: bool | Unset = UNSET,
        recurrent_detail: models.RecurrentDetailInput | params.RecurrentDetailParams | Unset = UNSET,
        charge_each: int | None | Unset = UNSET,
        collection_interval: params.CollectionIntervalLike | None | Unset = UNSET,
        tolerance_days: int | None | Unset = UNSET,
        tax_info: models.PaymentConceptTaxInfoInput | params.PaymentConceptTaxInfoParams | Unset = UNSET,
        metadata: Sequence[models.UpdateMetadataItemInput | params.UpdateMetadataItemParams]
        | Mapping[str, str | None]
        | Unset = UNSET,
        meta: Mapping[str, str | None] | Unset = UNSET,
    ) -> models.UpdatePaymentConceptPayload:
        """Change a payment concept.

        Changes the fields that the body names.

        Endpoint: `PATCH /v1/payment-concepts/{id}`.

        Args:
            id: Id of the payment concept to change.
            display_name: What it is called where people see it; not empty.
            sku: The organization's own article number; null for none, but never empty.
            description: Longer explanation of what is billed; null for none.
            active: Whether it is in use.
            amount: Price in minor units, not negative: 150000 is MXN 1,500.00.
            amount_editable: Whether another price than `amount` may be set when it is billed.
            archived_at: Since when it counts as archived; null when it does not.
            archived_by_id: The user who archived it; null when nobody did.
            currency: ISO 4217 code of the currency of `amount`; may be null.
            group_id: The group of concepts that it belongs to; null for none.
            quantity_editable: Whether the quantity may be changed when it is billed.
            recurrent_detail: The rhythm in which it is to be billed.
            charge_each: How many of those units lie between two charges, as in `recurrentDetail`; may be
                null.
            collection_interval: Unit in which the time between two charges is counted, as in
                `recurrentDetail`; may be null.
            tolerance_days: Days of grace for paying, as in `recurrentDetail`; may be null.
            tax_info: How the concept is described on tax invoices (CFDI).
            metadata: The caller's own data about the payment concept, one entry for each key.
            meta: The same data as `metadata`, as a map from key to value; values may be null.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _UPDATE,
            id,
            display_name=display_name,
            sku=sku,
            description=description,
            active=active,
            amount=amount,
            amount_editable=amount_editable,
            archived_at=archived_at,
            archived_by_id=archived_by_id,
            currency=currency,
            group_id=group_id,
            quantity_editable=quantity_editable,
            recurrent_detail=recurrent_detail,
            charge_each=charge_each,
            collection_interval=collection_interval,
            tolerance_days=tolerance_days,
            tax_info=tax_info,
            metadata=metadata,
            meta=meta,
        )
