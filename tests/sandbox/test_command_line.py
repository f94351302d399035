"""``python -m quentli_query.sandbox``."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest
from support.asking import NO_TLS, run_program

from quentli_query.sandbox import Sandbox, __main__ as cli


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    """Restore the handlers, and heed interrupts also in the background of a script, which ignores them."""
    interrupt = signal.signal(signal.SIGINT, signal.default_int_handler)
    terminate = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGINT, interrupt)
    signal.signal(signal.SIGTERM, terminate)


def get_customers(url: str, key: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {key}"}
    return httpx.get(f"{url}/v1/customers", headers=headers, verify=NO_TLS)


def test_serves_until_interrupted() -> None:
    with run_program("--customers", "3", "--seed", "5") as (process, url, key):
        response = get_customers(url, key)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=20)
    assert response.json() == list(Sandbox(customers=3, seed=5).customers)
    assert (process.returncode, output, errors) == (0, "", "")
    with pytest.raises(httpx.ConnectError):
        get_customers(url, key)


def test_options_and_output(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    responses: list[httpx.Response] = []

    def interrupt(seconds: float) -> None:
        responses.append(get_customers(url, "sk_sandbox_not_a_secret"))
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(time, "sleep", interrupt)
    cli.main(["--port", url.rpartition(":")[2], "--customers", "2", "--now", "2031-05-05T12:00:00Z"])
    assert capsys.readouterr().out == f"url  {url}\nkey  sk_sandbox_not_a_secret\n"
    moment = datetime(2031, 5, 5, 12, tzinfo=UTC)
    assert [response.json() for response in responses] == [list(Sandbox(2, now=moment).customers)]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--port", "65536"], "'65536' is not a TCP port"),
        (["--port", "http"], "'http' is not a TCP port"),
        (["--now", "today"], "'today' is not an ISO 8601 instant"),
        (["--now", "2026-01-31"], "now=datetime.datetime(2026, 1, 31, 0, 0) has no zone"),
    ],
)
def test_wrong_arguments(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == 2
    assert message in capsys.readouterr().err


def test_port_in_use_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with Sandbox([]) as sandbox:
        port = sandbox.url.rpartition(":")[2]
        with pytest.raises(SystemExit):
            cli.main(["--port", port, "--customers", "0"])
    assert f"port {port} on 127.0.0.1 is in use" in capsys.readouterr().err


@pytest.mark.parametrize("package", ["uvicorn", "faker"])
def test_missing_extra_is_explained(package: str) -> None:
    run_module = "runpy.run_module('quentli_query.sandbox', run_name='__main__')"
    command = [sys.executable, "-c", f"import runpy, sys; sys.modules[{package!r}] = None; {run_module}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "quentli_query.sandbox needs more packages: pip install 'quentli-query[sandbox]'\n"
