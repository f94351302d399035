"""The site builds without a warning, its links lead somewhere, and it describes everything public."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from quentli_resources.registry import LISTS
from support.document import OPERATIONS
from support.methods import METHODS
from support.pages import ROOT

import quentli_query
from quentli_query import sandbox, tables
from quentli_query.client.registry import load_resource
from quentli_query.filters.fields import get_spec
from quentli_query.filters.vocabulary import inspect

pytestmark = pytest.mark.slow

# What Sphinx adds to the pages of docs.
EXTRA = {"genindex.html", "py-modindex.html", "search.html"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    for name in ("sphinx", "furo", "myst_parser", "sphinx_copybutton"):
        pytest.importorskip(name, reason="the group `docs` is not installed")
    built = tmp_path_factory.mktemp("site")
    # The plain theme, which takes two thirds of the time. scripts/docs builds with the real one.
    options = ["-W", "--keep-going", "-n", "-q", "-E", "-D", "html_theme=basic", "-d", str(built / "trees")]
    command = [sys.executable, "-m", "sphinx", *options, str(ROOT / "docs"), str(built / "html")]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    return built / "html"


@pytest.fixture(scope="module")
def inventory(site: Path) -> set[str]:
    *_, compressed = (site / "objects.inv").read_bytes().split(b"\n", 4)
    return {line.split(" ")[0] for line in zlib.decompress(compressed).decode().splitlines()}


def list_attributes(html: str, names: str) -> list[str]:
    """Return the values of attributes in a page's tags."""
    return [unescape(value) for value in re.findall(rf'<[^<>]*?\s(?:{names})="([^"]*)"', html)]


def test_every_link_leads_to_a_page_and_an_anchor(site: Path) -> None:
    texts = {page: page.read_text("utf-8") for page in site.rglob("*.html")}
    anchors = {page: {*list_attributes(text, "id")} for page, text in texts.items()}
    broken, count = [], 0
    for page, text in texts.items():
        for link in list_attributes(text, "href|src"):
            address, anchor = urldefrag(link)
            if urlsplit(link).scheme:
                continue
            target = (page.parent / unquote(urlsplit(address).path)).resolve() if address else page
            missing = anchor and target in anchors and unquote(anchor) not in anchors[target]
            if not target.exists() or missing:
                broken.append(f"{page.relative_to(site)}: {link}")
            count += 1
    assert not broken
    assert count > 1000


def test_everything_public_is_in_the_inventory(inventory: set[str]) -> None:
    modules: list[Any] = [quentli_query, sandbox, tables]
    names = {f"{module.__name__}.{name}" for module in modules for name in module.__all__}
    models = {f"quentli_client.models.{entry['page_model']}" for entry in LISTS.values()}
    methods = {f"{each.function.__module__}.{each.function.__qualname__}" for each in METHODS}
    assert not (names | models | methods) - inventory


@pytest.mark.parametrize("name", LISTS)
def test_every_field_is_on_the_page_of_its_vocabulary(name: str, site: Path) -> None:
    text = read_text(site / "reference" / "vocabularies" / f"{name}.html")
    info = inspect(load_resource(name).vocabulary)
    parts = (info, *map(inspect, info.relations.values()))
    specs = [get_spec(field) for part in parts for field in part.fields.values()]
    named = {word for spec in specs for word in (spec.name, ".".join(spec.path))}
    assert not named - set(text.split())


def test_every_operation_is_on_the_page_of_a_resource(site: Path) -> None:
    text = "".join(map(read_text, (site / "reference" / "resources").glob("*.html")))
    endpoints = {f"{method} {path}" for method, path in OPERATIONS}
    assert len(endpoints) == 54
    assert not {endpoint for endpoint in endpoints if f"{endpoint} " not in text}


def test_llms_txt_lists_every_page(site: Path) -> None:
    listed = re.findall(r"\]\((.+?)\)", (site / "llms.txt").read_text("utf-8"))
    assert set(listed) == {str(path.relative_to(site)) for path in site.rglob("*.html")} - EXTRA


def read_text(page: Path) -> str:
    """Return the text of a page, with one space between words."""
    return " ".join(re.sub(r"<[^>]*>", " ", page.read_text("utf-8")).split())
