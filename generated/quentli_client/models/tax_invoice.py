from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.tax_invoice_failure_reason import TaxInvoiceFailureReason
from ..models.tax_invoice_status import TaxInvoiceStatus
from ..models.tax_invoice_type import TaxInvoiceType
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class TaxInvoice(_Record):
    """A Mexican tax document (CFDI) for an invoice or a payment, with its standing at the tax authority, SAT."""

    id: str
    """ Quentli's id of the tax invoice. """
    created_at: datetime.datetime
    """ When the record was created, in UTC. """
    updated_at: datetime.datetime
    """ When the record last changed, in UTC. """
    issue_date: datetime.datetime | None
    """ The date of issue on the document, in UTC; null when it has none. """
    invoice_id: None | str
    """ The invoice that the document is for; null when it is tied to none. """
    payment_id: None | str
    """ The payment that the document is for; null when it is tied to none. """
    uuid: None | str
    """ The fiscal folio, by which SAT knows the document; null when it has none. """
    verification_url: None | str
    """ Where anybody can check the document; null when there is no such page. """
    folio: None | str
    """ The issuer's own number for the document, not the fiscal folio; null when it has none. """
    status: str | TaxInvoiceStatus
    """ Where the document stands: `DRAFT` or `PENDING` before it is issued, `VALID` once it is, `FAILED` when that
    did not work, `PENDING_CANCELLATION` and `CANCELED` on the way out. """
    failure_reason: None | str | TaxInvoiceFailureReason
    """ Why the document failed; null when it did not. The customer's RFC does not go with the tax address
    (`RFC_DOMICILE_MISMATCH`), the legal name (`RFC_LEGAL_NAME_MISMATCH`) or the CFDI usage (`CFDI_USAGE_MISMATCH`),
    the date is not acceptable (`ISSUE_DATE_OUT_OF_RANGE`), or the cause is `UNKNOWN`. """
    cancellation_status: None | str
    """ How far the cancellation has come; null when none is recorded. """
    cancellation_motive: None | str
    """ SAT's code for why the document was cancelled, `01` to `04`; null when none is recorded. """
    cancel_requested_at: datetime.datetime | None
    """ When the cancellation was asked for, in UTC; null when it never was. """
    canceled_at: datetime.datetime | None
    """ When the document was cancelled, in UTC; null unless it was. """
    canceled_by_id: None | str
    """ The user who cancelled the document; null when nobody is recorded. """
    cancellation_substitution: None | str
    """ The document given as the substitute in the cancellation; null when none was given. """
    sat_type: None | str
    """ SAT's letter for the type of document, such as `I` for income or `P` for payment; null when none is
    recorded. """
    customer_id: str
    """ The customer that the document concerns. """
    type_: str | TaxInvoiceType
    """ `TAX_INVOICE_PUE` is an invoice paid in one go, `TAX_INVOICE_PPD` one paid later or in instalments,
    `TAX_RECEIPT` a receipt. """
    payment_form: None | str
    """ SAT's code for how the money was paid, such as `03` for a transfer; null when none is recorded. """
    payment_method: None | str
    """ SAT's code for when the money is paid: `PUE` in one go, `PPD` later or in instalments; null when none is
    recorded. """
    usage: None | str
    """ SAT's code for what the receiver uses the document for (uso de CFDI), such as `G03` for general expenses;
    null when none is recorded. """
    currency: str
    """ ISO 4217 code of the currency of the document. """
    total_amount: int
    """ Total of the document in minor units: 150000 is MXN 1,500.00. """
    organization_id: str
    """ The organization that the document belongs to. """
    exchange_rate: float | None | Unset = UNSET
    """ Pesos for one unit of the document's currency, a plain ratio and not minor units; null when none is
    recorded. """
    pdf_id: None | str | Unset = UNSET
    """ Id of the document's PDF file; null when there is none. """
    xml_id: None | str | Unset = UNSET
    """ Id of the document's XML file, the CFDI itself; null when there is none. """
    created_by_user_id: None | str | Unset = UNSET
    """ The user who had the document made; null when it was no user. """
    created_by_customer_id: None | str | Unset = UNSET
    """ The customer who had the document made; null when it was no customer. """
    substitute_tax_invoice_id: None | str | Unset = UNSET
    """ The tax invoice that takes this one's place; null when there is none. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        issue_date: None | str
        if isinstance(self.issue_date, datetime.datetime):
            issue_date = _format_instant(self.issue_date, "issue_date")
        else:
            issue_date = self.issue_date

        invoice_id: None | str
        invoice_id = self.invoice_id

        payment_id: None | str
        payment_id = self.payment_id

        uuid: None | str
        uuid = self.uuid

        verification_url: None | str
        verification_url = self.verification_url

        folio: None | str
        folio = self.folio

        status: str
        if isinstance(self.status, TaxInvoiceStatus):
            status = self.status.value
        else:
            status = self.status

        failure_reason: None | str
        if isinstance(self.failure_reason, TaxInvoiceFailureReason):
            failure_reason = self.failure_reason.value
        else:
            failure_reason = self.failure_reason

        cancellation_status: None | str
        cancellation_status = self.cancellation_status

        cancellation_motive: None | str
        cancellation_motive = self.cancellation_motive

        cancel_requested_at: None | str
        if isinstance(self.cancel_requested_at, datetime.datetime):
            cancel_requested_at = _format_instant(self.cancel_requested_at, "cancel_requested_at")
        else:
            cancel_requested_at = self.cancel_requested_at

        canceled_at: None | str
        if isinstance(self.canceled_at, datetime.datetime):
            canceled_at = _format_instant(self.canceled_at, "canceled_at")
        else:
            canceled_at = self.canceled_at

        canceled_by_id: None | str
        canceled_by_id = self.canceled_by_id

        cancellation_substitution: None | str
        cancellation_substitution = self.cancellation_substitution

        sat_type: None | str
        sat_type = self.sat_type

        customer_id = self.customer_id

        type_: str
        if isinstance(self.type_, TaxInvoiceType):
            type_ = self.type_.value
        else:
            type_ = self.type_

        payment_form: None | str
        payment_form = self.payment_form

        payment_method: None | str
        payment_method = self.payment_method

        usage: None | str
        usage = self.usage

        currency = self.currency

        total_amount = self.total_amount

        organization_id = self.organization_id

        exchange_rate: float | None | Unset
        if isinstance(self.exchange_rate, Unset):
            exchange_rate = UNSET
        else:
            exchange_rate = self.exchange_rate

        pdf_id: None | str | Unset
        if isinstance(self.pdf_id, Unset):
            pdf_id = UNSET
        else:
            pdf_id = self.pdf_id

        xml_id: None | str | Unset
        if isinstance(self.xml_id, Unset):
            xml_id = UNSET
        else:
            xml_id = self.xml_id

        created_by_user_id: None | str | Unset
        if isinstance(self.created_by_user_id, Unset):
            created_by_user_id = UNSET
        else:
            created_by_user_id = self.created_by_user_id

        created_by_customer_id: None | str | Unset
        if isinstance(self.created_by_customer_id, Unset):
            created_by_customer_id = UNSET
        else:
            created_by_customer_id = self.created_by_customer_id

        substitute_tax_invoice_id: None | str | Unset
        if isinstance(self.substitute_tax_invoice_id, Unset):
            substitute_tax_invoice_id = UNSET
        else:
            substitute_tax_invoice_id = self.substitute_tax_invoice_id

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["issueDate"] = issue_date
        field_dict["invoiceId"] = invoice_id
        field_dict["paymentId"] = payment_id
        field_dict["uuid"] = uuid
        field_dict["verificationUrl"] = verification_url
        field_dict["folio"] = folio
        field_dict["status"] = status
        field_dict["failureReason"] = failure_reason
        field_dict["cancellationStatus"] = cancellation_status
        field_dict["cancellationMotive"] = cancellation_motive
        field_dict["cancelRequestedAt"] = cancel_requested_at
        field_dict["canceledAt"] = canceled_at
        field_dict["canceledById"] = canceled_by_id
        field_dict["cancellationSubstitution"] = cancellation_substitution
        field_dict["satType"] = sat_type
        field_dict["customerId"] = customer_id
        field_dict["type"] = type_
        field_dict["paymentForm"] = payment_form
        field_dict["paymentMethod"] = payment_method
        field_dict["usage"] = usage
        field_dict["currency"] = currency
        if exchange_rate is not UNSET:
            field_dict["exchangeRate"] = exchange_rate
        field_dict["totalAmount"] = total_amount
        if pdf_id is not UNSET:
            field_dict["pdfId"] = pdf_id
        if xml_id is not UNSET:
            field_dict["xmlId"] = xml_id
        if created_by_user_id is not UNSET:
            field_dict["createdByUserId"] = created_by_user_id
        if created_by_customer_id is not UNSET:
            field_dict["createdByCustomerId"] = created_by_customer_id
        field_dict["organizationId"] = organization_id
        if substitute_tax_invoice_id is not UNSET:
            field_dict["substituteTaxInvoiceId"] = substitute_tax_invoice_id
        for prop_name, prop in self.additional_properties.items():
            if prop_name in field_dict:
                continue
            field_dict[prop_name] = prop

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            fields_ = dict(src_dict)
            id = fields_.pop("id")

            key_ = "createdAt"
            created_at = datetime.datetime.fromisoformat(fields_.pop("createdAt"))

            key_ = "updatedAt"
            updated_at = datetime.datetime.fromisoformat(fields_.pop("updatedAt"))

            key_ = "issueDate"
            _issue_date: Any = fields_.pop("issueDate")
            if _issue_date is not None:
                issue_date_type_0 = datetime.datetime.fromisoformat(_issue_date)

                _issue_date = issue_date_type_0

            issue_date: datetime.datetime | None = _issue_date

            invoice_id: None | str = fields_.pop("invoiceId")

            payment_id: None | str = fields_.pop("paymentId")

            uuid: None | str = fields_.pop("uuid")

            verification_url: None | str = fields_.pop("verificationUrl")

            folio: None | str = fields_.pop("folio")

            key_ = "status"
            _status: Any = fields_.pop("status")
            if isinstance(_status, str):
                try:
                    status_type_0 = TaxInvoiceStatus(_status)

                    _status = status_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            status: str | TaxInvoiceStatus = _status

            key_ = "failureReason"
            _failure_reason: Any = fields_.pop("failureReason")
            if isinstance(_failure_reason, str):
                try:
                    failure_reason_type_0 = TaxInvoiceFailureReason(_failure_reason)

                    _failure_reason = failure_reason_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            failure_reason: None | str | TaxInvoiceFailureReason = _failure_reason

            cancellation_status: None | str = fields_.pop("cancellationStatus")

            cancellation_motive: None | str = fields_.pop("cancellationMotive")

            key_ = "cancelRequestedAt"
            _cancel_requested_at: Any = fields_.pop("cancelRequestedAt")
            if _cancel_requested_at is not None:
                cancel_requested_at_type_0 = datetime.datetime.fromisoformat(_cancel_requested_at)

                _cancel_requested_at = cancel_requested_at_type_0

            cancel_requested_at: datetime.datetime | None = _cancel_requested_at

            key_ = "canceledAt"
            _canceled_at: Any = fields_.pop("canceledAt")
            if _canceled_at is not None:
                canceled_at_type_0 = datetime.datetime.fromisoformat(_canceled_at)

                _canceled_at = canceled_at_type_0

            canceled_at: datetime.datetime | None = _canceled_at

            canceled_by_id: None | str = fields_.pop("canceledById")

            cancellation_substitution: None | str = fields_.pop("cancellationSubstitution")

            sat_type: None | str = fields_.pop("satType")

            customer_id = fields_.pop("customerId")

            key_ = "type"
            _type_: Any = fields_.pop("type")
            if isinstance(_type_, str):
                try:
                    type_type_0 = TaxInvoiceType(_type_)

                    _type_ = type_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            type_: str | TaxInvoiceType = _type_

            payment_form: None | str = fields_.pop("paymentForm")

            payment_method: None | str = fields_.pop("paymentMethod")

            usage: None | str = fields_.pop("usage")

            currency = fields_.pop("currency")

            total_amount = fields_.pop("totalAmount")

            organization_id = fields_.pop("organizationId")

            exchange_rate: float | None | Unset = fields_.pop("exchangeRate", UNSET)

            pdf_id: None | str | Unset = fields_.pop("pdfId", UNSET)

            xml_id: None | str | Unset = fields_.pop("xmlId", UNSET)

            created_by_user_id: None | str | Unset = fields_.pop("createdByUserId", UNSET)

            created_by_customer_id: None | str | Unset = fields_.pop("createdByCustomerId", UNSET)

            substitute_tax_invoice_id: None | str | Unset = fields_.pop("substituteTaxInvoiceId", UNSET)

            record_ = cls(
                id,
                created_at,
                updated_at,
                issue_date,
                invoice_id,
                payment_id,
                uuid,
                verification_url,
                folio,
                status,
                failure_reason,
                cancellation_status,
                cancellation_motive,
                cancel_requested_at,
                canceled_at,
                canceled_by_id,
                cancellation_substitution,
                sat_type,
                customer_id,
                type_,
                payment_form,
                payment_method,
                usage,
                currency,
                total_amount,
                organization_id,
                exchange_rate,
                pdf_id,
                xml_id,
                created_by_user_id,
                created_by_customer_id,
                substitute_tax_invoice_id,
            )
            record_.additional_properties = fields_
            return record_
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
