"""The report on a new document: each change once, with its names in Python, and nothing else."""

import copy
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from pipeline.vendor import MIXED, alter, find, find_in_mixed, remove_phone_number, schema
from quentli_resources.registry import MAX_TAKE

from scripts.pipeline import changes, report
from scripts.pipeline.visitor import Document


def everywhere(wanted: Callable[[Any], bool], change: Callable[[Any], Any]) -> Callable[[Any], None]:
    """Return a change of each wanted object in a document."""

    def visit(part: Any) -> None:
        for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
            visit(inner)
        if isinstance(part, dict) and wanted(part):
            change(part)

    return visit


def set_property(name: str, **new: Any) -> Callable[[Any], None]:
    """Return a change of a customer's property, in both places where the vendor has written out a customer."""

    def change(document: Any) -> None:
        for each in ("Customer", "GetCustomerResponse"):
            schema(document, each)["properties"][name] = new

    return change


def remove_phone_number_from_one(new: Document) -> None:
    remove_phone_number(new, ("Customer",))


def require_in_request(new: Document) -> None:
    created = schema(new, "CreateCustomerInput")
    created["properties"]["taxId"] = {"type": "string"}
    created["required"].append("taxId")


def add_operation(new: Document) -> None:
    answer = {"description": ".", "content": {"application/json": {"schema": {"type": "object"}}}}
    new["paths"]["/v1/balance"] = {
        "get": {"operationId": "balance_get", "tags": ["Billing"], "responses": {"200": answer}}
    }


def add_parameter(new: Document) -> None:
    added = {"name": "region", "in": "query", "schema": {"type": "string"}}
    new["paths"]["/v1/webhooks"]["get"]["parameters"].append(added)


def add_list(new: Document) -> None:
    new["paths"]["/v1/refunds"] = {
        "get": {**new["paths"]["/v1/discounts"]["get"], "operationId": "refunds_list"}
    }


def rename_component(new: Document) -> None:
    text = json.dumps(new).replace('/PaymentMethod"', '/Instrument"')
    new.update(json.loads(text.replace('"PaymentMethod":', '"Instrument":')))


def rename_path_parameter(new: Document) -> None:
    new["paths"]["/v1/webhooks/{webhookId}"] = path = new["paths"].pop("/v1/webhooks/{id}")
    for operation in path.values():
        operation["parameters"][0]["name"] = "webhookId"


def replace_answer(new: Document) -> None:
    answers = new["paths"]["/v1/customers/{id}"]["get"]["responses"]
    answers["200"]["content"]["application/json"]["schema"] = {"type": "boolean", "nullable": True}


def answer_with_another_record(new: Document) -> None:
    content = new["paths"]["/v1/discounts/{id}"]["get"]["responses"]["200"]["content"]
    customer = {"$ref": "#/components/schemas/Customer"}
    content["application/json"]["schema"] = {"nullable": True, "allOf": [customer]}


def limit_page(new: Document) -> None:
    new["paths"]["/v1/customers"]["get"]["parameters"][2]["schema"].update(maximum=5)


def limit_every_page(new: Document) -> None:
    limit_page(new)
    for each in ("discounts", "webhooks"):
        new["paths"][f"/v1/{each}"]["get"]["parameters"][2]["schema"].update(maximum=5)


def write_out_component(new: Document) -> None:
    """Write out a record in place, where it is still the same record."""
    schema(new, "CreateCustomerPayload")["properties"]["customer"] = copy.deepcopy(schema(new, "Customer"))


def is_webhook_status(part: Any) -> bool:
    return "BROKEN" in part.get("enum", [])


def operations(new: Document) -> list[Any]:
    return [each for item in new["paths"].values() for each in item.values()]


def capitalize_ids(new: Document) -> None:
    for each in operations(new):
        each["operationId"] = re.sub("_(.)", lambda found: found[1].upper(), each["operationId"])


def add_charset(new: Document) -> None:
    for each in operations(new):
        for holder in [*each["responses"].values(), each.get("requestBody", {})]:
            if "content" in holder:
                holder["content"] = {"application/json; charset=utf-8": holder["content"]["application/json"]}


def share_parameters(new: Document) -> None:
    """Write the parameters of all operations of a path once, in another order."""
    for item in new["paths"].values():
        shared = [each.pop("parameters", []) for each in list(item.values())]
        if all(each == shared[0] for each in shared):
            item["parameters"] = shared[0][::-1]
        else:
            for each, own in zip(item.values(), shared, strict=True):
                each["parameters"] = own[::-1]


def rename_scheme(new: Document) -> None:
    schemes = new["components"]["securitySchemes"]
    schemes["secret"] = schemes.pop("organizationApiKey")
    new["security"] = [{"secret": []}]


