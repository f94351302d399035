from enum import StrEnum


class PaymentReminderType(StrEnum):
    CUSTOM = "CUSTOM"
    DUE = "DUE"
    FAILED_ATTEMPT = "FAILED_ATTEMPT"
    NEAR_DUE = "NEAR_DUE"
    NEAR_OVERDUE = "NEAR_OVERDUE"

    def __str__(self) -> str:
        return str(self.value)
