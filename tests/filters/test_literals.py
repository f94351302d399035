"""Values: how fields write those that they accept, and why they refuse the others."""

# Days and wall times have no zone.
# ruff: noqa: DTZ001

from __future__ import annotations

import enum
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import reduce
from numbers import Integral
from typing import Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import dateutil.tz
import pytest
import pytz
from dateutil.relativedelta import relativedelta
from hypothesis import example, given, strategies as st
from quentli_client.models import PaymentStatus, PaymentType
from support.vocabularies import NAMES, VOCABULARIES

import quentli_query
from quentli_query import Filter, FilterValueError, SubscriptionQ, parse_filter
from quentli_query.filters.literals import shorten

Q: Any = quentli_query.Q
PaymentQ: Any = quentli_query.PaymentQ
TaxInvoiceQ: Any = quentli_query.TaxInvoiceQ
"""Without their types: a type checker refuses many of the values below."""

created, amount, rate = Q.created_at, PaymentQ.amount, TaxInvoiceQ.exchange_rate

MEXICO = ZoneInfo("America/Mexico_City")
NOON = datetime(2025, 1, 10, 12, tzinfo=UTC)
SPRING, APRIL = datetime(2025, 3, 30, 1, tzinfo=UTC), datetime(2025, 4, 1, 5, tzinfo=UTC)
AT_NOON = "2025-01-10T12:00:00.000Z"
DAY = date(2025, 1, 10)
NAIVE = datetime(2025, 1, 10)


class Text(str):
    """Text of a user's own class."""

    __slots__ = ()


class Pesos(enum.IntEnum):
    THOUSAND = 100000


class Share(float):
    """A float whose repr is no number, as those of numpy."""

    def __repr__(self) -> str:
        return "Share()"


@Integral.register
class Count:
    """A whole number that is no int, as those of numpy."""

    def __int__(self) -> int:
        return 7


class NotATime(datetime):
    """A datetime that equals nothing, as pandas' NaT."""

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True

    __hash__ = datetime.__hash__


class Timestamp(datetime):
    """A datetime with a nanosecond, which only its text shows, as those of pandas."""

    def isoformat(self, *_: Any) -> str:
        return f"{self:%Y-%m-%dT%H:%M:%S}.000000001+00:00"


class Color(enum.Enum):
    CARD = "CARD"


BOUNDS = (created.gte, created.gt, created.lt, created.lte)
ACCEPTED = [
    (created.gte, NOON, AT_NOON),
    (created.gte, datetime(2025, 1, 10, 6, tzinfo=MEXICO), AT_NOON),
    (created.gte, "2025-01-10T12:00:00Z", AT_NOON),
    (created.gte, "2025-01-10T06:00:00-06:00", AT_NOON),
    (created.gte, "20250110T120000Z", AT_NOON),
    (created.gte, "2025-01-10T24:00:00.000Z", "2025-01-11T00:00:00.000Z"),
    # A bound is rounded to the millisecond in the direction that keeps its meaning.
    *(
        (each, NOON + timedelta(microseconds=1001), "2025-01-10T12:00:00.002Z")
        for each in (created.gte, created.lt)
    ),
    *(
        (each, NOON + timedelta(microseconds=1001), "2025-01-10T12:00:00.001Z")
        for each in (created.gt, created.lte)
    ),
    *((each, NOON + timedelta(milliseconds=1), "2025-01-10T12:00:00.001Z") for each in BOUNDS),
    # Digits behind the microseconds count as well.
    (created.gte, "2025-01-10T12:00:00.0010001Z", "2025-01-10T12:00:00.002Z"),
    (created.gt, "2025-01-10T12:00:00.0010001Z", "2025-01-10T12:00:00.001Z"),
    (created.lt, "2025-01-10T12:00:00.00100000Z", "2025-01-10T12:00:00.001Z"),
    (created.gt, "2025-01-10T12:00:00.00199999999Z", "2025-01-10T12:00:00.001Z"),
    (created.lt, "20250110T120000,0010001Z", "2025-01-10T12:00:00.002Z"),
    (created.gte, Timestamp(2025, 1, 10, 12, tzinfo=UTC), "2025-01-10T12:00:00.001Z"),
    *((Q.name.equals, text, text) for text in ("", " ", "José 🎉", "\x00", "\u202e", "a&b=[c]", "__proto__")),
    (Q.name.equals, "x" * 10_000, "x" * 10_000),
    (rate.gte, -1, "-1"),
    (rate.gte, 0, "0"),
    (rate.gte, Share(0.1), "0.1"),
    (rate.gte, Count(), "7"),
    (rate.gte, 1.0, "1"),
    (rate.gte, 1e-7, "0.0000001"),
    (rate.gte, Decimal("1500.50"), "1500.50"),
    (rate.gte, Decimal("1E+3"), "1000"),
    (rate.gte, Decimal("-0.0"), "0"),
    # A decimal that no float equals keeps all its digits.
    (rate.gte, Decimal("0.12345678901234567890123"), "0.12345678901234567890123"),
    (amount.gte, -(10**30), f"-1{'0' * 30}"),
    (amount.gte, Pesos.THOUSAND, "100000"),
    (PaymentQ.type.equals, PaymentType.CARD, "CARD"),
    (PaymentQ.type.equals, Text("CARD"), "CARD"),
    # A member of another enum counts by its text.
    (SubscriptionQ.status.equals, PaymentStatus.CANCELED, "CANCELED"),
]


