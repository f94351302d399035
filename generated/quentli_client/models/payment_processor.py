from enum import StrEnum


class PaymentProcessor(StrEnum):
    FISERV = "FISERV"
    KUSHKI = "KUSHKI"
    QUENTLI = "QUENTLI"
    SANTANDER = "SANTANDER"
    STRIPE = "STRIPE"
    TAPI = "TAPI"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return str(self.value)
