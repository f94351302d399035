"""Types of arguments, for type checkers and editors. Nothing imports this module at run time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal

    from quentli_query.filters.literals import InstantLike, NumberLike

    from quentli_client import models

CollectionIntervalLike: TypeAlias = (
    "models.CollectionInterval | Literal['DAY', 'WEEK', 'FORTNIGHT', 'MONTH', 'YEAR']"
)
DiscountTypeLike: TypeAlias = "models.DiscountType | Literal['FIXED', 'PERCENTAGE']"
CollectionMethodLike: TypeAlias = "models.CollectionMethod | Literal['AUTOMATIC', 'SEND_REMINDER', 'NONE']"
SendPaymentChannelLike: TypeAlias = "models.SendPaymentChannel | Literal['EMAIL', 'SMS', 'WHATSAPP']"
TaxInvoiceTypeLike: TypeAlias = (
    "models.TaxInvoiceType | Literal['TAX_RECEIPT', 'TAX_INVOICE_PPD', 'TAX_INVOICE_PUE']"
)
CancelTaxInvoiceMotiveLike: TypeAlias = "models.CancelTaxInvoiceMotive | Literal['01', '02', '03', '04']"
DisplayModeLike: TypeAlias = "models.DisplayMode | Literal['CUSTOMER_PORTAL', 'CUSTOM', 'EMBEDDED']"
WebhookEventTypeLike: TypeAlias = "models.WebhookEventType | Literal['INVOICE_CREATED', 'INVOICE_CANCELED', 'INVOICE_PAID', 'INVOICE_PAID_OTHER', 'INVOICE_UPDATED', 'PAYMENT_CREATED', 'PAYMENT_COMPLETED', 'PAYMENT_REFUNDED', 'PAYMENT_REMINDER_SENT', 'PAYMENT_ATTEMPT_FAILED', 'PAYMENT_ATTEMPT_SUCCEEDED', 'CUSTOMER_CREATED', 'CUSTOMER_UPDATED', 'CUSTOMER_ARCHIVED', 'SUBSCRIPTION_CREATED', 'SUBSCRIPTION_UPDATED', 'SUBSCRIPTION_CANCELED', 'PAYMENT_METHOD_CREATED']"
WebhookStatusLike: TypeAlias = "models.WebhookStatus | Literal['ENABLED', 'DISABLED', 'BROKEN', 'DELETED']"


class MetadataItemParams(TypedDict):
    """One key and its value."""

    key: str
    """Name of the entry."""
    value: str
    """What to keep under that name."""


class UpdateMetadataItemParams(TypedDict):
    """One key and its value."""

    key: str
    """Name of the entry."""
    value: NotRequired[str | None]
    """What to keep under that name; may be null."""


class RecurrentDetailParams(TypedDict):
    """The rhythm in which the customer is billed."""

    charge_each: int
    """How many of those units lie between two charges: 1 with MONTH is every month, 2 every other month."""
    collection_interval: CollectionIntervalLike
    """Unit in which the time between two charges is counted."""
    tolerance_days: NotRequired[int | None]
    """Days of grace for paying; null when none are set."""


class PaymentConceptTaxInfoParams(TypedDict):
    """How the concept is described on tax invoices (CFDI)."""

    description: NotRequired[str]
    """What the line on the tax invoice says."""
    product_key: NotRequired[str]
    """Key of the product or service in the SAT's catalog (ClaveProdServ)."""
    unit_key: NotRequired[str]
    """Key of the unit of measure in the SAT's catalog (ClaveUnidad); E48 is a unit of service."""
    unit_name: NotRequired[str]
    """Unit of measure in words."""
    tax_rate: NotRequired[NumberLike]
    """Share of tax as a fraction: 0.16 is VAT (IVA) at 16 %."""
    taxability: NotRequired[str]
    """Whether the sale is subject to tax, as the SAT's code (ObjetoImp): 01 is no, 02 is yes."""


class ModifierParams(TypedDict):
    """One modifier, by its id."""

    modifier_id: str
    """Which modifier."""


class InvoiceDiscountParams(TypedDict):
    """One discount of the catalog, by its id."""

    discount_id: str
    """Which discount."""


class CreateInvoiceItemParams(TypedDict):
    """One line, which names a concept of the catalog or describes its own."""

    concept_id: NotRequired[str | None]
    """The payment concept of the catalog to charge for; null or left out when the line describes its own."""
    concept: NotRequired[models.InvoiceItemConceptInput | InvoiceItemConceptParams | None]
    """A concept described on the spot instead of one from the catalog; null or left out when `conceptId` names
    one.
    """
    quantity: NotRequired[NumberLike | None]
    """How many units to charge for, at least 1."""
    amount: NotRequired[int | None]
    """Price given on the line itself in minor units; null or left out when the line gives none."""
    currency: NotRequired[str | None]
    """ISO 4217 code that goes with the price on the line; null or left out when the line gives none."""
    description: NotRequired[str | None]
    """Words for the customer about this line; null or left out for none, but not empty."""


