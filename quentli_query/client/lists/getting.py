"""Asking for one record by its id: the lists of those resources that the API answers one by one as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from attrs import evolve, frozen

from ...errors import ParameterError, ResponseError
from ...filters.literals import shorten
from .. import decoding
from ..decoding import UNREADABLE
from .raw import AsyncRawRecordList, RawRecordList, RawResponse
from .resource import AsyncRecordList, RecordList

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ..config import Settings
    from ..generated import Sender
    from ..registry import Resource
    from .page import PageRequest
    from .query import Selecting

R = TypeVar("R")
S = TypeVar("S")

_IN_NO_ID: Final = frozenset("/\\ ")


@frozen
class Getting(Generic[S]):
    """What is made of an id, and of the answer that it brings.

    Attributes:
        resource: what the record is one of.
        lenient: whether it may lack required fields.
    """

    resource: Resource
    lenient: bool

    def require_id(self, id: object) -> None:
        """Make sure that this can be an id.

        Raises:
            ParameterError: if it cannot, or if it would lead to another path than that of a record.
        """
        place = f"{self.resource.name}.get({shorten(id)})"
        if not isinstance(id, str):
            raise ParameterError(f"{place}: an id is text, as in a record's field id")
        if not id:
            raise ParameterError(f"{place}: the id is empty, and nothing has an empty id")
        if not id.isprintable() or not _IN_NO_ID.isdisjoint(id) or id in {".", ".."}:
            raise ParameterError(f"{place}: no id is a step in a path, or has white space or slashes in it")

    def read(self, answer: Any, id: str) -> S | None:
        """The record, checked; None where the API answered null.

        Raises:
            ResponseError: if the answer is neither.
        """
        return cast("S | None", decoding.record(answer, *self._promised(id)))

    def recover(self, error: Exception, id: str) -> S | None:
        """The same where the generated function could not read the answer."""
        return cast("S | None", decoding.recovered_record(error, *self._promised(id)))

    def unreadable(self, error: Exception, id: str) -> ResponseError:
        """The error that says what in the last answer could not be read."""
        try:
            self.recover(error, id)
        except ResponseError as known:
            return known
        return ResponseError(type(error).__name__, method="GET", path=self._path(id))

    def _promised(self, id: str) -> tuple[str, str, type, bool]:
        return self.resource.name, self._path(id), self.resource.single_model, self.lenient

    def _path(self, id: str) -> str:
        return f"{self.resource.path}/{id}"


class GettableList(RecordList[R], Generic[R, S]):
    """A list whose records can also be asked for one by one, such as `quentli.customers`."""

    def __init__(self, api: Sender, resource: Resource, settings: Settings) -> None:
        super().__init__(api, resource, settings)
        self._getting: Getting[S] = Getting(resource, settings.lenient)

    def get(self, id: str) -> S | None:
        """The record with this id; None where the API answers null instead of one.

        Args:
            id: as in the record's field `id`.

        Raises:
            ParameterError: if that cannot be an id.
            NotFoundError: if the organization has no such record.
            APIError: if the API refuses, fails, or cannot be reached; ResponseError if it answers nonsense.
        """
        self._getting.require_id(id)
        try:
            answer = self._answer_for(id)
        except UNREADABLE as error:
            return self._getting.recover(error, id)
        return self._getting.read(answer, id)

    def _answer_for(self, id: str) -> Any:
        """What the generated function makes of the API's answer."""
        return self._selecting.resource.getting.sync_detailed(id, client=self._api)

    @property
    def with_raw_response(self) -> RawGettableList[R, S]:
        """The same list, page by page or record by record, each with the answer it came in."""
        return RawGettableList(self._selecting, self._answer, self._getting, self._answer_for)


class AsyncGettableList(AsyncRecordList[R], Generic[R, S]):
    """The sibling of `GettableList` for `await`."""

    def __init__(self, api: Sender, resource: Resource, settings: Settings) -> None:
        super().__init__(api, resource, settings)
        self._getting: Getting[S] = Getting(resource, settings.lenient)

    async def get(self, id: str) -> S | None:
        """The record with this id, or None. See `GettableList.get`."""
        self._getting.require_id(id)
        try:
            answer = await self._answer_for(id)
        except UNREADABLE as error:
            return self._getting.recover(error, id)
        return self._getting.read(answer, id)

    async def _answer_for(self, id: str) -> Any:
        """What the generated function makes of the API's answer."""
        return await self._selecting.resource.getting.asyncio_detailed(id, client=self._api)

    @property
    def with_raw_response(self) -> AsyncRawGettableList[R, S]:
        """The same list, page by page or record by record, each with the answer it came in."""
        return AsyncRawGettableList(self._selecting, self._answer, self._getting, self._answer_for)


class RawGettableList(RawRecordList[R], Generic[R, S]):
    """`quentli.customers.with_raw_response`: pages and records, each with the answer it came in."""

    def __init__(
        self,
        selecting: Selecting[R],
        answer: Callable[[PageRequest], Any],
        getting: Getting[S],
        answer_for: Callable[[str], Any],
    ) -> None:
        super().__init__(selecting, answer)
        self._getting = evolve(getting, lenient=False)
        self._answer_for = answer_for

    def get(self, id: str) -> RawResponse[S | None]:
        """One record, as `GettableList.get` asks for it. Raises what that raises; `lenient` has no effect."""
        self._getting.require_id(id)
        try:
            answer = self._answer_for(id)
        except UNREADABLE as error:
            raise self._getting.unreadable(error, id) from None
        return raw_record(self._getting, answer, id)


class AsyncRawGettableList(AsyncRawRecordList[R], Generic[R, S]):
    """The sibling of `RawGettableList` for `await`."""

    def __init__(
        self,
        selecting: Selecting[R],
        answer: Callable[[PageRequest], Awaitable[Any]],
        getting: Getting[S],
        answer_for: Callable[[str], Awaitable[Any]],
    ) -> None:
        super().__init__(selecting, answer)
        self._getting = evolve(getting, lenient=False)
        self._answer_for = answer_for

    async def get(self, id: str) -> RawResponse[S | None]:
        """One record, with the answer it came in. See `RawGettableList.get`."""
        self._getting.require_id(id)
        try:
            answer = await self._answer_for(id)
        except UNREADABLE as error:
            raise self._getting.unreadable(error, id) from None
        return raw_record(self._getting, answer, id)


def raw_record(getting: Getting[S], answer: Any, id: str) -> RawResponse[S | None]:
    """What a generated function answered, with its record checked."""
    return RawResponse(int(answer.status_code), answer.headers, answer.content, getting.read(answer, id))
