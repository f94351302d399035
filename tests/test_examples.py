"""The programs in docs/examples, against a sandbox."""

from __future__ import annotations

import ast
import csv
import json
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
from starlette.testclient import TestClient

from quentli_query import Quentli
from quentli_query.sandbox import Delay, ErrorStatus, IgnoreFilter, Sandbox

BAD_GATEWAY = "the billing service did not answer as it should"
EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"


@pytest.fixture(scope="module")
def running() -> Iterator[Sandbox]:
    with Sandbox(customers=120, seed=3) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Sandbox:
    """A sandbox that programs find, in an empty folder."""
    use(running, monkeypatch)
    monkeypatch.chdir(tmp_path)
    return running


def use(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUENTLI_API_KEY", sandbox.api_key)
    monkeypatch.setenv("QUENTLI_BASE_URL", sandbox.url)


def run(monkeypatch: pytest.MonkeyPatch, name: str, *arguments: str) -> None:
    """Run an example as a program."""
    monkeypatch.setattr(sys, "argv", [name, *arguments])
    run_path(str(EXAMPLES / f"{name}.py"), run_name="__main__")


def test_export_customers(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    run(monkeypatch, "export_customers", "2024-05")
    ids = parquet.read_table("customers-2024-05.parquet")["id"].to_pylist()
    with Path("customers-2024-05.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == ids != []
    run(monkeypatch, "export_customers", "1999-01")
    assert Path("customers-1999-01.csv").read_text("utf-8-sig").startswith("id,created_at,")


def test_who_owes_what(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("polars")
    run(monkeypatch, "who_owes_what")
    assert "owed" in capsys.readouterr().out


def test_find_duplicates(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    phones = ["+52 55 1234 5678", "+52 1 55 1234 5678", "+525587654321"]
    with Sandbox(customers=[{"phoneNumber": phone} for phone in phones]) as three:
        use(three, monkeypatch)
        run(monkeypatch, "find_duplicates")
        first, second, last = capsys.readouterr().out.splitlines()
        assert first == "5512345678"
        assert {second.split()[1], last.split()[1]} == {each["id"] for each in three.customers[:2]}


@pytest.mark.slow
def test_load_with_dlt(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("dlt")
    monkeypatch.setenv("RUNTIME__DLTHUB_TELEMETRY", "false")
    monkeypatch.setenv("DLT_DATA_DIR", str(tmp_path))
    printed = f"{len(sandbox.records('payments'))} payments in quentli.duckdb\n"
    for _ in range(2):
        # In a process of its own: dlt warns, and keeps what it has loaded.
        program = [sys.executable, str(EXAMPLES / "load_with_dlt.py")]
        assert subprocess.run(program, check=True, capture_output=True, text=True).stdout == printed
    # The second run reads only the last five minutes again.
    assert "gte" in (sandbox.requests[-1].filter or {})["updatedAt"]


def test_explore(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
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


def test_filter_endpoint(sandbox: Sandbox) -> None:
    pytest.importorskip("fastapi")
    app = run_path(str(EXAMPLES / "filter_endpoint.py"))["app"]
    with TestClient(app) as client:
        found = client.get("/customers", params={"filter": "name[contains]=a"})
        assert set(found.json()[0]) == {"id", "name", "email", "created_at"}
        assert client.get("/customers", params={"filter[name]": "Nobody"}).json() == []
        assert len(client.get("/customers").json()) == len(sandbox.customers)
        for query in ({"filter": "phoneNumber=1"}, {"phoneNumber": "1"}, {"filter": "", "phoneNumber": "1"}):
            refused = client.get("/customers", params=query)
            assert (refused.status_code, "phoneNumber" in refused.text) == (422, True)
        for fault in (ErrorStatus(400), IgnoreFilter("name")):
            sandbox.misbehave(fault)
            failed = client.get("/customers", params={"filter": "name=Nobody"})
            assert (failed.status_code, failed.json()) == (502, {"error": BAD_GATEWAY})
    sandbox.misbehave()


def read_names(path: Path) -> dict[str, str]:
    """Return the names of the copied customers, by id."""
    query = "select id, name from customers"
    if path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as database:
            return dict(database.execute(query))
    with pytest.importorskip("duckdb").connect(str(path)) as database:
        return dict(database.execute(query).fetchall())


@pytest.mark.parametrize("kind", ["sqlite3", pytest.param("duckdb", marks=pytest.mark.slow)])
def test_a_killed_copy_is_completed_later(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip(kind)
    chance = random.Random(5)
    name = f"copy_to_{kind.rstrip('3')}"
    file = tmp_path / f"customers.{kind.rstrip('3')}"
    with Sandbox(customers=600, seed=5) as sandbox, Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        use(sandbox, monkeypatch)

        def change(_request: object) -> bool:
            sandbox.add(name=f"New {chance.random()}")
            sandbox.archive(chance.choice(sandbox.customers)["id"])
            return False

        sandbox.misbehave(Delay(0.005, only=change))
        for requests in (1, 5):
            before = len(sandbox.requests)
            with subprocess.Popen([sys.executable, EXAMPLES / f"{name}.py", file]) as process:
                while len(sandbox.requests) - before < requests:
                    assert process.poll() is None
                    time.sleep(0.001)
                process.kill()  # SIGKILL
            renamed = chance.choice(sandbox.customers)["id"]
            quentli.customers.update(renamed, name=f"Renamed {requests}")
        sandbox.misbehave()
        run(monkeypatch, name, str(file))
        assert read_names(file) == {record["id"]: record["name"] for record in sandbox.customers}
