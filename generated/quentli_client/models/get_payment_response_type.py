from enum import StrEnum


class GetPaymentResponseType(StrEnum):
    CARD = "CARD"
    CASH = "CASH"
    DIRECT_DEBIT = "DIRECT_DEBIT"
    OTHER = "OTHER"
    OXXO = "OXXO"
    TRANSFER = "TRANSFER"

    def __str__(self) -> str:
        return str(self.value)
