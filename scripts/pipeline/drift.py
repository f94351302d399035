"""Where the vocabularies of quentli_query no longer fit the records that the lists answer with."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from quentli_query.filters.fields import (
    BaseNumberField,
    BooleanField,
    EnumField,
    Field,
    FlagField,
    InstantField,
    TextField,
)
from quentli_query.filters.vocabularies.customers import Q
from quentli_query.filters.vocabularies.discounts import DiscountQ
from quentli_query.filters.vocabularies.invoices import InvoiceQ
from quentli_query.filters.vocabularies.payment_concepts import PaymentConceptQ
from quentli_query.filters.vocabularies.payments import PaymentQ
from quentli_query.filters.vocabularies.subscriptions import SubscriptionQ
from quentli_query.filters.vocabularies.tax_invoices import TaxInvoiceQ
from quentli_query.filters.vocabularies.webhook_events import WebhookEventQ
from quentli_query.filters.vocabularies.webhooks import WebhookQ
from quentli_query.filters.vocabulary import Vocabulary, inspect
from scripts.pipeline import naming
from scripts.pipeline.document import Document
from scripts.pipeline.shapes import CHOICE, LIST, OBJECT, Kind, Reader, Shape

VOCABULARIES: Sequence[Vocabulary] = (
    Q,
    PaymentConceptQ,
    DiscountQ,
    InvoiceQ,
    TaxInvoiceQ,
    SubscriptionQ,
    PaymentQ,
    WebhookQ,
    WebhookEventQ,
)

_TEXT, _INSTANT, _NUMBER, _TRUTH, _CHOICE, _FLAG = (
    "text",
    "an instant",
    "a number",
    "a boolean",
    "an enum",
    "a flag",
)
_OTHER = "no plain value"

_FIELDS: Mapping[type[Field[Any]], str] = {
    TextField: _TEXT,
    InstantField: _INSTANT,
    BaseNumberField: _NUMBER,
    BooleanField: _TRUTH,
    EnumField: _CHOICE,
    FlagField: _FLAG,
}
_KINDS: Mapping[str, str] = {
    "string": _TEXT,
    "integer": _NUMBER,
    "number": _NUMBER,
    "boolean": _TRUTH,
    CHOICE: _CHOICE,
}


@frozen
class Drift:
    """A field of which a vocabulary says something else than the document.

    Attributes:
        field: The field as users write it, `Q.phone_number`, or that they cannot write yet.
        says: What is wrong.
    """

    field: str
    says: str


def drift(document: Document, vocabularies: Sequence[Vocabulary] = VOCABULARIES) -> list[Drift]:
    """Every field in which the vocabularies and a document differ.

    Args:
        document: The document, rewritten.
        vocabularies: Each is compared with the records of the list that it is about.
    """
    reader = Reader(document)
    return [each for vocabulary in vocabularies for each in _of_vocabulary(reader, vocabulary)]


def record_of(reader: Reader, resource: str) -> Kind | None:
    """The record that a list answers with, if there is such a list."""
    for operation in reader.operations():
        if operation.key == f"{resource}_list":
            answer = reader.resolved(operation.raw.get("responses", {}).get("200", {}))
            _, shape = reader.content(answer, "", "")
            items = [kind for part in shape.kinds if part.word == LIST for kind in reader.items(part).kinds]
            return next((kind for kind in items if kind.word == OBJECT), None)
    return None


def _of_vocabulary(reader: Reader, vocabulary: Vocabulary) -> Iterator[Drift]:
    resource = inspect(vocabulary).resource
    record = record_of(reader, resource)
    if record is None:
        yield Drift(
            repr(vocabulary),
            f"there is no operation {resource}_list with a list of records",
        )
    else:
        yield from _compare(reader, vocabulary, record)


def _compare(reader: Reader, vocabulary: Vocabulary, record: Kind) -> Iterator[Drift]:
    shown = {naming.of_field(key).rstrip("_"): field.shape for key, field in reader.fields(record).items()}
    for name, field in inspect(vocabulary).fields.items():
        place = f"{vocabulary!r}.{name}"
        yield from (Drift(place, says) for says in _differences(field, shown.get(name)))
    for name in inspect(vocabulary).unfilterable:
        if name not in shown:
            yield Drift(f"{vocabulary!r}.{name}", f"is left out, and records of {record.python} have none")
    for name, shape in shown.items():
        if name in inspect(vocabulary).relations:
            for kind in shape.kinds:
                yield from _compare(reader, inspect(vocabulary).relations[name], kind)
        elif name not in inspect(vocabulary).fields:
            yield from _not_a_field(vocabulary, name, shape, record)


def _not_a_field(vocabulary: Vocabulary, name: str, shape: Shape, record: Kind) -> Iterator[Drift]:
    if name not in inspect(vocabulary).unfilterable:
        says = "is missing"
    elif _kind(shape) != _OTHER:
        says = "is left out"
    else:
        return
    yield Drift(f"{vocabulary!r}.{name}", f"{says}; records of {record.python} hold {_kind(shape)} there")


def _differences(field: Field[Any], shape: Shape | None) -> Iterator[str]:
    declared = next(said for type_, said in _FIELDS.items() if isinstance(field, type_))
    if shape is None:
        if declared != _FLAG:
            yield f"is {declared}, and records have no such field"
        return
    shown = _kind(shape)
    if declared != shown:
        yield f"is {declared}, and records hold {shown} there"
    elif isinstance(field, EnumField):
        values = [value for kind in shape.kinds for value in kind.values]
        yield from (f"lacks the value {value}" for value in values if value not in field.values)
        yield from (
            f"has the value {value}, which records do not" for value in field.values if value not in values
        )


def _kind(shape: Shape) -> str:
    if len(shape.kinds) != 1:
        return _OTHER
    kind = shape.kinds[0]
    return _INSTANT if kind.format == "date-time" else _KINDS.get(kind.word, _OTHER)
