"""Comparison of two documents as users of the generated client meet them.

Both documents are compared after the rewrites, from each operation through its parameters, body and answers
to the classes in them. Two classes are compared once in each direction, however many operations lead to them,
and whatever the two are called.
"""

import json
import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import define, evolve, field, frozen

from scripts.pipeline import naming
from scripts.pipeline.references import find_reached
from scripts.pipeline.schema_types import (
    CHOICE,
    CLASS_FORMATS,
    LIST,
    LOWER_BOUNDS,
    NOTHING,
    OBJECT,
    UPPER_BOUNDS,
    Field,
    Kind,
    Operation,
    Parameter,
    Reader,
    Shape,
)
from scripts.pipeline.severity import ANSWER, REQUEST, RULES, STATUS, UNUSED
from scripts.pipeline.visitor import Document, iterate_nodes

_V = TypeVar("_V")
_R = TypeVar("_R")
Names = tuple[str, str]

_NO_NAMES = ("", "")
_OTHERS = "(any other)"
_FILTERABLE = frozenset({"string", "integer", "number", "boolean", CHOICE})
# A whole number is a number as well.
_NUMBERS = {("integer", "number"): "widened", ("number", "integer"): "narrowed"}


@frozen
class Change:
    """One change.

    Attributes:
        kind: one of RULES.
        subject: the place in the document: `Customer.phoneNumber`, `customers_list(take)`.
        before: the value in the old document, for the kinds that name it.
        after: the value in the new one.
        python: the names that users write, `old -> new` if they differ.
        breaking: true if code of users breaks by it.
    """

    kind: str
    subject: str
    before: str = ""
    after: str = ""
    python: tuple[str, ...] = ()
    breaking: bool = field(default=False, kw_only=True)

    def says(self) -> str:
        """Return the change in words, without its subject."""
        return RULES[self.kind].says.format(before=self.before, after=self.after)


@frozen
class Report:
    """All changes, and their consequences: places that hold a class of another name now."""

    changes: tuple[Change, ...]
    consequences: tuple[Change, ...]


def compare(before: Document, after: Document, *, derived: Callable[[str], bool] = lambda _: False) -> Report:
    """Compare two documents.

    Args:
        before: The present document, rewritten.
        after: The new one, rewritten.
        derived: Says if a component has its name from the rewrites, after the places where it is used.
            Another name then follows from another change, if there is one.
    """
    comparison = _Comparison((Reader(before), Reader(after)), derived)
    comparison.compare_documents()
    return comparison.report()


@frozen
class _Site:
    """A place in both documents.

    Attributes:
        subject: its name in the document.
        python: the names that users write, old and new.
        direction: one of the directions of `severity`.
        calls: the methods that take the fields here as arguments, old and new.
        renamed: true inside of a class that has another name now; the names of the classes in it follow.
    """

    subject: str
    python: Names = _NO_NAMES
    direction: str = REQUEST
    calls: Names = _NO_NAMES
    renamed: bool = False

    def describe(self, kind: str, before: str = "", after: str = "") -> Change:
        python = " -> ".join(dict.fromkeys(name for name in self.python if name))
        breaking = self.direction in RULES[kind].breaks
        return Change(kind, self.subject, before, after, (python,) if python else (), breaking=breaking)


