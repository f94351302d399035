"""What a filter says of itself: evidence, explanation, the table in a notebook."""

from __future__ import annotations

from io import StringIO
from typing import Any

import httpx
import pytest

from quentli_query import EVERYTHING, NOTHING, Evidence, Filter, Limits, PaymentQ, Q, any_of
from quentli_query.filters.compiler import measure

john = Q.name.contains("john")
late = Q.created_at < "2025-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("filter_", "inferred"),
    [
        (john, ()),
        (john | Q.no_payments(), ()),
        (john & any_of(Q.no_payments()), ()),
        (Q.username == "a", ()),
        (Q.id.in_(["a", "b"]), ()),
        (late, (late,)),
        (john & late, (late,)),
        (john | late, (late,)),
        (~john, (~john,)),
        (~(john & late), (~john,)),
        # The second one needs an AND list, which no example shows.
        (john & Q.name.contains("b"), (Q.name.contains("b"),)),
        ((john | late) & (john | Q.no_payments()), (late, john | Q.no_payments())),
        (EVERYTHING, ()),
        (NOTHING, ()),
    ],
)
def test_the_inferred_parts(filter_: Filter[Any], inferred: tuple[Filter[Any], ...]) -> None:
    assert filter_.inferred() == inferred


@pytest.mark.parametrize(
    ("filter_", "evidence"),
    [
        (john, Evidence.DOCUMENTED),
        (john & (Q.username == "a"), Evidence.SEEN),
        (john & (Q.username == "a") & late, Evidence.INFERRED),
        (john & Q.name.contains("b"), Evidence.INFERRED),
        (EVERYTHING, Evidence.DOCUMENTED),
    ],
)
def test_the_weakest_evidence_counts(filter_: Filter[Any], evidence: Evidence) -> None:
    assert filter_.evidence is evidence


def test_explain_prints_the_tree_the_string_and_the_sizes(capsys: pytest.CaptureFixture[str]) -> None:
    (
        john & any_of(Q.no_payments()) & Q.name.contains("b") & late & (Q.username.equals("x") | ~john)
    ).explain()
    assert (
        capsys.readouterr().out
        == """\
all of
├─ Q.name.contains('john')                      documented
├─ any of
│  └─ Q.no_payments()                           documented
├─ Q.name.contains('b')                         inferred: needs an AND list
├─ Q.created_at.lt('2025-01-01T00:00:00.000Z')  inferred
└─ any of                                       inferred: needs an AND list
   ├─ Q.username.equals('x')                    seen
   └─ ~Q.name.contains('john')                  inferred

string      name[contains]=john&OR[0][noPayments]=true&createdAt[lt]=2025-01-01T00%3A00%3A00.000Z\
&AND[0][name][contains]=b&AND[1][OR][0][username]=x&AND[1][OR][1][NOT][name][contains]=john
list items  2 of 20
depth       6 of 5  too large
pairs       6 of 1000
url bytes   277 of 8000
"""
    )


def test_explain_of_enums_numbers_and_related_records(capsys: pytest.CaptureFixture[str]) -> None:
    juan = PaymentQ.customer.username == "juan"
    (
        PaymentQ.is_completed()
        & PaymentQ.type.in_(["CARD", "OXXO"])
        & (PaymentQ.amount >= 150000)
        & juan
        & PaymentQ.customer.name.contains("a")
    ).explain()
    assert (
        capsys.readouterr().out
        == """\
all of
├─ PaymentQ.is_completed.equals(True)         documented
├─ any of
│  ├─ PaymentQ.type.equals('CARD')            documented
│  └─ PaymentQ.type.equals('OXXO')            documented
├─ PaymentQ.amount.gte(150000)                documented
├─ PaymentQ.customer.username.equals('juan')  seen
└─ PaymentQ.customer.name.contains('a')       inferred

string      isCompleted=true&OR[0][type][equals]=CARD&OR[1][type][equals]=OXXO&amount[gte]=150000\
&customer[username][equals]=juan&customer[name][contains]=a
list items  2 of 20
depth       3 of 5
pairs       6 of 1000
url bytes   217 of 8000
"""
    )


def test_explain_of_the_constants() -> None:
    file = StringIO()
    NOTHING.explain(file=file)
    EVERYTHING.explain(file=file)
    assert "none: a list answers it with no record, and without a request" in file.getvalue()
    assert "empty: every record" in file.getvalue()


def test_explain_holds_against_the_limits_given() -> None:
    file = StringIO()
    Q.id.in_(["a", "b", "c"]).explain(Limits(list_items=2, depth=3, pairs=2, url_bytes=50), file=file)
    assert file.getvalue().splitlines()[-4:] == [
        "list items  2 of 2",
        "depth       5 of 3  too large",
        "pairs       3 of 2  too large",
        "url bytes   142 of 50  too large",
    ]


def test_the_table_in_a_notebook_is_escaped() -> None:
    html = (Q.name.contains("<script>alert('x')</script>") & late)._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert html.startswith("<table>")
    assert html.endswith("</table>")
    assert html.count("<tr>") == 5
    for text in ("documented", "inferred", "name[contains]=%3Cscript%3E"):
        assert text in html


def test_url_bytes_are_those_that_httpx_sends() -> None:
    filter_ = Q.name.contains("José & [Co]") | Q.no_payments()
    sent = str(httpx.QueryParams({"filter": str(filter_)}))
    assert measure(filter_.to_where())["url_bytes"] == len(sent)
