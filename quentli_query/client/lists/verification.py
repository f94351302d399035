"""Verification: refuse filters that are only inferred, and explain records that do not match a filter.

`query.decode_page` compares the records and raises; `PageRequest.drop_mismatches` leaves them out instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, Final

from ...errors import FilterNotHonoredError, UndocumentedFilterError
from ...filters.compiler import Limits, QueryStyle
from ...filters.evaluator import fold_text, get_value
from ...filters.expressions import AllOf, Condition, Filter, Group, first_failed
from ...filters.literals import shorten
from ...filters.operators import CONTAINS, ENDS_WITH, EQUALS, STARTS_WITH

if TYPE_CHECKING:
    from ..config import Config

# A text in its pattern, by operator, in the notation of fnmatch.
_PATTERNS: Final = {CONTAINS: "*{}*", STARTS_WITH: "{}*", ENDS_WITH: "*{}", EQUALS: "{}"}
_WILDCARDS: Final = {"%": "*", "_": "?"}
_LIKE_CHARACTER: Final = re.compile(r"\\(.)|([%_])|.", re.DOTALL)


def build_mismatch_error(
    failing: Sequence[Any], records: Sequence[Any], filter_: Filter[Any], resource: str, config: Config
) -> FilterNotHonoredError:
    """Build the error for records of a page that certainly don't satisfy its filter.

    Args:
        failing: these records.
        records: all records of the page.
        filter_: the filter.
        resource: name of the list.
        config: the options of the client.
    """
    failed = first_failed(filter_, failing[0])
    assert failed is not None
    if all(fits_pattern(filter_, record) for record in failing):
        reason = "read % and _ as wildcards, as SQL's LIKE does, because the record fits that pattern"
    else:
        reason = "ignore that part of the filter"
        reason += _suggest_style(config.query_style) if _is_ignored(filter_, records) else ""
    found = getattr(failing[0], "id", None)
    record_id = config.secret.redact(found) if isinstance(found, str) else None
    evidence = failed.evidence.value
    return FilterNotHonoredError(
        f"the server returned record {record_id} of {resource}, which does not satisfy {failed!r} "
        f"({evidence}): it seems to {reason}. No record of this page was handed out. on_mismatch='drop' "
        f"leaves such records out. With verify=False the records come unchecked",
        record_id=record_id,
        condition=failed,
        evidence=evidence,
    )


def fits_pattern(filter_: Filter[Any], record: object) -> bool:
    """Return whether a record may satisfy a filter whose texts are read as patterns of SQL's LIKE."""
    if isinstance(filter_, Group):
        results = (fits_pattern(part, record) for part in filter_.parts)
        return all(results) if isinstance(filter_, AllOf) else any(results)
    if filter_.matches(record) is not False:
        return True
    pattern = _PATTERNS.get(filter_.operator) if isinstance(filter_, Condition) else None
    if not isinstance(filter_, Condition) or pattern is None or filter_.field.exact:
        return False
    actual = get_value(record, filter_.field.attribute, filter_.field.key)
    if not isinstance(actual, str) or not isinstance(filter_.value, str):
        return False
    return fnmatchcase(fold_text(actual), pattern.format(_LIKE_CHARACTER.sub(_translate, filter_.value)))


def _translate(match: re.Match[str]) -> str:
    """Translate a character of a LIKE pattern for fnmatch. A backslash escapes the next character."""
    escaped, wildcard = match.groups()
    if wildcard:
        return _WILDCARDS[wildcard]
    return re.sub(r"[*?[]", r"[\g<0>]", fold_text(escaped or match[0]))


def _is_ignored(filter_: Filter[Any], records: Sequence[Any]) -> bool:
    """Return whether records fail every part of the filter that can be checked on all of them."""
    results = [
        {part.matches(record) for record in records}
        for part in (filter_.parts if isinstance(filter_, AllOf) else (filter_,))
    ]
    return all(False in found for found in results if None not in found)


def _suggest_style(query_style: QueryStyle) -> str:
    other = "nested" if query_style == "string" else "string"
    return f" or the whole of it: perhaps it reads filters as query_style={other!r} writes them"


def refuse_inferred(filter_: Filter[Any], limits: Limits) -> None:
    """Refuse a filter with parts that are neither documented nor seen in use.

    Raises:
        UndocumentedFilterError: if a part is only inferred.
    """
    inferred = filter_.inferred(limits)
    if inferred:
        raise UndocumentedFilterError(
            f"only inferred, and so refused by a strict client: {'; '.join(map(shorten, inferred))}. Say it "
            f"with what is documented (equals, contains, gte, any_of, flags), or set strict=False",
            conditions=inferred,
        )