class InvoiceItemConceptParams(TypedDict):
    """A concept described on the spot instead of one from the catalog; null or left out when `conceptId` names
    one.
    """

    display_name: str
    """What the customer reads as the name of the charge."""
    amount: int
    """What the concept costs, in minor units: 25000 is MXN 250.00."""
    currency: str
    """ISO 4217 code of the currency of that amount."""


class UpdateInvoiceItemParams(TypedDict):
    """One line, which names a concept of the catalog or describes its own."""

    concept_id: NotRequired[str | None]
    """The payment concept of the catalog to charge for; null or left out when the line describes its own."""
    concept: NotRequired[models.InvoiceItemConceptInput | InvoiceItemConceptParams | None]
    """A concept described on the spot instead of one from the catalog; null or left out when `conceptId` names
    one.
    """
    quantity: NumberLike
    """How many units to charge for, at least 1; unlike at creation it must be given."""
    amount: NotRequired[int | None]
    """Price given on the line itself in minor units; null or left out when the line gives none."""
    currency: NotRequired[str | None]
    """ISO 4217 code that goes with the price on the line; null or left out when the line gives none."""
    description: NotRequired[str | None]
    """Words for the customer about this line; null or left out for none, but not empty."""


class ApplyInvoicePaymentExistingPaymentParams(TypedDict):
    """A payment that exists, and how much of it goes towards the invoice."""

    payment_id: str
    """Which payment."""
    settled_amount: int
    """How much of that payment settles this invoice, in whole minor units above zero."""


class ApplyInvoicePaymentNewPaymentParams(TypedDict):
    """A payment that is to be recorded and goes towards the invoice."""

    amount: int
    """How much was paid, in whole minor units above zero: 75000 is MXN 750.00."""
    external_type_id: NotRequired[str | None]
    """Which external payment type the money came by; null or left out to name none."""
    payment_time: NotRequired[InstantLike]
    """When the money was paid, in UTC."""


class SubscriptionDiscountParams(TypedDict):
    """One discount and for how many invoices it counts."""

    discount_id: str
    """The discount to attach."""
    max_invoices: NotRequired[int | None]
    """How many invoices it is taken off at most; null for no such limit."""


class CreateSubscriptionInvoiceParams(TypedDict):
    """One invoice: what is billed, and by when it is to be paid."""

    items: Sequence[models.SubscriptionItemInput | SubscriptionItemParams]
    """What this invoice bills, from 1 to 100 lines."""
    due_date: InstantLike
    """By when it is to be paid."""
    expire_date: NotRequired[InstantLike]
    """When the invoice expires."""


class SubscriptionItemParams(TypedDict):
    """One concept and how many of it."""

    concept_id: str
    """The payment concept that is billed."""
    quantity: NumberLike
    """How many of it are billed, at least 1."""
    amount: NotRequired[int | None]
    """What is set for this line, in minor units (150000 is MXN 1,500.00); may be null."""
    currency: NotRequired[str | None]
    """ISO 4217 code of the currency of `amount`; may be null."""
    description: NotRequired[str | None]
    """Words of its own for this line; may be null."""


class UpdateSubscriptionItemParams(TypedDict):
    """One concept and how many of it."""

    concept_id: str
    """The payment concept that is billed."""
    quantity: NumberLike
    """How many of it are billed, at least 1."""
    amount: NotRequired[int]
    """What is set for this line, in minor units (150000 is MXN 1,500.00)."""
    currency: NotRequired[str]
    """ISO 4217 code of the currency of `amount`."""
    description: NotRequired[str]
    """Words of its own for this line."""


class UpdateSubscriptionInvoiceParams(TypedDict):
    """One invoice: what is billed, and by when it is to be paid."""

    id: NotRequired[str]
    """The invoice meant, where it exists already."""
    items: Sequence[models.SubscriptionItemInput | SubscriptionItemParams]
    """What this invoice bills."""
    due_date: InstantLike
    """By when it is to be paid."""


class SessionCustomerParams(TypedDict):
    """Who the session is for; a name is enough."""

    name: str
    """Full name of the person or company."""
    external_id: NotRequired[str]
    """The caller's own id of the customer."""
    phone_number: NotRequired[str]
    """WhatsApp number, best in E.164 form."""
    email: NotRequired[str]
    """Where e-mail to the customer goes."""
    force_update: NotRequired[bool]
    """True to have a customer who is known already take on the details given here."""
    metadata: NotRequired[Sequence[models.MetadataItemInput | MetadataItemParams] | Mapping[str, str]]
    """The caller's own data about the customer, one entry for each key."""


class CreatePaymentSessionItemParams(TypedDict):
    """One thing to be paid for."""

    description: str
    """What it is, in words for the customer."""
    quantity: NumberLike
    """How many of it, at least one."""
    amount: int
    """Its price in minor units: 150000 is MXN 1,500.00."""
    currency: str
    """ISO 4217 code of the currency of that price."""
