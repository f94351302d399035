"""What changes for users from one document to the next.

Both documents are compared as they are after the rewrites, so as users of the generated client meet them:
from each operation through its parameters, body and answers to the classes in them. Two classes are compared
once, however many operations lead to them, and whatever the two are called.
"""

import json
import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar

from attrs import define, evolve, field, frozen

from scripts.pipeline import naming
from scripts.pipeline.document import Document
from scripts.pipeline.rules import ANSWER, REQUEST, RULES, UNUSED
from scripts.pipeline.shapes import (
    CHOICE,
    LIST,
    LOWER_BOUNDS,
    OBJECT,
    UPPER_BOUNDS,
    Kind,
    Operation,
    Reader,
    Schema,
    Shape,
)

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")


# What makes two kinds of value the same, the surest first.
_IDENTITIES: tuple[Callable[[int, Kind], Hashable], ...] = (
    lambda _, kind: (kind.word, kind.format, kind.python),
    lambda _, kind: (kind.word, kind.format),
    lambda _, kind: kind.word,
)
# Of these the generated code makes values of another class than text, so that they are types of their own.
_FORMATS_WITH_A_CLASS = frozenset({"date-time", "date", "uuid", "binary"})
# A whole number is a number as well.
_WIDER = {("integer", "number"): "type_widened", ("number", "integer"): "type_narrowed"}


@frozen
class Change:
    """One change.

    Attributes:
        kind: One of RULES.
        subject: The place in the document: `Customer.phoneNumber`, `customers_list(take)`.
        before: What it was, for the kinds that say so.
        after: What it is.
        python: The names that users write, those of before first.
        breaking: Whether code of users breaks by it.
    """

    kind: str
    subject: str
    before: str = ""
    after: str = ""
    python: tuple[str, ...] = ()
    breaking: bool = field(default=False, kw_only=True)

    def says(self) -> str:
        """The change in words, without its subject."""
        return RULES[self.kind].says.format(before=self.before, after=self.after)


@frozen
class Report:
    """All changes, and what follows from them without being one: classes that have other names now."""

    changes: tuple[Change, ...]
    consequences: tuple[Change, ...]


def compare(before: Document, after: Document, *, derived: Callable[[str], bool] = lambda _: False) -> Report:
    """What changes for users when one document takes the place of the other.

    Args:
        before: The present document, rewritten.
        after: The new one, rewritten.
        derived: Whether a component has its name from the rewrites, out of the places where it is used. That
            it is called otherwise then follows from another change, if there is one.
    """
    old, new = Reader(before), Reader(after)
    comparison = _Comparison(old, new, (_contents_of(old), _contents_of(new)), derived)
    comparison.documents()
    return comparison.report()


@frozen
class _Contents:
    """What there is in a document: its classes, and the components that an operation leads to."""

    classes: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()


def _contents_of(reader: Reader) -> _Contents:
    """All of a document, found by comparing it with itself."""
    alone = _Comparison(reader, reader, (_Contents(), _Contents()))
    for operation in reader.operations():
        alone._operations(operation, operation)
    used = frozenset(alone.reached)
    for name in reader.components():
        alone._shapes(_Site(name, ("", ""), UNUSED), reader.component(name), reader.component(name))
    return _Contents(frozenset(name for name, _ in alone.pairs), used)


@frozen
class _Site:
    """A place that both documents have: its names there and in Python, and the direction through it."""

    subject: str
    python: tuple[str, str]
    direction: str
    # Inside of a class that has another name now; the names of the classes in it then follow from that.
    renamed: bool = False

    def inside(self, suffix: str) -> "_Site":
        return evolve(self, subject=self.subject + suffix)


