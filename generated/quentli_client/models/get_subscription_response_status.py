from enum import StrEnum


class GetSubscriptionResponseStatus(StrEnum):
    ACTIVE = "ACTIVE"
    CANCELED = "CANCELED"
    COMPLETED = "COMPLETED"
    INACTIVE = "INACTIVE"

    def __str__(self) -> str:
        return str(self.value)
