from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.payment_processor import PaymentProcessor
from ..models.payment_status import PaymentStatus
from ..models.payment_type import PaymentType
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class PaymentWithItems(_Record):
    """A payment, with what the customer paid for."""

    id: str
    """ Quentli's id of the payment. """
    created_at: datetime.datetime
    """ When the payment was recorded, in UTC; see `paymentTime` for when the money came. """
    updated_at: datetime.datetime
    """ When any detail of the payment last changed, in UTC. """
    amount: int
    """ How much, in minor units: 150000 is MXN 1,500.00. """
    currency: str
    """ ISO 4217 code of the currency that all amounts of the payment are in. """
    description: None | str
    """ What was paid for, in words; null when nobody said. """
    type_: None | PaymentType | str
    """ By what means: `TRANSFER` between banks, `CARD`, `OXXO` in cash at a shop of that chain, `CASH`,
    `DIRECT_DEBIT` from a bank account or `OTHER`. Null when that is not known. """
    status: None | PaymentStatus | str
    """ `INITIATED` and `INCOMPLETE` payments have yet to come in, `COMPLETE` ones have and `CANCELED` ones will
    not; `REFUNDED`, `REVERTED` and `DISPUTED` ones were given back, undone or contested. Null when that is not
    known. """
    is_completed: bool
    """ True once the payment has gone through. """
    payment_time: datetime.datetime | None
    """ When it was paid, in UTC; null while it has not been. """
    customer_id: str
    """ The customer who pays. """
    payment_intent_id: None | str
    """ The intent under which the payment was collected; null without one. """
    organization_id: str
    """ The organization that is paid. """
    skip_tax_invoice: bool
    """ True when no tax invoice (CFDI) is to be issued for this payment. """
    monthly_installments: int | None
    """ Over how many months the cardholder pays the bank back; null for a payment in one sum. """
    processor: None | PaymentProcessor | str
    """ The company that handled the payment, `QUENTLI` for Quentli itself; null when none did. """
    processor_fee: int | None
    """ The processor's fee without tax, in minor units: 4350 is MXN 43.50. Null when it is not known. """
    processor_fee_tax: int | None
    """ Tax (IVA) on that fee, in minor units; null when it is not known. """
    installments_fee: int | None
    """ Fee for paying in monthly installments, without tax, in minor units; null when there is none. """
    installments_fee_tax: int | None
    """ Tax (IVA) on the installments fee, in minor units; null when there is none. """
    external_payment_type_id: None | str
    """ A means of payment outside Quentli, for a payment that was taken elsewhere; null for others. """
    session_id: None | str
    """ The payment session in which the customer paid; null without one. """
    items: list[PaymentWithItemsItem]
    """ What was paid for, one entry for each thing. """
    payment_method_id: None | str | Unset = UNSET
    """ The saved card or bank account that was charged; null when none was. """
    metadata: list[MetadataItem] | None | Unset = UNSET
    """ The caller's own data about the payment, one entry for each key. """
    meta: None | PaymentWithItemsMeta | Unset = UNSET
    """ The same data as `metadata`, as a map from key to value. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        amount = self.amount

        currency = self.currency

        description: None | str
        description = self.description

        type_: None | str
        if isinstance(self.type_, PaymentType):
            type_ = self.type_.value
        else:
            type_ = self.type_

        status: None | str
        if isinstance(self.status, PaymentStatus):
            status = self.status.value
        else:
            status = self.status

        is_completed = self.is_completed

        payment_time: None | str
        if isinstance(self.payment_time, datetime.datetime):
            payment_time = _format_instant(self.payment_time, "payment_time")
        else:
            payment_time = self.payment_time

        customer_id = self.customer_id

        payment_intent_id: None | str
        payment_intent_id = self.payment_intent_id

        organization_id = self.organization_id

        skip_tax_invoice = self.skip_tax_invoice

        monthly_installments: int | None
        monthly_installments = self.monthly_installments

        processor: None | str
        if isinstance(self.processor, PaymentProcessor):
            processor = self.processor.value
        else:
            processor = self.processor

        processor_fee: int | None
        processor_fee = self.processor_fee

        processor_fee_tax: int | None
        processor_fee_tax = self.processor_fee_tax

        installments_fee: int | None
        installments_fee = self.installments_fee

        installments_fee_tax: int | None
        installments_fee_tax = self.installments_fee_tax

        external_payment_type_id: None | str
        external_payment_type_id = self.external_payment_type_id

        session_id: None | str
        session_id = self.session_id

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        payment_method_id: None | str | Unset
        if isinstance(self.payment_method_id, Unset):
            payment_method_id = UNSET
        else:
            payment_method_id = self.payment_method_id

        metadata: list[dict[str, Any]] | None | Unset
        if isinstance(self.metadata, Unset):
            metadata = UNSET
        elif isinstance(self.metadata, list):
            metadata = []
            for metadata_type_0_item_data in self.metadata:
                metadata_type_0_item = metadata_type_0_item_data.to_dict()
                metadata.append(metadata_type_0_item)

        else:
            metadata = self.metadata

        meta: dict[str, Any] | None | Unset
        if isinstance(self.meta, Unset):
            meta = UNSET
        elif isinstance(self.meta, PaymentWithItemsMeta):
            meta = self.meta.to_dict()
        else:
            meta = self.meta

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["amount"] = amount
        field_dict["currency"] = currency
        field_dict["description"] = description
        field_dict["type"] = type_
        field_dict["status"] = status
        field_dict["isCompleted"] = is_completed
        field_dict["paymentTime"] = payment_time
        field_dict["customerId"] = customer_id
        field_dict["paymentIntentId"] = payment_intent_id
        if payment_method_id is not UNSET:
            field_dict["paymentMethodId"] = payment_method_id
        field_dict["organizationId"] = organization_id
        field_dict["skipTaxInvoice"] = skip_tax_invoice
        field_dict["monthlyInstallments"] = monthly_installments
        field_dict["processor"] = processor
        field_dict["processorFee"] = processor_fee
        field_dict["processorFeeTax"] = processor_fee_tax
        field_dict["installmentsFee"] = installments_fee
        field_dict["installmentsFeeTax"] = installments_fee_tax
        field_dict["externalPaymentTypeId"] = external_payment_type_id
        field_dict["sessionId"] = session_id
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if meta is not UNSET:
            field_dict["meta"] = meta
        field_dict["items"] = items
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

            amount = fields_.pop("amount")

            currency = fields_.pop("currency")

            description: None | str = fields_.pop("description")

            key_ = "type"
            _type_: Any = fields_.pop("type")
            if isinstance(_type_, str):
                try:
                    type_type_0 = PaymentType(_type_)

                    _type_ = type_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            type_: None | PaymentType | str = _type_

            key_ = "status"
            _status: Any = fields_.pop("status")
            if isinstance(_status, str):
                try:
                    status_type_0 = PaymentStatus(_status)

                    _status = status_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            status: None | PaymentStatus | str = _status

            is_completed = fields_.pop("isCompleted")

            key_ = "paymentTime"
            _payment_time: Any = fields_.pop("paymentTime")
            if _payment_time is not None:
                payment_time_type_0 = datetime.datetime.fromisoformat(_payment_time)

                _payment_time = payment_time_type_0

            payment_time: datetime.datetime | None = _payment_time

            customer_id = fields_.pop("customerId")

            payment_intent_id: None | str = fields_.pop("paymentIntentId")

            organization_id = fields_.pop("organizationId")

            skip_tax_invoice = fields_.pop("skipTaxInvoice")

            monthly_installments: int | None = fields_.pop("monthlyInstallments")

            key_ = "processor"
            _processor: Any = fields_.pop("processor")
            if isinstance(_processor, str):
                try:
                    processor_type_0 = PaymentProcessor(_processor)

                    _processor = processor_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            processor: None | PaymentProcessor | str = _processor

            processor_fee: int | None = fields_.pop("processorFee")

            processor_fee_tax: int | None = fields_.pop("processorFeeTax")

            installments_fee: int | None = fields_.pop("installmentsFee")

            installments_fee_tax: int | None = fields_.pop("installmentsFeeTax")

            external_payment_type_id: None | str = fields_.pop("externalPaymentTypeId")

            session_id: None | str = fields_.pop("sessionId")

            key_ = "items"
            items = []
            _items = fields_.pop("items")
            for items_item_data in _items:
                items_item = PaymentWithItemsItem.from_dict(items_item_data)

                items.append(items_item)

            payment_method_id: None | str | Unset = fields_.pop("paymentMethodId", UNSET)

            key_ = "metadata"
            _metadata: Any = fields_.pop("metadata", UNSET)
            if _metadata is not None and _metadata is not UNSET:
                if not isinstance(_metadata, list):
                    raise _FieldError("", "cannot be read")
                metadata_type_0 = []
                _metadata_type_0 = _metadata
                for metadata_type_0_item_data in _metadata_type_0:
                    metadata_type_0_item = MetadataItem.from_dict(metadata_type_0_item_data)

                    metadata_type_0.append(metadata_type_0_item)

                _metadata = metadata_type_0

            metadata: list[MetadataItem] | None | Unset = _metadata

            key_ = "meta"
            _meta: Any = fields_.pop("meta", UNSET)
            if _meta is not None and _meta is not UNSET:
                if not isinstance(_meta, dict):
                    raise _FieldError("", "cannot be read")
                meta_type_0 = PaymentWithItemsMeta.from_dict(_meta)

                _meta = meta_type_0

            meta: None | PaymentWithItemsMeta | Unset = _meta

            record_ = cls(
                id,
                created_at,
                updated_at,
                amount,
                currency,
                description,
                type_,
                status,
                is_completed,
                payment_time,
                customer_id,
                payment_intent_id,
                organization_id,
                skip_tax_invoice,
                monthly_installments,
                processor,
                processor_fee,
                processor_fee_tax,
                installments_fee,
                installments_fee_tax,
                external_payment_type_id,
                session_id,
                items,
                payment_method_id,
                metadata,
                meta,
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


# Below the class, as models may refer to each other.
from ..models.metadata_item import MetadataItem
from ..models.payment_with_items_item import PaymentWithItemsItem
from ..models.payment_with_items_meta import PaymentWithItemsMeta
