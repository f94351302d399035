"""Numbers, which no field of a customer holds, but those of other resources do: with fractions, or whole."""

from __future__ import annotations

import enum
import re
from decimal import Decimal
from typing import Any

import pytest
from conformance.npm_qs import Qs

import quentli_query
from quentli_query import Filter, FilterParseError, FilterValueError, parse_filter

TaxInvoiceQ: Any = quentli_query.TaxInvoiceQ
PaymentQ: Any = quentli_query.PaymentQ
"""Without their types: some of what follows is what a type checker refuses."""

rate = TaxInvoiceQ.exchange_rate
amount = PaymentQ.amount


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
    filter_ = rate >= value
    assert str(filter_) == f"exchangeRate[gte]={text}"
    assert qs.parse(str(filter_)) == {"exchangeRate": {"gte": text}}
    assert eval(repr(filter_), {"TaxInvoiceQ": TaxInvoiceQ, "Decimal": Decimal}) == filter_


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
        rate.lt(value)
    assert str(caught.value).startswith("TaxInvoiceQ.exchange_rate.lt(): ")


def test_between_is_half_open() -> None:
    assert str(rate.between(100, 200)) == "exchangeRate[gte]=100&exchangeRate[lt]=200"
    with pytest.raises(FilterValueError, match=r"between\(\): 100 .* the end is less than the start, 200"):
        rate.between(200, 100)


def test_the_same_number_is_the_same_filter() -> None:
    assert (rate == 1) == (rate == 1.0) == (rate == Decimal("1.00"))
    assert str(rate.in_([1, 1.0, 2])) == "OR[0][exchangeRate][equals]=1&OR[1][exchangeRate][equals]=2"


@pytest.mark.parametrize(
    ("filter_", "actual", "verdict"),
    [
        (rate >= 100, 100, True),
        (rate >= 100, 99, False),
        (rate < 100, 99.5, True),
        (rate == 0.1, 0.1, True),
        (rate != 5, 5, False),
        (rate != 5, None, None),
        (rate == 5, None, False),
        (rate == 1, True, None),
        (rate == 5, "5", None),
    ],
)
def test_matching(filter_: Any, actual: Any, verdict: bool | None) -> None:
    assert filter_.matches({"exchangeRate": actual}) is verdict


MINOR_UNITS = "an int is expected here; amounts are whole numbers in minor units: for 1,000.50 write 100050"


@pytest.mark.parametrize(
    "value", [1000.5, 1000.0, Decimal("1000.50"), Decimal("1000.00"), Decimal(1000), True, "1000", "$1,000"]
)
def test_an_amount_that_may_be_pesos_is_refused(value: Any) -> None:
    attempts: list[tuple[str, Any]] = [
        ("gt", lambda: amount > value),
        ("equals", lambda: amount == value),
        ("not_equals", lambda: amount != value),
        ("equals", lambda: amount.in_([100050, value])),
        ("between", lambda: amount.between(1, value)),
        ("between", lambda: amount.between(value, 100050)),
    ]
    for place, make in attempts:
        with pytest.raises(FilterValueError) as caught:
            make()
        assert str(caught.value) == f"PaymentQ.amount.{place}(): {value!r} cannot be used: {MINOR_UNITS}."


class Pesos(enum.IntEnum):
    THOUSAND = 100000


def test_amounts_are_ints() -> None:
    assert str(amount.between(0, 100050)) == "amount[gte]=0&amount[lt]=100050"
    assert str(amount >= -(10**30)) == "amount[gte]=-1" + "0" * 30
    assert repr(amount > Pesos.THOUSAND) == "PaymentQ.amount.gt(100000)"
    with pytest.raises(FilterValueError, match=r"between\(\): 1 .* the end is less than the start, 2"):
        amount.between(2, 1)
    with pytest.raises(FilterValueError, match="no spelling for null"):
        amount.equals(None)


def test_amounts_are_read_and_fractions_refused_with_the_unit() -> None:
    for text in ("amount[gt]=100050", "amount[gt]=-5", "OR[0][amount][equals]=1&OR[1][amount][equals]=2"):
        assert str(parse_filter(text, PaymentQ)) == text
    for wrong in ("1000.5", "1000.00", "9" * 1001):
        with pytest.raises(FilterParseError, match=re.escape(MINOR_UNITS)) as caught:
            parse_filter(f"amount[gt]={wrong}", PaymentQ)
        assert caught.value.path == "amount[gt]"
    with pytest.raises(FilterParseError, match="a whole number is expected here, and not '1,000'"):
        parse_filter("amount[gt]=1,000", PaymentQ)


def test_amounts_in_objects_are_taken_as_they_are() -> None:
    assert Filter.from_where({"amount": {"gt": 100050}}, PaymentQ) == (amount > 100050)
    with pytest.raises(FilterParseError, match=re.escape(MINOR_UNITS)):
        Filter.from_where({"amount": {"gt": 1000.0}}, PaymentQ)


def test_a_count_is_whole_as_well() -> None:
    assert str(PaymentQ.monthly_installments >= 3) == "monthlyInstallments[gte]=3"
    with pytest.raises(FilterValueError, match="2.5 cannot be used: an int is expected"):
        PaymentQ.monthly_installments.gte(2.5)
