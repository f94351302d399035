"""Errors keep their cause, without request, key or personal data; a defect of the library's is raised as it is."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from quentli_client.api.customers import customers_list
from quentli_client.errors import FieldError
from quentli_client.models import Customer
from support.clients import Connect
from support.examples import example
from support.stub_server import StubServer

from quentli_query import APIConnectionError, Quentli, ResponseError


@pytest.fixture
def quentli(server: StubServer, connect_sync: Connect) -> Any:
    return connect_sync(server, max_retries=0)


def assert_bare(cause: BaseException | None, kind: type[BaseException], text: str) -> None:
    """Check a cause: its class and text, and nothing that it was raised with."""
    assert type(cause) is kind
    assert text in str(cause)
    assert (cause.__traceback__, cause.__context__, cause.__cause__) == (None, None, None)
    assert not [each for each in vars(cause).values() if isinstance(each, httpx.Request | httpx.Response)]


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (OSError(111, "Connection refused"), "[Errno 111] Connection refused"),
        (UnicodeEncodeError("idna", "host", 0, 1, "label too long"), "label too long"),
        (UnicodeDecodeError("utf-8", b"Ana", 0, 1, "invalid start byte"), "invalid start byte"),
        (httpx.StreamConsumed(), "stream"),
        (httpx.ConnectError("refused"), "refused"),
        (httpx.ReadTimeout("timed out"), "timed out"),
    ],
)
def test_a_cause_of_any_class_keeps_its_text(error: Exception, text: str, connect_sync: Connect) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise error from OSError("Connection reset")

    quentli = connect_sync("https://api.quentli.com", transport=httpx.MockTransport(fail), max_retries=0)
    with pytest.raises(APIConnectionError) as caught:
        quentli.customers.list()
    assert_bare(caught.value.__cause__, type(error), text)


def test_an_unreadable_record_names_the_field_below_others(quentli: Quentli, server: StubServer) -> None:
    damaged = {**example("Customer"), "metadata": [{"key": "a"}]}
    server.body = json.dumps([example("Customer"), damaged]).encode()
    with pytest.raises(
        ResponseError, match=r"number 2 on the page: its metadata\.value is missing$"
    ) as caught:
        quentli.customers.list()
    assert_bare(caught.value.__cause__, FieldError, "metadata.value is missing")


def test_text_that_is_no_json_keeps_its_cause_but_not_the_text(quentli: Quentli, server: StubServer) -> None:
    server.body = b"Ana Lopez"
    for ask in (quentli.customers.list, lambda: customers_list.sync(client=quentli.api)):
        with pytest.raises(ResponseError, match="it is not JSON") as caught:
            ask()
        assert_bare(caught.value.__cause__, json.JSONDecodeError, "Expecting value")
        assert "Ana" not in repr(vars(caught.value.__cause__))


@pytest.mark.parametrize("defect", [TypeError("defect"), ValueError("defect"), KeyError("defect")])
def test_a_defect_is_no_unreadable_answer(
    defect: Exception, quentli: Quentli, server: StubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise defect

    server.body = json.dumps([example("Customer")]).encode()
    with monkeypatch.context() as patch:
        patch.setattr(customers_list, "_parse_success", fail)
        with pytest.raises(type(defect), match="defect"):
            customers_list.sync(client=quentli.api)
    monkeypatch.setattr(Customer, "from_dict", fail)
    with pytest.raises(type(defect), match="defect"):
        quentli.customers.list()
