"""Numbers, which no field of a customer holds, but those of other resources do."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from conformance.npm_qs import Qs

import quentli_query
from quentli_query import FilterValueError

InvoiceQ: Any = quentli_query.InvoiceQ
"""Without its types: some of what follows is what a type checker refuses."""

amount = InvoiceQ.total_amount


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (150000, "150000"),
        (-1, "-1"),
        (0, "0"),
        (10**30, "1" + "0" * 30),
        (1500.0, "1500"),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (1e22, "1" + "0" * 22),
        (Decimal("1500.50"), "1500.50"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0.0"), "0"),
    ],
)
def test_numbers_are_written_in_plain_digits(value: Any, text: str, qs: Qs) -> None:
    filter_ = amount >= value
    assert str(filter_) == f"totalAmount[gte]={text}"
    assert qs.parse(str(filter_)) == {"totalAmount": {"gte": text}}
    assert eval(repr(filter_), {"InvoiceQ": InvoiceQ, "Decimal": Decimal}) == filter_


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (float("nan"), "nan cannot be used: it is not finite"),
        (float("inf"), "inf cannot be used: it is not finite"),
        (Decimal("sNaN"), "it is not finite"),
        (True, "True cannot be used: a number is expected"),
        ("150000", "'150000' cannot be used: a number is expected"),
        (None, "no spelling for null"),
    ],
)
def test_what_is_no_number_is_refused(value: Any, message: str) -> None:
    with pytest.raises(FilterValueError, match=message) as caught:
        amount.lt(value)
    assert str(caught.value).startswith("InvoiceQ.total_amount.lt(): ")


def test_between_is_half_open() -> None:
    assert str(amount.between(100, 200)) == "totalAmount[gte]=100&totalAmount[lt]=200"
    with pytest.raises(FilterValueError, match=r"between\(\): 100 .* the end is less than the start, 200"):
        amount.between(200, 100)


def test_the_same_number_is_the_same_filter() -> None:
    assert (amount == 1) == (amount == 1.0) == (amount == Decimal("1.00"))
    assert str(amount.in_([1, 1.0, 2])) == "OR[0][totalAmount][equals]=1&OR[1][totalAmount][equals]=2"


@pytest.mark.parametrize(
    ("filter_", "actual", "verdict"),
    [
        (amount >= 100, 100, True),
        (amount >= 100, 99, False),
        (amount < 100, 99.5, True),
        (amount == 0.1, 0.1, True),
        (amount != 5, 5, False),
        (amount != 5, None, None),
        (amount == 5, None, False),
        (amount == 1, True, None),
        (amount == 5, "5", None),
    ],
)
def test_matching(filter_: Any, actual: Any, verdict: bool | None) -> None:
    assert filter_.matches({"totalAmount": actual}) is verdict
