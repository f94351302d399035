"""What the README says, for the tests that hold it to that."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import quentli_query
from quentli_query import AsyncQuentli, Quentli

if TYPE_CHECKING:
    import pytest

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
BEYOND_THE_SANDBOX = [block for block in BLOCKS if "invoices.create" in block]
ON_THE_SANDBOX = [block for block in BLOCKS if block not in BEYOND_THE_SANDBOX]
FILTER_ROWS = [row for row in re.findall(r"^\| (.*) \|$", README, re.MULTILINE) if re.match(r"`\w*Q\.", row)]
LIST_ROWS = [row for row in re.findall(r"^\| (.*) \|$", README, re.MULTILINE) if row.startswith("`quentli.")]


def run(block: str, api_key: str, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a block against the server at `url`."""
    monkeypatch.setenv("QUENTLI_API_KEY", api_key)
    for client in (Quentli, AsyncQuentli):
        monkeypatch.setattr(quentli_query, client.__name__, partial(client, base_url=url))
    names: dict[str, Any] = {}
    exec(compile(block, "README.md", "exec"), names)
    if "quentli" in names:
        names["quentli"].close()


def code(cell: str) -> list[str]:
    """The code in a cell of a table."""
    return re.findall(r"`(.*?)`", cell)
