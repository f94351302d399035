"""Overlay: facts that the document does not state, checked against it."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from scripts.pipeline import loader
from scripts.pipeline.errors import StepError
from scripts.pipeline.resources.model import Resource, read_resources
from scripts.pipeline.schema_types import Reader

Fact = Mapping[str, str]

SOURCES = frozenset({"documented", "seen", "ours"})
# The keys of a fact in each section, beside its source.
SECTIONS: Mapping[str, frozenset[str]] = {
    "vocabularies": frozenset({"name", "alias"}),
    "wrappers": frozenset(),
    "operators": frozenset({"text"}),
    "relations": frozenset({"resource", "field"}),
    "descriptions": frozenset({"text"}),
}
OPERATORS = frozenset({"equals", "contains", "startsWith", "endsWith", "gt", "gte", "lt", "lte", "not"})


@frozen
class Overlay:
    """The facts that fit a document, by section and subject, and the places of those that don't."""

    facts: Mapping[str, Mapping[str, Fact]] = field(factory=dict)
    stale: tuple[str, ...] = ()

    def __getitem__(self, section: str) -> Mapping[str, Fact]:
        return self.facts.get(section, {})


def load_overlay(path: Path | None, reader: Reader) -> Overlay:
    """Read an overlay, and check its facts against a document. It is empty without a file.

    Raises:
        StepError: if the file is not an overlay.
    """
    if path is None:
        return Overlay()
    given = loader.parse(path.read_bytes())
    facts = {(section, subject): fact for section, subject, fact in _read_facts(given, path.name)}
    checker = _Checker(read_resources(reader), reader, facts)
    problems = {place: checker.find_problem(*place) for place in facts}
    fitting: dict[str, dict[str, Fact]] = {}
    for (section, subject), problem in problems.items():
        if problem is None:
            fitting.setdefault(section, {})[subject] = facts[section, subject]
    stale = [f"{path.name}: {'.'.join(place)}: {problem}" for place, problem in problems.items() if problem]
    return Overlay(fitting, tuple(stale))


def _read_facts(given: Any, name: str) -> Iterator[tuple[str, str, Fact]]:
    for section, facts in (given if isinstance(given, dict) else {"": None}).items():
        if section not in SECTIONS or not isinstance(facts, dict):
            raise StepError(f"{name}: {section!r} is no section; there are {', '.join(SECTIONS)}")
        for subject, fact in facts.items():
            known = isinstance(fact, dict) and fact.keys() - {"source"} <= SECTIONS[section]
            if not known or fact.get("source") not in SOURCES:
                expected = ", ".join(sorted(SECTIONS[section] | {"source"}))
                problem = (
                    f"a fact has the keys {expected}, and its source is one of {', '.join(sorted(SOURCES))}"
                )
                raise StepError(f"{name}: {section}.{subject}: {problem}")
            yield section, subject, fact


@frozen
class _Checker:
    resources: list[Resource]
    reader: Reader
    facts: Mapping[tuple[str, str], Fact]

    def find_problem(self, section: str, subject: str) -> str | None:
        """Return how a fact differs from the document, or None."""
        check: Callable[[str, Fact], str | None] = getattr(self, f"_check_{section}")
        return check(subject, self.facts[section, subject])

    def _check_vocabularies(self, subject: str, _fact: Fact) -> str | None:
        return None if self._fields(subject) else f"there is no list of {subject}"

    def _check_descriptions(self, subject: str, _fact: Fact) -> str | None:
        return (
            None
            if any(each.name == subject for each in self.resources)
            else f"there is no resource {subject}"
        )

    def _check_wrappers(self, subject: str, _fact: Fact) -> str | None:
        components = self.reader.document.get("components", {}).get("schemas", {})
        used = any(subject in schema.get("properties", {}) for schema in components.values())
        return None if used else f"no schema has a field {subject}"

    def _check_operators(self, subject: str, _fact: Fact) -> str | None:
        field, _, operator = subject.rpartition(".")
        return self._check_field(field) if operator in OPERATORS else f"there is no operator {operator!r}"

    def _check_relations(self, subject: str, fact: Fact) -> str | None:
        resource, _, _name = subject.partition(".")
        if not self._fields(fact.get("resource", "")):
            return f"there is no list of {fact.get('resource')}"
        return self._check_field(f"{resource}.{fact.get('field')}")

    def _check_field(self, subject: str) -> str | None:
        resource, _, name = subject.partition(".")
        relation, _, inner = name.partition(".")
        if inner:
            related = self.facts.get(("relations", f"{resource}.{relation}"))
            if related is None:
                return f"there is no relation {resource}.{relation}"
            return self._check_field(f"{related.get('resource')}.{inner}")
        return None if name in self._fields(resource) else f"{resource} have no field {name}"

    def _fields(self, resource: str) -> frozenset[str]:
        records = [each.record for each in self.resources if each.name == resource and each.record]
        return frozenset(name for record in records for name in self.reader.fields(record))