@pytest.mark.parametrize(("method", "value", "written"), ACCEPTED)
def test_a_value_is_written_in_one_way_and_read_back(method: Any, value: Any, written: str) -> None:
    filter_ = method(value)
    assert unquote(str(filter_)).partition("=")[2] == written
    assert parse_filter(str(filter_), VOCABULARIES[filter_.resource]) == filter_
    assert eval(repr(filter_), NAMES) == filter_


def test_equal_numbers_give_equal_filters() -> None:
    assert (rate == 1) == (rate == 1.0) == (rate == Decimal("1.00"))


def test_lists_of_values_are_any_iterable() -> None:
    assert Q.id.in_(iter(["a", "b"])) == Q.id.in_(("a", "b")) == Q.id.in_({"a": 1, "b": 2})


TEXT = "text is expected here"
DIGITS = "a number has at most 1000 digits"
LIST = "a list of values is expected here"
TRUTH = "True or False is expected here"
INSTANT = "an aware datetime or ISO 8601 text is expected here"
NO_INSTANT = "it is not an ISO 8601 instant, such as '2025-01-10T12:00:00Z'"
NO_ZONE = (
    "without a zone it is not an instant; give it a zone, as in "
    "datetime(2025, 1, 10, tzinfo=ZoneInfo('America/Mexico_City')) or '2025-01-10T00:00:00-06:00'"
)
NO_INSTANT_BUT_A_DAY = (
    "a date is a day, not an instant; write .on(day, tz='America/Mexico_City'), "
    "or .since(...), .before(...), .between(...) with tz="
)
MILLISECONDS = "the API knows whole milliseconds only, so no record is equal to it; use between()"
TYPES = f"the values are {', '.join(PaymentQ.type.values)}"
DID_YOU_MEAN_CARD = f"did you mean 'CARD'? T{TYPES[1:]}"
WHOLE = "an int is expected here; amounts are whole numbers in minor units: for 1,000.50 write 100050"


def null(attribute: str) -> str:
    remedy = f"leave the condition out, and filter the records in Python: if record.{attribute} is None"
    return f"no spelling for null is known, so a filter cannot ask for it; {remedy}"


