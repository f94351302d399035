"""The kinds of change that users can meet, and what is to be known about each."""

from collections.abc import Mapping

from attrs import frozen

REQUEST, ANSWER, UNUSED = "request", "answer", "unused"
"""The directions: what users send, what they are sent, and what no operation leads to."""


@frozen
class Rule:
    """What is to be known about a kind of change.

    Attributes:
        says: The change in words; `before` and `after` may stand in them.
        breaks: The directions in which code of users breaks by it.
        reverse: The kind that it is when the documents change places.
    """

    says: str
    breaks: frozenset[str]
    reverse: str


_NEVER: frozenset[str] = frozenset()
_SENT, _RECEIVED = frozenset({REQUEST}), frozenset({ANSWER})
_BOTH = _SENT | _RECEIVED

RULES: Mapping[str, Rule] = {
    "operation_added": Rule("is new: {after}", _NEVER, "operation_removed"),
    "operation_removed": Rule("is gone: {before}", _BOTH, "operation_added"),
    "operation_moved": Rule("moves from {before} to {after}", _BOTH, "operation_moved"),
    "operation_renamed": Rule("is called {after}, was {before}", _BOTH, "operation_renamed"),
    "operation_regrouped": Rule("is in {after}, was in {before}", _BOTH, "operation_regrouped"),
    "security_changed": Rule(
        "asks for {after} as proof of who calls, was {before}", _BOTH, "security_changed"
    ),
    "server_added": Rule("is a new server", _NEVER, "server_removed"),
    "server_removed": Rule("is no server any more", _BOTH, "server_added"),
    "parameter_added": Rule("is a new parameter, optional", _NEVER, "parameter_removed"),
    "required_parameter_added": Rule("is a new parameter, required", _BOTH, "parameter_removed"),
    "parameter_removed": Rule("is gone", _BOTH, "parameter_added"),
    "parameter_renamed": Rule("is called {after}, was {before}", _BOTH, "parameter_renamed"),
    "body_added": Rule("is new, optional", _NEVER, "body_removed"),
    "required_body_added": Rule("is new, required", _BOTH, "body_removed"),
    "body_removed": Rule("is gone", _BOTH, "body_added"),
    "answer_added": Rule("is new: {after}", _NEVER, "answer_removed"),
    "answer_removed": Rule("is gone: {before}", _BOTH, "answer_added"),
    "error_added": Rule("is new: {after}", _NEVER, "error_removed"),
    "error_removed": Rule("is gone: {before}", _NEVER, "error_added"),
    "media_changed": Rule("is {after}, was {before}", _BOTH, "media_changed"),
    "schema_added": Rule("is new, though no operation uses it", _NEVER, "schema_removed"),
    "schema_removed": Rule("is gone, though no operation used it", _BOTH | {UNUSED}, "schema_added"),
    "class_renamed": Rule("is called {after}", _BOTH | {UNUSED}, "class_renamed"),
    "class_split": Rule("is the class {after}, was {before}", _BOTH | {UNUSED}, "class_split"),
    "field_added": Rule("is a new field", _NEVER, "field_removed"),
    "required_field_added": Rule("is a new field, required", _SENT, "field_removed"),
    "field_removed": Rule("is gone", _BOTH, "field_added"),
    "others_allowed": Rule("may have other fields", _NEVER, "others_refused"),
    "others_refused": Rule("has no other fields any more", _BOTH, "others_allowed"),
    "value_added": Rule("has a new value, {after}", _NEVER, "value_removed"),
    "value_removed": Rule("has no value {before} any more", _BOTH, "value_added"),
    "type_changed": Rule("is {after}, was {before}", _BOTH, "type_changed"),
    "type_widened": Rule("is {after}, was {before}", _RECEIVED, "type_narrowed"),
    "type_narrowed": Rule("is {after}, was {before}", _SENT, "type_widened"),
    "format_changed": Rule("has the format {after}, was {before}", _BOTH, "format_changed"),
    "format_widened": Rule("has the format {after}, was {before}", _NEVER, "format_narrowed"),
    "format_narrowed": Rule("has the format {after}, was {before}", _SENT, "format_widened"),
    "bound_widened": Rule("has {after}, was {before}", _NEVER, "bound_narrowed"),
    "bound_narrowed": Rule("has {after}, was {before}", _SENT, "bound_widened"),
    "bound_changed": Rule("has {after}, was {before}", _SENT, "bound_changed"),
    "default_changed": Rule("is {after} if left out, was {before}", _NEVER, "default_changed"),
    "null_allowed": Rule("may be null", _RECEIVED, "null_refused"),
    "null_refused": Rule("is never null any more", _SENT, "null_allowed"),
    "made_required": Rule("is required", _SENT, "made_optional"),
    "made_optional": Rule("is optional", _RECEIVED, "made_required"),
    "deprecated": Rule("is deprecated", _NEVER, "undeprecated"),
    "undeprecated": Rule("is no longer deprecated", _NEVER, "deprecated"),
}
