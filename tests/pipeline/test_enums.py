"""Enums: one class for each set of values, open in answers."""

from functools import partial
from typing import Any

import pytest
from pipeline.schemas import NULL, STRING, apply, array, maybe, operation, record, ref, values, with_schemas

from scripts.pipeline.rewrites import classes

name_enums = partial(classes.name_enums, others={})
AB = values("A", "B")


def opened(name: str, *more: Any, kind: str = "string") -> dict[str, Any]:
    return {"anyOf": [ref(name), {"type": kind}, *more]}


def sent_and_received(body: Any, answer: Any, **schemas: Any) -> dict[str, Any]:
    return with_schemas(operation(body=body, answer=answer), **schemas)


# Where the values stand, what they are called.
NAMES: list[tuple[dict[str, Any], str]] = [
    ({"Payment": record(type=AB)}, "PaymentType"),
    ({"Payment": record(type=AB), "PaymentWithItems": record(type=values("B", "A"))}, "PaymentType"),
    ({"CreatePaymentPayload": record(type=AB), "Payment": record(type=AB)}, "PaymentType"),
    ({"WebhookEnabledEvent": record(type=AB), "WebhookEvent": record(type=AB)}, "WebhookEventType"),
    ({"CreateWebhookInput": record(events=array(AB)), "WebhookEvent": record(type=AB)}, "WebhookEventType"),
    ({"TaxInvoice": record(failureReason=maybe(AB))}, "TaxInvoiceFailureReason"),
    ({"Invoice": record(wayToPay=AB), "Subscription": record(wayToPay=AB)}, "InvoiceWayToPay"),
    ({"Subscription": record(generationMode=AB)}, "SubscriptionGenerationMode"),
    ({"CancelTaxInvoiceInput": record(motive=AB)}, "CancelTaxInvoiceMotive"),
    ({"SendPaymentNewsInput": record(way=AB), "SendPaymentInput": record(ways=array(AB))}, "SendPaymentWay"),
    ({"FirstInput": record(way=AB), "OtherInput": record(way=AB)}, "FirstWay"),
    ({"GetKindsResponse": array(AB)}, "GetKindsResponseItem"),
    # A component has that name already.
    ({"Payment": record(paymentMethod=AB), "PaymentMethod": STRING}, "PaymentPaymentMethod"),
    ({"CreateThingInput": record(input=AB)}, "CreateThing"),
]


@pytest.mark.parametrize(("schemas", "name"), NAMES)
def test_names(schemas: dict[str, Any], name: str) -> None:
    after = apply(name_enums, with_schemas(**schemas))

    assert after.keys() - schemas.keys() == {name}
    assert {*after[name]["enum"]} == {"A", "B"}
    assert after[name].keys() == {"type", "enum"}


def test_different_values_do_not_share_a_name() -> None:
    more = values("A", "B", "C")
    given = with_schemas(
        Invoice=record(collectionMethod=more),
        CreateInvoiceInput=record(collectionMethod=AB),
        Subscription=record(collectionMethod=AB),
    )
    name = "SubscriptionCollectionMethod"

    after = apply(name_enums, given)
    assert after[name] == AB
    assert after["InvoiceCollectionMethod"] == more
    assert after["Invoice"] == record(collectionMethod=opened("InvoiceCollectionMethod"))
    assert after["Subscription"] == record(collectionMethod=opened(name))


def test_text_and_numbers_are_different_values() -> None:
    numbers = {"type": "integer", "enum": [1, 2]}
    after = apply(name_enums, with_schemas(Thing=record(type=values("1", "2"), size=numbers)))

    assert after["Thing"] == record(type=opened("ThingType"), size=opened("ThingSize", kind="integer"))
    assert after["ThingSize"]["enum"] == [1, 2]


