from enum import StrEnum


class CollectionInterval(StrEnum):
    DAY = "DAY"
    FORTNIGHT = "FORTNIGHT"
    MONTH = "MONTH"
    WEEK = "WEEK"
    YEAR = "YEAR"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
