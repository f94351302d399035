"""The programs in docs/examples, each in a process of its own, against a sandbox."""

from __future__ import annotations

import ast
import csv
import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from quentli_query import Quentli
from quentli_query.sandbox import Delay, ErrorStatus, IgnoreFilter, Sandbox

BAD_GATEWAY = "the billing service did not answer as it should"
EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(customers=120, seed=3) as running:
        yield running


def start(sandbox: Sandbox, folder: Path, *command: str) -> subprocess.Popen[str]:
    """Start a Python program in a folder, with the sandbox for the API."""
    own = {"QUENTLI_API_KEY": sandbox.api_key, "QUENTLI_BASE_URL": sandbox.url, "PYTHONUTF8": "1"}
    environment = {**os.environ, **own, "RUNTIME__DLTHUB_TELEMETRY": "false", "DLT_DATA_DIR": str(folder)}
    line = [sys.executable, *command]
    return subprocess.Popen(
        line, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def run(sandbox: Sandbox, folder: Path, name: str, *arguments: str) -> str:
    """Run an example to its end, and return what it prints."""
    with start(sandbox, folder, str(EXAMPLES / f"{name}.py"), *arguments) as process:
        output, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return output


def test_each_is_short() -> None:
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in EXAMPLES.glob("*.py")]
    assert len(lengths) >= 7
    assert max(lengths) <= 60


def test_export_customers(sandbox: Sandbox, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    run(sandbox, tmp_path, "export_customers", "2024-05")
    table = parquet.read_table(tmp_path / "customers-2024-05.parquet")
    with (tmp_path / "customers-2024-05.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == table["id"].to_pylist() != []
    assert "0 customers" in run(sandbox, tmp_path, "export_customers", "1999-01")
    assert (tmp_path / "customers-1999-01.csv").read_text("utf-8-sig").startswith("id,created_at,")


def test_who_owes_what(sandbox: Sandbox, tmp_path: Path) -> None:
    pytest.importorskip("polars")
    assert "owed" in run(sandbox, tmp_path, "who_owes_what")


def test_find_duplicates(tmp_path: Path) -> None:
    phones = ["+52 55 1234 5678", "+52 1 55 1234 5678", "+525587654321"]
    with Sandbox(customers=[{"phoneNumber": phone} for phone in phones]) as three:
        first, second, last = run(three, tmp_path, "find_duplicates").splitlines()
        assert first == "5512345678"
        assert {second.split()[1], last.split()[1]} == {each["id"] for each in three.customers[:2]}


@pytest.mark.slow
def test_load_with_dlt(sandbox: Sandbox, tmp_path: Path) -> None:
    pytest.importorskip("dlt")
    number = len(sandbox.records("payments"))
    for _ in range(2):
        assert run(sandbox, tmp_path, "load_with_dlt") == f"{number} payments in quentli.duckdb\n"
    # The second run reads only the last five minutes again.
    assert "gte" in (sandbox.requests[-1].filter or {})["updatedAt"]


def test_explore(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUENTLI_API_KEY", sandbox.api_key)
    monkeypatch.setenv("QUENTLI_BASE_URL", sandbox.url)
    cells = json.loads((EXAMPLES / "explore.ipynb").read_text(encoding="utf-8"))["cells"]
    names: dict[str, Any] = {}
    shown = []
    for cell in cells:
        if cell["cell_type"] == "code":
            *statements, last = ast.parse("".join(cell["source"])).body
            assert isinstance(last, ast.Expr)
            exec(compile(ast.Module(statements, []), "cell", "exec"), names)
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
            shown.append("" if value is None else value._repr_html_())
    names["quentli"].close()
    without_payments, explained, page, record, many = shown
    assert "noPayments=true" in without_payments
    assert "documented" in capsys.readouterr().out
    assert explained == ""
    assert "<th>created_at</th>" in page
    assert record.startswith("<table>")
    assert len(many) < 10_000


def test_filter_endpoint(sandbox: Sandbox, tmp_path: Path) -> None:
    pytest.importorskip("fastapi")
    server = [
        "-m",
        "uvicorn",
        "filter_endpoint:app",
        "--app-dir",
        str(EXAMPLES),
        "--port",
        "0",
        "--no-access-log",
    ]
    with start(sandbox, tmp_path, *server) as process:
        assert process.stderr is not None
        address = next(line.split()[-5] for line in process.stderr if "running on" in line)
        with httpx.Client(base_url=address) as client:
            try:
                found = client.get("/customers", params={"filter": "name[contains]=a"})
                assert {"id", "created_at"} < set(found.json()[0])
                refused = client.get("/customers", params={"filter": "phoneNumber=1"})
                assert (refused.status_code, "phoneNumber" in refused.text) == (422, True)
                sandbox.misbehave(ErrorStatus(400))
                assert client.get("/customers").json() == {"error": BAD_GATEWAY}
                sandbox.misbehave(IgnoreFilter("name"))
                ignored = client.get("/customers", params={"filter": "name=Nobody"})
                assert (ignored.status_code, ignored.json()) == (502, {"error": BAD_GATEWAY})
            finally:
                sandbox.misbehave()
                process.terminate()


def read_names(path: Path) -> dict[str, str]:
    """Return the names of the copied customers, by id."""
    query = "select id, name from customers"
    if path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as database:
            return dict(database.execute(query))
    with pytest.importorskip("duckdb").connect(str(path)) as database:
        return dict(database.execute(query).fetchall())


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("duckdb", marks=pytest.mark.slow)])
def test_a_killed_copy_is_completed_by_the_next_run(kind: str, tmp_path: Path) -> None:
    pytest.importorskip(kind if kind == "duckdb" else "sqlite3")
    chance = random.Random(5)
    file, name = tmp_path / f"customers.{kind}", f"copy_to_{kind}"
    with Sandbox(customers=600, seed=5) as sandbox, Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:

        def change(_request: object) -> bool:
            sandbox.add(name=f"New {chance.random()}")
            sandbox.archive(chance.choice(sandbox.customers)["id"])
            return False

        sandbox.misbehave(Delay(0.005, only=change))
        for requests in (1, 5):
            before = len(sandbox.requests)
            with start(sandbox, tmp_path, str(EXAMPLES / f"{name}.py"), str(file)) as process:
                while len(sandbox.requests) - before < requests:
                    assert process.poll() is None
                    time.sleep(0.001)
                process.kill()  # SIGKILL
            renamed = chance.choice(sandbox.customers)["id"]
            quentli.customers.update(renamed, name=f"Renamed {requests}")
        sandbox.misbehave()
        run(sandbox, tmp_path, name, str(file))
        assert read_names(file) == {record["id"]: record["name"] for record in sandbox.customers}
