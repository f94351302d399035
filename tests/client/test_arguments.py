"""Arguments of methods: the forms that are accepted, and the messages for those that are not."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from quentli_client.models import (
    CollectionMethod,
    CreateInvoiceItemInput,
    DiscountType,
    MetadataItem,
    MetadataItemInput,
    UpdateCustomerMetaInput,
    UpdateMetadataItemInput,
)
from quentli_client.types import UNSET
from support.clients import Connect
from support.stub_server import StubServer

from quentli_query import ParameterError, Quentli, ResponseError
from quentli_query.client.arguments import Place, convert

NOON = datetime(2025, 1, 10, 12, tzinfo=UTC)
AT_NOON = {"optedOutWhatsappAt": "2025-01-10T12:00:00.000Z"}
INVOICE: dict[str, Any] = {
    "customer_id": "cus_1",
    "collection_method": "NONE",
    "due_date": NOON,
    "items": [{"concept_id": "con_1"}],
}
WITH_OTHERS = CreateInvoiceItemInput(concept_id="con_1", quantity=2)
META = UpdateCustomerMetaInput()
META["since"] = "2020"
WITH_UNIT = UpdateMetadataItemInput("a", "b")
WITH_UNIT["unit"] = "kg"
TWO: Any = "2"
PAIR = {"key": "a", "value": "b"}


class Text(str):
    """A text of somebody's own."""


def item(**changes: Any) -> dict[str, Any]:
    return {"items": [changes]}


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"collection_method": CollectionMethod.AUTOMATIC}, {"collectionMethod": "AUTOMATIC"}),
        ({"collection_method": Text("AUTOMATIC")}, {"collectionMethod": "AUTOMATIC"}),
        ({"subscription_id": Text("sub_1")}, {"subscriptionId": "sub_1"}),
        ({"subscription_id": None}, {"subscriptionId": None}),
        ({"subscription_id": UNSET}, {}),
        ({"allow_offtime_payment": True}, {"allowOfftimePayment": True}),
        (item(quantity=2), {"items": [{"quantity": 2}]}),
        (item(quantity=2.0), {"items": [{"quantity": 2}]}),
        (item(quantity=Decimal("2.5")), {"items": [{"quantity": 2.5}]}),
        (item(quantity=UNSET, amount=None), {"items": [{"amount": None}]}),
        ({"items": (WITH_OTHERS,)}, {"items": [{"conceptId": "con_1", "quantity": 2}]}),
        ({"metadata": {"a": "b"}}, {"metadata": [PAIR]}),
        ({"metadata": {"a": "b", "c": "d"}}, {"metadata": [PAIR, {"key": "c", "value": "d"}]}),
        ({"metadata": [PAIR]}, {"metadata": [PAIR]}),
        ({"metadata": [MetadataItemInput("a", "b")]}, {"metadata": [PAIR]}),
        ({"metadata": {}}, {"metadata": []}),
        ({"metadata": None}, {"metadata": None}),
    ],
)
def test_accepted_forms(given: Any, sent: Any, server: StubServer, connect_sync: Connect) -> None:
    with suppress(ResponseError):
        connect_sync(server).invoices.create(**{**INVOICE, **given})
    body = json.loads(server.bodies[0])["input"]
    assert json.dumps({key: body[key] for key in sent}) == json.dumps(sent)  # 2 is not 2.0 there
    assert body.keys() - sent.keys() <= {"customerId", "collectionMethod", "dueDate", "items"}


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        # An instant of any zone, as a datetime or ISO 8601 text.
        ({"opted_out_whatsapp_at": NOON}, AT_NOON),
        ({"opted_out_whatsapp_at": NOON.astimezone(timezone(timedelta(hours=-6)))}, AT_NOON),
        ({"opted_out_whatsapp_at": "2025-01-10T06:00:00-06:00"}, AT_NOON),
        # Free keys stay as they are.
        ({"meta": {"since": "2020"}}, {"meta": {"since": "2020"}}),
        ({"meta": META}, {"meta": {"since": "2020"}}),
        ({"metadata": {"studentId": None}}, {"metadata": [{"key": "studentId", "value": None}]}),
        # Both forms of metadata may agree.
        ({"metadata": {"a": "b"}, "meta": {"a": "b"}}, {"metadata": [PAIR], "meta": {"a": "b"}}),
        # Fields that a model does not name are kept.
        ({"metadata": [WITH_UNIT]}, {"metadata": [{"unit": "kg", **PAIR}]}),
    ],
)
def test_updates(given: Any, sent: Any, server: StubServer, connect_sync: Connect) -> None:
    with suppress(ResponseError):
        connect_sync(server).customers.update("cus_1", **given)
    assert json.loads(server.bodies[0])["input"]["data"] == sent


