"""Methods of `quentli.customers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.client.lists.resource import AsyncRetrievableResource, RetrievableResource
from quentli_query.client.operation import Operation

from quentli_client.types import UNSET

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping, Sequence

    from quentli_query.filters.literals import InstantLike

    from quentli_client import models
    from quentli_client.types import Unset

    from .. import params

_CREATE: Operation[models.CreateCustomerPayload] = Operation(
    "quentli.customers.create",
    "quentli_client.api.customers.customers_create",
    wrappers=("input_",),
)
_UPDATE: Operation[models.UpdateCustomerPayload] = Operation(
    "quentli.customers.update",
    "quentli_client.api.customers.customers_update",
    wrappers=("input_", "data"),
    is_update=True,
)
_GET_PAYMENT_METHODS: Operation[builtins.list[models.PaymentMethod]] = Operation(
    "quentli.customers.get_payment_methods",
    "quentli_client.api.customers.customers_get_payment_methods",
)
_CREATE_TAX_PROFILE: Operation[models.SetCustomerTaxInfoPayload] = Operation(
    "quentli.customers.create_tax_profile",
    "quentli_client.api.customers.customers_create_tax_profile",
    wrappers=("input_", "tax_info"),
)
_UPDATE_TAX_PROFILE: Operation[models.SetCustomerTaxInfoPayload] = Operation(
    "quentli.customers.update_tax_profile",
    "quentli_client.api.customers.customers_update_tax_profile",
    wrappers=("input_", "data"),
    is_update=True,
)
_DELETE_TAX_PROFILE: Operation[models.DeleteCustomerTaxInfoPayload] = Operation(
    "quentli.customers.delete_tax_profile",
    "quentli_client.api.customers.customers_delete_tax_profile",
)


class Customers(RetrievableResource["models.Customer", "models.Customer"]):
    """People and companies that the organization bills."""

    def create(
        self,
        *,
        name: str,
        username: str | None | Unset = UNSET,
        email: str | None | Unset = UNSET,
        phone_number: str | None | Unset = UNSET,
        secondary_phone_number: str | None | Unset = UNSET,
        accepted_service_agreement: bool | Unset = UNSET,
        skip_tax_invoice: bool | Unset = UNSET,
        assignee_id: str | None | Unset = UNSET,
        opted_out_whatsapp_at: InstantLike | Unset = UNSET,
        metadata: Sequence[models.MetadataItemInput | params.MetadataItemParams]
        | Mapping[str, str]
        | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
    ) -> models.CreateCustomerPayload:
        """Add a customer.

        Only a name is needed. Username, email and phone number are unique in the organization, so a
        customer that exists already is refused; a 409 has been met for that.

        Endpoint: `POST /v1/customers`.

        Args:
            name: Full name of the person or company.
            username: What the customer logs in with and is known by; unique in the organization. May be
                null or left out.
            email: Where e-mail to the customer goes; unique in the organization. Null for none.
            phone_number: WhatsApp number, best in E.164 form; unique in the organization. Null for none.
            secondary_phone_number: A further number that is also to get reminders and announcements; null
                for none.
            accepted_service_agreement: True when the customer has agreed to the terms of service.
            skip_tax_invoice: True when no tax invoices (CFDI) are to be issued for this customer.
            assignee_id: The user of the organization who looks after this customer; null for nobody.
            opted_out_whatsapp_at: When the customer asked for no reminders on WhatsApp; left out when they
                never did.
            metadata: The caller's own data about the customer, one entry for each key.
            tags: Labels by which the organization groups its customers.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CREATE,
            name=name,
            username=username,
            email=email,
            phone_number=phone_number,
            secondary_phone_number=secondary_phone_number,
            accepted_service_agreement=accepted_service_agreement,
            skip_tax_invoice=skip_tax_invoice,
            assignee_id=assignee_id,
            opted_out_whatsapp_at=opted_out_whatsapp_at,
            metadata=metadata,
            tags=tags,
        )

    def update(
        self,
        id: str,
        /,
        *,
        name: str | Unset = UNSET,
        email: str | None | Unset = UNSET,
        phone_number: str | None | Unset = UNSET,
        password: str | Unset = UNSET,
        username: str | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        tos_ip: str | Unset = UNSET,
        secondary_phone_number: str | None | Unset = UNSET,
        accepted_service_agreement: bool | Unset = UNSET,
        skip_tax_invoice: bool | Unset = UNSET,
        signature: str | None | Unset = UNSET,
        assignee_id: str | None | Unset = UNSET,
        opted_out_whatsapp_at: InstantLike | None | Unset = UNSET,
        has_changed_password: bool | Unset = UNSET,
        phone_number_verified: bool | Unset = UNSET,
        email_verified: bool | Unset = UNSET,
        reply_with_assistant: bool | None | Unset = UNSET,
        metadata: Sequence[models.UpdateMetadataItemInput | params.UpdateMetadataItemParams]
        | Mapping[str, str | None]
        | Unset = UNSET,
        meta: Mapping[str, str | None] | Unset = UNSET,
        otp: str | Unset = UNSET,
    ) -> models.UpdateCustomerPayload:
        """Change a customer.

        Changes the details given and leaves the others alone. Username, email and phone number stay unique
        in the organization.

        Endpoint: `PATCH /v1/customers/{id}`.

        Args:
            id: Id of the customer to change.
            name: Full name of the person or company.
            email: Where e-mail to the customer goes; unique in the organization. Null for none.
            phone_number: WhatsApp number, best in E.164 form; unique in the organization. Null for none.
            password: A new password for the customer to log in with.
            username: What the customer logs in with and is known by; unique in the organization.
            tags: Labels by which the organization groups its customers.
            tos_ip: IP address from which the customer agreed to the terms of service.
            secondary_phone_number: A further number that is also to get reminders and announcements; null
                for none.
            accepted_service_agreement: True when the customer has agreed to the terms of service.
            skip_tax_invoice: True when no tax invoices (CFDI) are to be issued for this customer.
            signature: What the customer signed with to agree to recurring charges; null for none.
            assignee_id: The user of the organization who looks after this customer; null for nobody.
            opted_out_whatsapp_at: When the customer asked for no more reminders on WhatsApp; null when that
                no longer holds.
            has_changed_password: True when the customer has chosen a password of their own.
            phone_number_verified: True when the phone number is known to be the customer's.
            email_verified: True when the e-mail address is known to be the customer's.
            reply_with_assistant: Whether the assistant answers this customer's messages; null to leave that
                unset.
            metadata: The caller's own data to change, one entry for each key.
            meta: The same as `metadata`, as a map from key to new value; a null means no value.
            otp: One-time code that confirms the change, for changes that ask for one.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _UPDATE,
            id,
            name=name,
            email=email,
            phone_number=phone_number,
            password=password,
            username=username,
            tags=tags,
            tos_ip=tos_ip,
            secondary_phone_number=secondary_phone_number,
            accepted_service_agreement=accepted_service_agreement,
            skip_tax_invoice=skip_tax_invoice,
            signature=signature,
            assignee_id=assignee_id,
            opted_out_whatsapp_at=opted_out_whatsapp_at,
            has_changed_password=has_changed_password,
            phone_number_verified=phone_number_verified,
            email_verified=email_verified,
            reply_with_assistant=reply_with_assistant,
            metadata=metadata,
            meta=meta,
            otp=otp,
        )

    def get_payment_methods(
        self,
        customer_id: str,
        /,
    ) -> builtins.list[models.PaymentMethod]:
        """A customer's saved payment methods.

        The ids serve to charge the customer without their presence, as with `payments_create`. The answer
        comes in one piece, not in pages.

        Endpoint: `GET /v1/customers/{customerId}/payment_methods`.

        Args:
            customer_id: Id of the customer whose payment methods to read.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached.
        """
        return self._call(
            _GET_PAYMENT_METHODS,
            customer_id,
        )

    def create_tax_profile(
        self,
        customer_id: str,
        /,
        *,
        legal_name: str,
        tax_id: str,
        tax_system: str,
        zip: str,
        default_usage: str,
        default: bool | Unset = UNSET,
        neighborhood: str | Unset = UNSET,
        street: str | Unset = UNSET,
        outer_number: str | Unset = UNSET,
        inner_number: str | Unset = UNSET,
        city: str | Unset = UNSET,
        state: str | Unset = UNSET,
    ) -> models.SetCustomerTaxInfoPayload:
        """Add a tax profile to a customer.

        A tax profile holds what a CFDI states about its receiver. Name, RFC, tax regime and postal code
        have to be those the SAT has on file, or CFDIs with them will not be accepted.

        Endpoint: `POST /v1/customers/{customerId}/tax-profiles`.

        Args:
            customer_id: Id of the customer to invoice with these details.
            legal_name: Name or company name as the SAT has it on file, without the legal form.
            tax_id: RFC, the Mexican tax id: 12 characters for a company, 13 for a person.
            tax_system: Tax regime (régimen fiscal) as a SAT key: `601` is the general regime for companies.
            zip: Postal code of the tax address as the SAT has it on file, five digits.
            default_usage: What the receiver uses the invoice for (uso de CFDI), as a SAT key: `G03` is
                expenses in general.
            default: True for the profile to be used when a customer has several and none is named.
            neighborhood: The tax address: its colonia.
            street: The tax address: its street, without the number.
            outer_number: Number of the building in the street.
            inner_number: Number of the flat or office inside the building.
            city: The tax address: its city.
            state: The tax address: its state.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CREATE_TAX_PROFILE,
            customer_id,
            legal_name=legal_name,
            tax_id=tax_id,
            tax_system=tax_system,
            zip=zip,
            default_usage=default_usage,
            default=default,
            neighborhood=neighborhood,
            street=street,
            outer_number=outer_number,
            inner_number=inner_number,
            city=city,
            state=state,
        )

    def update_tax_profile(
        self,
        customer_id: str,
        id: str,
        /,
        *,
        legal_name: str,
        tax_id: str,
        tax_system: str,
        zip: str,
        default_usage: str,
        default: bool | Unset = UNSET,
        neighborhood: str | Unset = UNSET,
        street: str | Unset = UNSET,
        outer_number: str | Unset = UNSET,
        inner_number: str | Unset = UNSET,
        city: str | Unset = UNSET,
        state: str | Unset = UNSET,
    ) -> models.SetCustomerTaxInfoPayload:
        """Change a customer's tax profile.

        Name, RFC, tax regime, postal code and usage must all be given, also those that stay the same.

        Endpoint: `PATCH /v1/customers/{customerId}/tax-profiles/{id}`.

        Args:
            customer_id: Id of the customer the profile belongs to.
            id: Id of the tax profile to change.
            legal_name: Name or company name as the SAT has it on file, without the legal form.
            tax_id: RFC, the Mexican tax id: 12 characters for a company, 13 for a person.
            tax_system: Tax regime (régimen fiscal) as a SAT key: `601` is the general regime for companies.
            zip: Postal code of the tax address as the SAT has it on file, five digits.
            default_usage: What the receiver uses the invoice for (uso de CFDI), as a SAT key: `G03` is
                expenses in general.
            default: True for the profile to be used when a customer has several and none is named.
            neighborhood: The tax address: its colonia.
            street: The tax address: its street, without the number.
            outer_number: Number of the building in the street.
            inner_number: Number of the flat or office inside the building.
            city: The tax address: its city.
            state: The tax address: its state.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _UPDATE_TAX_PROFILE,
            customer_id,
            id,
            legal_name=legal_name,
            tax_id=tax_id,
            tax_system=tax_system,
            zip=zip,
            default_usage=default_usage,
            default=default,
            neighborhood=neighborhood,
            street=street,
            outer_number=outer_number,
            inner_number=inner_number,
            city=city,
            state=state,
        )

    def delete_tax_profile(
        self,
        customer_id: str,
        id: str,
        /,
    ) -> models.DeleteCustomerTaxInfoPayload:
        """Delete a tax profile.

        Endpoint: `DELETE /v1/customers/{customerId}/tax-profiles/{id}`.

        Args:
            customer_id: Id of the customer the profile belongs to.
            id: Id of the tax profile to delete.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _DELETE_TAX_PROFILE,
            customer_id,
            id,
        )


