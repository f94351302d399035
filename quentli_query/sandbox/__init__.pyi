"""Public names, for type checkers."""

import contextlib

from .faults import (
    CappedTake as CappedTake,
    ChangedFields as ChangedFields,
    CutBody as CutBody,
    Delay as Delay,
    DropConnection as DropConnection,
    ErrorStatus as ErrorStatus,
    Fault as Fault,
    Html as Html,
    IgnoreFilter as IgnoreFilter,
    IgnoreParameter as IgnoreParameter,
    IgnoreQueryStyle as IgnoreQueryStyle,
    LongLists as LongLists,
    Microseconds as Microseconds,
    MissingFields as MissingFields,
    RateLimit as RateLimit,
    RecordedRequest as RecordedRequest,
    ShuffledTies as ShuffledTies,
    SingleOrder as SingleOrder,
    SlowOffset as SlowOffset,
    TruncatedJson as TruncatedJson,
    UnescapedWildcards as UnescapedWildcards,
    WrongJson as WrongJson,
)
from .server import Sandbox as Sandbox

__all__: list[str]

def require_extra() -> contextlib.AbstractContextManager[None]: ...
