"""The report on a new document: each change once, with its names in Python, and nothing else."""

import copy
import json
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import pytest
from hypothesis import given, strategies as st
from hypothesis.strategies import SearchStrategy
from pipeline.alterations import Alteration, Document, alterations
from pipeline.described import described
from pipeline.vendor import MIXED, WHOLE, alter, extract, remove_phone_number, schema
from support.profiles import at_most

from scripts.pipeline import changes, report
from scripts.pipeline.changes import Change
from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.rules import RULES

CUSTOMERS = "quentli_client.api.customers"
WEBHOOKS = "quentli_client.api.webhooks"
ANSWERED, SENT = ("Customer", "GetCustomerResponse"), "CreateCustomerInput"


# Few enough to compare quickly, and with a place for each kind of alteration.
FEW = extract("/v1/discounts", "/v1/discounts/{id}", "/v1/webhooks/{id}")


rewrite_mixed = cache(lambda: rewrite(MIXED))
rewrite_few = cache(lambda: rewrite(FEW))


def find(change: Callable[[Any], Any]) -> report.Findings:
    """Compare the document with a changed copy."""
    new = alter(change, MIXED)
    return report.findings(MIXED, new, (rewrite_mixed(), rewrite(new)))


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


def of_each(change: Callable[[Any], None], *names: str) -> Callable[[Any], None]:
    """Return a change of each of these schemas."""

    def change_each(document: Any) -> None:
        for name in names:
            change(schema(document, name))

    return change_each


def allow_null(part: Any) -> None:
    part["properties"]["name"]["nullable"] = True


def refuse_null(part: Any) -> None:
    del part["properties"]["email"]["nullable"]


def make_optional(part: Any) -> None:
    part["required"].remove("name")


def make_required(part: Any) -> None:
    part["required"].append("email")


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


def make_whole_in_answers(new: Document) -> None:
    for name in ("Discount", "GetDiscountResponse"):
        schema(new, name)["properties"]["percentageOff"]["type"] = "integer"


def make_whole_in_request(new: Document) -> None:
    created = schema(new, "CreateDiscountArgs")["properties"]["input"]["properties"]
    created["percentageOff"]["type"] = "integer"


def add_parameter(*, required: bool) -> Callable[[Any], None]:
    added = {"name": "region", "in": "query", "required": required, "schema": {"type": "string"}}
    return lambda new: new["paths"]["/v1/webhooks"]["get"]["parameters"].append(added)


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


def limit_page(new: Document) -> None:
    new["paths"]["/v1/customers"]["get"]["parameters"][2]["schema"].update(maximum=50)


def write_out_component(new: Document) -> None:
    """Write out a record in place, where it is still the same record."""
    schema(new, "CreateCustomerPayload")["properties"]["customer"] = copy.deepcopy(schema(new, "Customer"))


def reorder(new: Document) -> None:
    schema(new, "Customer")["required"].reverse()
    new["paths"] = dict(reversed(new["paths"].items()))


def is_webhook_status(part: Any) -> bool:
    return "BROKEN" in part.get("enum", [])


change_words = everywhere(
    lambda part: isinstance(part.get("description"), str), lambda part: part.update(description="?")
)

