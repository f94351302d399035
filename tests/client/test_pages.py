"""Pages with their responses, and progress through a long list."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

import pytest
from quentli_resources.registry import MAX_TAKE
from support.clients import Connect, RunSandbox
from support.constants import set_constant
from support.stub_server import StubServer

from quentli_query import NOTHING, Q, RawResponse, errors
from quentli_query.sandbox import IgnoreFilter, Sandbox


def test_a_page_with_its_response(sandbox: Sandbox, connect: Connect) -> None:
    customers = connect(sandbox).customers.with_raw_response
    answer = customers.list(Q.name.contains("ar"), order_by=Q.id.asc(), skip=2, take=5)
    assert isinstance(answer, RawResponse)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == answer.headers["content-type"] == "application/json"
    assert [record["id"] for record in json.loads(answer.body)] == [customer.id for customer in answer.parsed]
    assert len(answer.parsed) == 5
    assert sandbox.requests[-1].query.startswith("filter=")
    assert repr(answer) == "RawResponse(status=200)"


def test_no_or_several_requests_have_no_single_response(sandbox: Sandbox, connect: Connect) -> None:
    customers = connect(sandbox).customers.with_raw_response
    before = len(sandbox.requests)
    with pytest.raises(errors.ParameterError, match="NOTHING is answered without a request"):
        customers.list(NOTHING)
    with pytest.raises(errors.FilterTooLargeError, match="takes 4 requests"):
        customers.list(Q.id.in_([f"cus_{number:020}" for number in range(250)]))
    assert len(sandbox.requests) == before


def test_a_raw_page_is_checked_like_any_other(
    server: StubServer, run_sandbox: RunSandbox, connect: Connect
) -> None:
    server.answer([{"id": "cus_1"}])
    with pytest.raises(errors.ResponseError, match="cus_1"):
        connect(server).customers.with_raw_response.list()
    ignoring = connect(run_sandbox(IgnoreFilter("name"), customers=10))
    with pytest.raises(errors.FilterNotHonoredError):
        ignoring.customers.with_raw_response.list(Q.name == "Nobody")


def test_on_page_is_called_before_the_records_of_each_page(sandbox: Sandbox, connect: Connect) -> None:
    seen: list[str] = []
    page = connect(sandbox).customers.list(take=40, on_page=lambda page: seen.append(repr(page)))
    assert seen == []
    customers = iter(page)
    next(customers)
    assert re.findall(r"skip=([0-9]+)", str(seen)) == ["0"]
    assert sum(1 for _ in customers) == 249
    assert re.findall(r"skip=([0-9]+)", str(seen)) == [str(skip) for skip in range(0, 250, 40)]
    assert [len(each.data) for each in page.pages()] == [40] * 6 + [10]
    assert seen[7:] == seen[:7]
    assert repr(page.next_page()) == seen[1]


@pytest.mark.parametrize(("module", "lines"), [("rich.progress", 250 // MAX_TAKE + 2), ("none", 1)])
def test_progress_is_shown_on_standard_error(
    module: str,
    lines: int,
    sandbox: Sandbox,
    connect: Connect,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)  # without rich.progress, each page is a line here
    set_constant(monkeypatch, "SECONDS_PER_LINE", 0)
    pages: list[Any] = []
    assert len(list(connect(sandbox).customers.list(progress=True, on_page=pages.append))) == 250
    shown = capsys.readouterr()
    assert shown.out == ""
    assert len(re.findall(r"\b[0-9]+ records, [0-9,]+ a second", shown.err)) == lines
    assert re.search(r"\b250 records", shown.err.splitlines()[-1])
    assert len(pages) == 250 // MAX_TAKE + 1
