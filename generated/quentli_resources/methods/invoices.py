"""Methods of `quentli.invoices`."""

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

_CREATE: Operation[models.CreateInvoicePayload] = Operation(
    "quentli.invoices.create",
    "quentli_client.api.invoices.invoices_create",
    wrappers=("input_",),
)
_UPDATE: Operation[models.UpdateInvoicePayload] = Operation(
    "quentli.invoices.update",
    "quentli_client.api.invoices.invoices_update",
    wrappers=("input_", "data"),
    is_update=True,
)
_CANCEL: Operation[models.CancelInvoicePayload] = Operation(
    "quentli.invoices.cancel",
    "quentli_client.api.invoices.invoices_cancel",
)
_GET_PAYMENT_LINK: Operation[models.PaymentLink] = Operation(
    "quentli.invoices.get_payment_link",
    "quentli_client.api.invoices.invoices_get_payment_link",
)
_TRY_PAYMENT: Operation[models.RetryInvoicePaymentPayload] = Operation(
    "quentli.invoices.try_payment",
    "quentli_client.api.invoices.invoices_try_payment",
)
_MARK_PAID: Operation[models.MarkInvoiceAsPaidPayload] = Operation(
    "quentli.invoices.mark_paid",
    "quentli_client.api.invoices.invoices_mark_paid",
    wrappers=("input_",),
)
_APPLY_PAYMENT: Operation[models.ApplyInvoicePaymentPayload] = Operation(
    "quentli.invoices.apply_payment",
    "quentli_client.api.invoices.invoices_apply_payment",
    wrappers=("input_",),
)
_SEND_REMINDER: Operation[models.SendPaymentReminderPayload] = Operation(
    "quentli.invoices.send_reminder",
    "quentli_client.api.invoices.invoices_send_reminder",
    wrappers=("input_",),
)


