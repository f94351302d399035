from enum import StrEnum


class WebhookStatus(StrEnum):
    BROKEN = "BROKEN"
    DELETED = "DELETED"
    DISABLED = "DISABLED"
    ENABLED = "ENABLED"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
