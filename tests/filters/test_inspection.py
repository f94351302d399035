"""Inspection of a filter: evidence, explanation, the table in a notebook."""

from __future__ import annotations

import re
from io import StringIO
from typing import Any
from unittest.mock import patch

import httpx
import pytest

from quentli_query import EVERYTHING, NOTHING, Evidence, Filter, Limits, PaymentQ, Q, any_of
from quentli_query.filters.expressions import Condition

DOCUMENTED, SEEN, INFERRED = Evidence.DOCUMENTED, Evidence.SEEN, Evidence.INFERRED
AT = "2025-01-01T00:00:00Z"

john = Q.name.contains("john")
late = Q.created_at < AT
customer = PaymentQ.customer
juan = customer.username == "juan"

MANY = Q.id.in_(map(str, range(21)))
INFERRED_CONDITIONS: list[Filter[Any]] = [
    Q.name.starts_with("a"),
    Q.username.not_equals("a"),
    ~juan,
    customer.username.contains("a"),
]


def explanation(filter_: Filter[Any], *limits: Limits) -> str:
    file = StringIO()
    filter_.explain(*limits, file=file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("filter_", "evidence", "inferred"),
    [
        (EVERYTHING, DOCUMENTED, ()),
        (NOTHING, DOCUMENTED, ()),
        (john | Q.no_payments(), DOCUMENTED, ()),
        (john & (Q.created_at >= AT), DOCUMENTED, ()),
        (Q.email_verified.is_true(), DOCUMENTED, ()),
        (Q.id.in_(["a", "b"]), DOCUMENTED, ()),
        # Seen, and documented for other fields.
        (Q.username == "a", DOCUMENTED, ()),
        (juan, SEEN, ()),
        (late, INFERRED, (late,)),
        (john & late, INFERRED, (late,)),
        (~john, INFERRED, (~john,)),
        (~(john & late), INFERRED, (~john,)),
        *((condition, INFERRED, (condition,)) for condition in INFERRED_CONDITIONS),
        # The second part needs an AND list, which no example shows.
        (john & Q.name.contains("b"), INFERRED, (Q.name.contains("b"),)),
        (Q.id.in_(map(str, range(20))), DOCUMENTED, ()),
        (MANY, INFERRED, (MANY,)),
        (john & MANY, INFERRED, (MANY,)),
        ((john | late) & (john | Q.no_payments()), INFERRED, (late, john | Q.no_payments())),
    ],
)
def test_the_weakest_evidence_counts_and_inferred_parts_are_listed(
    filter_: Filter[Any], evidence: Evidence, inferred: tuple[Filter[Any], ...]
) -> None:
    assert filter_.evidence is evidence
    assert filter_.inferred() == inferred


def test_explain_prints_the_tree_the_string_and_the_sizes(capsys: pytest.CaptureFixture[str]) -> None:
    (john & any_of(Q.no_payments()) & Q.name.contains("b") & late & ((Q.username == "x") | ~john)).explain()
    expected = """\
all of
├─ Q.name.contains('john')                      documented: name[contains]=john
├─ any of
│  └─ Q.no_payments()                           documented: OR[0][noPayments]=true
├─ Q.name.contains('b')                         inferred: needs an AND list
├─ Q.created_at.lt('2025-01-01T00:00:00.000Z')  inferred
└─ any of                                       inferred: needs an AND list
   ├─ Q.username.equals('x')                    documented: for payment_concepts.active; seen: a public integration
   └─ ~Q.name.contains('john')                  inferred

string      name[contains]=john&OR[0][noPayments]=true&createdAt[lt]=2025-01-01T00%3A00%3A00.000Z\
&AND[0][name][contains]=b&AND[1][OR][0][username][equals]=x&AND[1][OR][1][NOT][name][contains]=john
list items  2 of 20
depth       6 of 5  too large
pairs       6 of 1000
url bytes   289 of 8000
"""
    assert capsys.readouterr().out == expected


def test_the_constants_are_explained() -> None:
    assert "none: a list answers it with no record, and without a request" in explanation(NOTHING)
    *_, everything, items, depth, _, _ = explanation(EVERYTHING).splitlines()
    assert "empty: every record" in everything
    assert (items, depth) == ("list items  0 of 20", "depth       0 of 5")


def test_an_explanation_shows_all_of_a_filter_that_is_too_large_for_the_given_limits() -> None:
    limits = Limits(list_items=2, depth=3, pairs=2, url_bytes=50)
    *_, string, items, depth, pairs, size = explanation(Q.id.in_(["a", "b", "c"]), limits).splitlines()
    assert string.count("&") == 2
    assert (items, depth) == ("list items  2 of 2", "depth       5 of 3  too large")
    assert (pairs, size) == ("pairs       3 of 2  too large", "url bytes   142 of 50  too large")


def test_url_bytes_are_those_that_httpx_sends() -> None:
    filter_ = Q.name.contains("José & [Co]") | Q.no_payments()
    sent = str(httpx.QueryParams({"filter": str(filter_)}))
    assert f"url bytes   {len(sent)} of 8000" in explanation(filter_)


def test_the_table_in_a_notebook_is_escaped() -> None:
    html = (Q.name.contains("<script>alert('x')</script>") & late)._repr_html_()
    assert "<script>" not in html
    assert re.fullmatch(r"<table>.*documented.*inferred.*\]=%3Cscript%3E.*&amp;createdAt.*</table>", html)
    assert html.count("<tr>") == 5


def test_more_alternatives_than_a_list_may_have_are_inferred() -> None:
    assert MANY.inferred(Limits(list_items=21)) == ()
    assert "\n└─ any of                   inferred: more than 20 alternatives\n" in explanation(john & MANY)


def test_an_explanation_compares_each_part_a_few_times() -> None:
    filter_ = Q.id.not_in(map(str, range(500)))
    with patch.object(Condition, "__eq__", autospec=True, side_effect=Condition.__eq__) as equal:
        explanation(filter_)
    assert equal.call_count < 5_000


def test_a_notebook_shows_a_long_filter_cut() -> None:
    html = Q.id.in_([f"cus_{number:020}" for number in range(400)])._repr_html_()
    assert len(html) < 6_000
    assert "… and 376 more lines" in html
    assert re.search(r"… \(\d\d,\d\d\d characters\)", html)
