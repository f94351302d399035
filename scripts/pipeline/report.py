"""The report on a new document, as text for people."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from scripts.pipeline import assumptions, changes, descriptions
from scripts.pipeline.changes import Change
from scripts.pipeline.facts import read_facts
from scripts.pipeline.resources.overlay import load_overlay
from scripts.pipeline.rewrites.schemas import components
from scripts.pipeline.schema_types import Reader
from scripts.pipeline.visitor import Document

NO_CHANGE = "Nothing changes for users."


@frozen
class Findings:
    """Differences between a new document and the present one.

    Attributes:
        versions: versions that the documents give themselves.
        report: the changes.
        filter_words: descriptions and examples of filters that differ, before and after, by their places.
        words: number of places with other words.
        otherwise: true if there are differences that are neither.
        assumptions: what the client assumes and the document no longer says.
        stale: facts of the overlay that don't fit the new document.
    """

    versions: tuple[str, str]
    report: changes.Report
    filter_words: Mapping[str, tuple[str, str]]
    words: int
    otherwise: bool
    assumptions: Sequence[str]
    stale: Sequence[str]


def findings(
    present: Document, new: Document, rewritten: tuple[Document, Document], overlay: Path | None
) -> Findings:
    """Compare two documents.

    Args:
        present: The present document, in the vendor's shape.
        new: The new one.
        rewritten: Both, rewritten.
        overlay: The file with facts that the documents do not state; None to go without.
    """
    named = {name for each in (present, new) for name in components(each)}
    readers = [Reader(document) for document in rewritten]
    overlays = [load_overlay(overlay, reader) for reader in readers]
    facts = map(read_facts, readers, overlays)
    report = changes.compare(*facts, derived=lambda name: name not in named)
    words, differs = descriptions.compare(present, new)
    old, fresh = (descriptions.filter_words(Reader(document)) for document in (present, new))
    return Findings(
        versions=(present["info"]["version"], new["info"]["version"]),
        report=report,
        filter_words={
            place: (old.get(place, "none"), fresh.get(place, "none"))
            for place in dict.fromkeys((*old, *fresh))
            if old.get(place) != fresh.get(place)
        },
        words=words,
        otherwise=differs and not (report.changes or report.consequences),
        assumptions=assumptions.find_broken(*readers),
        stale=overlays[1].stale,
    )


def render(found: Findings) -> str:
    """Return the findings as text. Control characters that come from the documents are escaped."""
    return "\n".join(_printable(line) for line in _lines(found))


def _lines(found: Findings) -> Iterator[str]:
    if found.versions[0] != found.versions[1]:
        yield f"The version was {found.versions[0]}, and is {found.versions[1]}."
    yield from _changes("breaking change", "!", [each for each in found.report.changes if each.breaking])
    yield from _changes("other change", "-", [each for each in found.report.changes if not each.breaking])
    if not (found.report.changes or found.report.consequences):
        yield NO_CHANGE
    if found.report.consequences:
        yield "Two that were alike no longer are, or the reverse, so that these places have another class:"
        yield from (_line(each, "!") for each in found.report.consequences)
    yield from _filter_words(found.filter_words)
    if found.words:
        yield f"Words (descriptions, summaries, examples) differ in {_count(found.words, 'place')}."
    if found.otherwise:
        yield "The documents differ in ways that the generated client does not show."
    if found.assumptions:
        yield "What the client assumes and the document no longer says:"
        yield from (f"  ~ {each}" for each in found.assumptions)
    if found.stale:
        yield "To be decided; these facts are left out:"
        yield from (f"  ? {each}" for each in found.stale)


def _filter_words(found: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    if found:
        yield "Words about filters, which are all the evidence of what a filter may say:"
    for place, (before, after) in found.items():
        yield from (f"  {place}", f"    before: {before}", f"    after:  {after}")


def _changes(noun: str, mark: str, found: Sequence[Change]) -> Iterator[str]:
    if found:
        yield f"{_count(len(found), noun)}:"
        yield from (_line(each, mark) for each in found)


def _line(change: Change, mark: str) -> str:
    python = f"  [{', '.join(change.python)}]" if change.python else ""
    return f"  {mark} {change.subject} {change.says()}{python}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _printable(line: str) -> str:
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in line
    )
