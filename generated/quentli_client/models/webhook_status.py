from enum import StrEnum


class WebhookStatus(StrEnum):
    BROKEN = "BROKEN"
    DELETED = "DELETED"
    DISABLED = "DISABLED"
    ENABLED = "ENABLED"

    def __str__(self) -> str:
        return str(self.value)
