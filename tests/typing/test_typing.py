"""mypy and pyright accept right code, and refuse exactly the wrong lines. Each checker runs once."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ACCEPTED, REFUSED = HERE / "accepted.py", HERE / "refused.py"

Findings = dict[int, list[str]]
"""Messages of a checker about a file, by line."""


def run(*command: str | Path) -> str:
    # Both exit with 1 if they found errors, and with more if they failed themselves.
    line = [sys.executable, "-m", *command]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def mypy() -> list[tuple[str, int, str]]:
    reports = [json.loads(line) for line in run("mypy", "--output=json", ACCEPTED, REFUSED).splitlines()]
    return [(each["file"], each["line"], each["message"]) for each in reports if each["severity"] == "error"]


def pyright() -> list[tuple[str, int, str]]:
    reports: list[Any] = json.loads(run("pyright", "--outputjson", ACCEPTED, REFUSED))["generalDiagnostics"]
    return [(each["file"], each["range"]["start"]["line"] + 1, each["message"]) for each in reports]


CHECKERS: dict[str, Callable[[], list[tuple[str, int, str]]]] = {"mypy": mypy, "pyright": pyright}


def marked(checker: str) -> set[int]:
    """Return the lines that a checker must refuse."""
    lines = enumerate(REFUSED.read_text(encoding="utf-8").splitlines(), 1)
    marks = {number: re.search(r"# refused(?:: (\w+))?$", line) for number, line in lines}
    return {number for number, mark in marks.items() if mark and mark[1] in (None, checker)}


def shown(lines: set[int], findings: Findings) -> str:
    """Return lines of refused.py with the messages about them."""
    code = REFUSED.read_text(encoding="utf-8").splitlines()
    return "".join(f"\n{line}: {code[line - 1]} {findings.get(line, '')}" for line in sorted(lines))


@pytest.mark.parametrize("checker", ["mypy", pytest.param("pyright", marks=pytest.mark.slow)])
def test_a_checker_accepts_right_code_and_refuses_the_marked_lines(checker: str) -> None:
    findings: dict[Path, Findings] = {ACCEPTED: {}, REFUSED: {}}
    for file, line, message in CHECKERS[checker]():
        findings.setdefault((ROOT / file).resolve(), {}).setdefault(line, []).append(message)
    refused, expected = set(findings[REFUSED]), marked(checker)
    assert findings[ACCEPTED] == {}
    assert expected
    assert not expected - refused, f"{checker} lets pass:{shown(expected - refused, findings[REFUSED])}"
    assert not refused - expected, f"{checker} refuses:{shown(refused - expected, findings[REFUSED])}"
