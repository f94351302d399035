"""The query of the README, shown at every stage: as Python, as strings, as sent, and as customers."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from itertools import islice

import httpx
from quentli_client.models import Customer
from rich import box
from rich.console import Console
from rich.table import Table

from quentli_query import Q, Quentli, QuentliError
from quentli_query.sandbox import Sandbox

SHOWN = 20


def main() -> int:
    """Run the query, and say what was asked of whom."""
    console = Console(highlight=False)
    filter_ = Q.name.contains("john") | Q.no_payments()
    order_by = Q.created_at.desc()
    console.print("[bold]expression[/]  ", end="")
    console.print(repr(filter_), markup=False)
    console.print("[bold]filter[/]      ", end="")
    console.print(str(filter_), markup=False)
    console.print("[bold]orderBy[/]     ", end="")
    console.print(str(order_by), markup=False)

    with ExitStack() as stack:
        sent: list[httpx.Request] = []
        http = stack.enter_context(httpx.Client(event_hooks={"request": [sent.append]}))
        quentli = stack.enter_context(_client(stack, http, console))
        try:
            customers = quentli.customers.list(filter_, order_by=order_by, take=SHOWN)
        except QuentliError as error:
            console.print(str(error), style="red", markup=False)
            return 1
        line = f"{sent[0].method} {sent[0].url.raw_path.decode()} HTTP/1.1"
        console.print("[bold]request[/]     ", end="")
        console.print(line, markup=False, soft_wrap=True)
        console.print(_table(list(islice(customers, SHOWN))))
        if customers.has_next_page():
            console.print(f"The first {SHOWN}; iterating goes on through the following pages.")
    return 0


def _client(stack: ExitStack, http: httpx.Client, console: Console) -> Quentli:
    if "QUENTLI_API_KEY" in os.environ:
        console.print("[bold]asking[/]      the real API, with the key in QUENTLI_API_KEY")
        return Quentli(http_client=http)
    sandbox = stack.enter_context(Sandbox(customers=250, seed=7))
    console.print(
        f"[bold]asking[/]      a sandbox with {len(sandbox.customers)} invented customers at {sandbox.url}"
    )
    return Quentli(sandbox.api_key, base_url=sandbox.url, http_client=http)


def _table(customers: list[Customer]) -> Table:
    table = Table("created (UTC)", "name", "phone", box=box.SIMPLE_HEAD)
    for customer in customers:
        table.add_row(f"{customer.created_at:%Y-%m-%d %H:%M}", customer.name, customer.phone_number or "-")
    return table


if __name__ == "__main__":
    sys.exit(main())
