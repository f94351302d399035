from enum import StrEnum


class PaymentSessionOrigin(StrEnum):
    API = "API"
    INVOICE = "INVOICE"
    LISTING = "LISTING"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
