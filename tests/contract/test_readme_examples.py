"""Blocks of the README beyond the sandbox, answered by Prism."""

from __future__ import annotations

import pytest
from support.readme import BEYOND_THE_SANDBOX, run


@pytest.mark.parametrize("block", BEYOND_THE_SANDBOX, ids=lambda block: block.splitlines()[-1])
def test_block_runs(
    block: str, prism_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(block, "sk_test", prism_url, monkeypatch)
    assert capsys.readouterr().out
