"""Vocabularies of the lists: what filters and orders can name, from records, examples and the overlay."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import dropwhile

from attrs import evolve, field, frozen

from scripts.pipeline import naming
from scripts.pipeline.resources.model import Resource
from scripts.pipeline.resources.overlay import Fact, Overlay
from scripts.pipeline.schema_types import CHOICE, LIST, OBJECT, Field, Kind, Reader

_FIELD_TYPES = {
    ("string", "date-time"): "InstantField",
    ("boolean", ""): "BooleanField",
    ("integer", ""): "WholeNumberField",
    ("number", ""): "NumberField",
}
_GROUP = re.compile(r"OR|AND|NOT|\d+")
_KEY = re.compile(r"[^\[\]]+")
Evidence = dict[tuple[str, str, str], tuple[str, str]]
"""Source and text of the evidence, by list, field and operator."""

_COMPUTED = "Computed by the API; no record has it."


@frozen
class VocabularyField:
    """One field of a vocabulary.

    Attributes:
        name: the attribute, `phone_number`.
        key: the key on the wire, `phoneNumber`.
        kind: the class of the field, `TextField`.
        enum: the generated enum of its values; empty if it has none.
        values: the values of the enum, in the order of the document.
        bare: whether equality is written `field=value`, as in an example of the document.
        text: its description.
    """

    name: str
    key: str
    kind: str
    enum: str = ""
    values: tuple[str, ...] = ()
    bare: bool = False
    text: str = ""

    @property
    def call(self) -> str:
        """The Python source that makes the field."""
        given = [*map(repr, self.values), *(["bare=True"] if self.bare else [])]
        if self.key != _spell_in_camel_case(self.name):
            given.append(f"key={self.key!r}")
        return f"{self.kind}({', '.join(given)})"

    @property
    def choices(self) -> str:
        """The type of its values as a further parameter of the field's type; empty without an enum."""
        return f", {self.enum} | Literal[{', '.join(map(repr, self.values))}]" if self.enum else ""

    @property
    def words(self) -> str:
        """The description, and the spelling where it is a special one."""
        spelling = f"Written `{self.key}=value`, as documented." if self.bare else ""
        return " ".join(filter(None, (self.text, spelling)))


@frozen
class Vocabulary:
    """The fields of one list, or of the records that it is related to.

    Attributes:
        resource: the list, `customers`.
        source: the Python expression, `Q`.
        class_name: its class, `CustomerVocabulary`.
        record: the generated class of the list's records.
        fields: the fields, in the order of the document; flags last.
        relations: the vocabularies of related records.
        unfilterable: attributes of the record that no filter can name, with the constant that says why.
        within: the key on the wire above the fields of a related record; empty otherwise.
        evidence: the spellings that are documented or were seen in use.
        alias: another name for the vocabulary; empty if it has none.
    """

    resource: str
    source: str
    class_name: str
    record: str
    fields: tuple[VocabularyField, ...]
    relations: tuple["Vocabulary", ...] = ()
    unfilterable: dict[str, str] = field(factory=dict)
    within: str = ""
    evidence: str = ""
    alias: str = ""


def build_vocabularies(reader: Reader, resources: list[Resource], overlay: Overlay) -> list[Vocabulary]:
    """Build the vocabulary of each list."""
    evidence = collect_evidence(resources, overlay)
    lists = {
        each.name: _build_vocabulary(reader, each, each.record, evidence, overlay["vocabularies"])
        for each in resources
        if each.record
    }
    relations = defaultdict[str, list[Vocabulary]](list)
    for place, fact in overlay["relations"].items():
        resource, _, key = place.partition(".")
        relations[resource].append(_build_relation(lists[resource], key, lists[fact["resource"]], evidence))
    return [evolve(each, relations=tuple(relations[each.resource])) for each in lists.values()]


def collect_evidence(resources: list[Resource], overlay: Overlay) -> Evidence:
    """Collect evidence from the overlay, and from the document's examples, which take precedence."""
    evidence: Evidence = {}
    for place, fact in overlay["operators"].items():
        resource, _, rest = place.partition(".")
        path, _, operator = rest.rpartition(".")
        evidence[resource, path, operator] = (fact["source"], fact.get("text", ""))
    for each in resources:
        for key, operator, pair in _read_examples(each):
            evidence[each.name, key, operator] = ("documented", pair)
    return evidence


