"""Exceptions of the library. `QuentliError` is the base of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Usual names, by precedence. The API's document names none.
_REQUEST_ID_HEADERS = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "cf-ray")


class QuentliError(Exception):
    """The base of all exceptions that this library raises on purpose."""

    def __reduce__(self) -> tuple[Callable[..., QuentliError], tuple[object, ...]]:
        # An exception is otherwise copied and pickled by calling its class with its message alone.
        return _restore, (type(self), self.args, vars(self))


def _restore(
    kind: type[QuentliError], args: tuple[object, ...], attributes: dict[str, object]
) -> QuentliError:
    error = kind.__new__(kind, *args)
    vars(error).update(attributes)
    return error


class InvalidInputError(QuentliError):
    """The caller gave an invalid filter, argument or option. Raised before any request is made."""


class FilterError(InvalidInputError):
    """A filter or an order is invalid. Raised before any request is made."""


class FilterTypeError(FilterError, TypeError):
    """A value is no filter or order of this resource."""


class FilterValueError(FilterError, ValueError):
    """A value can't be compared with its field: wrong type, no zone, not finite, null."""


class FilterTooLargeError(FilterError):
    """A filter is so large that a server would misread it.

    Attributes:
        limit: name of the limit, as in `Limits`: `list_items`, `depth`, `pairs` or `url_bytes`; or
            `requests`, the number of requests that a filter may be split into.
        allowed: largest value that the limit allows.
        actual: value that the filter needs.
    """

    limit: str
    allowed: int
    actual: int

    def __init__(self, message: str, *, limit: str, allowed: int, actual: int) -> None:
        super().__init__(message)
        self.limit = limit
        self.allowed = allowed
        self.actual = actual


class FilterParseError(FilterError, ValueError):
    """A string or object is no filter (or order) that this library knows.

    Attributes:
        path: the key at fault, such as `OR[1][nmae]`; empty for the whole.
    """

    path: str

    def __init__(self, message: str, *, path: str) -> None:
        super().__init__(message)
        self.path = path


class PageTypeError(QuentliError, TypeError):
    """A page is used as a truth value. The message says how to ask whether there are records."""


class LastPageError(QuentliError, LookupError):
    """No page follows the last one. `has_next_page()` says beforehand whether one may."""


class FilterNotHonoredError(QuentliError):
    """The server returned a record that certainly does not match: it ignored a part of the filter.

    No record of that page has been handed out.

    Attributes:
        record_id: the record's id, or None if it has none.
        condition: the part of the filter that the record does not satisfy.
        evidence: evidence for the spelling of that part: `documented`, `seen` or `inferred`.
    """

    record_id: str | None
    condition: object
    evidence: str

    def __init__(self, message: str, *, record_id: str | None, condition: object, evidence: str) -> None:
        super().__init__(message)
        self.record_id = record_id
        self.condition = condition
        self.evidence = evidence


class OrderNotHonoredError(QuentliError):
    """The server does not order records as asked. A scan depends on that order."""


class PagingNotHonoredError(QuentliError):
    """The server returns a page again when asked for the next one. A list would never end."""


class RecordNotFoundError(QuentliError, LookupError):
    """No record matches, where exactly one was expected."""


class MultipleRecordsError(QuentliError, LookupError):
    """Several records match, where exactly one was expected."""


class UndocumentedFilterError(FilterError):
    """A filter has parts that are only inferred, and the client is strict.

    Attributes:
        conditions: those parts.
    """

    conditions: tuple[object, ...]

    def __init__(self, message: str, *, conditions: tuple[object, ...]) -> None:
        super().__init__(message)
        self.conditions = conditions


class ConfigurationError(InvalidInputError, ValueError):
    """The options of a client can't be used: no usable key, or a base URL that is not safe."""


class ParameterError(InvalidInputError, ValueError):
    """A parameter is out of range, or an id is invalid. Raised before any request is made."""


class ClientStateError(QuentliError, RuntimeError):
    """A client can't be used here: it is closed, or belongs to another process or event loop."""


