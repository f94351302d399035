"""Operations of the API as methods: arguments become a request, a response what the API promises."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import frozen
from quentli_client.types import Unset

from .arguments import Parameter, Place, build_body, check_id, convert, read_parameters
from .decoding import decode_promised

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import httpx

    from .config import Config

T = TypeVar("T")


@frozen
class Operation(Generic[T]):
    """One operation of the API.

    Attributes:
        method: the method as users write it, such as `quentli.customers.update`.
        module: name of the generated module that describes the request and decodes the response. It is
            imported on the first call.
        wrappers: the attributes of the body that lead to the object with the method's arguments; None if the
            body is an argument of its own, `body`.
        is_update: whether a call has to change something.
    """

    method: str
    module: str
    wrappers: tuple[str, ...] | None = ()
    is_update: bool = False

    def describe(self, ids: Sequence[object], values: Mapping[str, object]) -> dict[str, Any]:
        """Return the method, path, parameters and body of a request.

        Args:
            ids: the ids in the path.
            values: the other arguments by their names. `UNSET` is left out.

        Raises:
            ParameterError: if a value is wrong.
        """
        place = Place(self.method)
        describe_request = import_module(self.module).describe_request
        parameters = dict(read_parameters(describe_request))
        # The ids are the first parameters.
        path = [
            _convert_id(parameters.pop(name), value, place.field(name))
            for name, value in zip(list(parameters), ids, strict=False)
        ]
        body = parameters.pop("body", None)
        given = {name: value for name, value in values.items() if not isinstance(value, Unset)}
        arguments = {
            parameter.attribute: convert(parameter.annotation, given.pop(name), place.field(name))
            for name, parameter in parameters.items()
            if name in given
        }
        if body is not None and (given or self.is_update or not body.is_optional):
            arguments["body"] = self._build_body(body.annotation, given, place)
        described: dict[str, Any] = describe_request(*path, **arguments)
        return described

    def _build_body(self, annotation: Any, given: Mapping[str, object], place: Place) -> Any:
        if self.wrappers is None:
            return convert(annotation, given.get("body"), place.field("body"))
        return build_body(annotation, self.wrappers, given, place, is_update=self.is_update)

    def decode(self, response: httpx.Response) -> T:
        """Decode a successful response.

        Raises:
            ResponseError: if it is not what the API promises.
        """
        parse = import_module(self.module)._parse_success
        decoded: T = decode_promised(parse, None, response)
        return decoded


def _convert_id(parameter: Parameter, value: object, place: Place) -> Any:
    if parameter.annotation is str:
        return check_id(value, place)
    return convert(parameter.annotation, value, place)


class _BaseOperations:
    def __init__(self, http: Any, _spec: object, config: Config) -> None:
        self._http = http
        self._config = config

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._config.base_url}>"


class Operations(_BaseOperations):
    """Methods of one resource, such as `quentli.refunds`."""

    def _call(self, operation: Operation[T], /, *ids: object, **values: object) -> T:
        response = self._http.request(**operation.describe(ids, values))
        return operation.decode(response)


class AsyncOperations(_BaseOperations):
    """Async version of `Operations`."""

    async def _call(self, operation: Operation[T], /, *ids: object, **values: object) -> T:
        response = await self._http.request(**operation.describe(ids, values))
        return operation.decode(response)
