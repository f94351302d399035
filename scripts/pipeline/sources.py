"""The sources of a document: a file or a web address, read up to the size limit of documents."""

import asyncio
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from scripts.pipeline.errors import StepError
from scripts.pipeline.loader import MAX_BYTES

TIMEOUT = 20.0
"""The seconds from the first connection to the last byte."""

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
# Compressed, a short response could become a very long document.
_HEADERS = {"Accept": "application/yaml, application/json, */*;q=0.1", "Accept-Encoding": "identity"}


def fetch(source: str) -> bytes:
    """Read a file, or request an address over https, or over http on this machine.

    A request has no credentials, and redirects are not followed. At most one byte more than the size limit of
    documents is returned.

    Raises:
        StepError: The address is refused, or its response is no document; or the path is no file.
        OSError: The file cannot be read.
    """
    if "://" not in source:
        return _read(Path(source))
    try:
        is_loopback = _check(source)
        return asyncio.run(_download(source, trust_environment=not is_loopback))
    except TimeoutError as error:
        raise StepError(f"{source} has not answered in full within {TIMEOUT:g} seconds") from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise StepError(f"{source} cannot be read: {str(error) or type(error).__name__}") from error


def _read(path: Path) -> bytes:
    # Opening a pipe waits for a writer, so it is refused before.
    if path.exists() and not path.is_file():
        raise StepError(f"{path} is not a file")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _check(url: str) -> bool:
    """Refuse an unsafe address. Return true if it is one of this machine."""
    parts = urlsplit(url)
    is_loopback = parts.hostname in _LOOPBACK
    if "@" in parts.netloc:
        raise StepError("the address holds credentials, which are never sent; remove them")
    if not parts.hostname or parts.scheme not in ({"http", "https"} if is_loopback else {"https"}):
        raise StepError(f"{url} is refused; give a path, an https:// address, or http:// on this machine")
    return is_loopback


async def _download(url: str, *, trust_environment: bool) -> bytes:
    # The environment may name a proxy, which an address of this machine must not go through.
    client = httpx.AsyncClient(timeout=TIMEOUT, trust_env=trust_environment)
    async with asyncio.timeout(TIMEOUT), client, client.stream("GET", url, headers=_HEADERS) as response:
        if response.is_redirect:
            target = response.headers["Location"]
            raise StepError(f"{url} redirects to {target!r}; if that is right, give that address itself")
        if response.status_code != HTTPStatus.OK:
            raise StepError(f"{url} answers {response.status_code} {response.reason_phrase}")
        content = b""
        async for chunk in response.aiter_raw():
            content += chunk
            if len(content) > MAX_BYTES:
                break
        return content
