"""Vocabularies of the lists: what filters and orders can name, from records, examples and the overlay."""

import re
from collections.abc import Iterator
from itertools import dropwhile

from attrs import evolve, field, frozen

from scripts.pipeline import naming
from scripts.pipeline.resources.model import Resource
from scripts.pipeline.resources.overlay import Overlay
from scripts.pipeline.schema_types import CHOICE, LIST, OBJECT, Field, Kind, Reader

_FIELD_TYPES = {
    ("string", "date-time"): "InstantField",
    ("boolean", ""): "BooleanField",
    ("integer", ""): "WholeNumberField",
    ("number", ""): "NumberField",
}
_GROUP = re.compile(r"OR|AND|NOT|\d+")
_KEY = re.compile(r"[^\[\]]+")
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
        options = {
            "bare": self.bare and self.kind != "FlagField",
            "key": self.key if self.key != _spell_in_camel_case(self.name) else "",
        }
        given = [*map(repr, self.values), *(f"{name}={value!r}" for name, value in options.items() if value)]
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
        documented: the spellings in the document's examples.
        seen: the spellings that were seen in use.
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
    documented: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    alias: str = ""

    @property
    def reasons(self) -> tuple[str, ...]:
        """The constants that say why fields can't be named."""
        return tuple(self.unfilterable.values())

    @property
    def field_types(self) -> tuple[str, ...]:
        """The types of its fields; of a related record also those without an order."""
        kinds = tuple(each.kind for each in self.fields)
        return (*kinds, *(f"Unordered{kind}" for kind in kinds if self.within))

    @property
    def enums(self) -> tuple[str, ...]:
        """The generated enums of its fields."""
        return tuple(each.enum for each in self.fields if each.enum)

    @property
    def attribute(self) -> str:
        """The attribute of another vocabulary that holds this one: `customer`."""
        return self.source.rpartition(".")[2]

    @property
    def paragraphs(self) -> list[str]:
        """The docstring of the class."""
        noun = self.resource.replace("_", " ")
        if self.within:
            subject = f"Fields of the {self.within} of {noun}, for filters. They order no list."
        else:
            subject = f"Fields of {noun}, for filters and orders."
        evidence = [
            f"{title}: {', '.join(f'`{each}`' for each in spellings)}."
            for title, spellings in (("Documented", self.documented), ("Seen in use", self.seen))
            if spellings
        ]
        shown = "`explain()` shows the evidence for each filter."
        others = "Filters by other fields are inferred." if self.within else shown
        return [subject, " ".join([*evidence, others])]


def build_vocabularies(reader: Reader, resources: list[Resource], overlay: Overlay) -> list[Vocabulary]:
    """Build the vocabulary of each list."""
    lists = {each.name: _build_vocabulary(reader, each, overlay) for each in resources if each.record}
    return [evolve(each, relations=tuple(_build_relations(each, lists, overlay))) for each in lists.values()]


def collect_evidence(
    resources: list[Resource], overlay: Overlay
) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Return evidence and source by list, field and operator. The document's examples precede the overlay."""
    facts = overlay["operators"].items()
    evidence = {_split_place(place): (fact["source"], fact.get("text", "")) for place, fact in facts}
    for each in resources:
        for key, operator, pair in _read_examples(each) if each.list else ():
            evidence[each.name, key, operator] = ("documented", pair)
    return evidence


def _build_vocabulary(reader: Reader, resource: Resource, overlay: Overlay) -> Vocabulary:
    assert resource.record is not None
    examples = list(_read_examples(resource))
    bare = {key for key, operator, _ in examples if not operator}
    members = reader.fields(resource.record)
    kinds = {key: _read_kind(member) for key, member in members.items()}
    reasons = {key: _find_reason(reader, kind) for key, kind in kinds.items()}
    texts = {key: each.get("description", "") for key, each in resource.record.schema["properties"].items()}
    fields = [
        _build_field(key, kind, key in bare, texts[key]) for key, kind in kinds.items() if not reasons[key]
    ]
    flags = [
        VocabularyField(naming.of_argument(key), key, "FlagField", text=_COMPUTED)
        for key in sorted(bare - members.keys())
    ]
    name = naming.name_vocabulary(resource.name, overlay["vocabularies"])
    return Vocabulary(
        resource.name,
        name,
        f"{naming.of_class(naming.singular(resource.name))}Vocabulary",
        resource.record.python,
        (*fields, *flags),
        unfilterable={naming.of_argument(key): reason for key, reason in reasons.items() if reason},
        documented=tuple(pair.partition("=")[0] if operator else pair for _, operator, pair in examples),
        seen=_list_seen(overlay, resource.name),
        alias=overlay["vocabularies"].get(resource.name, {}).get("alias", ""),
    )


def _build_relations(
    vocabulary: Vocabulary, lists: dict[str, Vocabulary], overlay: Overlay
) -> Iterator[Vocabulary]:
    for place, fact in overlay["relations"].items():
        resource, _, key = place.partition(".")
        if resource == vocabulary.resource:
            related = lists[fact["resource"]]
            fields = tuple(evolve(each, bare=False) for each in related.fields if each.kind != "FlagField")
            yield Vocabulary(
                resource,
                f"{vocabulary.source}.{naming.of_argument(key)}",
                f"{naming.of_class(naming.singular(resource))}{naming.of_class(key)}Vocabulary",
                vocabulary.record,
                fields,
                unfilterable=related.unfilterable,
                within=key,
                seen=_list_seen(overlay, resource, key),
            )


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
    assert resource.list is not None
    example = resource.list.parameters["query", "filter"].get("example", "")
    for pair in example.split("&") if isinstance(example, str) else ():
        names = list(dropwhile(_GROUP.fullmatch, _KEY.findall(pair.partition("=")[0])))
        if len(names) in (1, 2):
            yield names[0], "".join(names[1:]), pair


def _list_seen(overlay: Overlay, resource: str, relation: str = "") -> tuple[str, ...]:
    """Return the spellings that were seen on the fields of a list, or of a related record."""
    places = [(*_split_place(place), fact) for place, fact in overlay["operators"].items()]
    return tuple(
        f"{path.replace('.', '[')}{']' if relation else ''}[{operator}]"
        for name, path, operator, fact in places
        if (name, path.rpartition(".")[0], fact["source"]) == (resource, relation, "seen")
    )


def _split_place(place: str) -> tuple[str, str, str]:
    """Return the list, the path of the field, and the operator of a fact."""
    resource, _, rest = place.partition(".")
    path, _, operator = rest.rpartition(".")
    return resource, path, operator


def _spell_in_camel_case(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))
