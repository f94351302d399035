"""Types of arguments as users write them, with the TypedDicts and aliases that they refer to."""

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import Factory, frozen

from scripts.pipeline import naming
from scripts.pipeline.schema_types import ANYTHING, CHOICE, LIST, OBJECT, Field, Kind, Reader, Shape

_SCALARS: Final[Mapping[tuple[str, str], str]] = {
    ("string", "date-time"): "InstantLike",
    ("string", "date"): "date",
    ("string", "uuid"): "UUID",
    ("string", "binary"): "File",
    ("string", ""): "str",
    ("integer", ""): "int",
    ("number", ""): "NumberLike",
    ("boolean", ""): "bool",
}
_KEY_AND_VALUE: Final = {"key", "value"}


@frozen
class Argument:
    """An argument of a method, or a key of a TypedDict.

    Attributes:
        name: as users write it.
        annotation: its type, without the mark for what is left out.
        required: whether it has to be given.
        description: what the document says of it.
        place: where the document has it, for errors.
    """

    name: str
    annotation: str
    required: bool
    description: str
    place: str


@frozen
class Annotations:
    """The types of one document's arguments.

    Attributes:
        reader: the reader of the document.
        dicts: the TypedDicts met so far: name to class and keys.
        aliases: the aliases of enums met so far: name to text.
    """

    reader: Reader
    dicts: dict[str, tuple[Kind, tuple[Argument, ...]]] = Factory(dict)
    aliases: dict[str, str] = Factory(dict)

    def annotate(self, shape: Shape) -> str:
        """Return the type of an argument."""
        return _join(map(self._annotate_kind, shape.kinds), shape)

    def annotate_result(self, shape: Shape) -> str:
        """Return the type of an answer."""
        return _join(map(self._annotate_answer, shape.kinds), shape)

    def build_arguments(self, kind: Kind, place: str, *, skip: str = "") -> list[Argument]:
        """Return the fields of an object as arguments, except one."""
        fields = self.reader.fields(kind).items()
        return [self.build_argument(name, each, f"{place}.{name}") for name, each in fields if name != skip]

    def build_argument(self, name: str, field: Field, place: str) -> Argument:
        """Return a field as an argument."""
        text = ("Deprecated. " if field.shape.deprecated else "") + field.words.get("description", "")
        return Argument(naming.of_argument(name), self.annotate(field.shape), field.required, text, place)

    def _annotate_answer(self, kind: Kind) -> str:
        if kind.word == LIST:
            # A method may be called `list`.
            return f"builtins.list[{self.annotate_result(self.reader.items(kind))}]"
        if kind.format == "binary":
            return "bytes"
        return f"models.{kind.python}" if kind.word == OBJECT and kind.python else "Any"

    def _annotate_kind(self, kind: Kind) -> str:
        if "const" in kind.schema:
            return f"Literal[{kind.schema['const']!r}]"
        built = {OBJECT: self._annotate_object, LIST: self._annotate_list, CHOICE: self._annotate_enum}
        if kind.word in built:
            return built[kind.word](kind)
        return _SCALARS.get((kind.word, kind.format)) or _SCALARS.get((kind.word, ""), "Any")

    def _annotate_object(self, kind: Kind) -> str:
        if not kind.schema.get("properties"):
            others = self.reader.others(kind) or Shape((Kind(ANYTHING),))
            return f"Mapping[str, {self.annotate(others)}]"
        name = f"{kind.python.removesuffix('Input')}Params"
        if name in self.dicts and self.dicts[name][0].python != kind.python:
            name = f"{kind.python}Params"
        if name not in self.dicts:
            self.dicts[name] = (kind, ())  # known before its keys, which may refer to it
            self.dicts[name] = (kind, tuple(self.build_arguments(kind, kind.python)))
        return f"models.{kind.python} | params.{name}"

    def _annotate_list(self, kind: Kind) -> str:
        items = self.reader.items(kind)
        listed = f"Sequence[{self.annotate(items)}]"
        fields = [self.reader.fields(each) for each in items.kinds]
        if any(each.keys() != _KEY_AND_VALUE for each in fields):
            return listed
        return f"{listed} | Mapping[str, {self.annotate(fields[0]['value'].shape)}]"

    def _annotate_enum(self, kind: Kind) -> str:
        values = ", ".join(map(repr, kind.values))
        self.aliases[f"{kind.python}Like"] = f"models.{kind.python} | Literal[{values}]"
        return f"params.{kind.python}Like"


def _join(names: Iterable[str], shape: Shape) -> str:
    # A type that is given twice, such as two references to one enum, is written once.
    return " | ".join(dict.fromkeys([*names, *(["None"] if shape.null else [])]))