EXAMPLES: list[tuple[Callable[[Document], Any], list[str]]] = [
    (lambda _: None, []),
    (change_words, []),
    (reorder, []),
    (write_out_component, []),
    (remove_phone_number, ["! Customer.phoneNumber is gone  [Customer.phone_number]"]),
    (
        remove_phone_number_from_one,
        [
            "! Customer.phoneNumber is gone  [Customer.phone_number]",
            "! customers_get_by_id -> 200 is the class GetCustomerResponse, was Customer"
            f"  [{CUSTOMERS}.customers_get_by_id()]",
        ],
    ),
    (
        set_property("loyaltyTier", type="string"),
        ["- Customer.loyaltyTier is a new field  [Customer.loyalty_tier]"],
    ),
    (
        set_property("\x1b[31mred\n! ", type="string"),
        [r"- Customer.\x1b[31mred\n!  is a new field  [Customer.field_31mred]"],
    ),
    (
        require_in_request,
        ["! CreateCustomerInput.taxId is a new field, required  [CreateCustomerInput.tax_id]"],
    ),
    (
        everywhere(is_webhook_status, lambda part: part["enum"].append("PAUSED")),
        ["- WebhookStatus has a new value, PAUSED  [WebhookStatus.PAUSED]"],
    ),
    (
        everywhere(is_webhook_status, lambda part: part["enum"].remove("BROKEN")),
        ["! WebhookStatus has no value BROKEN any more  [WebhookStatus.BROKEN]"],
    ),
    (
        lambda new: new["paths"]["/v1/webhooks/{id}"].pop("delete"),
        [f"! webhooks_delete is gone: DELETE /v1/webhooks/{{id}}  [{WEBHOOKS}.webhooks_delete]"],
    ),
    (
        lambda new: new["paths"]["/v1/webhooks"]["get"].update(operationId="hooks"),
        [f"! hooks is called hooks, was webhooks_list  [{WEBHOOKS}.webhooks_list -> {WEBHOOKS}.hooks]"],
    ),
    (
        add_parameter(required=False),
        [f"- webhooks_list(region) is a new parameter, optional  [{WEBHOOKS}.webhooks_list(region=...)]"],
    ),
    (
        add_parameter(required=True),
        [f"! webhooks_list(region) is a new parameter, required  [{WEBHOOKS}.webhooks_list(region=...)]"],
    ),
    (
        lambda new: new["paths"]["/v1/webhooks"]["get"]["parameters"].pop(0),
        [f"! webhooks_list(filter) is gone  [{WEBHOOKS}.webhooks_list(filter_=...)]"],
    ),
    (
        lambda new: new["paths"]["/v1/webhooks"]["post"].pop("requestBody"),
        [f"! webhooks_create(body) is gone  [{WEBHOOKS}.webhooks_create(body=...)]"],
    ),
    # Code that reads a field breaks by null and by its absence; code that sends the field, by their end.
    (of_each(allow_null, *ANSWERED), ["! Customer.name may be null  [Customer.name]"]),
    (of_each(make_optional, *ANSWERED), ["! Customer.name is optional  [Customer.name]"]),
    (of_each(refuse_null, *ANSWERED), ["- Customer.email is never null any more  [Customer.email]"]),
    (of_each(allow_null, SENT), [f"- {SENT}.name may be null  [{SENT}.name]"]),
    (of_each(make_optional, SENT), [f"- {SENT}.name is optional  [{SENT}.name]"]),
    (of_each(refuse_null, SENT), [f"! {SENT}.email is never null any more  [{SENT}.email]"]),
    (of_each(make_required, SENT), [f"! {SENT}.email is required  [{SENT}.email]"]),
    (add_operation, ["- balance_get is new: GET /v1/balance  [quentli_client.api.billing.balance_get]"]),
    (
        set_property("name", type="object", properties={"first": {"type": "string"}}),
        ["! Customer.name is CustomerName, was string  [Customer.name]"],
    ),
    (make_whole_in_answers, ["- Discount.percentageOff is integer, was number  [Discount.percentage_off]"]),
    (
        make_whole_in_request,
        ["! CreateDiscountInput.percentageOff is integer, was number  [CreateDiscountInput.percentage_off]"],
    ),
    (rename_component, ["! PaymentMethod is called Instrument  [PaymentMethod -> Instrument]"]),
    (
        rename_path_parameter,
        [
            f"! webhooks_{verb}(webhookId) is called webhookId, was id  "
            f"[quentli_client.api.webhooks.webhooks_{verb}(id=...)"
            f" -> quentli_client.api.webhooks.webhooks_{verb}(webhook_id=...)]"
            for verb in ("get_by_id", "update", "delete")
        ],
    ),
    (
        replace_answer,
        [f"! customers_get_by_id -> 200 is boolean, was Customer  [{CUSTOMERS}.customers_get_by_id()]"],
    ),
    (
        limit_page,
        [f"! customers_list(take) has maximum 50, was maximum 100  [{CUSTOMERS}.customers_list(take=...)]"],
    ),
    (
        lambda new: new["servers"][0].update(url="https://api.quentli.example"),
        ["! https://api.quentli.com is no server any more", "- https://api.quentli.example is a new server"],
    ),
    (
        lambda new: new["components"]["schemas"].update(Spare={"type": "object", "properties": {}}),
        ["- Spare is new, though no operation uses it  [Spare]"],
    ),
]


@pytest.mark.parametrize(("change", "expected"), EXAMPLES)
def test_exactly_these_changes_are_reported(change: Callable[[Document], Any], expected: list[str]) -> None:
    lines = report.render(find(change)).splitlines()

    assert sorted(line[2:] for line in lines if line.startswith(("  ! ", "  - "))) == sorted(expected)


def test_words_are_counted() -> None:
    found = find(change_words)

    assert found.words > 100
    assert (found.report, found.otherwise) == (changes.Report((), ()), False)


def test_a_difference_that_no_user_sees_is_reported_as_such() -> None:
    found = find(lambda new: new["tags"].append({"name": "Brand New"}))

    assert (found.report, found.words, found.otherwise) == (changes.Report((), ()), 0, True)


def one_of_each_kind(document: Document) -> SearchStrategy[Alteration]:
    """Draw a kind of alteration, then one of that kind."""
    kinds: dict[str, list[Alteration]] = {}
    for each in alterations(document):
        kinds.setdefault(each.kind, []).append(each)
    return st.sampled_from(sorted(kinds)).flatmap(lambda kind: st.sampled_from(kinds[kind]))


def check_report(alteration: Alteration, original: Document, before: Document) -> None:
    """Check that an alteration is reported as what it is, once, and its reverse as the reverse.

    Args:
        alteration: The alteration.
        original: The document in the vendor's shape.
        before: The document after the rewrites.
    """
    after = rewrite(alteration.apply(original))

    found = compare(before, after, original)
    assert len(found) == 1, found
    change = found[0]
    assert change.kind == alteration.kind, change
    assert change.subject.endswith(alteration.subject), change
    assert alteration.before in {"", change.before}, change
    assert alteration.after in {"", change.after}, change

    back = compare(after, before, original)
    assert len(back) == 1, back
    assert is_reverse(change, back[0]), (change, back)


def compare(before: Document, after: Document, original: Document) -> Sequence[Change]:
    """Compare rewritten documents; components without a name in the original have one from the rewrites."""
    named = original["components"]["schemas"]
    return changes.compare(before, after, derived=lambda name: name not in named).changes


def is_reverse(change: Change, back: Change) -> bool:
    """Compare a change with its reverse; a field or parameter that comes back may be a required one."""
    kinds = {RULES[change.kind].reverse, f"required_{RULES[change.kind].reverse}"}
    return back.kind in kinds and (back.before, back.after) == (change.after, change.before)


@pytest.mark.slow
@at_most(60)
@given(one_of_each_kind(FEW))
def test_an_alteration_is_reported_as_what_it_is(alteration: Alteration) -> None:
    check_report(alteration, FEW, rewrite_few())


# Each example takes two seconds.
@pytest.mark.exhaustive
@at_most(150)
@given(one_of_each_kind(WHOLE))
def test_an_alteration_of_the_whole_document_is_reported_as_what_it_is(alteration: Alteration) -> None:
    check_report(alteration, WHOLE, described())
