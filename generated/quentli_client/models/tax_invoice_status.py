from enum import StrEnum


class TaxInvoiceStatus(StrEnum):
    CANCELED = "CANCELED"
    DRAFT = "DRAFT"
    FAILED = "FAILED"
    PENDING = "PENDING"
    PENDING_CANCELLATION = "PENDING_CANCELLATION"
    VALID = "VALID"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
