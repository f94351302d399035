"""Every block of code in the README and the documentation runs, prints what stands below it, and has right types."""

from __future__ import annotations

import doctest
import io
import re
import subprocess
import sys
import tokenize
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from quentli_client.models import PaymentType
from support.pages import BLOCKS, PAGES, ROOT, Block, blocks, code, rows

import quentli_query
from quentli_query import Quentli
from quentli_query.sandbox import Sandbox

PYTHON_PAGES = [page for page in PAGES if any(block.page == page and block.is_run for block in BLOCKS)]
NAMES = {name: getattr(quentli_query, name) for name in quentli_query.__all__} | {"PaymentType": PaymentType}
FILTER_ROWS = [row for page in PAGES for row in rows(page) if re.match(r"`\w*Q\.", row)]
EXPECTED = {block: output for block, output in pairwise(BLOCKS) if output.language == "text"}


def identify(block: Block) -> str:
    return f"{block.page.relative_to(ROOT)}:{block.line}"


@pytest.mark.parametrize("page", PYTHON_PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_blocks_run_in_the_order_of_their_page(
    page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "page"}
    with Sandbox(customers=250, seed=7) as sandbox, ExitStack() as clients:
        monkeypatch.setenv("QUENTLI_API_KEY", sandbox.api_key)
        monkeypatch.setenv("QUENTLI_BASE_URL", sandbox.url)
        for block in BLOCKS:
            if block.page == page and block.is_run:
                exec(compile(block.source, str(page), "exec"), names)
                printed = capsys.readouterr().out
                if block in EXPECTED and not EXPECTED[block].directive:
                    expected = EXPECTED[block].text
                    matches = doctest.OutputChecker().check_output(expected, printed, doctest.ELLIPSIS)
                    assert matches, f"{identify(block)} prints\n{printed}"
                for value in names.values():
                    if isinstance(value, Quentli):
                        clients.callback(value.close)


def write_file(block: Block, folder: Path) -> None:
    """Write a block as a file of its own."""
    name = f"test_{block.page.stem.replace('-', '_')}_{block.line}.py"
    (folder / name).write_text(block.source, encoding="utf-8")


def test_blocks_pass_as_test_files(tmp_path: Path) -> None:
    for block in BLOCKS:
        if block.value == "pytest":
            write_file(block, tmp_path)
    # One process for all, without a plugin that takes seconds to load.
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:schemathesis"]
    finished = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout
    assert "passed" in finished.stdout


def test_each_block_runs_or_says_why_not() -> None:
    checked = {*EXPECTED.values(), *(each for each in BLOCKS if each.language == "python")}
    assert not [identify(each) for each in BLOCKS if each not in checked and each.directive != "not run"]
    assert all(block.is_run or block.missing for block in EXPECTED if EXPECTED[block].directive is None)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_lead_to_files(name: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", (ROOT / name).read_text(encoding="utf-8"))
    assert links
    assert not [link for link in links if "://" not in link and not (ROOT / link).exists()]


@pytest.mark.parametrize("row", FILTER_ROWS)
def test_row_about_a_filter_is_true(row: str) -> None:
    left, right = row.split(" | ", 1)
    expressions = [each for each in code(left) if re.match(r"\w*Q\.", each)]
    compiled = {str(eval(expression, dict(NAMES))) for expression in expressions}
    assert compiled == set(code(right)) & compiled
    assert compiled


def list_names(page: str) -> list[list[str]]:
    """List the names, numbers and operators of each block in Python: all but comments and text."""
    kinds = (tokenize.NAME, tokenize.NUMBER, tokenize.OP)
    texts = [io.StringIO(each.text) for each in blocks(ROOT / "docs" / page) if each.language == "python"]
    tokens = [tokenize.generate_tokens(text.readline) for text in texts]
    return [[each.string for each in block if each.type in kinds] for block in tokens]


@pytest.mark.parametrize(
    ("page", "translation"), [("tutorial.md", "es/tutorial.md"), ("guides/filters.md", "es/filtros.md")]
)
def test_translation_has_the_same_code(page: str, translation: str) -> None:
    assert list_names(page) == list_names(translation)
    original, translated = (
        [code(row)[:2] for row in rows(ROOT / "docs" / each) if row.startswith("`")]
        for each in (page, translation)
    )
    assert original == translated


@pytest.mark.slow
def test_pages_pass_the_strict_type_checker(tmp_path: Path) -> None:
    for number, page in enumerate(PYTHON_PAGES):
        texts = [block.text for block in BLOCKS if block.page == page and block.is_run]
        name = page.stem.replace("-", "_")
        (tmp_path / f"page_{number}_{name}.py").write_text("\n".join(texts), encoding="utf-8")
    for block in BLOCKS:
        if block.value in ("pytest", "prism"):
            write_file(block, tmp_path)
    # With the project's own settings, which are strict, the run finds its cache.
    command = [sys.executable, "-m", "mypy", str(tmp_path)]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
