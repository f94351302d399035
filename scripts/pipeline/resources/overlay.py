"""Overlay: facts that the document does not state, checked against it."""

from collections.abc import Collection, Mapping
from pathlib import Path

from attrs import field, frozen

from scripts.pipeline import loader
from scripts.pipeline.errors import StepError
from scripts.pipeline.resources.model import read_resources
from scripts.pipeline.rewrites.schemas import components
from scripts.pipeline.schema_types import Reader

Fact = Mapping[str, str]
Facts = Mapping[str, Mapping[str, Fact]]
"""Facts by section and subject."""

SOURCES = ("documented", "ours", "seen")
# The keys of a fact in each section, beside its source.
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "vocabularies": ("alias", "name"),
    "classes": ("name",),
    "wrappers": (),
    "operators": ("text",),
    "relations": ("field", "resource"),
    "descriptions": ("text",),
}
OPERATORS = frozenset({"equals", "contains", "startsWith", "endsWith", "gt", "gte", "lt", "lte", "not"})


@frozen
class Overlay:
    """The facts that fit a document, and the places of those that don't."""

    facts: Facts = field(factory=dict)
    stale: tuple[str, ...] = ()

    def __getitem__(self, section: str) -> Mapping[str, Fact]:
        return self.facts.get(section, {})


def read_facts(path: Path | None) -> Facts:
    """Read the file of an overlay. Without a file there are no facts.

    Raises:
        StepError: if the file is not an overlay.
    """
    given = {} if path is None else loader.parse(path.read_bytes())
    for section, facts in (given if isinstance(given, dict) else {"": None}).items():
        if section not in SECTIONS or not isinstance(facts, dict):
            raise StepError(f"{path}: {section!r} is no section; there are {', '.join(SECTIONS)}")
        keys = sorted((*SECTIONS[section], "source"))
        for subject, fact in facts.items():
            if not isinstance(fact, dict) or not {*fact} <= {*keys} or fact.get("source") not in SOURCES:
                said = f"a fact has the keys {', '.join(keys)}, and its source is one of {', '.join(SOURCES)}"
                raise StepError(f"{path}: {section}.{subject}: {said}")
    return given


def check_facts(facts: Facts, reader: Reader) -> Overlay:
    """Check facts against a document."""
    known = _find_names(facts.get("relations", {}), reader)
    stale = {
        (section, subject): f"{section}.{subject} of the overlay: there is no {kind} {name}"
        for section, found in facts.items()
        for subject, fact in found.items()
        for kind, name in _find_mentioned(subject, fact)[section].items()
        if name not in known[kind]
    }
    fitting = {
        section: {name: fact for name, fact in found.items() if (section, name) not in stale}
        for section, found in facts.items()
    }
    return Overlay(fitting, tuple(stale.values()))


def _find_names(relations: Mapping[str, Fact], reader: Reader) -> Mapping[str, Collection[str]]:
    """Return the names in a document, by what they name. Fields have the list's, or a relation's, before."""
    resources, schemas = read_resources(reader), components(reader.document)
    lists = {each.name: reader.fields(each.record) for each in resources if each.record}
    related = {place: lists.get(fact.get("resource", ""), {}) for place, fact in relations.items()}
    return {
        "list": lists,
        "class": schemas,
        "property": {key for each in schemas.values() for key in each.get("properties", {})},
        "operator": OPERATORS,
        "field": {f"{place}.{key}" for place, fields in {**lists, **related}.items() for key in fields},
        "resource": {each.name for each in resources},
    }


def _find_mentioned(subject: str, fact: Fact) -> Mapping[str, Mapping[str, str]]:
    """Return the names that a fact would mention in each section."""
    parent, _, last = subject.rpartition(".")
    return {
        "vocabularies": {"list": subject},
        "classes": {"class": fact.get("name", "")},
        "wrappers": {"property": subject},
        "operators": {"operator": last, "field": parent},
        "relations": {"list": fact.get("resource", ""), "field": f"{parent}.{fact.get('field')}"},
        "descriptions": {"resource": subject},
    }
