"""`python -m quentli_query.probe` against servers that honor, ignore, refuse and misread."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from quentli_resources.registry import LISTS, MAX_TAKE

from quentli_query import probe
from quentli_query.filters.operators import OPPOSITE
from quentli_query.sandbox import (
    CappedTake,
    ErrorStatus,
    Fault,
    Html,
    IgnoreFilter,
    IgnoreParameter,
    IgnoreQueryStyle,
    LongLists,
    Microseconds,
    Sandbox,
    ShuffledTies,
    SingleOrder,
    UnescapedWildcards,
)


@pytest.fixture(scope="module")
def running() -> Iterator[Sandbox]:
    with Sandbox(customers=40) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    monkeypatch.setenv("QUENTLI_API_KEY", running.api_key)
    running.misbehave()
    return running


Run = Callable[..., list[dict[str, str]]]


@pytest.fixture
def run(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> Run:
    """Probe a sandbox, and return the results after a look at the whole of the output."""

    def probe_sandbox(*arguments: str, of: Sandbox = sandbox) -> list[dict[str, str]]:
        before = len(of.requests)
        probe.main(["--base-url", of.url, "--json", *arguments])
        captured = capsys.readouterr()
        report = json.loads(captured.out)
        sent = of.requests[before:]
        assert set(report) == {"requests", "results"}
        assert report["requests"] == len(sent)
        assert {request.method for request in sent} == {"GET"}
        keys = ["list", "field", "operator", "style", "outcome", "reason"]
        assert all(list(result) == keys for result in report["results"])
        for customer in of.customers:
            for key in ("id", "name", "username", "email", "phoneNumber", "createdAt"):
                assert str(customer[key]) not in captured.out or customer[key] is None
        results: list[dict[str, str]] = report["results"]
        return results

    return probe_sandbox


# What the sandbox refuses in any mode: values out of bounds, and groups too deep for qs.
BOUNDS = dict.fromkeys(["skip=-1", "take=0", f"take={MAX_TAKE + 1}", "AND, depth 7"], "refused")
OPERATORS = [f"NOT {each.key}" if each.negated else each.key for each in OPPOSITE]
NEGATED = [*(each for each in OPERATORS if each.startswith("NOT ")), "NOT contains, null"]
OTHER_QUESTIONS = 20
WILDCARDS = ["contains _", "contains %"]
GROUPS = ["OR", "OR, 21 alternatives in groups", "OR, 21 alternatives in one list"]
NESTED = ["equals string ignored", "AND, depth 6 refused", "AND, depth 8 refused", f"{GROUPS[1]} refused"]


def asks_lt(request: Any) -> bool:
    return bool(re.search(r"%5Blt%5D(=|%3D)", request.query))


# Faults with the outcomes that differ from those of a server without one. Faults about different questions share a run.
SERVERS: list[dict[Fault | None, list[str]]] = [
    {None: ["OR, 21 alternatives in one list refused"]},  # a list limit of 20
    {LongLists(): [], Microseconds(): [], CappedTake(MAX_TAKE - 1): []},
    {
        LongLists(): [],
        IgnoreFilter("NOT"): [f"{each} ignored" for each in NEGATED],
        IgnoreFilter("noPayments"): ["flag ignored"],
        SingleOrder(): ["orderBy two keys refused"],
        IgnoreParameter("skip"): ["skip=1 ignored", "skip=-1 ignored"],
        ErrorStatus(400, message="no lt", only=asks_lt): ["lt refused"],
    },
    {
        LongLists(): [],
        IgnoreQueryStyle("nested"): ["equals nested ignored"],
        IgnoreFilter("AND"): ["AND, depth 3 ignored", "AND, depth 5 ignored", "AND, depth 7 ignored"],
        UnescapedWildcards(): [f"{each} ignored" for each in WILDCARDS],
        IgnoreParameter("orderBy"): ["orderBy two keys ignored", "orderBy text ignored"],
        ErrorStatus(500, only=asks_lt): ["lt unknown"],
    },
    {LongLists(): [], IgnoreFilter("OR"): [f"{each} ignored" for each in (*GROUPS, *WILDCARDS)]},
    {LongLists(): [], IgnoreQueryStyle("string"): NESTED},
]


@pytest.mark.parametrize("faults", SERVERS)
def test_the_outcomes_are_those_of_the_server(
    faults: dict[Any, list[str]], sandbox: Sandbox, run: Run
) -> None:
    sandbox.misbehave(*filter(None, faults))
    results = run("--only", "customers")
    outcomes = {f"{each['operator']} {each['style']}" if each["operator"] == "equals" else each["operator"]: each["outcome"] for each in results}  # fmt: skip
    others = dict(each.rsplit(" ", 1) for several in faults.values() for each in several)
    expected = {key: BOUNDS.get(key, "honored") for key in outcomes}
    assert outcomes == {**expected, **others}
    assert len(outcomes) == len(OPERATORS) + OTHER_QUESTIONS


def test_shuffled_ties_leave_more_unknown_and_nothing_wrong(sandbox: Sandbox, run: Run) -> None:
    sandbox.misbehave(LongLists(), ShuffledTies())
    results = run("--only", "customers")
    wrong = {each["operator"] for each in results if each["outcome"] in ("ignored", "refused")}
    # A page that begins with the first record by chance looks as if skip were ignored.
    assert wrong <= {*BOUNDS, "skip=1"}
    assert sum(each["outcome"] == "honored" for each in results) > 20


def test_a_filter_that_is_ignored_as_a_whole(sandbox: Sandbox, run: Run) -> None:
    sandbox.misbehave(IgnoreParameter("filter"))
    results = run("--only", "customers")
    not_filters = ("skip=", "take=", "orderBy")
    outcomes = {each["outcome"] for each in results if not each["operator"].startswith(not_filters)}
    assert outcomes == {"ignored"}


def test_every_list_and_operator_is_asked_within_the_cap(sandbox: Sandbox, run: Run) -> None:
    results = run()
    asked = {(each["list"], each["operator"]) for each in results}
    assert asked >= {*product(LISTS, OPERATORS)}
    fields = {(each["field"], each["operator"]) for each in results}
    assert {("noPayments", "flag"), ("customer.id", "equals"), ("amount", "gt")} <= fields
    # The sandbox makes no records of lists that it doesn't know yet.
    answers = [each["outcome"] for each in results if sandbox.records(each["list"])]
    assert answers.count("honored") > len(answers) - 12
    assert not [each for each in results if "not asked" in each["reason"]]


def test_the_cap_is_said_and_kept(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    probe.main(["--base-url", sandbox.url, "--max-requests", "5", "--only", "payment-concepts"])
    captured = capsys.readouterr()
    assert "at most 5 GET requests" in captured.err
    heading, first, *_, last, empty, total = captured.out.splitlines()
    assert (empty, total) == ("", "5 requests")
    assert heading.split() == ["list", "field", "operator", "style", "outcome", "reason"]
    assert "honored" in first
    assert "unknown  not asked: the cap of 5 requests is reached" in last


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (ErrorStatus(404), "status 404: Not Found"),
        (ErrorStatus(429), "status 429: Too Many Requests"),
        (Html(), "no answer that can be read (JSONDecodeError)"),
    ],
)
def test_a_list_that_gives_no_records_is_unknown(
    fault: Fault, reason: str, sandbox: Sandbox, run: Run
) -> None:
    sandbox.misbehave(fault)
    (result,) = run("--only", "webhooks")
    assert list(result.values()) == ["webhooks", "", "", "", "unknown", reason]


@pytest.mark.parametrize("customers", [0, 1])
def test_nothing_is_claimed_without_records_to_tell_apart(
    customers: int, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    with Sandbox(customers=customers) as small:
        monkeypatch.setenv("QUENTLI_API_KEY", small.api_key)
        results = run("--only", "customers", of=small)
    filters = [each for each in results if not each["operator"].startswith(("skip", "take"))]
    assert {each["outcome"] for each in filters if "depth" not in each["operator"]} == {"unknown"}


def test_words_of_the_server_are_quoted_without_records(sandbox: Sandbox, run: Run) -> None:
    someone = sandbox.customers[3]
    words = f"cannot say {someone['name']} ({someone['email']}, {someone['createdAt']}) with a gt"
    sandbox.misbehave(ErrorStatus(400, message=words, only=lambda request: "gt" in request.query))
    results = run("--only", "customers")
    refused = [each["reason"] for each in results if each["operator"] == "gt"]
    assert refused == ["status 400: cannot say [...] ([...], [...]) with a gt"]


def test_a_key_that_is_not_valid_ends_it(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUENTLI_API_KEY", "sk_other")
    with pytest.raises(SystemExit, match="1"):
        probe.main(["--base-url", sandbox.url])
    assert "not authenticated" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--only", "clients"], "no list clients; there are customers, payment_concepts"),
        (["--max-requests", "0"], "'0' is no whole number from 1 on"),
    ],
)
def test_wrong_arguments_are_refused(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        probe.main(arguments)
    assert message in capsys.readouterr().err


def test_it_runs_as_a_program() -> None:
    program = [sys.executable, "-m", "quentli_query.probe", "--help"]
    assert "QUENTLI_API_KEY" in subprocess.run(program, capture_output=True, text=True, check=True).stdout
