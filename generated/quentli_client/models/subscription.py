from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.collection_method import CollectionMethod
from ..models.generation_mode import GenerationMode
from ..models.subscription_status import SubscriptionStatus
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class Subscription(_Record):
    """An agreement by which a customer is billed repeatedly, with its dates and the way it is collected."""

    id: str
    """ Quentli's id of the subscription. """
    created_at: datetime.datetime
    """ When the subscription was added, in UTC. """
    updated_at: datetime.datetime
    """ When any detail of the subscription last changed, in UTC. """
    description: None | str
    """ What the subscription is for; null without an explanation. """
    customer_id: str
    """ The customer who is billed. """
    collection_method: CollectionMethod | str
    """ How payment is sought: AUTOMATIC charges the saved payment method, SEND_REMINDER asks the customer to pay,
    NONE does neither. """
    payment_method_id: None | str
    """ The saved payment method that is charged; null when none is set. """
    tax_profile_id: None | str
    """ The customer's tax profile for its tax invoices (CFDI); null when none is set. """
    next_collection_date: datetime.datetime | None
    """ When the next collection is due; null when none is planned. """
    first_collection_date: datetime.datetime
    """ When the first collection was or will be due. """
    last_collection_date: datetime.datetime | None
    """ Date of the last collection; null when there is none. """
    generation_mode: GenerationMode | str
    """ How its invoices come about: AUTO by the system, MANUAL by hand. """
    only_automatic_collection: bool
    """ Whether payment is to come from automatic charges alone. """
    custom_cancel_reason: None | str
    """ Why it was canceled, in free words; null when no reason is recorded. """
    canceled_at: datetime.datetime | None
    """ When it was canceled; null when it was not. """
    canceled_by_id: None | str
    """ The user who canceled it; null when none is recorded. """
    is_active: bool
    """ Whether it is running. """
    is_completed: bool
    """ Whether it has run its course. """
    status: None | str | SubscriptionStatus | Unset = UNSET
    """ ACTIVE is running, INACTIVE is not, CANCELED was ended by a cancellation, COMPLETED has run its course; may
    be null or missing. """
    metadata: None | SubscriptionMetadata | Unset = UNSET
    """ The caller's own data about the subscription, as a map from key to value. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        description: None | str
        description = self.description

        customer_id = self.customer_id

        collection_method: str
        if isinstance(self.collection_method, CollectionMethod):
            collection_method = self.collection_method.value
        else:
            collection_method = self.collection_method

        payment_method_id: None | str
        payment_method_id = self.payment_method_id

        tax_profile_id: None | str
        tax_profile_id = self.tax_profile_id

        next_collection_date: None | str
        if isinstance(self.next_collection_date, datetime.datetime):
            next_collection_date = _format_instant(self.next_collection_date, "next_collection_date")
        else:
            next_collection_date = self.next_collection_date

        first_collection_date = _format_instant(self.first_collection_date, "first_collection_date")

        last_collection_date: None | str
        if isinstance(self.last_collection_date, datetime.datetime):
            last_collection_date = _format_instant(self.last_collection_date, "last_collection_date")
        else:
            last_collection_date = self.last_collection_date

        generation_mode: str
        if isinstance(self.generation_mode, GenerationMode):
            generation_mode = self.generation_mode.value
        else:
            generation_mode = self.generation_mode

        only_automatic_collection = self.only_automatic_collection

        custom_cancel_reason: None | str
        custom_cancel_reason = self.custom_cancel_reason

        canceled_at: None | str
        if isinstance(self.canceled_at, datetime.datetime):
            canceled_at = _format_instant(self.canceled_at, "canceled_at")
        else:
            canceled_at = self.canceled_at

        canceled_by_id: None | str
        canceled_by_id = self.canceled_by_id

        is_active = self.is_active

        is_completed = self.is_completed

        status: None | str | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        elif isinstance(self.status, SubscriptionStatus):
            status = self.status.value
        else:
            status = self.status

        metadata: dict[str, Any] | None | Unset
        if isinstance(self.metadata, Unset):
            metadata = UNSET
        elif isinstance(self.metadata, SubscriptionMetadata):
            metadata = self.metadata.to_dict()
        else:
            metadata = self.metadata

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["description"] = description
        field_dict["customerId"] = customer_id
        if status is not UNSET:
            field_dict["status"] = status
        field_dict["collectionMethod"] = collection_method
        field_dict["paymentMethodId"] = payment_method_id
        field_dict["taxProfileId"] = tax_profile_id
        field_dict["nextCollectionDate"] = next_collection_date
        field_dict["firstCollectionDate"] = first_collection_date
        field_dict["lastCollectionDate"] = last_collection_date
        field_dict["generationMode"] = generation_mode
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        field_dict["onlyAutomaticCollection"] = only_automatic_collection
        field_dict["customCancelReason"] = custom_cancel_reason
        field_dict["canceledAt"] = canceled_at
        field_dict["canceledById"] = canceled_by_id
        field_dict["isActive"] = is_active
        field_dict["isCompleted"] = is_completed
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

            description: None | str = fields_.pop("description")

            customer_id = fields_.pop("customerId")

            key_ = "collectionMethod"
            _collection_method: Any = fields_.pop("collectionMethod")
            if isinstance(_collection_method, str):
                try:
                    collection_method_type_0 = CollectionMethod(_collection_method)

                    _collection_method = collection_method_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            collection_method: CollectionMethod | str = _collection_method

            payment_method_id: None | str = fields_.pop("paymentMethodId")

            tax_profile_id: None | str = fields_.pop("taxProfileId")

            key_ = "nextCollectionDate"
            _next_collection_date: Any = fields_.pop("nextCollectionDate")
            if _next_collection_date is not None:
                next_collection_date_type_0 = datetime.datetime.fromisoformat(_next_collection_date)

                _next_collection_date = next_collection_date_type_0

            next_collection_date: datetime.datetime | None = _next_collection_date

            key_ = "firstCollectionDate"
            first_collection_date = datetime.datetime.fromisoformat(fields_.pop("firstCollectionDate"))

            key_ = "lastCollectionDate"
            _last_collection_date: Any = fields_.pop("lastCollectionDate")
            if _last_collection_date is not None:
                last_collection_date_type_0 = datetime.datetime.fromisoformat(_last_collection_date)

                _last_collection_date = last_collection_date_type_0

            last_collection_date: datetime.datetime | None = _last_collection_date

            key_ = "generationMode"
            _generation_mode: Any = fields_.pop("generationMode")
            if isinstance(_generation_mode, str):
                try:
                    generation_mode_type_0 = GenerationMode(_generation_mode)

                    _generation_mode = generation_mode_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            generation_mode: GenerationMode | str = _generation_mode

            only_automatic_collection = fields_.pop("onlyAutomaticCollection")

            custom_cancel_reason: None | str = fields_.pop("customCancelReason")

            key_ = "canceledAt"
            _canceled_at: Any = fields_.pop("canceledAt")
            if _canceled_at is not None:
                canceled_at_type_0 = datetime.datetime.fromisoformat(_canceled_at)

                _canceled_at = canceled_at_type_0

            canceled_at: datetime.datetime | None = _canceled_at

            canceled_by_id: None | str = fields_.pop("canceledById")

            is_active = fields_.pop("isActive")

            is_completed = fields_.pop("isCompleted")

            key_ = "status"
            _status: Any = fields_.pop("status", UNSET)
            if isinstance(_status, str):
                try:
                    status_type_0 = SubscriptionStatus(_status)

                    _status = status_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            status: None | str | SubscriptionStatus | Unset = _status

            key_ = "metadata"
            _metadata: Any = fields_.pop("metadata", UNSET)
            if _metadata is not None and _metadata is not UNSET:
                if not isinstance(_metadata, dict):
                    raise _FieldError("", "cannot be read")
                metadata_type_0 = SubscriptionMetadata.from_dict(_metadata)

                _metadata = metadata_type_0

            metadata: None | SubscriptionMetadata | Unset = _metadata

            record_ = cls(
                id,
                created_at,
                updated_at,
                description,
                customer_id,
                collection_method,
                payment_method_id,
                tax_profile_id,
                next_collection_date,
                first_collection_date,
                last_collection_date,
                generation_mode,
                only_automatic_collection,
                custom_cancel_reason,
                canceled_at,
                canceled_by_id,
                is_active,
                is_completed,
                status,
                metadata,
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
from ..models.subscription_metadata import SubscriptionMetadata
