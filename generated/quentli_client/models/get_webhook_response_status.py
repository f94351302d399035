from enum import StrEnum


class GetWebhookResponseStatus(StrEnum):
    BROKEN = "BROKEN"
    DELETED = "DELETED"
    DISABLED = "DISABLED"
    ENABLED = "ENABLED"

    def __str__(self) -> str:
        return str(self.value)
