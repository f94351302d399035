"""How much of the processor's time each record takes, from the socket to a typed object."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from time import process_time_ns
from typing import Any

import httpx
from attrs import frozen
from pydantic import BaseModel, ConfigDict, TypeAdapter
from pydantic.alias_generators import to_camel

from quentli_query import Q, Quentli
from scripts.benchmarks import names
from scripts.benchmarks.measuring import Benchmark
from scripts.benchmarks.sandboxes import Sandboxes, Server
from scripts.benchmarks.units import MICROSECONDS, MILLISECONDS

PAGE = 100
ALL = Q.created_at >= datetime(2000, 1, 1, tzinfo=UTC)
"""A filter that all customers satisfy."""


class Entry(BaseModel):
    """An entry of a customer's metadata."""

    key: str
    value: str


class PydanticCustomer(BaseModel):
    """What one would write by hand: the fields of the generated model."""

    model_config = ConfigDict(alias_generator=to_camel, extra="allow")

    id: str
    created_at: datetime
    updated_at: datetime
    name: str
    username: str
    email: str | None
    phone_number: str | None
    organization_id: str
    secondary_phone_number: str | None
    archived_at: datetime | None
    archived_by_id: str | None
    accepted_service_agreement: bool
    skip_tax_invoice: bool
    email_verified: bool
    phone_number_verified: bool
    has_changed_password: bool
    signature_accepted_at: datetime | None
    opted_out_whatsapp_at: datetime | None
    opted_in_whatsapp_at: datetime | None
    started_whatsapp_at: datetime | None
    reply_with_assistant: bool | None
    metadata: list[Entry] | None = None
    meta: dict[str, str] | None = None


CUSTOMERS = TypeAdapter(list[PydanticCustomer])


def records(sandboxes: Sandboxes) -> list[Benchmark]:
    """Going through all customers, beside the shortest loop that does, and beside one with pydantic."""
    server = sandboxes.prompt
    loops: dict[str, Callable[[Server], int]] = {
        names.BARE: partial(_by_hand, json.loads),
        names.PYDANTIC: partial(_by_hand, CUSTOMERS.validate_json),
        names.CLIENT: _client,
        names.CLIENT_FILTERING: partial(_client, filter=ALL),
        names.CLIENT_TRUSTING: partial(_client, filter=ALL, verify=False),
    }
    contestants = [ProcessorTime(name, run, server) for name, run in loops.items()]
    note = (
        "The processor's time of this process alone, for pages of 100, one after the other, making a client "
        "included. The filter is one that all customers satisfy. Python's garbage collector works as always."
    )
    return [Benchmark(names.PROCESS, contestants, names.BARE, note, MILLISECONDS, MICROSECONDS)]


@frozen
class ProcessorTime:
    """A loop over all customers, without the time in which it waits."""

    name: str
    run: Callable[[Server], int]
    server: Server
    form: str | None = None

    @property
    def per(self) -> int:
        """How many customers there are."""
        return self.server.customers

    def output(self) -> str:
        """Nothing is written."""
        return ""

    def time(self, calls: int) -> float:
        """Nanoseconds that the loop keeps the processor busy."""
        start = process_time_ns()
        found = [self.run(self.server) for _ in range(calls)]
        taken = process_time_ns() - start
        for count in found:
            self.server.require_all(count)
        return taken / calls


def _client(server: Server, **options: Any) -> int:
    with Quentli(server.api_key, base_url=server.url) as quentli:
        return sum(1 for _ in quentli.customers.list(prefetch=0, **options))


def _by_hand(read: Callable[[bytes], list[Any]], server: Server) -> int:
    headers = {"Authorization": f"Bearer {server.api_key}"}
    with httpx.Client(base_url=server.url, headers=headers) as client:
        return sum(1 for page in _pages(client, read) for _ in page)


def _pages(client: httpx.Client, read: Callable[[bytes], list[Any]]) -> Iterator[list[Any]]:
    skip = 0
    while True:
        answer = client.get("/v1/customers", params={"skip": skip, "take": PAGE})
        answer.raise_for_status()
        page = read(answer.content)
        yield page
        if len(page) < PAGE:
            return
        skip += PAGE
