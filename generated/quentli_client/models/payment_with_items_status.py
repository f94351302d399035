from enum import StrEnum


class PaymentWithItemsStatus(StrEnum):
    CANCELED = "CANCELED"
    COMPLETE = "COMPLETE"
    DISPUTED = "DISPUTED"
    INCOMPLETE = "INCOMPLETE"
    INITIATED = "INITIATED"
    REFUNDED = "REFUNDED"
    REVERTED = "REVERTED"

    def __str__(self) -> str:
        return str(self.value)
