"""Records as Arrow tables, read by the libraries that people read them with."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from hypothesis import given, strategies as st
from quentli_client.models import Customer, PaymentWithItems
from support.examples import example
from support.profiles import at_most
from support.records import records_of
from support.resources import Resource, every_resource

from quentli_query import ParameterError
from quentli_query.tables import BATCH_ROWS, arrow, columns, rows

pytest.importorskip("pyarrow", reason="the data libraries are not installed")


def read_maps(cell: Any, value: Any) -> Any:
    """Return a cell of a table with its JSON texts as maps again, where the row's value has a map."""
    if isinstance(value, list):
        return [read_maps(*pair) for pair in zip(cell, value, strict=True)]
    if isinstance(value, dict):
        is_text = isinstance(cell, str)
        return json.loads(cell) if is_text else {key: read_maps(cell[key], value[key]) for key in value}
    return cell


@every_resource
@given(data=st.data())
@at_most(20)
def test_values_are_those_of_rows(resource: Resource, data: st.DataObject) -> None:
    records = data.draw(st.lists(records_of(resource.listed), max_size=3))
    cells = arrow(records, resource.listed).to_pylist()
    assert [read_maps(*pair) for pair in zip(cells, rows(records), strict=True)] == list(rows(records))


@every_resource
@pytest.mark.parametrize("count", [0, 1, BATCH_ROWS + 1])
def test_columns_are_those_of_rows(resource: Resource, count: int) -> None:
    record = resource.listed.from_dict(example(resource.listed.__name__))
    table = arrow([record] * count, resource.listed)
    assert table.column_names == columns(resource.listed)
    assert table.num_rows == count


def test_no_records_and_no_model_are_refused() -> None:
    with pytest.raises(ParameterError, match="add model=, for example model=Customer"):
        arrow([])
    with pytest.raises(TypeError, match="not <class 'dict'>"):
        arrow([{"id": "cus_1"}])


def test_a_fraction_is_not_dropped() -> None:
    payment = PaymentWithItems.from_dict(example("PaymentWithItems") | {"amount": 1500.5})
    with pytest.raises(ValueError, match=r"amount: 1500\.5 is no whole number"):
        arrow([payment])


def test_without_pyarrow_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'quentli-query\[arrow\]'"):
        arrow([], Customer)
