"""The report on a new document, as text for people."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from attrs import frozen

from scripts.pipeline import changes
from scripts.pipeline.changes import Change
from scripts.pipeline.facts import read_facts
from scripts.pipeline.resources.overlay import Facts, check_facts
from scripts.pipeline.resources.vocabularies import Vocabulary, build_vocabularies
from scripts.pipeline.schema_types import Reader
from scripts.pipeline.visitor import Document

NO_CHANGE = "Nothing changes for users."

_LIST_PARAMETER = re.compile(r"\w+_list(?=\()")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ABOUT_FILTERS = re.compile(r".*\((filter|orderBy)\) .*", re.DOTALL)
# Read as text: the pipeline imports nothing that it makes.
_REGISTRY = Path(__file__).resolve().parents[2] / "generated" / "quentli_resources" / "registry.py"
# The client reads the largest and the default page from the generated registry.
_ASSUMED = (
    r"(?!.* is new|\w+_list\(take\) (has maximum|is .* if left out))"
    r"(\w+_list(\((filter|skip|take|orderBy)\)| -> 200\S*)|the proof of who calls|{url}) .*"
)


@frozen
class Findings:
    """Differences between a new document and the present one.

    Attributes:
        versions: versions that the documents give themselves.
        report: the changes.
        otherwise: true if there are differences that the report does not have.
        stale: facts of the overlay that don't fit the new document.
        vocabularies: vocabularies of lists that the present document does not have.
    """

    versions: tuple[str, str]
    report: changes.Report
    otherwise: bool
    stale: Sequence[str] = ()
    vocabularies: Sequence[Vocabulary] = ()


def findings(
    present: Document, new: Document, rewritten: tuple[Document, Document], facts: Facts
) -> Findings:
    """Compare two documents.

    Args:
        present: The present document, in the vendor's shape.
        new: The new one.
        rewritten: Both, rewritten.
        facts: The facts that the documents do not state.
    """
    readers = [Reader(document) for document in rewritten]
    overlays = [check_facts(facts, reader) for reader in readers]
    before, after = map(read_facts, readers, overlays)
    report = changes.compare(before, after)
    known = {each.name for each in before.resources if each.list}
    built = build_vocabularies(after.reader, after.resources, overlays[1])
    return Findings(
        versions=(present["info"]["version"], new["info"]["version"]),
        report=report,
        otherwise=present != new and report == changes.Report(),
        stale=overlays[1].stale,
        vocabularies=[each for each in built if each.resource not in known],
    )


def find_broken(report: changes.Report) -> list[Change]:
    """Return the changes of what the handwritten client itself assumes: lists, the address, and the key."""
    [url] = re.findall(r'^    "production": "(.*)",$', _REGISTRY.read_text(encoding="utf-8"), re.MULTILINE)
    assumed = re.compile(_ASSUMED.format(url=re.escape(url)))
    return [
        each
        for each in report.changes
        if each.kind != "alternative_added" and assumed.fullmatch(f"{each.subject} {each.says()}")
    ]


def render(found: Findings) -> str:
    """Return the findings as text. Control characters that come from the documents are escaped."""
    return "\n".join(_printable(line) for line in _lines(found))


def _lines(found: Findings) -> Iterator[str]:
    report = found.report
    about_filters = [each for each in report.words if _ABOUT_FILTERS.fullmatch(each.subject)]
    if found.versions[0] != found.versions[1]:
        yield f"The version was {found.versions[0]}, and is {found.versions[1]}."
    for noun, mark, is_breaking in (("breaking change", "!", True), ("other change", "-", False)):
        lines = _list_changes((each for each in report.changes if each.breaking is is_breaking), mark)
        yield from _section(f"{_count(len(lines), noun)}:", lines)
    if not report.changes:
        yield NO_CHANGE
    yield from _section("Fields of new vocabularies:", [*map(_describe_fields, found.vocabularies)])
    yield from _section(
        "The client itself assumes what these places were; quentli_query has to follow:",
        _list_changes(find_broken(report), "~"),
    )
    yield from _section(
        "Words about filters, which are all the evidence of what a filter may say:",
        [line for each in about_filters for line in _reworded(each)],
    )
    if report.words:
        yield f"Words (descriptions, summaries, examples) differ in {_count(len(report.words), 'place')}."
    if found.otherwise:
        yield "The documents differ in ways that the generated client does not show."
    yield from _section("To be decided; these facts are left out:", [f"  ? {each}" for each in found.stale])


def _section(title: str, lines: Sequence[str]) -> Sequence[str]:
    return [title, *lines] if lines else []


def _list_changes(found: Iterable[Change], mark: str) -> list[str]:
    """Return a line for each change, and one for equal changes of a parameter of several lists."""
    equal: dict[tuple[str, str], list[Change]] = {}
    for each in found:
        equal.setdefault((_LIST_PARAMETER.sub("*_list", each.subject), each.says()), []).append(each)
    return [
        _line(each[0].subject if len(each) == 1 else subject, says, each, mark)
        for (subject, says), each in equal.items()
    ]


def _line(subject: str, says: str, equal: Sequence[Change], mark: str) -> str:
    python = ", ".join(dict.fromkeys(chain.from_iterable(each.python for each in equal)))
    return f"  {mark} {subject} {says}{f'  [{python}]' if python else ''}"


def _describe_fields(vocabulary: Vocabulary) -> str:
    kinds = {each.name: each.kind.removesuffix("Field") for each in vocabulary.fields}
    fields = (f"{name} ({_CAPITAL.sub(' ', kind).lower()})" for name, kind in kinds.items())
    return f"  {vocabulary.source}: {', '.join(fields)}"


def _reworded(change: Change) -> Sequence[str]:
    place = f"{', '.join(change.python)} {change.subject.rpartition(' ')[2]}"
    return [f"  {place}", f"    before: {change.before}", f"    after:  {change.after}"]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _printable(line: str) -> str:
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in line)
