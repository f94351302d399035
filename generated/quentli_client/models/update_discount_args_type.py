from enum import StrEnum


class UpdateDiscountArgsType(StrEnum):
    FIXED = "FIXED"
    PERCENTAGE = "PERCENTAGE"

    def __str__(self) -> str:
        return str(self.value)
