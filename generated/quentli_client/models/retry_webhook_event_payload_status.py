from enum import StrEnum


class RetryWebhookEventPayloadStatus(StrEnum):
    FAILED = "FAILED"
    PENDING = "PENDING"
    RETRYING = "RETRYING"
    SUCCESSFUL = "SUCCESSFUL"

    def __str__(self) -> str:
        return str(self.value)
