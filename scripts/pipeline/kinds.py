"""Kinds of change: what each says, the directions in which it breaks code of users, and what makes it."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from scripts.pipeline.schema_types import LOWER_BOUNDS, NOTHING, UPPER_BOUNDS

REQUEST, ANSWER, STATUS, UNUSED = "request", "answer", "status", "unused"
"""Directions: sent by users, received by them, a status code as such, and not reached by any operation."""

# A whole number is a number as well.
_NUMBERS = {("integer", "number"): "widened", ("number", "integer"): "narrowed"}


@frozen
class Rule:
    """Text and severity of a kind of change.

    Attributes:
        says: The change in words; `before` and `after` may stand in them.
        breaks: The directions in which it breaks code of users.
    """

    says: str
    breaks: frozenset[str] = frozenset()


_SENT, _RECEIVED = frozenset({REQUEST}), frozenset({ANSWER})
_BOTH = _SENT | _RECEIVED

RULES: Mapping[str, Rule] = {
    "added": Rule("is new"),
    "required_added": Rule("is new and required", _SENT),
    "removed": Rule("is gone", _BOTH | {UNUSED}),
    "renamed": Rule("is called {after}, was {before}", _BOTH | {UNUSED}),
    "position_renamed": Rule("is called {after}, was {before}"),
    "changed": Rule("is {after}, was {before}", _BOTH),
    "widened": Rule("is {after}, was {before}", _RECEIVED),
    "narrowed": Rule("is {after}, was {before}", _SENT),
    "alternative_added": Rule("is {after}, was {before}"),
    "bound_changed": Rule("has {after}, was {before}", _SENT),
    "bound_widened": Rule("has {after}, was {before}"),
    "bound_narrowed": Rule("has {after}, was {before}", _SENT),
    "default_changed": Rule("is {after} if left out, was {before}"),
    "null_allowed": Rule("may be null", _RECEIVED),
    "null_refused": Rule("is never null any more", _SENT),
    "made_required": Rule("is required", _SENT),
    "made_optional": Rule("is optional", _RECEIVED),
    "deprecated": Rule("is deprecated"),
    "undeprecated": Rule("is no longer deprecated"),
}


@frozen
class Aspect:
    """An aspect of a place.

    Attributes:
        judge: The kind of change between two different values, or nothing if users see none.
        write: A value in words; nothing if the kind of change says enough.
    """

    judge: Callable[[Any, Any], str]
    write: Callable[[Any], str] = str


def find_aspect(name: str) -> Aspect:
    """Return an aspect by its name; what has no entry is a limit on values."""
    return ASPECTS.get(name) or Aspect(
        lambda old, new: _judge_bound(name, old, new), lambda value: f"{name} {_literal(value)}"
    )


def judge_kinds(gone: list[str], fresh: list[str]) -> str:
    """Return the kind of change where these kinds of value are gone and new."""
    if gone and fresh:
        return _NUMBERS.get((gone[0], fresh[0]), "changed")
    return "narrowed" if gone else "widened"


def _judge_bound(name: str, old: Any, new: Any) -> str:
    if old is not None and new is not None and name not in {*LOWER_BOUNDS, *UPPER_BOUNDS}:
        return "bound_changed"
    # One that is higher now leaves less if it is a lower bound.
    is_narrower = old is None or (new is not None and (new > old) is (name in LOWER_BOUNDS))
    return "bound_narrowed" if is_narrower else "bound_widened"


def _judge_alternatives(old: frozenset[str], new: frozenset[str]) -> str:
    return "" if not (old and new) or old == new else "alternative_added" if old < new else "changed"


def _judge_successes(old: Mapping[str, str], new: Mapping[str, str]) -> str:
    """Compare the types of the successful answers that have other status codes."""
    gone = {old[code] for code in old.keys() - new.keys()} - {*new.values()}
    fresh = {new[code] for code in new.keys() - old.keys()} - {*old.values()}
    return "changed" if gone - {NOTHING} else "widened" if fresh else "narrowed" if gone else ""


def _literal(value: Any) -> str:
    return "none" if value is None else json.dumps(value, ensure_ascii=False)


def _join(values: frozenset[str]) -> str:
    return " or ".join(sorted(values))


def _toggle(lost: str, gained: str) -> Aspect:
    return Aspect(lambda old, new: "" if bool(old) == bool(new) else gained if new else lost, lambda _: "")


_CHANGED = Aspect(lambda *_: "changed")
ASPECTS: Mapping[str, Aspect] = {
    "called": Aspect(lambda *_: "renamed"),
    # The names in a path change as parameters do.
    "address": Aspect(
        lambda *both: "changed" if len({re.sub(r"\{[^}]*\}", "", each) for each in both}) > 1 else ""
    ),
    "module": _CHANGED,
    "location": _CHANGED,
    "parameter": Aspect(lambda *_: "position_renamed"),
    "default": Aspect(lambda *_: "default_changed", lambda value: value or "nothing"),
    "null": _toggle("null_refused", "null_allowed"),
    "required": _toggle("made_optional", "made_required"),
    "deprecated": _toggle("undeprecated", "deprecated"),
    "media": Aspect(_judge_alternatives, _join),
    # An operation that asks for nothing of its own follows the document.
    "security": Aspect(
        lambda old, new: _judge_alternatives(old[1], new[1]) if old[0] or new[0] else "",
        lambda value: _join(value[1]),
    ),
    "successes": Aspect(_judge_successes, lambda value: _join(frozenset(value.values()))),
}
