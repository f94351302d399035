"""The query of the README: the expression, the strings, the request line, and the customers."""

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

COUNT = 20


def main() -> int:
    """Run the query, and print each stage. Return the exit status: 1 if the request failed."""
    console = Console(highlight=False)
    filter_ = Q.name.contains("john") | Q.no_payments()
    order_by = Q.created_at.desc()
    _print_stage(console, "expression", repr(filter_))
    _print_stage(console, "filter", str(filter_))
    _print_stage(console, "orderBy", str(order_by))

    with ExitStack() as stack:
        sent: list[httpx.Request] = []
        http = stack.enter_context(httpx.Client(event_hooks={"request": [sent.append]}))
        quentli = stack.enter_context(_create_client(stack, http, console))
        try:
            customers = quentli.customers.list(filter_, order_by=order_by, take=COUNT)
        except QuentliError as error:
            console.print(str(error), style="red", markup=False)
            return 1
        _print_stage(console, "request", f"{sent[0].method} {sent[0].url.raw_path.decode()} HTTP/1.1")
        console.print(_build_table(list(islice(customers, COUNT))))
        if customers.has_next_page():
            console.print(f"The first {COUNT}; iteration continues with the next pages.")
    return 0


def _print_stage(console: Console, label: str, text: str) -> None:
    console.print(f"[bold]{label:<12}[/]", end="")
    console.print(text, markup=False, soft_wrap=True)


def _create_client(stack: ExitStack, http: httpx.Client, console: Console) -> Quentli:
    if "QUENTLI_API_KEY" in os.environ:
        _print_stage(console, "server", "the real API, with the key in QUENTLI_API_KEY")
        return Quentli(http_client=http)
    sandbox = stack.enter_context(Sandbox(customers=250, seed=7))
    _print_stage(
        console, "server", f"a sandbox with {len(sandbox.customers)} generated customers at {sandbox.url}"
    )
    return Quentli(sandbox.api_key, base_url=sandbox.url, http_client=http)


def _build_table(customers: list[Customer]) -> Table:
    table = Table("created (UTC)", "name", "phone", box=box.SIMPLE_HEAD)
    for customer in customers:
        table.add_row(f"{customer.created_at:%Y-%m-%d %H:%M}", customer.name, customer.phone_number or "-")
    return table


if __name__ == "__main__":
    sys.exit(main())
