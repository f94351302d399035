"""From bytes to plain values: YAML 1.2 and JSON, read so that no text can exhaust the machine.

YAML is put together from the parser's events, without recursion and without tags that make objects, so
nothing of it is built before its size is known. Keys are always text, and scalars mean what they mean in the
core schema of YAML 1.2, of which JSON is a part: `NO` is text and a timestamp is too.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import yaml
from attrs import define, field, frozen

from scripts.pipeline.steps import StepError

MAX_BYTES = 8 * 2**20
"""How long a document may be. The present one has about 160 thousand bytes."""
MAX_VALUES = 100_000
"""How many values it may hold, aliases written out; each hundred characters of a text count as one more."""
MAX_DEPTH = 60
"""How deep the values may be nested. The present document is about 20 deep."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CORE = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset({None, "!", *(_CORE + kind for kind in ("map", "seq", "str"))})

# The core schema of YAML 1.2; what none of these matches is text.
_SCALARS: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (re.compile(r"~|null|Null|NULL|"), lambda _: None),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    (re.compile(r"[-+]?[0-9]{1,400}"), int),
    (re.compile(r"0o[0-7]{1,400}"), lambda text: int(text, 0)),
    (re.compile(r"0x[0-9a-fA-F]{1,400}"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    (re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"), lambda text: float(text.replace(".", ""))),
)


def parse(content: bytes) -> Any:
    """Read the one value that the bytes hold, as YAML or as JSON.

    Raises:
        StepError: They hold none, or one that is too large, too deep or ambiguous; the message says where.
    """
    if len(content) > MAX_BYTES:
        raise StepError(f"it is longer than {MAX_BYTES / 2**20:g} MiB")
    text = _decode(content)
    value = _parse(text)
    _measure(value)
    return value


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StepError(f"it is not UTF-8 (byte {content[error.start]:#04x} at {error.start})") from error


def _parse(text: str) -> Any:
    beginning = text.lstrip()[:1]
    if beginning == "<" and not text.lstrip().startswith("<<"):
        raise StepError("it is a web page or XML, neither YAML nor JSON")
    if beginning in {"{", "["}:
        try:
            return json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_no_number)
        except RecursionError as error:
            raise StepError(_too_deep()) from error
        except ValueError:
            # Braces and brackets begin a value of YAML as well; its parser also says better what is wrong.
            pass
    try:
        return _assemble(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise StepError(f"line {line}: {error.problem} {error.context or ''}".rstrip()) from error
    except (yaml.YAMLError, ValueError) as error:
        raise StepError(str(error)) from error


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        double, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise StepError(f"an object has the key {double!r} twice")
    return value


def _no_number(constant: str) -> NoReturn:
    raise StepError(f"{constant} is no number of JSON")


@frozen
class _Anchored:
    """What an alias stands for, how much of it there is, and how deep it is."""

    value: Any
    size: int
    height: int


@define
class _Collection:
    """A list or an object that is being read."""

    value: Any
    anchor: str | None
    size_before: int
    height: int = 1
    key: str | None = None

    def add(self, value: Any, event: Any) -> None:
        if isinstance(self.value, list):
            self.value.append(value)
        elif self.key is None:
            self._begin(value, event)
        else:
            self.value[self.key], self.key = value, None

    def _begin(self, key: Any, event: Any) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            raise _at(event, "a key is not text")
        if event.value == "<<" and event.implicit[0]:
            raise _at(event, "a merge key ('<<') is no part of YAML 1.2")
        if event.value in self.value:
            raise _at(event, f"the key {event.value!r} is here a second time")
        self.key = event.value


@define
class _Assembly:
    """Puts a value together from the events of the parser."""

    open: list[_Collection] = field(factory=list)
    anchors: dict[str, _Anchored | None] = field(factory=dict)
    roots: list[Any] = field(factory=list)
    size: int = 0

    def take(self, event: Any) -> None:
        handle = _HANDLERS.get(type(event))
        if handle:
            handle(self, event)

    def scalar(self, event: Any) -> None:
        self.count(1 + len(event.value) // 100, event)
        value = _scalar(event)
        if event.anchor:
            self.anchors[event.anchor] = _Anchored(value, 1 + len(event.value) // 100, 0)
        self.place(value, event)

    def alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            raise _at(event, f"the alias '*{event.anchor}' stands for nothing")
        anchored = self.anchors[event.anchor]
        if anchored is None:
            raise _at(event, f"the alias '*{event.anchor}' stands for something that it is itself a part of")
        self.count(anchored.size, event)
        self.deepen(anchored.height, event)
        self.place(anchored.value, event)

    def begin(self, event: Any) -> None:
        _check_tag(event)
        self.count(1, event)
        value: Any = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self.place(value, event)
        if event.anchor:
            self.anchors[event.anchor] = None
        self.open.append(_Collection(value, event.anchor, self.size - 1))
        self.deepen(0, event)

    def end(self, event: Any) -> None:
        done = self.open.pop()
        if self.open:
            self.open[-1].height = max(self.open[-1].height, done.height + 1)
        if done.anchor:
            self.anchors[done.anchor] = _Anchored(done.value, self.size - done.size_before, done.height)

    def place(self, value: Any, event: Any) -> None:
        if self.open:
            self.open[-1].add(value, event)
        elif self.roots:
            raise _at(event, "a second document begins")
        else:
            self.roots.append(value)

    def count(self, size: int, event: Any) -> None:
        self.size += size
        if self.size > MAX_VALUES:
            raise _at(event, f"it holds more than {MAX_VALUES} values")

    def deepen(self, height: int, event: Any) -> None:
        if self.open:
            self.open[-1].height = max(self.open[-1].height, height + 1)
        if len(self.open) + height > MAX_DEPTH:
            raise _at(event, _too_deep())


_HANDLERS: dict[type, Callable[[_Assembly, Any], None]] = {
    yaml.ScalarEvent: _Assembly.scalar,
    yaml.AliasEvent: _Assembly.alias,
    yaml.SequenceStartEvent: _Assembly.begin,
    yaml.MappingStartEvent: _Assembly.begin,
    yaml.SequenceEndEvent: _Assembly.end,
    yaml.MappingEndEvent: _Assembly.end,
}


def _assemble(text: str) -> Any:
    assembly = _Assembly()
    for event in yaml.parse(text, Loader=_LOADER):
        assembly.take(event)
    return assembly.roots[0] if assembly.roots else None


def _scalar(event: Any) -> Any:
    _check_tag(event)
    plain = event.implicit[0] and event.tag is None
    if not plain:
        return event.value
    meanings = (meaning for pattern, meaning in _SCALARS if pattern.fullmatch(event.value))
    return next(meanings, str)(event.value)


def _check_tag(event: Any) -> None:
    if event.tag not in _PLAIN_TAGS:
        raise _at(event, f"the tag {event.tag!r} is not understood")


def _at(event: Any, reason: str) -> StepError:
    return StepError(f"line {event.start_mark.line + 1}: {reason}")


def _too_deep() -> str:
    return f"it is nested deeper than {MAX_DEPTH} levels"


def _measure(root: Any) -> None:
    """Make sure of what the text alone does not show: the size of JSON, and that all of it can be written."""
    size = 0
    for depth, value in _values(root):
        # Before the values in it are looked at, of which there may be millions.
        size += _SIZES.get(type(value), lambda _: 0)(value)
        if depth > MAX_DEPTH:
            raise StepError(_too_deep())
        if size > MAX_VALUES:
            raise StepError(f"it holds more than {MAX_VALUES} values")
        _writable(value)


_SIZES: dict[type, Callable[[Any], int]] = {str: lambda text: len(text) // 100, list: len, dict: len}


def _values(root: Any) -> Iterator[tuple[int, Any]]:
    waiting = [(0, root)]
    while waiting:
        depth, value = waiting.pop()
        yield depth, value
        if isinstance(value, dict):
            for name in value:
                _writable(name)
            waiting.extend((depth + 1, inner) for inner in value.values())
        elif isinstance(value, list):
            waiting.extend((depth + 1, inner) for inner in value)


def _writable(value: Any) -> None:
    if isinstance(value, float) and not math.isfinite(value):
        raise StepError(f"{value} is no number of JSON")
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise StepError(f"{value!r} has half of a character in it") from error