def test_values_are_open_in_answers_and_closed_in_requests() -> None:
    given = sent_and_received(
        ref("CreateThingArgs"),
        ref("Thing"),
        Thing=record(type=AB, maybe=maybe(AB), some=array(AB), deep=ref("Part")),
        Part=record(type=AB),
        CreateThingArgs=record(type=AB, maybe=maybe(AB), some=array(AB), deep=ref("PartInput")),
        PartInput=record(type=AB),
    )

    closed = ref("PartType")
    assert apply(name_enums, given) == {
        "PartType": AB,
        "Thing": record(
            type=opened("PartType"),
            maybe=opened("PartType", NULL),
            some=array(opened("PartType")),
            deep=ref("Part"),
        ),
        "Part": record(type=opened("PartType")),
        "CreateThingArgs": record(
            type=closed, maybe=maybe(closed), some=array(closed), deep=ref("PartInput")
        ),
        "PartInput": record(type=closed),
    }


def test_values_that_go_both_ways_are_open() -> None:
    given = sent_and_received(ref("Thing"), array(ref("Thing")), Thing=record(type=AB))

    assert apply(name_enums, given)["Thing"] == record(type=opened("ThingType"))


def test_values_in_an_operation_itself() -> None:
    parameter = {"name": "orderBy", "in": "query", "schema": AB}
    given = with_schemas(operation("things_do", answer=array(AB), body=AB, parameters=[parameter]))

    assert name_enums(given)["paths"] == operation(
        "things_do",
        answer=array(opened("ThingsDoBody")),
        body=ref("ThingsDoBody"),
        parameters=[{**parameter, "schema": ref("ThingsDoBody")}],
    )


def test_descriptions_stay_at_their_place() -> None:
    said = {"description": "How.", "example": "A", "default": "B"}
    given = sent_and_received(
        ref("CreateThingArgs"),
        ref("Thing"),
        Thing=record(type={**said, **AB}, other={**said, **maybe(AB)}),
        CreateThingArgs=record(type={**said, **AB, "title": "Type"}),
    )

    after = apply(name_enums, given)
    assert after["Thing"]["properties"] == {
        "type": {**said, **opened("ThingType")},
        "other": {**said, **opened("ThingType", NULL)},
    }
    assert after["CreateThingArgs"]["properties"]["type"] == {**said, "allOf": [ref("ThingType")]}
    assert after["ThingType"] == AB


def test_a_requests_only_value_is_a_constant() -> None:
    given = sent_and_received(
        ref("GoArgs"),
        ref("Gone"),
        GoArgs=record(to={**values("home"), "description": "Where."}, type=values("A")),
        Gone=record(type=values("A")),
    )

    assert apply(name_enums, given) == {
        "GoArgs": record(to={"type": "string", "const": "home", "description": "Where."}, type=ref("GoType")),
        "Gone": record(type=opened("GoType")),
        "GoType": values("A"),
    }


def test_values_that_have_a_name_keep_it() -> None:
    given = sent_and_received(
        ref("CreateThingArgs"),
        ref("Thing"),
        Kind={**AB, "description": "Which."},
        Thing=record(type=ref("Kind"), kind=maybe(ref("Kind")), other=values("B", "A")),
        CreateThingArgs=record(type=ref("Kind"), other=AB),
    )

    assert apply(name_enums, given) == {
        "Kind": {**AB, "description": "Which."},
        "Thing": record(type=opened("Kind"), kind=opened("Kind", NULL), other=opened("Kind")),
        "CreateThingArgs": record(type=ref("Kind"), other=ref("Kind")),
    }


def test_digits_are_called_after_themselves() -> None:
    after = apply(name_enums, with_schemas(Thing=record(motive=values("01", "02"))))

    assert after["ThingMotive"] == {**values("01", "02"), "x-enum-varnames": ["VALUE_01", "VALUE_02"]}


@pytest.mark.parametrize(
    "schema", [STRING, array(STRING), {"enum": ["A", 1]}, {"type": "object", "enum": [{}]}]
)
def test_other_schemas_stay(schema: dict[str, Any]) -> None:
    given = with_schemas(Thing=record(part=schema))

    assert name_enums(given) == given