REFUSED = [
    (created.gte, NAIVE, NO_ZONE),
    (created.gte, "2025-01-10", NO_ZONE),
    (created.lt, DAY, NO_INSTANT_BUT_A_DAY),
    (created.lt, "yesterday", NO_INSTANT),
    *((each, 1736510400, INSTANT) for each in (created.lt, created.after)),
    (created.gt, None, null("created_at")),
    *(
        (each, NOON + timedelta(microseconds=1), MILLISECONDS)
        for each in (created.equals, created.not_equals)
    ),
    (created.since, DAY, "where a day begins depends on the zone; add tz='America/Mexico_City'"),
    (created.since, relativedelta(years=3000), "the instant lies outside the years 1 to 9999"),
    (Q.name.equals, None, null("name")),
    (Q.name.equals, True, TEXT),
    (Q.name.contains, b"john", TEXT),
    (Q.name.contains, "a\ud800", "it has a lone surrogate, which UTF-8 cannot carry"),
    *((Q.id.in_, each, LIST) for each in ("abc", None, str)),
    (Q.id.not_in, 3, LIST),
    (Q.email_verified.equals, "true", TRUTH),
    (Q.email_verified.equals, 1, TRUTH),
    (Q.email_verified.not_equals, None, null("email_verified")),
    *((rate.lt, each, "it is not finite") for each in (float("nan"), float("inf"), Decimal("sNaN"))),
    (rate.lt, 10**1000, DIGITS),
    pytest.param(rate.lt, -(10**5000), DIGITS, id="number of 5,000 digits"),
    *((rate.lt, Decimal(each), DIGITS) for each in ("1e1000", "1e999999", "1e-1000")),
    (created.gte, NotATime(2025, 1, 1, tzinfo=UTC), "an aware datetime or ISO 8601 text is expected here"),
    (rate.lt, True, "a number is expected here"),
    *((amount.gt, each, WHOLE) for each in (1000.5, 1000.0, Decimal("1000.50"), Decimal(1000), True, "1000")),
    (PaymentQ.type.equals, "CRAD", DID_YOU_MEAN_CARD),
    *((PaymentQ.type.equals, each, TYPES) for each in ("", 3, ["CARD"], Color.CARD, PaymentStatus.COMPLETE)),
    (PaymentQ.type.equals, None, null("type_")),
]


@pytest.mark.parametrize(("method", "value", "why"), REFUSED)
def test_another_value_is_refused_with_place_value_and_remedy(method: Any, value: Any, why: str) -> None:
    with pytest.raises(FilterValueError) as caught:
        method(value)
    place = f"{method.__self__!r}.{method.__name__}()"
    assert str(caught.value) == f"{place}: {shorten(value)} cannot be used: {why}."


NESTED: list[Any] = reduce(lambda inner, _: [inner], range(10**5), [])


@pytest.mark.parametrize(
    "value", [10**5000, "x" * 10**6, [1] * 10**6, NESTED], ids=["number", "text", "list", "nested list"]
)
def test_messages_cut_the_values_that_they_quote(value: Any) -> None:
    assert len(shorten(value)) < 100


ON_DAYS: list[tuple[Any, Any, str, str]] = [
    (DAY, "America/Mexico_City", "2025-01-10T06", "2025-01-11T06"),
    ("2025-01-10", MEXICO, "2025-01-10T06", "2025-01-11T06"),
    # The last changes of the clock in Mexico: a short and a long day.
    (date(2022, 4, 3), "America/Mexico_City", "2022-04-03T06", "2022-04-04T05"),
    (date(2022, 10, 30), "America/Mexico_City", "2022-10-30T05", "2022-10-31T06"),
    # Midnight does not exist: the day begins at one o'clock.
    (date(2018, 11, 4), "America/Sao_Paulo", "2018-11-04T03", "2018-11-05T02"),
    # Midnight comes twice: the day begins at the first.
    (date(2025, 11, 2), "America/Havana", "2025-11-02T04", "2025-11-03T05"),
    # Samoa skipped a whole day: nothing lies in it.
    (date(2011, 12, 30), "Pacific/Apia", "2011-12-30T10", "2011-12-30T10"),
]