@define
class _Comparison:
    before: Reader
    after: Reader
    contents: tuple[_Contents, _Contents]
    derived: Callable[[str], bool] = lambda _: False
    found: dict[tuple[str, str, str, str], Change] = field(factory=dict)
    # Each pair of classes by their names, with the site where it was met first.
    pairs: dict[tuple[str, str], _Site] = field(factory=dict)
    done: set[tuple[str, str, str]] = field(factory=set)
    differing: set[tuple[str, str]] = field(factory=set)
    reached: set[str] = field(factory=set)

    def report(self) -> Report:
        renames = [
            (pair, site) for pair, site in self.pairs.items() if pair[0] != pair[1] and not site.renamed
        ]
        mere = [pair for pair, _ in renames if self._is_mere(pair)]
        return Report(
            changes=(
                *self.found.values(),
                *(self._change("class_renamed", self._called(pair), *pair) for pair in mere),
            ),
            consequences=tuple(
                self._change("class_split", site, *pair) for pair, site in renames if pair not in mere
            ),
        )

    def _is_mere(self, pair: tuple[str, str]) -> bool:
        """Whether a class has another name, and no other change is the reason of it."""
        old, new = self.contents
        follows = pair in self.differing or (bool(self.found) and self.derived(pair[0]))
        return pair[0] not in new.classes and pair[1] not in old.classes and not follows

    def _called(self, pair: tuple[str, str]) -> _Site:
        return _Site(pair[0], pair, self.pairs[pair].direction)

    def add(self, kind: str, site: _Site, before: str = "", after: str = "") -> None:
        change = self._change(kind, site, before, after)
        key = (kind, site.subject, before, after)
        known = self.found.get(key)
        self.found[key] = evolve(change, breaking=change.breaking or (known is not None and known.breaking))

    def _change(self, kind: str, site: _Site, before: str, after: str) -> Change:
        python = tuple(dict.fromkeys(name for name in site.python if name))
        return Change(
            kind, site.subject, before, after, python, breaking=site.direction in RULES[kind].breaks
        )

    # Documents

    def documents(self) -> None:
        self._surroundings()
        old, new = self.before.operations(), self.after.operations()
        pairs, gone, fresh = _match(
            {each.key: each for each in old},
            {each.key: each for each in new},
            (lambda _, each: _address(each),),
        )
        for operation in gone:
            site = _Site(operation.key, (operation.python, ""), REQUEST)
            self.add("operation_removed", site, before=_address(operation))
        for operation in fresh:
            site = _Site(operation.key, ("", operation.python), REQUEST)
            self.add("operation_added", site, after=_address(operation))
        for one, other in pairs:
            self._operations(one, other)
        self._components()

    def _surroundings(self) -> None:
        old, new = (
            {each["url"] for each in reader.document.get("servers", [])} for reader in self._readers()
        )
        for url in sorted(old - new):
            self.add("server_removed", _Site(url, ("", ""), REQUEST))
        for url in sorted(new - old):
            self.add("server_added", _Site(url, ("", ""), REQUEST))
        site = _Site("every operation", ("", ""), REQUEST)
        self._differ("security_changed", site, *(_security(reader.document) for reader in self._readers()))

    def _readers(self) -> tuple[Reader, Reader]:
        return self.before, self.after

    def _components(self) -> None:
        """Compare those that no operation leads to; the generator makes classes of them all the same."""
        old, new = (
            [name for name in reader.components() if not self.derived(name)] for reader in self._readers()
        )
        for name in old:
            if name not in new and name not in self.contents[0].used:
                self.add("schema_removed", _Site(name, (naming.of_class(name), ""), UNUSED))
        for name in new:
            if name not in old and name not in self.contents[1].used:
                self.add("schema_added", _Site(name, ("", naming.of_class(name)), UNUSED))
        for name in (name for name in new if name in old):
            if name not in self.contents[0].used | self.contents[1].used:
                python = naming.of_class(name)
                site = _Site(name, (python, python), UNUSED)
                self._shapes(site, self.before.component(name), self.after.component(name))

    # Operations

    def _operations(self, old: Operation, new: Operation) -> None:
        site = _Site(new.key, (old.python, new.python), REQUEST)
        self._differ("operation_renamed", site, old.key, new.key)
        if _unnamed(_address(old)) != _unnamed(_address(new)):
            self.add("operation_moved", site, _address(old), _address(new))
        self._differ("operation_regrouped", site, _group(old), _group(new))
        self._differ("security_changed", site, _own_security(old), _own_security(new))
        self._deprecated(site, bool(old.raw.get("deprecated")), bool(new.raw.get("deprecated")))
        self._parameters(old, new)
        self._bodies(old, new)
        self._answers(old, new)

    def _parameters(self, old: Operation, new: Operation) -> None:
        # Those in the path have no other identity than their place in it.
        places = [{name: place for place, name in enumerate(_path_names(each))} for each in (old, new)]
        pairs, gone, fresh = _match(
            old.parameters,
            new.parameters,
            (
                lambda side, each: (
                    places[side].get(each["name"], object()) if each["in"] == "path" else object()
                ),
            ),
        )
        for parameter in gone:
            self.add("parameter_removed", self._parameter_site(parameter, None, old, new))
        for parameter in fresh:
            required = parameter.get("required", False)
            kind = "required_parameter_added" if required else "parameter_added"
            self.add(kind, self._parameter_site(None, parameter, old, new))
        for one, other in pairs:
            site = self._parameter_site(one, other, old, new)
            self._differ("parameter_renamed", site, one["name"], other["name"])
            self._required(site, one.get("required", False), other.get("required", False))
            self._deprecated(site, bool(one.get("deprecated")), bool(other.get("deprecated")))
            self._shapes(
                site,
                self._parameter_shape(self.before, one, old),
                self._parameter_shape(self.after, other, new),
            )

    def _parameter_site(
        self, one: Schema | None, other: Schema | None, old: Operation, new: Operation
    ) -> _Site:
        python = tuple(
            f"{operation.python}({naming.of_parameter(each['name'], each['in'])}=...)" if each else ""
            for each, operation in ((one, old), (other, new))
        )
        name = (other or one or {})["name"]
        return _Site(f"{new.key}({name})", (python[0], python[1]), REQUEST)

    def _parameter_shape(self, reader: Reader, parameter: Schema, operation: Operation) -> Shape:
        called, parent = parameter["name"], operation.called
        if "content" in parameter:
            return reader.content(parameter, called, parent)[1]
        return reader.read(parameter.get("schema", {}), called, parent)

    def _bodies(self, old: Operation, new: Operation) -> None:
        bodies = (
            self.before.resolved(old.raw.get("requestBody")),
            self.after.resolved(new.raw.get("requestBody")),
        )
        names = [
            f"{each.python}(body=...)" if body else "" for each, body in zip((old, new), bodies, strict=True)
        ]
        site = _Site(f"{new.key}(body)", (names[0], names[1]), REQUEST)
        match bodies:
            case (None, None):
                pass
            case (None, body):
                self.add("required_body_added" if body.get("required") else "body_added", site)
            case (_, None):
                self.add("body_removed", site)
            case (one, other):
                self._required(site, one.get("required", False), other.get("required", False))
                self._contents(site, "body", (old, one), (new, other))

    def _answers(self, old: Operation, new: Operation) -> None:
        ours, theirs = old.raw.get("responses", {}), new.raw.get("responses", {})
        for code in (code for code in theirs if code in ours):
            site = self._answer_site(code, old, new)
            one, other = self.before.resolved(ours[code]), self.after.resolved(theirs[code])
            self._contents(site, f"response_{code}", (old, one), (new, other))
        for code in sorted(ours.keys() - theirs.keys()):
            self._lone_answer(0, "removed", code, old, new)
        for code in sorted(theirs.keys() - ours.keys()):
            self._lone_answer(1, "added", code, old, new)

    def _lone_answer(self, side: int, verb: str, code: str, old: Operation, new: Operation) -> None:
        reader, operation = self._readers()[side], (old, new)[side]
        holder = reader.resolved(operation.raw["responses"][code])
        _, shape = reader.content(holder, f"response_{code}", operation.called)
        texts = ["", ""]
        texts[side] = reader.text(shape)
        self.add(f"{_outcome(code)}_{verb}", self._answer_site(code, old, new), *texts)

    def _answer_site(self, code: str, old: Operation, new: Operation) -> _Site:
        return _Site(f"{new.key} -> {code}", (f"{old.python}()", f"{new.python}()"), ANSWER)

    def _contents(
        self, site: _Site, called: str, old: tuple[Operation, Schema], new: tuple[Operation, Schema]
    ) -> None:
        (media, shape), (other_media, other_shape) = (
            reader.content(holder, called, operation.called)
            for reader, (operation, holder) in ((self.before, old), (self.after, new))
        )
        if media and other_media:
            self._differ("media_changed", site, media, other_media)
        self._shapes(site, shape, other_shape)

    # Schemas

    def _shapes(self, site: _Site, old: Shape, new: Shape) -> None:
        if old.null != new.null:
            self.add("null_allowed" if new.null else "null_refused", site)
        self._differ("default_changed", site, old.default or "nothing", new.default or "nothing")
        self._deprecated(site, old.deprecated, new.deprecated)
        self.reached.update(kind.component for kind in (*old.kinds, *new.kinds))
        pairs, gone, fresh = _match(
            dict(enumerate(old.kinds)),
            {index + len(old.kinds): kind for index, kind in enumerate(new.kinds)},
            _IDENTITIES,
        )
        if gone or fresh or any(self._are_others(*pair) for pair in pairs):
            self._differ(_verdict(gone, fresh), site, self.before.text(old), self.after.text(new))
        for one, other in pairs:
            if not self._are_others(one, other):
                self._kinds(site, one, other)

    def _are_others(self, old: Kind, new: Kind) -> bool:
        """Whether two classes are certainly not the same: both documents have both."""
        common = self.contents[0].classes & self.contents[1].classes
        return old.python != new.python and {old.python, new.python} <= common

    def _kinds(self, site: _Site, old: Kind, new: Kind) -> None:
        if old.format != new.format:
            self.add(
                _format_verdict(old.format, new.format), site, old.format or "none", new.format or "none"
            )
        self._bounds(site, old.bounds, new.bounds)
        if old.word == LIST:
            self._shapes(site.inside("[]"), self.before.items(old), self.after.items(new))
        elif old.word in {OBJECT, CHOICE}:
            self._classes(site, old, new)

    def _bounds(self, site: _Site, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        for name in sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name)):
            kind = _bound_verdict(name, old.get(name), new.get(name))
            self.add(kind, site, *(f"{name} {_literal(bounds.get(name))}" for bounds in (old, new)))

    def _classes(self, site: _Site, old: Kind, new: Kind) -> None:
        pair = (old.python, new.python)
        if (*pair, site.direction) in self.done:
            return
        self.done.add((*pair, site.direction))
        named = old.component if old.component and old.component == new.component else ""
        met = self.pairs.setdefault(pair, evolve(site, subject=named or site.subject))
        here = evolve(site, subject=met.subject, python=pair, renamed=old.python != new.python)
        count = len(self.found)
        if old.word == CHOICE:
            self._values(here, old, new)
        else:
            self._fields(here, old, new)
        if len(self.found) > count:
            self.differing.add(pair)

    def _values(self, site: _Site, old: Kind, new: Kind) -> None:
        for kind, ours, theirs, side in (("value_removed", old, new, 0), ("value_added", new, old, 1)):
            for value, member in ours.members:
                if value not in theirs.values:
                    names = ["", ""]
                    names[side] = f"{ours.python}.{member}"
                    texts = ["", ""]
                    texts[side] = str(value)
                    self.add(kind, evolve(site, python=(names[0], names[1])), *texts)

    def _fields(self, site: _Site, old: Kind, new: Kind) -> None:
        ours, theirs = self.before.fields(old), self.after.fields(new)
        for name in ours:
            if name not in theirs:
                self.add("field_removed", self._field_site(site, name, old, None))
        for name, each in theirs.items():
            if name not in ours:
                kind = "required_field_added" if each.required else "field_added"
                self.add(kind, self._field_site(site, name, None, new))
            else:
                inner = self._field_site(site, name, old, new)
                self._required(inner, ours[name].required, each.required)
                self._shapes(inner, ours[name].shape, each.shape)
        self._others(site, old, new)

    def _field_site(self, site: _Site, name: str, old: Kind | None, new: Kind | None) -> _Site:
        python = [f"{kind.python}.{naming.of_field(name)}" if kind else "" for kind in (old, new)]
        return _Site(f"{site.subject}.{name}", (python[0], python[1]), site.direction, site.renamed)

    def _others(self, site: _Site, old: Kind, new: Kind) -> None:
        match self.before.others(old), self.after.others(new):
            case (None, None):
                pass
            case (None, _):
                self.add("others_allowed", site)
            case (_, None):
                self.add("others_refused", site)
            case (Shape() as one, Shape() as other):
                inner = _Site(
                    f"{site.subject}.*",
                    (f"{old.python}[...]", f"{new.python}[...]"),
                    site.direction,
                    site.renamed,
                )
                self._shapes(inner, one, other)

    # Anything

    def _differ(self, kind: str, site: _Site, old: str, new: str) -> None:
        if old != new:
            self.add(kind, site, old, new)

    def _required(self, site: _Site, old: bool, new: bool) -> None:
        if old != new:
            self.add("made_required" if new else "made_optional", site)

    def _deprecated(self, site: _Site, old: bool, new: bool) -> None:
        if old != new:
            self.add("deprecated" if new else "undeprecated", site)


