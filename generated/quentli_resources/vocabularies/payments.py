"""Vocabulary of payments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quentli_query.filters.fields import (
    BooleanField,
    EnumField,
    InstantField,
    TextField,
    UnorderedBooleanField,
    UnorderedInstantField,
    UnorderedTextField,
    WholeNumberField,
)
from quentli_query.filters.vocabulary import FREE_KEYS, KEY_VALUE_PAIRS, OBJECTS, Vocabulary

if TYPE_CHECKING:
    from quentli_client.models import PaymentProcessor, PaymentStatus, PaymentType, PaymentWithItems


class PaymentCustomerVocabulary(
    Vocabulary["PaymentWithItems"],
    resource="payments",
    source="PaymentQ.customer",
    within=("customer",),
    unfilterable={
        "metadata": KEY_VALUE_PAIRS,
        "meta": FREE_KEYS,
    },
):
    """Fields of the customer of payments, for filters. They order no list.

    Seen in use: `customer[username][equals]`. Filters by other fields are inferred.
    """

    __slots__ = ()

    id: UnorderedTextField[PaymentWithItems] = TextField()
    """Quentli's id of the customer."""
    created_at: UnorderedInstantField[PaymentWithItems] = InstantField()
    """When the customer was added, in UTC."""
    updated_at: UnorderedInstantField[PaymentWithItems] = InstantField()
    """When any detail of the customer last changed, in UTC."""
    name: UnorderedTextField[PaymentWithItems] = TextField()
    """Full name of the person or company."""
    username: UnorderedTextField[PaymentWithItems] = TextField()
    """The name the customer logs in with and is known by; unique in the organization."""
    email: UnorderedTextField[PaymentWithItems] = TextField()
    """Where e-mail to the customer goes; unique in the organization. Null when none is known."""
    phone_number: UnorderedTextField[PaymentWithItems] = TextField()
    """WhatsApp number, as a rule in E.164 form; unique in the organization. Null when none is known."""
    organization_id: UnorderedTextField[PaymentWithItems] = TextField()
    """The organization that bills this customer."""
    secondary_phone_number: UnorderedTextField[PaymentWithItems] = TextField()
    """A further number that also gets reminders and announcements."""
    archived_at: UnorderedInstantField[PaymentWithItems] = InstantField()
    """Since when the customer has been archived; null while active."""
    archived_by_id: UnorderedTextField[PaymentWithItems] = TextField()
    """The user who archived the customer."""
    accepted_service_agreement: UnorderedBooleanField[PaymentWithItems] = BooleanField()
    """True once the customer has agreed to the terms of service."""
    skip_tax_invoice: UnorderedBooleanField[PaymentWithItems] = BooleanField()
    """True when no tax invoices (CFDI) are to be issued for this customer."""
    email_verified: UnorderedBooleanField[PaymentWithItems] = BooleanField()
    """True once the customer has proved that the e-mail address is theirs."""
    phone_number_verified: UnorderedBooleanField[PaymentWithItems] = BooleanField()
    """True once the customer has proved that the phone number is theirs."""
    has_changed_password: UnorderedBooleanField[PaymentWithItems] = BooleanField()
    """True once the customer has chosen a password of their own."""
    signature_accepted_at: UnorderedInstantField[PaymentWithItems] = InstantField()
    """When the customer signed that recurring charges are fine; null without a signature."""
    opted_out_whatsapp_at: UnorderedInstantField[PaymentWithItems] = InstantField()
    """When the customer asked for no more reminders on WhatsApp."""
    opted_in_whatsapp_at: UnorderedInstantField[PaymentWithItems] = InstantField()
    """When the customer agreed to reminders on WhatsApp."""
    started_whatsapp_at: UnorderedInstantField[PaymentWithItems] = InstantField()
    """When the conversation that asks for that agreement was begun."""
    reply_with_assistant: UnorderedBooleanField[PaymentWithItems] = BooleanField()
    """Whether the assistant answers this customer's messages; null when that was never set."""


