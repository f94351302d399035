"""Fields that hold one of a few values."""

from __future__ import annotations

from enum import Enum
from typing import Any

import pytest
from quentli_client.models import PaymentStatus, PaymentType

import quentli_query
from quentli_query import NOTHING, Filter, FilterParseError, FilterValueError, parse_filter, parse_order_by

PaymentQ: Any = quentli_query.PaymentQ
"""Without its types: much of what follows is what a type checker refuses."""

VALUES = "values are TRANSFER, CARD, OXXO, OTHER, CASH, DIRECT_DEBIT."


class Text(str):
    """Text of somebody's own class."""

    __slots__ = ()


class Color(Enum):
    CARD = "CARD"


@pytest.mark.parametrize("same", ["CARD", PaymentType.CARD, Text("CARD")])
def test_a_member_and_its_text_are_the_same_filter(same: Any) -> None:
    filter_ = PaymentQ.type.equals(same)
    assert filter_ == (PaymentQ.type == "CARD")
    assert type(filter_.value) is str
    assert str(filter_) == "type[equals]=CARD"
    assert repr(filter_) == "PaymentQ.type.equals('CARD')"
    assert eval(repr(filter_)) == filter_


def test_a_member_of_another_enum_counts_by_its_text() -> None:
    refunded = quentli_query.SubscriptionQ.status.equals(PaymentStatus.CANCELED)
    assert str(refunded) == "status[equals]=CANCELED"


@pytest.mark.parametrize(
    ("filter_", "text"),
    [
        (PaymentQ.type != PaymentType.CARD, "type[not]=CARD"),
        (~(PaymentQ.type == "CARD"), "type[not]=CARD"),
        (PaymentQ.type.in_([PaymentType.CARD, "OXXO", "CARD"]), "OR[0][type][equals]=CARD&OR[1][type][equals]=OXXO"),
        (PaymentQ.type.in_(iter([PaymentType.CASH])), "type[equals]=CASH"),
        (PaymentQ.type.not_in(["CARD", "OXXO"]), "type[not]=CARD&AND[0][type][not]=OXXO"),
    ],
)  # fmt: skip
def test_operators(filter_: Filter[Any], text: str) -> None:
    assert str(filter_) == text
    assert parse_filter(text, PaymentQ) == filter_


def test_none_of_the_values_is_nothing() -> None:
    assert PaymentQ.type.in_([]) == NOTHING


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: PaymentQ.type == "CRAD", f"PaymentQ.type.equals(): 'CRAD' cannot be used: did you mean 'CARD'? The {VALUES}"),
        (lambda: PaymentQ.type != "card", f"PaymentQ.type.not_equals(): 'card' cannot be used: did you mean 'CARD'? The {VALUES}"),
        (lambda: PaymentQ.type.in_(["CARD", "zzz"]), f"PaymentQ.type.equals(): 'zzz' cannot be used: the {VALUES}"),
        (lambda: PaymentQ.type == "", f"PaymentQ.type.equals(): '' cannot be used: the {VALUES}"),
        (lambda: PaymentQ.type == 3, f"PaymentQ.type.equals(): 3 cannot be used: the {VALUES}"),
        (lambda: PaymentQ.type == ["CARD"], f"PaymentQ.type.equals(): ['CARD'] cannot be used: the {VALUES}"),
        (lambda: PaymentQ.type == Color.CARD, f"PaymentQ.type.equals(): <Color.CARD: 'CARD'> cannot be used: the {VALUES}"),
        (lambda: PaymentQ.type == PaymentStatus.COMPLETE, f"cannot be used: the {VALUES}"),
        (lambda: PaymentQ.type == None, "no spelling for null is known"),  # noqa: E711
        (lambda: PaymentQ.type.in_("CARD"), "'CARD' cannot be used: a list of values is expected here."),
    ],
)  # fmt: skip
def test_other_values_are_refused_with_those_there_are(make: Any, message: str) -> None:
    with pytest.raises(FilterValueError) as caught:
        make()
    assert message in str(caught.value)


def test_only_legal_operators_are_there() -> None:
    for name in ("contains", "starts_with", "gt", "lte", "between"):
        with pytest.raises(AttributeError):
            getattr(PaymentQ.type, name)
    with pytest.raises(TypeError):
        PaymentQ.type >= "CARD"


def test_it_orders() -> None:
    assert str(PaymentQ.status.desc()) == "status=desc"
    assert parse_order_by("type=asc", PaymentQ) == [PaymentQ.type.asc()]


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ("type=CRAD", "type", "did you mean 'CARD'?"),
        ("type[equals]=card", "type[equals]", "did you mean 'CARD'?"),
        ("type[in][0]=CARD&type[in][1]=zzz", "type[in]", f"the {VALUES}"),
        ("type[contains]=CARD", "type[contains]", "PaymentQ.type has no operator 'contains'; there are equals, not, in, notIn"),
        ("amount[gte]=1.5x", "amount[gte]", "a whole number is expected here, and not '1.5x'"),
        ("isCompleted=yes", "isCompleted", "true or false is expected here, and not 'yes'"),
    ],
)  # fmt: skip
def test_faults_in_strings_are_said_with_their_place(text: str, path: str, message: str) -> None:
    with pytest.raises(FilterParseError) as caught:
        parse_filter(text, PaymentQ)
    assert caught.value.path == path
    assert message in str(caught.value)


def test_a_plain_object_may_hold_a_member() -> None:
    assert Filter.from_where({"type": {"in": [PaymentType.CARD, "OXXO"]}}, PaymentQ) == PaymentQ.type.in_(
        ["CARD", "OXXO"]
    )
    assert Filter.from_where({"amount": {"gte": 150000}}, PaymentQ) == (PaymentQ.amount >= 150000)


@pytest.mark.parametrize(
    ("filter_", "record", "verdict"),
    [
        (PaymentQ.type == "CARD", {"type": "CARD"}, True),
        (PaymentQ.type == "CARD", {"type": PaymentType.CARD}, True),
        (PaymentQ.type == "CARD", {"type": "card"}, False),
        (PaymentQ.type == "CARD", {"type": "SPEI"}, False),
        (PaymentQ.type == "CARD", {"type": None}, False),
        (PaymentQ.type == "CARD", {"type": 3}, None),
        (PaymentQ.type == "CARD", {}, None),
        (PaymentQ.type != "CARD", {"type": "CARD"}, False),
        (PaymentQ.type != "CARD", {"type": "card"}, True),
        (PaymentQ.type != "CARD", {"type": "SPEI"}, True),
        (PaymentQ.type != "CARD", {"type": None}, None),
        (PaymentQ.type.in_(["CARD", "OXXO"]), {"type": PaymentType.OXXO}, True),
        (PaymentQ.type.in_(["CARD", "OXXO"]), {"type": PaymentType.CASH}, False),
        (PaymentQ.is_completed(), {"isCompleted": True}, True),
        (PaymentQ.is_completed(), {"isCompleted": False}, False),
    ],
)
def test_matching_is_to_the_letter(
    filter_: Filter[Any], record: dict[str, Any], verdict: bool | None
) -> None:
    assert filter_.matches(record) is verdict


def test_a_model_is_asked_by_its_own_name_for_the_field() -> None:
    class Model:
        type_ = PaymentType.CARD

    assert (PaymentQ.type == "CARD").matches(Model()) is True
    assert (PaymentQ.type == "OXXO").matches(Model()) is False
