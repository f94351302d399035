"""Contains all the data models used in inputs/outputs"""

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
from .create_auth_link_args import CreateAuthLinkArgs
from .create_auth_link_input import CreateAuthLinkInput
from .create_auth_link_payload import CreateAuthLinkPayload
from .create_customer_args import CreateCustomerArgs
from .create_customer_input import CreateCustomerInput
from .create_customer_metadata_item_input import CreateCustomerMetadataItemInput
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
from .create_customer_tax_info_tax_info_input import CreateCustomerTaxInfoTaxInfoInput
from .create_discount_args import CreateDiscountArgs
from .create_discount_input import CreateDiscountInput
from .create_discount_payload import CreateDiscountPayload
from .create_invoice_args import CreateInvoiceArgs
from .create_invoice_discount_input import CreateInvoiceDiscountInput
from .create_invoice_input import CreateInvoiceInput
from .create_invoice_item_concept_input import CreateInvoiceItemConceptInput
from .create_invoice_item_input import CreateInvoiceItemInput
from .create_invoice_metadata_item_input import CreateInvoiceMetadataItemInput
from .create_invoice_modifier_input import CreateInvoiceModifierInput
from .create_invoice_payload import CreateInvoicePayload
from .create_payment_args import CreatePaymentArgs
from .create_payment_concept_args import CreatePaymentConceptArgs
from .create_payment_concept_input import CreatePaymentConceptInput
from .create_payment_concept_metadata_item_input import CreatePaymentConceptMetadataItemInput
from .create_payment_concept_payload import CreatePaymentConceptPayload
from .create_payment_concept_recurrent_detail_input import CreatePaymentConceptRecurrentDetailInput
from .create_payment_concept_tax_info_input import CreatePaymentConceptTaxInfoInput
from .create_payment_input import CreatePaymentInput
from .create_payment_meta_input import CreatePaymentMetaInput
from .create_payment_payload import CreatePaymentPayload
from .create_payment_session_args import CreatePaymentSessionArgs
from .create_payment_session_customer_input import CreatePaymentSessionCustomerInput
from .create_payment_session_customer_metadata_item_input import CreatePaymentSessionCustomerMetadataItemInput
from .create_payment_session_input import CreatePaymentSessionInput
from .create_payment_session_item_input import CreatePaymentSessionItemInput
from .create_payment_session_metadata_item_input import CreatePaymentSessionMetadataItemInput
from .create_payment_session_payload import CreatePaymentSessionPayload
from .create_payment_session_payload_session import CreatePaymentSessionPayloadSession
from .create_refund_args import CreateRefundArgs
from .create_refund_input import CreateRefundInput
from .create_setup_session_args import CreateSetupSessionArgs
from .create_setup_session_customer_input import CreateSetupSessionCustomerInput
from .create_setup_session_customer_metadata_item_input import CreateSetupSessionCustomerMetadataItemInput
from .create_setup_session_input import CreateSetupSessionInput
from .create_setup_session_payload import CreateSetupSessionPayload
from .create_setup_session_payload_session import CreateSetupSessionPayloadSession
from .create_subscription_args import CreateSubscriptionArgs
from .create_subscription_discount_input import CreateSubscriptionDiscountInput
from .create_subscription_input import CreateSubscriptionInput
from .create_subscription_invoice_input import CreateSubscriptionInvoiceInput
from .create_subscription_invoice_item_input import CreateSubscriptionInvoiceItemInput
from .create_subscription_item_input import CreateSubscriptionItemInput
from .create_subscription_modifier_input import CreateSubscriptionModifierInput
from .create_subscription_payload import CreateSubscriptionPayload
from .create_subscription_recurrent_detail_input import CreateSubscriptionRecurrentDetailInput
from .create_tax_invoice_args import CreateTaxInvoiceArgs
from .create_tax_invoice_input import CreateTaxInvoiceInput
from .create_tax_invoice_payload import CreateTaxInvoicePayload
from .create_webhook_args import CreateWebhookArgs
from .create_webhook_input import CreateWebhookInput
from .customer import Customer
from .customer_meta import CustomerMeta
from .customer_metadata_item import CustomerMetadataItem
from .customer_tax_info import CustomerTaxInfo
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
from .invoice_item import InvoiceItem
from .invoice_item_concept import InvoiceItemConcept
from .invoice_item_concept_group import InvoiceItemConceptGroup
from .invoice_item_concept_recurrent_detail import InvoiceItemConceptRecurrentDetail
from .invoice_meta import InvoiceMeta
from .mark_invoice_as_paid_args import MarkInvoiceAsPaidArgs
from .mark_invoice_as_paid_input import MarkInvoiceAsPaidInput
from .mark_invoice_as_paid_payload import MarkInvoiceAsPaidPayload
from .payment import Payment
from .payment_attempt import PaymentAttempt
from .payment_concept import PaymentConcept
from .payment_concept_recurrent_detail import PaymentConceptRecurrentDetail
from .payment_link import PaymentLink
from .payment_meta import PaymentMeta
from .payment_metadata_item import PaymentMetadataItem
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
from .payment_session_metadata_item import PaymentSessionMetadataItem
from .payment_session_origin import PaymentSessionOrigin
from .payment_session_status import PaymentSessionStatus
from .payment_status import PaymentStatus
from .payment_type import PaymentType
from .payment_with_items import PaymentWithItems
from .payment_with_items_item import PaymentWithItemsItem
from .payment_with_items_item_concept import PaymentWithItemsItemConcept
from .payment_with_items_meta import PaymentWithItemsMeta
from .payment_with_items_metadata_item import PaymentWithItemsMetadataItem
from .retry_invoice_payment_payload import RetryInvoicePaymentPayload
from .send_payment_channel import SendPaymentChannel
from .send_payment_receipt_args import SendPaymentReceiptArgs
from .send_payment_receipt_input import SendPaymentReceiptInput
from .send_payment_receipt_payload import SendPaymentReceiptPayload
from .send_payment_reminder_args import SendPaymentReminderArgs
from .send_payment_reminder_input import SendPaymentReminderInput
from .send_payment_reminder_payload import SendPaymentReminderPayload
from .set_customer_tax_info_payload import SetCustomerTaxInfoPayload
from .subscription import Subscription
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
from .update_customer_metadata_item_input import UpdateCustomerMetadataItemInput
from .update_customer_payload import UpdateCustomerPayload
from .update_customer_tax_info_args import UpdateCustomerTaxInfoArgs
from .update_customer_tax_info_data_input import UpdateCustomerTaxInfoDataInput
from .update_customer_tax_info_input import UpdateCustomerTaxInfoInput
from .update_discount_args import UpdateDiscountArgs
from .update_discount_payload import UpdateDiscountPayload
from .update_invoice_args import UpdateInvoiceArgs
from .update_invoice_data_input import UpdateInvoiceDataInput
from .update_invoice_discount_input import UpdateInvoiceDiscountInput
from .update_invoice_input import UpdateInvoiceInput
from .update_invoice_item_concept_input import UpdateInvoiceItemConceptInput
from .update_invoice_item_input import UpdateInvoiceItemInput
from .update_invoice_meta_input import UpdateInvoiceMetaInput
from .update_invoice_metadata_item_input import UpdateInvoiceMetadataItemInput
from .update_invoice_modifier_input import UpdateInvoiceModifierInput
from .update_invoice_payload import UpdateInvoicePayload
from .update_payment_concept_args import UpdatePaymentConceptArgs
from .update_payment_concept_data_input import UpdatePaymentConceptDataInput
from .update_payment_concept_input import UpdatePaymentConceptInput
from .update_payment_concept_meta_input import UpdatePaymentConceptMetaInput
from .update_payment_concept_metadata_item_input import UpdatePaymentConceptMetadataItemInput
from .update_payment_concept_payload import UpdatePaymentConceptPayload
from .update_payment_concept_recurrent_detail_input import UpdatePaymentConceptRecurrentDetailInput
from .update_payment_concept_tax_info_input import UpdatePaymentConceptTaxInfoInput
from .update_subscription_args import UpdateSubscriptionArgs
from .update_subscription_data_input import UpdateSubscriptionDataInput
from .update_subscription_discount_input import UpdateSubscriptionDiscountInput
from .update_subscription_input import UpdateSubscriptionInput
from .update_subscription_invoice_input import UpdateSubscriptionInvoiceInput
from .update_subscription_invoice_item_input import UpdateSubscriptionInvoiceItemInput
from .update_subscription_item_input import UpdateSubscriptionItemInput
from .update_subscription_modifier_input import UpdateSubscriptionModifierInput
from .update_subscription_payload import UpdateSubscriptionPayload
from .update_webhook_args import UpdateWebhookArgs
from .update_webhook_data_input import UpdateWebhookDataInput
from .update_webhook_input import UpdateWebhookInput
from .user_error import UserError
from .user_error_error import UserErrorError
from .validation_error import ValidationError
from .validation_error_error import ValidationErrorError
from .validation_error_error_issue import ValidationErrorErrorIssue
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
    "CreateAuthLinkArgs",
    "CreateAuthLinkInput",
    "CreateAuthLinkPayload",
    "CreateCustomerArgs",
    "CreateCustomerInput",
    "CreateCustomerMetadataItemInput",
    "CreateCustomerPayload",
    "CreateCustomerPortalSessionArgs",
    "CreateCustomerPortalSessionHomeInput",
    "CreateCustomerPortalSessionInvoiceCheckoutInput",
    "CreateCustomerPortalSessionPayload",
    "CreateCustomerPortalSessionPreferencesInput",
    "CreateCustomerPortalSessionSubscriptionHomeInput",
    "CreateCustomerTaxInfoArgs",
    "CreateCustomerTaxInfoInput",
    "CreateCustomerTaxInfoTaxInfoInput",
    "CreateDiscountArgs",
    "CreateDiscountInput",
    "CreateDiscountPayload",
    "CreateInvoiceArgs",
    "CreateInvoiceDiscountInput",
    "CreateInvoiceInput",
    "CreateInvoiceItemConceptInput",
    "CreateInvoiceItemInput",
    "CreateInvoiceMetadataItemInput",
    "CreateInvoiceModifierInput",
    "CreateInvoicePayload",
    "CreatePaymentArgs",
    "CreatePaymentConceptArgs",
    "CreatePaymentConceptInput",
    "CreatePaymentConceptMetadataItemInput",
    "CreatePaymentConceptPayload",
    "CreatePaymentConceptRecurrentDetailInput",
    "CreatePaymentConceptTaxInfoInput",
    "CreatePaymentInput",
    "CreatePaymentMetaInput",
    "CreatePaymentPayload",
    "CreatePaymentSessionArgs",
    "CreatePaymentSessionCustomerInput",
    "CreatePaymentSessionCustomerMetadataItemInput",
    "CreatePaymentSessionInput",
    "CreatePaymentSessionItemInput",
    "CreatePaymentSessionMetadataItemInput",
    "CreatePaymentSessionPayload",
    "CreatePaymentSessionPayloadSession",
    "CreateRefundArgs",
    "CreateRefundInput",
    "CreateSetupSessionArgs",
    "CreateSetupSessionCustomerInput",
    "CreateSetupSessionCustomerMetadataItemInput",
    "CreateSetupSessionInput",
    "CreateSetupSessionPayload",
    "CreateSetupSessionPayloadSession",
    "CreateSubscriptionArgs",
    "CreateSubscriptionDiscountInput",
    "CreateSubscriptionInput",
    "CreateSubscriptionInvoiceInput",
    "CreateSubscriptionInvoiceItemInput",
    "CreateSubscriptionItemInput",
    "CreateSubscriptionModifierInput",
    "CreateSubscriptionPayload",
    "CreateSubscriptionRecurrentDetailInput",
    "CreateTaxInvoiceArgs",
    "CreateTaxInvoiceInput",
    "CreateTaxInvoicePayload",
    "CreateWebhookArgs",
    "CreateWebhookInput",
    "Customer",
    "CustomerMeta",
    "CustomerMetadataItem",
    "CustomerTaxInfo",
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
    "InvoiceItem",
    "InvoiceItemConcept",
    "InvoiceItemConceptGroup",
    "InvoiceItemConceptRecurrentDetail",
    "InvoiceMeta",
    "MarkInvoiceAsPaidArgs",
    "MarkInvoiceAsPaidInput",
    "MarkInvoiceAsPaidPayload",
    "Payment",
    "PaymentAttempt",
    "PaymentConcept",
    "PaymentConceptRecurrentDetail",
    "PaymentLink",
    "PaymentMeta",
    "PaymentMetadataItem",
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
    "PaymentSessionMetadataItem",
    "PaymentSessionOrigin",
    "PaymentSessionStatus",
    "PaymentStatus",
    "PaymentType",
    "PaymentWithItems",
    "PaymentWithItemsItem",
    "PaymentWithItemsItemConcept",
    "PaymentWithItemsMeta",
    "PaymentWithItemsMetadataItem",
    "RetryInvoicePaymentPayload",
    "SendPaymentChannel",
    "SendPaymentReceiptArgs",
    "SendPaymentReceiptInput",
    "SendPaymentReceiptPayload",
    "SendPaymentReminderArgs",
    "SendPaymentReminderInput",
    "SendPaymentReminderPayload",
    "SetCustomerTaxInfoPayload",
    "Subscription",
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
    "UpdateCustomerMetadataItemInput",
    "UpdateCustomerPayload",
    "UpdateCustomerTaxInfoArgs",
    "UpdateCustomerTaxInfoDataInput",
    "UpdateCustomerTaxInfoInput",
    "UpdateDiscountArgs",
    "UpdateDiscountPayload",
    "UpdateInvoiceArgs",
    "UpdateInvoiceDataInput",
    "UpdateInvoiceDiscountInput",
    "UpdateInvoiceInput",
    "UpdateInvoiceItemConceptInput",
    "UpdateInvoiceItemInput",
    "UpdateInvoiceMetaInput",
    "UpdateInvoiceMetadataItemInput",
    "UpdateInvoiceModifierInput",
    "UpdateInvoicePayload",
    "UpdatePaymentConceptArgs",
    "UpdatePaymentConceptDataInput",
    "UpdatePaymentConceptInput",
    "UpdatePaymentConceptMetaInput",
    "UpdatePaymentConceptMetadataItemInput",
    "UpdatePaymentConceptPayload",
    "UpdatePaymentConceptRecurrentDetailInput",
    "UpdatePaymentConceptTaxInfoInput",
    "UpdateSubscriptionArgs",
    "UpdateSubscriptionDataInput",
    "UpdateSubscriptionDiscountInput",
    "UpdateSubscriptionInput",
    "UpdateSubscriptionInvoiceInput",
    "UpdateSubscriptionInvoiceItemInput",
    "UpdateSubscriptionItemInput",
    "UpdateSubscriptionModifierInput",
    "UpdateSubscriptionPayload",
    "UpdateWebhookArgs",
    "UpdateWebhookDataInput",
    "UpdateWebhookInput",
    "UserError",
    "UserErrorError",
    "ValidationError",
    "ValidationErrorError",
    "ValidationErrorErrorIssue",
    "Webhook",
    "WebhookEnabledEvent",
    "WebhookEvent",
    "WebhookEventStatus",
    "WebhookEventType",
    "WebhookStatus",
)
