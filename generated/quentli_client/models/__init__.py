"""Contains all the data models used in inputs/outputs"""

from .customer import Customer
from .customer_meta import CustomerMeta
from .customer_metadata_item import CustomerMetadataItem
from .user_error import UserError
from .user_error_error import UserErrorError
from .validation_error import ValidationError
from .validation_error_error import ValidationErrorError
from .validation_error_error_issues_item import ValidationErrorErrorIssuesItem

__all__ = (
    "Customer",
    "CustomerMeta",
    "CustomerMetadataItem",
    "UserError",
    "UserErrorError",
    "ValidationError",
    "ValidationErrorError",
    "ValidationErrorErrorIssuesItem",
)
