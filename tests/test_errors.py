"""Errors go from one process to another, as in a pool of processes, with all that they say."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import pytest
from support.stub_server import head, serve_bytes

from quentli_query import Q, Quentli, QuentliError, parse_filter
from quentli_query.sandbox import IgnoreFilter, Sandbox


def list_unverified() -> None:
    with (
        Sandbox(customers=30, faults=[IgnoreFilter("name")]) as sandbox,
        Quentli(sandbox.api_key, base_url=sandbox.url) as quentli,
    ):
        quentli.customers.list(Q.name.contains("nobody"))


def list_inferred() -> None:
    with Quentli("sk_1", strict=True) as quentli:
        quentli.customers.list(Q.name.ends_with("z"))


def list_from(*pieces: bytes) -> None:
    with serve_bytes(*pieces) as url, Quentli("sk_1", base_url=url, max_retries=0) as quentli:
        quentli.customers.list()


@pytest.mark.parametrize(
    ("kind", "cause"),
    [
        ("APIConnectionError", lambda: list_from(b"")),
        ("BadRequestError", lambda: list_from(head(status="400 x"), b"{}")),
        ("ResponseError", lambda: list_from(head("Content-Encoding: br"))),
        ("FilterParseError", lambda: parse_filter("nmae=Ana")),
        ("FilterTooLargeError", lambda: str(Q.id.not_in(map(str, range(2_000))))),
        ("FilterNotHonoredError", list_unverified),
        ("UndocumentedFilterError", list_inferred),
    ],
)
def test_errors_can_be_copied_and_pickled(kind: str, cause: Callable[[], object]) -> None:
    with pytest.raises(QuentliError) as caught:
        cause()
    error = caught.value
    for other in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert (type(other).__name__, str(other), vars(other)) == (kind, str(error), vars(error))
