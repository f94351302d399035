from enum import StrEnum


class CreateTaxInvoiceArgsInputType(StrEnum):
    TAX_INVOICE_PPD = "TAX_INVOICE_PPD"
    TAX_INVOICE_PUE = "TAX_INVOICE_PUE"
    TAX_RECEIPT = "TAX_RECEIPT"

    def __str__(self) -> str:
        return str(self.value)
