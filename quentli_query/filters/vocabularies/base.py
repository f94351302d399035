"""Fields that the records of all resources have."""

from __future__ import annotations

from typing import Generic, TypeVar

from ..fields import InstantField, TextField
from ..vocabulary import Vocabulary

R = TypeVar("R")


class RecordFields(Vocabulary, Generic[R]):
    """Fields of a record of type `R`, whatever the resource."""

    __slots__ = ()

    id: TextField[R] = TextField()
    created_at: InstantField[R] = InstantField()
    updated_at: InstantField[R] = InstantField()
