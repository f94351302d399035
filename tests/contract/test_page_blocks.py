"""Blocks of the README and the documentation that ask for what the sandbox doesn't serve, answered by Prism."""

from __future__ import annotations

import pytest
from support.pages import BLOCKS, Block


@pytest.mark.parametrize(
    "block", [each for each in BLOCKS if each.value == "prism"], ids=lambda each: each.page.stem
)
def test_block_runs(
    block: Block, prism_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUENTLI_API_KEY", "sk_test")
    monkeypatch.setenv("QUENTLI_BASE_URL", prism_url)
    exec(compile(block.source, str(block.page), "exec"), {})
    assert capsys.readouterr().out
