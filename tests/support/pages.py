"""The code blocks of the README and of the documentation, for the tests that run them.

A comment before a block says how it is run. Without one, Python blocks run in the order of their page, with common names,
against a sandbox; a `text` block behind one is what it prints, where `...` stands for any text.

    <!-- needs: polars, duckdb -->   skip the block where these packages are absent
    <!-- run: pytest -->             run the block as a test file of its own
    <!-- run: prism -->              answer what it sends from the API's document, as the sandbox doesn't serve it
    <!-- not run: REASON -->
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import attrs

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(
    r"(?:^<!-- (?P<key>needs|run|not run): (?P<value>[^>]+?) -->\n+)?^```(?P<language>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@attrs.frozen
class Block:
    """A fenced block of a page: its language, its text, and how to run it."""

    page: Path
    line: int
    language: str
    text: str
    directive: str | None
    value: str | None

    @property
    def is_run(self) -> bool:
        """Whether it runs with the others of its page."""
        return self.language == "python" and self.directive in (None, "needs") and not self.missing

    @property
    def missing(self) -> list[str]:
        """The packages that it needs and that are absent."""
        needed = (self.value or "").split(", ") if self.directive == "needs" else []
        return [name for name in needed if find_spec(name) is None]

    @property
    def source(self) -> str:
        """Its text, at the line at which it stands in the page."""
        return "\n" * (self.line - 1) + self.text


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(
            page,
            text.count("\n", 0, found.start("text")) + 1,
            found["language"],
            found["text"],
            found["key"],
            found["value"],
        )
        for found in _BLOCK.finditer(text)
    ]


BLOCKS = [block for page in PAGES for block in blocks(page)]


def rows(page: Path) -> list[str]:
    """The rows of its tables, without the outer bars."""
    return re.findall(r"^\| (.*) \|$", page.read_text(encoding="utf-8"), re.MULTILINE)


def code(cell: str) -> list[str]:
    """The code in a cell of a table."""
    return [each.replace("\\|", "|") for each in re.findall(r"`(.*?)`", cell)]
