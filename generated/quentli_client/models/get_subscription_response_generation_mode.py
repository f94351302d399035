from enum import StrEnum


class GetSubscriptionResponseGenerationMode(StrEnum):
    AUTO = "AUTO"
    MANUAL = "MANUAL"

    def __str__(self) -> str:
        return str(self.value)
