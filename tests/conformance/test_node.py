"""The tools of these tests fail loudly: with the output of npm or of the Node program."""

from __future__ import annotations

from pathlib import Path

import pytest
from conformance.node import NodeError, NodeProcess, installed
from conformance.npm_qs import Qs

pytestmark = pytest.mark.slow


def test_a_failed_installation_shows_npms_output_and_leaves_nothing(tmp_path: Path) -> None:
    package_json = tmp_path / "package.json"
    package_json.write_text("not json")
    with pytest.raises(NodeError, match="EJSONPARSE"):
        installed(package_json, tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_an_installation_happens_once(tmp_path: Path) -> None:
    package_json = tmp_path / "package.json"
    package_json.write_text('{"private": true}')
    first = installed(package_json, tmp_path / "cache")
    (first.parent / "mark").touch()
    assert installed(package_json, tmp_path / "cache") == first
    assert (first.parent / "mark").exists()


def test_a_program_that_fails_shows_its_errors(tmp_path: Path) -> None:
    script = tmp_path / "script.js"
    script.write_text("throw new Error('what went wrong')")
    process = NodeProcess(script, tmp_path)
    with pytest.raises(NodeError, match="what went wrong"):
        process.receive()
    with pytest.raises(NodeError, match="what went wrong"):
        process.close()


@pytest.mark.parametrize("text", ["", "é😎", "\N{LINE SEPARATOR}", "\ud800", '"\\\n\0'])
def test_every_text_travels_between_the_processes_unchanged(qs: Qs, text: str) -> None:
    assert qs.parse(f"a={text}") == {"a": text}
