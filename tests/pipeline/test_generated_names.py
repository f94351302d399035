"""Names and types of the generated client, over the whole of it."""

import importlib
import inspect
import re
import typing
from datetime import datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any

import pytest
from pipeline.described import COMPONENT, models_of, objects, operations, schemas
from quentli_client import models
from quentli_client.types import Response, Unset

# The generator's names for classes that have no other, and names that repeat their place.
UNREADABLE = re.compile(
    r"Type\d|Item(s)?Item(?!s)\w*Item|ItemItem|Args\w+|Response|Option\d|\d$|AdditionalProperty"
)


def hints(name: str) -> dict[str, Any]:
    found = typing.get_type_hints(getattr(models, name))
    found.pop("additional_properties", None)
    return found


def members(hint: Any) -> set[Any]:
    """The kinds that a hint allows, those of lists too."""
    if isinstance(hint, UnionType) or typing.get_origin(hint) in {typing.Union, list}:
        return set().union(*map(members, typing.get_args(hint)))
    return {hint}


def test_every_class_has_a_readable_name() -> None:
    assert [name for name in models.__all__ if UNREADABLE.search(name)] == []


def test_a_record_is_one_class() -> None:
    assert [name for name in models.__all__ if name.startswith("Get")] == []
    assert "RetryWebhookEventPayload" not in models.__all__
    assert hints("CreatePaymentSessionPayload")["payment_session"] is models.PaymentSession
    assert hints("PaymentSession")["customer"] == models.Customer | None


@pytest.mark.parametrize("module", operations())
def test_every_operation_has_the_documented_answers(module: str) -> None:
    operation = operations()[module]
    made = importlib.import_module(module)
    answers = {
        code: answer["content"]["application/json"]["schema"]
        for code, answer in operation["responses"].items()
    }
    every = set().union(*map(python_types, answers.values()))

    for function in (made.sync, made.asyncio):
        assert alternatives(typing.get_type_hints(function)["return"]) == python_types(answers["200"])
    for function in (made.sync_detailed, made.asyncio_detailed):
        returned = typing.get_type_hints(function)["return"]
        assert typing.get_origin(returned) is Response
        assert alternatives(*typing.get_args(returned)) == every


def alternatives(hint: Any) -> set[Any]:
    return {*typing.get_args(hint)} if isinstance(hint, UnionType) else {hint}


def python_types(schema: dict[str, Any]) -> set[Any]:
    match schema:
        case {"anyOf": branches}:
            return set().union(*map(python_types, branches))
        case {"type": "null"}:
            return {NoneType}
        case {"type": "array", "items": items}:
            (kind,) = python_types(items)
            return {list[kind]}  # type: ignore[valid-type]
        case {"$ref": reference}:
            name = reference.removeprefix(COMPONENT)
            return {getattr(models, name)} if name in objects() else python_types(schemas()[name])
        case _:
            raise AssertionError(schema)


@pytest.mark.parametrize(
    "module", [module for module in operations() if "requestBody" in operations()[module]]
)
def test_every_body_has_its_class(module: str) -> None:
    body = operations()[module]["requestBody"]
    name = body["content"]["application/json"]["schema"]["$ref"].removeprefix(COMPONENT)
    parameter = inspect.signature(importlib.import_module(module).sync, eval_str=True).parameters["body"]

    optional = set() if body.get("required") else {Unset}
    assert members(parameter.annotation) == {getattr(models, name)} | optional


RECEIVED = {
    name for operation in operations().values() for name in models_of({"responses": operation["responses"]})
}
SENT = {
    name
    for operation in operations().values()
    for name in models_of({"requestBody": operation.get("requestBody")})
}


@pytest.mark.parametrize("model", sorted((RECEIVED | SENT) & objects().keys()))
def test_values_are_open_in_answers_and_closed_in_requests(model: str) -> None:
    for hint in hints(model).values():
        kinds = members(hint)
        if any(isinstance(kind, type) and issubclass(kind, Enum) for kind in kinds):
            assert (str in kinds) is (model in RECEIVED)


def test_only_refunds_are_sent_and_received() -> None:
    assert SENT & RECEIVED & objects().keys() == {"CreateRefundArgs", "CreateRefundInput"}


MONEY = re.compile(r"amount|amount_(off|paid)|\w+_amount|\w+_fee|\w+_fee_tax")
COUNTS = {
    "number_of_payments",
    "tolerance_days",
    "charge_each",
    "expiry_month",
    "expiry_year",
    "max_invoices",
}
FRACTIONS = {"quantity", "percentage_off", "exchange_rate", "tax_rate"}


def test_money_and_counts_are_whole_and_shares_are_not() -> None:
    kinds: dict[str, set[Any]] = {}
    for model in objects():
        for name, hint in hints(model).items():
            kinds.setdefault(name, set()).update(members(hint) & {int, float})

    whole = {name for name in kinds if MONEY.fullmatch(name) or name in COUNTS}
    assert {"amount", "total_amount", "settled_amount", "amount_off", "processor_fee_tax"} <= whole
    assert {name: kinds[name] for name in whole} == {name: {int} for name in whole}
    assert {name for name, found in kinds.items() if float in found} == FRACTIONS


def test_dates_are_dates() -> None:
    for model in objects():
        for name, hint in hints(model).items():
            if name.endswith(("_at", "_date", "_time")):
                assert datetime in members(hint), (model, name)


def test_descriptions_of_fields_are_in_the_code() -> None:
    for name, schema in objects().items():
        source = " ".join(inspect.getsource(getattr(models, name)).split())
        for field, of_field in schema.get("properties", {}).items():
            said = " ".join(of_field.get("description", "").split())
            assert said in source, (name, field)


def test_the_only_value_of_a_branch_is_a_literal() -> None:
    destination = hints("CreateCustomerPortalSessionHomeInput")["destination"]

    assert typing.get_args(destination) == ("home",)
