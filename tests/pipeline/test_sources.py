"""The sources of documents, files and addresses: reading them, and refusing the unsuitable."""

import gzip
import os
import re
import time
from pathlib import Path

import pytest
from pipeline.serving import Answer, body, endless, serving

from scripts.pipeline import loader, sources
from scripts.pipeline.errors import StepError

REFUSED = {
    **dict.fromkeys(
        (
            "ftp://127.0.0.1/a",
            "file:///etc/passwd",
            "http://example.org/a",
            "http://127.0.0.1.example.org/a",
            "https://",
            "https:///a",
        ),
        "is refused; give a path, an https:// address",
    ),
    "https://key@example.org/a": "credentials",
    "https://user:key@127.0.0.1/a": "credentials",
    "http://[": "Invalid IPv6 URL",
}
HEAD = b"HTTP/1.1 200 OK\r\n"

ANSWERS: dict[str, tuple[Answer, str]] = {
    "not found": (body(b"nothing", "404 Not Found"), "answers 404 Not Found"),
    "an error": (body(b"", "500 Error"), "answers 500"),
    "no content": (body(b"", "204 No Content"), "answers 204"),
    "a redirect": (
        body(b"", "302 Found", Location="http://127.0.0.1:1/a"),
        "redirects to 'http://127.0.0.1:1/a'",
    ),
    "a redirect to a file": (body(b"", "301 Moved", Location="file:///etc/passwd"), "'file:///etc/passwd'"),
    "too long": (body(b"a" * (loader.MAX_BYTES + 1)), "longer than 8 MiB"),
    "endless": (endless(HEAD + b"\r\n", b"a" * 65536), "longer than 8 MiB"),
    "cut off": (body(b"a: 1", Content_Length="1000"), "cannot be read"),
    "mail": (lambda: [b"220 mail.example\r\n"], "cannot be read"),
}


def keep_silent() -> list[bytes]:
    time.sleep(2)
    return []


def test_a_file_may_be_as_long_as_the_limit_and_no_longer(tmp_path: Path) -> None:
    file = tmp_path / "document.yaml"
    content = b"\xff\x00a" + b" " * (loader.MAX_BYTES - 3)
    file.write_bytes(content)
    assert sources.fetch(str(file)) == content

    file.write_bytes(content + b" ")
    with pytest.raises(StepError, match="longer than 8 MiB"):
        loader.parse(sources.fetch(str(file)))


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        with pytest.raises(StepError, match="is not a file"):
            sources.fetch(str(path))


def test_an_address_is_asked_once_and_without_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUENTLI_API_KEY", "sk_secret")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    with serving(body(b"openapi: 3.0.3")) as server:
        assert sources.fetch(f"{server.url}/openapi.yaml?v=2") == b"openapi: 3.0.3"

    [head] = server.requests
    assert head.startswith("GET /openapi.yaml?v=2 ")
    assert not re.search("(?i)authorization|cookie|sk_secret", head)


@pytest.mark.parametrize(("address", "reason"), REFUSED.items())
def test_refused_addresses(address: str, reason: str) -> None:
    with pytest.raises(StepError, match=reason):
        sources.fetch(address)


@pytest.mark.parametrize(("answer", "reason"), ANSWERS.values(), ids=ANSWERS)
def test_refused_answers(answer: Answer, reason: str) -> None:
    with serving(answer) as server, pytest.raises(StepError, match=reason):
        loader.parse(sources.fetch(f"{server.url}/openapi.yaml"))
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "answer",
    [endless(HEAD, b"X: a\r\n", pause=0.05), endless(HEAD + b"\r\n", b"a", pause=0.05), keep_silent],
    ids=["slow headers", "slow body", "silence"],
)
def test_slow_answers_are_broken_off(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "TIMEOUT", 0.5)

    with serving(answer) as server, pytest.raises(StepError, match=r"within 0\.5 seconds|: ReadTimeout"):
        sources.fetch(server.url)


def test_compressed_responses_are_not_expanded() -> None:
    compressed = gzip.compress(b"a" * 10_000_000)
    with serving(body(compressed, Content_Encoding="gzip")) as server:
        assert sources.fetch(server.url) == compressed


def test_a_closed_port() -> None:
    with serving(body(b"")) as server:
        pass

    with pytest.raises(StepError, match="cannot be read: .+"):
        sources.fetch(server.url)
