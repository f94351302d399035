from enum import StrEnum


class PaymentSessionOrigin(StrEnum):
    API = "API"
    INVOICE = "INVOICE"
    LISTING = "LISTING"

    def __str__(self) -> str:
        return str(self.value)
