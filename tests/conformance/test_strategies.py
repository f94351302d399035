"""Random filters reach every field, operator and shape, and few of them are refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, given, settings
from support import strategies

from quentli_query import EVERYTHING, NOTHING, Filter, PaymentQ, Q
from quentli_query.filters.fields import get_spec
from quentli_query.filters.operators import OPPOSITE

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from quentli_query.filters.vocabulary import Vocabulary


pytestmark = pytest.mark.slow


def drawn(strategy: SearchStrategy[Any], count: int = 1200) -> list[Any]:
    """Return examples of a strategy, equal in every run."""
    examples: list[Any] = []

    @settings(max_examples=count, phases=[Phase.generate], derandomize=True, database=None)
    @given(strategy)
    def collect(example: object) -> None:
        examples.append(example)

    collect()
    return examples


@pytest.fixture(scope="module", params=[Q, PaymentQ], ids=repr)
def vocabulary(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture(scope="module")
def filters(vocabulary: Vocabulary) -> list[Filter[Any]]:
    return drawn(strategies.filters(vocabulary=vocabulary))


@pytest.fixture(scope="module")
def written(filters: list[Filter[Any]]) -> list[str]:
    return [str(each) for each in filters if each != EVERYTHING and strategies.is_writable(each)]


def test_most_filters_can_be_written_and_some_are_too_large(
    filters: list[Filter[Any]], written: list[str]
) -> None:
    constants = sum(each in (EVERYTHING, NOTHING) for each in filters)
    assert 0.75 < len(written) / len(filters)
    assert 0 < len(filters) - len(written) - constants


def test_every_field_is_reached(vocabulary: Vocabulary, written: list[str]) -> None:
    keys = " ".join(re.sub(r"=[^&]*", "", text) for text in written)
    for field in strategies.fields(vocabulary).every:
        first, *further = get_spec(field).path
        assert re.search(rf"\b{first}\b" + "".join(rf"\[{key}\]" for key in further), keys), field


def test_every_operator_is_reached(written: list[str]) -> None:
    keys = {key for text in written for key in re.findall(r"\[(\w+)\]=", text)}
    assert {operator.key for operator in OPPOSITE} <= keys


def test_filters_have_every_depth_and_length(written: list[str]) -> None:
    assert {max(key.count("[") for key in re.findall(r"[^&=]+=", text)) for text in written} == set(range(6))
    assert min(text.count("&") for text in written) == 0
    assert max(text.count("&") for text in written) > 100
    assert max(map(len, written)) > 8000


def test_records_and_filters_share_their_values() -> None:
    records = drawn(strategies.records(), 200)
    familiar = set(strategies.FAMILIAR_TEXTS)
    names = {record["name"] for record in records}
    emails = {record["email"] for record in records}
    assert names <= familiar
    assert len(names) > len(familiar) / 2
    assert None in emails
    assert emails & familiar