def _match(
    old: Mapping[_K, _V], new: Mapping[_K, _V], otherwise: Iterable[Callable[[int, _V], Hashable]]
) -> tuple[list[tuple[_V, _V]], list[_V], list[_V]]:
    """Pair what is the same in both: by its key, and what is left by each of the other identities in turn.

    Args:
        old: By its key.
        new: By its key.
        otherwise: Functions from the side (0 or 1) and the value to an identity.

    Returns:
        The pairs in the order of the new, and what only the old and only the new has.
    """
    pairs = {key: (old[key], value) for key, value in new.items() if key in old}
    gone = {key: value for key, value in old.items() if key not in pairs}
    for identity in otherwise:
        by_identity = {identity(0, value): key for key, value in reversed(list(gone.items()))}
        for key, value in new.items():
            found = None if key in pairs else by_identity.pop(identity(1, value), None)
            if found is not None:
                pairs[key] = (gone.pop(found), value)
    return (
        [pairs[key] for key in new if key in pairs],
        list(gone.values()),
        [value for key, value in new.items() if key not in pairs],
    )


def _verdict(gone: list[Kind], fresh: list[Kind]) -> str:
    if gone and fresh:
        return _WIDER.get((gone[0].word, fresh[0].word), "type_changed")
    return "type_narrowed" if gone else "type_widened" if fresh else "type_changed"


