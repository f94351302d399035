from enum import StrEnum


class DisplayMode(StrEnum):
    CUSTOM = "CUSTOM"
    CUSTOMER_PORTAL = "CUSTOMER_PORTAL"
    EMBEDDED = "EMBEDDED"

    def __str__(self) -> str:
        return str(self.value)
