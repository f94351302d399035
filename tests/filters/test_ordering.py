from __future__ import annotations

import pickle
from typing import Any

import pytest

from quentli_query import FilterTypeError, FilterValueError, OrderBy, Q
from quentli_query.filters.expressions import compile_order_by


@pytest.mark.parametrize(
    ("order_by", "text"),
    [
        (None, ""),
        ([], ""),
        (Q.created_at.desc(), "createdAt=desc"),
        (Q.phone_number.asc(), "phoneNumber=asc"),
        (Q.email_verified.desc(), "emailVerified=desc"),
        ([Q.name.asc(), Q.created_at.desc()], "name=asc&createdAt=desc"),
        ((Q.name.asc(),), "name=asc"),
    ],
)
def test_an_order_compiles_to_its_string(order_by: Any, text: str) -> None:
    assert compile_order_by(order_by, "customers") == text


def test_an_order_is_a_value() -> None:
    order = Q.created_at.desc()
    assert str(order) == "createdAt=desc"
    assert repr(order) == "Q.created_at.desc()"
    assert eval(repr(order)) == order == pickle.loads(pickle.dumps(order))
    assert order != Q.created_at.asc()
    assert len({order, Q.created_at.desc(), Q.created_at.asc()}) == 2
    with pytest.raises(AttributeError):
        order.direction = "asc"  # type: ignore[misc]


@pytest.mark.parametrize("thing", ["createdAt=desc", [Q.name], Q.name, Q.name.contains("a"), 3, {"a": 1}])
def test_only_orders_order(thing: Any) -> None:
    with pytest.raises(FilterTypeError, match=r"an order is expected here, such as Q.created_at.desc\(\)"):
        compile_order_by(thing, "customers")


def test_a_field_orders_once() -> None:
    with pytest.raises(FilterValueError, match="names Q.name twice"):
        compile_order_by([Q.name.asc(), Q.created_at.desc(), Q.name.desc()], "customers")


def test_an_order_belongs_to_its_resource() -> None:
    order: OrderBy[Any] = Q.name.asc()
    with pytest.raises(FilterTypeError, match=r"Q.name.asc\(\) orders customers; it cannot order invoices"):
        compile_order_by(order, "invoices")
