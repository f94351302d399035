from enum import StrEnum


class CollectionMethod(StrEnum):
    AUTOMATIC = "AUTOMATIC"
    NONE = "NONE"
    SEND_REMINDER = "SEND_REMINDER"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
