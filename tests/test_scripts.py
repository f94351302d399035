"""The scripts that make .venv, run with a Python that only notes how it was called."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "--editable .[progress,sandbox]"
PYTHON = """#!/bin/sh
echo "$*" >> calls
case "$*" in
    *"-m venv"*) rm -rf .venv && mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    *ensurepip*) touch .venv/bin/pip ;;
    *" install "*) test ! -e offline ;;
esac
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "scripts").mkdir()
    for name in ("setup", "demo", "demo.py"):
        shutil.copy(ROOT / "scripts" / name, tmp_path / "scripts")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "python").write_text(PYTHON)
    (tmp_path / "python").chmod(0o755)
    return tmp_path


def run(checkout: Path, command: str, python: str = "python") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHON": str(checkout / python)}
    line = f"{checkout}/scripts/{command}".split()
    return subprocess.run(line, env=environment, capture_output=True, text=True, check=False)


def read_installed(checkout: Path) -> list[str]:
    """Return what pip was asked to install, without its own update."""
    calls = (checkout / "calls").read_text()
    installed: list[str] = re.findall(r" install .*--disable-pip-version-check (?:--no-compile )?(.*)", calls)
    return [each for each in installed if each != "pip>=25.1"]


@pytest.mark.parametrize(
    ("commands", "installed"),
    [
        ("setup; setup", [f"{PACKAGE} --group dev"]),
        ("setup; setup --demo", [f"{PACKAGE} --group dev"]),
        ("setup; setup --data; setup --data", [f"{PACKAGE} --group dev", "--group data"]),
        ("setup --data; setup", [f"{PACKAGE} --group dev --group data"]),
        ("setup --docs; setup --data --docs", [f"{PACKAGE} --group docs", "--group dev --group data"]),
        ("setup --demo; setup", [PACKAGE, "--group dev"]),
        ("demo; demo; setup --docs", [PACKAGE, "--group docs"]),
    ],
)
def test_setup_installs_what_is_missing(checkout: Path, commands: str, installed: list[str]) -> None:
    for command in commands.split("; "):
        assert run(checkout, command).returncode == 0
    assert read_installed(checkout) == installed


def test_setup_starts_anew_when_the_project_has_changed(checkout: Path) -> None:
    run(checkout, "setup")
    (checkout / "pyproject.toml").write_text("[project]\nversion = '2'\n")
    run(checkout, "setup")
    assert read_installed(checkout) == [f"{PACKAGE} --group dev"] * 2


@pytest.mark.parametrize("before", ["", "setup --demo"])
def test_setup_tries_again_after_a_failure(checkout: Path, before: str) -> None:
    if before:
        run(checkout, before)
    (checkout / "offline").touch()
    assert run(checkout, "setup").returncode
    (checkout / "offline").unlink()
    assert run(checkout, "setup").returncode == 0
    assert read_installed(checkout)[-1].endswith("--group dev")


@pytest.mark.parametrize(
    ("command", "status", "words"),
    [
        ("demo --help", 0, "usage: scripts/demo"),
        ("demo 20 --help", 2, "no arguments but --help, and was given: 20"),
        ("setup --doc", 2, "but not --doc"),
        ("setup --data docs", 2, "but not docs"),
    ],
)
def test_arguments_are_checked_before_installing(
    checkout: Path, command: str, status: int, words: str
) -> None:
    done = run(checkout, command)
    assert done.returncode == status
    assert words in (done.stderr if status else done.stdout)
    assert not (checkout / ".venv").exists()


def test_setup_names_the_python_that_is_needed(checkout: Path) -> None:
    done = run(checkout, "setup", python="no-python")
    assert done.returncode == 1
    assert "needs Python 3.11 or later" in done.stderr
