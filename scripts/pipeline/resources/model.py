"""Resources of a document and their methods, as users write them: `quentli.customers.create`."""

from collections.abc import Collection, Sequence

from attrs import frozen

from scripts.pipeline import naming
from scripts.pipeline.errors import StepError
from scripts.pipeline.schema_types import LIST, OBJECT, Kind, Operation, Reader

_CLIENT_NAMES = frozenset({"api", "close", "with_options"})
_LIST_PARAMETERS = frozenset(("query", name) for name in ("filter", "orderBy", "skip", "take"))


@frozen
class Resource:
    """All operations below one first segment of the paths.

    Attributes:
        name: the clients' attribute, `payment_concepts`.
        methods: its methods in the order of the document, except those that the handwritten list serves.
        list: the operation for a page of records; None if none has a filter, an order and pages.
        get: the operation for one record of that list; None if there is none.
        record: the object on a page of the list; None without a list.
    """

    name: str
    methods: tuple[Operation, ...]
    list: Operation | None = None
    get: Operation | None = None
    record: Kind | None = None

    @property
    def class_name(self) -> str:
        """The class with its methods, `PaymentConcepts`; the async one begins with `Async`."""
        return naming.of_class(self.name)


def read_resources(reader: Reader) -> list[Resource]:
    """Return the resources of a document, in its order.

    Raises:
        StepError: if there is no operation, two are one method or module, or a path begins with a name of
            the clients' own.
    """
    found: dict[str, dict[str, Operation]] = {}
    taken: dict[str, Operation] = {}
    for operation in reader.operations():
        _, name, verb = operation.call.split(".")
        if name in _CLIENT_NAMES:
            raise StepError(f"{operation.key}: the clients have an attribute {name} of their own")
        for python in (operation.call, operation.python):
            if (other := taken.setdefault(python, operation)) is not operation:
                raise StepError(f"{other.key} and {operation.key} would both be {python}")
        found.setdefault(name, {})[verb] = operation
    if not found:
        raise StepError("it describes no operation (at #/paths)")
    return [_build_resource(reader, name, operations) for name, operations in found.items()]


def _build_resource(reader: Reader, name: str, operations: dict[str, Operation]) -> Resource:
    list_, get = operations.get("list"), operations.get("get")
    record = _find_record(reader, list_)
    if record is None:
        return Resource(name, tuple(operations.values()))
    if get is not None and (get.method, [*get.parameters]) != ("get", [("path", "id")]):
        get = None
    methods = tuple(each for each in operations.values() if each is not list_ and each is not get)
    return Resource(name, methods, list_, get, record)


def _find_record(reader: Reader, operation: Operation | None) -> Kind | None:
    """Return the object on a page; None if the operation has no filter, order, page numbers or such pages."""
    if operation is None or operation.method != "get" or not operation.parameters.keys() >= _LIST_PARAMETERS:
        return None
    answer = reader.answers(operation).get("200")
    pages = answer.shape.kinds if answer else ()
    items = reader.items(pages[0]).kinds if [each.word for each in pages] == [LIST] else ()
    is_record = [each.word for each in items] == [OBJECT] and "id" in reader.fields(items[0])
    return items[0] if is_record else None


def find_wrapper(reader: Reader, kinds: Sequence[Kind], wrappers: Collection[str]) -> str | None:
    """Return the wrapper among an object's fields: the only field that is required, and an object."""
    fields = reader.fields(kinds[0]) if len(kinds) == 1 else {}
    required = [name for name, field in fields.items() if field.required]
    if len(required) != 1 or required[0] not in wrappers or fields[required[0]].shape.null:
        return None
    inside = fields[required[0]].shape.kinds
    return required[0] if all(has_fields(reader, kind) for kind in inside) else None


def has_fields(reader: Reader, kind: Kind) -> bool:
    """Tell an object with named fields from other kinds of value."""
    return kind.word == OBJECT and bool(reader.fields(kind))
