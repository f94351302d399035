"""Methods of `quentli.tax_invoices`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.client.lists.resource import AsyncRetrievableResource, RetrievableResource
from quentli_query.client.operation import Operation

from quentli_client.types import UNSET

if TYPE_CHECKING:
    from quentli_query.filters.literals import InstantLike, NumberLike

    from quentli_client import models
    from quentli_client.types import Unset

    from .. import params

_CREATE: Operation[models.CreateTaxInvoicePayload] = Operation(
    "quentli.tax_invoices.create",
    "quentli_client.api.tax_invoices.tax_invoices_create",
    wrappers=("input_",),
)
_CANCEL: Operation[models.CancelTaxInvoicePayload] = Operation(
    "quentli.tax_invoices.cancel",
    "quentli_client.api.tax_invoices.tax_invoices_cancel",
    wrappers=("input_",),
)


class TaxInvoices(RetrievableResource["models.TaxInvoice", "models.TaxInvoice"]):
    """Invoices for the tax authority (CFDI)."""

    def create(
        self,
        *,
        invoice_id: str | Unset = UNSET,
        payment_id: str | Unset = UNSET,
        date: InstantLike | Unset = UNSET,
        is_public_invoice: bool | Unset = UNSET,
        substitute_of_id: str | Unset = UNSET,
        exchange_rate: NumberLike | Unset = UNSET,
        type: params.TaxInvoiceTypeLike | Unset = UNSET,
        customer_tax_info_id: str | Unset = UNSET,
    ) -> models.CreateTaxInvoicePayload:
        """Issue a tax invoice.

        Issues a CFDI for an invoice or a payment. Look at `status` in the answer; `failureReason` says why
        one has failed.

        Endpoint: `POST /v1/tax-invoices`.

        Args:
            invoice_id: The invoice to issue the document for.
            payment_id: The payment to issue the document for.
            date: The date of issue to put on the document, in UTC; SAT does not accept every date.
            is_public_invoice: True to make the document out to the general public (público en general) and
                not to the customer's RFC.
            substitute_of_id: The earlier tax invoice that the new one takes the place of.
            exchange_rate: Pesos for one unit of the document's currency, a plain ratio and not minor units.
            type: `TAX_INVOICE_PUE` for an invoice paid in one go, `TAX_INVOICE_PPD` for one paid later or
                in instalments, `TAX_RECEIPT` for a receipt.
            customer_tax_info_id: Which of the customer's tax profiles to make the document out to.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CREATE,
            invoice_id=invoice_id,
            payment_id=payment_id,
            date=date,
            is_public_invoice=is_public_invoice,
            substitute_of_id=substitute_of_id,
            exchange_rate=exchange_rate,
            type=type,
            customer_tax_info_id=customer_tax_info_id,
        )

    def cancel(
        self,
        id: str,
        /,
        *,
        motive: params.CancelTaxInvoiceMotiveLike,
        substitute_tax_invoice_id: str | Unset = UNSET,
    ) -> models.CancelTaxInvoicePayload:
        """Cancel a tax invoice with SAT.

        SAT wants a motive for every cancellation. One that is not settled yet shows as
        `PENDING_CANCELLATION`.

        Endpoint: `POST /v1/tax-invoices/{id}/cancel`.

        Args:
            id: Which tax invoice to cancel.
            motive: SAT's motive: `01` issued with errors and replaced, `02` issued with errors and not
                replaced, `03` the sale did not take place, `04` a sale to a named buyer that a global
                invoice covers.
            substitute_tax_invoice_id: The tax invoice that replaces the cancelled one, which goes with
                motive `01`.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CANCEL,
            id,
            motive=motive,
            substitute_tax_invoice_id=substitute_tax_invoice_id,
        )


class AsyncTaxInvoices(AsyncRetrievableResource["models.TaxInvoice", "models.TaxInvoice"]):
    """Async version of `TaxInvoices`."""

    async def create(
        self,
        *,
        invoice_id: str | Unset = UNSET,
        payment_id: str | Unset = UNSET,
        date: InstantLike | Unset = UNSET,
        is_public_invoice: bool | Unset = UNSET,
        substitute_of_id: str | Unset = UNSET,
        exchange_rate: NumberLike | Unset = UNSET,
        type: params.TaxInvoiceTypeLike | Unset = UNSET,
        customer_tax_info_id: str | Unset = UNSET,
    ) -> models.CreateTaxInvoicePayload:
        """Issue a tax invoice.

        Issues a CFDI for an invoice or a payment. Look at `status` in the answer; `failureReason` says why
        one has failed.

        Endpoint: `POST /v1/tax-invoices`.

        Args:
            invoice_id: The invoice to issue the document for.
            payment_id: The payment to issue the document for.
            date: The date of issue to put on the document, in UTC; SAT does not accept every date.
            is_public_invoice: True to make the document out to the general public (público en general) and
                not to the customer's RFC.
            substitute_of_id: The earlier tax invoice that the new one takes the place of.
            exchange_rate: Pesos for one unit of the document's currency, a plain ratio and not minor units.
            type: `TAX_INVOICE_PUE` for an invoice paid in one go, `TAX_INVOICE_PPD` for one paid later or
                in instalments, `TAX_RECEIPT` for a receipt.
            customer_tax_info_id: Which of the customer's tax profiles to make the document out to.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CREATE,
            invoice_id=invoice_id,
            payment_id=payment_id,
            date=date,
            is_public_invoice=is_public_invoice,
            substitute_of_id=substitute_of_id,
            exchange_rate=exchange_rate,
            type=type,
            customer_tax_info_id=customer_tax_info_id,
        )

    async def cancel(
        self,
        id: str,
        /,
        *,
        motive: params.CancelTaxInvoiceMotiveLike,
        substitute_tax_invoice_id: str | Unset = UNSET,
    ) -> models.CancelTaxInvoicePayload:
        """Cancel a tax invoice with SAT.

        SAT wants a motive for every cancellation. One that is not settled yet shows as
        `PENDING_CANCELLATION`.

        Endpoint: `POST /v1/tax-invoices/{id}/cancel`.

        Args:
            id: Which tax invoice to cancel.
            motive: SAT's motive: `01` issued with errors and replaced, `02` issued with errors and not
                replaced, `03` the sale did not take place, `04` a sale to a named buyer that a global
                invoice covers.
            substitute_tax_invoice_id: The tax invoice that replaces the cancelled one, which goes with
                motive `01`.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CANCEL,
            id,
            motive=motive,
            substitute_tax_invoice_id=substitute_tax_invoice_id,
        )
