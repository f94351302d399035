from enum import StrEnum


class DisplayMode(StrEnum):
    CUSTOM = "CUSTOM"
    CUSTOMER_PORTAL = "CUSTOMER_PORTAL"
    EMBEDDED = "EMBEDDED"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
