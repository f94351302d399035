from enum import StrEnum


class PaymentSessionStatus(StrEnum):
    CANCELED = "CANCELED"
    EXPIRED = "EXPIRED"
    FINALIZED = "FINALIZED"
    PENDING = "PENDING"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
