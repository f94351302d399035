"""Generated methods: their signatures, their errors, and the requests that they send."""

from __future__ import annotations

import builtins
import importlib
import inspect
import json
import typing
from typing import Any

import pytest
import quentli_client.models
from quentli_client.types import UNSET
from support.clients import Connect
from support.document import LISTS, OPERATIONS, RETRIEVABLE
from support.examples import example
from support.methods import METHODS, Method, every_method
from support.stub_server import StubServer

from quentli_query import ParameterError, Quentli, ResponseError
from quentli_query.sandbox import Sandbox

CUSTOMER = {"customer": example("Customer")}


def test_there_is_a_method_for_every_operation_that_no_list_serves() -> None:
    assert len(METHODS) == len(OPERATIONS) - len(LISTS) - len(RETRIEVABLE)
    assert all(method.is_async_alike for method in METHODS)


@every_method
def test_results_are_those_of_the_generated_functions(method: Method) -> None:
    parse = importlib.import_module(method.operation.module)._parse_success
    names = {"models": quentli_client.models, "builtins": builtins}
    annotation = inspect.signature(method.function).return_annotation
    assert eval(annotation, names) == typing.get_type_hints(parse)["return"]


@every_method
def test_an_impossible_id_is_not_sent(method: Method, server: StubServer, connect_sync: Connect) -> None:
    bound = getattr(getattr(connect_sync(server), method.resource), method.verb)
    required = {name: "x" for name, each in method.keywords.items() if each.default is not UNSET}
    for position, name in enumerate(method.ids):
        for value in (None, 5, "", "..", "a/b", "a b"):
            ids: list[Any] = ["x"] * len(method.ids)
            ids[position] = value
            with pytest.raises(
                ParameterError, match=rf"^quentli\.{method.name}\({name}\): .* cannot be used"
            ):
                bound(*ids, **required)
    assert server.heads == []


@every_method
def test_wrong_arguments_are_refused_before_a_request(
    method: Method, server: StubServer, connect_sync: Connect
) -> None:
    bound = getattr(getattr(connect_sync(server), method.resource), method.verb)
    ids = ["x"] * len(method.ids)
    with pytest.raises(TypeError, match="nmae"):
        bound(*ids, nmae=1)
    if any(each.default is not UNSET for each in method.keywords.values()) or ids:
        with pytest.raises(TypeError, match="missing"):
            bound()
    for wrong in (object(), b"x", float("nan"), [object()]):
        arguments = {name: wrong for name, each in method.keywords.items() if each.default is not UNSET}
        for name in method.keywords:
            with pytest.raises(ParameterError, match=rf"^quentli\.{method.name}\("):
                bound(*ids, **{**arguments, name: wrong})
    assert server.heads == []


def test_what_is_left_out_is_not_sent_and_none_is_null(server: StubServer, connect: Connect) -> None:
    server.answer(CUSTOMER)
    quentli = connect(server)
    quentli.customers.update("cus_1", email=None, otp="123", username=UNSET)
    server.answer({"session": {}})
    with pytest.raises(ResponseError):  # `display_mode` has a default in the model
        quentli.payment_sessions.create(customer={"name": "Ana"})
    assert [json.loads(body) for body in server.bodies] == [
        {"input": {"data": {"email": None}, "otp": "123"}},
        {"input": {"customer": {"name": "Ana"}}},
    ]


def test_an_optional_body_is_sent_only_if_something_is_given(server: StubServer, connect: Connect) -> None:
    quentli = connect(server)
    for arguments in ({}, {"custom_cancel_reason": "moved"}):
        with pytest.raises(ResponseError):
            quentli.subscriptions.cancel("sub_1", **arguments)
    assert server.bodies == [b"", b'{"input":{"customCancelReason":"moved"}}']
    assert server.heads[0]["path"] == "/v1/subscriptions/sub_1"


@pytest.mark.parametrize("arguments", [{}, {"name": UNSET}, {"otp": "123"}])
def test_an_update_of_nothing_is_refused(arguments: Any, server: StubServer, connect: Connect) -> None:
    with pytest.raises(ParameterError, match=r"quentli\.customers\.update\(\): there is nothing to change"):
        connect(server).customers.update("cus_1", **arguments)
    assert server.heads == []


def test_resources_without_a_list_say_what_they_are(server: StubServer, connect: Connect) -> None:
    quentli = connect(server)
    assert repr(quentli.refunds).endswith(f"Refunds of {server.url}>")
    assert not hasattr(quentli.refunds, "list")


def test_each_client_has_its_own_resources(sandbox: Sandbox) -> None:
    with Quentli(sandbox.api_key, base_url=sandbox.url, strict=True) as quentli:
        assert quentli.customers is quentli.customers
        other = quentli.with_options(strict=False)
        assert other.customers is not quentli.customers
        assert set(dir(quentli)) >= {"customers", "refunds", "api", "close"}
