"""Every Python block of the README runs against a sandbox, and every row of its language table is true."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest

import quentli_query
from quentli_query import AsyncQuentli, Q, Quentli
from quentli_query.sandbox import Sandbox

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
ROWS = [line.strip("| ").split(" | ") for line in README.splitlines() if line.startswith("| `Q.")]


def run(block: str, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUENTLI_API_KEY", sandbox.api_key)
    for client in (Quentli, AsyncQuentli):
        monkeypatch.setattr(quentli_query, client.__name__, partial(client, base_url=sandbox.url))
    names: dict[str, Any] = {}
    exec(compile(block, "README.md", "exec"), names)
    if "quentli" in names:
        names["quentli"].close()


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.splitlines()[-1])
def test_a_block_runs(
    block: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Sandbox(customers=250, seed=7) as sandbox:
        run(block, sandbox, monkeypatch)
    printed = capsys.readouterr().out
    assert ("print(" in block or ".explain()" in block) == bool(printed)
    if ".explain()" in block:
        assert indent(printed, "    ", lambda line: bool(line.strip())) in README


def test_the_first_block_prints_the_customers_meant(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Sandbox(customers=250, seed=7) as sandbox:
        run(BLOCKS[0], sandbox, monkeypatch)
        meant = [
            record
            for record in sandbox.customers
            if "john" in record["name"].lower() or record["id"] in sandbox.without_payments
        ]
    printed = capsys.readouterr().out.splitlines()
    assert sorted(printed) == sorted(f"{record['name']} {record['email']}" for record in meant)
    assert len(printed) > 20


def test_there_are_blocks_and_rows() -> None:
    assert len(BLOCKS) >= 4
    assert len(ROWS) >= 11


@pytest.mark.parametrize(("left", "right"), ROWS, ids=[left for left, _ in ROWS])
def test_a_row_of_the_language_table_is_true(left: str, right: str) -> None:
    expressions = [code for code in re.findall(r"`(.*?)`", left) if code.startswith("Q.")]
    compiled = {str(eval(expression, {"Q": Q})) for expression in expressions}
    assert compiled == set(re.findall(r"`(.*?)`", right)) & compiled
    assert compiled
