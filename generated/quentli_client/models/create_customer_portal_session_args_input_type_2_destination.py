from enum import StrEnum


class CreateCustomerPortalSessionArgsInputType2Destination(StrEnum):
    INVOICE_CHECKOUT = "invoice-checkout"

    def __str__(self) -> str:
        return str(self.value)
