from enum import StrEnum


class GetPaymentSessionResponseOrigin(StrEnum):
    API = "API"
    INVOICE = "INVOICE"
    LISTING = "LISTING"

    def __str__(self) -> str:
        return str(self.value)
