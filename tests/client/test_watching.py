"""Pages with their answers, and what is told of a long list."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

import pytest
from support.stub_server import StubServer as Answering

from quentli_query import (
    NOTHING,
    AsyncQuentli,
    FilterNotHonoredError,
    FilterTooLargeError,
    ParameterError,
    Q,
    Quentli,
    RawResponse,
    ResponseError,
)
from quentli_query.sandbox import IgnoreFilter, Sandbox


def raw(sandbox_url: str, key: str, kind: str, *arguments: Any, **options: Any) -> RawResponse[Any]:
    async def awaited() -> RawResponse[Any]:
        async with AsyncQuentli(key, base_url=sandbox_url) as quentli:
            return await quentli.customers.with_raw_response.list(*arguments, **options)

    if kind == "async":
        return asyncio.run(awaited())
    with Quentli(key, base_url=sandbox_url) as quentli:
        return quentli.customers.with_raw_response.list(*arguments, **options)


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_page_with_its_answer(kind: str, sandbox: Sandbox) -> None:
    answer = raw(
        sandbox.url, sandbox.api_key, kind, Q.name.contains("ar"), order_by=Q.id.asc(), skip=2, take=5
    )
    assert answer.status == 200
    assert answer.headers["Content-Type"] == answer.headers["content-type"] == "application/json"
    assert [record["id"] for record in json.loads(answer.body)] == [customer.id for customer in answer.parsed]
    assert len(answer.parsed) == 5
    assert sandbox.requests[-1].query.startswith("filter=")
    assert repr(answer) == "RawResponse(status=200)"


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_there_is_no_answer_where_none_or_several_are_asked_for(kind: str, sandbox: Sandbox) -> None:
    before = len(sandbox.requests)
    with pytest.raises(ParameterError, match="NOTHING is answered without a request"):
        raw(sandbox.url, sandbox.api_key, kind, NOTHING)
    with pytest.raises(FilterTooLargeError, match="takes 8 requests"):
        raw(sandbox.url, sandbox.api_key, kind, Q.id.in_([f"cus_{number:020}" for number in range(500)]))
    assert len(sandbox.requests) == before


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_an_answer_is_checked_like_any_other(kind: str, answering: Answering) -> None:
    answering.body = b'[{"id": "cus_1"}]'
    with pytest.raises(ResponseError, match="cus_1"):
        raw(answering.url, "sk_1", kind)
    with (
        Sandbox(customers=10, faults=[IgnoreFilter("name")]) as sandbox,
        pytest.raises(FilterNotHonoredError),
    ):
        raw(sandbox.url, sandbox.api_key, kind, Q.name == "Nobody")


def test_each_page_is_told_of_before_its_records(quentli: Quentli) -> None:
    told: list[int] = []
    page = quentli.customers.list(take=100, on_page=lambda page: told.append(len(page.data)))
    assert told == []
    customers = iter(page)
    next(customers)
    assert told == [100]
    assert sum(1 for _ in customers) == 249
    assert told == [100, 100, 50]


def test_each_page_is_told_of_when_awaited(sandbox: Sandbox) -> None:
    async def told() -> list[str]:
        pages: list[str] = []
        async with AsyncQuentli(sandbox.api_key, base_url=sandbox.url) as quentli:
            page = await quentli.customers.list(take=100, on_page=lambda page: pages.append(repr(page)))
            assert len([customer async for customer in page]) == 250
            assert [len(each.data) async for each in page.pages()] == [100, 100, 50]
            assert repr(await page.next_page()) == pages[1]
        return pages

    assert re.findall(r"skip=([0-9]+)", str(asyncio.run(told()))) == ["0", "100", "200"] * 2


def test_progress_is_shown(quentli: Quentli, capsys: pytest.CaptureFixture[str]) -> None:
    told: list[Any] = []
    assert len(list(quentli.customers.list(progress=True, on_page=told.append))) == 250
    assert "250 records" in capsys.readouterr().out
    assert len(told) == 3


def test_progress_without_rich_says_what_to_install(
    quentli: Quentli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rich.progress", None)
    with pytest.raises(ModuleNotFoundError, match=r"quentli-query\[progress\]"):
        quentli.customers.list(progress=True)


def test_what_cannot_be_told_or_checked_is_refused_before_any_request(sandbox: Sandbox) -> None:
    async def awaited(method: str, options: dict[str, Any]) -> None:
        async with AsyncQuentli(sandbox.api_key, base_url=sandbox.url) as client:
            await getattr(client.customers, method)(**options)

    before = len(sandbox.requests)
    with Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        for method, options, message in (
            ("list", {"on_page": 5}, "on_page=5: it is called with each page"),
            ("list", {"progress": "x"}, "progress='x': it has to be True or False"),
            ("list", {"verify": "no"}, "verify='no': it has to be True or False"),
            ("list", {"verify": 0, "filter": NOTHING}, "verify=0: it has to be True or False"),
            ("scan", {"verify": "no"}, "verify='no': it has to be True or False"),
        ):
            with pytest.raises(ParameterError, match=message):
                getattr(quentli.customers, method)(**options)
            with pytest.raises(ParameterError, match=message):
                asyncio.run(awaited(method, options))
        with pytest.raises(ParameterError, match="verify='no'"):
            quentli.customers.with_raw_response.list(verify="no")  # type: ignore[arg-type]
    assert len(sandbox.requests) == before


def test_options_change_for_a_client_over_the_same_connections(sandbox: Sandbox) -> None:
    with Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        with quentli.with_options(timeout=5.0, max_retries=0, strict=True) as strict:
            assert len(strict.customers.list(take=3).data) == 3
            with pytest.raises(Exception, match="only inferred"):
                strict.customers.list(~Q.name.contains("a"))
        assert len(quentli.customers.list(~Q.name.contains("a"), take=3).data) == 3
        wrong: Any = {"retries": 3, "api_key": "sk_other"}
        with pytest.raises(
            ParameterError,
            match="does not know api_key, retries; it takes timeout, max_retries, strict, verify, lenient, limits",
        ):
            quentli.with_options(**wrong)


def test_options_change_when_awaited(sandbox: Sandbox) -> None:
    async def main() -> None:
        async with AsyncQuentli(sandbox.api_key, base_url=sandbox.url) as quentli:
            other = quentli.with_options(verify=False)
            assert len((await other.customers.list(take=3)).data) == 3
            await other.close()
            assert await quentli.customers.exists()
            assert repr(quentli) == f"AsyncQuentli(base_url={sandbox.url!r})"

    asyncio.run(main())
