from enum import StrEnum


class PaymentSessionStatus(StrEnum):
    CANCELED = "CANCELED"
    EXPIRED = "EXPIRED"
    FINALIZED = "FINALIZED"
    PENDING = "PENDING"

    def __str__(self) -> str:
        return str(self.value)
