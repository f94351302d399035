from enum import StrEnum


class TaxInvoiceType(StrEnum):
    TAX_INVOICE_PPD = "TAX_INVOICE_PPD"
    TAX_INVOICE_PUE = "TAX_INVOICE_PUE"
    TAX_RECEIPT = "TAX_RECEIPT"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