class AsyncCustomers(AsyncRetrievableResource["models.Customer", "models.Customer"]):
    """Async version of `Customers`."""

    async def create(
        self,
        *,
        name: str,
        username: str | None | Unset = UNSET,
        email: str | None | Unset = UNSET,
        phone_number: str | None | Unset = UNSET,
        secondary_phone_number: str | None | Unset = UNSET,
        accepted_service_agreement: bool | Unset = UNSET,
        skip_tax_invoice: bool | Unset = UNSET,
        assignee_id: str | None | Unset = UNSET,
        opted_out_whatsapp_at: InstantLike | Unset = UNSET,
        metadata: Sequence[models.MetadataItemInput | params.MetadataItemParams]
        | Mapping[str, str]
        | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
    ) -> models.CreateCustomerPayload:
        """Add a customer.

        Only a name is needed. Username, email and phone number are unique in the organization, so a
        customer that exists already is refused; a 409 has been met for that.

        Endpoint: `POST /v1/customers`.

        Args:
            name: Full name of the person or company.
            username: What the customer logs in with and is known by; unique in the organization. May be
                null or left out.
            email: Where e-mail to the customer goes; unique in the organization. Null for none.
            phone_number: WhatsApp number, best in E.164 form; unique in the organization. Null for none.
            secondary_phone_number: A further number that is also to get reminders and announcements; null
                for none.
            accepted_service_agreement: True when the customer has agreed to the terms of service.
            skip_tax_invoice: True when no tax invoices (CFDI) are to be issued for this customer.
            assignee_id: The user of the organization who looks after this customer; null for nobody.
            opted_out_whatsapp_at: When the customer asked for no reminders on WhatsApp; left out when they
                never did.
            metadata: The caller's own data about the customer, one entry for each key.
            tags: Labels by which the organization groups its customers.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CREATE,
            name=name,
            username=username,
            email=email,
            phone_number=phone_number,
            secondary_phone_number=secondary_phone_number,
            accepted_service_agreement=accepted_service_agreement,
            skip_tax_invoice=skip_tax_invoice,
            assignee_id=assignee_id,
            opted_out_whatsapp_at=opted_out_whatsapp_at,
            metadata=metadata,
            tags=tags,
        )

    async def update(
        self,
        id: str,
        /,
        *,
        name: str | Unset = UNSET,
        email: str | None | Unset = UNSET,
        phone_number: str | None | Unset = UNSET,
        password: str | Unset = UNSET,
        username: str | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        tos_ip: str | Unset = UNSET,
        secondary_phone_number: str | None | Unset = UNSET,
        accepted_service_agreement: bool | Unset = UNSET,
        skip_tax_invoice: bool | Unset = UNSET,
        signature: str | None | Unset = UNSET,
        assignee_id: str | None | Unset = UNSET,
        opted_out_whatsapp_at: InstantLike | None | Unset = UNSET,
        has_changed_password: bool | Unset = UNSET,
        phone_number_verified: bool | Unset = UNSET,
        email_verified: bool | Unset = UNSET,
        reply_with_assistant: bool | None | Unset = UNSET,
        metadata: Sequence[models.UpdateMetadataItemInput | params.UpdateMetadataItemParams]
        | Mapping[str, str | None]
        | Unset = UNSET,
        meta: Mapping[str, str | None] | Unset = UNSET,
        otp: str | Unset = UNSET,
    ) -> models.UpdateCustomerPayload:
        """Change a customer.

        Changes the details given and leaves the others alone. Username, email and phone number stay unique
        in the organization.

        Endpoint: `PATCH /v1/customers/{id}`.

        Args:
            id: Id of the customer to change.
            name: Full name of the person or company.
            email: Where e-mail to the customer goes; unique in the organization. Null for none.
            phone_number: WhatsApp number, best in E.164 form; unique in the organization. Null for none.
            password: A new password for the customer to log in with.
            username: What the customer logs in with and is known by; unique in the organization.
            tags: Labels by which the organization groups its customers.
            tos_ip: IP address from which the customer agreed to the terms of service.
            secondary_phone_number: A further number that is also to get reminders and announcements; null
                for none.
            accepted_service_agreement: True when the customer has agreed to the terms of service.
            skip_tax_invoice: True when no tax invoices (CFDI) are to be issued for this customer.
            signature: What the customer signed with to agree to recurring charges; null for none.
            assignee_id: The user of the organization who looks after this customer; null for nobody.
            opted_out_whatsapp_at: When the customer asked for no more reminders on WhatsApp; null when that
                no longer holds.
            has_changed_password: True when the customer has chosen a password of their own.
            phone_number_verified: True when the phone number is known to be the customer's.
            email_verified: True when the e-mail address is known to be the customer's.
            reply_with_assistant: Whether the assistant answers this customer's messages; null to leave that
                unset.
            metadata: The caller's own data to change, one entry for each key.
            meta: The same as `metadata`, as a map from key to new value; a null means no value.
            otp: One-time code that confirms the change, for changes that ask for one.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _UPDATE,
            id,
            name=name,
            email=email,
            phone_number=phone_number,
            password=password,
            username=username,
            tags=tags,
            tos_ip=tos_ip,
            secondary_phone_number=secondary_phone_number,
            accepted_service_agreement=accepted_service_agreement,
            skip_tax_invoice=skip_tax_invoice,
            signature=signature,
            assignee_id=assignee_id,
            opted_out_whatsapp_at=opted_out_whatsapp_at,
            has_changed_password=has_changed_password,
            phone_number_verified=phone_number_verified,
            email_verified=email_verified,
            reply_with_assistant=reply_with_assistant,
            metadata=metadata,
            meta=meta,
            otp=otp,
        )

    async def get_payment_methods(
        self,
        customer_id: str,
        /,
    ) -> builtins.list[models.PaymentMethod]:
        """A customer's saved payment methods.

        The ids serve to charge the customer without their presence, as with `payments_create`. The answer
        comes in one piece, not in pages.

        Endpoint: `GET /v1/customers/{customerId}/payment_methods`.

        Args:
            customer_id: Id of the customer whose payment methods to read.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached.
        """
        return await self._call(
            _GET_PAYMENT_METHODS,
            customer_id,
        )

    async def create_tax_profile(
        self,
        customer_id: str,
        /,
        *,
        legal_name: str,
        tax_id: str,
        tax_system: str,
        zip: str,
        default_usage: str,
        default: bool | Unset = UNSET,
        neighborhood: str | Unset = UNSET,
        street: str | Unset = UNSET,
        outer_number: str | Unset = UNSET,
        inner_number: str | Unset = UNSET,
        city: str | Unset = UNSET,
        state: str | Unset = UNSET,
    ) -> models.SetCustomerTaxInfoPayload:
        """Add a tax profile to a customer.

        A tax profile holds what a CFDI states about its receiver. Name, RFC, tax regime and postal code
        have to be those the SAT has on file, or CFDIs with them will not be accepted.

        Endpoint: `POST /v1/customers/{customerId}/tax-profiles`.

        Args:
            customer_id: Id of the customer to invoice with these details.
            legal_name: Name or company name as the SAT has it on file, without the legal form.
            tax_id: RFC, the Mexican tax id: 12 characters for a company, 13 for a person.
            tax_system: Tax regime (régimen fiscal) as a SAT key: `601` is the general regime for companies.
            zip: Postal code of the tax address as the SAT has it on file, five digits.
            default_usage: What the receiver uses the invoice for (uso de CFDI), as a SAT key: `G03` is
                expenses in general.
            default: True for the profile to be used when a customer has several and none is named.
            neighborhood: The tax address: its colonia.
            street: The tax address: its street, without the number.
            outer_number: Number of the building in the street.
            inner_number: Number of the flat or office inside the building.
            city: The tax address: its city.
            state: The tax address: its state.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CREATE_TAX_PROFILE,
            customer_id,
            legal_name=legal_name,
            tax_id=tax_id,
            tax_system=tax_system,
            zip=zip,
            default_usage=default_usage,
            default=default,
            neighborhood=neighborhood,
            street=street,
            outer_number=outer_number,
            inner_number=inner_number,
            city=city,
            state=state,
        )

    async def update_tax_profile(
        self,
        customer_id: str,
        id: str,
        /,
        *,
        legal_name: str,
        tax_id: str,
        tax_system: str,
        zip: str,
        default_usage: str,
        default: bool | Unset = UNSET,
        neighborhood: str | Unset = UNSET,
        street: str | Unset = UNSET,
        outer_number: str | Unset = UNSET,
        inner_number: str | Unset = UNSET,
        city: str | Unset = UNSET,
        state: str | Unset = UNSET,
    ) -> models.SetCustomerTaxInfoPayload:
        """Change a customer's tax profile.

        Name, RFC, tax regime, postal code and usage must all be given, also those that stay the same.

        Endpoint: `PATCH /v1/customers/{customerId}/tax-profiles/{id}`.

        Args:
            customer_id: Id of the customer the profile belongs to.
            id: Id of the tax profile to change.
            legal_name: Name or company name as the SAT has it on file, without the legal form.
            tax_id: RFC, the Mexican tax id: 12 characters for a company, 13 for a person.
            tax_system: Tax regime (régimen fiscal) as a SAT key: `601` is the general regime for companies.
            zip: Postal code of the tax address as the SAT has it on file, five digits.
            default_usage: What the receiver uses the invoice for (uso de CFDI), as a SAT key: `G03` is
                expenses in general.
            default: True for the profile to be used when a customer has several and none is named.
            neighborhood: The tax address: its colonia.
            street: The tax address: its street, without the number.
            outer_number: Number of the building in the street.
            inner_number: Number of the flat or office inside the building.
            city: The tax address: its city.
            state: The tax address: its state.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _UPDATE_TAX_PROFILE,
            customer_id,
            id,
            legal_name=legal_name,
            tax_id=tax_id,
            tax_system=tax_system,
            zip=zip,
            default_usage=default_usage,
            default=default,
            neighborhood=neighborhood,
            street=street,
            outer_number=outer_number,
            inner_number=inner_number,
            city=city,
            state=state,
        )

    async def delete_tax_profile(
        self,
        customer_id: str,
        id: str,
        /,
    ) -> models.DeleteCustomerTaxInfoPayload:
        """Delete a tax profile.

        Endpoint: `DELETE /v1/customers/{customerId}/tax-profiles/{id}`.

        Args:
            customer_id: Id of the customer the profile belongs to.
            id: Id of the tax profile to delete.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _DELETE_TAX_PROFILE,
            customer_id,
            id,
        )
