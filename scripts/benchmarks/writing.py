"""From an expression to its string, beside what else writes such strings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import reduce
from operator import or_
from typing import TypeVar

import qs_codec
from pyairtable import formulas
from quentli_client.models import Customer

from quentli_query import Filter, Q
from scripts.benchmarks import names
from scripts.benchmarks.measuring import Benchmark, Contestant, PythonCall
from scripts.benchmarks.npm_qs import Node

T = TypeVar("T")

SINCE = datetime(2025, 1, 1, tzinfo=UTC)
COUNTS = (20, 100, 400)

QS, AIRTABLE = "qs string", "Airtable formula"

CODEC_OPTIONS = qs_codec.EncodeOptions(encode_values_only=True, format=qs_codec.Format.RFC3986)


def five_conditions() -> Filter[Customer]:
    """One condition of each kind, and one that is spelled bare."""
    return (
        Q.name.contains("john")
        & (Q.created_at >= SINCE)
        & Q.email_verified.is_true()
        & (Q.username == "juan_perez_01")
        & Q.no_payments()
    )


def five_conditions_formula() -> formulas.Formula:
    """The nearest that an Airtable formula comes to it."""
    return formulas.AND(
        formulas.FIND("john", formulas.Field("name")),
        formulas.Field("createdAt").gte(SINCE),
        formulas.Field("emailVerified").eq(True),
        formulas.Field("username").eq("juan_perez_01"),
        formulas.Field("noPayments").eq(True),
    )


def five(node: Node) -> list[Benchmark]:
    """Five conditions that all have to hold."""
    where = five_conditions().to_where()
    contestants: list[Contestant] = [
        *_steps("quentli-query", five_conditions, QS),
        PythonCall(names.CODEC, _encode, lambda: where, form=QS),
        node.stringify(names.NPM, where, form=QS),
        *_steps(names.AIRTABLE, five_conditions_formula, AIRTABLE),
    ]
    note = (
        "npm qs and qs-codec are given the finished object, with its values as text; pyairtable's formula is "
        "a near equivalent: FIND minds case, and the flag is a column like any other."
    )
    return [Benchmark(names.FIVE, contestants, names.NPM, note)]


def many(node: Node) -> list[Benchmark]:
    """The same with ever more alternatives, to show that an alternative costs the same among many."""
    return [_alternatives(node, count) for count in COUNTS]


def _alternatives(node: Node, count: int) -> Benchmark:
    ids = [f"cus_{number:020}" for number in range(count)]
    where = Q.id.in_(ids).to_where()

    def formula() -> formulas.Formula:
        return formulas.OR([formulas.Field("id").eq(one) for one in ids])

    contestants: list[Contestant] = [
        *_steps(names.IN, lambda: Q.id.in_(ids), QS, count),
        *_steps(names.CHAIN, lambda: reduce(or_, [Q.id == one for one in ids]), QS, count),
        PythonCall(names.CODEC, _encode, lambda: where, count, QS),
        node.stringify(names.NPM, where, per=count, form=QS),
        *_steps(names.AIRTABLE, formula, AIRTABLE, count),
    ]
    return Benchmark(names.alternatives(count), contestants, names.NPM)


def _steps(way: str, build: Callable[[], T], form: str, per: int = 1) -> Iterator[PythonCall[T | None]]:
    # Compiling is timed on objects that nobody has compiled before.
    yield PythonCall(names.joined(way, names.BOTH), lambda _: str(build()), lambda: None, per, form)
    yield PythonCall(names.joined(way, names.BUILD), lambda _: build(), lambda: None, per)
    yield PythonCall(names.joined(way, names.COMPILE), str, build, per, form)


def _encode(where: object) -> str:
    return qs_codec.encode(where, CODEC_OPTIONS)