def reorder(new: Document) -> None:
    schema(new, "Customer")["required"].reverse()
    new["paths"] = dict(reversed(new["paths"].items()))
    new["servers"].reverse()
    everywhere(lambda part: "enum" in part, lambda part: part["enum"].reverse())(new)
    everywhere(lambda part: "anyOf" in part, lambda part: part["anyOf"].reverse())(new)


change_words = everywhere(
    lambda part: isinstance(part.get("description"), str), lambda part: part.update(description="?")
)

UNCHANGED: list[Callable[[Document], Any]] = [
    lambda _: None,
    change_words,
    capitalize_ids,
    add_charset,
    share_parameters,
    rename_scheme,
    reorder,
    write_out_component,
]


@pytest.mark.parametrize("change", UNCHANGED)
def test_nothing_changes_for_users(change: Callable[[Document], Any]) -> None:
    assert not find_in_mixed(change).report.changes


EXAMPLES: list[tuple[Callable[[Document], Any], list[str]]] = [
    (remove_phone_number, ["! Customer.phoneNumber is gone  [Customer.phone_number, Q.phone_number]"]),
    (
        remove_phone_number_from_one,
        [
            "! Customer.phoneNumber is gone  [Customer.phone_number, Q.phone_number]",
            "! customers_get_by_id -> 200 is GetCustomerResponse, was Customer  [quentli.customers.get()]",
        ],
    ),
    (
        lambda new: schema(new, "GetCustomerResponse")["properties"].update(name={"type": "boolean"}),
        [
            "! customers_get_by_id -> 200 is GetCustomerResponse, was Customer  [quentli.customers.get()]",
            "! customers_get_by_id -> 200.name is boolean, was string  "
            "[Customer.name, Q.name -> GetCustomerResponse.name]",
        ],
    ),
    (
        set_property("loyaltyTier", type="string"),
        ["- Customer.loyaltyTier is new  [Customer.loyalty_tier, Q.loyalty_tier]"],
    ),
    (
        set_property("address", type="object", properties={"street": {"type": "string"}}),
        ["- Customer.address is new  [Customer.address]"],
    ),
    (
        set_property("\x1b[31mred\n! ", type="string"),
        [r"- Customer.\x1b[31mred\n!  is new  [Customer.field_31mred, Q.field_31mred]"],
    ),
    (
        require_in_request,
        ["! CreateCustomerInput.taxId is new and required  [quentli.customers.create(tax_id=)]"],
    ),
    (
        lambda new: schema(new, "UpdateCustomerDataInput")["properties"].pop("tosIp"),
        ["! UpdateCustomerDataInput.tosIp is gone  [quentli.customers.update(tos_ip=)]"],
    ),
    (
        lambda new: schema(new, "CreateDiscountArgs")["properties"]["input"]["properties"].pop("type"),
        ["! CreateDiscountInput.type is gone  [quentli.discounts.create(type=)]"],
    ),
    (
        lambda new: schema(new, "UpdateCustomerArgs")["properties"].pop("input"),
        ["! UpdateCustomerArgs.input is gone  [quentli.customers.update()]"],
    ),
    (
        everywhere(is_webhook_status, lambda part: part["enum"].append("PAUSED")),
        ['- WebhookStatus "PAUSED" is new  [WebhookStatus.PAUSED]'],
    ),
    (
        everywhere(is_webhook_status, lambda part: part["enum"].remove("BROKEN")),
        ['! WebhookStatus "BROKEN" is gone  [WebhookStatus.BROKEN]'],
    ),
    (
        lambda new: new["paths"]["/v1/webhooks/{id}"].pop("delete"),
        ["! DELETE /v1/webhooks/{id} is gone  [quentli.webhooks.delete()]"],
    ),
    (
        lambda new: new["paths"]["/v1/webhooks"]["get"].update(operationId="hooks"),
        ["! hooks is called hooks, was webhooks_list  [quentli.webhooks.list() -> quentli.webhooks.hooks()]"],
    ),
    (
        add_parameter,
        ["- webhooks_list(region) is new  [quentli.webhooks.list(region=)]"],
    ),
    (
        lambda new: new["paths"]["/v1/webhooks"]["get"]["parameters"].pop(3),
        ["! webhooks_list(orderBy) is gone  [quentli.webhooks.list(order_by=)]"],
    ),
    (
        lambda new: new["paths"]["/v1/webhooks"]["post"].pop("requestBody"),
        ["! webhooks_create(body) is gone  [quentli.webhooks.create()]"],
    ),
    (add_operation, ["- GET /v1/balance is new  [quentli.balance.get()]"]),
    (add_list, ["- GET /v1/refunds is new  [quentli.refunds.list(), RefundQ]"]),
    (
        set_property("name", type="object", properties={"first": {"type": "string"}}),
        ["! Customer.name is CustomerName, was string  [Customer.name, Q.name -> Customer.name]"],
    ),
    (
        rename_component,
        ["! PaymentMethod is called Instrument, was PaymentMethod  [PaymentMethod -> Instrument]"],
    ),
    (
        rename_path_parameter,
        [
            f"- webhooks_{verb}(webhookId) is called webhookId, was id  "
            f"[quentli.webhooks.{name}(id) -> quentli.webhooks.{name}(webhook_id)]"
            for verb, name in {"get_by_id": "get", "update": "update", "delete": "delete"}.items()
        ],
    ),
    (replace_answer, ["! customers_get_by_id -> 200 is boolean, was Customer  [quentli.customers.get()]"]),
    (
        answer_with_another_record,
        ["! discounts_get_by_id -> 200 is Customer, was Discount  [quentli.discounts.get()]"],
    ),
    (
        limit_page,
        [f"! customers_list(take) has maximum 5, was maximum {MAX_TAKE}  [quentli.customers.list(take=)]"],
    ),
    (
        limit_every_page,
        [
            f"! *_list(take) has maximum 5, was maximum {MAX_TAKE}  [quentli.customers.list(take=), "
            "quentli.discounts.list(take=), quentli.webhooks.list(take=)]"
        ],
    ),
    (
        lambda new: new["servers"][0].update(url="https://api.quentli.example"),
        ["! https://api.quentli.com is gone", "- https://api.quentli.example is new"],
    ),
    (
        lambda new: new["components"]["schemas"].update(Spare={"type": "object", "properties": {}}),
        ["- Spare is new  [Spare]"],
    ),
]