@define
class _Comparison:
    readers: tuple[Reader, Reader]
    derived: Callable[[str], bool]
    found: dict[tuple[str, str, str, str], Change] = field(factory=dict)
    # Each pair of classes with the site where it was met first, the pairs compared, and those that differ.
    pairs: dict[Names, _Site] = field(factory=dict)
    done: set[tuple[Names, str, Names]] = field(factory=set)
    differing: set[Names] = field(factory=set)
    classes: tuple[frozenset[str], ...] = field(init=False)
    vocabularies: tuple[Mapping[str, str], ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.classes = tuple(_classes(reader) for reader in self.readers)
        self.vocabularies = tuple(dict(_vocabularies(reader)) for reader in self.readers)

    def report(self) -> Report:
        renames = [
            (pair, site) for pair, site in self.pairs.items() if pair[0] != pair[1] and not site.renamed
        ]
        follows = {pair: self._follows(pair) for pair, _ in renames}
        for pair, site in renames:
            if not follows[pair]:
                self.add("renamed", _Site(pair[0], pair, site.direction), *pair)
        consequences = (site.describe("changed", *pair) for pair, site in renames if follows[pair])
        return Report(tuple(self.found.values()), tuple(consequences))

    def _follows(self, pair: Names) -> bool:
        """Return true if another change is the reason of a class's other name."""
        kept = pair[0] in self.classes[1] or pair[1] in self.classes[0]
        return kept or pair in self.differing or (bool(self.found) and self.derived(pair[0]))

    def add(self, kind: str, site: _Site, before: str = "", after: str = "") -> None:
        change = site.describe(kind, before, after)
        known = self.found.setdefault((kind, site.subject, before, after), change)
        python = tuple(dict.fromkeys((*known.python, *change.python)))
        merged = evolve(change, python=python, breaking=known.breaking or change.breaking)
        self.found[kind, site.subject, before, after] = merged

    def differ(self, kind: str, site: _Site, old: str, new: str) -> None:
        if old != new:
            self.add(kind, site, old, new)

    def toggle(self, kinds: Names, site: _Site, old: object, new: object) -> None:
        if bool(old) != bool(new):
            self.add(kinds[bool(new)], site)

    def alternatives(self, site: _Site, old: frozenset[str], new: frozenset[str]) -> None:
        kind = "alternative_added" if old < new else "changed"
        self.differ(kind, site, *(" or ".join(sorted(each)) for each in (old, new)))

    def both(self, read: Callable[[Reader, _V], _R], old: _V, new: _V) -> tuple[_R, _R]:
        return read(self.readers[0], old), read(self.readers[1], new)

    # Documents and operations

    def compare_documents(self) -> None:
        urls = [{each["url"] for each in reader.document.get("servers", [])} for reader in self.readers]
        for url in sorted(urls[0] ^ urls[1]):
            self.add("removed" if url in urls[0] else "added", _Site(url))
        security = [reader.security(reader.document) for reader in self.readers]
        self.alternatives(_Site("the proof of who calls"), *security)
        before, after = self.readers
        for old, new in _match(before.operations(), after.operations(), _OPERATION_IDENTITIES):
            if old and new:
                self.compare_operations(old, new)
            elif lone := old or new:
                self.add("added" if new else "removed", _Site(lone.address, (f"{lone.call}()", "")))
        self.compare_unused()

    def compare_unused(self) -> None:
        """Compare components that no operation leads to; the generator makes classes of them, too."""
        used = {name for reader in self.readers for name in _used(reader.document)}
        old, new = ({*reader.components()} - used for reader in self.readers)
        for name in sorted(each for each in old | new if not self.derived(each)):
            python = naming.of_class(name)
            site = _Site(name, (python, python), UNUSED)
            if name in old and name in new:
                self.compare_shapes(site, *self.both(Reader.component, name, name))
            else:
                self.add("added" if name in new else "removed", site)

    def compare_operations(self, old: Operation, new: Operation) -> None:
        site = _Site(new.called, (f"{old.call}()", f"{new.call}()"))
        self.differ("renamed", site, old.called, new.called)
        if _unnamed(old) != _unnamed(new):
            self.add("changed", site, old.address, new.address)
        self.differ("changed", site, *(f"in {each.python.rpartition('.')[0]}" for each in (old, new)))
        if "security" in old.raw or "security" in new.raw:
            self.alternatives(site, *self.both(_own_security, old, new))
        self.toggle(
            ("undeprecated", "deprecated"), site, *(each.raw.get("deprecated") for each in (old, new))
        )
        for one, other in _match(*self.both(Reader.parameters, old, new), _PARAMETER_IDENTITIES):
            self.compare_parameters(new.called, one, other)
        body = evolve(site, subject=f"{new.called}(body)", calls=(old.call, new.call))
        self.compare_parts(body, *self.both(Reader.body, old, new))
        ours, theirs = self.both(Reader.answers, old, new)
        for code in sorted(ours.keys() | theirs.keys()):
            direction = ANSWER if code in ours and code in theirs else STATUS
            answer = evolve(site, subject=f"{new.called} -> {code}", direction=direction)
            self.compare_parts(answer, ours.get(code), theirs.get(code))
        self.compare_successes(evolve(site, subject=f"{new.called} -> 2xx", direction=ANSWER), ours, theirs)

    def compare_parameters(self, called: str, old: Parameter | None, new: Parameter | None) -> None:
        name = new.name if new else old.name if old else ""
        site = _Site(f"{called}({name})", (old.argument if old else "", new.argument if new else ""))
        if old and new:
            self.differ("position_renamed", site, old.name, new.name)
            self.differ("changed", site, f"in {old.location}", f"in {new.location}")
        self.compare_parts(site, old, new)

    def compare_parts(self, site: _Site, old: Field | None, new: Field | None) -> None:
        """Compare two parameters, bodies, answers or fields. None stands for a missing one."""
        if old and new:
            if old.media and new.media:
                self.alternatives(site, old.media, new.media)
            self.toggle(("made_optional", "made_required"), site, old.required, new.required)
            self.compare_shapes(site, old.shape, new.shape)
        elif old or new:
            self.add("removed" if not new else "required_added" if new.required else "added", site)

    def compare_successes(self, site: _Site, old: Mapping[str, Field], new: Mapping[str, Field]) -> None:
        """Compare the types of the successful answers that have other status codes."""
        ours, theirs = self.both(_successes, old, new)
        gone = {ours[code] for code in ours.keys() - theirs.keys()} - {*theirs.values()}
        fresh = {theirs[code] for code in theirs.keys() - ours.keys()} - {*ours.values()}
        if gone or fresh:
            kind = "changed" if gone - {NOTHING} else "widened" if fresh else "narrowed"
            self.add(kind, site, *(" or ".join(sorted({*each.values()})) for each in (ours, theirs)))

    # Schemas

    def compare_shapes(self, site: _Site, old: Shape, new: Shape) -> None:
        self.toggle(("null_refused", "null_allowed"), site, old.null, new.null)
        self.toggle(("undeprecated", "deprecated"), site, old.deprecated, new.deprecated)
        self.differ("default_changed", site, old.default or "nothing", new.default or "nothing")
        pairs = _match(old.kinds, new.kinds, _KIND_IDENTITIES)
        gone = [one.word for one, other in pairs if one and not self.is_kept(one, other)]
        fresh = [other.word for one, other in pairs if other and not self.is_kept(one, other)]
        if gone or fresh:
            self.differ(_verdict(gone, fresh), site, *self.both(Reader.text, old, new))
        for one, other in pairs:
            if one and other and self.is_kept(one, other):
                self.compare_kinds(site, one, other)

    def is_kept(self, old: Kind | None, new: Kind | None) -> bool:
        """Return false for two classes of which both documents have both: none is the other renamed."""
        if old is None or new is None:
            return False
        return old.python == new.python or not {old.python, new.python} <= self.classes[0] & self.classes[1]

    def compare_kinds(self, site: _Site, old: Kind, new: Kind) -> None:
        for name in sorted(old.bounds.keys() | new.bounds.keys()):
            one, other = old.bounds.get(name), new.bounds.get(name)
            verdict = _bound_verdict(name, one, other)
            self.differ(verdict, site, f"{name} {_literal(one)}", f"{name} {_literal(other)}")
        if old.word == LIST:
            inner = evolve(site, subject=f"{site.subject}[]", calls=_NO_NAMES)
            self.compare_shapes(inner, *self.both(Reader.items, old, new))
        elif old.word in {OBJECT, CHOICE}:
            self.compare_classes(site, old, new)

    def compare_classes(self, site: _Site, old: Kind, new: Kind) -> None:
        pair = (old.python, new.python)
        if (pair, site.direction, site.calls) in self.done:
            return
        self.done.add((pair, site.direction, site.calls))
        named = old.component if old.component and old.component == new.component else ""
        met = self.pairs.setdefault(pair, evolve(site, subject=named or site.subject))
        here = evolve(site, subject=met.subject, python=pair, renamed=old.python != new.python)
        count = len(self.found)
        if old.word == CHOICE:
            self.compare_values(here, old, new)
        else:
            self.compare_fields(here, old, new)
        if len(self.found) > count:
            self.differing.add(pair)

    def compare_values(self, site: _Site, old: Kind, new: Kind) -> None:
        for kind, here, other in (("removed", old, new), ("added", new, old)):
            for value, member in here.members:
                if value not in other.values:
                    subject = f"{site.subject} {_literal(value)}"
                    self.add(kind, evolve(site, subject=subject, python=(f"{here.python}.{member}", "")))

    def compare_fields(self, site: _Site, old: Kind, new: Kind) -> None:
        ours, theirs = self.both(_fields, old, new)
        for name in dict.fromkeys((*ours, *theirs)):
            names = self.name_field(0, site, old, name, ours), self.name_field(1, site, new, name, theirs)
            calls = site.calls if _is_wrapper(name, ours) or _is_wrapper(name, theirs) else _NO_NAMES
            inner = evolve(site, subject=f"{site.subject}.{name}", python=names, calls=calls)
            self.compare_parts(inner, ours.get(name), theirs.get(name))

    def name_field(self, side: int, site: _Site, kind: Kind, name: str, fields: Mapping[str, Field]) -> str:
        """Return the names of a field: an argument of a method, or a record's attribute and its filter."""
        call, argument = site.calls[side], naming.of_argument(name)
        if name not in fields:
            return ""
        if name == _OTHERS:
            return f"{kind.python}[...]"
        if call:
            return f"{call}()" if _is_wrapper(name, fields) else f"{call}({argument}=)"
        kinds, vocabulary = fields[name].shape.kinds, self.vocabularies[side].get(kind.python)
        attribute = f"{kind.python}.{naming.of_field(name)}"
        filterable = vocabulary and len(kinds) == 1 and kinds[0].word in _FILTERABLE
        return f"{attribute}, {vocabulary}.{argument}" if filterable else attribute


def _match(
    old: Iterable[_V], new: Iterable[_V], identities: Iterable[Callable[[_V], Hashable]]
) -> list[tuple[_V | None, _V | None]]:
    """Pair what is equal by the first identity, then the rest by the next; the lone stand beside None."""
    gone, fresh = list(old), list(new)
    pairs: list[tuple[_V | None, _V | None]] = []
    for identity in identities:
        for each in tuple(fresh):
            found = next((one for one in gone if identity(one) == identity(each)), None)
            if found is not None:
                gone.remove(found)
                fresh.remove(each)
                pairs.append((found, each))
    return [*pairs, *((each, None) for each in gone), *((None, each) for each in fresh)]


def _unnamed(operation: Operation) -> str:
    """Return the address without the names of the parameters in it, which change as parameters do."""
    return re.sub(r"\{[^}]*\}", "{}", operation.address)


_OPERATION_IDENTITIES: tuple[Callable[[Operation], Hashable], ...] = (lambda each: each.called, _unnamed)
# One in the path is known by its position, one that is sent elsewhere now by its name.
_PARAMETER_IDENTITIES: tuple[Callable[[Parameter], Hashable], ...] = (
    lambda each: (each.location, each.name),
    lambda each: object() if each.position is None else each.position,
    lambda each: each.name,
)


def _type(kind: Kind) -> tuple[str, str]:
    return kind.word, kind.format if kind.format in CLASS_FORMATS else ""


_KIND_IDENTITIES: tuple[Callable[[Kind], Hashable], ...] = (lambda each: (*_type(each), each.python), _type)


def _fields(reader: Reader, kind: Kind) -> dict[str, Field]:
    others = reader.others(kind)
    return {**reader.fields(kind), **({_OTHERS: Field(others, required=False)} if others else {})}


def _is_wrapper(name: str, fields: Mapping[str, Field]) -> bool:
    is_object = name in fields and all(kind.word == OBJECT for kind in fields[name].shape.kinds)
    return is_object and naming.is_wrapper(name, [each for each in fields if fields[each].required])


def _classes(reader: Reader) -> frozenset[str]:
    return frozenset(kind.python for name in reader.components() for kind in reader.component(name).kinds)


def _vocabularies(reader: Reader) -> Iterator[tuple[str, str]]:
    for operation in reader.lists():
        record = reader.record(operation)
        if record and ("query", "filter") in operation.parameters:
            yield record.python, naming.name_vocabulary(naming.name_resource(operation.path))


def _used(document: Document) -> set[str]:
    return {
        each.rpartition("/")[2]
        for each in find_reached(document, iterate_nodes({"paths": document.get("paths", {})}))
    }


def _own_security(reader: Reader, operation: Operation) -> frozenset[str]:
    return reader.security({**reader.document, **operation.raw})


def _successes(reader: Reader, answers: Mapping[str, Field]) -> dict[str, str]:
    return {code: reader.text(each.shape) for code, each in answers.items() if code.startswith("2")}


def _verdict(gone: list[str], fresh: list[str]) -> str:
    if gone and fresh:
        return _NUMBERS.get((gone[0], fresh[0]), "changed")
    return "narrowed" if gone else "widened"


def _bound_verdict(name: str, old: Any, new: Any) -> str:
    if old is not None and new is not None and name not in {*LOWER_BOUNDS, *UPPER_BOUNDS}:
        return "bound_changed"
    # One that is higher now leaves less if it is a lower bound.
    is_narrower = old is None or (new is not None and (new > old) is (name in LOWER_BOUNDS))
    return "bound_narrowed" if is_narrower else "bound_widened"


def _literal(value: Any) -> str:
    return "none" if value is None else json.dumps(value, ensure_ascii=False)
