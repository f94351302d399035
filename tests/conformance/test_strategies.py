"""Random filters reach every field and operator, and few of them are refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, given, settings
from support import strategies

from quentli_query import Filter, PaymentQ, Q
from quentli_query.filters.fields import Field, get_spec
from quentli_query.filters.operators import OPPOSITE

if TYPE_CHECKING:
    from quentli_query.filters.vocabulary import Vocabulary


@pytest.mark.exhaustive
@pytest.mark.parametrize("vocabulary", [Q, PaymentQ], ids=repr)
def test_random_filters_reach_every_field_and_operator(vocabulary: Vocabulary) -> None:
    drawn: list[Filter[Any]] = []

    @settings(max_examples=800, phases=[Phase.generate], derandomize=True, database=None)
    @given(strategies.filters(vocabulary=vocabulary))
    def collect(example: Filter[Any]) -> None:
        drawn.append(example)

    collect()
    written = [str(each) for each in drawn if strategies.is_writable(each)]
    keys = " ".join(re.sub(r"=[^&]*", "", text) for text in written)
    for field in strategies.fields(vocabulary, Field):
        first, *further = get_spec(field).path
        assert re.search(rf"\b{first}\b" + "".join(rf"\[{key}\]" for key in further), keys), field
    assert {operator.key for operator in OPPOSITE} <= set(re.findall(r"\[(\w+)\]", keys))
    assert {key.count("[") for key in re.split("[ &]", keys)} == set(range(6))
    assert 0.7 < len(written) / len(drawn) < 1
