"""Records and pages in notebooks: small tables, escaped, cut, without secrets."""

from __future__ import annotations

from datetime import UTC, datetime

from quentli_client.models import Customer, Session
from support.examples import example

from quentli_query import Q, Quentli
from quentli_query.tables import columns
from quentli_query.tables.notebook import CHARACTERS, RECORDS


def test_a_record_is_a_table_of_its_fields() -> None:
    customer = Customer.from_dict({**example("Customer"), "name": "<b>" + "x" * 200, "archivedAt": None})
    html = customer._repr_html_()
    assert "<b>" not in html
    assert f"<td>&lt;b&gt;{'x' * (CHARACTERS - 4)}…</td>" in html
    assert "archived_at" not in html
    assert customer.to_row()["archived_at"] is None


def test_secrets_are_hidden() -> None:
    until = datetime(2025, 1, 10, tzinfo=UTC)
    session = Session("hidden-1", "hidden-2", "hidden-3", until, until)
    assert "hidden" not in session._repr_html_()
    assert "<td>***</td>" in session._repr_html_()


def test_a_page_is_a_table_of_its_first_records(quentli: Quentli) -> None:
    html = quentli.customers.list(take=RECORDS + 5)._repr_html_()
    empty = quentli.customers.list(Q.name == "Nobody")._repr_html_()
    assert html.count("<tr>") == 1 + RECORDS
    assert html.endswith("<p>5 more on this page</p>")
    assert html.count("<th>") == empty.count("<th>") == len(columns(Customer))
    assert "None" not in html
