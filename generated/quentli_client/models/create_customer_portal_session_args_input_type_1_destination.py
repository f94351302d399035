from enum import StrEnum


class CreateCustomerPortalSessionArgsInputType1Destination(StrEnum):
    PREFERENCES = "preferences"

    def __str__(self) -> str:
        return str(self.value)
