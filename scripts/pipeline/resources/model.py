"""Resources of a document and their methods, as users write them: `quentli.customers.create`."""

from attrs import evolve, frozen

from scripts.pipeline import naming
from scripts.pipeline.errors import StepError
from scripts.pipeline.schema_types import Kind, Operation, Reader

_CLIENT_NAMES = frozenset({"api", "close", "with_options"})
_LIST_PARAMETERS = frozenset(("query", name) for name in ("filter", "orderBy", "skip", "take"))


@frozen
class Method:
    """One operation as a method of its resource.

    Attributes:
        verb: the method's name, `create`.
        operation: the operation, with its path, parameters and raw content.
    """

    verb: str
    operation: Operation


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
    methods: tuple[Method, ...]
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
        StepError: if two operations are the same method, or a path begins with a name of the clients' own.
    """
    found: dict[str, dict[str, Operation]] = {}
    for operation in reader.operations():
        _, name, verb = operation.call.split(".")
        if name in _CLIENT_NAMES:
            raise StepError(f"{operation.key}: the clients have an attribute {name} of their own")
        other = found.setdefault(name, {}).setdefault(verb, operation)
        if other is not operation:
            raise StepError(f"{other.key} and {operation.key} would both be the method {name}.{verb}")
    return [_build_resource(reader, name, operations) for name, operations in found.items()]


def _build_resource(reader: Reader, name: str, operations: dict[str, Operation]) -> Resource:
    others = dict(operations)
    resource = Resource(name, ())
    record = _find_record(reader, operations.get("list"))
    if record is not None:
        resource = evolve(resource, list=others.pop("list"), record=record)
        get = operations.get("get")
        if get is not None and get.method == "get" and [*get.parameters] == [("path", "id")]:
            resource = evolve(resource, get=others.pop("get"))
    methods = tuple(Method(verb, operation) for verb, operation in others.items())
    return evolve(resource, methods=methods)


def _find_record(reader: Reader, operation: Operation | None) -> Kind | None:
    """Return the object on a page; None if the operation has no filter, order and page numbers."""
    if operation is None or operation.method != "get" or not operation.parameters.keys() >= _LIST_PARAMETERS:
        return None
    record = reader.record(operation)
    return record if record is not None and "id" in reader.fields(record) else None
