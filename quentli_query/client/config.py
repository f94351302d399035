"""What a client was told, in one immutable value."""

from __future__ import annotations

from typing import TypedDict

from attrs import field, frozen

from ..filters.compiler import DEFAULT_LIMITS, Limits


class Options(TypedDict, total=False):
    """What `with_options` takes: the options that do not belong to the connections or to the key."""

    timeout: float | None
    max_retries: int
    strict: bool
    verify: bool
    lenient: bool
    limits: Limits


@frozen
class Settings:
    """The options of a client.

    Attributes:
        api_key: the organization's secret key; in no repr.
        base_url: where the API is.
        timeout: seconds to wait for a connection, and for each piece of an answer; None waits for ever.
        max_retries: how often a request that is safe to repeat is tried again.
        strict: whether lists refuse filters with parts that are only inferred.
        verify: whether lists hold every record against the filter.
        lenient: whether a record that lacks a required field comes with it unset, instead of an error.
        limits: how large a filter may be.
    """

    api_key: str = field(repr=False)
    base_url: str = "https://api.quentli.com"
    timeout: float | None = 30.0
    max_retries: int = 2
    strict: bool = False
    verify: bool = True
    lenient: bool = False
    limits: Limits = DEFAULT_LIMITS
