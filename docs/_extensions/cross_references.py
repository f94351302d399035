"""Links from code in docstrings and from type hints to the pages that describe what they name."""

from __future__ import annotations

import builtins
import collections.abc
import re
import typing
from functools import cache
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxRole

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.domains.python import PythonDomain
    from sphinx.environment import BuildEnvironment

_NAME = re.compile(r"([A-Za-z_]\w*(?:\.\w+)*)(?:\(\))?")

# Names in type hints that have no page here: of Python itself, of httpx, dateutil and
# pytest, and type variables.
_ELSEWHERE = {
    *dir(builtins),
    *typing.__all__,
    *collections.abc.__all__,
    *("date", "datetime", "timedelta", "tzinfo", "Decimal", "PathLike", "Enum", "StrEnum"),
    *("Client", "AsyncClient", "Timeout", "relativedelta", "FixtureRequest", "Path"),
    *("R", "S", "T", "V"),
}
# A protocol, in place of the class of all vocabularies that users see.
_SAME = {"quentli_query.filters.expressions.VocabularyLike": "Vocabulary"}


class CodeOrLink(SphinxRole):
    """Text in single backticks: code, and a link if it is a name that the reference describes."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the node."""
        code = nodes.literal(self.text, self.text, classes=["py"])
        found = _NAME.fullmatch(self.text)
        if not found:
            return [code], []
        options = {
            "refdomain": "py",
            "reftype": "obj",
            "reftarget": found[1],
            "refwarn": False,
            "is_code": True,
        }
        names = {name: self.env.ref_context.get(name) for name in ("py:module", "py:class")}
        return [addnodes.pending_xref(self.rawtext, code, refdoc=self.env.docname, **options, **names)], []


def resolve(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, content: nodes.Element
) -> nodes.Node | None:
    """Link a name by its last parts alone: annotations have names as modules import them."""
    if node.get("refdomain") != "py":
        return None
    name = re.sub(r"^(models|params)\.", "", node["reftarget"])
    last = name.rpartition(".")[2]
    is_code = bool(node.get("is_code"))
    if not is_code and last in _ELSEWHERE:
        return content
    # A single word in lower case may be anything.
    found = set() if is_code and name.islower() and last == name else _find(env.domains.python_domain, name)
    if len(found) == 1:
        domain, place = env.domains.python_domain, (env, node["refdoc"], app.builder)
        return domain.resolve_xref(*place, "obj", found.pop(), node, content)
    return content if is_code else None


def _find(domain: PythonDomain, name: str) -> set[str]:
    """Return the described objects whose full names end with this one."""
    name = _SAME.get(name, name)
    candidates = _index(domain).get(name.rpartition(".")[2], ())
    return {full for full in candidates if f".{full}".endswith(f".{name}")}


@cache
def _index(domain: PythonDomain) -> dict[str, list[str]]:
    """Return the full names of all objects by their last part. References are resolved when all are known."""
    found: dict[str, list[str]] = {}
    for full, entry in domain.objects.items():
        if not entry.aliased:
            found.setdefault(full.rpartition(".")[2], []).append(full)
    return found


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the role and the resolver."""
    app.add_role("code-or-link", CodeOrLink())
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