@pytest.mark.parametrize(("change", "expected"), EXAMPLES)
def test_exactly_these_changes_are_reported(change: Callable[[Document], Any], expected: list[str]) -> None:
    lines = report.render(find_in_mixed(change)).splitlines()

    assert sorted(line[2:] for line in lines if line.startswith(("  ! ", "  - "))) == sorted(expected)


def test_the_fields_of_a_new_vocabulary_are_named() -> None:
    lines = report.render(find_in_mixed(add_list)).splitlines()

    [fields] = [line for line in lines if line.startswith("  RefundQ: ")]
    assert fields.startswith("  RefundQ: id (text), ")
    assert {"created_at (instant)", "amount_off (whole number)", "type (enum)"} <= set(fields.split(", "))


def test_words_are_counted() -> None:
    found = find_in_mixed(change_words)

    assert len(found.report.words) > 100
    assert not found.otherwise


def reword_filter(new: Document) -> None:
    filter_, _, _, order = new["paths"]["/v1/customers"]["get"]["parameters"]
    filter_.update(description="Brand\nnew.", example="a[b]=c")
    order["schema"]["description"] = "x" * 500


FILTER = MIXED["paths"]["/v1/customers"]["get"]["parameters"][0]
FILTER_WORDS = f"""\
Words about filters, which are all the evidence of what a filter may say:
  quentli.customers.list(filter=) description
    before: {FILTER["description"]}
    after:  Brand\\nnew.
  quentli.customers.list(filter=) example
    before: {FILTER["example"]}
    after:  a[b]=c
  quentli.customers.list(order_by=) schema.description
    before: none
    after:  {"x" * 500}
Words (descriptions, summaries, examples) differ in 3 places."""


def test_words_about_filters_are_printed_in_full() -> None:
    assert report.render(find_in_mixed(reword_filter)) == f"{report.NO_CHANGE}\n{FILTER_WORDS}"


def share_body(new: Document) -> None:
    """Let two operations take one class."""
    paths = new["paths"]
    paths["/v1/discounts"]["post"]["requestBody"] = paths["/v1/discounts/{id}"]["patch"]["requestBody"]


def test_an_argument_of_two_methods_has_both_names() -> None:
    present = alter(share_body, MIXED)
    new = alter(lambda new: schema(new, "UpdateDiscountArgs")["properties"].pop("codes"), present)

    found = find(present, new).report.changes
    assert [each.python for each in found] == [
        ("quentli.discounts.create(codes=)", "quentli.discounts.update(codes=)")
    ]


def test_a_difference_that_no_user_sees_is_reported_as_such() -> None:
    found = find_in_mixed(lambda new: new["tags"].append({"name": "Brand New"}))

    assert (found.report, found.otherwise) == (changes.Report(), True)