class PaymentVocabulary(
    Vocabulary["PaymentWithItems"],
    resource="payments",
    source="PaymentQ",
    unfilterable={
        "metadata": KEY_VALUE_PAIRS,
        "meta": FREE_KEYS,
        "items": OBJECTS,
    },
):
    """Fields of payments, for filters and orders.

    Documented: `isCompleted=true`, `type[equals]`. Seen in use: `status[equals]`. `explain()` shows the
    evidence for each filter.
    """

    __slots__ = ()

    id: TextField[PaymentWithItems] = TextField()
    """Quentli's id of the payment."""
    created_at: InstantField[PaymentWithItems] = InstantField()
    """When the payment was recorded, in UTC; see `paymentTime` for when the money came."""
    updated_at: InstantField[PaymentWithItems] = InstantField()
    """When any detail of the payment last changed, in UTC."""
    amount: WholeNumberField[PaymentWithItems] = WholeNumberField()
    """How much, in minor units: 150000 is MXN 1,500.00."""
    currency: TextField[PaymentWithItems] = TextField()
    """ISO 4217 code of the currency that all amounts of the payment are in."""
    description: TextField[PaymentWithItems] = TextField()
    """What was paid for, in words; null when nobody said."""
    type: EnumField[
        PaymentWithItems, PaymentType | Literal["TRANSFER", "CARD", "OXXO", "OTHER", "CASH", "DIRECT_DEBIT"]
    ] = EnumField("TRANSFER", "CARD", "OXXO", "OTHER", "CASH", "DIRECT_DEBIT")
    """By what means: `TRANSFER` between banks, `CARD`, `OXXO` in cash at a shop of that chain, `CASH`,
    `DIRECT_DEBIT` from a bank account or `OTHER`. Null when that is not known.
    """
    status: EnumField[
        PaymentWithItems,
        PaymentStatus
        | Literal["INCOMPLETE", "COMPLETE", "CANCELED", "INITIATED", "REFUNDED", "DISPUTED", "REVERTED"],
    ] = EnumField("INCOMPLETE", "COMPLETE", "CANCELED", "INITIATED", "REFUNDED", "DISPUTED", "REVERTED")
    """`INITIATED` and `INCOMPLETE` payments have yet to come in, `COMPLETE` ones have and `CANCELED` ones will
    not; `REFUNDED`, `REVERTED` and `DISPUTED` ones were given back, undone or contested. Null when that is
    not known.
    """
    is_completed: BooleanField[PaymentWithItems] = BooleanField(bare=True)
    """True once the payment has gone through. Written `isCompleted=value`, as documented."""
    payment_time: InstantField[PaymentWithItems] = InstantField()
    """When it was paid, in UTC; null while it has not been."""
    customer_id: TextField[PaymentWithItems] = TextField()
    """The customer who pays."""
    payment_intent_id: TextField[PaymentWithItems] = TextField()
    """The intent under which the payment was collected; null without one."""
    payment_method_id: TextField[PaymentWithItems] = TextField()
    """The saved card or bank account that was charged; null when none was."""
    organization_id: TextField[PaymentWithItems] = TextField()
    """The organization that is paid."""
    skip_tax_invoice: BooleanField[PaymentWithItems] = BooleanField()
    """True when no tax invoice (CFDI) is to be issued for this payment."""
    monthly_installments: WholeNumberField[PaymentWithItems] = WholeNumberField()
    """Over how many months the cardholder pays the bank back; null for a payment in one sum."""
    processor: EnumField[
        PaymentWithItems,
        PaymentProcessor | Literal["FISERV", "KUSHKI", "QUENTLI", "SANTANDER", "STRIPE", "TAPI"],
    ] = EnumField("FISERV", "KUSHKI", "QUENTLI", "SANTANDER", "STRIPE", "TAPI")
    """The company that handled the payment, `QUENTLI` for Quentli itself; null when none did."""
    processor_fee: WholeNumberField[PaymentWithItems] = WholeNumberField()
    """The processor's fee without tax, in minor units: 4350 is MXN 43.50. Null when it is not known."""
    processor_fee_tax: WholeNumberField[PaymentWithItems] = WholeNumberField()
    """Tax (IVA) on that fee, in minor units; null when it is not known."""
    installments_fee: WholeNumberField[PaymentWithItems] = WholeNumberField()
    """Fee for paying in monthly installments, without tax, in minor units; null when there is none."""
    installments_fee_tax: WholeNumberField[PaymentWithItems] = WholeNumberField()
    """Tax (IVA) on the installments fee, in minor units; null when there is none."""
    external_payment_type_id: TextField[PaymentWithItems] = TextField()
    """A means of payment outside Quentli, for a payment that was taken elsewhere; null for others."""
    session_id: TextField[PaymentWithItems] = TextField()
    """The payment session in which the customer paid; null without one."""
    customer: PaymentCustomerVocabulary = PaymentCustomerVocabulary()
    """Fields of the related record."""


PaymentQ = PaymentVocabulary()
"""Fields of payments, for filters and orders."""
