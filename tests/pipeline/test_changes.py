"""What is reported of a new document: each change once, with its names in Python, and nothing else."""

import copy
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from pipeline import alterations
from pipeline.alterations import Alteration, Document, Place

from scripts.pipeline import changes, document, report
from scripts.pipeline.__main__ import SPEC
from scripts.pipeline.changes import Change
from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.rules import RULES

CUSTOMERS = "quentli_client.api.customers"
PRESENT = document.load(SPEC)
OBJECTS = alterations.objects(PRESENT)
OPERATIONS = alterations.operations(PRESENT)


@cache
def present() -> Document:
    return rewrite(PRESENT)


def findings(new: Document) -> report.Findings:
    return report.findings(PRESENT, new, (present(), rewrite(new)))


def reported(change: Callable[[Any], Any]) -> list[Change]:
    """The changes that are reported once a copy of the present document is changed."""
    new = copy.deepcopy(PRESENT)
    change(new)
    document.validate(new)
    return list(findings(new).report.changes)


def schema(new: Document, name: str) -> Any:
    return new["components"]["schemas"][name]


def everywhere(new: Any, wanted: Callable[[Any], bool], change: Callable[[Any], Any]) -> None:
    """Change each object of a document that is wanted."""
    inner = list(new.values()) if isinstance(new, dict) else new if isinstance(new, list) else []
    for each in inner:
        everywhere(each, wanted, change)
    if isinstance(new, dict) and wanted(new):
        change(new)


# What the vendor has written out twice, in the list's record and in the answer to get.
CUSTOMER = ("Customer", "GetCustomerResponse")


def phone_number_removed(new: Document) -> None:
    for name in CUSTOMER:
        del schema(new, name)["properties"]["phoneNumber"]
        schema(new, name)["required"].remove("phoneNumber")


def phone_number_removed_from_one(new: Document) -> None:
    del schema(new, "Customer")["properties"]["phoneNumber"]
    schema(new, "Customer")["required"].remove("phoneNumber")


def field_added(new: Document) -> None:
    for name in CUSTOMER:
        schema(new, name)["properties"]["loyaltyTier"] = {"type": "string"}


def required_field_in_a_request(new: Document) -> None:
    created = schema(new, "CreateCustomerInput")
    created["properties"]["taxId"] = {"type": "string"}
    created["required"].append("taxId")


def value_added_everywhere(new: Document) -> None:
    everywhere(new, lambda each: "OXXO" in each.get("enum", []), lambda each: each["enum"].append("CRYPTO"))


def value_removed_everywhere(new: Document) -> None:
    everywhere(new, lambda each: "OXXO" in each.get("enum", []), lambda each: each["enum"].remove("OXXO"))


def operation_added(new: Document) -> None:
    answer = {"description": ".", "content": {"application/json": {"schema": {"type": "object"}}}}
    new["paths"]["/v1/balance"] = {
        "get": {"operationId": "balance_get", "tags": ["Billing"], "responses": {"200": answer}}
    }


def type_changed(new: Document) -> None:
    for name in CUSTOMER:
        schema(new, name)["properties"]["name"] = {
            "type": "object",
            "properties": {"first": {"type": "string"}},
        }


def fraction_to_whole_in_answers(new: Document) -> None:
    for name in ("Discount", "GetDiscountResponse"):
        schema(new, name)["properties"]["percentageOff"]["type"] = "integer"


def fraction_to_whole_in_a_request(new: Document) -> None:
    created = schema(new, "CreateDiscountArgs")["properties"]["input"]["properties"]
    created["percentageOff"]["type"] = "integer"


def component_renamed(new: Document) -> None:
    text = (
        json.dumps(new)
        .replace('/PaymentMethod"', '/Instrument"')
        .replace('"PaymentMethod":', '"Instrument":')
    )
    new.clear()
    new.update(json.loads(text))


def path_parameter_renamed(new: Document) -> None:
    path = new["paths"].pop("/v1/webhooks/{id}")
    new["paths"]["/v1/webhooks/{webhookId}"] = path
    for operation in path.values():
        operation["parameters"][0]["name"] = "webhookId"


def answer_of_another_type(new: Document) -> None:
    answers = new["paths"]["/v1/customers/{id}"]["get"]["responses"]
    answers["200"]["content"]["application/json"]["schema"] = {"type": "boolean", "nullable": True}


