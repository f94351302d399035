from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.collection_interval import CollectionInterval
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_payment_concept_metadata_item_input import CreatePaymentConceptMetadataItemInput
    from ..models.create_payment_concept_recurrent_detail_input import (
        CreatePaymentConceptRecurrentDetailInput,
    )
    from ..models.create_payment_concept_tax_info_input import CreatePaymentConceptTaxInfoInput


T = TypeVar("T", bound="CreatePaymentConceptInput")


@_attrs_define
class CreatePaymentConceptInput:
    """The payment concept to add; `displayName` and `amount` are required."""

    display_name: str
    """ What it is called where people see it, up to 140 characters. """
    amount: int
    """ Price in minor units, not negative: 150000 is MXN 1,500.00. """
    sku: None | str | Unset = UNSET
    """ The organization's own article number; null for none, but never empty. """
    description: None | str | Unset = UNSET
    """ Longer explanation of what is billed; null for none, but never empty. """
    amount_editable: bool | Unset = UNSET
    """ Whether another price than `amount` may be set when it is billed. """
    currency: None | str | Unset = UNSET
    """ ISO 4217 code of the currency of `amount`; may be null. """
    quantity_editable: bool | Unset = UNSET
    """ Whether the quantity may be changed when it is billed. """
    one_off: bool | Unset = UNSET
    """ True to make it for a single use; lists of payment concepts then leave it out. """
    active: bool | Unset = UNSET
    """ Whether it is in use. """
    group_id: None | str | Unset = UNSET
    """ The group of concepts that it belongs to; null for none. """
    metadata: list[CreatePaymentConceptMetadataItemInput] | Unset = UNSET
    """ The caller's own data about the payment concept, one entry for each key. """
    collection_interval: CollectionInterval | None | Unset = UNSET
    """ Unit in which the time between two charges is counted, as in `recurrentDetail`; may be null. """
    charge_each: int | None | Unset = UNSET
    """ How many of those units lie between two charges, as in `recurrentDetail`; may be null. """
    tolerance_days: int | None | Unset = UNSET
    """ Days of grace for paying, as in `recurrentDetail`; may be null. """
    recurrent_detail: CreatePaymentConceptRecurrentDetailInput | Unset = UNSET
    """ The rhythm in which it is to be billed. """
    tax_info: CreatePaymentConceptTaxInfoInput | Unset = UNSET
    """ How the concept is described on tax invoices (CFDI). """

    def to_dict(self) -> dict[str, Any]:
        display_name = self.display_name

        amount = self.amount

        sku: None | str | Unset
        if isinstance(self.sku, Unset):
            sku = UNSET
        else:
            sku = self.sku

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        amount_editable = self.amount_editable

        currency: None | str | Unset
        if isinstance(self.currency, Unset):
            currency = UNSET
        else:
            currency = self.currency

        quantity_editable = self.quantity_editable

        one_off = self.one_off

        active = self.active

        group_id: None | str | Unset
        if isinstance(self.group_id, Unset):
            group_id = UNSET
        else:
            group_id = self.group_id

        metadata: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = []
            for metadata_item_data in self.metadata:
                metadata_item = metadata_item_data.to_dict()
                metadata.append(metadata_item)

        collection_interval: None | str | Unset
        if isinstance(self.collection_interval, Unset):
            collection_interval = UNSET
        elif isinstance(self.collection_interval, CollectionInterval):
            collection_interval = self.collection_interval.value
        else:
            collection_interval = self.collection_interval

        charge_each: int | None | Unset
        if isinstance(self.charge_each, Unset):
            charge_each = UNSET
        else:
            charge_each = self.charge_each

        tolerance_days: int | None | Unset
        if isinstance(self.tolerance_days, Unset):
            tolerance_days = UNSET
        else:
            tolerance_days = self.tolerance_days

        recurrent_detail: dict[str, Any] | Unset = UNSET
        if not isinstance(self.recurrent_detail, Unset):
            recurrent_detail = self.recurrent_detail.to_dict()

        tax_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tax_info, Unset):
            tax_info = self.tax_info.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "displayName": display_name,
                "amount": amount,
            }
        )
        if sku is not UNSET:
            field_dict["sku"] = sku
        if description is not UNSET:
            field_dict["description"] = description
        if amount_editable is not UNSET:
            field_dict["amountEditable"] = amount_editable
        if currency is not UNSET:
            field_dict["currency"] = currency
        if quantity_editable is not UNSET:
            field_dict["quantityEditable"] = quantity_editable
        if one_off is not UNSET:
            field_dict["oneOff"] = one_off
        if active is not UNSET:
            field_dict["active"] = active
        if group_id is not UNSET:
            field_dict["groupId"] = group_id
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if collection_interval is not UNSET:
            field_dict["collectionInterval"] = collection_interval
        if charge_each is not UNSET:
            field_dict["chargeEach"] = charge_each
        if tolerance_days is not UNSET:
            field_dict["toleranceDays"] = tolerance_days
        if recurrent_detail is not UNSET:
            field_dict["recurrentDetail"] = recurrent_detail
        if tax_info is not UNSET:
            field_dict["taxInfo"] = tax_info

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.create_payment_concept_metadata_item_input import CreatePaymentConceptMetadataItemInput
        from ..models.create_payment_concept_recurrent_detail_input import (
            CreatePaymentConceptRecurrentDetailInput,
        )
        from ..models.create_payment_concept_tax_info_input import CreatePaymentConceptTaxInfoInput

        d = dict(src_dict)
        display_name = d.pop("displayName")

        amount = d.pop("amount")

        def _parse_sku(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        sku = _parse_sku(d.pop("sku", UNSET))

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        amount_editable = d.pop("amountEditable", UNSET)

        def _parse_currency(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        currency = _parse_currency(d.pop("currency", UNSET))

        quantity_editable = d.pop("quantityEditable", UNSET)

        one_off = d.pop("oneOff", UNSET)

        active = d.pop("active", UNSET)

        def _parse_group_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        group_id = _parse_group_id(d.pop("groupId", UNSET))

        _metadata = d.pop("metadata", UNSET)
        metadata: list[CreatePaymentConceptMetadataItemInput] | Unset = UNSET
        if _metadata is not UNSET:
            metadata = []
            for metadata_item_data in _metadata:
                metadata_item = CreatePaymentConceptMetadataItemInput.from_dict(metadata_item_data)

                metadata.append(metadata_item)

        def _parse_collection_interval(data: object) -> CollectionInterval | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                collection_interval_type_0 = CollectionInterval(data)

                return collection_interval_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CollectionInterval | None | Unset, data)

        collection_interval = _parse_collection_interval(d.pop("collectionInterval", UNSET))

        def _parse_charge_each(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        charge_each = _parse_charge_each(d.pop("chargeEach", UNSET))

        def _parse_tolerance_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        tolerance_days = _parse_tolerance_days(d.pop("toleranceDays", UNSET))

        _recurrent_detail = d.pop("recurrentDetail", UNSET)
        recurrent_detail: CreatePaymentConceptRecurrentDetailInput | Unset
        if isinstance(_recurrent_detail, Unset):
            recurrent_detail = UNSET
        else:
            recurrent_detail = CreatePaymentConceptRecurrentDetailInput.from_dict(_recurrent_detail)

        _tax_info = d.pop("taxInfo", UNSET)
        tax_info: CreatePaymentConceptTaxInfoInput | Unset
        if isinstance(_tax_info, Unset):
            tax_info = UNSET
        else:
            tax_info = CreatePaymentConceptTaxInfoInput.from_dict(_tax_info)

        create_payment_concept_input = cls(
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

        return create_payment_concept_input