class APIError(QuentliError):
    """A request failed, or its response can't be used.

    Neither the key nor the query is in the error, in its cause, or in the local variables of its traceback.
    `__cause__` has the class and the text of the original exception, if there was one.

    Attributes:
        method: method of the request, `GET`.
        path: path of the request, `/v1/customers`; never the query.
        retries: number of retries before this was raised.
        headers: headers of the response by name, case-insensitive, without cookies and without the query of
            `Location`; empty if no response came.
    """

    method: str
    path: str
    retries: int
    headers: Mapping[str, str]

    def __init__(
        self,
        message: str,
        *,
        method: str,
        path: str,
        retries: int = 0,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(f"{method} {path}: {message}{_describe_retries(retries)}")
        self.method = method
        self.path = path
        self.retries = retries
        self.headers = {} if headers is None else headers

    @property
    def request_id(self) -> str | None:
        """The server's id of the request, for a question to its support; None if no usual header has one."""
        return next((self.headers[name] for name in _REQUEST_ID_HEADERS if name in self.headers), None)


def _describe_retries(retries: int) -> str:
    return f" (after {retries} {'retry' if retries == 1 else 'retries'})" if retries else ""


class APIConnectionError(APIError):
    """No response came: the connection failed or broke off."""


class APITimeoutError(APIConnectionError):
    """No response came in time."""


class ResponseError(APIError):
    """A response is not what the API promises: not JSON, too large, or with a record that can't be read.

    Attributes:
        status: the HTTP status code, or None if it is not known.
        body: text of the response, cut to 2,000 characters; empty if it could not be read.
    """

    status: int | None
    body: str

    def __init__(
        self,
        message: str,
        *,
        method: str,
        path: str,
        retries: int = 0,
        headers: Mapping[str, str] | None = None,
        status: int | None = None,
        body: str = "",
    ) -> None:
        super().__init__(message, method=method, path=path, retries=retries, headers=headers)
        self.status = status
        self.body = body


class APIStatusError(APIError):
    """The API answered with an error status. The common ones have classes of their own.

    Attributes:
        status: the HTTP status code.
        vendor_message: the API's own message, if it gave one in its usual form.
        body: text of the response, cut to 2,000 characters.
        retry_after: seconds that the server asks to wait, counted from its response; None if it does not say.
    """

    status: int
    vendor_message: str | None
    body: str
    retry_after: float | None

    def __init__(
        self,
        message: str,
        *,
        method: str,
        path: str,
        status: int,
        vendor_message: str | None,
        body: str,
        retries: int = 0,
        headers: Mapping[str, str] | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, method=method, path=path, retries=retries, headers=headers)
        self.status = status
        self.vendor_message = vendor_message
        self.body = body
        self.retry_after = retry_after


class BadRequestError(APIStatusError):
    """400: the API did not accept a parameter."""

    issues: tuple[dict[str, object], ...] = ()
    """The problems that the API found, each a dict in the API's form; empty if it gave none."""


class AuthenticationError(APIStatusError):
    """401: the key is not valid."""


class PermissionDeniedError(APIStatusError):
    """403: the key is valid, but not for this."""


class NotFoundError(APIStatusError):
    """404: the record or path does not exist."""


class ConflictError(APIStatusError):
    """409: a record with the same unique value exists already."""


class UnprocessableEntityError(APIStatusError):
    """422: the API understood the request and can't do it."""


class RateLimitError(APIStatusError):
    """429: too many requests."""


class InternalServerError(APIStatusError):
    """5xx: the API failed."""


def copy_error(error: BaseException, redact: Callable[[str], str] = str) -> BaseException:
    """Copy an exception's class and text alone, to be the cause of another exception.

    The copy has no traceback, request or response, all of which would keep a key or personal data alive.

    Args:
        error: the exception.
        redact: removes what must not be shown from a text.
    """
    plain = [_simplify(each, redact) for each in error.args]
    try:
        return type(error)(*plain)
    except TypeError:  # a class with other arguments than its text
        return type(error).__new__(type(error), *plain)


def _simplify(argument: object, redact: Callable[[str], str]) -> object:
    if isinstance(argument, bytes):  # what a codec failed on
        return b""
    return argument if isinstance(argument, int) or argument is None else redact(str(argument))
