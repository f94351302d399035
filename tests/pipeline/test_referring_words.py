"""What is said of a field that refers to a component."""

from typing import Any

import pytest
from pipeline.small_documents import STRING, record, ref, schemas_after, with_schemas

from scripts.pipeline.rewrites import referring_words

OTHER = {**record(a=STRING), "description": "Another."}


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (
            {"description": "Mine.", "allOf": [ref("Other")]},
            {"description": "Mine.", "anyOf": [ref("Other")] * 2},
        ),
        ({"default": "A", "allOf": [ref("Other")]}, {"default": "A", "anyOf": [ref("Other")] * 2}),
        (
            {"description": "Another.", "allOf": [ref("Other")]},
            {"description": "Another.", "allOf": [ref("Other")]},
        ),
        (ref("Other"), ref("Other")),
        (
            {"description": "Both.", "allOf": [ref("Other"), OTHER]},
            {"description": "Both.", "allOf": [ref("Other"), OTHER]},
        ),
    ],
)
def test_a_field_keeps_its_own_words(field: dict[str, Any], expected: dict[str, Any]) -> None:
    given = with_schemas(Other=OTHER, Thing=record(part=field))

    assert schemas_after(referring_words, given)["Thing"] == record(part=expected)
