"""Records as rows: the columns, and the values in them."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from datetime import datetime
from functools import partial
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st
from quentli_client.models import Customer, PaymentConcept, PaymentWithItems
from quentli_client.types import Record, format_instant
from support.examples import example
from support.profiles import at_most
from support.records import records_of
from support.resources import Resource, every_resource

from quentli_query import ParameterError, Quentli
from quentli_query.tables import columns, rows


def rename(value: Any) -> Any:
    """Return what a record sends with the names of columns, and without its nulls."""
    if isinstance(value, list):
        return [rename(each) for each in value]
    if not isinstance(value, dict):
        return value
    snake = {re.sub("(?=[A-Z])", "_", key).lower(): rename(each) for key, each in value.items()}
    return {key: each for key, each in snake.items() if each is not None}


write = partial(json.dumps, default=partial(format_instant, field=""))


@every_resource
@given(data=st.data())
@at_most(25)
def test_rows_hold_what_the_record_holds(resource: Resource, data: st.DataObject) -> None:
    record = data.draw(records_of(resource.listed))
    (row,) = rows([record])
    assert list(row) == columns(resource.listed) == [name.rstrip("_") for name in columns(resource.listed)]
    assert rename(json.loads(write(row))) == rename(record.to_dict())
    (flat,) = rows([record], flat=True)
    assert list(flat) == columns(resource.listed, flat=True)
    assert {type(value) for value in flat.values()} <= {str, int, float, bool, datetime, type(None)}


def test_rows_of_no_record_are_none_and_columns_are_there() -> None:
    assert list(rows([])) == list(rows([], Customer)) == []
    assert "created_at" in columns(Customer)


def test_flat_columns_spread_nested_records() -> None:
    names = columns(PaymentConcept, flat=True)
    assert "recurrent_detail_collection_interval" in names
    assert "recurrent_detail" not in names


@attrs.define
class Address(Record):
    city: str


@attrs.define
class Shop(Record):
    address: Address
    address_city: str


def test_names_that_clash_are_an_error() -> None:
    with pytest.raises(ParameterError, match=r"Shop: address\.city and address_city would share"):
        columns(Shop, flat=True)


@pytest.mark.parametrize("wrong", [5, "customers", [{"id": "cus_1"}], dict])
def test_what_is_no_record_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="records, a page or a scan are needed here"):
        list(rows(wrong)) if isinstance(wrong, list) else columns(wrong)


def test_one_record_is_no_list_of_records() -> None:
    customer: Any = Customer.from_dict(example("Customer"))
    with pytest.raises(TypeError, match="'Customer' object is not iterable"):
        rows(customer)


def test_rows_suit_csv_and_sqlite(quentli: Quentli) -> None:
    payments = list(quentli.payments.list(limit=50))
    names = columns(PaymentWithItems, flat=True)
    file = io.StringIO()
    writer = csv.DictWriter(file, names)
    writer.writeheader()
    writer.writerows(rows(payments, flat=True))
    file.seek(0)
    assert [row["id"] for row in csv.DictReader(file)] == [each.id for each in payments]
    # From Python 3.12 on, the default is deprecated.
    sqlite3.register_adapter(datetime, datetime.isoformat)
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"create table payments ({', '.join(names)})")
        values = (tuple(row.values()) for row in rows(payments, flat=True))
        database.executemany(f"insert into payments values ({', '.join('?' * len(names))})", values)
        total = sum(each.amount for each in payments)
        assert database.execute("select sum(amount) from payments").fetchone() == (total,)
