"""Comparison of two documents as users of the generated client meet them.

Both are compared after the rewrites. Two classes are compared once in each direction, however many operations
lead to them, and whatever the two are called.
"""

from attrs import define, evolve, field, frozen

from scripts.pipeline.facts import Facts, Place
from scripts.pipeline.kinds import RULES, find_aspect, judge_kinds
from scripts.pipeline.rewrites.schemas import components
from scripts.pipeline.schema_types import WORDS

Names = tuple[str, str]
# The most keys of a place.
_LEVELS = 3


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
    """All changes.

    Attributes:
        changes: those that users meet.
        words: other descriptions and examples, each before and after.
    """

    changes: tuple[Change, ...] = ()
    words: tuple[Change, ...] = ()


def compare(before: Facts, after: Facts) -> Report:
    """Compare two documents."""
    comparison = _Comparison((before.classes, after.classes))
    # The generator makes classes of components that nothing refers to, too.
    names = {*components(before.reader.document), *components(after.reader.document)}
    unused = names - before.referred - after.referred
    comparison.compare(before.describe(unused), after.describe(unused))
    return comparison.report()


@define
class _Comparison:
    classes: tuple[frozenset[str], frozenset[str]]
    found: dict[tuple[str, str, str, str], Change] = field(factory=dict)
    # Each pair of classes with the change of the place where it was met first, and true inside of a class
    # that has another name now; and the comparisons done.
    pairs: dict[Names, tuple[Change, bool]] = field(factory=dict)
    done: set[tuple[Names, str, Names]] = field(factory=set)
    words: list[Change] = field(factory=list)

    def report(self) -> Report:
        """Return what was found, and the other names of classes.

        Two names of which one document has both are two classes, and the places have another class now.
        """
        met = [met for pair, (met, inside) in self.pairs.items() if pair[0] != pair[1] and not inside]
        others = [
            each
            if each.before in self.classes[1] or each.after in self.classes[0]
            else evolve(each, kind="renamed", subject=each.before, python=(f"{each.before} -> {each.after}",))
            for each in met
        ]
        return Report(
            (*self.found.values(), *(evolve(each, breaking=True) for each in others)), tuple(self.words)
        )

    def compare(self, old: Place, new: Place, around: str = "", *, renamed: bool = False) -> None:
        """Compare two places, and those inside."""
        subject = around + new.part
        self._compare_facts(old, new, subject)
        pairs, gone, fresh = self._match(old, new)
        words = [[each.kind.word for each in lone if each.kind] for lone in (gone, fresh)]
        if any(words):
            self._add(judge_kinds(*words), subject, old, new, old.text, new.text)
        for one, other in pairs:
            met = _describe("changed", subject, old, new, one.python, other.python)
            self._compare_inside(one, other, met, renamed=renamed)
        for each in gone:
            self._add_lone("removed", each, subject)
        for each in fresh:
            self._add_lone("required_added" if each.facts.get("required") else "added", each, subject)

    def _match(self, old: Place, new: Place) -> tuple[list[tuple[Place, Place]], list[Place], list[Place]]:
        """Pair the places inside that are equal by the first key, then the rest by the next.

        Returns:
            The pairs, and the places that only the old and only the new document has.
        """
        gone, fresh = [*old.inner()], [*new.inner()]
        pairs: list[tuple[Place, Place]] = []
        for level in range(_LEVELS):
            for each in tuple(fresh):
                found = next((one for one in gone if self._is_same(one, each, level)), None)
                if found is not None:
                    gone.remove(found)
                    fresh.remove(each)
                    pairs.append((found, each))
        return pairs, gone, fresh

    def _is_same(self, old: Place, new: Place, level: int) -> bool:
        """Compare a key. Of two classes that both documents have, none is the other renamed."""
        both = {old.python, new.python} if old.kind else ()
        renamed = len(both) < 2 or not both <= self.classes[0] & self.classes[1]
        keys = [(each.keys or (each.part,))[level : level + 1] for each in (old, new)]
        return renamed and keys[0] == keys[1] != ()

    def _compare_inside(self, old: Place, new: Place, met: Change, *, renamed: bool) -> None:
        """Compare two places inside of another, two classes once."""
        pair, calls = (old.python, new.python), (old.call, new.call)
        if not (old.kind and new.kind and old.kind.python and new.kind.python):
            self.compare(old, new, met.subject, renamed=renamed)
        elif (pair, new.direction, calls) not in self.done:
            self.done.add((pair, new.direction, calls))
            named = met if pair[0] != pair[1] else evolve(met, subject=new.kind.component)
            first, _ = self.pairs.setdefault(pair, (named, renamed))
            self.compare(old, new, first.subject, renamed=pair[0] != pair[1])

    def _compare_facts(self, old: Place, new: Place, subject: str) -> None:
        for name in {**old.facts, **new.facts}:
            before, after = old.facts.get(name), new.facts.get(name)
            aspect = find_aspect(name)
            if before == after:
                continue
            if name.rpartition(".")[2] in WORDS:
                texts = ("none" if each is None else str(each) for each in (before, after))
                change = _describe("changed", f"{subject} {name}", old, new, *texts)
                self.words.append(change)
            elif kind := aspect.judge(before, after):
                self._add(kind, subject, old, new, aspect.write(before), aspect.write(after))

    def _add_lone(self, kind: str, place: Place, around: str) -> None:
        part, python = place.alone or (place.part, place.python)
        if not place.kind:
            named = evolve(place, python=python)
            self._add(kind, around + part, named, named)

    def _add(
        self, kind: str, subject: str, old: Place, new: Place, before: str = "", after: str = ""
    ) -> None:
        if before == after != "":
            return
        change = _describe(kind, subject, old, new, before, after)
        known = self.found.setdefault((kind, subject, before, after), change)
        python = tuple(dict.fromkeys((*known.python, *change.python)))
        merged = evolve(change, python=python, breaking=known.breaking or change.breaking)
        self.found[kind, subject, before, after] = merged


def _describe(kind: str, subject: str, old: Place, new: Place, before: str = "", after: str = "") -> Change:
    python = " -> ".join(dict.fromkeys(filter(None, (old.python, new.python))))
    breaking = new.direction in RULES[kind].breaks
    return Change(kind, subject, before, after, (python,) if python else (), breaking=breaking)
