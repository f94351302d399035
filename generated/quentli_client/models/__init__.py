"""Contains all the data models used in inputs/outputs"""

from .apply_invoice_payment_args import ApplyInvoicePaymentArgs
from .apply_invoice_payment_args_input import ApplyInvoicePaymentArgsInput
from .apply_invoice_payment_args_input_existing_payment import ApplyInvoicePaymentArgsInputExistingPayment
from .apply_invoice_payment_args_input_new_payment import ApplyInvoicePaymentArgsInputNewPayment
from .apply_invoice_payment_payload import ApplyInvoicePaymentPayload
from .cancel_invoice_payload import CancelInvoicePayload
from .cancel_subscription_args import CancelSubscriptionArgs
from .cancel_subscription_args_input import CancelSubscriptionArgsInput
from .cancel_subscription_payload import CancelSubscriptionPayload
from .cancel_tax_invoice_args import CancelTaxInvoiceArgs
from .cancel_tax_invoice_args_input import CancelTaxInvoiceArgsInput
from .cancel_tax_invoice_args_input_motive import CancelTaxInvoiceArgsInputMotive
from .cancel_tax_invoice_payload import CancelTaxInvoicePayload
from .create_auth_link_args import CreateAuthLinkArgs
from .create_auth_link_args_input import CreateAuthLinkArgsInput
from .create_auth_link_payload import CreateAuthLinkPayload
from .create_customer_args import CreateCustomerArgs
from .create_customer_input import CreateCustomerInput
from .create_customer_metadata_item_input import CreateCustomerMetadataItemInput
from .create_customer_payload import CreateCustomerPayload
from .create_customer_portal_session_args import CreateCustomerPortalSessionArgs
from .create_customer_portal_session_args_input_type_0 import CreateCustomerPortalSessionArgsInputType0
from .create_customer_portal_session_args_input_type_0_destination import (
    CreateCustomerPortalSessionArgsInputType0Destination,
)
from .create_customer_portal_session_args_input_type_1 import CreateCustomerPortalSessionArgsInputType1
from .create_customer_portal_session_args_input_type_1_destination import (
    CreateCustomerPortalSessionArgsInputType1Destination,
)
from .create_customer_portal_session_args_input_type_2 import CreateCustomerPortalSessionArgsInputType2
from .create_customer_portal_session_args_input_type_2_destination import (
    CreateCustomerPortalSessionArgsInputType2Destination,
)
from .create_customer_portal_session_args_input_type_3 import CreateCustomerPortalSessionArgsInputType3
from .create_customer_portal_session_args_input_type_3_destination import (
    CreateCustomerPortalSessionArgsInputType3Destination,
)
from .create_customer_portal_session_payload import CreateCustomerPortalSessionPayload
from .create_customer_tax_info_args import CreateCustomerTaxInfoArgs
from .create_customer_tax_info_args_input import CreateCustomerTaxInfoArgsInput
from .create_customer_tax_info_args_input_tax_info import CreateCustomerTaxInfoArgsInputTaxInfo
from .create_discount_args import CreateDiscountArgs
from .create_discount_args_input import CreateDiscountArgsInput
from .create_discount_args_input_type import CreateDiscountArgsInputType
from .create_discount_payload import CreateDiscountPayload
from .create_invoice_args import CreateInvoiceArgs
from .create_invoice_args_input import CreateInvoiceArgsInput
from .create_invoice_args_input_collection_method import CreateInvoiceArgsInputCollectionMethod
from .create_invoice_args_input_discounts_item import CreateInvoiceArgsInputDiscountsItem
from .create_invoice_args_input_items_item import CreateInvoiceArgsInputItemsItem
from .create_invoice_args_input_items_item_concept import CreateInvoiceArgsInputItemsItemConcept
from .create_invoice_args_input_metadata_item import CreateInvoiceArgsInputMetadataItem
from .create_invoice_args_input_modifiers_item import CreateInvoiceArgsInputModifiersItem
from .create_invoice_payload import CreateInvoicePayload
from .create_payment_args import CreatePaymentArgs
from .create_payment_args_input import CreatePaymentArgsInput
from .create_payment_args_input_meta import CreatePaymentArgsInputMeta
from .create_payment_concept_args import CreatePaymentConceptArgs
from .create_payment_concept_args_input import CreatePaymentConceptArgsInput
from .create_payment_concept_args_input_collection_interval import (
    CreatePaymentConceptArgsInputCollectionInterval,
)
from .create_payment_concept_args_input_metadata_item import CreatePaymentConceptArgsInputMetadataItem
from .create_payment_concept_args_input_recurrent_detail import CreatePaymentConceptArgsInputRecurrentDetail
from .create_payment_concept_args_input_recurrent_detail_collection_interval import (
    CreatePaymentConceptArgsInputRecurrentDetailCollectionInterval,
)
from .create_payment_concept_args_input_tax_info import CreatePaymentConceptArgsInputTaxInfo
from .create_payment_concept_payload import CreatePaymentConceptPayload
from .create_payment_payload import CreatePaymentPayload
from .create_payment_payload_attempt import CreatePaymentPayloadAttempt
from .create_payment_payload_attempt_type import CreatePaymentPayloadAttemptType
from .create_payment_session_args import CreatePaymentSessionArgs
from .create_payment_session_args_input import CreatePaymentSessionArgsInput
from .create_payment_session_args_input_customer import CreatePaymentSessionArgsInputCustomer
from .create_payment_session_args_input_customer_metadata_item import (
    CreatePaymentSessionArgsInputCustomerMetadataItem,
)
from .create_payment_session_args_input_display_mode import CreatePaymentSessionArgsInputDisplayMode
from .create_payment_session_args_input_items_item import CreatePaymentSessionArgsInputItemsItem
from .create_payment_session_args_input_metadata_item import CreatePaymentSessionArgsInputMetadataItem
from .create_payment_session_payload import CreatePaymentSessionPayload
from .create_payment_session_payload_payment_session import CreatePaymentSessionPayloadPaymentSession
from .create_payment_session_payload_payment_session_display_mode import (
    CreatePaymentSessionPayloadPaymentSessionDisplayMode,
)
from .create_payment_session_payload_payment_session_metadata_item import (
    CreatePaymentSessionPayloadPaymentSessionMetadataItem,
)
from .create_payment_session_payload_payment_session_origin import (
    CreatePaymentSessionPayloadPaymentSessionOrigin,
)
from .create_payment_session_payload_payment_session_status import (
    CreatePaymentSessionPayloadPaymentSessionStatus,
)
from .create_payment_session_payload_session import CreatePaymentSessionPayloadSession
from .create_refund_args import CreateRefundArgs
from .create_refund_args_input import CreateRefundArgsInput
from .create_setup_session_args import CreateSetupSessionArgs
from .create_setup_session_args_input import CreateSetupSessionArgsInput
from .create_setup_session_args_input_customer import CreateSetupSessionArgsInputCustomer
from .create_setup_session_args_input_customer_metadata_item import (
    CreateSetupSessionArgsInputCustomerMetadataItem,
)
from .create_setup_session_args_input_display_mode import CreateSetupSessionArgsInputDisplayMode
from .create_setup_session_payload import CreateSetupSessionPayload
from .create_setup_session_payload_session import CreateSetupSessionPayloadSession
from .create_subscription_args import CreateSubscriptionArgs
from .create_subscription_args_input import CreateSubscriptionArgsInput
from .create_subscription_args_input_collection_method import CreateSubscriptionArgsInputCollectionMethod
from .create_subscription_args_input_discounts_item import CreateSubscriptionArgsInputDiscountsItem
from .create_subscription_args_input_invoices_item import CreateSubscriptionArgsInputInvoicesItem
from .create_subscription_args_input_invoices_item_items_item import (
    CreateSubscriptionArgsInputInvoicesItemItemsItem,
)
from .create_subscription_args_input_items_item import CreateSubscriptionArgsInputItemsItem
from .create_subscription_args_input_modifiers_item import CreateSubscriptionArgsInputModifiersItem
from .create_subscription_args_input_recurrent_detail import CreateSubscriptionArgsInputRecurrentDetail
from .create_subscription_args_input_recurrent_detail_collection_interval import (
    CreateSubscriptionArgsInputRecurrentDetailCollectionInterval,
)
from .create_subscription_payload import CreateSubscriptionPayload
from .create_tax_invoice_args import CreateTaxInvoiceArgs
from .create_tax_invoice_args_input import CreateTaxInvoiceArgsInput
from .create_tax_invoice_args_input_type import CreateTaxInvoiceArgsInputType
from .create_tax_invoice_payload import CreateTaxInvoicePayload
from .create_webhook_args import CreateWebhookArgs
from .create_webhook_args_input import CreateWebhookArgsInput
from .create_webhook_args_input_enabled_events_item import CreateWebhookArgsInputEnabledEventsItem
from .customer import Customer
from .customer_meta import CustomerMeta
from .customer_metadata_item import CustomerMetadataItem
from .customer_tax_info import CustomerTaxInfo
from .delete_customer_tax_info_payload import DeleteCustomerTaxInfoPayload
from .delete_discount_payload import DeleteDiscountPayload
from .delete_payment_method_payload import DeletePaymentMethodPayload
from .discount import Discount
from .discount_type import DiscountType
from .full_invoice import FullInvoice
from .full_invoice_collection_method import FullInvoiceCollectionMethod
from .full_invoice_item import FullInvoiceItem
from .full_invoice_meta import FullInvoiceMeta
from .get_customer_response import GetCustomerResponse
from .get_customer_response_meta import GetCustomerResponseMeta
from .get_customer_response_metadata_item import GetCustomerResponseMetadataItem
from .get_discount_response import GetDiscountResponse
from .get_discount_response_type import GetDiscountResponseType
from .get_invoice_response import GetInvoiceResponse
from .get_invoice_response_collection_method import GetInvoiceResponseCollectionMethod
from .get_invoice_response_meta import GetInvoiceResponseMeta
from .get_payment_concept_response import GetPaymentConceptResponse
from .get_payment_concept_response_recurrent_detail import GetPaymentConceptResponseRecurrentDetail
from .get_payment_concept_response_recurrent_detail_collection_interval import (
    GetPaymentConceptResponseRecurrentDetailCollectionInterval,
)
from .get_payment_link_response import GetPaymentLinkResponse
from .get_payment_response import GetPaymentResponse
from .get_payment_response_items_item import GetPaymentResponseItemsItem
from .get_payment_response_items_item_concept import GetPaymentResponseItemsItemConcept
from .get_payment_response_meta import GetPaymentResponseMeta
from .get_payment_response_metadata_item import GetPaymentResponseMetadataItem
from .get_payment_response_processor import GetPaymentResponseProcessor
from .get_payment_response_status import GetPaymentResponseStatus
from .get_payment_response_type import GetPaymentResponseType
from .get_payment_session_response import GetPaymentSessionResponse
from .get_payment_session_response_display_mode import GetPaymentSessionResponseDisplayMode
from .get_payment_session_response_metadata_item import GetPaymentSessionResponseMetadataItem
from .get_payment_session_response_origin import GetPaymentSessionResponseOrigin
from .get_payment_session_response_status import GetPaymentSessionResponseStatus
from .get_subscription_response import GetSubscriptionResponse
from .get_subscription_response_collection_method import GetSubscriptionResponseCollectionMethod
from .get_subscription_response_generation_mode import GetSubscriptionResponseGenerationMode
from .get_subscription_response_metadata import GetSubscriptionResponseMetadata
from .get_subscription_response_status import GetSubscriptionResponseStatus
from .get_tax_invoice_response import GetTaxInvoiceResponse
from .get_tax_invoice_response_failure_reason import GetTaxInvoiceResponseFailureReason
from .get_tax_invoice_response_status import GetTaxInvoiceResponseStatus
from .get_tax_invoice_response_type import GetTaxInvoiceResponseType
from .get_webhook_response import GetWebhookResponse
from .get_webhook_response_status import GetWebhookResponseStatus
from .invoice import Invoice
from .invoice_collection_method import InvoiceCollectionMethod
from .invoice_item import InvoiceItem
from .invoice_item_concept import InvoiceItemConcept
from .invoice_item_concept_group import InvoiceItemConceptGroup
from .invoice_item_concept_recurrent_detail import InvoiceItemConceptRecurrentDetail
from .invoice_item_concept_recurrent_detail_collection_interval import (
    InvoiceItemConceptRecurrentDetailCollectionInterval,
)
from .invoice_meta import InvoiceMeta
from .mark_invoice_as_paid_args import MarkInvoiceAsPaidArgs
from .mark_invoice_as_paid_args_input import MarkInvoiceAsPaidArgsInput
from .mark_invoice_as_paid_payload import MarkInvoiceAsPaidPayload
from .payment import Payment
from .payment_concept import PaymentConcept
from .payment_concept_recurrent_detail import PaymentConceptRecurrentDetail
from .payment_concept_recurrent_detail_collection_interval import (
    PaymentConceptRecurrentDetailCollectionInterval,
)
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
from .payment_session_item import PaymentSessionItem
from .payment_status import PaymentStatus
from .payment_type import PaymentType
from .payment_with_items import PaymentWithItems
from .payment_with_items_items_item import PaymentWithItemsItemsItem
from .payment_with_items_items_item_concept import PaymentWithItemsItemsItemConcept
from .payment_with_items_meta import PaymentWithItemsMeta
from .payment_with_items_metadata_item import PaymentWithItemsMetadataItem
from .payment_with_items_processor import PaymentWithItemsProcessor
from .payment_with_items_status import PaymentWithItemsStatus
from .payment_with_items_type import PaymentWithItemsType
from .retry_invoice_payment_payload import RetryInvoicePaymentPayload
from .retry_webhook_event_payload import RetryWebhookEventPayload
from .retry_webhook_event_payload_status import RetryWebhookEventPayloadStatus
from .retry_webhook_event_payload_type import RetryWebhookEventPayloadType
from .send_payment_receipt_args import SendPaymentReceiptArgs
from .send_payment_receipt_args_input import SendPaymentReceiptArgsInput
from .send_payment_receipt_args_input_channels_item import SendPaymentReceiptArgsInputChannelsItem
from .send_payment_receipt_payload import SendPaymentReceiptPayload
from .send_payment_reminder_args import SendPaymentReminderArgs
from .send_payment_reminder_args_input import SendPaymentReminderArgsInput
from .send_payment_reminder_args_input_channel import SendPaymentReminderArgsInputChannel
from .send_payment_reminder_payload import SendPaymentReminderPayload
from .set_customer_tax_info_payload import SetCustomerTaxInfoPayload
from .subscription import Subscription
from .subscription_collection_method import SubscriptionCollectionMethod
from .subscription_generation_mode import SubscriptionGenerationMode
from .subscription_metadata import SubscriptionMetadata
from .subscription_status import SubscriptionStatus
from .tax_invoice import TaxInvoice
from .tax_invoice_failure_reason import TaxInvoiceFailureReason
from .tax_invoice_status import TaxInvoiceStatus
from .tax_invoice_type import TaxInvoiceType
from .update_customer_args import UpdateCustomerArgs
from .update_customer_data_input import UpdateCustomerDataInput
from .update_customer_data_input_meta import UpdateCustomerDataInputMeta
from .update_customer_data_input_metadata_item import UpdateCustomerDataInputMetadataItem
from .update_customer_input import UpdateCustomerInput
from .update_customer_payload import UpdateCustomerPayload
from .update_customer_tax_info_args import UpdateCustomerTaxInfoArgs
from .update_customer_tax_info_args_input import UpdateCustomerTaxInfoArgsInput
from .update_customer_tax_info_args_input_data import UpdateCustomerTaxInfoArgsInputData
from .update_discount_args import UpdateDiscountArgs
from .update_discount_args_type import UpdateDiscountArgsType
from .update_discount_payload import UpdateDiscountPayload
from .update_invoice_args import UpdateInvoiceArgs
from .update_invoice_args_input import UpdateInvoiceArgsInput
from .update_invoice_args_input_data import UpdateInvoiceArgsInputData
from .update_invoice_args_input_data_collection_method import UpdateInvoiceArgsInputDataCollectionMethod
from .update_invoice_args_input_data_discounts_item import UpdateInvoiceArgsInputDataDiscountsItem
from .update_invoice_args_input_data_items_item import UpdateInvoiceArgsInputDataItemsItem
from .update_invoice_args_input_data_items_item_concept import UpdateInvoiceArgsInputDataItemsItemConcept
from .update_invoice_args_input_data_meta import UpdateInvoiceArgsInputDataMeta
from .update_invoice_args_input_data_metadata_item import UpdateInvoiceArgsInputDataMetadataItem
from .update_invoice_args_input_data_modifiers_item import UpdateInvoiceArgsInputDataModifiersItem
from .update_invoice_payload import UpdateInvoicePayload
from .update_payment_concept_args import UpdatePaymentConceptArgs
from .update_payment_concept_args_input import UpdatePaymentConceptArgsInput
from .update_payment_concept_args_input_data import UpdatePaymentConceptArgsInputData
from .update_payment_concept_args_input_data_collection_interval import (
    UpdatePaymentConceptArgsInputDataCollectionInterval,
)
from .update_payment_concept_args_input_data_meta import UpdatePaymentConceptArgsInputDataMeta
from .update_payment_concept_args_input_data_metadata_item import (
    UpdatePaymentConceptArgsInputDataMetadataItem,
)
from .update_payment_concept_args_input_data_recurrent_detail import (
    UpdatePaymentConceptArgsInputDataRecurrentDetail,
)
from .update_payment_concept_args_input_data_recurrent_detail_collection_interval import (
    UpdatePaymentConceptArgsInputDataRecurrentDetailCollectionInterval,
)
from .update_payment_concept_args_input_data_tax_info import UpdatePaymentConceptArgsInputDataTaxInfo
from .update_payment_concept_payload import UpdatePaymentConceptPayload
from .update_subscription_args import UpdateSubscriptionArgs
from .update_subscription_args_input import UpdateSubscriptionArgsInput
from .update_subscription_args_input_data import UpdateSubscriptionArgsInputData
from .update_subscription_args_input_data_collection_method import (
    UpdateSubscriptionArgsInputDataCollectionMethod,
)
from .update_subscription_args_input_data_discounts_item import UpdateSubscriptionArgsInputDataDiscountsItem
from .update_subscription_args_input_data_invoices_item import UpdateSubscriptionArgsInputDataInvoicesItem
from .update_subscription_args_input_data_invoices_item_items_item import (
    UpdateSubscriptionArgsInputDataInvoicesItemItemsItem,
)
from .update_subscription_args_input_data_items_item import UpdateSubscriptionArgsInputDataItemsItem
from .update_subscription_args_input_data_modifiers_item import UpdateSubscriptionArgsInputDataModifiersItem
from .update_subscription_payload import UpdateSubscriptionPayload
from .update_webhook_args import UpdateWebhookArgs
from .update_webhook_args_input import UpdateWebhookArgsInput
from .update_webhook_args_input_data import UpdateWebhookArgsInputData
from .update_webhook_args_input_data_enabled_events_item import UpdateWebhookArgsInputDataEnabledEventsItem
from .update_webhook_args_input_data_status import UpdateWebhookArgsInputDataStatus
from .user_error import UserError
from .user_error_error import UserErrorError
from .validation_error import ValidationError
from .validation_error_error import ValidationErrorError
from .validation_error_error_issues_item import ValidationErrorErrorIssuesItem
from .webhook import Webhook
from .webhook_enabled_event import WebhookEnabledEvent
from .webhook_enabled_event_type import WebhookEnabledEventType
from .webhook_event import WebhookEvent
from .webhook_event_status import WebhookEventStatus
from .webhook_event_type import WebhookEventType
from .webhook_status import WebhookStatus

