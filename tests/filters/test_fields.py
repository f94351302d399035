"""What fields accept: values that mean one thing, spelled in one way; and what they refuse, with a remedy."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.relativedelta import relativedelta

import quentli_query
from quentli_query import Filter, FilterTypeError, FilterValueError

InvoiceQ: Any = quentli_query.InvoiceQ
Q: Any = quentli_query.Q
"""Without their types: much of what follows is what a type checker refuses."""

MEXICO = ZoneInfo("America/Mexico_City")
NOON = datetime(2025, 1, 10, 12, tzinfo=UTC)


def where(filter_: Filter[Any]) -> Any:
    return filter_.to_where()


@pytest.mark.parametrize(
    "same",
    [
        NOON,
        datetime(2025, 1, 10, 6, tzinfo=MEXICO),
        datetime(2025, 1, 10, 14, 30, tzinfo=timezone(timedelta(hours=2, minutes=30))),
        "2025-01-10T12:00:00.000Z",
        "2025-01-10T12:00:00Z",
        "2025-01-10T06:00:00-06:00",
        "20250110T120000Z",
    ],
)
def test_instants_are_written_in_utc_with_milliseconds(same: Any) -> None:
    assert where(Q.created_at >= same) == {"createdAt": {"gte": "2025-01-10T12:00:00.000Z"}}


@pytest.mark.parametrize(
    ("filter_", "bound"),
    [
        (Q.created_at.gte, "2025-01-10T12:00:00.002Z"),
        (Q.created_at.gt, "2025-01-10T12:00:00.001Z"),
        (Q.created_at.lt, "2025-01-10T12:00:00.002Z"),
        (Q.created_at.lte, "2025-01-10T12:00:00.001Z"),
    ],
)
def test_a_bound_is_rounded_in_the_direction_that_keeps_its_meaning(filter_: Any, bound: str) -> None:
    assert next(iter(where(filter_(NOON + timedelta(microseconds=1001)))["createdAt"].values())) == bound
    whole = NOON + timedelta(microseconds=1000)
    assert next(iter(where(filter_(whole))["createdAt"].values())) == "2025-01-10T12:00:00.001Z"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Q.created_at >= datetime(2025, 1, 10), r"Q.created_at.gte\(\): datetime.datetime\(2025.*without a zone"),  # noqa: DTZ001
        (lambda: Q.created_at >= "2025-01-10T12:00:00", "without a zone"),
        (lambda: Q.created_at >= "2025-01-10", "without a zone"),
        (lambda: Q.created_at < date(2025, 1, 10), r"Q.created_at.lt\(\).*a date is a day, not an instant; write .on"),
        (lambda: Q.created_at < "yesterday", "'yesterday' cannot be used: it is not an ISO 8601 instant"),
        (lambda: Q.created_at < 1736510400, "1736510400 cannot be used: an aware datetime or ISO 8601"),
        (lambda: Q.created_at.gt(None), "no spelling for null is known"),
        (lambda: Q.created_at == NOON + timedelta(microseconds=1), r"equals\(\).*whole milliseconds only.*between"),
        (lambda: Q.created_at != NOON + timedelta(microseconds=1), r"not_equals\(\).*whole milliseconds only"),
        (lambda: Q.created_at.in_([NOON, None]), r"equals\(\): None.*null"),
        (lambda: Q.created_at < datetime.max.replace(tzinfo=MEXICO), "outside the years 1 to 9999"),
        (lambda: Q.created_at < datetime.max.replace(tzinfo=UTC), "no whole millisecond follows it"),
        (lambda: Q.name.equals(None), r"Q.name.equals\(\): None cannot be used: no spelling for null"),
        (lambda: Q.name.contains(3), r"Q.name.contains\(\): 3 cannot be used: text is expected"),
        (lambda: Q.name == True, "True cannot be used: text is expected"),  # noqa: E712
        (lambda: Q.name.contains(b"john"), "text is expected"),
        (lambda: Q.name.contains("a\ud800"), "lone surrogate"),
        (lambda: Q.name.contains(float("nan")), "nan cannot be used: text is expected"),
        (lambda: Q.id.in_("abc"), r"Q.id.in_\(\): 'abc' cannot be used: a list of values is expected"),
        (lambda: Q.id.in_(None), r"Q.id.in_\(\): None cannot be used: a list of values is expected here"),
        (lambda: Q.archived_at == None, "leave the condition out, and filter the records in Python: if record.archived_at is None"),  # noqa: E711
        (lambda: quentli_query.PaymentQ.type.equals(None), "if record.type_ is None"),  # type: ignore[arg-type]
        (lambda: Q.id.in_(["a", None]), "if record.id is None"),
        (lambda: Q.id.not_in(3), r"Q.id.not_in\(\): 3 .*a list of values"),
        (lambda: Q.id.in_(["a", 3]), "3 cannot be used: text"),
        (lambda: Q.email_verified.equals("true"), r"Q.email_verified.equals\(\): 'true'.*True or False is expected"),
        (lambda: Q.email_verified == 1, "True or False is expected"),
        (lambda: Q.email_verified != None, "null"),  # noqa: E711
        (lambda: Q.no_payments("yes"), r"Q.no_payments\(\): 'yes'.*True or False"),
        (lambda: Q.name.contains({"x": "y" * 500}), r"\.\.\. \(509 characters\)"),
    ],
)  # fmt: skip
def test_other_values_are_refused_with_field_value_and_remedy(make: Any, message: str) -> None:
    with pytest.raises(FilterValueError, match=message):
        make()


def test_any_text_is_accepted() -> None:
    for text in ("", " ", "José 🎉", "\x00", "\u202e", "a&b=[c]", "__proto__", "x" * 10_000):
        assert where(Q.name == text) == {"name": {"equals": text}}


def test_values_may_come_from_any_iterable() -> None:
    assert Q.id.in_(iter(["a", "b"])) == Q.id.in_(("a", "b")) == Q.id.in_({"a": 1, "b": 2})


@pytest.mark.parametrize(
    ("day", "tz", "start", "end"),
    [
        (date(2025, 1, 10), "America/Mexico_City", "2025-01-10T06", "2025-01-11T06"),
        ("2025-01-10", "America/Mexico_City", "2025-01-10T06", "2025-01-11T06"),
        (date(2025, 1, 10), MEXICO, "2025-01-10T06", "2025-01-11T06"),
        (date(2025, 1, 10), "UTC", "2025-01-10T00", "2025-01-11T00"),
        # The last changes of the clock in Mexico: a short and a long day.
        (date(2022, 4, 3), "America/Mexico_City", "2022-04-03T06", "2022-04-04T05"),
        (date(2022, 10, 30), "America/Mexico_City", "2022-10-30T05", "2022-10-31T06"),
        # Tijuana still follows its neighbour.
        (date(2025, 3, 9), "America/Tijuana", "2025-03-09T08", "2025-03-10T07"),
        (date(2025, 11, 2), "America/Tijuana", "2025-11-02T07", "2025-11-03T08"),
        # Midnight does not exist: the day begins at one o'clock.
        (date(2018, 11, 4), "America/Sao_Paulo", "2018-11-04T03", "2018-11-05T02"),
        # Midnight comes twice: the day begins at the first.
        (date(2025, 11, 2), "America/Havana", "2025-11-02T04", "2025-11-03T05"),
        # Samoa skipped a whole day: nothing lies in it.
        (date(2011, 12, 30), "Pacific/Apia", "2011-12-30T10", "2011-12-30T10"),
    ],
)
def test_a_day_runs_from_its_beginning_to_that_of_the_next(day: Any, tz: Any, start: str, end: str) -> None:
    assert where(Q.created_at.on(day, tz=tz)) == {
        "createdAt": {"gte": f"{start}:00:00.000Z", "lt": f"{end}:00:00.000Z"}
    }


@pytest.mark.parametrize(
    ("filter_", "conditions"),
    [
        (Q.created_at.between("2025-01-01T00:00Z", "2025-02-01T00:00Z"), {"gte": "2025-01-01T00", "lt": "2025-02-01T00"}),
        (
            Q.created_at.between(date(2025, 1, 1), date(2025, 2, 1), tz="America/Mexico_City"),
            {"gte": "2025-01-01T06", "lt": "2025-02-01T06"},
        ),
        (Q.created_at.between("2025-01-01", NOON, tz="UTC"), {"gte": "2025-01-01T00", "lt": "2025-01-10T12"}),
        (Q.created_at.since(NOON), {"gte": "2025-01-10T12"}),
        (Q.created_at.since("2025-01-10", tz=MEXICO), {"gte": "2025-01-10T06"}),
        (Q.created_at.since(datetime(2025, 1, 10), tz=MEXICO), {"gte": "2025-01-10T06"}),  # noqa: DTZ001
        (Q.created_at.since(timedelta(hours=36), now=NOON), {"gte": "2025-01-09T00"}),
        (Q.created_at.since(relativedelta(months=3), now=NOON), {"gte": "2024-10-10T12"}),
        # The end of February, by the calendar of the zone: there it is still the 31st.
        (
            Q.created_at.since(relativedelta(months=1), tz="America/Mexico_City", now=datetime(2025, 4, 1, 5, tzinfo=UTC)),
            {"gte": "2025-03-01T05"},
        ),
        (Q.created_at.before(NOON), {"lt": "2025-01-10T12"}),
        (Q.created_at.before(date(2025, 1, 10), tz="America/Mexico_City"), {"lt": "2025-01-10T06"}),
        (Q.created_at.after(NOON), {"gt": "2025-01-10T12"}),
        (Q.created_at.after(date(2025, 1, 10), tz="America/Mexico_City"), {"gte": "2025-01-11T06"}),
    ],
)  # fmt: skip
def test_the_calendar(filter_: Filter[Any], conditions: dict[str, str]) -> None:
    assert where(filter_) == {"createdAt": {key: f"{hour}:00:00.000Z" for key, hour in conditions.items()}}


def test_a_span_counts_back_from_now() -> None:
    before = datetime.now(UTC)
    bound = where(Q.created_at.since(timedelta(days=1)))["createdAt"]["gte"]
    after = datetime.now(UTC)
    slack = timedelta(milliseconds=1)
    assert before <= datetime.fromisoformat(bound) + timedelta(days=1) <= after + slack


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Q.created_at.on(date(2025, 1, 10), tz=None), r"on\(\).*add tz='America/Mexico_City'"),
        (lambda: Q.created_at.on(NOON, tz="UTC"), "a date is expected here"),
        (lambda: Q.created_at.on("tomorrow", tz="UTC"), "a date is expected here"),
        (lambda: Q.created_at.on("2025-13-45", tz="UTC"), "a date is expected here"),
        (lambda: Q.created_at.on(date(2025, 1, 10), tz="Mexico City"), "'Mexico City' .* not the name of a time zone"),
        (lambda: Q.created_at.on(date(2025, 1, 10), tz="../../etc/passwd"), "not the name of a time zone"),
        (lambda: Q.created_at.on(date(2025, 1, 10), tz=3), "3 .* not the name of a time zone"),
        (lambda: Q.created_at.on(date.max, tz="UTC"), "no day follows it"),
        (lambda: Q.created_at.on(date.min, tz="Asia/Tokyo"), "outside the years 1 to 9999"),
        (lambda: Q.created_at.since(date(2025, 1, 10)), r"since\(\).*where a day begins depends on the zone"),
        (lambda: Q.created_at.since(datetime(2025, 1, 10)), "without a zone"),  # noqa: DTZ001
        (lambda: Q.created_at.since(relativedelta(years=3000)), "outside the years 1 to 9999"),
        (lambda: Q.created_at.since(timedelta(days=10), now=datetime(2025, 1, 1)), "without a zone"),  # noqa: DTZ001
        (lambda: Q.created_at.between(NOON, "2025-01-01T00Z"), "the end lies before the start"),
        (lambda: Q.created_at.before(None), "null"),
        (lambda: Q.created_at.after(3), "an aware datetime or ISO 8601"),
    ],
)  # fmt: skip
def test_the_calendar_refuses_what_is_ambiguous(make: Any, message: str) -> None:
    with pytest.raises(FilterValueError, match=message):
        make()


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        (Q.name, r"Q.name is a field and has no truth value; make a filter .* Q.name.equals\(...\)"),
        (Q.created_at, "has no truth value"),
        (Q.email_verified, r"write Q.email_verified.is_true\(\)"),
        (Q.no_payments, r"call it: Q.no_payments\(\)"),
    ],
)
def test_a_field_has_no_truth_value(field: Any, hint: str) -> None:
    with pytest.raises(FilterTypeError, match=hint):
        bool(field)


def test_only_legal_operators_are_there() -> None:
    for expression in (
        "Q.name.gte",
        "Q.created_at.contains",
        "Q.email_verified.gt",
        "Q.no_payments.equals",
        "Q.no_payments.asc",
    ):
        with pytest.raises(AttributeError):
            eval(expression)
    with pytest.raises(TypeError):
        Q.name >= 3


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ~InvoiceQ.is_paid, "~: InvoiceQ.is_paid is a field and not a filter; write InvoiceQ.is_paid.is_true() or InvoiceQ.is_paid()"),
        (lambda: InvoiceQ.is_paid & InvoiceQ.is_paid(), "&: InvoiceQ.is_paid is a field and not a filter; write InvoiceQ.is_paid.is_true()"),
        (lambda: InvoiceQ.is_paid | InvoiceQ.is_paid(), "|: InvoiceQ.is_paid is a field and not a filter; "),
        (lambda: Q.no_payments | Q.name.equals("a"), "|: Q.no_payments is a field and not a filter; call it: Q.no_payments()"),
        (lambda: ~Q.name, "~: Q.name is a field and not a filter; make a filter of it"),
        (lambda: True & Q.name, "&: Q.name is a field and not a filter; make a filter of it"),
    ],
)  # fmt: skip
def test_a_field_does_not_combine_and_says_what_does(make: Any, message: str) -> None:
    with pytest.raises(FilterTypeError) as caught:
        make()
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("PaymentQ.type.contains", "PaymentQ.type has no operator 'contains'; it has asc, desc, equals, in_, not_equals, not_in, values"),
        ("Q.name.contians", "Q.name has no operator 'contians'; did you mean Q.name.contains?"),
        ("Q.no_payments.asc", "Q.no_payments has no operator 'asc'; call it: Q.no_payments()"),
        ("Q.archived_at.is_null", "Q.archived_at has no operator 'is_null': no spelling for null is known, and filter the records in Python: if record.archived_at is None"),
        ("PaymentQ.customer.archived_at.is_null", "PaymentQ.customer.archived_at has no operator 'is_null': no spelling for null is known"),
    ],
)  # fmt: skip
def test_an_operator_that_a_field_lacks_is_said_with_those_it_has(expression: str, message: str) -> None:
    with pytest.raises(AttributeError) as caught:
        eval(expression, {"Q": Q, "PaymentQ": quentli_query.PaymentQ})
    assert str(caught.value) == message


def test_fields_are_copied() -> None:
    assert repr(copy.deepcopy(Q.name)) == "Q.name"
    assert str(copy.copy(Q.name).equals("a")) == "name[equals]=a"


def test_fields_have_a_repr_and_can_be_keys() -> None:
    assert repr(Q.phone_number) == "Q.phone_number"
    assert {Q.name: 1}[Q.name] == 1
