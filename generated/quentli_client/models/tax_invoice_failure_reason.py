from enum import StrEnum


class TaxInvoiceFailureReason(StrEnum):
    CFDI_USAGE_MISMATCH = "CFDI_USAGE_MISMATCH"
    ISSUE_DATE_OUT_OF_RANGE = "ISSUE_DATE_OUT_OF_RANGE"
    RFC_DOMICILE_MISMATCH = "RFC_DOMICILE_MISMATCH"
    RFC_LEGAL_NAME_MISMATCH = "RFC_LEGAL_NAME_MISMATCH"
    UNKNOWN = "UNKNOWN"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
