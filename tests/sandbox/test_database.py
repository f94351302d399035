"""Records that a sandbox keeps in a file."""

from __future__ import annotations

import contextlib
import signal
import sqlite3
from functools import partial
from pathlib import Path

import httpx
import pytest
from sandbox.responses import list_all
from support.asking import NO_TLS, client_of, run_program
from support.document import LISTS

from quentli_query.sandbox import Sandbox


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sandbox.db"


def test_records_are_kept(database: Path) -> None:
    with Sandbox(10, seed=3, database=database) as sandbox, client_of(sandbox) as client:
        client.post("/v1/customers", json={"input": {"name": "Eva"}})
        sandbox.archive(sandbox.customers[0]["id"])
        kept = {name: sandbox.records(name) for name in LISTS}
    with Sandbox(5, database=database) as again, client_of(again) as client:
        assert {name: again.records(name) for name in LISTS} == kept
        created = client.post("/v1/customers", json={"input": {"name": "Eva"}}).json()["customer"]
        identifiers = {created["id"], again.add()["id"], *(each["id"] for each in kept["customers"])}
        assert len(identifiers) == len(again.customers) == 13
        assert again.records("invoices")[: len(kept["invoices"])] == kept["invoices"]


def test_other_files_are_refused(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database.write_text("no database " * 1000)
    with pytest.raises(ValueError, match="not a database of a sandbox"):
        Sandbox(database=database)
    database.unlink()
    with contextlib.closing(sqlite3.connect(database)) as other:
        other.execute("CREATE TABLE mine (id)")
        for version in (0, 5):
            other.execute(f"PRAGMA user_version = {version}")
            with pytest.raises(ValueError, match="of another version of the sandbox, or of another program"):
                Sandbox(database=database)
            assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("mine",)]
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))
        with pytest.raises(ValueError, match=r"sandbox.db' cannot be used: database is locked"):
            Sandbox(database=database)


def test_killed_process_leaves_whole_records(database: Path) -> None:
    created: list[str] = []
    with run_program("--customers", "30", "--database", str(database)) as (process, url, key):
        with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {key}"}, verify=NO_TLS) as client:
            for number in range(20):
                body = {"input": {"name": f"Eva {number}"}}
                created.append(client.post("/v1/customers", json=body).json()["customer"]["id"])
            # Killed while it makes up what thirty customers are billed.
            with contextlib.suppress(httpx.HTTPError):
                client.get("/v1/invoices", timeout=0.02)
        process.send_signal(signal.SIGKILL)
    with contextlib.closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with Sandbox(0, database=database) as sandbox, client_of(sandbox) as client:
        assert [each["id"] for each in sandbox.customers[30:]] == created
        assert list(sandbox.customers) == list_all(client)
        paying = {payment["customerId"] for payment in sandbox.records("payments")}
        assert paying == {each["id"] for each in sandbox.customers} - sandbox.without_payments
