"""Errors go from one process to another, as in a pool of processes, with all that they say."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import pytest

from quentli_query import (
    FilterNotHonoredError,
    FilterParseError,
    FilterTooLargeError,
    Q,
    Quentli,
    QuentliError,
    UndocumentedFilterError,
    parse_filter,
)
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


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
@pytest.mark.parametrize(
    ("kind", "cause"),
    [
        (FilterParseError, lambda: parse_filter("nmae=Ana")),
        (FilterTooLargeError, lambda: str(Q.id.not_in(map(str, range(2_000))))),
        (FilterNotHonoredError, list_unverified),
        (UndocumentedFilterError, list_inferred),
    ],
)
def test_errors_can_be_copied_and_pickled(
    kind: type[QuentliError],
    cause: Callable[[], object],
    again: Callable[[QuentliError], QuentliError],
) -> None:
    with pytest.raises(kind) as caught:
        cause()
    other = again(caught.value)
    assert type(other) is kind
    assert str(other) == str(caught.value)
    assert vars(other) == vars(caught.value)
