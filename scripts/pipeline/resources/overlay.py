"""Overlay: facts that the document does not state, checked against it."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from scripts.pipeline import loader
from scripts.pipeline.errors import StepError
from scripts.pipeline.resources.model import read_resources
from scripts.pipeline.rewrites.schemas import components
from scripts.pipeline.schema_types import Reader

Fact = Mapping[str, str]
Facts = Mapping[str, Mapping[str, Fact]]
"""Facts by section and subject."""

SOURCES = frozenset({"documented", "seen", "ours"})
# The keys of a fact in each section, beside its source.
SECTIONS: Mapping[str, frozenset[str]] = {
    "vocabularies": frozenset({"name", "alias"}),
    "classes": frozenset({"name"}),
    "wrappers": frozenset(),
    "operators": frozenset({"text"}),
    "relations": frozenset({"resource", "field"}),
    "descriptions": frozenset({"text"}),
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
        for subject, fact in facts.items():
            _require_fact(fact, f"{path}: {section}.{subject}", SECTIONS[section] | {"source"})
    return given


def check_facts(facts: Facts, reader: Reader) -> Overlay:
    """Check facts against a document."""
    resources, schemas = read_resources(reader), components(reader.document)
    document = _Names(
        resources=frozenset(each.name for each in resources),
        lists={each.name: reader.fields(each.record) for each in resources if each.record},
        schemas=schemas,
        properties=frozenset(key for each in schemas.values() for key in each.get("properties", {})),
        relations=facts.get("relations", {}),
    )
    problems = {
        (section, subject): problem
        for section, found in facts.items()
        for subject, fact in found.items()
        if (problem := document.find_problem(section, subject, fact))
    }
    fitting = {
        section: {name: fact for name, fact in found.items() if (section, name) not in problems}
        for section, found in facts.items()
    }
    return Overlay(fitting, tuple(f"{'.'.join(at)} of the overlay: {why}" for at, why in problems.items()))


def _require_fact(fact: Any, place: str, keys: frozenset[str]) -> None:
    if not isinstance(fact, dict) or not fact.keys() <= keys or fact.get("source") not in SOURCES:
        sources = ", ".join(sorted(SOURCES))
        raise StepError(
            f"{place}: a fact has the keys {', '.join(sorted(keys))}, and its source is one of {sources}"
        )


@frozen
class _Names:
    """The names in a document that facts may mention; those of lists with the fields of their records."""

    resources: Collection[str]
    lists: Mapping[str, Collection[str]]
    schemas: Collection[str]
    properties: Collection[str]
    relations: Mapping[str, Fact]

    def find_problem(self, section: str, subject: str, fact: Fact) -> str | None:
        """Return how a fact differs from the document, or None."""
        parent, _, last = subject.rpartition(".")
        related = fact.get("resource", "")
        name, known, problem, field = {
            "vocabularies": (subject, self.lists, "there is no list of {}", ""),
            "classes": (fact.get("name", ""), self.schemas, "there is no such class", ""),
            "wrappers": (subject, self.properties, "no schema has a field {}", ""),
            "operators": (last, OPERATORS, "there is no operator {!r}", parent),
            "relations": (related, self.lists, "there is no list of {}", f"{parent}.{fact.get('field')}"),
            "descriptions": (subject, self.resources, "there is no resource {}", ""),
        }[section]
        if name not in known:
            return problem.format(name)
        return self._find_field(field) if field else None

    def _find_field(self, place: str) -> str | None:
        """Return why a list has no such field, or None if it has one."""
        resource, _, name = place.partition(".")
        relation, _, inner = name.partition(".")
        if not inner:
            return None if name in self.lists.get(resource, ()) else f"{resource} have no field {name}"
        related = self.relations.get(f"{resource}.{relation}")
        if related is None:
            return f"there is no relation {resource}.{relation}"
        return self._find_field(f"{related.get('resource')}.{inner}")
