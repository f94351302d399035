"""`llms.txt`: a list of all pages for language models, each with a link to its source as text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


_sentences: dict[str, str] = {}


def describe(_app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Keep the first sentence of a page."""
    text = next((each.astext() for each in doctree.findall(nodes.paragraph)), "")
    _sentences[page] = " ".join(text.split()).partition(". ")[0].rstrip(".:")


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the file beside the pages."""
    if exception is not None or app.builder.format != "html":
        return
    lines = [f"# {app.config.project}", "", f"> {_sentences['index']}.", "", "## Pages", ""]
    for page in _sort_pages(app):
        link = f"[{app.env.titles[page].astext()}]({app.builder.get_target_uri(page)})"
        lines.append(f"- {link}: {_sentences[page]}" if _sentences[page] else f"- {link}")
    Path(app.outdir, "llms.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _sort_pages(app: Sphinx) -> list[str]:
    """Return all pages in the order in which one reads them."""
    tree, waiting, found = app.env.toctree_includes, ["index"], dict[str, None]()
    while waiting:
        page = waiting.pop()
        found[page] = None
        waiting += reversed([each for each in tree.get(page, []) if each not in found])
    return list(found)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the writer."""
    app.connect("doctree-resolved", describe)
    app.connect("build-finished", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