def answer_of_another_class(new: Document) -> None:
    answers = new["paths"]["/v1/refunds"]["post"]["responses"]
    answers["200"]["content"]["application/json"]["schema"] = {
        "$ref": "#/components/schemas/CreatePaymentPayload"
    }


def page_limit(new: Document) -> None:
    new["paths"]["/v1/customers"]["get"]["parameters"][2]["schema"].update(maximum=50)


def two_in_one(new: Document) -> None:
    phone_number_removed(new)
    page_limit(new)


def server_moved(new: Document) -> None:
    new["servers"][0]["url"] = "https://api.quentli.example"


def component_in_use_replaced_by_a_copy(new: Document) -> None:
    """Written out in place, a record is still the same record."""
    schema(new, "CreateCustomerPayload")["properties"]["customer"] = copy.deepcopy(schema(new, "Customer"))


def unused_component(new: Document) -> None:
    new["components"]["schemas"]["Spare"] = {"type": "object", "properties": {"a": {"type": "string"}}}


def words_only(new: Document) -> None:
    everywhere(
        new, lambda each: isinstance(each.get("description"), str), lambda each: each.update(description="?")
    )


def order_only(new: Document) -> None:
    schema(new, "Customer")["required"].reverse()
    new["paths"] = dict(reversed(new["paths"].items()))


EXAMPLES: list[tuple[Callable[[Document], Any], list[tuple[bool, str, str, tuple[str, ...]]]]] = [
    (lambda _: None, []),
    (words_only, []),
    (order_only, []),
    (phone_number_removed, [(True, "Customer.phoneNumber", "is gone", ("Customer.phone_number",))]),
    (phone_number_removed_from_one, [(True, "Customer.phoneNumber", "is gone", ("Customer.phone_number",))]),
    (field_added, [(False, "Customer.loyaltyTier", "is a new field", ("Customer.loyalty_tier",))]),
    (
        required_field_in_a_request,
        [(True, "CreateCustomerInput.taxId", "is a new field, required", ("CreateCustomerInput.tax_id",))],
    ),
    (
        value_added_everywhere,
        [(False, "PaymentType", "has a new value, CRYPTO", ("PaymentType.CRYPTO",))],
    ),
    (
        value_removed_everywhere,
        [(True, "PaymentType", "has no value OXXO any more", ("PaymentType.OXXO",))],
    ),
    (
        operation_added,
        [(False, "balance_get", "is new: GET /v1/balance", ("quentli_client.api.billing.balance_get",))],
    ),
    (type_changed, [(True, "Customer.name", "is CustomerName, was string", ("Customer.name",))]),
    (
        fraction_to_whole_in_answers,
        [(False, "Discount.percentageOff", "is integer, was number", ("Discount.percentage_off",))],
    ),
    (
        fraction_to_whole_in_a_request,
        [
            (
                True,
                "CreateDiscountInput.percentageOff",
                "is integer, was number",
                ("CreateDiscountInput.percentage_off",),
            )
        ],
    ),
    (
        component_renamed,
        [(True, "PaymentMethod", "is called Instrument", ("PaymentMethod", "Instrument"))],
    ),
    (
        path_parameter_renamed,
        [
            (
                True,
                f"webhooks_{verb}(webhookId)",
                "is called webhookId, was id",
                tuple(
                    f"quentli_client.api.webhooks.webhooks_{verb}({name}=...)"
                    for name in ("id", "webhook_id")
                ),
            )
            for verb in ("get_by_id", "update", "delete")
        ],
    ),
    (
        answer_of_another_type,
        [
            (
                True,
                "customers_get_by_id -> 200",
                "is boolean, was Customer",
                (f"{CUSTOMERS}.customers_get_by_id()",),
            )
        ],
    ),
    (
        answer_of_another_class,
        [
            (
                True,
                "refunds_create -> 200",
                "is CreatePaymentPayload, was CreateRefundArgs",
                ("quentli_client.api.payments.refunds_create()",),
            )
        ],
    ),
    (
        page_limit,
        [
            (
                True,
                "customers_list(take)",
                "has maximum 50, was maximum 100",
                (f"{CUSTOMERS}.customers_list(take=...)",),
            )
        ],
    ),
    (
        two_in_one,
        [
            (True, "Customer.phoneNumber", "is gone", ("Customer.phone_number",)),
            (
                True,
                "customers_list(take)",
                "has maximum 50, was maximum 100",
                (f"{CUSTOMERS}.customers_list(take=...)",),
            ),
        ],
    ),
    (
        server_moved,
        [
            (True, "https://api.quentli.com", "is no server any more", ()),
            (False, "https://api.quentli.example", "is a new server", ()),
        ],
    ),
    (component_in_use_replaced_by_a_copy, []),
    (unused_component, [(False, "Spare", "is new, though no operation uses it", ("Spare",))]),
]


