"""Where a document comes from: a file or a web address, and never more of it than a document may have."""

import asyncio
import stat
from http import HTTPStatus
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import httpx

from scripts.pipeline.reading import MAX_BYTES
from scripts.pipeline.steps import StepError

TIMEOUT = 20.0
"""Seconds until a document must have come, from the first connection to the last byte."""

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_WEB_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_HEADERS = {
    "Accept": "application/yaml, application/json, text/yaml, text/plain, */*;q=0.1",
    # Compressed, a short answer could become a very long one.
    "Accept-Encoding": "identity",
    "User-Agent": "quentli-query-regenerate",
}


def fetch(source: str) -> bytes:
    """The bytes of a file or of what a web address answers.

    Raises:
        StepError: The address is none that may be asked, or does not answer with a document.
        OSError: The file cannot be read.
    """
    return download(source) if "://" in source else read_file(Path(source))


def read_file(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        StepError: It is too long, or no file that ends (a device, a pipe).
        OSError: It cannot be read.
    """
    # Asked before it is opened, for to open a pipe is to wait for a writer.
    if not stat.S_ISREG(path.stat().st_mode):
        raise StepError(f"{path} is not a file")
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise StepError(_too_long(str(path)))
    return content


def download(url: str) -> bytes:
    """The bytes that an address answers with, over https; http is for this machine alone.

    No credentials go along, and no redirect is followed.

    Raises:
        StepError: The address is none that may be asked, or does not answer with a document in time.
    """
    local = _may_be_asked(url)
    try:
        return asyncio.run(_download(url, trust_environment=not local))
    except TimeoutError as error:
        raise StepError(f"{url} has not answered in full within {TIMEOUT:g} seconds") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise StepError(f"{url} cannot be read: {error or type(error).__name__}") from error


def _may_be_asked(url: str) -> bool:
    """Whether the address is on this machine."""
    try:
        parts = urlsplit(url)
        local = parts.hostname in _LOOPBACK
    except ValueError as error:
        raise StepError(f"{url!r} is not an address: {error}") from error
    for wrong, reason in (
        (
            parts.scheme not in {"http", "https"},
            f"{parts.scheme}:// is not understood; give a path or https://",
        ),
        (not parts.hostname, "the address names no host"),
        (_has_credentials(parts), "the address has credentials in it, which are not sent"),
        (parts.scheme == "http" and not local, "http is for addresses of this machine; use https://"),
    ):
        if wrong:
            raise StepError(reason)
    return local


def _has_credentials(parts: SplitResult) -> bool:
    return "@" in parts.netloc


async def _download(url: str, *, trust_environment: bool) -> bytes:
    # The environment may name a proxy, which an address of this machine must not go through.
    client = httpx.AsyncClient(timeout=TIMEOUT, follow_redirects=False, trust_env=trust_environment)
    async with asyncio.timeout(TIMEOUT), client, client.stream("GET", url, headers=_HEADERS) as response:
        _check(url, response)
        content = b""
        async for chunk in response.aiter_raw():
            content += chunk
            if len(content) > MAX_BYTES:
                raise StepError(_too_long(url))
        return content


def _check(url: str, response: httpx.Response) -> None:
    if response.is_redirect:
        target = response.headers["Location"]
        raise StepError(f"{url} redirects to {target!r}; if that is right, give that address itself")
    if response.status_code != HTTPStatus.OK:
        raise StepError(f"{url} answers {response.status_code} {response.reason_phrase}")
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise StepError(f"{url} answers compressed, though asked not to")
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind in _WEB_PAGES:
        raise StepError(f"{url} answers with a web page, not with a document")


def _too_long(source: str) -> str:
    return f"{source} is longer than {MAX_BYTES / 2**20:g} MiB"
