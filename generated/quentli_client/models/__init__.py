"""Contains all the data models used in inputs/outputs"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .apply_invoice_payment_args import ApplyInvoicePaymentArgs
    from .apply_invoice_payment_existing_payment_input import ApplyInvoicePaymentExistingPaymentInput
    from .apply_invoice_payment_input import ApplyInvoicePaymentInput
    from .apply_invoice_payment_new_payment_input import ApplyInvoicePaymentNewPaymentInput
    from .apply_invoice_payment_payload import ApplyInvoicePaymentPayload
    from .cancel_invoice_payload import CancelInvoicePayload
    from .cancel_subscription_args import CancelSubscriptionArgs
    from .cancel_subscription_input import CancelSubscriptionInput
    from .cancel_subscription_payload import CancelSubscriptionPayload
    from .cancel_tax_invoice_args import CancelTaxInvoiceArgs
    from .cancel_tax_invoice_input import CancelTaxInvoiceInput
    from .cancel_tax_invoice_motive import CancelTaxInvoiceMotive
    from .cancel_tax_invoice_payload import CancelTaxInvoicePayload
    from .collection_interval import CollectionInterval
    from .collection_method import CollectionMethod
    from .concept_recurrent_detail import ConceptRecurrentDetail
    from .create_auth_link_args import CreateAuthLinkArgs
    from .create_auth_link_input import CreateAuthLinkInput
    from .create_auth_link_payload import CreateAuthLinkPayload
    from .create_customer_args import CreateCustomerArgs
    from .create_customer_input import CreateCustomerInput
    from .create_customer_payload import CreateCustomerPayload
    from .create_customer_portal_session_args import CreateCustomerPortalSessionArgs
    from .create_customer_portal_session_home_input import CreateCustomerPortalSessionHomeInput
    from .create_customer_portal_session_invoice_checkout_input import (
        CreateCustomerPortalSessionInvoiceCheckoutInput,
    )
    from .create_customer_portal_session_payload import CreateCustomerPortalSessionPayload
    from .create_customer_portal_session_preferences_input import CreateCustomerPortalSessionPreferencesInput
    from .create_customer_portal_session_subscription_home_input import (
        CreateCustomerPortalSessionSubscriptionHomeInput,
    )
    from .create_customer_tax_info_args import CreateCustomerTaxInfoArgs
    from .create_customer_tax_info_input import CreateCustomerTaxInfoInput
    from .create_discount_args import CreateDiscountArgs
    from .create_discount_input import CreateDiscountInput
    from .create_discount_payload import CreateDiscountPayload
    from .create_invoice_args import CreateInvoiceArgs
    from .create_invoice_input import CreateInvoiceInput
    from .create_invoice_item_input import CreateInvoiceItemInput
    from .create_invoice_payload import CreateInvoicePayload
    from .create_payment_args import CreatePaymentArgs
    from .create_payment_concept_args import CreatePaymentConceptArgs
    from .create_payment_concept_input import CreatePaymentConceptInput
    from .create_payment_concept_payload import CreatePaymentConceptPayload
    from .create_payment_input import CreatePaymentInput
    from .create_payment_meta_input import CreatePaymentMetaInput
    from .create_payment_payload import CreatePaymentPayload
    from .create_payment_session_args import CreatePaymentSessionArgs
    from .create_payment_session_input import CreatePaymentSessionInput
    from .create_payment_session_item_input import CreatePaymentSessionItemInput
    from .create_payment_session_payload import CreatePaymentSessionPayload
    from .create_refund_args import CreateRefundArgs
    from .create_refund_input import CreateRefundInput
    from .create_setup_session_args import CreateSetupSessionArgs
    from .create_setup_session_input import CreateSetupSessionInput
    from .create_setup_session_payload import CreateSetupSessionPayload
    from .create_subscription_args import CreateSubscriptionArgs
    from .create_subscription_input import CreateSubscriptionInput
    from .create_subscription_invoice_input import CreateSubscriptionInvoiceInput
    from .create_subscription_payload import CreateSubscriptionPayload
    from .create_tax_invoice_args import CreateTaxInvoiceArgs
    from .create_tax_invoice_input import CreateTaxInvoiceInput
    from .create_tax_invoice_payload import CreateTaxInvoicePayload
    from .create_webhook_args import CreateWebhookArgs
    from .create_webhook_input import CreateWebhookInput
    from .customer import Customer
    from .customer_meta import CustomerMeta
    from .customer_tax_info import CustomerTaxInfo
    from .customer_tax_info_input import CustomerTaxInfoInput
    from .delete_customer_tax_info_payload import DeleteCustomerTaxInfoPayload
    from .delete_discount_payload import DeleteDiscountPayload
    from .delete_payment_method_payload import DeletePaymentMethodPayload
    from .discount import Discount
    from .discount_type import DiscountType
    from .display_mode import DisplayMode
    from .full_invoice import FullInvoice
    from .full_invoice_item import FullInvoiceItem
    from .full_invoice_meta import FullInvoiceMeta
    from .generation_mode import GenerationMode
    from .invoice import Invoice
    from .invoice_discount_input import InvoiceDiscountInput
    from .invoice_item import InvoiceItem
    from .invoice_item_concept import InvoiceItemConcept
    from .invoice_item_concept_group import InvoiceItemConceptGroup
    from .invoice_item_concept_input import InvoiceItemConceptInput
    from .invoice_meta import InvoiceMeta
    from .mark_invoice_as_paid_args import MarkInvoiceAsPaidArgs
    from .mark_invoice_as_paid_input import MarkInvoiceAsPaidInput
    from .mark_invoice_as_paid_payload import MarkInvoiceAsPaidPayload
    from .metadata_item import MetadataItem
    from .metadata_item_input import MetadataItemInput
    from .modifier_input import ModifierInput
    from .payment import Payment
    from .payment_attempt import PaymentAttempt
    from .payment_concept import PaymentConcept
    from .payment_concept_tax_info_input import PaymentConceptTaxInfoInput
    from .payment_link import PaymentLink
    from .payment_meta import PaymentMeta
    from .payment_method import PaymentMethod
    from .payment_method_bank_account import PaymentMethodBankAccount
    from .payment_method_card_detail import PaymentMethodCardDetail
    from .payment_method_type import PaymentMethodType
    from .payment_processor import PaymentProcessor
    from .payment_receipt import PaymentReceipt
    from .payment_reminder import PaymentReminder
    from .payment_reminder_type import PaymentReminderType
    from .payment_session import PaymentSession
    from .payment_session_item import PaymentSessionItem
    from .payment_session_origin import PaymentSessionOrigin
    from .payment_session_status import PaymentSessionStatus
    from .payment_status import PaymentStatus
    from .payment_type import PaymentType
    from .payment_with_items import PaymentWithItems
    from .payment_with_items_item import PaymentWithItemsItem
    from .payment_with_items_item_concept import PaymentWithItemsItemConcept
    from .payment_with_items_meta import PaymentWithItemsMeta
    from .recurrent_detail_input import RecurrentDetailInput
    from .retry_invoice_payment_payload import RetryInvoicePaymentPayload
    from .send_payment_channel import SendPaymentChannel
    from .send_payment_receipt_args import SendPaymentReceiptArgs
    from .send_payment_receipt_input import SendPaymentReceiptInput
    from .send_payment_receipt_payload import SendPaymentReceiptPayload
    from .send_payment_reminder_args import SendPaymentReminderArgs
    from .send_payment_reminder_input import SendPaymentReminderInput
    from .send_payment_reminder_payload import SendPaymentReminderPayload
    from .session import Session
    from .session_customer_input import SessionCustomerInput
    from .set_customer_tax_info_payload import SetCustomerTaxInfoPayload
    from .subscription import Subscription
    from .subscription_discount_input import SubscriptionDiscountInput
    from .subscription_item_input import SubscriptionItemInput
    from .subscription_metadata import SubscriptionMetadata
    from .subscription_status import SubscriptionStatus
    from .tax_invoice import TaxInvoice
    from .tax_invoice_failure_reason import TaxInvoiceFailureReason
    from .tax_invoice_status import TaxInvoiceStatus
    from .tax_invoice_type import TaxInvoiceType
    from .update_customer_args import UpdateCustomerArgs
    from .update_customer_data_input import UpdateCustomerDataInput
    from .update_customer_input import UpdateCustomerInput
    from .update_customer_meta_input import UpdateCustomerMetaInput
    from .update_customer_payload import UpdateCustomerPayload
    from .update_customer_tax_info_args import UpdateCustomerTaxInfoArgs
    from .update_customer_tax_info_input import UpdateCustomerTaxInfoInput
    from .update_discount_args import UpdateDiscountArgs
    from .update_discount_payload import UpdateDiscountPayload
    from .update_invoice_args import UpdateInvoiceArgs
    from .update_invoice_data_input import UpdateInvoiceDataInput
    from .update_invoice_input import UpdateInvoiceInput
    from .update_invoice_item_input import UpdateInvoiceItemInput
    from .update_invoice_meta_input import UpdateInvoiceMetaInput
    from .update_invoice_payload import UpdateInvoicePayload
    from .update_metadata_item_input import UpdateMetadataItemInput
    from .update_payment_concept_args import UpdatePaymentConceptArgs
    from .update_payment_concept_data_input import UpdatePaymentConceptDataInput
    from .update_payment_concept_input import UpdatePaymentConceptInput
    from .update_payment_concept_meta_input import UpdatePaymentConceptMetaInput
    from .update_payment_concept_payload import UpdatePaymentConceptPayload
    from .update_subscription_args import UpdateSubscriptionArgs
    from .update_subscription_data_input import UpdateSubscriptionDataInput
    from .update_subscription_input import UpdateSubscriptionInput
    from .update_subscription_invoice_input import UpdateSubscriptionInvoiceInput
    from .update_subscription_item_input import UpdateSubscriptionItemInput
    from .update_subscription_payload import UpdateSubscriptionPayload
    from .update_webhook_args import UpdateWebhookArgs
    from .update_webhook_data_input import UpdateWebhookDataInput
    from .update_webhook_input import UpdateWebhookInput
    from .user_error import UserError
    from .user_error_detail import UserErrorDetail
    from .validation_error import ValidationError
    from .validation_error_detail import ValidationErrorDetail
    from .validation_error_issue import ValidationErrorIssue
    from .webhook import Webhook
    from .webhook_enabled_event import WebhookEnabledEvent
    from .webhook_event import WebhookEvent
    from .webhook_event_status import WebhookEventStatus
    from .webhook_event_type import WebhookEventType
    from .webhook_status import WebhookStatus

__all__ = (
    "ApplyInvoicePaymentArgs",
    "ApplyInvoicePaymentExistingPaymentInput",
    "ApplyInvoicePaymentInput",
    "ApplyInvoicePaymentNewPaymentInput",
    "ApplyInvoicePaymentPayload",
    "CancelInvoicePayload",
    "CancelSubscriptionArgs",
    "CancelSubscriptionInput",
    "CancelSubscriptionPayload",
    "CancelTaxInvoiceArgs",
    "CancelTaxInvoiceInput",
    "CancelTaxInvoiceMotive",
    "CancelTaxInvoicePayload",
    "CollectionInterval",
    "CollectionMethod",
    "ConceptRecurrentDetail",
    "CreateAuthLinkArgs",
    "CreateAuthLinkInput",
    "CreateAuthLinkPayload",
    "CreateCustomerArgs",
    "CreateCustomerInput",
    "CreateCustomerPayload",
    "CreateCustomerPortalSessionArgs",
    "CreateCustomerPortalSessionHomeInput",
    "CreateCustomerPortalSessionInvoiceCheckoutInput",
    "CreateCustomerPortalSessionPayload",
    "CreateCustomerPortalSessionPreferencesInput",
    "CreateCustomerPortalSessionSubscriptionHomeInput",
    "CreateCustomerTaxInfoArgs",
    "CreateCustomerTaxInfoInput",
    "CreateDiscountArgs",
    "CreateDiscountInput",
    "CreateDiscountPayload",
    "CreateInvoiceArgs",
    "CreateInvoiceInput",
    "CreateInvoiceItemInput",
    "CreateInvoicePayload",
    "CreatePaymentArgs",
    "CreatePaymentConceptArgs",
    "CreatePaymentConceptInput",
    "CreatePaymentConceptPayload",
    "CreatePaymentInput",
    "CreatePaymentMetaInput",
    "CreatePaymentPayload",
    "CreatePaymentSessionArgs",
    "CreatePaymentSessionInput",
    "CreatePaymentSessionItemInput",
    "CreatePaymentSessionPayload",
    "CreateRefundArgs",
    "CreateRefundInput",
    "CreateSetupSessionArgs",
    "CreateSetupSessionInput",
    "CreateSetupSessionPayload",
    "CreateSubscriptionArgs",
    "CreateSubscriptionInput",
    "CreateSubscriptionInvoiceInput",
    "CreateSubscriptionPayload",
    "CreateTaxInvoiceArgs",
    "CreateTaxInvoiceInput",
    "CreateTaxInvoicePayload",
    "CreateWebhookArgs",
    "CreateWebhookInput",
    "Customer",
    "CustomerMeta",
    "CustomerTaxInfo",
    "CustomerTaxInfoInput",
    "DeleteCustomerTaxInfoPayload",
    "DeleteDiscountPayload",
    "DeletePaymentMethodPayload",
    "Discount",
    "DiscountType",
    "DisplayMode",
    "FullInvoice",
    "FullInvoiceItem",
    "FullInvoiceMeta",
    "GenerationMode",
    "Invoice",
    "InvoiceDiscountInput",
    "InvoiceItem",
    "InvoiceItemConcept",
    "InvoiceItemConceptGroup",
    "InvoiceItemConceptInput",
    "InvoiceMeta",
    "MarkInvoiceAsPaidArgs",
    "MarkInvoiceAsPaidInput",
    "MarkInvoiceAsPaidPayload",
    "MetadataItem",
    "MetadataItemInput",
    "ModifierInput",
    "Payment",
    "PaymentAttempt",
    "PaymentConcept",
    "PaymentConceptTaxInfoInput",
    "PaymentLink",
    "PaymentMeta",
    "PaymentMethod",
    "PaymentMethodBankAccount",
    "PaymentMethodCardDetail",
    "PaymentMethodType",
    "PaymentProcessor",
    "PaymentReceipt",
    "PaymentReminder",
    "PaymentReminderType",
    "PaymentSession",
    "PaymentSessionItem",
    "PaymentSessionOrigin",
    "PaymentSessionStatus",
    "PaymentStatus",
    "PaymentType",
    "PaymentWithItems",
    "PaymentWithItemsItem",
    "PaymentWithItemsItemConcept",
    "PaymentWithItemsMeta",
    "RecurrentDetailInput",
    "RetryInvoicePaymentPayload",
    "SendPaymentChannel",
    "SendPaymentReceiptArgs",
    "SendPaymentReceiptInput",
    "SendPaymentReceiptPayload",
    "SendPaymentReminderArgs",
    "SendPaymentReminderInput",
    "SendPaymentReminderPayload",
    "Session",
    "SessionCustomerInput",
    "SetCustomerTaxInfoPayload",
    "Subscription",
    "SubscriptionDiscountInput",
    "SubscriptionItemInput",
    "SubscriptionMetadata",
    "SubscriptionStatus",
    "TaxInvoice",
    "TaxInvoiceFailureReason",
    "TaxInvoiceStatus",
    "TaxInvoiceType",
    "UpdateCustomerArgs",
    "UpdateCustomerDataInput",
    "UpdateCustomerInput",
    "UpdateCustomerMetaInput",
    "UpdateCustomerPayload",
    "UpdateCustomerTaxInfoArgs",
    "UpdateCustomerTaxInfoInput",
    "UpdateDiscountArgs",
    "UpdateDiscountPayload",
    "UpdateInvoiceArgs",
    "UpdateInvoiceDataInput",
    "UpdateInvoiceInput",
    "UpdateInvoiceItemInput",
    "UpdateInvoiceMetaInput",
    "UpdateInvoicePayload",
    "UpdateMetadataItemInput",
    "UpdatePaymentConceptArgs",
    "UpdatePaymentConceptDataInput",
    "UpdatePaymentConceptInput",
    "UpdatePaymentConceptMetaInput",
    "UpdatePaymentConceptPayload",
    "UpdateSubscriptionArgs",
    "UpdateSubscriptionDataInput",
    "UpdateSubscriptionInput",
    "UpdateSubscriptionInvoiceInput",
    "UpdateSubscriptionItemInput",
    "UpdateSubscriptionPayload",
    "UpdateWebhookArgs",
    "UpdateWebhookDataInput",
    "UpdateWebhookInput",
    "UserError",
    "UserErrorDetail",
    "ValidationError",
    "ValidationErrorDetail",
    "ValidationErrorIssue",
    "Webhook",
    "WebhookEnabledEvent",
    "WebhookEvent",
    "WebhookEventStatus",
    "WebhookEventType",
    "WebhookStatus",
)

_MODULES: dict[str, str] = {
    "ApplyInvoicePaymentArgs": ".apply_invoice_payment_args",
    "ApplyInvoicePaymentExistingPaymentInput": ".apply_invoice_payment_existing_payment_input",
    "ApplyInvoicePaymentInput": ".apply_invoice_payment_input",
    "ApplyInvoicePaymentNewPaymentInput": ".apply_invoice_payment_new_payment_input",
    "ApplyInvoicePaymentPayload": ".apply_invoice_payment_payload",
    "CancelInvoicePayload": ".cancel_invoice_payload",
    "CancelSubscriptionArgs": ".cancel_subscription_args",
    "CancelSubscriptionInput": ".cancel_subscription_input",
    "CancelSubscriptionPayload": ".cancel_subscription_payload",
    "CancelTaxInvoiceArgs": ".cancel_tax_invoice_args",
    "CancelTaxInvoiceInput": ".cancel_tax_invoice_input",
    "CancelTaxInvoiceMotive": ".cancel_tax_invoice_motive",
    "CancelTaxInvoicePayload": ".cancel_tax_invoice_payload",
    "CollectionInterval": ".collection_interval",
    "CollectionMethod": ".collection_method",
    "ConceptRecurrentDetail": ".concept_recurrent_detail",
    "CreateAuthLinkArgs": ".create_auth_link_args",
    "CreateAuthLinkInput": ".create_auth_link_input",
    "CreateAuthLinkPayload": ".create_auth_link_payload",
    "CreateCustomerArgs": ".create_customer_args",
    "CreateCustomerInput": ".create_customer_input",
    "CreateCustomerPayload": ".create_customer_payload",
    "CreateCustomerPortalSessionArgs": ".create_customer_portal_session_args",
    "CreateCustomerPortalSessionHomeInput": ".create_customer_portal_session_home_input",
    "CreateCustomerPortalSessionInvoiceCheckoutInput": ".create_customer_portal_session_invoice_checkout_input",
    "CreateCustomerPortalSessionPayload": ".create_customer_portal_session_payload",
    "CreateCustomerPortalSessionPreferencesInput": ".create_customer_portal_session_preferences_input",
    "CreateCustomerPortalSessionSubscriptionHomeInput": ".create_customer_portal_session_subscription_home_input",
    "CreateCustomerTaxInfoArgs": ".create_customer_tax_info_args",
    "CreateCustomerTaxInfoInput": ".create_customer_tax_info_input",
    "CreateDiscountArgs": ".create_discount_args",
    "CreateDiscountInput": ".create_discount_input",
    "CreateDiscountPayload": ".create_discount_payload",
    "CreateInvoiceArgs": ".create_invoice_args",
    "CreateInvoiceInput": ".create_invoice_input",
    "CreateInvoiceItemInput": ".create_invoice_item_input",
    "CreateInvoicePayload": ".create_invoice_payload",
    "CreatePaymentArgs": ".create_payment_args",
    "CreatePaymentConceptArgs": ".create_payment_concept_args",
    "CreatePaymentConceptInput": ".create_payment_concept_input",
    "CreatePaymentConceptPayload": ".create_payment_concept_payload",
    "CreatePaymentInput": ".create_payment_input",
    "CreatePaymentMetaInput": ".create_payment_meta_input",
    "CreatePaymentPayload": ".create_payment_payload",
    "CreatePaymentSessionArgs": ".create_payment_session_args",
    "CreatePaymentSessionInput": ".create_payment_session_input",
    "CreatePaymentSessionItemInput": ".create_payment_session_item_input",
    "CreatePaymentSessionPayload": ".create_payment_session_payload",
    "CreateRefundArgs": ".create_refund_args",
    "CreateRefundInput": ".create_refund_input",
    "CreateSetupSessionArgs": ".create_setup_session_args",
    "CreateSetupSessionInput": ".create_setup_session_input",
    "CreateSetupSessionPayload": ".create_setup_session_payload",
    "CreateSubscriptionArgs": ".create_subscription_args",
    "CreateSubscriptionInput": ".create_subscription_input",
    "CreateSubscriptionInvoiceInput": ".create_subscription_invoice_input",
    "CreateSubscriptionPayload": ".create_subscription_payload",
    "CreateTaxInvoiceArgs": ".create_tax_invoice_args",
    "CreateTaxInvoiceInput": ".create_tax_invoice_input",
    "CreateTaxInvoicePayload": ".create_tax_invoice_payload",
    "CreateWebhookArgs": ".create_webhook_args",
    "CreateWebhookInput": ".create_webhook_input",
    "Customer": ".customer",
    "CustomerMeta": ".customer_meta",
    "CustomerTaxInfo": ".customer_tax_info",
    "CustomerTaxInfoInput": ".customer_tax_info_input",
    "DeleteCustomerTaxInfoPayload": ".delete_customer_tax_info_payload",
    "DeleteDiscountPayload": ".delete_discount_payload",
    "DeletePaymentMethodPayload": ".delete_payment_method_payload",
    "Discount": ".discount",
    "DiscountType": ".discount_type",
    "DisplayMode": ".display_mode",
    "FullInvoice": ".full_invoice",
    "FullInvoiceItem": ".full_invoice_item",
    "FullInvoiceMeta": ".full_invoice_meta",
    "GenerationMode": ".generation_mode",
    "Invoice": ".invoice",
    "InvoiceDiscountInput": ".invoice_discount_input",
    "InvoiceItem": ".invoice_item",
    "InvoiceItemConcept": ".invoice_item_concept",
    "InvoiceItemConceptGroup": ".invoice_item_concept_group",
    "InvoiceItemConceptInput": ".invoice_item_concept_input",
    "InvoiceMeta": ".invoice_meta",
    "MarkInvoiceAsPaidArgs": ".mark_invoice_as_paid_args",
    "MarkInvoiceAsPaidInput": ".mark_invoice_as_paid_input",
    "MarkInvoiceAsPaidPayload": ".mark_invoice_as_paid_payload",
    "MetadataItem": ".metadata_item",
    "MetadataItemInput": ".metadata_item_input",
    "ModifierInput": ".modifier_input",
    "Payment": ".payment",
    "PaymentAttempt": ".payment_attempt",
    "PaymentConcept": ".payment_concept",
    "PaymentConceptTaxInfoInput": ".payment_concept_tax_info_input",
    "PaymentLink": ".payment_link",
    "PaymentMeta": ".payment_meta",
    "PaymentMethod": ".payment_method",
    "PaymentMethodBankAccount": ".payment_method_bank_account",
    "PaymentMethodCardDetail": ".payment_method_card_detail",
    "PaymentMethodType": ".payment_method_type",
    "PaymentProcessor": ".payment_processor",
    "PaymentReceipt": ".payment_receipt",
    "PaymentReminder": ".payment_reminder",
    "PaymentReminderType": ".payment_reminder_type",
    "PaymentSession": ".payment_session",
    "PaymentSessionItem": ".payment_session_item",
    "PaymentSessionOrigin": ".payment_session_origin",
    "PaymentSessionStatus": ".payment_session_status",
    "PaymentStatus": ".payment_status",
    "PaymentType": ".payment_type",
    "PaymentWithItems": ".payment_with_items",
    "PaymentWithItemsItem": ".payment_with_items_item",
    "PaymentWithItemsItemConcept": ".payment_with_items_item_concept",
    "PaymentWithItemsMeta": ".payment_with_items_meta",
    "RecurrentDetailInput": ".recurrent_detail_input",
    "RetryInvoicePaymentPayload": ".retry_invoice_payment_payload",
    "SendPaymentChannel": ".send_payment_channel",
    "SendPaymentReceiptArgs": ".send_payment_receipt_args",
    "SendPaymentReceiptInput": ".send_payment_receipt_input",
    "SendPaymentReceiptPayload": ".send_payment_receipt_payload",
    "SendPaymentReminderArgs": ".send_payment_reminder_args",
    "SendPaymentReminderInput": ".send_payment_reminder_input",
    "SendPaymentReminderPayload": ".send_payment_reminder_payload",
    "Session": ".session",
    "SessionCustomerInput": ".session_customer_input",
    "SetCustomerTaxInfoPayload": ".set_customer_tax_info_payload",
    "Subscription": ".subscription",
    "SubscriptionDiscountInput": ".subscription_discount_input",
    "SubscriptionItemInput": ".subscription_item_input",
    "SubscriptionMetadata": ".subscription_metadata",
    "SubscriptionStatus": ".subscription_status",
    "TaxInvoice": ".tax_invoice",
    "TaxInvoiceFailureReason": ".tax_invoice_failure_reason",
    "TaxInvoiceStatus": ".tax_invoice_status",
    "TaxInvoiceType": ".tax_invoice_type",
    "UpdateCustomerArgs": ".update_customer_args",
    "UpdateCustomerDataInput": ".update_customer_data_input",
    "UpdateCustomerInput": ".update_customer_input",
    "UpdateCustomerMetaInput": ".update_customer_meta_input",
    "UpdateCustomerPayload": ".update_customer_payload",
    "UpdateCustomerTaxInfoArgs": ".update_customer_tax_info_args",
    "UpdateCustomerTaxInfoInput": ".update_customer_tax_info_input",
    "UpdateDiscountArgs": ".update_discount_args",
    "UpdateDiscountPayload": ".update_discount_payload",
    "UpdateInvoiceArgs": ".update_invoice_args",
    "UpdateInvoiceDataInput": ".update_invoice_data_input",
    "UpdateInvoiceInput": ".update_invoice_input",
    "UpdateInvoiceItemInput": ".update_invoice_item_input",
    "UpdateInvoiceMetaInput": ".update_invoice_meta_input",
    "UpdateInvoicePayload": ".update_invoice_payload",
    "UpdateMetadataItemInput": ".update_metadata_item_input",
    "UpdatePaymentConceptArgs": ".update_payment_concept_args",
    "UpdatePaymentConceptDataInput": ".update_payment_concept_data_input",
    "UpdatePaymentConceptInput": ".update_payment_concept_input",
    "UpdatePaymentConceptMetaInput": ".update_payment_concept_meta_input",
    "UpdatePaymentConceptPayload": ".update_payment_concept_payload",
    "UpdateSubscriptionArgs": ".update_subscription_args",
    "UpdateSubscriptionDataInput": ".update_subscription_data_input",
    "UpdateSubscriptionInput": ".update_subscription_input",
    "UpdateSubscriptionInvoiceInput": ".update_subscription_invoice_input",
    "UpdateSubscriptionItemInput": ".update_subscription_item_input",
    "UpdateSubscriptionPayload": ".update_subscription_payload",
    "UpdateWebhookArgs": ".update_webhook_args",
    "UpdateWebhookDataInput": ".update_webhook_data_input",
    "UpdateWebhookInput": ".update_webhook_input",
    "UserError": ".user_error",
    "UserErrorDetail": ".user_error_detail",
    "ValidationError": ".validation_error",
    "ValidationErrorDetail": ".validation_error_detail",
    "ValidationErrorIssue": ".validation_error_issue",
    "Webhook": ".webhook",
    "WebhookEnabledEvent": ".webhook_enabled_event",
    "WebhookEvent": ".webhook_event",
    "WebhookEventStatus": ".webhook_event_status",
    "WebhookEventType": ".webhook_event_type",
    "WebhookStatus": ".webhook_status",
}

# A type checker would take a module with this function for one that has any name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """Import a public name on first use (PEP 562)"""
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(_MODULES[name], __name__), name)
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
