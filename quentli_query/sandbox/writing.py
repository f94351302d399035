"""The operations that write: creating and changing customers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quentli_query.sandbox.answer import Answer
from quentli_query.sandbox.bodies import (
    email,
    flag,
    in_utc,
    instant,
    list_of,
    map_of,
    nullable,
    read_body,
    record_of,
    text,
)
from quentli_query.sandbox.issues import RefusedError, missing
from quentli_query.sandbox.live import TakenError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quentli_query.sandbox.app import Call, Served
    from quentli_query.sandbox.bodies import Check
    from quentli_query.sandbox.live import LiveCustomers
    from quentli_query.sandbox.logic import Record
    from quentli_query.sandbox.stored import Stored

_PATH = "/v1/customers"

# What both take and a customer has,
_SETTINGS: dict[str, Check] = {
    "email": nullable(email),
    "phoneNumber": nullable(text()),
    "secondaryPhoneNumber": nullable(text()),
    "acceptedServiceAgreement": flag,
    "skipTaxInvoice": flag,
}
# and what they take, and no customer shows.
_UNSEEN: dict[str, Check] = {"assigneeId": nullable(text()), "tags": list_of(text())}

_CREATE = record_of(
    {
        "input": record_of(
            {"name": text(1)},
            {
                **_SETTINGS,
                **_UNSEEN,
                "username": nullable(text(1)),
                "optedOutWhatsappAt": instant,
                "metadata": list_of(record_of({"key": text(1), "value": text(1)})),
            },
        )
    },
    closed=True,
)

_DATA = record_of(
    {},
    {
        **_SETTINGS,
        **_UNSEEN,
        "name": text(1),
        "username": text(1),
        "password": text(),
        "tosIp": text(),
        "signature": nullable(text()),
        "optedOutWhatsappAt": nullable(instant),
        "hasChangedPassword": flag,
        "phoneNumberVerified": flag,
        "emailVerified": flag,
        "replyWithAssistant": nullable(flag),
        "metadata": list_of(record_of({"key": text(1)}, {"value": nullable(text())})),
        "meta": map_of(nullable(text())),
    },
)
_UPDATE = record_of({"input": record_of({"data": _DATA}, {"otp": text()})})

# What is kept as it was given.
_KEPT = (
    "name",
    "username",
    *_SETTINGS,
    "hasChangedPassword",
    "phoneNumberVerified",
    "emailVerified",
    "replyWithAssistant",
)


def writing(customers: LiveCustomers) -> Served:
    """Return the operations that create and change customers.

    Which fields a body may have and what they have to be like is what the API documents. It says nothing of
    what becomes of a signature, so that it is not kept, as little as what no customer shows.

    Args:
        customers: The customers there are.
    """
    return {("POST", _PATH): _create(customers), ("PATCH", f"{_PATH}/{{id}}"): _update(customers)}


def _create(customers: LiveCustomers) -> Callable[[Call], Answer]:
    def answer(call: Call) -> Answer:
        given = read_body(call.body, call.content_type, _CREATE)["input"]
        try:
            return _answer(call, customers.create(_changes(given, {})))
        except TakenError as error:
            raise RefusedError(409, str(error)) from error

    return answer


def _update(customers: LiveCustomers) -> Callable[[Call], Answer]:
    def answer(call: Call) -> Answer:
        data = read_body(call.body, call.content_type, _UPDATE)["input"]["data"]
        identifier = call.values["id"]
        try:
            changed = customers.change(identifier, lambda record: _changes(data, record))
        except LookupError as error:
            raise missing("customer", identifier) from error
        except TakenError as error:
            raise RefusedError(409, str(error)) from error
        return _answer(call, changed)

    return answer


def _answer(call: Call, stored: Stored) -> Answer:
    page = call.meeting.on_page([stored])
    return Answer.of_json(b'{"customer":' + (page[0].json if page else b"null") + b"}")


def _changes(given: Mapping[str, Any], record: Record) -> dict[str, Any]:
    """Return the values that a customer gets.

    Args:
        given: What the body has.
        record: The customer so far.
    """
    kept = {key: given[key] for key in _KEPT if key in given}
    out = given.get("optedOutWhatsappAt")
    opted_out = {"optedOutWhatsappAt": out and in_utc(out)} if "optedOutWhatsappAt" in given else {}
    return {**kept, **opted_out, **_custom(given, record)}


def _custom(given: Mapping[str, Any], record: Record) -> dict[str, Any]:
    """Return the customer's own data in both forms; nothing if there is nothing about it in the body.

    What is there already stays, unless it is given another value, or null, which takes it away.
    """
    if not given.keys() & {"metadata", "meta"}:
        return {}
    entries = {entry["key"]: entry.get("value") for entry in given.get("metadata", ())}
    merged = {**_own_data(record), **entries, **given.get("meta", {})}
    left = {key: value for key, value in merged.items() if value is not None}
    return {"metadata": [{"key": key, "value": value} for key, value in left.items()], "meta": left}


def _own_data(record: Record) -> Mapping[str, Any]:
    # Records of a test's own may have the one, the other, or neither.
    entries = {entry["key"]: entry["value"] for entry in record.get("metadata") or ()}
    return record.get("meta") or entries
