from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payment_processor import PaymentProcessor
from ..models.payment_status import PaymentStatus
from ..models.payment_type import PaymentType
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.payment_meta import PaymentMeta
    from ..models.payment_metadata_item import PaymentMetadataItem


T = TypeVar("T", bound="Payment")


@_attrs_define
class Payment:
    """Money that a customer paid or was to pay, by whatever means."""

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
    payment_method_id: None | str | Unset = UNSET
    """ The saved card or bank account that was charged; null when none was. """
    metadata: list[PaymentMetadataItem] | None | Unset = UNSET
    """ The caller's own data about the payment, one entry for each key. """
    meta: None | PaymentMeta | Unset = UNSET
    """ The same data as `metadata`, as a map from key to value. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.payment_meta import PaymentMeta

        id = self.id

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

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
            payment_time = self.payment_time.isoformat()
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
        elif isinstance(self.meta, PaymentMeta):
            meta = self.meta.to_dict()
        else:
            meta = self.meta

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "amount": amount,
                "currency": currency,
                "description": description,
                "type": type_,
                "status": status,
                "isCompleted": is_completed,
                "paymentTime": payment_time,
                "customerId": customer_id,
                "paymentIntentId": payment_intent_id,
                "organizationId": organization_id,
                "skipTaxInvoice": skip_tax_invoice,
                "monthlyInstallments": monthly_installments,
                "processor": processor,
                "processorFee": processor_fee,
                "processorFeeTax": processor_fee_tax,
                "installmentsFee": installments_fee,
                "installmentsFeeTax": installments_fee_tax,
                "externalPaymentTypeId": external_payment_type_id,
                "sessionId": session_id,
            }
        )
        if payment_method_id is not UNSET:
            field_dict["paymentMethodId"] = payment_method_id
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if meta is not UNSET:
            field_dict["meta"] = meta

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.payment_meta import PaymentMeta
        from ..models.payment_metadata_item import PaymentMetadataItem

        d = dict(src_dict)
        id = d.pop("id")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        amount = d.pop("amount")

        currency = d.pop("currency")

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        def _parse_type_(data: object) -> None | PaymentType | str:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = PaymentType(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PaymentType | str, data)

        type_ = _parse_type_(d.pop("type"))

        def _parse_status(data: object) -> None | PaymentStatus | str:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = PaymentStatus(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PaymentStatus | str, data)

        status = _parse_status(d.pop("status"))

        is_completed = d.pop("isCompleted")

        def _parse_payment_time(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                payment_time_type_0 = datetime.datetime.fromisoformat(data)

                return payment_time_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        payment_time = _parse_payment_time(d.pop("paymentTime"))

        customer_id = d.pop("customerId")

        def _parse_payment_intent_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        payment_intent_id = _parse_payment_intent_id(d.pop("paymentIntentId"))

        organization_id = d.pop("organizationId")

        skip_tax_invoice = d.pop("skipTaxInvoice")

        def _parse_monthly_installments(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        monthly_installments = _parse_monthly_installments(d.pop("monthlyInstallments"))

        def _parse_processor(data: object) -> None | PaymentProcessor | str:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                processor_type_0 = PaymentProcessor(data)

                return processor_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PaymentProcessor | str, data)

        processor = _parse_processor(d.pop("processor"))

        def _parse_processor_fee(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        processor_fee = _parse_processor_fee(d.pop("processorFee"))

        def _parse_processor_fee_tax(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        processor_fee_tax = _parse_processor_fee_tax(d.pop("processorFeeTax"))

        def _parse_installments_fee(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        installments_fee = _parse_installments_fee(d.pop("installmentsFee"))

        def _parse_installments_fee_tax(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        installments_fee_tax = _parse_installments_fee_tax(d.pop("installmentsFeeTax"))

        def _parse_external_payment_type_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        external_payment_type_id = _parse_external_payment_type_id(d.pop("externalPaymentTypeId"))

        def _parse_session_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        session_id = _parse_session_id(d.pop("sessionId"))

        def _parse_payment_method_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        payment_method_id = _parse_payment_method_id(d.pop("paymentMethodId", UNSET))

        def _parse_metadata(data: object) -> list[PaymentMetadataItem] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                metadata_type_0 = []
                _metadata_type_0 = data
                for metadata_type_0_item_data in _metadata_type_0:
                    metadata_type_0_item = PaymentMetadataItem.from_dict(metadata_type_0_item_data)

                    metadata_type_0.append(metadata_type_0_item)

                return metadata_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[PaymentMetadataItem] | None | Unset, data)

        metadata = _parse_metadata(d.pop("metadata", UNSET))

        def _parse_meta(data: object) -> None | PaymentMeta | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                meta_type_0 = PaymentMeta.from_dict(data)

                return meta_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PaymentMeta | Unset, data)

        meta = _parse_meta(d.pop("meta", UNSET))

        payment = cls(
            id=id,
            created_at=created_at,
            updated_at=updated_at,
            amount=amount,
            currency=currency,
            description=description,
            type_=type_,
            status=status,
            is_completed=is_completed,
            payment_time=payment_time,
            customer_id=customer_id,
            payment_intent_id=payment_intent_id,
            organization_id=organization_id,
            skip_tax_invoice=skip_tax_invoice,
            monthly_installments=monthly_installments,
            processor=processor,
            processor_fee=processor_fee,
            processor_fee_tax=processor_fee_tax,
            installments_fee=installments_fee,
            installments_fee_tax=installments_fee_tax,
            external_payment_type_id=external_payment_type_id,
            session_id=session_id,
            payment_method_id=payment_method_id,
            metadata=metadata,
            meta=meta,
        )

        payment.additional_properties = d
        return payment

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
