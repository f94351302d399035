"""The report on a new document, as text for people."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from scripts.pipeline import changes, words
from scripts.pipeline.changes import Change
from scripts.pipeline.document import Document

NO_CHANGE = "Nothing changes for users."


@frozen
class Findings:
    """All that is to be said of a new document beside the present one.

    Attributes:
        versions: What the documents say of their own version.
        report: The changes.
        words: In how many places the words differ.
        otherwise: Whether there are differences that are neither.
    """

    versions: tuple[str, str]
    report: changes.Report
    words: int
    otherwise: bool


def findings(present: Document, new: Document, rewritten: tuple[Document, Document]) -> Findings:
    """Compare two documents.

    Args:
        present: The present document, in the vendor's shape.
        new: The new one.
        rewritten: Both, rewritten.
    """
    named = {name for each in (present, new) for name in each.get("components", {}).get("schemas", {})}
    report = changes.compare(*rewritten, derived=lambda name: name not in named)
    differs = words.without_words(present) != words.without_words(new)
    return Findings(
        versions=(present["info"]["version"], new["info"]["version"]),
        report=report,
        words=words.count_differences(present, new),
        otherwise=differs and not (report.changes or report.consequences),
    )


def render(found: Findings) -> str:
    """The findings as text; what comes from the documents is shown without control characters."""
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
    if found.words:
        yield f"Words (descriptions, summaries, examples) differ in {_count(found.words, 'place')}."
    if found.otherwise:
        yield "The documents differ in ways that the generated client does not show."


def _changes(noun: str, mark: str, found: Sequence[Change]) -> Iterator[str]:
    if found:
        yield f"{_count(len(found), noun)}:"
        yield from (_line(each, mark) for each in found)


def _line(change: Change, mark: str) -> str:
    python = f"  [{' -> '.join(change.python)}]" if change.python else ""
    return f"  {mark} {change.subject} {change.says()}{python}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _printable(line: str) -> str:
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in line
    )