SPANS: list[tuple[Filter[Any], dict[str, str]]] = [
    *((created.on(day, tz=tz), {"gte": start, "lt": end}) for day, tz, start, end in ON_DAYS),
    (created.between("2025-01-01T00Z", NOON), {"gte": "2025-01-01T00", "lt": "2025-01-10T12"}),
    (created.between(date(2025, 1, 1), DAY, tz=MEXICO), {"gte": "2025-01-01T06", "lt": "2025-01-10T06"}),
    (created.since(NOON), {"gte": "2025-01-10T12"}),
    (created.since(NAIVE, tz=MEXICO), {"gte": "2025-01-10T06"}),
    (created.since(timedelta(hours=36), now=NOON), {"gte": "2025-01-09T00"}),
    (created.since(relativedelta(months=3), now=NOON), {"gte": "2024-10-10T12"}),
    # The end of February, by the calendar of the zone, where it is still March 31.
    (created.since(relativedelta(months=1), tz=MEXICO, now=APRIL), {"gte": "2025-03-01T05"}),
    # Clocks in Madrid skip the hour from 01:00 UTC. A timedelta elapses; of a relativedelta, days go by the calendar.
    (created.since(relativedelta(hours=1), tz="Europe/Madrid", now=SPRING), {"gte": "2025-03-30T00"}),
    (created.since(timedelta(days=1), tz="Europe/Madrid", now=SPRING), {"gte": "2025-03-29T01"}),
    (created.since(relativedelta(weeks=1), tz="Europe/Madrid", now=SPRING), {"gte": "2025-03-23T02"}),
    (created.since(relativedelta(days=1, hours=3), tz="Europe/Madrid", now=SPRING), {"gte": "2025-03-28T23"}),
    (created.before(NOON), {"lt": "2025-01-10T12"}),
    (created.before(DAY, tz=MEXICO), {"lt": "2025-01-10T06"}),
    (created.before("2025-01-10T00:00Z", tz=MEXICO), {"lt": "2025-01-10T00"}),
    (created.after("2025-01-10T12:00:00.0000001", tz=UTC), {"gt": "2025-01-10T12"}),
    (created.after(NOON), {"gt": "2025-01-10T12"}),
    (created.after(DAY, tz="America/Mexico_City"), {"gte": "2025-01-11T06"}),
    *(
        (created.after(day, tz=MEXICO), {"gte": "2025-01-11T06"})
        for day in ("2025-01-10", "20250110", "2025-W02-5", "2025W025")
    ),
]


@pytest.mark.parametrize(("filter_", "hours"), SPANS)
def test_days_and_spans_follow_the_calendar_of_the_zone(filter_: Filter[Any], hours: dict[str, str]) -> None:
    assert filter_.to_where() == {"createdAt": {key: f"{hour}:00:00.000Z" for key, hour in hours.items()}}


ZONES = ["America/Mexico_City", "America/Sao_Paulo", "Europe/Madrid", "Australia/Lord_Howe", "Asia/Kathmandu"]
WALL_TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2024, 12, 31))


@pytest.mark.parametrize("find_zone", [pytz.timezone, dateutil.tz.gettz], ids=["pytz", "dateutil"])
@given(name=st.sampled_from(ZONES), wall=WALL_TIMES)
@example(name="America/Sao_Paulo", wall=datetime(2018, 11, 4))
@example(name="Europe/Madrid", wall=datetime(2024, 3, 31, 2, 30))
@example(name="Europe/Madrid", wall=datetime(2024, 10, 27, 2, 30))
@example(name="America/Mexico_City", wall=datetime(2016, 11, 30, 7))
def test_zones_of_other_libraries_mean_what_zoneinfo_means(find_zone: Any, name: str, wall: datetime) -> None:
    zone, reference = find_zone(name), ZoneInfo(name)
    assert created.since(wall, tz=zone) == created.since(wall, tz=reference)
    assert created.gte(wall.replace(tzinfo=zone)) == created.gte(wall.replace(tzinfo=reference))
    assert created.on(wall.date(), tz=zone) == created.on(wall.date(), tz=reference)
    span = relativedelta(months=1, hours=5)
    now = wall.replace(tzinfo=UTC)
    assert created.since(span, tz=zone, now=now) == created.since(span, tz=reference, now=now)


