from enum import StrEnum


class PaymentType(StrEnum):
    CARD = "CARD"
    CASH = "CASH"
    DIRECT_DEBIT = "DIRECT_DEBIT"
    OTHER = "OTHER"
    OXXO = "OXXO"
    TRANSFER = "TRANSFER"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
