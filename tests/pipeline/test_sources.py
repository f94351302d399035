"""Where documents come from: files and addresses, and what is refused of either."""

import gzip
import os
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from pipeline.serving import Answer, body, endless, serving, slow_headers

from scripts.pipeline import reading, sources
from scripts.pipeline.steps import StepError

NOT_ASKED = {
    "ftp://127.0.0.1/a": "ftp:// is not understood",
    "file:///etc/passwd": "file:// is not understood",
    "http://example.org/a": "http is for addresses of this machine",
    "http://127.0.0.1.example.org/a": "http is for addresses of this machine",
    "https://key@example.org/a": "credentials",
    "https://user:key@127.0.0.1/a": "credentials",
    "https://": "names no host",
    "https:///a": "names no host",
    "http://[": "is not an address",
}


def greeting(handler: BaseHTTPRequestHandler) -> None:
    """Say what a server of mail would."""
    handler.wfile.write(b"220 mail.example\r\n")


ANSWERS: dict[str, tuple[Answer, str]] = {
    "not found": (body(b"nothing", 404), "answers 404 Not Found"),
    "an error": (body(b"", 500), "answers 500"),
    "no content": (body(b"", 204), "answers 204"),
    "a web page": (body(b"<html>", Content_Type="text/html; charset=utf-8"), "a web page"),
    "elsewhere": (
        body(b"", 302, Location="http://127.0.0.1:1/secret"),
        "redirects to 'http://127.0.0.1:1/secret'",
    ),
    "a file": (body(b"", 301, Location="file:///etc/passwd"), "redirects to 'file:///etc/passwd'"),
    "compressed": (body(gzip.compress(b"a" * 10_000_000), Content_Encoding="gzip"), "compressed"),
    "too long": (body(b"a" * (reading.MAX_BYTES + 1)), "longer than 8 MiB"),
    "endless": (endless(b"a" * 65536), "longer than 8 MiB"),
    "cut off": (body(b"a: 1", Content_Length="1000"), "cannot be read"),
    "no http": (greeting, "cannot be read"),
}


def test_a_file(tmp_path: Path) -> None:
    file = tmp_path / "document.yaml"
    file.write_bytes(b"\xff\x00a")

    assert sources.fetch(str(file)) == b"\xff\x00a"


def test_a_file_may_be_as_long_as_the_limit_and_no_longer(tmp_path: Path) -> None:
    file = tmp_path / "document.yaml"
    file.write_bytes(b" " * reading.MAX_BYTES)
    assert len(sources.fetch(str(file))) == reading.MAX_BYTES

    file.write_bytes(b" " * (reading.MAX_BYTES + 1))
    with pytest.raises(StepError, match="longer than 8 MiB"):
        sources.fetch(str(file))


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        with pytest.raises(StepError, match="is not a file"):
            sources.fetch(str(path))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sources.fetch(str(tmp_path / "nothing"))


def test_an_address_is_asked_once_and_without_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUENTLI_API_KEY", "sk_secret")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    with serving(body(b"openapi: 3.0.3")) as server:
        assert sources.fetch(f"{server.url}/openapi.yaml?v=2") == b"openapi: 3.0.3"

    [(path, headers)] = server.requests
    assert path == "/openapi.yaml?v=2"
    assert not {"authorization", "cookie"} & {name.lower() for name in headers}
    assert "sk_secret" not in str(headers)


@pytest.mark.parametrize(("address", "reason"), NOT_ASKED.items())
def test_addresses_that_are_not_asked(address: str, reason: str) -> None:
    with pytest.raises(StepError, match=reason):
        sources.fetch(address)


@pytest.mark.parametrize(("answer", "reason"), ANSWERS.values(), ids=ANSWERS)
def test_answers_that_are_no_document(answer: Answer, reason: str) -> None:
    with serving(answer) as server, pytest.raises(StepError, match=reason):
        sources.fetch(f"{server.url}/openapi.yaml")
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "answer",
    [slow_headers, endless(b"a", pause=0.05), lambda _: time.sleep(2)],
    ids=["slow headers", "slow body", "silence"],
)
def test_what_takes_too_long_is_broken_off(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "TIMEOUT", 0.5)
    begun = time.perf_counter()

    with serving(answer) as server:
        with pytest.raises(StepError, match=r"within 0\.5 seconds|cannot be read: .*Timeout"):
            sources.fetch(server.url)
        assert time.perf_counter() - begun < 1.5


def test_nobody_answers() -> None:
    with serving(body(b"")) as server:
        pass

    with pytest.raises(StepError, match="cannot be read: .*(refused|failed)"):
        sources.fetch(server.url)
