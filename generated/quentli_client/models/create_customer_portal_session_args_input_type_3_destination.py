from enum import StrEnum


class CreateCustomerPortalSessionArgsInputType3Destination(StrEnum):
    SUBSCRIPTION_HOME = "subscription-home"

    def __str__(self) -> str:
        return str(self.value)
