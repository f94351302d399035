from enum import StrEnum


class UpdateWebhookArgsInputDataStatus(StrEnum):
    BROKEN = "BROKEN"
    DELETED = "DELETED"
    DISABLED = "DISABLED"
    ENABLED = "ENABLED"

    def __str__(self) -> str:
        return str(self.value)
