"""What becomes of answers that are not what was promised: which record and field, and what can be had of them."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

import pytest
from quentli_client.api.customers import customers_list
from quentli_client.models import Customer
from quentli_client.types import UNSET
from support.answering import Answering
from support.sending import list_customers

from quentli_query import ResponseError
from quentli_query.client.config import Settings
from quentli_query.client.decoding import UNREADABLE, records, recovered
from quentli_query.client.generated import Sender
from quentli_query.client.http.transport import open_async_client
from quentli_query.sandbox import (
    ChangedFields,
    ErrorStatus,
    Fault,
    Html,
    MissingFields,
    Sandbox,
    TruncatedJson,
    WrongJson,
)

PATH = "/v1/customers"
REQUIRED = [
    "id", "createdAt", "updatedAt", "name", "username", "email", "phoneNumber", "organizationId",
    "secondaryPhoneNumber", "archivedAt", "archivedById", "acceptedServiceAgreement", "skipTaxInvoice",
    "emailVerified", "phoneNumberVerified", "hasChangedPassword", "signatureAcceptedAt", "optedOutWhatsappAt",
    "optedInWhatsappAt", "startedWhatsappAt", "replyWithAssistant",
]  # fmt: skip
NULLABLE_INSTANTS = [
    "archivedAt", "signatureAcceptedAt", "optedOutWhatsappAt", "optedInWhatsappAt", "startedWhatsappAt",
]  # fmt: skip


def read(settings: Settings, *, lenient: bool = False) -> list[Any]:
    try:
        answer = list_customers(settings)
    except UNREADABLE as error:
        return recovered(error, "customers", PATH, Customer, lenient)
    return records(answer, "customers", PATH)


def read_from(*faults: Fault, lenient: bool = False) -> tuple[list[Any], list[dict[str, Any]]]:
    """What is read, and what the server has."""
    with Sandbox(customers=5, faults=faults) as sandbox:
        return read(Settings(sandbox.api_key, sandbox.url), lenient=lenient), list(sandbox.customers)


def test_what_can_be_read_is_read() -> None:
    found, stored = read_from()
    assert [customer.id for customer in found] == [record["id"] for record in stored]


@pytest.mark.parametrize("lenient", [False, True])
@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        (WrongJson(), "status 200 came without one"),
        (WrongJson(""), "status 200 came without one"),
        (WrongJson({"data": []}), "it is an object, and not an array"),
        (WrongJson("text"), "it is a string, and not an array"),
        (WrongJson(None), "it is null, and not an array"),
        (WrongJson(value=True), "it is a truth value, and not an array"),
        (WrongJson(3.5), "it is a number, and not an array"),
        (WrongJson([3]), "the record number 1 on the page: it is a number, and not an object"),
        (WrongJson([None]), "the record number 1 on the page: it is null, and not an object"),
        (WrongJson([[["id", "x"]]]), "the record number 1 on the page: it is an array, and not an object"),
        (Html(), r"it is not JSON: Expecting value at character 0 \(it says that it is text/html"),
        (TruncatedJson(), "it is not JSON: .* at character [0-9]+"),
    ],
)
def test_what_is_not_a_list_of_records(fault: Fault, problem: str, lenient: bool) -> None:
    with pytest.raises(ResponseError, match=rf"^GET /v1/customers: .*list of customers.*{problem}") as caught:
        read_from(fault, lenient=lenient)
    assert caught.value.status == 200
    assert caught.value.body


@pytest.mark.parametrize("fault", [WrongJson({}, only={2}), Html(only={2})])
def test_the_error_says_how_often_it_was_asked(fault: Fault) -> None:
    with pytest.raises(ResponseError) as caught:
        read_from(ErrorStatus(503, retry_after=0, times=1), fault)
    assert caught.value.retries == 1


def test_an_array_of_arrays_without_end(answering: Answering) -> None:
    answering.body = b"[" * 100_000
    with pytest.raises(ResponseError, match="nested too deep"):
        read(Settings("sk_1", answering.url))


@pytest.mark.parametrize("body", [b"[]", b"  \n[]", b"\xef\xbb\xbf[]", b"\xef\xbb\xbf []"])
def test_an_array_is_one_whatever_stands_before_it(body: bytes, answering: Answering) -> None:
    answering.body = body
    assert read(Settings("sk_1", answering.url)) == []


@pytest.mark.parametrize("body", [b"\xff[]", b"[\xff]", b"\xff\xfe", b'{"": 1}'])
def test_bytes_that_are_no_text(body: bytes, answering: Answering) -> None:
    answering.body = body
    with pytest.raises(ResponseError, match="the answer cannot be read as a list of customers"):
        read(Settings("sk_1", answering.url))


@pytest.mark.parametrize("name", REQUIRED)
def test_a_field_that_is_missing_is_named(name: str) -> None:
    with Sandbox(customers=5, faults=[MissingFields(name, at=3)]) as sandbox:
        named = "the record" if name == "id" else f"record {sandbox.customers[3]['id']},"
        with pytest.raises(ResponseError, match=rf"{named} number 4 on the page: its {name} is missing$"):
            read(Settings(sandbox.api_key, sandbox.url))


@pytest.mark.parametrize("name", REQUIRED)
def test_a_lenient_client_gets_the_record_without_the_field(name: str) -> None:
    found, stored = read_from(MissingFields(name), lenient=True)
    unset = [each for each in Customer.__annotations__ if getattr(found[0], each) is UNSET]
    assert [each.replace("_", "") for each in unset if each not in {"metadata", "meta"}] == [name.lower()]
    if name != "name":
        assert [customer.name for customer in found] == [record["name"] for record in stored]
    assert name not in found[0].additional_properties


def test_a_lenient_client_gets_records_that_lack_different_fields() -> None:
    faults = [MissingFields(["createdAt", "email"], at=1), MissingFields(["name", "archivedAt"], at=3)]
    found, stored = read_from(*faults, lenient=True)
    assert [customer.id for customer in found] == [record["id"] for record in stored]
    lacking = [
        {name for name in ("created_at", "email", "name", "archived_at") if getattr(customer, name) is UNSET}
        for customer in found
    ]
    assert lacking == [set(), {"created_at", "email"}, set(), {"name", "archived_at"}, set()]


@pytest.mark.parametrize("lenient", [False, True])
@pytest.mark.parametrize("value", ["the day before yesterday", "", 3, None, [], {}, True])
def test_an_instant_that_is_none(value: Any, lenient: bool) -> None:
    with pytest.raises(ResponseError, match="number 3 on the page: its updatedAt cannot be read$"):
        read_from(ChangedFields({"updatedAt": value}, at=2), lenient=lenient)


@pytest.mark.parametrize("lenient", [False, True])
@pytest.mark.parametrize("value", [3, {}, [], {"key": 3}, [{}]])
def test_a_part_that_is_none_where_null_is_allowed(value: Any, lenient: bool) -> None:
    name = "metadata" if isinstance(value, dict) else "meta"
    with pytest.raises(ResponseError, match=f"number 2 on the page: its {name} cannot be read$"):
        read_from(ChangedFields({name: value}, at=1), lenient=lenient)


@pytest.mark.parametrize("lenient", [False, True])
@pytest.mark.parametrize("name", NULLABLE_INSTANTS)
def test_an_instant_that_is_none_where_null_is_allowed(name: str, lenient: bool) -> None:
    with pytest.raises(ResponseError, match=f"number 5 on the page: its {name} cannot be read$"):
        read_from(ChangedFields({name: "tomorrow"}, at=4), lenient=lenient)


def test_null_is_allowed_where_it_is() -> None:
    found, _ = read_from(ChangedFields(dict.fromkeys(NULLABLE_INSTANTS)))
    assert found[0].archived_at is None


@pytest.mark.parametrize("lenient", [False, True])
def test_the_field_at_fault_is_named_beside_others_that_are_missing(lenient: bool) -> None:
    faults = [MissingFields(["name", "replyWithAssistant"]), ChangedFields({"createdAt": "x"}, at=0)]
    with pytest.raises(ResponseError, match="number 1 on the page: its createdAt cannot be read$"):
        read_from(*faults, lenient=lenient)


def test_other_damage_than_a_missing_field_is_an_error_for_a_lenient_client_too() -> None:
    faults = [MissingFields("name"), ChangedFields({"archivedAt": "x"}, at=4)]
    with pytest.raises(ResponseError, match="number 5 on the page: its archivedAt cannot be read$"):
        read_from(*faults, lenient=True)


def test_fields_that_nobody_knows_are_kept() -> None:
    found, _ = read_from(ChangedFields({"loyaltyTier": "GOLD"}), MissingFields("name"), lenient=True)
    assert found[0].additional_properties["loyaltyTier"] == "GOLD"


class Branch:
    """As the generator writes a model with another one in it, and an optional part that has to be an object."""

    @classmethod
    def from_dict(cls, given: dict[str, Any]) -> Branch:
        given = dict(given)
        given.pop("id")
        Street.from_dict(given.pop("address"))
        for each in given.pop("streets", []):
            Street.from_dict(each)
        return cls()


class Street:
    @classmethod
    def from_dict(cls, given: dict[str, Any]) -> Street:
        dict(given).pop("street")
        return cls()


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        ({"id": "1"}, "its address is missing"),
        ({"id": "1", "address": {}}, "its address cannot be read"),
        ({"id": "1", "street": "x", "address": {}}, "its address cannot be read"),
        ({"id": "1", "address": {"street": "x"}, "streets": [{}]}, "its streets cannot be read"),
        ({"id": "1", "address": {"street": "x"}, "streets": 3, "other": 1}, "its streets cannot be read"),
    ],
)
def test_what_is_wrong_inside_of_a_field_is_said_of_the_field(record: dict[str, Any], problem: str) -> None:
    with Sandbox(customers=5, faults=[WrongJson([record])]) as sandbox:
        try:
            list_customers(Settings(sandbox.api_key, sandbox.url))
        except UNREADABLE as error:
            with pytest.raises(ResponseError, match=f"record 1, number 1 on the page: {problem}$"):
                recovered(error, "branches", PATH, Branch, lenient=False)
        else:
            raise AssertionError


class Orderly:
    """A model that no record satisfies in which the fields do not come in its order."""

    @classmethod
    def from_dict(cls, given: dict[str, Any]) -> Orderly:
        dict(given).pop("first")
        if next(iter(given)) != "first":
            raise ValueError
        return cls()


def test_a_model_that_finds_nothing_wrong_with_any_field(answering: Answering) -> None:
    answering.body = b'[{"id": "1", "first": 2}]'
    with pytest.raises(ResponseError, match="record 1, number 1 on the page: ValueError$"):
        try:
            list_customers(Settings("sk_1", answering.url))
        except UNREADABLE as error:
            recovered(error, "orders", PATH, Orderly, lenient=False)


@pytest.mark.parametrize("status", [202, 204, 299])
@pytest.mark.parametrize("lenient", [False, True])
def test_a_list_comes_with_status_200(status: int, lenient: bool, answering: Answering) -> None:
    answering.status = status
    answering.body = b"" if status == 204 else b"[]"
    with pytest.raises(ResponseError, match=f"status {status} came"):
        read(Settings("sk_1", answering.url), lenient=lenient)


def test_the_answer_is_the_one_of_this_thread_and_is_not_kept() -> None:
    with Sandbox(customers=5, faults=[MissingFields("name")]) as sandbox:
        settings = Settings(sandbox.api_key, sandbox.url)
        try:
            list_customers(settings)
        except UNREADABLE:
            thread_errors: list[ResponseError] = []
            thread = threading.Thread(target=lambda: thread_errors.append(error_of_nothing()))
            thread.start()
            thread.join()
        assert thread_errors[0].status is None
        assert "name is missing" not in str(thread_errors[0])
    # Nobody handles the error any more, so the answer is gone, and with it all that it said of people.
    assert "KeyError" in str(error_of_nothing())


def error_of_nothing() -> ResponseError:
    with pytest.raises(ResponseError) as caught:
        recovered(KeyError("name"), "customers", PATH, Customer, lenient=False)
    return caught.value


def test_tasks_of_one_loop_do_not_mix_up_their_answers() -> None:
    """Each of many at once gets the error of its own answer."""
    fields = REQUIRED[:12]

    async def failing(client: Any, name: str) -> str:
        try:
            await customers_list.asyncio_detailed(client=client, filter_=f"name={name}")
        except UNREADABLE as error:
            try:
                recovered(error, "customers", PATH, Customer, lenient=False)
            except ResponseError as found:
                return str(found)
        return "no error"

    async def all_of_them(settings: Settings) -> list[str]:
        async with open_async_client(settings, None) as http:
            return await asyncio.gather(*(failing(Sender(http), name) for name in fields))

    faults = [missing_where_asked(name) for name in fields]
    with Sandbox(customers=[], faults=[*faults]) as sandbox:
        said = asyncio.run(all_of_them(Settings(sandbox.api_key, sandbox.url)))
    assert [text.rpartition(": its ")[2] for text in said] == [f"{name} is missing" for name in fields]


def missing_where_asked(name: str) -> Fault:
    with Sandbox(customers=1) as sandbox:
        record = {key: value for key, value in sandbox.customers[0].items() if key != name}
    return WrongJson([json.loads(json.dumps(record))], only=lambda request: request.filter == {"name": name})
