from enum import StrEnum


class PaymentMethodType(StrEnum):
    CARD = "CARD"
    MEXICAN_BANK_ACCOUNT = "MEXICAN_BANK_ACCOUNT"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
