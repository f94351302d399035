from enum import StrEnum


class CollectionMethod(StrEnum):
    AUTOMATIC = "AUTOMATIC"
    NONE = "NONE"
    SEND_REMINDER = "SEND_REMINDER"

    def __str__(self) -> str:
        return str(self.value)
