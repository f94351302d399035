"""The names that users of the generated client write, as the generator makes them from a document's."""

import keyword
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from openapi_python_client.parser.properties import EnumProperty
from openapi_python_client.parser.properties.schemas import Class
from openapi_python_client.strings import ClassName, PythonIdentifier

PACKAGE = "quentli_client"

_PREFIX = "field_"
_TAKEN_BY_CALLS = frozenset({"client", "url"})
_VERSION = re.compile(r"v\d+")
# The ending of a plural, and of its singular.
_PLURALS = ((r"ies", "y"), (r"(?<=ss|sh|ch)es|(?<=x)es|(?<=[^aeo]us)es", ""), (r"(?<![su])s", ""))


@lru_cache(maxsize=10_000)
def of_class(name: str) -> str:
    """The class of a component."""
    return str(ClassName(name, _PREFIX))


@lru_cache(maxsize=10_000)
def of_field(name: str) -> str:
    """The attribute of a model."""
    return str(PythonIdentifier(name, _PREFIX))


def of_argument(name: str) -> str:
    """Return the keyword of a method: the attribute without the underscore that avoids a builtin's name."""
    attribute = of_field(name)
    bare = attribute.removesuffix("_")
    return attribute if keyword.iskeyword(bare) or bare == "self" else bare


def of_parameter(name: str, location: str) -> str:
    """The argument of an operation's functions."""
    argument = of_field(name)
    return of_field(f"{argument}_{location}") if argument in _TAKEN_BY_CALLS else argument


def name_vocabulary(resource: str, names: Mapping[str, Mapping[str, str]]) -> str:
    """Return the name of a list's vocabulary: the overlay's, or that of one record, such as `InvoiceQ`."""
    return names.get(resource, {}).get("name") or f"{of_class(singular(resource))}Q"


def singular(noun: str) -> str:
    """Return the singular of an English plural: `payment_concept` of `payment_concepts`."""
    for plural, ending in _PLURALS:
        name, count = re.subn(f"(?:{plural})$", ending, noun)
        if count:
            return name
    return noun


def of_call(path: str, operation_id: str) -> str:
    """Return the method of an operation as users write it: `quentli.customers.update`.

    The resource is the path's first segment after the version; the verb is the operation's id without the
    resource, and `get` for `get_by_id`.
    """
    segments = [each for each in path.split("/") if each and not _VERSION.fullmatch(each)]
    resource = of_argument(segments[0].strip("{}")) if segments else "root"
    verb = of_field(operation_id).removeprefix(f"{resource}_")
    return f"quentli.{resource}.{'get' if verb.endswith('get_by_id') else of_argument(verb)}"


def of_members(values: Sequence[Any], names: Sequence[str] = ()) -> list[str]:
    """The members of an enum, in the order of its values.

    Args:
        values: The values.
        names: What the document calls them, if it does.
    """
    anywhere = Class(ClassName("Any", _PREFIX), PythonIdentifier("any", _PREFIX))
    try:
        members = list(EnumProperty.values_from_list(list(values), anywhere, list(names)))
    except (ValueError, TypeError, LookupError, AttributeError):
        members = []
    # Values of which no enum can be made, or that are alike but for their capitals, the generator refuses.
    return members if len(members) == len(values) else [str(value) for value in values]


def of_operation(tags: Sequence[str], operation_id: str) -> str:
    """The module of an operation."""
    tag = PythonIdentifier(tags[0] if tags else "default", prefix="tag")
    return f"{PACKAGE}.api.{tag}.{of_field(operation_id)}"


def of_unnamed_operation(method: str, path: str) -> str:
    """What stands for the id of an operation that has none."""
    return f"{method}_{path.replace('{', '').replace('}', '').replace('/', '_').strip('_')}"