def _build_vocabulary(
    reader: Reader, resource: Resource, record: Kind, evidence: Evidence, names: Mapping[str, Fact]
) -> Vocabulary:
    bare = {key for key, operator, _ in _read_examples(resource) if not operator}
    members = reader.fields(record)
    kinds = {key: _read_kind(member) for key, member in members.items()}
    reasons = {key: _find_reason(reader, kind) for key, kind in kinds.items()}
    fields = [
        _build_field(key, kind, key in bare, record.schema["properties"][key].get("description", ""))
        for key, kind in kinds.items()
        if not reasons[key]
    ]
    flags = [
        VocabularyField(naming.of_argument(key), key, "FlagField", text=_COMPUTED)
        for key in sorted(bare - members.keys())
    ]
    return Vocabulary(
        resource.name,
        naming.name_vocabulary(resource.name, names),
        f"{naming.of_class(naming.singular(resource.name))}Vocabulary",
        record.python,
        (*fields, *flags),
        unfilterable={naming.of_argument(key): reason for key, reason in reasons.items() if reason},
        evidence=_describe_evidence(evidence, resource.name),
        alias=names.get(resource.name, {}).get("alias", ""),
    )


def _build_relation(vocabulary: Vocabulary, key: str, related: Vocabulary, evidence: Evidence) -> Vocabulary:
    """Build the vocabulary of a related record, whose fields can be filtered by, but not ordered by."""
    return evolve(
        related,
        resource=vocabulary.resource,
        source=f"{vocabulary.source}.{naming.of_argument(key)}",
        class_name=vocabulary.class_name.replace("Vocabulary", f"{naming.of_class(key)}Vocabulary"),
        record=vocabulary.record,
        fields=tuple(evolve(each, bare=False) for each in related.fields if each.kind != "FlagField"),
        within=key,
        evidence=_describe_evidence(evidence, vocabulary.resource, key),
    )


def _describe_evidence(evidence: Evidence, resource: str, relation: str = "") -> str:
    """List the spellings that are documented or were seen on the fields of a list, or of a related record."""
    spellings: dict[str, list[str]] = {"documented": [], "seen": []}
    for (name, path, operator), (source, text) in evidence.items():
        above, _, key = path.rpartition(".")
        if (name, above) == (resource, relation) and source in spellings:
            spelling = f"{above}[{key}]" if above else key
            spellings[source].append(f"`{spelling}[{operator}]`" if operator else f"`{text}`")
    titles = zip(("Documented", "Seen in use"), spellings.values(), strict=True)
    return " ".join(f"{title}: {', '.join(found)}." for title, found in titles if found)


def _read_kind(member: Field) -> Kind:
    """Return the kind of a field's values; an object stands for several kinds."""
    return member.shape.kinds[0] if len(member.shape.kinds) == 1 else Kind(OBJECT)


def _build_field(key: str, kind: Kind, bare: bool, text: str) -> VocabularyField:
    field_type = _FIELD_TYPES.get((kind.word, kind.format), "TextField")
    made = VocabularyField(naming.of_argument(key), key, field_type, bare=bare, text=text)
    if kind.word != CHOICE:
        return made
    return evolve(made, kind="EnumField", enum=kind.python, values=tuple(map(str, kind.values)))


def _find_reason(reader: Reader, kind: Kind) -> str:
    """Return the constant that says why no filter can name values of a kind; empty if one can."""
    if kind.word == LIST:
        items = [each for each in reader.items(kind).kinds if each.word == OBJECT]
        pairs = [each for each in items if reader.fields(each).keys() == {"key", "value"}]
        return "KEY_VALUE_PAIRS" if pairs else "OBJECTS" if items else "A_LIST"
    if kind.word == OBJECT:
        return "AN_OBJECT" if kind.python and reader.fields(kind) else "FREE_KEYS"
    return ""


def _read_examples(resource: Resource) -> Iterator[tuple[str, str, str]]:
    """Return the key, the operator and all of each condition in the example of a list's filter."""
    example = resource.list.parameters["query", "filter"].get("example") if resource.list else None
    for pair in example.split("&") if isinstance(example, str) else ():
        names = list(dropwhile(_GROUP.fullmatch, _KEY.findall(pair.partition("=")[0])))
        if len(names) in (1, 2):
            yield names[0], "".join(names[1:]), pair


def _spell_in_camel_case(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))