def test_a_datetime_that_pytz_localized_keeps_its_offset() -> None:
    madrid = pytz.timezone("Europe/Madrid")
    for is_dst, hour in ((True, "00"), (False, "01")):
        later = created.gte(madrid.localize(datetime(2024, 10, 27, 2, 30), is_dst=is_dst))
        assert later.to_where() == {"createdAt": {"gte": f"2024-10-27T{hour}:30:00.000Z"}}


def test_instants_are_written_and_compared_where_a_test_has_frozen_the_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Meta(type):
        def __instancecheck__(cls, each: object) -> bool:
            return isinstance(each, datetime)

    frozen = Meta("FakeDatetime", (datetime,), {})  # freezegun puts its own class into every module
    for module in ("literals", "evaluator"):
        monkeypatch.setattr(f"quentli_query.filters.{module}.datetime", frozen)
    filter_ = created >= AT_NOON
    assert filter_.to_where() == {"createdAt": {"gte": AT_NOON}}
    assert filter_.matches({"createdAt": AT_NOON}) is True


def test_a_span_counts_back_from_now() -> None:
    before = datetime.now(UTC)
    bound = created.since(timedelta(days=1)).to_where()["createdAt"]["gte"]
    after = datetime.now(UTC)
    slack = timedelta(milliseconds=1)
    assert before <= datetime.fromisoformat(bound) + timedelta(days=1) <= after + slack


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: created.on(DAY, tz=None), "Q.created_at.on(): datetime.date(2025, 1, 10) cannot be used: where a day begins depends on the zone; add tz='America/Mexico_City'"),
        (lambda: created.on(NOON, tz="UTC"), "cannot be used: a date is expected here, or text such as '2025-01-10'"),
        (lambda: created.on("2025-13-45", tz="UTC"), "on(): '2025-13-45' cannot be used: a date is expected here"),
        (lambda: created.on(DAY, tz="../../etc/passwd"), "it is not the name of a time zone, such as 'America/Mexico_City'"),
        (lambda: created.on(date.max, tz="UTC"), "no day follows it"),
        (lambda: created.on(date.min, tz="Asia/Tokyo"), "in UTC it lies outside the years 1 to 9999"),
        (lambda: created < datetime.max.replace(tzinfo=MEXICO), "in UTC it lies outside the years 1 to 9999"),
        (lambda: created < datetime.max.replace(tzinfo=UTC), "no whole millisecond follows it"),
        (lambda: created.since(timedelta(days=10), now=NAIVE), f"since(): {NAIVE!r} cannot be used: {NO_ZONE}"),
        (lambda: created.between(NOON, "2025-01-01T00Z"), "'2025-01-01T00Z' cannot be used: the end lies before the start, datetime.datetime(2025, 1, 10"),
        (lambda: amount.between(2, 1), "PaymentQ.amount.between(): 1 cannot be used: the end is less than the start, 2"),
        (lambda: amount.between(1, 1000.5), f"PaymentQ.amount.between(): 1000.5 cannot be used: {WHOLE}"),
        (lambda: amount.in_([100050, 1000.5]), f"PaymentQ.amount.equals(): 1000.5 cannot be used: {WHOLE}"),
        (lambda: PaymentQ.type.in_(["CARD", "zzz"]), f"PaymentQ.type.equals(): 'zzz' cannot be used: {TYPES}."),
        (lambda: Q.no_payments("yes"), f"Q.no_payments(): 'yes' cannot be used: {TRUTH}"),
        (lambda: Q.name.contains({"x": "y" * 500}), "yyy... (509 characters) cannot be used"),
    ],
)  # fmt: skip
def test_other_arguments_are_refused(build: Any, message: str) -> None:
    with pytest.raises(FilterValueError) as caught:
        build()
    assert message in str(caught.value)
