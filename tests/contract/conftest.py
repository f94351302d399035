"""Mock servers made from the document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conformance.node import NodeProcess, installed
from pipeline.described import described
from support.document import DOCUMENT

from quentli_query import Quentli
from scripts.pipeline.visitor import Document

HERE = Path(__file__).parent


def _prism(document: Document, folder: Path) -> Iterator[str]:
    path = folder / "document.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    with NodeProcess(HERE / "prism.js", installed(HERE / "package.json")) as process:
        process.send(str(path))
        yield process.receive()


@pytest.fixture(scope="session")
def prism_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a Prism that answers with the examples of the vendor's document.

    The document is in its canonical form. Where `anyOf` has branches, Prism answers with the first one and sees no
    example: of `[string, date-time]` that would be any text. And where a branch is only `{nullable: true}`, it checks
    nothing of the whole body, and does not say so.
    """
    yield from _prism(DOCUMENT, tmp_path_factory.mktemp("prism"))


@pytest.fixture(scope="session")
def prism(prism_url: str) -> Iterator[Quentli]:
    """A client of Prism."""
    with Quentli("sk_test", base_url=prism_url, max_retries=0) as quentli:
        yield quentli


@pytest.fixture(scope="session")
def inventive_prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Quentli]:
    """A client of a Prism that can be asked to make up answers, of the document as it is meant."""
    for url in _prism(described(), tmp_path_factory.mktemp("prism")):
        with Quentli("sk_test", base_url=url, max_retries=0) as quentli:
            yield quentli
