"""CPU time per record, from the socket to a typed object."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from time import process_time_ns
from typing import Any

import httpx
from pydantic import BaseModel, ConfigDict, TypeAdapter
from pydantic.alias_generators import to_camel

from quentli_query import Q, Quentli
from scripts.benchmarks import names
from scripts.benchmarks.measurement import Benchmark, Contestant
from scripts.benchmarks.sandboxes import Sandboxes, Server
from scripts.benchmarks.units import MICROSECONDS, MILLISECONDS

PAGE_SIZE = 100
ALL = Q.created_at >= datetime(2000, 1, 1, tzinfo=UTC)
"""A filter that all customers match."""


class Entry(BaseModel):
    """An entry of the metadata of a customer."""

    key: str
    value: str


class PydanticCustomer(BaseModel):
    """A customer with the fields of the generated model, written by hand."""

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


def create_cpu_time_benchmark(sandboxes: Sandboxes) -> Benchmark:
    """Create the benchmark that compares the client with short loops on httpx."""
    server = sandboxes.near
    loops: dict[str, Callable[[Server], int]] = {
        names.HTTPX_AND_JSON: partial(_count_with_httpx, json.loads),
        names.HTTPX_AND_PYDANTIC: partial(_count_with_httpx, CUSTOMERS.validate_json),
        names.QUENTLI_QUERY: _count_with_client,
        names.CLIENT_WITH_FILTER: partial(_count_with_client, filter=ALL),
        names.CLIENT_UNVERIFIED: partial(_count_with_client, filter=ALL, verify=False),
    }
    contestants = [
        Contestant(name, partial(_measure_cpu_time, count, server), server.customers)
        for name, count in loops.items()
    ]
    note = (
        "CPU time of this process, for creating a client and requesting pages of 100 one by one. All "
        "customers match the filter. Python's garbage collector runs as usual."
    )
    return Benchmark(names.CPU_TIME, contestants, names.HTTPX_AND_JSON, note, MILLISECONDS, MICROSECONDS)


def _measure_cpu_time(count: Callable[[Server], int], server: Server, calls: int) -> float:
    start = process_time_ns()
    counts = [count(server) for _ in range(calls)]
    elapsed = process_time_ns() - start
    for received in counts:
        server.check_count(received)
    return elapsed / calls


def _count_with_client(server: Server, **options: Any) -> int:
    with Quentli(server.api_key, base_url=server.url) as quentli:
        return sum(1 for _ in quentli.customers.list(prefetch=0, **options))


def _count_with_httpx(decode: Callable[[bytes], list[Any]], server: Server) -> int:
    headers = {"Authorization": f"Bearer {server.api_key}"}
    with httpx.Client(base_url=server.url, headers=headers) as client:
        return sum(1 for page in _iterate_pages(client, decode) for _ in page)


def _iterate_pages(client: httpx.Client, decode: Callable[[bytes], list[Any]]) -> Iterator[list[Any]]:
    skip = 0
    while True:
        response = client.get("/v1/customers", params={"skip": skip, "take": PAGE_SIZE})
        response.raise_for_status()
        page = decode(response.content)
        yield page
        if len(page) < PAGE_SIZE:
            return
        skip += PAGE_SIZE