class Invoices(RetrievableResource["models.FullInvoice", "models.Invoice"]):
    """Requests for payment. The list returns their items with concepts."""

    def create(
        self,
        *,
        due_date: InstantLike,
        collection_method: params.CollectionMethodLike,
        customer_id: str,
        items: Sequence[models.CreateInvoiceItemInput | params.CreateInvoiceItemParams],
        expire_date: InstantLike | None | Unset = UNSET,
        subscription_id: str | None | Unset = UNSET,
        allow_offtime_payment: bool | None | Unset = UNSET,
        beneficiary_id: str | None | Unset = UNSET,
        modifiers: Sequence[models.ModifierInput | params.ModifierParams] | Unset = UNSET,
        discounts: Sequence[models.InvoiceDiscountInput | params.InvoiceDiscountParams] | Unset = UNSET,
        metadata: Sequence[models.MetadataItemInput | params.MetadataItemParams]
        | Mapping[str, str]
        | None
        | Unset = UNSET,
    ) -> models.CreateInvoicePayload:
        """Create an invoice for a customer.

        The lines name concepts of the catalog or describe their own; `collectionMethod` says how the money
        is to be collected. Amounts are in minor units.

        Endpoint: `POST /v1/invoices`.

        Args:
            due_date: By when payment is due, in UTC.
            collection_method: How to collect the money: `AUTOMATIC` charges the saved payment method,
                `SEND_REMINDER` asks the customer by reminders, `NONE` does neither.
            customer_id: The customer to bill.
            items: What is billed, in 1 to 100 lines.
            expire_date: When the invoice is to expire, in UTC; null for no such date.
            subscription_id: The subscription that the invoice belongs to; null or left out for one that
                stands alone.
            allow_offtime_payment: True to let the invoice be paid out of time as well.
            beneficiary_id: Who benefits from what is billed; null or left out to name nobody.
            modifiers: The modifiers to put on the invoice.
            discounts: The discounts to put on the invoice.
            metadata: The caller's own data to keep with the invoice, one entry for each key.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CREATE,
            due_date=due_date,
            collection_method=collection_method,
            customer_id=customer_id,
            items=items,
            expire_date=expire_date,
            subscription_id=subscription_id,
            allow_offtime_payment=allow_offtime_payment,
            beneficiary_id=beneficiary_id,
            modifiers=modifiers,
            discounts=discounts,
            metadata=metadata,
        )

    def update(
        self,
        id: str,
        /,
        *,
        due_date: InstantLike | Unset = UNSET,
        expire_date: InstantLike | None | Unset = UNSET,
        collection_method: params.CollectionMethodLike | Unset = UNSET,
        beneficiary_id: str | None | Unset = UNSET,
        metadata: Sequence[models.UpdateMetadataItemInput | params.UpdateMetadataItemParams]
        | Mapping[str, str | None]
        | Unset = UNSET,
        meta: Mapping[str, str | None] | Unset = UNSET,
        items: Sequence[models.UpdateInvoiceItemInput | params.UpdateInvoiceItemParams] | Unset = UNSET,
        modifiers: Sequence[models.ModifierInput | params.ModifierParams] | Unset = UNSET,
        discounts: Sequence[models.InvoiceDiscountInput | params.InvoiceDiscountParams] | Unset = UNSET,
    ) -> models.UpdateInvoicePayload:
        """Change an invoice.

        Only the fields that are sent are meant to change; all of them stand under `input.data`.

        Endpoint: `PATCH /v1/invoices/{id}`.

        Args:
            id: Which invoice to change.
            due_date: The new instant by which payment is due, in UTC.
            expire_date: When the invoice is to expire from now on, in UTC; null for no such date.
            collection_method: How to collect the money from now on: `AUTOMATIC` charges the saved payment
                method, `SEND_REMINDER` asks the customer by reminders, `NONE` does neither.
            beneficiary_id: Who benefits from what is billed; null for nobody.
            metadata: The caller's own data about the invoice, one entry for each key.
            meta: The same kind of data as `metadata`, as a map from key to value; null for no value.
            items: What the invoice is to bill, in 1 to 100 lines.
            modifiers: The modifiers that the invoice is to have.
            discounts: The discounts that the invoice is to have.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _UPDATE,
            id,
            due_date=due_date,
            expire_date=expire_date,
            collection_method=collection_method,
            beneficiary_id=beneficiary_id,
            metadata=metadata,
            meta=meta,
            items=items,
            modifiers=modifiers,
            discounts=discounts,
        )

    def cancel(
        self,
        id: str,
        /,
    ) -> models.CancelInvoicePayload:
        """Cancel an unpaid invoice.

        The answer still holds the invoice, with `canceledAt` saying when it was cancelled.

        Endpoint: `DELETE /v1/invoices/{id}`.

        Args:
            id: Which invoice to cancel.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CANCEL,
            id,
        )

    def get_payment_link(
        self,
        id: str,
        /,
    ) -> models.PaymentLink:
        """A link where the customer can pay the invoice.

        Mind `expiresAt` before the link is stored or passed on.

        Endpoint: `GET /v1/invoices/{id}/payment-link`.

        Args:
            id: Which invoice the link is to pay.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached.
        """
        return self._call(
            _GET_PAYMENT_LINK,
            id,
        )

    def try_payment(
        self,
        id: str,
        /,
    ) -> models.RetryInvoicePaymentPayload:
        """Charge an invoice to the saved payment method.

        Attempts a real charge. Read `success` to learn whether it went through; the status code alone does
        not tell.

        Endpoint: `POST /v1/invoices/{id}/try-payment`.

        Args:
            id: Which invoice to charge.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _TRY_PAYMENT,
            id,
        )

    def mark_paid(
        self,
        id: str,
        /,
        *,
        external_type_id: str | None | Unset = UNSET,
        payment_time: InstantLike | Unset = UNSET,
    ) -> models.MarkInvoiceAsPaidPayload:
        """Mark an invoice as paid.

        For money that reached the organization by another way, such as cash or a transfer. The body is
        optional.

        Endpoint: `POST /v1/invoices/{id}/mark-paid`.

        Args:
            id: Which invoice to mark as paid.
            external_type_id: Which external payment type the money came by; null or left out to name none.
            payment_time: When the money was paid, in UTC.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _MARK_PAID,
            id,
            external_type_id=external_type_id,
            payment_time=payment_time,
        )

    def apply_payment(
        self,
        id: str,
        /,
        *,
        existing_payment: models.ApplyInvoicePaymentExistingPaymentInput
        | params.ApplyInvoicePaymentExistingPaymentParams
        | Unset = UNSET,
        new_payment: models.ApplyInvoicePaymentNewPaymentInput
        | params.ApplyInvoicePaymentNewPaymentParams
        | Unset = UNSET,
    ) -> models.ApplyInvoicePaymentPayload:
        """Put a payment towards an invoice.

        Takes either a payment that exists already or the facts of a new one. The amount is in minor units
        and above zero.

        Endpoint: `POST /v1/invoices/{id}/payments/apply`.

        Args:
            id: Which invoice the payment goes towards.
            existing_payment: A payment that exists, and how much of it goes towards the invoice.
            new_payment: A payment that is to be recorded and goes towards the invoice.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _APPLY_PAYMENT,
            id,
            existing_payment=existing_payment,
            new_payment=new_payment,
        )

    def send_reminder(
        self,
        id: str,
        /,
        *,
        channel: params.SendPaymentChannelLike,
    ) -> models.SendPaymentReminderPayload:
        """Remind the customer of an invoice.

        The reminder goes out by the one channel that the body names.

        Endpoint: `POST /v1/invoices/{id}/reminders`.

        Args:
            id: Which invoice to remind the customer of.
            channel: How to reach the customer: by e-mail, text message or WhatsApp.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _SEND_REMINDER,
            id,
            channel=channel,
        )


class AsyncInvoices(AsyncRetrievableResource["models.FullInvoice", "models.Invoice"]):
    """Async version of `Invoices`."""

    async def create(
        self,
        *,
        due_date: InstantLike,
        collection_method: params.CollectionMethodLike,
        customer_id: str,
        items: Sequence[models.CreateInvoiceItemInput | params.CreateInvoiceItemParams],
        expire_date: InstantLike | None | Unset = UNSET,
        subscription_id: str | None | Unset = UNSET,
        allow_offtime_payment: bool | None | Unset = UNSET,
        beneficiary_id: str | None | Unset = UNSET,
        modifiers: Sequence[models.ModifierInput | params.ModifierParams] | Unset = UNSET,
        discounts: Sequence[models.InvoiceDiscountInput | params.InvoiceDiscountParams] | Unset = UNSET,
        metadata: Sequence[models.MetadataItemInput | params.MetadataItemParams]
        | Mapping[str, str]
        | None
        | Unset = UNSET,
    ) -> models.CreateInvoicePayload:
        """Create an invoice for a customer.

        The lines name concepts of the catalog or describe their own; `collectionMethod` says how the money
        is to be collected. Amounts are in minor units.

        Endpoint: `POST /v1/invoices`.

        Args:
            due_date: By when payment is due, in UTC.
            collection_method: How to collect the money: `AUTOMATIC` charges the saved payment method,
                `SEND_REMINDER` asks the customer by reminders, `NONE` does neither.
            customer_id: The customer to bill.
            items: What is billed, in 1 to 100 lines.
            expire_date: When the invoice is to expire, in UTC; null for no such date.
            subscription_id: The subscription that the invoice belongs to; null or left out for one that
                stands alone.
            allow_offtime_payment: True to let the invoice be paid out of time as well.
            beneficiary_id: Who benefits from what is billed; null or left out to name nobody.
            modifiers: The modifiers to put on the invoice.
            discounts: The discounts to put on the invoice.
            metadata: The caller's own data to keep with the invoice, one entry for each key.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CREATE,
            due_date=due_date,
            collection_method=collection_method,
            customer_id=customer_id,
            items=items,
            expire_date=expire_date,
            subscription_id=subscription_id,
            allow_offtime_payment=allow_offtime_payment,
            beneficiary_id=beneficiary_id,
            modifiers=modifiers,
            discounts=discounts,
            metadata=metadata,
        )

    async def update(
        self,
        id: str,
        /,
        *,
        due_date: InstantLike | Unset = UNSET,
        expire_date: InstantLike | None | Unset = UNSET,
        collection_method: params.CollectionMethodLike | Unset = UNSET,
        beneficiary_id: str | None | Unset = UNSET,
        metadata: Sequence[models.UpdateMetadataItemInput | params.UpdateMetadataItemParams]
        | Mapping[str, str | None]
        | Unset = UNSET,
        meta: Mapping[str, str | None] | Unset = UNSET,
        items: Sequence[models.UpdateInvoiceItemInput | params.UpdateInvoiceItemParams] | Unset = UNSET,
        modifiers: Sequence[models.ModifierInput | params.ModifierParams] | Unset = UNSET,
        discounts: Sequence[models.InvoiceDiscountInput | params.InvoiceDiscountParams] | Unset = UNSET,
    ) -> models.UpdateInvoicePayload:
        """Change an invoice.

        Only the fields that are sent are meant to change; all of them stand under `input.data`.

        Endpoint: `PATCH /v1/invoices/{id}`.

        Args:
            id: Which invoice to change.
            due_date: The new instant by which payment is due, in UTC.
            expire_date: When the invoice is to expire from now on, in UTC; null for no such date.
            collection_method: How to collect the money from now on: `AUTOMATIC` charges the saved payment
                method, `SEND_REMINDER` asks the customer by reminders, `NONE` does neither.
            beneficiary_id: Who benefits from what is billed; null for nobody.
            metadata: The caller's own data about the invoice, one entry for each key.
            meta: The same kind of data as `metadata`, as a map from key to value; null for no value.
            items: What the invoice is to bill, in 1 to 100 lines.
            modifiers: The modifiers that the invoice is to have.
            discounts: The discounts that the invoice is to have.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _UPDATE,
            id,
            due_date=due_date,
            expire_date=expire_date,
            collection_method=collection_method,
            beneficiary_id=beneficiary_id,
            metadata=metadata,
            meta=meta,
            items=items,
            modifiers=modifiers,
            discounts=discounts,
        )

    async def cancel(
        self,
        id: str,
        /,
    ) -> models.CancelInvoicePayload:
        """Cancel an unpaid invoice.

        The answer still holds the invoice, with `canceledAt` saying when it was cancelled.

        Endpoint: `DELETE /v1/invoices/{id}`.

        Args:
            id: Which invoice to cancel.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CANCEL,
            id,
        )

    async def get_payment_link(
        self,
        id: str,
        /,
    ) -> models.PaymentLink:
        """A link where the customer can pay the invoice.

        Mind `expiresAt` before the link is stored or passed on.

        Endpoint: `GET /v1/invoices/{id}/payment-link`.

        Args:
            id: Which invoice the link is to pay.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached.
        """
        return await self._call(
            _GET_PAYMENT_LINK,
            id,
        )

    async def try_payment(
        self,
        id: str,
        /,
    ) -> models.RetryInvoicePaymentPayload:
        """Charge an invoice to the saved payment method.

        Attempts a real charge. Read `success` to learn whether it went through; the status code alone does
        not tell.

        Endpoint: `POST /v1/invoices/{id}/try-payment`.

        Args:
            id: Which invoice to charge.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _TRY_PAYMENT,
            id,
        )

    async def mark_paid(
        self,
        id: str,
        /,
        *,
        external_type_id: str | None | Unset = UNSET,
        payment_time: InstantLike | Unset = UNSET,
    ) -> models.MarkInvoiceAsPaidPayload:
        """Mark an invoice as paid.

        For money that reached the organization by another way, such as cash or a transfer. The body is
        optional.

        Endpoint: `POST /v1/invoices/{id}/mark-paid`.

        Args:
            id: Which invoice to mark as paid.
            external_type_id: Which external payment type the money came by; null or left out to name none.
            payment_time: When the money was paid, in UTC.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _MARK_PAID,
            id,
            external_type_id=external_type_id,
            payment_time=payment_time,
        )

    async def apply_payment(
        self,
        id: str,
        /,
        *,
        existing_payment: models.ApplyInvoicePaymentExistingPaymentInput
        | params.ApplyInvoicePaymentExistingPaymentParams
        | Unset = UNSET,
        new_payment: models.ApplyInvoicePaymentNewPaymentInput
        | params.ApplyInvoicePaymentNewPaymentParams
        | Unset = UNSET,
    ) -> models.ApplyInvoicePaymentPayload:
        """Put a payment towards an invoice.

        Takes either a payment that exists already or the facts of a new one. The amount is in minor units
        and above zero.

        Endpoint: `POST /v1/invoices/{id}/payments/apply`.

        Args:
            id: Which invoice the payment goes towards.
            existing_payment: A payment that exists, and how much of it goes towards the invoice.
            new_payment: A payment that is to be recorded and goes towards the invoice.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _APPLY_PAYMENT,
            id,
            existing_payment=existing_payment,
            new_payment=new_payment,
        )

    async def send_reminder(
        self,
        id: str,
        /,
        *,
        channel: params.SendPaymentChannelLike,
    ) -> models.SendPaymentReminderPayload:
        """Remind the customer of an invoice.

        The reminder goes out by the one channel that the body names.

        Endpoint: `POST /v1/invoices/{id}/reminders`.

        Args:
            id: Which invoice to remind the customer of.
            channel: How to reach the customer: by e-mail, text message or WhatsApp.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _SEND_REMINDER,
            id,
            channel=channel,
        )
