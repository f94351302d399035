"""The sandbox keeps to the document: schemathesis, which knows how APIs fail to, finds nothing.

It sends what the document allows and what it does not, in the forms and orders that it comes up with, and compares each
answer with the document. What is special to the sandbox it is told by `served` and `hooks`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from contract.served import LISTS, SERVED, SINGLES, WRITES, served

from quentli_query.sandbox import ErrorStatus, Html, MissingFields, Sandbox
from quentli_query.sandbox.faults import Fault
from quentli_query.sandbox.operations import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contract.operations import Operation

HERE = Path(__file__).parent


def schemathesis(
    sandbox: Sandbox, operations: Sequence[Operation], folder: Path, *options: str
) -> subprocess.CompletedProcess[str]:
    """Run schemathesis against a sandbox; its status is 0 if it found nothing."""

    def ids(resource: str) -> list[str]:
        return [record["id"] for record in sandbox.records(resource)[:3]]

    document = folder / "document.json"
    document.write_text(json.dumps(served(ids)), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "schemathesis.cli",
        "--no-color",
        f"--config-file={HERE / 'schemathesis.toml'}",
    ]
    arguments = [str(document), f"--url={sandbox.url}", f"--header=Authorization: Bearer {sandbox.api_key}"]
    chosen = [f"--include-operation-id={operation.name}" for operation in operations]
    return subprocess.run(
        [*command, "run", *arguments, *chosen, *options],
        cwd=folder,  # or it would leave its files in the project
        env={**os.environ, "PYTHONPATH": str(HERE.parent), "NO_PROXY": "127.0.0.1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def answered(sandbox: Sandbox) -> dict[tuple[str, str], set[int | None]]:
    """The statuses that requests for each operation had."""
    statuses = defaultdict(set)
    for request in sandbox.requests:
        found = find(request.path)
        if found:
            statuses[request.method.lower(), found.path].add(request.status)
    return statuses


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(("--max-examples=8", "--seed=1"), id="normal"),
        pytest.param(("--max-examples=300",), marks=pytest.mark.slow, id="slow"),
    ],
)
def test_nothing_is_found(options: tuple[str, ...], tmp_path: Path) -> None:
    with Sandbox(customers=40) as sandbox:
        done = schemathesis(sandbox, SERVED, tmp_path, *options)
        assert done.returncode == 0, done.stdout
        # Nothing can be found where nothing was tried.
        statuses = answered(sandbox)
        for operations, tried in (
            (LISTS, {200, 400, 401}),
            (SINGLES, {200, 401, 404}),
            (WRITES, {200, 400, 401, 409}),
        ):
            for operation in operations:
                assert statuses[operation] >= tried, operation


def test_all_that_the_sandbox_serves_is_tried() -> None:
    assert len(SERVED) == len(LISTS) + len(SINGLES) + len(WRITES)


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        pytest.param(MissingFields("name"), "Response violates schema", id="missing"),
        pytest.param(Html(), "Undocumented Content-Type", id="html", marks=pytest.mark.slow),
        pytest.param(ErrorStatus(500), "Server error", id="error", marks=pytest.mark.slow),
    ],
)
def test_a_fault_is_found(fault: Fault, found: str, tmp_path: Path) -> None:
    lists = [each for each in SERVED if (each.method, each.path) == ("get", "/v1/customers")]
    with Sandbox(customers=3, faults=[fault]) as sandbox:
        done = schemathesis(sandbox, lists, tmp_path, "--phases=coverage")
        assert done.returncode == 1
        assert found in done.stdout