@pytest.mark.parametrize(
    ("metadata", "meta"),
    [
        ({"a": "b"}, {"a": "c"}),
        ([UpdateMetadataItemInput("a", None)], {"a": "c"}),
        ([{"key": "a", "value": "b"}, {"key": "a", "value": "c"}], UNSET),
    ],
)
def test_a_key_has_one_value(metadata: Any, meta: Any) -> None:
    with Quentli("sk_1") as quentli, pytest.raises(ParameterError) as caught:
        quentli.customers.update("cus_1", metadata=metadata, meta=meta)
    problem = "two values for the key 'a'; metadata and meta are the same data"
    assert str(caught.value) == f"quentli.customers.update(metadata): {problem}"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"customer_id": 5}, r"(customer_id): 5 cannot be used: text is expected here."),
        ({"customer_id": b"cus_1"}, r"(customer_id): b'cus_1' cannot be used: text is expected here."),
        ({"customer_id": "\ud800"}, "(customer_id): '\\ud800' cannot be used: it has a lone surrogate"),
        ({"customer_id": None}, "(customer_id): None cannot be used: null is not allowed here."),
        ({"customer_id": UNSET}, "(customer_id): it is required, and missing"),
        ({"modifiers": None}, "(modifiers): None cannot be used: null is not allowed here; leave it out."),
        ({"collection_method": "AUTOMATI"}, "CollectionMethod has no such value; did you mean 'AUTOMATIC'?"),
        ({"collection_method": DiscountType.FIXED}, "has no such value; known are 'AUTOMATIC', "),
        ({"due_date": datetime(2025, 1, 10)}, "cannot be used: without a zone it is not an instant"),  # noqa: DTZ001
        ({"due_date": date(2025, 1, 10)}, "a date is a day, not an instant; give a datetime with a zone."),
        ({"due_date": "tomorrow"}, "(due_date): 'tomorrow' cannot be used: it is not an ISO 8601 instant"),
        ({"due_date": 1736510400}, "1736510400 cannot be used: an aware datetime or ISO 8601 text"),
        ({"allow_offtime_payment": 1}, "(allow_offtime_payment): 1 cannot be used: True or False is"),
        ({"items": "con_1"}, "(items): 'con_1' cannot be used: a list is expected here."),
        ({"items": {"concept_id": "con_1"}}, "{'concept_id': 'con_1'} cannot be used: a list is expected"),
        ({"items": ["con_1"]}, "(items[0]): 'con_1' cannot be used: CreateInvoiceItemInput or a dict is"),
        (item(qantity=1), "(items[0].qantity): unknown key; did you mean 'quantity'?"),
        (item(conceptId="con_1"), "(items[0].conceptId): unknown key; did you mean 'concept_id'?"),
        ({"items": [{5: "con_1"}]}, "(items[0].5): unknown key; known are 'concept_id', 'concept', "),
        (item(quantity=True), "(items[0].quantity): True cannot be used: a number is expected here."),
        (item(quantity=float("nan")), "(items[0].quantity): nan cannot be used: it is not finite."),
        (item(quantity=Decimal("1.00000000000000000001")), "it has more digits than a number in JSON keeps."),
        (item(amount=1500.0), "1500.0 cannot be used: an int is expected here; amounts are whole"),
        (item(concept={"amount": 5}), "(items[0].concept.display_name): it is required, and missing"),
        ({"items": [WITH_OTHERS, CreateInvoiceItemInput(quantity=TWO)]}, "(items[1].quantity): '2'"),
        ({"metadata": {"a": 5}}, "(metadata['a'].value): 5 cannot be used: text is expected here."),
        ({"metadata": {5: "a"}}, "(metadata[5].key): 5 cannot be used: text is expected here."),
        ({"metadata": {"a": None}}, "(metadata['a'].value): None cannot be used: null is not allowed here."),
        ({"discounts": {"key": "a"}}, "(discounts): {'key': 'a'} cannot be used: a list is expected here."),
    ],
)
def test_refused_values(given: Any, message: str, server: StubServer, connect: Connect) -> None:
    with pytest.raises(ParameterError) as caught:
        connect(server).invoices.create(**{**INVOICE, **given})
    assert str(caught.value).startswith("quentli.invoices.create(")
    assert message in str(caught.value)
    assert server.heads == []


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"destination": "hom"}, "(destination): 'hom' cannot be used: it has to be 'home' or "),
        ({"destination": "invoice-checkout"}, "(invoice_id): it is required, and missing"),
        (
            {"destination": "home", "invoice_id": "inv_1"},
            "(invoice_id): unknown key; known are 'destination', ",
        ),
    ],
)
def test_arguments_of_another_form(given: Any, message: str, server: StubServer, connect: Connect) -> None:
    with pytest.raises(ParameterError) as caught:
        connect(server).customer_portal_session.create(customer_id="cus_1", **given)
    assert message in str(caught.value)
    assert server.heads == []


@pytest.mark.parametrize(
    "value", [None, True, 5, 2.5, "text", [1, ["a", None]], {"a": {"b": [False]}}, UpdateCustomerMetaInput]
)
def test_any_json(value: Any) -> None:
    place = Place("quentli.robots.create", "parts")
    if value is UpdateCustomerMetaInput:
        with pytest.raises(ParameterError, match=r"create\(parts\): .* a number is expected here"):
            convert(Any, value, place)
    else:
        assert convert(Any, value, place) == value


@pytest.mark.parametrize("password", [b"hunter2", "hunter2\ud800", ["hunter2"], {"hunter2": 1}])
def test_secrets_are_in_no_message(password: Any) -> None:
    with Quentli("sk_1") as quentli, pytest.raises(ParameterError) as caught:
        quentli.customers.update("cus_1", password=password)
    assert str(caught.value).startswith("quentli.customers.update(password): *** cannot be used: ")
    assert "hunter2" not in repr(caught.value)


def test_a_part_of_a_record_can_be_sent_back() -> None:
    read = [MetadataItem("a", "b")]
    assert convert(list[MetadataItemInput], read, Place("m")) == [MetadataItemInput("a", "b")]
