"""Small HTML tables of records and pages, for notebooks. Secrets are hidden, long values cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from typing import Any, Final, cast

from quentli_client.types import is_secret

from . import columns, rows

# Most records, and most characters of a value, that are shown.
RECORDS: Final = 20
CHARACTERS: Final = 60


def format_record(record: Any) -> str:
    """Return a record as a table of its fields, without those that are null or left out."""
    (row,) = rows([record])
    shown = [(name, _format_value(name, value)) for name, value in row.items() if value is not None]
    return _format_table((type(record).__name__, ""), shown)


def format_records(records: Sequence[Any], model: Any) -> str:
    """Return the first records as a table."""
    names = columns(model)
    shown = rows(records[:RECORDS], model)
    table = _format_table(names, ([_format_value(*item) for item in row.items()] for row in shown))
    rest = len(records) - RECORDS
    return table if rest <= 0 else f"{table}<p>{rest} more on this page</p>"


def _format_value(name: str, value: Any) -> str:
    value = _hide(name, value)
    text = value.isoformat(" ", "seconds") if isinstance(value, datetime) else str(value)
    return "" if value is None else text if len(text) <= CHARACTERS else f"{text[: CHARACTERS - 1]}…"


def _hide(name: str, value: Any) -> Any:
    """Return a value without the secrets in it."""
    if isinstance(value, dict):
        return {key: _hide(key, each) for key, each in cast("dict[str, Any]", value).items()}
    if isinstance(value, list):
        return [_hide(name, each) for each in cast("Iterable[Any]", value)]
    return "***" if isinstance(value, str) and is_secret(name) else value


def _format_table(names: Iterable[str], rows_: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>" for cells in rows_)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
