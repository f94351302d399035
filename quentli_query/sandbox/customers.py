"""What can be asked of customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.sandbox.evaluator import Schema
from quentli_query.sandbox.resources import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Collection


def customer_schema(without_payments: Collection[str] = ()) -> Schema:
    """Return what can be asked of customers, given the ids of those that never paid."""
    return Schema(
        RESOURCES["customers"].columns, {"noPayments": lambda record: record["id"] in without_payments}
    )
