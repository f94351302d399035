"""The sandbox conforms to the document: schemathesis finds no violation.

Schemathesis sends valid and invalid requests in many forms and orders, and compares each response with the document.
The modules `served` and `hooks` tell it about the sandbox.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest
from contract.operations import Operation
from contract.served import LISTS, SERVED, SINGLES, WRITES, served

from quentli_query.sandbox import MissingFields, Sandbox

HERE = Path(__file__).parent


def schemathesis(
    sandbox: Sandbox, operations: Sequence[Operation], folder: Path, *options: str
) -> subprocess.CompletedProcess[str]:
    """Run schemathesis against a sandbox. The exit status is 0 without findings."""

    def ids(resource: str) -> list[str]:
        return [record["id"] for record in sandbox.records(resource)[:3]]

    document = folder / "document.json"
    document.write_text(json.dumps(served(ids)), encoding="utf-8")
    arguments = [
        f"--config-file={HERE / 'schemathesis.toml'}",
        *("--no-color", "run", str(document), f"--url={sandbox.url}"),
        f"--header=Authorization: Bearer {sandbox.api_key}",
        *(f"--include-operation-id={operation.name}" for operation in operations),
    ]
    path = [str(HERE.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.run(
        [sys.executable, "-m", "schemathesis.cli", *arguments, *options],
        cwd=folder,  # or it would leave its files in the project
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path), "NO_PROXY": "127.0.0.1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def statuses_by_operation(sandbox: Sandbox) -> dict[tuple[str, str], set[int | None]]:
    """Collect the statuses of all responses by method and path."""
    statuses = defaultdict(set)
    for request in sandbox.requests:
        resource, _, identifier = request.path.removeprefix("/v1/").partition("/")
        path = f"/v1/{resource}/{{id}}" if identifier else request.path
        statuses[request.method.lower(), path].add(request.status)
    return statuses


RESOURCES = {**LISTS, **SINGLES, **WRITES}


@pytest.mark.parametrize(
    ("resources", "examples"),
    [
        pytest.param({"customers", "payments"}, 6, marks=pytest.mark.slow),
        pytest.param({*LISTS.values()}, 300, marks=pytest.mark.exhaustive),
    ],
)
def test_sandbox_conforms_to_the_document(resources: set[str], examples: int, tmp_path: Path) -> None:
    chosen = [each for each in SERVED if RESOURCES[each.method, each.path] in resources]
    with Sandbox(customers=40) as sandbox:
        done = schemathesis(sandbox, chosen, tmp_path, f"--max-examples={examples}")
        statuses = statuses_by_operation(sandbox)
    assert done.returncode == 0, done.stdout
    # Without these statuses, schemathesis did not try the operation.
    for operation in chosen:
        place = (operation.method, operation.path)
        expected = {401, 404} if place in SINGLES else {400, 401, 409} if place in WRITES else {400, 401}
        assert statuses[place] >= {200, *expected}, place


@pytest.mark.slow
def test_faults_are_found(tmp_path: Path) -> None:
    listing = [each for each in SERVED if (each.method, each.path) == ("get", "/v1/customers")]
    with Sandbox(customers=3, faults=[MissingFields("name")]) as sandbox:
        done = schemathesis(sandbox, listing, tmp_path, "--phases=coverage")
    assert done.returncode == 1
    assert "Response violates schema" in done.stdout
