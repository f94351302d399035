"""Random records of any model."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st
from quentli_client.types import UNSET, Unset

INSTANTS = st.integers(0, 2**42).map(lambda since: datetime.fromtimestamp(since / 1000, UTC))
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    Unset: st.just(UNSET),
    int: st.integers(-(2**53), 2**53),
    float: st.floats(allow_nan=False, allow_infinity=False),
    datetime: INSTANTS,
    # Lower case, as the keys of maps are compared without regard to camelCase.
    str: st.text("aé%'\"\n", max_size=5),
}


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for the values of a field."""
    if get_origin(hint) is list:
        return st.lists(values_of(get_args(hint)[0]), max_size=2)
    if get_args(hint) and get_origin(hint) is not dict:
        return st.one_of(*map(values_of, get_args(hint)))
    if isinstance(hint, type) and attrs.has(hint):
        return records_of(hint)
    return SCALARS[hint] if hint in SCALARS else st.from_type(hint)


@cache
def records_of(model: type[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy for the records of a model, null and left out fields included."""
    hints = get_type_hints(model)
    values = {field.name: values_of(hints[field.name]) for field in attrs.fields(model) if field.init}
    records = st.builds(model, **values)
    return records if values else st.builds(add_keys, records, st.dictionaries(SCALARS[str], SCALARS[str]))


def add_keys(record: Any, keys: dict[str, str]) -> Any:
    record.additional_properties = keys
    return record
