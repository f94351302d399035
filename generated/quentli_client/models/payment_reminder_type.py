from enum import StrEnum


class PaymentReminderType(StrEnum):
    CUSTOM = "CUSTOM"
    DUE = "DUE"
    FAILED_ATTEMPT = "FAILED_ATTEMPT"
    NEAR_DUE = "NEAR_DUE"
    NEAR_OVERDUE = "NEAR_OVERDUE"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
