"""The loader: values of YAML and JSON, and the limits that keep hostile documents from exhausting the machine."""

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st
from support.profiles import at_most

from scripts.pipeline import loader
from scripts.pipeline.errors import StepError

SCALARS: list[tuple[Any, list[str]]] = [
    (None, ["~", "", "null"]),
    (True, ["true"]),
    (False, ["False"]),
    (5, ["5", "+5"]),
    (-17, ["-17"]),
    (15, ["0o17"]),
    (31, ["0x1F"]),
    (1.5, ["1.5"]),
    (0.5, [".5"]),
    (1000.0, ["1e3"]),
    ("5", ["'5'", "!!str 5"]),
    ("true", ['"true"']),
    *(
        (text, [text])
        for text in ("NO", "on", "yes", "1_000", "1:30", "2025-01-10", "2025-01-10T12:00:00.000Z", "año")
    ),
]

WHOLE = {
    "200: a": {"200": "a"},
    "true: a": {"true": "a"},
    "a: &x [1, {b: 2}]\nc: *x": {"a": [1, {"b": 2}], "c": [1, {"b": 2}]},
    "[]": [],
    "{}": {},
    "\N{ZERO WIDTH NO-BREAK SPACE}a: 1": {"a": 1},
    '{"a": "\\ud83d\\ude00", "b": "\\/"}': {"a": "\N{GRINNING FACE}", "b": "/"},
    "{a: 1}": {"a": 1},
    '\t{\t"a":\t1}': {"a": 1},
}

REFUSED: dict[str, tuple[bytes, str]] = {
    "an alias of itself": (b"a: &a {b: [*a]}", "line 1: found unconstructable recursive node"),
    "an alias of nothing": (b"a: 1\nb: *c", "line 2: found undefined alias"),
    "deep YAML in lines": (b"".join(b" " * i + b"a:\n" for i in range(3000)), "nested deeper than 60 levels"),
    "deep YAML in brackets": (b"a: " + b"[" * 500_000, "nested deeper than 60 levels"),
    "deep JSON": (b'{"a":' * 1_000_000, "nested deeper than 60 levels"),
    "too long": (b" " * (loader.MAX_BYTES + 1), "longer than 8 MiB"),
    "UTF-16": ("openapi: 3.0.3".encode("utf-16"), "not UTF-8 .*0xff at 0"),
    "Latin-1": ("a: año".encode("latin-1"), "not UTF-8 .*0xf1 at 4"),
    "a control character": (b"a: \x07", "control characters are not allowed"),
    "truncated YAML": (b"a:\n  b: [1, 2", "line 3: did not find expected"),
    "truncated JSON": (b'{"a": {"b": 1,', "line 2: did not find expected node"),
    "a key twice in YAML": (b"a: 1\nb:\n  c: 1\n  c: 2", "line 4: the key 'c' is repeated"),
    "a key twice in JSON": (b'{"a": {"b": 1, "b": 2}}', "repeats the key 'b'"),
    "a key that is no text": (b"? [a]\n: b", "line 1: a key that is no text"),
    "a merge key": (b"a: &a {b: 1}\nc: {<<: *a}", "line 2: a key that is no text, or '<<'"),
    "a tag that makes objects": (b"a: !!python/object/apply:os.system [ls]", "line 1: the tag .*os.system"),
    "a tag of one's own": (b"a: !mine 1", "line 1: the tag '!mine'"),
    "two documents": (b"a: 1\n---\nb: 1", "line 2: but found another document"),
}


@pytest.mark.parametrize(("value", "texts"), SCALARS)
def test_scalars_are_those_of_yaml_1_2(value: Any, texts: list[str]) -> None:
    for text in texts:
        read = loader.parse(f"a: {text}".encode())["a"]
        assert (type(read), read) == (type(value), value)


@pytest.mark.parametrize(("text", "value"), WHOLE.items())
def test_whole_values(text: str, value: object) -> None:
    assert loader.parse(text.encode()) == value


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused_with_a_reason(content: bytes, reason: str) -> None:
    with pytest.raises(StepError, match=reason):
        loader.parse(content)


PLAIN = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
COLLECTIONS = st.recursive(
    PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20
).filter(lambda value: isinstance(value, dict | list))


@at_most(60)
@given(COLLECTIONS)
def test_json_is_read_as_it_was_written(value: Any) -> None:
    assert loader.parse(json.dumps(value).encode()) == value
