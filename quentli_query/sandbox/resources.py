"""The resources: where each one is, and what can be asked of its records.

What the API documents of them, as data. Lists, objects, and maps such as ``metadata`` are no columns: nothing
says how to filter or order by them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from quentli_query.sandbox.kinds import BOOLEAN, INSTANT, NUMBER, TEXT, Kind, enum

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quentli_query.sandbox.logic import Record

WEBHOOK_EVENT_TYPES = (
    "INVOICE_CREATED",
    "INVOICE_CANCELED",
    "INVOICE_PAID",
    "INVOICE_PAID_OTHER",
    "INVOICE_UPDATED",
    "PAYMENT_CREATED",
    "PAYMENT_COMPLETED",
    "PAYMENT_REFUNDED",
    "PAYMENT_REMINDER_SENT",
    "PAYMENT_ATTEMPT_FAILED",
    "PAYMENT_ATTEMPT_SUCCEEDED",
    "CUSTOMER_CREATED",
    "CUSTOMER_UPDATED",
    "CUSTOMER_ARCHIVED",
    "SUBSCRIPTION_CREATED",
    "SUBSCRIPTION_UPDATED",
    "SUBSCRIPTION_CANCELED",
    "PAYMENT_METHOD_CREATED",
)

_COLLECTION_METHOD = enum("AUTOMATIC", "SEND_REMINDER", "NONE")
_PAYMENT_TYPE = enum("TRANSFER", "CARD", "OXXO", "OTHER", "CASH", "DIRECT_DEBIT")
_PAYMENT_STATUS = enum("INCOMPLETE", "COMPLETE", "CANCELED", "INITIATED", "REFUNDED", "DISPUTED", "REVERTED")
_PROCESSOR = enum("FISERV", "KUSHKI", "QUENTLI", "SANTANDER", "STRIPE", "TAPI")
_DISCOUNT_TYPE = enum("FIXED", "PERCENTAGE")
_SUBSCRIPTION_STATUS = enum("INACTIVE", "ACTIVE", "CANCELED", "COMPLETED")
_TAX_STATUS = enum("VALID", "CANCELED", "PENDING", "DRAFT", "PENDING_CANCELLATION", "FAILED")
_TAX_TYPE = enum("TAX_RECEIPT", "TAX_INVOICE_PPD", "TAX_INVOICE_PUE")
_TAX_FAILURE = enum(
    "UNKNOWN",
    "RFC_DOMICILE_MISMATCH",
    "RFC_LEGAL_NAME_MISMATCH",
    "CFDI_USAGE_MISMATCH",
    "ISSUE_DATE_OUT_OF_RANGE",
)
_WEBHOOK_STATUS = enum("ENABLED", "DISABLED", "BROKEN", "DELETED")
_EVENT_STATUS = enum("PENDING", "SUCCESSFUL", "RETRYING", "FAILED")
_EVENT_TYPE = enum(*WEBHOOK_EVENT_TYPES)


def _whole(record: Record) -> Record:
    return record


def _all(_record: Record) -> bool:
    return True


def _unless_one_off(record: Record) -> bool:
    return not record["oneOff"]


def _plain_invoice(record: Record) -> dict[str, Any]:
    items = [{key: value for key, value in item.items() if key != "concept"} for item in record["items"]]
    return {**record, "items": items}


@attrs.frozen
class Resource:
    """A resource of the API.

    Attributes:
        path: The path of its list. A single record is one level below, by its id.
        one: What a single record is called; in a sentence.
        columns: The fields that can be filtered and ordered by, with their types.
        customers: The relations to customers by their names, each with the field that has the customer's id.
        listed: Whether the list has a record.
        alone: What of a listed record is answered where it alone is asked for.
        has_single: Whether one can be asked for.
    """

    path: str
    one: str
    columns: Mapping[str, Kind]
    customers: Mapping[str, str] = attrs.field(factory=dict[str, str])
    listed: Callable[[Record], bool] = _all
    alone: Callable[[Record], Record] = _whole
    has_single: bool = True


_ALWAYS: dict[str, Kind] = {"id": TEXT, "createdAt": INSTANT, "updatedAt": INSTANT}

RESOURCES: dict[str, Resource] = {
    "customers": Resource(
        "/v1/customers",
        "customer",
        {
            **_ALWAYS,
            "name": TEXT,
            "username": TEXT,
            "organizationId": TEXT,
            "acceptedServiceAgreement": BOOLEAN,
            "skipTaxInvoice": BOOLEAN,
            "emailVerified": BOOLEAN,
            "phoneNumberVerified": BOOLEAN,
            "hasChangedPassword": BOOLEAN,
            "email": TEXT,
            "phoneNumber": TEXT,
            "secondaryPhoneNumber": TEXT,
            "archivedAt": INSTANT,
            "archivedById": TEXT,
            "signatureAcceptedAt": INSTANT,
            "optedOutWhatsappAt": INSTANT,
            "optedInWhatsappAt": INSTANT,
            "startedWhatsappAt": INSTANT,
            "replyWithAssistant": BOOLEAN,
        },
    ),
    "payment_concepts": Resource(
        "/v1/payment-concepts",
        "payment concept",
        {
            **_ALWAYS,
            "displayName": TEXT,
            "description": TEXT,
            "amount": NUMBER,
            "currency": TEXT,
            "organizationId": TEXT,
            "active": BOOLEAN,
            "sku": TEXT,
            "recurrentDetailId": TEXT,
            "amountEditable": BOOLEAN,
            "quantityEditable": BOOLEAN,
            "archivedAt": INSTANT,
            "oneOff": BOOLEAN,
            "groupId": TEXT,
        },
        listed=_unless_one_off,
    ),
    "discounts": Resource(
        "/v1/discounts",
        "discount",
        {
            **_ALWAYS,
            "deletedAt": INSTANT,
            "name": TEXT,
            "description": TEXT,
            "organizationId": TEXT,
            "type": _DISCOUNT_TYPE,
            "amountOff": NUMBER,
            "percentageOff": NUMBER,
            "active": BOOLEAN,
            "oneOff": BOOLEAN,
            "expiresAt": INSTANT,
            "maxApplications": NUMBER,
        },
        listed=_unless_one_off,
    ),
    "invoices": Resource(
        "/v1/invoices",
        "invoice",
        {
            **_ALWAYS,
            "customerId": TEXT,
            "subscriptionId": TEXT,
            "collectionMethod": _COLLECTION_METHOD,
            "totalAmount": NUMBER,
            "currency": TEXT,
            "dueDate": INSTANT,
            "expireDate": INSTANT,
            "organizationId": TEXT,
            "isPaid": BOOLEAN,
            "paidById": TEXT,
            "amountPaid": NUMBER,
            "beneficiaryId": TEXT,
            "allowOfftimePayment": BOOLEAN,
            "paidWithId": TEXT,
            "canceledAt": INSTANT,
            "canceledById": TEXT,
        },
        alone=_plain_invoice,
    ),
    "tax_invoices": Resource(
        "/v1/tax-invoices",
        "tax invoice",
        {
            **_ALWAYS,
            "issueDate": INSTANT,
            "invoiceId": TEXT,
            "paymentId": TEXT,
            "uuid": TEXT,
            "verificationUrl": TEXT,
            "folio": TEXT,
            "status": _TAX_STATUS,
            "failureReason": _TAX_FAILURE,
            "cancellationStatus": TEXT,
            "cancellationMotive": TEXT,
            "cancelRequestedAt": INSTANT,
            "canceledAt": INSTANT,
            "canceledById": TEXT,
            "cancellationSubstitution": TEXT,
            "satType": TEXT,
            "customerId": TEXT,
            "type": _TAX_TYPE,
            "paymentForm": TEXT,
            "paymentMethod": TEXT,
            "usage": TEXT,
            "currency": TEXT,
            "exchangeRate": NUMBER,
            "totalAmount": NUMBER,
            "pdfId": TEXT,
            "xmlId": TEXT,
            "createdByUserId": TEXT,
            "createdByCustomerId": TEXT,
            "organizationId": TEXT,
            "substituteTaxInvoiceId": TEXT,
        },
    ),
    "subscriptions": Resource(
        "/v1/subscriptions",
        "subscription",
        {
            **_ALWAYS,
            "description": TEXT,
            "customerId": TEXT,
            "status": _SUBSCRIPTION_STATUS,
            "collectionMethod": _COLLECTION_METHOD,
            "paymentMethodId": TEXT,
            "taxProfileId": TEXT,
            "nextCollectionDate": INSTANT,
            "firstCollectionDate": INSTANT,
            "lastCollectionDate": INSTANT,
            "generationMode": enum("MANUAL", "AUTO"),
            "onlyAutomaticCollection": BOOLEAN,
            "customCancelReason": TEXT,
            "canceledAt": INSTANT,
            "canceledById": TEXT,
            "isActive": BOOLEAN,
            "isCompleted": BOOLEAN,
        },
    ),
    "payments": Resource(
        "/v1/payments",
        "payment",
        {
            **_ALWAYS,
            "amount": NUMBER,
            "currency": TEXT,
            "description": TEXT,
            "type": _PAYMENT_TYPE,
            "status": _PAYMENT_STATUS,
            "isCompleted": BOOLEAN,
            "paymentTime": INSTANT,
            "customerId": TEXT,
            "paymentIntentId": TEXT,
            "paymentMethodId": TEXT,
            "organizationId": TEXT,
            "skipTaxInvoice": BOOLEAN,
            "monthlyInstallments": NUMBER,
            "processor": _PROCESSOR,
            "processorFee": NUMBER,
            "processorFeeTax": NUMBER,
            "installmentsFee": NUMBER,
            "installmentsFeeTax": NUMBER,
            "externalPaymentTypeId": TEXT,
            "sessionId": TEXT,
        },
        customers={"customer": "customerId"},
    ),
    "webhooks": Resource(
        "/v1/webhooks",
        "webhook",
        {
            **_ALWAYS,
            "url": TEXT,
            "description": TEXT,
            "status": _WEBHOOK_STATUS,
            "organizationId": TEXT,
            "deletedAt": INSTANT,
            "deletedById": TEXT,
        },
    ),
    "webhook_events": Resource(
        "/v1/webhook-events",
        "webhook event",
        {
            **_ALWAYS,
            "webhookId": TEXT,
            "type": _EVENT_TYPE,
            "status": _EVENT_STATUS,
            "payload": TEXT,
            "nextCallAt": INSTANT,
            "connectionId": TEXT,
        },
        has_single=False,
    ),
}
