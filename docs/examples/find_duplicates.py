"""List customers who share a phone number, however it was typed. Needs QUENTLI_API_KEY."""

from __future__ import annotations

import re
from collections import defaultdict

from quentli_client.models import Customer

from quentli_query import Quentli

# The last ten digits of a Mexican number tell it apart, with or without +52 and the old 1 behind it.
DIGITS = 10


def main() -> None:
    by_phone: defaultdict[str, list[Customer]] = defaultdict(list)
    with Quentli() as quentli:
        for customer in quentli.customers.scan():
            digits = re.sub(r"\D", "", customer.phone_number or "")[-DIGITS:]
            if len(digits) == DIGITS:
                by_phone[digits].append(customer)

    for phone, customers in sorted(by_phone.items()):
        if len(customers) > 1:
            print(phone)
            for customer in sorted(customers, key=lambda each: each.created_at):
                print(f"  {customer.created_at:%Y-%m-%d}  {customer.id}  {customer.name}")


if __name__ == "__main__":
    main()