def _format_verdict(old: str, new: str) -> str:
    if _FORMATS_WITH_A_CLASS & {old, new} or (old and new):
        return "format_changed"
    return "format_widened" if old else "format_narrowed"


def _bound_verdict(name: str, old: Any, new: Any) -> str:
    if old is None or new is None:
        return "bound_narrowed" if old is None else "bound_widened"
    if name in LOWER_BOUNDS:
        return "bound_narrowed" if new > old else "bound_widened"
    if name in UPPER_BOUNDS:
        return "bound_narrowed" if new < old else "bound_widened"
    return "bound_changed"


def _literal(value: Any) -> str:
    return "none" if value is None else json.dumps(value, ensure_ascii=False)


def _outcome(code: str) -> str:
    return "answer" if code.startswith("2") else "error"


def _address(operation: Operation) -> str:
    return f"{operation.method.upper()} {operation.path}"


def _unnamed(address: str) -> str:
    """The address without the names of the parameters in it, which change as parameters do."""
    return re.sub(r"\{[^}]*\}", "{}", address)


def _path_names(operation: Operation) -> list[str]:
    return re.findall(r"\{([^}]*)\}", operation.path)


def _group(operation: Operation) -> str:
    return operation.python.rpartition(".")[0]


def _security(document: Document) -> str:
    schemes = document.get("components", {}).get("securitySchemes", {})
    without_words = {
        name: {key: value for key, value in scheme.items() if key != "description"}
        for name, scheme in schemes.items()
    }
    return json.dumps([document.get("security", []), without_words], sort_keys=True)


def _own_security(operation: Operation) -> str:
    return (
        json.dumps(operation.raw["security"]) if "security" in operation.raw else "what every operation does"
    )
