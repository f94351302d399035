from enum import StrEnum


class PaymentProcessor(StrEnum):
    FISERV = "FISERV"
    KUSHKI = "KUSHKI"
    QUENTLI = "QUENTLI"
    SANTANDER = "SANTANDER"
    STRIPE = "STRIPE"
    TAPI = "TAPI"

    def __str__(self) -> str:
        return str(self.value)
