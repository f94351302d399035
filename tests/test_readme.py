"""The README: every Python block runs against a sandbox, and every row about filters and lists is true."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from textwrap import indent
from typing import get_args

import pytest
from quentli_client.models import PaymentType
from support.readme import (
    BEYOND_THE_SANDBOX,
    BLOCKS,
    FILTER_ROWS,
    LIST_ROWS,
    ON_THE_SANDBOX,
    README,
    code,
    run,
)

import quentli_query
from quentli_query import Quentli
from quentli_query.client.lists.resource import RetrievableResource
from quentli_query.filters.vocabulary import inspect
from quentli_query.sandbox import Sandbox

ROOT = Path(__file__).parents[1]
NAMES = {name: getattr(quentli_query, name) for name in quentli_query.__all__} | {"PaymentType": PaymentType}


@pytest.mark.parametrize("block", ON_THE_SANDBOX, ids=lambda block: block.splitlines()[-1])
def test_block_runs(block: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with Sandbox(customers=250, seed=7) as sandbox:
        run(block, sandbox.api_key, sandbox.url, monkeypatch)
    printed = capsys.readouterr().out
    assert ("print(" in block or ".explain()" in block) == bool(printed)
    if ".explain()" in block:
        assert indent(printed, "    ", lambda line: bool(line.strip())) in README


def test_the_first_block_prints_the_customers_meant(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Sandbox(customers=250, seed=7) as sandbox:
        run(ON_THE_SANDBOX[0], sandbox.api_key, sandbox.url, monkeypatch)
        meant = [
            record
            for record in sandbox.customers
            if "john" in record["name"].lower() or record["id"] in sandbox.without_payments
        ]
    printed = capsys.readouterr().out.splitlines()
    assert sorted(printed) == sorted(f"{record['name']} {record['email']}" for record in meant)
    assert len(printed) > 20


def test_blocks_and_rows_exist() -> None:
    assert len(ON_THE_SANDBOX) >= 4
    assert BEYOND_THE_SANDBOX
    assert len(FILTER_ROWS) >= 17
    assert len(LIST_ROWS) == 10


@pytest.mark.parametrize("row", FILTER_ROWS, ids=lambda row: row.split(" | ")[0])
def test_row_about_a_filter_is_true(row: str) -> None:
    left, right = row.split(" | ", 1)
    expressions = [each for each in code(left) if re.match(r"\w*Q\.", each)]
    compiled = {str(eval(expression, dict(NAMES))) for expression in expressions}
    assert compiled == set(code(right)) & compiled
    assert compiled


@pytest.mark.parametrize("row", LIST_ROWS[:-1], ids=lambda row: row.split(" | ")[0])
def test_row_about_a_list_is_true(row: str) -> None:
    ((attribute,), vocabularies, (record,), got) = map(code, row.split(" | "))
    name = attribute.removeprefix("quentli.")
    for vocabulary in vocabularies:
        assert inspect(NAMES[vocabulary]).resource == name
    with Quentli("sk_1") as quentli:
        resource = getattr(quentli, name)
    (base,) = type(resource).__orig_bases__
    assert [each.__forward_arg__ for each in get_args(base)] == [f"models.{each}" for each in (record, *got)]
    assert isinstance(resource, RetrievableResource) == bool(got)


def test_every_block_passes_the_strict_type_checker(tmp_path: Path) -> None:
    for number, block in enumerate(BLOCKS):
        (tmp_path / f"block_{number}.py").write_text(block, encoding="utf-8")
    # With the project's own settings, which are strict, the run finds its cache.
    command = [sys.executable, "-m", "mypy", str(tmp_path)]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
