from enum import StrEnum


class CreateCustomerPortalSessionArgsInputType0Destination(StrEnum):
    HOME = "home"

    def __str__(self) -> str:
        return str(self.value)
