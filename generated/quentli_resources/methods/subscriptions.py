"""Methods of `quentli.subscriptions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.client.lists.resource import AsyncRetrievableResource, RetrievableResource
from quentli_query.client.operation import Operation

from quentli_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quentli_query.filters.literals import InstantLike

    from quentli_client import models
    from quentli_client.types import Unset

    from .. import params

_CREATE: Operation[models.CreateSubscriptionPayload] = Operation(
    "quentli.subscriptions.create",
    "quentli_client.api.subscriptions.subscriptions_create",
    wrappers=("input_",),
)
_UPDATE: Operation[models.UpdateSubscriptionPayload] = Operation(
    "quentli.subscriptions.update",
    "quentli_client.api.subscriptions.subscriptions_update",
    wrappers=("input_", "data"),
    is_update=True,
)
_CANCEL: Operation[models.CancelSubscriptionPayload] = Operation(
    "quentli.subscriptions.cancel",
    "quentli_client.api.subscriptions.subscriptions_cancel",
    wrappers=("input_",),
)


class Subscriptions(RetrievableResource["models.Subscription", "models.Subscription"]):
    """Agreements by which customers are invoiced again and again."""

    def create(
        self,
        *,
        customer_id: str,
        collection_method: params.CollectionMethodLike,
        description: str | Unset = UNSET,
        next_collection_date: InstantLike | None | Unset = UNSET,
        number_of_payments: int | None | Unset = UNSET,
        only_automatic_collection: bool | Unset = UNSET,
        beneficiary_id: str | None | Unset = UNSET,
        tax_profile_id: str | None | Unset = UNSET,
        template_id: str | Unset = UNSET,
        payment_method_id: str | None | Unset = UNSET,
        recurrent_detail: models.RecurrentDetailInput | params.RecurrentDetailParams | Unset = UNSET,
        modifiers: Sequence[models.ModifierInput | params.ModifierParams] | Unset = UNSET,
        discounts: Sequence[models.SubscriptionDiscountInput | params.SubscriptionDiscountParams]
        | Unset = UNSET,
        invoices: Sequence[models.CreateSubscriptionInvoiceInput | params.CreateSubscriptionInvoiceParams]
        | Unset = UNSET,
        items: Sequence[models.SubscriptionItemInput | params.SubscriptionItemParams] | Unset = UNSET,
    ) -> models.CreateSubscriptionPayload:
        """Subscribe a customer.

        Bills a customer again and again: for `items` at a regular interval (`recurrentDetail`), or with
        `invoices` that are written out one by one.

        Endpoint: `POST /v1/subscriptions`.

        Args:
            customer_id: The customer to bill.
            collection_method: How payment is sought: AUTOMATIC charges the saved payment method,
                SEND_REMINDER asks the customer to pay, NONE does neither.
            description: What the subscription is for.
            next_collection_date: When the next collection is to be due; may be null.
            number_of_payments: How many payments it consists of, from 1 to 999; may be null.
            only_automatic_collection: Whether payment is to come from automatic charges alone.
            beneficiary_id: The beneficiary of the subscription; null for none.
            tax_profile_id: The customer's tax profile for its tax invoices (CFDI); null for none.
            template_id: The template to set the subscription up from.
            payment_method_id: The saved payment method to charge; null for none.
            recurrent_detail: The rhythm in which the customer is billed.
            modifiers: Which modifiers the subscription has.
            discounts: Which discounts the subscription has.
            invoices: The invoices of the subscription written out one by one, up to 1,000 of them.
            items: What the subscription bills for, from 1 to 100 lines.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CREATE,
            customer_id=customer_id,
            collection_method=collection_method,
            description=description,
            next_collection_date=next_collection_date,
            number_of_payments=number_of_payments,
            only_automatic_collection=only_automatic_collection,
            beneficiary_id=beneficiary_id,
            tax_profile_id=tax_profile_id,
            template_id=template_id,
            payment_method_id=payment_method_id,
            recurrent_detail=recurrent_detail,
            modifiers=modifiers,
            discounts=discounts,
            invoices=invoices,
            items=items,
        )

    def update(
        self,
        id: str,
        /,
        *,
        description: str | Unset = UNSET,
        last_collection_date: InstantLike | Unset = UNSET,
        number_of_payments: int | None | Unset = UNSET,
        next_collection_date: InstantLike | Unset = UNSET,
        only_automatic_collection: bool | Unset = UNSET,
        is_active: bool | Unset = UNSET,
        beneficiary_id: str | None | Unset = UNSET,
        tax_profile_id: str | None | Unset = UNSET,
        collection_method: params.CollectionMethodLike | Unset = UNSET,
        items: Sequence[models.UpdateSubscriptionItemInput | params.UpdateSubscriptionItemParams]
        | Unset = UNSET,
        invoices: Sequence[models.UpdateSubscriptionInvoiceInput | params.UpdateSubscriptionInvoiceParams]
        | Unset = UNSET,
        modifiers: Sequence[models.ModifierInput | params.ModifierParams] | Unset = UNSET,
        discounts: Sequence[models.SubscriptionDiscountInput | params.SubscriptionDiscountParams]
        | Unset = UNSET,
    ) -> models.UpdateSubscriptionPayload:
        """Change a subscription.

        Changes the fields that the body names.

        Endpoint: `PATCH /v1/subscriptions/{id}`.

        Args:
            id: Id of the subscription to change.
            description: What the subscription is for.
            last_collection_date: Date of the last collection.
            number_of_payments: How many payments it consists of; may be null.
            next_collection_date: When the next collection is due.
            only_automatic_collection: Whether payment is to come from automatic charges alone.
            is_active: Whether it is to run.
            beneficiary_id: The beneficiary of the subscription; null for none.
            tax_profile_id: The customer's tax profile for its tax invoices (CFDI); null for none.
            collection_method: How payment is sought: AUTOMATIC charges the saved payment method,
                SEND_REMINDER asks the customer to pay, NONE does neither.
            items: What the subscription bills for, from 1 to 100 lines.
            invoices: The invoices of the subscription written out one by one, up to 100 of them.
            modifiers: Which modifiers the subscription has.
            discounts: Which discounts the subscription has.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _UPDATE,
            id,
            description=description,
            last_collection_date=last_collection_date,
            number_of_payments=number_of_payments,
            next_collection_date=next_collection_date,
            only_automatic_collection=only_automatic_collection,
            is_active=is_active,
            beneficiary_id=beneficiary_id,
            tax_profile_id=tax_profile_id,
            collection_method=collection_method,
            items=items,
            invoices=invoices,
            modifiers=modifiers,
            discounts=discounts,
        )

    def cancel(
        self,
        id: str,
        /,
        *,
        custom_cancel_reason: str | Unset = UNSET,
    ) -> models.CancelSubscriptionPayload:
        """Cancel a subscription.

        Ends a subscription. The body, with the reason, may be left out; mind that some HTTP clients drop
        the body of a DELETE.

        Endpoint: `DELETE /v1/subscriptions/{id}`.

        Args:
            id: Id of the subscription to cancel.
            custom_cancel_reason: Why it is canceled, in free words.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CANCEL,
            id,
            custom_cancel_reason=custom_cancel_reason,
        )


