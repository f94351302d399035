"""`UNSET`, and the repr of records."""

import copy
import pickle
from typing import Any

import pytest
from pipeline.described import objects
from pipeline.samples import records
from quentli_client import models
from quentli_client.types import Unset
from rich.pretty import pretty_repr

from quentli_query import UNSET


@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda unset: pickle.loads(pickle.dumps(unset)), lambda unset: type(unset)()],
)
def test_unset_is_one_object(copied: Any) -> None:
    record = models.CreateCustomerInput(name="Eva")

    assert copied(UNSET) is UNSET
    assert copy.deepcopy(record).email is pickle.loads(pickle.dumps(record)).email is UNSET
    assert isinstance(UNSET, Unset)
    assert (repr(UNSET), bool(UNSET)) == ("UNSET", False)


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (models.CreateCustomerInput(name="Eva"), "CreateCustomerInput(name='Eva')"),
        (
            models.CreateCustomerInput(name="Eva", email=None),
            "CreateCustomerInput(name='Eva', email=None)",
        ),
        (
            models.CustomerMeta.from_dict({"campus": "north"}),
            "CustomerMeta(additional_properties={'campus': 'north'})",
        ),
        (models.CustomerMeta(), "CustomerMeta()"),
    ],
)
def test_repr_shows_what_is_set(record: Any, shown: str) -> None:
    assert repr(record) == shown


def test_repr_of_a_payment() -> None:
    record = {**next(records(objects()["PaymentWithItems"])), "type": "CARD", "processor": "NOBODY"}
    shown = repr(models.PaymentWithItems.from_dict(record))

    assert shown.startswith("PaymentWithItems(id=")
    assert "type_=PaymentType.CARD, " in shown
    assert "processor='NOBODY'" in shown
    assert "UNSET" not in shown


SECRETS = {"password", "otp", "secret", "accessToken", "csrfToken", "refreshToken"}


def test_rich_shows_what_repr_shows() -> None:
    profile = models.UpdateCustomerDataInput(password="hunter2", name="Eva")

    assert pretty_repr(profile) == repr(profile) == "UpdateCustomerDataInput(name='Eva', password='***')"


def test_repr_hides_secrets() -> None:
    hidden = set()
    for name, schema in objects().items():
        record = next(records(schema))
        for field in SECRETS & schema.get("properties", {}).keys():
            shown = repr(getattr(models, name).from_dict({**record, field: "hunter2"}))
            assert "hunter2" not in shown
            assert "='***'" in shown
            hidden.add(field)
    assert hidden == SECRETS
    assert "has_changed_password=True" in repr(
        models.Customer.from_dict(next(records(objects()["Customer"])))
    )


def test_repr_of_a_record_that_contains_itself() -> None:
    record = models.CustomerMeta()
    record["itself"] = record  # type: ignore[assignment]

    assert repr(record) == "CustomerMeta(additional_properties={'itself': ...})"
