from enum import StrEnum


class WebhookEventStatus(StrEnum):
    FAILED = "FAILED"
    PENDING = "PENDING"
    RETRYING = "RETRYING"
    SUCCESSFUL = "SUCCESSFUL"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