__all__ = (
    "ApplyInvoicePaymentArgs",
    "ApplyInvoicePaymentArgsInput",
    "ApplyInvoicePaymentArgsInputExistingPayment",
    "ApplyInvoicePaymentArgsInputNewPayment",
    "ApplyInvoicePaymentPayload",
    "CancelInvoicePayload",
    "CancelSubscriptionArgs",
    "CancelSubscriptionArgsInput",
    "CancelSubscriptionPayload",
    "CancelTaxInvoiceArgs",
    "CancelTaxInvoiceArgsInput",
    "CancelTaxInvoiceArgsInputMotive",
    "CancelTaxInvoicePayload",
    "CreateAuthLinkArgs",
    "CreateAuthLinkArgsInput",
    "CreateAuthLinkPayload",
    "CreateCustomerArgs",
    "CreateCustomerInput",
    "CreateCustomerMetadataItemInput",
    "CreateCustomerPayload",
    "CreateCustomerPortalSessionArgs",
    "CreateCustomerPortalSessionArgsInputType0",
    "CreateCustomerPortalSessionArgsInputType0Destination",
    "CreateCustomerPortalSessionArgsInputType1",
    "CreateCustomerPortalSessionArgsInputType1Destination",
    "CreateCustomerPortalSessionArgsInputType2",
    "CreateCustomerPortalSessionArgsInputType2Destination",
    "CreateCustomerPortalSessionArgsInputType3",
    "CreateCustomerPortalSessionArgsInputType3Destination",
    "CreateCustomerPortalSessionPayload",
    "CreateCustomerTaxInfoArgs",
    "CreateCustomerTaxInfoArgsInput",
    "CreateCustomerTaxInfoArgsInputTaxInfo",
    "CreateDiscountArgs",
    "CreateDiscountArgsInput",
    "CreateDiscountArgsInputType",
    "CreateDiscountPayload",
    "CreateInvoiceArgs",
    "CreateInvoiceArgsInput",
    "CreateInvoiceArgsInputCollectionMethod",
    "CreateInvoiceArgsInputDiscountsItem",
    "CreateInvoiceArgsInputItemsItem",
    "CreateInvoiceArgsInputItemsItemConcept",
    "CreateInvoiceArgsInputMetadataItem",
    "CreateInvoiceArgsInputModifiersItem",
    "CreateInvoicePayload",
    "CreatePaymentArgs",
    "CreatePaymentArgsInput",
    "CreatePaymentArgsInputMeta",
    "CreatePaymentConceptArgs",
    "CreatePaymentConceptArgsInput",
    "CreatePaymentConceptArgsInputCollectionInterval",
    "CreatePaymentConceptArgsInputMetadataItem",
    "CreatePaymentConceptArgsInputRecurrentDetail",
    "CreatePaymentConceptArgsInputRecurrentDetailCollectionInterval",
    "CreatePaymentConceptArgsInputTaxInfo",
    "CreatePaymentConceptPayload",
    "CreatePaymentPayload",
    "CreatePaymentPayloadAttempt",
    "CreatePaymentPayloadAttemptType",
    "CreatePaymentSessionArgs",
    "CreatePaymentSessionArgsInput",
    "CreatePaymentSessionArgsInputCustomer",
    "CreatePaymentSessionArgsInputCustomerMetadataItem",
    "CreatePaymentSessionArgsInputDisplayMode",
    "CreatePaymentSessionArgsInputItemsItem",
    "CreatePaymentSessionArgsInputMetadataItem",
    "CreatePaymentSessionPayload",
    "CreatePaymentSessionPayloadPaymentSession",
    "CreatePaymentSessionPayloadPaymentSessionDisplayMode",
    "CreatePaymentSessionPayloadPaymentSessionMetadataItem",
    "CreatePaymentSessionPayloadPaymentSessionOrigin",
    "CreatePaymentSessionPayloadPaymentSessionStatus",
    "CreatePaymentSessionPayloadSession",
    "CreateRefundArgs",
    "CreateRefundArgsInput",
    "CreateSetupSessionArgs",
    "CreateSetupSessionArgsInput",
    "CreateSetupSessionArgsInputCustomer",
    "CreateSetupSessionArgsInputCustomerMetadataItem",
    "CreateSetupSessionArgsInputDisplayMode",
    "CreateSetupSessionPayload",
    "CreateSetupSessionPayloadSession",
    "CreateSubscriptionArgs",
    "CreateSubscriptionArgsInput",
    "CreateSubscriptionArgsInputCollectionMethod",
    "CreateSubscriptionArgsInputDiscountsItem",
    "CreateSubscriptionArgsInputInvoicesItem",
    "CreateSubscriptionArgsInputInvoicesItemItemsItem",
    "CreateSubscriptionArgsInputItemsItem",
    "CreateSubscriptionArgsInputModifiersItem",
    "CreateSubscriptionArgsInputRecurrentDetail",
    "CreateSubscriptionArgsInputRecurrentDetailCollectionInterval",
    "CreateSubscriptionPayload",
    "CreateTaxInvoiceArgs",
    "CreateTaxInvoiceArgsInput",
    "CreateTaxInvoiceArgsInputType",
    "CreateTaxInvoicePayload",
    "CreateWebhookArgs",
    "CreateWebhookArgsInput",
    "CreateWebhookArgsInputEnabledEventsItem",
    "Customer",
    "CustomerMeta",
    "CustomerMetadataItem",
    "CustomerTaxInfo",
    "DeleteCustomerTaxInfoPayload",
    "DeleteDiscountPayload",
    "DeletePaymentMethodPayload",
    "Discount",
    "DiscountType",
    "FullInvoice",
    "FullInvoiceCollectionMethod",
    "FullInvoiceItem",
    "FullInvoiceMeta",
    "GetCustomerResponse",
    "GetCustomerResponseMeta",
    "GetCustomerResponseMetadataItem",
    "GetDiscountResponse",
    "GetDiscountResponseType",
    "GetInvoiceResponse",
    "GetInvoiceResponseCollectionMethod",
    "GetInvoiceResponseMeta",
    "GetPaymentConceptResponse",
    "GetPaymentConceptResponseRecurrentDetail",
    "GetPaymentConceptResponseRecurrentDetailCollectionInterval",
    "GetPaymentLinkResponse",
    "GetPaymentResponse",
    "GetPaymentResponseItemsItem",
    "GetPaymentResponseItemsItemConcept",
    "GetPaymentResponseMeta",
    "GetPaymentResponseMetadataItem",
    "GetPaymentResponseProcessor",
    "GetPaymentResponseStatus",
    "GetPaymentResponseType",
    "GetPaymentSessionResponse",
    "GetPaymentSessionResponseDisplayMode",
    "GetPaymentSessionResponseMetadataItem",
    "GetPaymentSessionResponseOrigin",
    "GetPaymentSessionResponseStatus",
    "GetSubscriptionResponse",
    "GetSubscriptionResponseCollectionMethod",
    "GetSubscriptionResponseGenerationMode",
    "GetSubscriptionResponseMetadata",
    "GetSubscriptionResponseStatus",
    "GetTaxInvoiceResponse",
    "GetTaxInvoiceResponseFailureReason",
    "GetTaxInvoiceResponseStatus",
    "GetTaxInvoiceResponseType",
    "GetWebhookResponse",
    "GetWebhookResponseStatus",
    "Invoice",
    "InvoiceCollectionMethod",
    "InvoiceItem",
    "InvoiceItemConcept",
    "InvoiceItemConceptGroup",
    "InvoiceItemConceptRecurrentDetail",
    "InvoiceItemConceptRecurrentDetailCollectionInterval",
    "InvoiceMeta",
    "MarkInvoiceAsPaidArgs",
    "MarkInvoiceAsPaidArgsInput",
    "MarkInvoiceAsPaidPayload",
    "Payment",
    "PaymentConcept",
    "PaymentConceptRecurrentDetail",
    "PaymentConceptRecurrentDetailCollectionInterval",
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
    "PaymentSessionItem",
    "PaymentStatus",
    "PaymentType",
    "PaymentWithItems",
    "PaymentWithItemsItemsItem",
    "PaymentWithItemsItemsItemConcept",
    "PaymentWithItemsMeta",
    "PaymentWithItemsMetadataItem",
    "PaymentWithItemsProcessor",
    "PaymentWithItemsStatus",
    "PaymentWithItemsType",
    "RetryInvoicePaymentPayload",
    "RetryWebhookEventPayload",
    "RetryWebhookEventPayloadStatus",
    "RetryWebhookEventPayloadType",
    "SendPaymentReceiptArgs",
    "SendPaymentReceiptArgsInput",
    "SendPaymentReceiptArgsInputChannelsItem",
    "SendPaymentReceiptPayload",
    "SendPaymentReminderArgs",
    "SendPaymentReminderArgsInput",
    "SendPaymentReminderArgsInputChannel",
    "SendPaymentReminderPayload",
    "SetCustomerTaxInfoPayload",
    "Subscription",
    "SubscriptionCollectionMethod",
    "SubscriptionGenerationMode",
    "SubscriptionMetadata",
    "SubscriptionStatus",
    "TaxInvoice",
    "TaxInvoiceFailureReason",
    "TaxInvoiceStatus",
    "TaxInvoiceType",
    "UpdateCustomerArgs",
    "UpdateCustomerDataInput",
    "UpdateCustomerDataInputMeta",
    "UpdateCustomerDataInputMetadataItem",
    "UpdateCustomerInput",
    "UpdateCustomerPayload",
    "UpdateCustomerTaxInfoArgs",
    "UpdateCustomerTaxInfoArgsInput",
    "UpdateCustomerTaxInfoArgsInputData",
    "UpdateDiscountArgs",
    "UpdateDiscountArgsType",
    "UpdateDiscountPayload",
    "UpdateInvoiceArgs",
    "UpdateInvoiceArgsInput",
    "UpdateInvoiceArgsInputData",
    "UpdateInvoiceArgsInputDataCollectionMethod",
    "UpdateInvoiceArgsInputDataDiscountsItem",
    "UpdateInvoiceArgsInputDataItemsItem",
    "UpdateInvoiceArgsInputDataItemsItemConcept",
    "UpdateInvoiceArgsInputDataMeta",
    "UpdateInvoiceArgsInputDataMetadataItem",
    "UpdateInvoiceArgsInputDataModifiersItem",
    "UpdateInvoicePayload",
    "UpdatePaymentConceptArgs",
    "UpdatePaymentConceptArgsInput",
    "UpdatePaymentConceptArgsInputData",
    "UpdatePaymentConceptArgsInputDataCollectionInterval",
    "UpdatePaymentConceptArgsInputDataMeta",
    "UpdatePaymentConceptArgsInputDataMetadataItem",
    "UpdatePaymentConceptArgsInputDataRecurrentDetail",
    "UpdatePaymentConceptArgsInputDataRecurrentDetailCollectionInterval",
    "UpdatePaymentConceptArgsInputDataTaxInfo",
    "UpdatePaymentConceptPayload",
    "UpdateSubscriptionArgs",
    "UpdateSubscriptionArgsInput",
    "UpdateSubscriptionArgsInputData",
    "UpdateSubscriptionArgsInputDataCollectionMethod",
    "UpdateSubscriptionArgsInputDataDiscountsItem",
    "UpdateSubscriptionArgsInputDataInvoicesItem",
    "UpdateSubscriptionArgsInputDataInvoicesItemItemsItem",
    "UpdateSubscriptionArgsInputDataItemsItem",
    "UpdateSubscriptionArgsInputDataModifiersItem",
    "UpdateSubscriptionPayload",
    "UpdateWebhookArgs",
    "UpdateWebhookArgsInput",
    "UpdateWebhookArgsInputData",
    "UpdateWebhookArgsInputDataEnabledEventsItem",
    "UpdateWebhookArgsInputDataStatus",
    "UserError",
    "UserErrorError",
    "ValidationError",
    "ValidationErrorError",
    "ValidationErrorErrorIssuesItem",
    "Webhook",
    "WebhookEnabledEvent",
    "WebhookEnabledEventType",
    "WebhookEvent",
    "WebhookEventStatus",
    "WebhookEventType",
    "WebhookStatus",
)
