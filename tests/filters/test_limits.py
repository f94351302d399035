"""Limits: how large a filter may become, and the error for a larger one."""

from __future__ import annotations

import re
from typing import Any

import pytest

from quentli_query import ConfigurationError, Filter, FilterTooLargeError, Limits, PaymentQ, Q, any_of
from quentli_query.filters.compiler import encode_value
from quentli_query.filters.expressions import MAX_LEVELS

A, B = Q.name.contains("a"), Q.email.contains("b")
TOO_DEEP = (A | B) & (~A | Q.no_payments())
"""`AND[0][OR][0][NOT][name][contains]` is six levels below its top key."""


def ids(count: int) -> list[str]:
    return [f"cus_{n}" for n in range(count)]


def refusal(filter_: Filter[Any], limits: Limits | None = None) -> FilterTooLargeError:
    with pytest.raises(FilterTooLargeError) as caught:
        filter_.to_qs(limits or Limits())
    return caught.value


@pytest.mark.parametrize(
    ("limit", "value"),
    [
        ("list_items", 1),
        ("depth", 0),
        ("pairs", 0),
        ("url_bytes", 0),
        ("depth", "5"),
        ("pairs", None),
        ("depth", True),
    ],
)
def test_limits_that_let_nothing_through_are_refused(limit: Any, value: Any) -> None:
    narrowest = Limits(list_items=2, depth=1, pairs=1, url_bytes=1)
    assert A.to_qs(narrowest) == "name[contains]=a"
    least = getattr(narrowest, limit)
    message = rf"Limits\({limit}={value!r}\): a whole number from {least} on"
    with pytest.raises(ConfigurationError, match=message):
        Limits(**{limit: value})


def test_one_pair_may_be_too_deep() -> None:
    deepest = any_of(~PaymentQ.customer.name.contains("a"))
    assert str(deepest) == "OR[0][NOT][customer][name][contains]=a"
    with pytest.raises(FilterTooLargeError, match="6 levels"):
        deepest.to_qs(query_style="nested")


def test_long_lists_are_nested_within_the_limit() -> None:
    where: Any = Q.id.in_(ids(45)).to_where()
    assert [len(group["OR"]) for group in where["OR"]] == [20, 20, 5]
    where = Q.id.not_in(ids(46)).to_where()
    assert where["id"] == {"not": "cus_0"}
    assert [len(group["AND"]) for group in where["AND"]] == [20, 20, 5]
    assert Q.id.in_(["a", "b", "c"]).to_where(Limits(list_items=2)) == {
        "OR": [{"OR": [{"id": {"equals": "a"}}, {"id": {"equals": "b"}}]}, {"id": {"equals": "c"}}]
    }


def test_the_keys_above_a_field_count() -> None:
    juan, other = PaymentQ.customer.username == "juan", PaymentQ.type.equals("CARD")
    assert "OR[0][customer]" in str((juan | other) & (PaymentQ.is_completed() | other))
    assert refusal((PaymentQ.is_completed() | other) & (juan | other)).actual == 6
    assert str(PaymentQ.customer.username.in_(ids(20))).count("&") == 19
    assert "a list of 21 has to be nested" in str(refusal(PaymentQ.customer.username.in_(ids(21))))


@pytest.mark.parametrize(
    ("filter_", "limits", "message", "numbers"),
    [
        (TOO_DEEP, Limits(), "the filter needs 6 levels below its top keys, 1 over the limit of 5, ", ("depth", 5, 6)),
        (A & B, Limits(pairs=1), "the filter needs 2 key=value pairs, 1 over the limit of 1, ", ("pairs", 1, 2)),
        (Q.id.in_(ids(401)), Limits(), "a list of 401 has to be nested into groups of 20 and is then 7 levels deep, where 5 are read; it is 401 items long, 381 over the limit of 20, ", ("list_items", 20, 401)),
    ],
)  # fmt: skip
def test_the_error_says_what_is_too_large_by_how_much_and_how_to_help_it(
    filter_: Filter[Any], limits: Limits, message: str, numbers: tuple[str, int, int]
) -> None:
    error = refusal(filter_, limits)
    limit, _, actual = numbers
    also = ", url_bytes=18000" if limit == "list_items" else ""
    assert str(error) == (
        f"{message}and a server would misread it without an error. Ask for less at a time, in several lists; or, "
        f"if the server is known to read more, widen the limit with Limits({limit}={actual}{also})."
    )
    assert (error.limit, error.allowed, error.actual) == numbers


@pytest.mark.parametrize("filter_", [Q.id.not_in(ids(500)), ~Q.id.in_(ids(500)) & A], ids=["", "beside"])
def test_negated_conditions_are_not_split_into_several_lists(filter_: Filter[Any]) -> None:
    message = str(refusal(filter_))
    assert "Ask without the 500 conditions on what Q.id is not, and drop those records in Python" in message
    assert "several lists" not in message
    advised = re.search(r"Limits\((.*)\)", message)
    assert advised
    limits = Limits(**{name: int(needed) for name, needed in re.findall(r"(\w+)=(\d+)", advised[1])})
    assert limits.url_bytes > len(encode_value(filter_.to_qs(limits))) + 300 > 8000


@pytest.mark.parametrize(
    ("filter_", "limit"),
    # The first list needs no nesting, and the filter with the second is too deep also without nesting.
    [*((TOO_DEEP & Q.id.in_(ids(count)), "depth") for count in (20, 21)), (Q.id.in_(ids(1001)), "pairs")],
)
def test_only_a_list_that_has_to_be_nested_is_blamed(filter_: Filter[Any], limit: str) -> None:
    assert refusal(filter_).limit == limit


def test_endless_nesting_is_refused_with_its_numbers() -> None:
    deepest: Any = A | B
    while deepest._levels < MAX_LEVELS:
        deepest = (deepest & A) if deepest._levels % 2 else (deepest | A)
    message = f"^the filter nests more than {MAX_LEVELS} groups within each other; "
    with pytest.raises(FilterTooLargeError, match=message) as caught:
        (deepest | B) & B
    error = caught.value
    assert (error.limit, error.allowed, error.actual) == ("depth", MAX_LEVELS, MAX_LEVELS + 1)
    hash(deepest), repr(deepest), deepest.to_where(), ~deepest
