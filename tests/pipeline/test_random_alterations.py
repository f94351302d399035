"""Each alteration at a drawn place of the vendor's document is reported as what it is, and its reverse as the reverse."""

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, strategies as st
from hypothesis.strategies import SearchStrategy
from pipeline.described import described
from pipeline.random_alterations import Alteration, Document, alterations
from pipeline.vendor import extract
from support.document import DOCUMENT
from support.profiles import at_most

from scripts.pipeline import changes
from scripts.pipeline.changes import Change
from scripts.pipeline.facts import read_facts
from scripts.pipeline.resources.overlay import Overlay
from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.rewrites.normalization import normalize
from scripts.pipeline.schema_types import Reader

# Few enough to compare quickly, and with a place for each kind of alteration.
FEW = normalize(extract("/v1/discounts", "/v1/discounts/{id}", "/v1/webhooks/{id}"))


rewrite_few = cache(lambda: rewrite(FEW))


def one_of_each_kind(document: Document) -> SearchStrategy[Alteration]:
    """Draw a kind of alteration, then one of that kind."""
    kinds: dict[str, list[Alteration]] = {}
    for each in alterations(document):
        kinds.setdefault(each.kind, []).append(each)
    return st.sampled_from(sorted(kinds)).flatmap(lambda kind: st.sampled_from(kinds[kind]))


def check_report(alteration: Alteration, original: Document, before: Document) -> None:
    """Check that an alteration is reported as what it is, once, and its reverse as the reverse.

    Args:
        alteration: The alteration.
        original: The normalized document.
        before: The document after the rewrites.
    """
    after = rewrite(alteration.apply(original))

    found = compare(before, after)
    assert len(found) == 1, found
    change = found[0]
    assert change.kind == alteration.kind, change
    assert change.subject.endswith(alteration.subject), change
    assert alteration.before in {"", change.before}, change
    assert alteration.after in {"", change.after}, change

    back = compare(after, before)
    assert len(back) == 1, back
    assert is_reverse(change, back[0]), (change, back)


def compare(before: Document, after: Document) -> Sequence[Change]:
    """Compare rewritten documents."""
    facts = (read_facts(Reader(each), Overlay()) for each in (before, after))
    return [each for each in changes.compare(*facts).changes if not is_of_class(each)]


def is_of_class(change: Change) -> bool:
    """Tell a place that has another class now, because two that were alike no longer are, or the reverse."""
    names = (change.before, change.after)
    return change.kind == "changed" and all(name.isidentifier() and name[0].isupper() for name in names)


OPPOSITES = [
    {"added", "removed"},
    {"required_added", "removed"},
    {"widened", "narrowed"},
    {"bound_widened", "bound_narrowed"},
    {"null_allowed", "null_refused"},
    {"made_required", "made_optional"},
    {"deprecated", "undeprecated"},
]


def is_reverse(change: Change, back: Change) -> bool:
    kinds = {change.kind, back.kind}
    return (len(kinds) == 1 or kinds in OPPOSITES) and (back.before, back.after) == (
        change.after,
        change.before,
    )


@pytest.mark.slow
@at_most(60)
@given(one_of_each_kind(FEW))
def test_an_alteration_is_reported_as_what_it_is(alteration: Alteration) -> None:
    check_report(alteration, FEW, rewrite_few())


# Each example takes two seconds.
@pytest.mark.exhaustive
@at_most(150)
@given(one_of_each_kind(DOCUMENT))
def test_an_alteration_of_the_whole_document_is_reported_as_what_it_is(alteration: Alteration) -> None:
    check_report(alteration, DOCUMENT, described())
