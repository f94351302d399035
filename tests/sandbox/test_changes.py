"""Customers that come and go while the sandbox serves."""

from __future__ import annotations

import itertools
import threading
from typing import Any

import pytest
from sandbox.responses import is_now
from support.asking import ask, client_of, complete, ids
from support.threads import beside

from quentli_query.sandbox import Sandbox

OWN = complete({"id": "a", "name": "Ana"}, {"id": "b", "name": "Beto"})


def test_added_customer_is_made_up_and_new() -> None:
    with Sandbox(customers=3, seed=3) as sandbox:
        added = sandbox.add()
        assert ask(sandbox).json() == [*sandbox.customers] == [*Sandbox(customers=3, seed=3).customers, added]
    assert added["id"] == Sandbox(customers=4, seed=3).customers[3]["id"]
    assert added["organizationId"] == sandbox.customers[0]["organizationId"]
    assert added["createdAt"] == added["updatedAt"]
    assert len(added["createdAt"]) == len("2025-01-10T12:00:00.000Z")
    assert is_now(added["createdAt"])
    assert added["archivedAt"] is added["archivedById"] is added["optedInWhatsappAt"] is None


def test_given_values_replace_made_up_ones() -> None:
    with Sandbox(customers=3) as sandbox:
        added = sandbox.add(name="Zoé", createdAt="2020-02-02T02:02:02.000Z", loyaltyTier="ORO")
        assert (added["name"], added["loyaltyTier"]) == ("Zoé", "ORO")
        assert ids(ask(sandbox, filter="createdAt[lt]=2020-12-31T00:00:00Z")) == [added["id"]]
        assert sandbox.add({"id": "d", "name": "x"}, name="y")["name"] == "y"


def test_own_record_is_added_as_a_copy_with_all_fields() -> None:
    own: dict[str, Any] = {"id": "c", "meta": {"k": 1}}
    with Sandbox(OWN) as sandbox:
        added = sandbox.add(own)
        own["meta"]["k"] = 2
        assert ask(sandbox).json() == [*OWN, added]
        assert added == {**added, "id": "c", "meta": {"k": 1}, "email": None, "emailVerified": False}
        assert added.keys() == OWN[0].keys()
        assert is_now(added["createdAt"])


def test_archived_customer_stays() -> None:
    with Sandbox(OWN) as sandbox:
        before = sandbox.customers
        archived = sandbox.archive("a", by="u_1")
        assert ask(sandbox).json() == [archived, OWN[1]] == list(sandbox.customers)
        assert ids(ask(sandbox, filter="archivedAt[gt]=2020-01-01T00:00:00Z")) == ["a"]
        assert sandbox.archive("b")["archivedById"] == "u_sandbox"
    assert archived == {**archived, "name": "Ana", "archivedById": "u_1"}
    assert archived["archivedAt"] == archived["updatedAt"]
    assert is_now(archived["archivedAt"])
    assert list(before) == OWN


def test_removed_customer_is_gone() -> None:
    with Sandbox(OWN, without_payments=["a", "b"]) as sandbox:
        sandbox.remove("a")
        assert ask(sandbox).json() == [OWN[1]] == list(sandbox.customers)
        assert sandbox.without_payments == {"b"}
        # Who is added has paid, unless said otherwise.
        sandbox.add({"id": "a"})
        sandbox.add({"id": "d"}, without_payments=True)
        assert ids(ask(sandbox, filter="noPayments=false")) == ["a"]
        assert sandbox.without_payments == {"b", "d"}


def test_unknown_customer_is_neither_archived_nor_removed() -> None:
    sandbox = Sandbox(OWN)
    for change in (sandbox.archive, sandbox.remove):
        with pytest.raises(LookupError, match="no customer with the id 'x'"):
            change("x")


def test_response_shows_one_moment() -> None:
    """Customers come and go, the oldest first: no response may have a gap, or one customer too many."""
    with Sandbox([{"id": f"{n}"} for n in range(20)]) as sandbox, client_of(sandbox) as client:
        enough = threading.Event()

        def replace() -> None:
            for number in itertools.count(20):
                sandbox.add({"id": f"{number}"})
                sandbox.remove(f"{number - 20}")
                if enough.is_set():
                    return

        with beside(replace):
            try:
                pages = [ids(client.get("/v1/customers", params={"take": 30})) for _ in range(60)]
            finally:
                enough.set()
    assert len({page[0] for page in pages}) > 5
    for page in pages:
        assert page == [f"{int(page[0]) + n}" for n in range(len(page))]
        assert len(page) in {20, 21}
