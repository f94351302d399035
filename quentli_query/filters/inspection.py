"""Explanations of a filter, for people: as text, and as a notebook's table."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from attrs import asdict, evolve

from .compiler import DEFAULT_LIMITS, UNLIMITED, Limits, QueryStyle, measure
from .expressions import NOTHING, Condition, Filter, Group

# Most lines of a tree, and most characters of a string, in a notebook.
HTML_ROWS = 25
HTML_CHARACTERS = 500


def format_as_text(filter_: Filter[Any], limits: Limits, query_style: QueryStyle = "string") -> str:
    """Return the tree with each condition's evidence, the string, and its size beside each limit."""
    rows = list(_list_rows(filter_, limits))
    width = max(len(label) for label, _ in rows)
    lines = [f"{label:<{width}}  {evidence}".rstrip() for label, evidence in rows]
    label = "string    " if query_style == "string" else "parameters"
    string, sizes = _compile(filter_, limits, query_style), _list_sizes(filter_, limits, query_style)
    return "\n".join([*lines, "", f"{label}  {string}", *sizes])


def format_as_html(filter_: Filter[Any]) -> str:
    """Return the tree, each condition's evidence and the string as a small table, long ones cut."""
    left = "style='text-align:left;white-space:pre'"
    string = _compile(filter_, DEFAULT_LIMITS, "string")
    shown = list(_list_rows(filter_, DEFAULT_LIMITS))
    if len(shown) > HTML_ROWS:
        shown[HTML_ROWS:] = [(f"… and {len(shown) - HTML_ROWS} more lines", "")]
    if len(string) > HTML_CHARACTERS:
        string = f"{string[:HTML_CHARACTERS]}… ({len(string):,} characters)"
    rows = "".join(
        f"<tr><td {left}>{escape(label)}</td><td {left}>{escape(evidence)}</td></tr>"
        for label, evidence in shown
    )
    return (
        f"<table><thead><tr><th {left}>filter</th><th {left}>evidence</th></tr></thead><tbody>{rows}</tbody>"
        f"<tfoot><tr><td {left} colspan='2'><code>{escape(string)}</code></td></tr>"
        f"</tfoot></table>"
    )


def _list_rows(
    filter_: Filter[Any], limits: Limits, evidence: str = "", first: str = "", rest: str = ""
) -> Iterator[tuple[str, str]]:
    if not isinstance(filter_, Group):
        yield f"{first}{filter_!r}", evidence or _format_evidence(filter_)
        return
    inferred = {*filter_.inferred(limits)}
    nested = f"inferred: more than {limits.list_items} alternatives" if filter_ in inferred else ""
    yield f"{first}{filter_.function.replace('_', ' ')}", evidence or nested
    # Parts that are inferred, but not by themselves, need an `AND` list.
    overflow = {part for part in filter_.parts if part in inferred and part not in part.inferred(limits)}
    for part in filter_.parts:
        here, below = ("└─ ", "   ") if part == filter_.parts[-1] else ("├─ ", "│  ")
        note = "inferred: needs an AND list" if part in overflow else ""
        yield from _list_rows(part, limits, note, rest + here, rest + below)


def _format_evidence(filter_: Filter[Any]) -> str:
    source = filter_.evidence_source if isinstance(filter_, Condition) else ""
    return f"{filter_.evidence.value}: {source}" if source else filter_.evidence.value


def _compile(filter_: Filter[Any], limits: Limits, query_style: QueryStyle) -> str:
    if filter_ is NOTHING:
        return "none: a list answers it with no record, and without a request"
    unlimited = evolve(UNLIMITED, list_items=limits.list_items)
    return filter_.to_qs(unlimited, query_style=query_style) or "empty: every record"


def _list_sizes(filter_: Filter[Any], limits: Limits, query_style: QueryStyle) -> Iterator[str]:
    allowed = asdict(limits)
    needs = {} if filter_ is NOTHING else measure(filter_.to_where(limits), query_style)
    for limit, needed in needs.items():
        excess = "" if needed <= allowed[limit] else "  too large"
        yield f"{limit.replace('_', ' '):<10}  {needed} of {allowed[limit]}{excess}"
