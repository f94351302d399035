from enum import StrEnum


class PaymentMethodType(StrEnum):
    CARD = "CARD"
    MEXICAN_BANK_ACCOUNT = "MEXICAN_BANK_ACCOUNT"

    def __str__(self) -> str:
        return str(self.value)