class AsyncSubscriptions(AsyncRetrievableResource["models.Subscription", "models.Subscription"]):
    """Async version of `Subscriptions`."""

    async def create(
        self,
        *,
        customer_id: str,
        collection_method: params.CollectionMethodLike,
        description: str | Unset = UNSET,
        next_collection_date: InstantLike | None | Unset = UNSET,
        number_of_payments: int | None | Unset = UNSET,
        only_automatic_collection: bool | Unset = UNSET,
        beneficiary_id: str | None | Unset = UNSET,
        tax_profile_id: str | None | Unset = UNSET,
        template_id: str | Unset = UNSET,
        payment_method_id: str | None | Unset = UNSET,
        recurrent_detail: models.RecurrentDetailInput | params.RecurrentDetailParams | Unset = UNSET,
        modifiers: Sequence[models.ModifierInput | params.ModifierParams] | Unset = UNSET,
        discounts: Sequence[models.SubscriptionDiscountInput | params.SubscriptionDiscountParams]
        | Unset = UNSET,
        invoices: Sequence[models.CreateSubscriptionInvoiceInput | params.CreateSubscriptionInvoiceParams]
        | Unset = UNSET,
        items: Sequence[models.SubscriptionItemInput | params.SubscriptionItemParams] | Unset = UNSET,
    ) -> models.CreateSubscriptionPayload:
        """Subscribe a customer.

        Bills a customer again and again: for `items` at a regular interval (`recurrentDetail`), or with
        `invoices` that are written out one by one.

        Endpoint: `POST /v1/subscriptions`.

        Args:
            customer_id: The customer to bill.
            collection_method: How payment is sought: AUTOMATIC charges the saved payment method,
                SEND_REMINDER asks the customer to pay, NONE does neither.
            description: What the subscription is for.
            next_collection_date: When the next collection is to be due; may be null.
            number_of_payments: How many payments it consists of, from 1 to 999; may be null.
            only_automatic_collection: Whether payment is to come from automatic charges alone.
            beneficiary_id: The beneficiary of the subscription; null for none.
            tax_profile_id: The customer's tax profile for its tax invoices (CFDI); null for none.
            template_id: The template to set the subscription up from.
            payment_method_id: The saved payment method to charge; null for none.
            recurrent_detail: The rhythm in which the customer is billed.
            modifiers: Which modifiers the subscription has.
            discounts: Which discounts the subscription has.
            invoices: The invoices of the subscription written out one by one, up to 1,000 of them.
            items: What the subscription bills for, from 1 to 100 lines.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CREATE,
            customer_id=customer_id,
            collection_method=collection_method,
            description=description,
            next_collection_date=next_collection_date,
            number_of_payments=number_of_payments,
            only_automatic_collection=only_automatic_collection,
            beneficiary_id=beneficiary_id,
            tax_profile_id=tax_profile_id,
            template_id=template_id,
            payment_method_id=payment_method_id,
            recurrent_detail=recurrent_detail,
            modifiers=modifiers,
            discounts=discounts,
            invoices=invoices,
            items=items,
        )

    async def update(
        self,
        id: str,
        /,
        *,
        description: str | Unset = UNSET,
        last_collection_date: InstantLike | Unset = UNSET,
        number_of_payments: int | None | Unset = UNSET,
        next_collection_date: InstantLike | Unset = UNSET,
        only_automatic_collection: bool | Unset = UNSET,
        is_active: bool | Unset = UNSET,
        beneficiary_id: str | None | Unset = UNSET,
        tax_profile_id: str | None | Unset = UNSET,
        collection_method: params.CollectionMethodLike | Unset = UNSET,
        items: Sequence[models.UpdateSubscriptionItemInput | params.UpdateSubscriptionItemParams]
        | Unset = UNSET,
        invoices: Sequence[models.UpdateSubscriptionInvoiceInput | params.UpdateSubscriptionInvoiceParams]
        | Unset = UNSET,
        modifiers: Sequence[models.ModifierInput | params.ModifierParams] | Unset = UNSET,
        discounts: Sequence[models.SubscriptionDiscountInput | params.SubscriptionDiscountParams]
        | Unset = UNSET,
    ) -> models.UpdateSubscriptionPayload:
        """Change a subscription.

        Changes the fields that the body names.

        Endpoint: `PATCH /v1/subscriptions/{id}`.

        Args:
            id: Id of the subscription to change.
            description: What the subscription is for.
            last_collection_date: Date of the last collection.
            number_of_payments: How many payments it consists of; may be null.
            next_collection_date: When the next collection is due.
            only_automatic_collection: Whether payment is to come from automatic charges alone.
            is_active: Whether it is to run.
            beneficiary_id: The beneficiary of the subscription; null for none.
            tax_profile_id: The customer's tax profile for its tax invoices (CFDI); null for none.
            collection_method: How payment is sought: AUTOMATIC charges the saved payment method,
                SEND_REMINDER asks the customer to pay, NONE does neither.
            items: What the subscription bills for, from 1 to 100 lines.
            invoices: The invoices of the subscription written out one by one, up to 100 of them.
            modifiers: Which modifiers the subscription has.
            discounts: Which discounts the subscription has.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _UPDATE,
            id,
            description=description,
            last_collection_date=last_collection_date,
            number_of_payments=number_of_payments,
            next_collection_date=next_collection_date,
            only_automatic_collection=only_automatic_collection,
            is_active=is_active,
            beneficiary_id=beneficiary_id,
            tax_profile_id=tax_profile_id,
            collection_method=collection_method,
            items=items,
            invoices=invoices,
            modifiers=modifiers,
            discounts=discounts,
        )

    async def cancel(
        self,
        id: str,
        /,
        *,
        custom_cancel_reason: str | Unset = UNSET,
    ) -> models.CancelSubscriptionPayload:
        """Cancel a subscription.

        Ends a subscription. The body, with the reason, may be left out; mind that some HTTP clients drop
        the body of a DELETE.

        Endpoint: `DELETE /v1/subscriptions/{id}`.

        Args:
            id: Id of the subscription to cancel.
            custom_cancel_reason: Why it is canceled, in free words.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CANCEL,
            id,
            custom_cancel_reason=custom_cancel_reason,
        )
