from enum import StrEnum


class PaymentStatus(StrEnum):
    CANCELED = "CANCELED"
    COMPLETE = "COMPLETE"
    DISPUTED = "DISPUTED"
    INCOMPLETE = "INCOMPLETE"
    INITIATED = "INITIATED"
    REFUNDED = "REFUNDED"
    REVERTED = "REVERTED"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
