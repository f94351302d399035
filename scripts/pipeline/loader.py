"""A strict loader of YAML 1.2 and JSON. Keys are text, and so are timestamps and words like `NO`."""

import json
import re
from collections.abc import Callable
from typing import Any, NoReturn

import yaml

from scripts.pipeline.errors import StepError

MAX_BYTES = 8 * 2**20
"""The size limit of a document. The present one has about 320 thousand bytes."""
MAX_DEPTH = 60
"""The limit on nesting. Much deeper, libyaml overflows the C stack and ends the process."""

# The core schema of YAML 1.2. Text that matches no pattern stays text.
_SCALARS: tuple[tuple[str, str, Callable[[str], Any]], ...] = (
    ("null", r"~|null|Null|NULL|", lambda _: None),
    ("bool", r"true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true"),
    ("int", r"[-+]?[0-9]{1,400}|0o[0-7]{1,400}|0x[0-9a-fA-F]{1,400}", lambda text: int(text, _base(text))),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", float),
    ("str", r"(?!)", str),
)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A loader of mappings, lists and the scalars above. Other tags and merge keys are errors."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012
    yaml_constructors: dict[Any, Any] = {}  # noqa: RUF012

    def mapping(self, node: Any) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.value == "<<":
                _refuse("a key that is no text, or '<<', is not supported", key)
            if key.value in values:
                _refuse(f"the key {key.value!r} is repeated", key)
            values[key.value] = self.construct_object(value, deep=True)
        return values


def _refuse(problem: str, node: Any) -> NoReturn:
    raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)


def _base(text: str) -> int:
    return 0 if text[:2] in {"0o", "0x"} else 10


_CORE = "tag:yaml.org,2002:"
for _name, _pattern, _convert in _SCALARS:
    _Loader.add_implicit_resolver(_CORE + _name, re.compile(f"(?:{_pattern})$"), None)
    _Loader.add_constructor(_CORE + _name, lambda _, node, convert=_convert: convert(node.value))
_Loader.add_constructor(_CORE + "seq", lambda loader, node: loader.construct_sequence(node, deep=True))
_Loader.add_constructor(_CORE + "map", _Loader.mapping)
_Loader.add_constructor(None, lambda _, node: _refuse(f"the tag {node.tag!r} is not supported", node))


def parse(content: bytes) -> Any:
    """Parse YAML or JSON.

    Raises:
        StepError: The content is neither, too large, too deep or ambiguous; the message says where.
    """
    if len(content) > MAX_BYTES:
        raise StepError(f"it is longer than {MAX_BYTES / 2**20:g} MiB")
    try:
        text = content.decode("utf-8-sig")
        return _parse_json(text) if text.lstrip()[:1] in {"{", "["} else _parse_yaml(text)
    except UnicodeDecodeError as error:
        raise StepError(f"it is not UTF-8 (byte {content[error.start]:#04x} at {error.start})") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise StepError(f"line {line}: {error.problem} {error.context or ''}".rstrip()) from error
    except (yaml.YAMLError, ValueError) as error:
        raise StepError(str(error)) from error
    except RecursionError as error:
        raise StepError(f"it is nested deeper than {MAX_DEPTH} levels") from error


def _parse_json(text: str) -> Any:
    try:
        value = json.loads(text, object_pairs_hook=_refuse_repeated)
    except ValueError:
        # Braces and brackets begin a value of YAML as well. Its parser also names the line.
        return _parse_yaml(text)
    _check_depth(value, MAX_DEPTH)
    return value


def _parse_yaml(text: str) -> Any:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise RecursionError
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a subclass of the safe loader


def _refuse_repeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        raise StepError(f"an object repeats the key {max(names, key=names.count)!r}")
    return values


def _check_depth(value: Any, levels: int) -> None:
    if levels < 0:
        raise RecursionError
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _check_depth(inner, levels - 1)
