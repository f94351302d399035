"""Public names, for type checkers."""

from quentli_client.types import UNSET as UNSET
from quentli_resources.vocabularies import *  # noqa: F403

from .client.clients import AsyncQuentli as AsyncQuentli, Quentli as Quentli
from .client.lists.page import AsyncPage as AsyncPage, Page as Page
from .client.lists.raw import RawResponse as RawResponse
from .client.lists.scan import AsyncScan as AsyncScan, Scan as Scan
from .errors import (
    APIConnectionError as APIConnectionError,
    APIError as APIError,
    APIStatusError as APIStatusError,
    APITimeoutError as APITimeoutError,
    AuthenticationError as AuthenticationError,
    BadRequestError as BadRequestError,
    ClientStateError as ClientStateError,
    ConfigurationError as ConfigurationError,
    ConflictError as ConflictError,
    FilterError as FilterError,
    FilterNotHonoredError as FilterNotHonoredError,
    FilterParseError as FilterParseError,
    FilterTooLargeError as FilterTooLargeError,
    FilterTypeError as FilterTypeError,
    FilterValueError as FilterValueError,
    InternalServerError as InternalServerError,
    InvalidInputError as InvalidInputError,
    LastPageError as LastPageError,
    MultipleRecordsError as MultipleRecordsError,
    NotFoundError as NotFoundError,
    OrderNotHonoredError as OrderNotHonoredError,
    PageTypeError as PageTypeError,
    PagingNotHonoredError as PagingNotHonoredError,
    ParameterError as ParameterError,
    PermissionDeniedError as PermissionDeniedError,
    QuentliError as QuentliError,
    RateLimitError as RateLimitError,
    RecordNotFoundError as RecordNotFoundError,
    ResponseError as ResponseError,
    UndocumentedFilterError as UndocumentedFilterError,
    UnprocessableEntityError as UnprocessableEntityError,
)
from .filters.compiler import Limits as Limits
from .filters.evidence import Evidence as Evidence
from .filters.expressions import (
    EVERYTHING as EVERYTHING,
    NOTHING as NOTHING,
    Filter as Filter,
    OrderBy as OrderBy,
    all_of as all_of,
    any_of as any_of,
)
from .filters.parser import parse_filter as parse_filter, parse_order_by as parse_order_by

__version__: str
__all__: list[str]