@pytest.mark.parametrize(("change", "expected"), EXAMPLES)
def test_exactly_these(
    change: Callable[[Document], Any], expected: list[tuple[bool, str, str, tuple[str, ...]]]
) -> None:
    found = [(each.breaking, each.subject, each.says(), each.python) for each in reported(change)]

    assert sorted(found) == sorted(expected)


def test_words_are_counted() -> None:
    new = copy.deepcopy(PRESENT)
    words_only(new)
    found = findings(new)

    assert found.words > 100
    assert (found.report, found.otherwise) == (changes.Report((), ()), False)


def test_a_difference_that_nobody_sees_is_said_as_such() -> None:
    new = copy.deepcopy(PRESENT)
    new["tags"].append({"name": "Brand New"})
    found = findings(new)

    assert (found.report, found.words, found.otherwise) == (changes.Report((), ()), 0, True)


def test_a_record_that_no_longer_is_its_copy_is_said_beside_the_change() -> None:
    new = copy.deepcopy(PRESENT)
    phone_number_removed_from_one(new)

    assert [(each.subject, each.says()) for each in findings(new).report.consequences] == [
        ("customers_get_by_id -> 200", "is the class GetCustomerResponse, was Customer")
    ]


def test_nothing_changes_from_a_document_to_itself() -> None:
    assert changes.compare(present(), rewrite(copy.deepcopy(PRESENT))) == changes.Report((), ())


@st.composite
def alterations_of_objects(draw: st.DrawFn) -> Alteration:
    place: Place = draw(st.sampled_from(OBJECTS))
    return draw(st.sampled_from(list(alterations.of_object(PRESENT, place))))


@st.composite
def alterations_of_operations(draw: st.DrawFn) -> Alteration:
    place: Place = draw(st.sampled_from(OPERATIONS))
    return draw(st.sampled_from(list(alterations.of_operation(PRESENT, place))))


def exactly(alteration: Alteration) -> None:
    """An alteration is reported as what it is, once, and its reverse as the reverse."""
    new = alteration.apply(PRESENT)
    found = findings(new).report.changes
    assert len(found) == 1, found
    change = found[0]
    assert change.kind in alteration.kinds, change
    assert change.subject.endswith(alteration.ends), change
    assert alteration.before in {"", change.before}, change
    assert alteration.after in {"", change.after}, change

    named = PRESENT["components"]["schemas"]
    back = changes.compare(rewrite(new), present(), derived=lambda name: name not in named).changes
    assert len(back) == 1, back
    assert is_reverse(change, back[0]), (change, back)


def is_reverse(change: Change, back: Change) -> bool:
    """Of a field or a parameter that comes back, the kind also says whether it is required."""
    kinds = {RULES[change.kind].reverse, f"required_{RULES[change.kind].reverse}"}
    return back.kind in kinds and (back.before, back.after) == (change.after, change.before)


@given(alterations_of_objects())
@settings(max_examples=20, deadline=None)
def test_an_alteration_of_an_object_is_reported_as_what_it_is(alteration: Alteration) -> None:
    exactly(alteration)


@given(alterations_of_operations())
@settings(max_examples=12, deadline=None)
def test_an_alteration_of_an_operation_is_reported_as_what_it_is(alteration: Alteration) -> None:
    exactly(alteration)


@pytest.mark.slow
@given(alterations_of_objects() | alterations_of_operations())
@settings(max_examples=1500, deadline=None)
def test_any_alteration_is_reported_as_what_it_is(alteration: Alteration) -> None:
    exactly(alteration)
