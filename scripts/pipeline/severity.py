"""Kinds of change, and the directions in which each breaks code of users."""

from collections.abc import Mapping

from attrs import frozen

REQUEST, ANSWER, STATUS, UNUSED = "request", "answer", "status", "unused"
"""Directions: sent by users, received by them, a status code as such, and not reached by any operation."""


@frozen
class Rule:
    """Text and severity of a kind of change.

    Attributes:
        says: The change in words; `before` and `after` may stand in them.
        breaks: The directions in which it breaks code of users.
    """

    says: str
    breaks: frozenset[str]


_NEVER: frozenset[str] = frozenset()
_SENT, _RECEIVED = frozenset({REQUEST}), frozenset({ANSWER})
_BOTH = _SENT | _RECEIVED

RULES: Mapping[str, Rule] = {
    "added": Rule("is new", _NEVER),
    "required_added": Rule("is new and required", _SENT),
    "removed": Rule("is gone", _BOTH | {UNUSED}),
    "renamed": Rule("is called {after}, was {before}", _BOTH | {UNUSED}),
    "position_renamed": Rule("is called {after}, was {before}", _NEVER),
    "changed": Rule("is {after}, was {before}", _BOTH),
    "widened": Rule("is {after}, was {before}", _RECEIVED),
    "narrowed": Rule("is {after}, was {before}", _SENT),
    "alternative_added": Rule("is {after}, was {before}", _NEVER),
    "bound_changed": Rule("has {after}, was {before}", _SENT),
    "bound_widened": Rule("has {after}, was {before}", _NEVER),
    "bound_narrowed": Rule("has {after}, was {before}", _SENT),
    "default_changed": Rule("is {after} if left out, was {before}", _NEVER),
    "null_allowed": Rule("may be null", _RECEIVED),
    "null_refused": Rule("is never null any more", _SENT),
    "made_required": Rule("is required", _SENT),
    "made_optional": Rule("is optional", _RECEIVED),
    "deprecated": Rule("is deprecated", _NEVER),
    "undeprecated": Rule("is no longer deprecated", _NEVER),
}
