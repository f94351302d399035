"""The site builds without a warning, its links lead somewhere, and it describes everything public."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from attrs import define, field
from quentli_resources.registry import LISTS, VOCABULARIES
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


@define
class PageReader(HTMLParser):
    """The targets, the links and the code of a page."""

    targets: set[str] = field(factory=set)
    links: list[str] = field(factory=list)

    def __attrs_pre_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id":
                self.targets.add(value or "")
            elif name in ("href", "src"):
                self.links.append(value or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    for name in ("sphinx", "furo", "myst_parser", "sphinx_copybutton"):
        pytest.importorskip(name, reason="the group `docs` is not installed")
    built = tmp_path_factory.mktemp("site")
    options = ["-W", "--keep-going", "-n", "-q", "-E", "-d", str(built / "trees")]
    command = [sys.executable, "-m", "sphinx", *options, str(ROOT / "docs"), str(built / "html")]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    return built / "html"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, PageReader]:
    read = {path: PageReader() for path in site.rglob("*.html")}
    for path, reader in read.items():
        reader.feed(path.read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def inventory(site: Path) -> set[str]:
    *_, compressed = (site / "objects.inv").read_bytes().split(b"\n", 4)
    return {line.split(" ")[0] for line in zlib.decompress(compressed).decode().splitlines()}


def test_every_link_leads_to_a_page_and_an_anchor(site: Path, pages: dict[Path, PageReader]) -> None:
    broken = []
    for page, reader in pages.items():
        for link in reader.links:
            address, anchor = urldefrag(link)
            if urlsplit(link).scheme:
                continue
            target = (page.parent / unquote(urlsplit(address).path)).resolve() if address else page
            missing = anchor and target in pages and unquote(anchor) not in pages[target].targets
            if not target.exists() or missing:
                broken.append(f"{page.relative_to(site)}: {link}")
    assert not broken
    assert sum(len(reader.links) for reader in pages.values()) > 1000


@pytest.mark.parametrize("module", [quentli_query, sandbox, tables], ids=lambda module: module.__name__)
def test_every_public_name_is_in_the_inventory(module: object, inventory: set[str]) -> None:
    names = module.__all__  # type: ignore[attr-defined]
    assert not {f"{module.__name__}.{name}" for name in names} - inventory  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", LISTS)
def test_every_field_is_on_the_page_of_its_vocabulary(name: str, site: Path) -> None:
    text = read_text(site / "reference" / "vocabularies" / f"{name}.html")
    info = inspect(load_resource(name).vocabulary)
    fields = [
        each for part in (info, *map(inspect, info.relations.values())) for each in part.fields.values()
    ]
    named = {word for spec in map(get_spec, fields) for word in (spec.name, ".".join(spec.path))}
    assert not named - set(text.split())


def test_every_operation_is_on_the_page_of_a_resource(site: Path, inventory: set[str]) -> None:
    text = "".join(map(read_text, (site / "reference" / "resources").glob("*.html")))
    endpoints = {f"{method} {path}" for method, path in OPERATIONS}
    assert len(endpoints) == 54
    assert not {endpoint for endpoint in endpoints if f"{endpoint} " not in text}
    described = {f"{each.function.__module__}.{each.function.__qualname__}" for each in METHODS}
    assert not described - inventory


def test_each_list_has_its_records_and_vocabulary(inventory: set[str]) -> None:
    models = {f"quentli_client.models.{entry['page_model']}" for entry in LISTS.values()}
    assert not (models | {f"quentli_query.{name}" for name in VOCABULARIES}) - inventory


def test_llms_txt_lists_every_page(site: Path) -> None:
    listed = re.findall(r"\]\((.+?)\)", (site / "llms.txt").read_text("utf-8"))
    assert set(listed) == {str(path.relative_to(site)) for path in site.rglob("*.html")} - EXTRA


def read_text(page: Path) -> str:
    """Return the text of a page, with one space between words."""
    return " ".join(re.sub(r"<[^>]*>", " ", page.read_text("utf-8")).split())
