"""Signatures, bases and docstrings as readers need them: shorter than autodoc shows them by itself."""

from __future__ import annotations

import re
from importlib.util import resolve_name
from typing import TYPE_CHECKING, Any, Generic, get_origin

from docutils import nodes
from sphinx.pycode import ModuleAnalyzer

import quentli_query

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# Classes that users make themselves. Of others, the arguments of the constructor are left out.
_MADE_BY_USERS = (
    "quentli_query.Quentli",
    "quentli_query.AsyncQuentli",
    "quentli_query.Limits",
    "quentli_query.sandbox.",
)
# Arguments that every fault takes, which stand at the base of all.
_OF_ALL_FAULTS = re.compile(r"(, )?only: .*?, probability: float = 1.0, times: int \| None = None")


def simplify_signature(
    _app: Sphinx,
    what: str,
    name: str,
    _obj: object,
    _options: Any,
    signature: str | None,
    returns: str | None,
) -> tuple[str, str | None] | None:
    """Leave out what says nothing: constructors that users don't call, and `Unset` beside its only value."""
    if not signature:
        return None
    if what in ("class", "exception") and not name.startswith(_MADE_BY_USERS):
        return "", None
    if name.startswith("quentli_query.sandbox.") and not name.endswith(".Fault"):
        signature = _OF_ALL_FAULTS.sub("", signature).replace(", *)", ")").replace("(*)", "()")
    signature = re.sub(r"TypeAliasForwardRef\('([\w.]+)'\)", r"\1", signature)
    return signature.replace(" | Unset = UNSET", " = UNSET"), returns


def simplify_bases(_app: Sphinx, _name: str, _obj: object, _options: Any, bases: list[type]) -> None:
    """Leave out bases that say nothing to users."""
    bases[:] = [each for each in bases if each is not object and get_origin(each) is not Generic]


def prepare_docstring(
    _app: Sphinx, what: str, name: str, _obj: object, _options: Any, lines: list[str]
) -> None:
    """Leave out what the page says above, and keep napoleon from reading `Price: what it costs` as a type."""
    if what == "class" and name.startswith("quentli_resources.methods."):
        is_async = name.rpartition(".")[2].startswith("Async")
        lines[:] = ["The same methods, to be awaited, of `AsyncQuentli`."] if is_async else []
    if what == "data" and name.startswith("quentli_query."):
        lines[:] = _read_comment(name.removeprefix("quentli_query.")) or lines
    if what in ("attribute", "data", "property"):
        lines[:0] = ["..", ""]


def _read_comment(name: str) -> list[str]:
    """Return what the module that defines a public value says below it."""
    module = quentli_query._MODULES.get(name)
    if module is None:
        return []
    found = ModuleAnalyzer.for_module(resolve_name(module, quentli_query.__name__)).find_attr_docs()
    return found.get(("", name), [])


def rename_variables(_app: Sphinx, doctree: nodes.document) -> None:
    """Head a list of attributes `Attributes`, as docstrings do, and not `Variables`."""
    for name in doctree.findall(nodes.field_name):
        if name.astext() == "Variables":
            name[0] = nodes.Text("Attributes")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the functions."""
    app.connect("autodoc-process-docstring", prepare_docstring, priority=400)  # before napoleon
    app.connect("autodoc-process-bases", simplify_bases)
    app.connect("autodoc-process-signature", simplify_signature)
    app.connect("doctree-read", rename_variables)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
