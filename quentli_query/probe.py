"""Ask the API what it does with each spelling of a filter: `python -m quentli_query.probe`.

The API publishes no schema of its filters. This program takes records that exist, asks for some of them with
each operator on each list, and compares the answers with the records: is a condition honored, ignored or
refused? It sends GET requests only. Its output contains nothing of a record.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from operator import contains, eq
from typing import Any, Final, Literal, TypeAlias, cast
from urllib.parse import parse_qsl

import attrs
from quentli_resources.registry import LISTS, MAX_TAKE

from .client.clients import Quentli
from .client.config import KEY_VARIABLE
from .client.lists.verification import fits_pattern
from .client.registry import load_resource
from .errors import (
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    FilterError,
    QuentliError,
)
from .filters.compiler import QUERY_STYLES, UNLIMITED, QueryStyle, Where, measure, stringify
from .filters.evaluator import fold_text, get_value
from .filters.expressions import Condition, Filter, any_of
from .filters.fields import (
    BaseNumberField,
    BooleanField,
    Field,
    FlagField,
    InstantField,
    TextField,
    get_spec,
)
from .filters.operators import CONTAINS, ENDS_WITH, EQUALS, NOT_EQUALS, OPPOSITE, STARTS_WITH, Operator
from .filters.vocabulary import inspect

Record: TypeAlias = "dict[str, Any]"
Outcome: TypeAlias = Literal["honored", "ignored", "refused", "unknown"]
Verdict: TypeAlias = tuple[Outcome, str]
Ask: TypeAlias = Callable[[], Verdict]

DEFAULT_CAP: Final = 200

# Statuses of the key, the load or the time, which say nothing about a spelling.
_UNRELATED: Final = {401, 403, 404, 408, 429}

_UNASKED: Final[Verdict] = ("unknown", "the first page has no records that would tell it apart")

# Most values of a field that are tried as operands.
_MAX_OPERANDS: Final = 8

# Percentage of the sample that has to be left out for a full page to prove something.
_LEAST_LEFT_OUT: Final = 5

_EXACT: Final[Mapping[Operator, Callable[[Any, Any], bool]]] = {
    EQUALS: eq,
    CONTAINS: contains,
    STARTS_WITH: str.startswith,
    ENDS_WITH: str.endswith,
}

# Pieces of a text to look for. The beginning of an id has a `_` in it, but as all ids have.
_PIECES: Final = {
    CONTAINS.key: (r"[A-Za-z0-9]{1,2}", r"[A-Za-z0-9]{2}(?=[A-Za-z0-9]$)"),
    STARTS_WITH.key: (r"^[A-Za-z0-9]{1,3}", r"^[a-z]+_[A-Za-z0-9]{1,2}"),
    ENDS_WITH.key: (r"[A-Za-z0-9]{1,3}$",),
}

_COLLATIONS: Final[Mapping[str, Callable[[str], str]]] = {
    "by code points": str,
    "without case": str.casefold,
    "without case and accents": fold_text,
    "by letters and digits alone": lambda text: re.sub(r"\W", "", fold_text(text)),
}


@attrs.frozen
class Result:
    """One row of the report.

    Attributes:
        list: name of the list, `payment_concepts`.
        field: the field on the wire, `createdAt`; empty if the question is about none.
        operator: the operator on the wire, or the question in words.
        style: the form of the query; empty if it makes no difference.
        outcome: the finding.
        reason: the evidence for the finding.
    """

    list: str
    field: str
    operator: str
    style: str
    outcome: Outcome
    reason: str


class NoAnswerError(Exception):
    """A question has no answer with records.

    Attributes:
        verdict: the outcome, and the reason.
    """

    def __init__(self, outcome: Outcome, reason: str) -> None:
        super().__init__(reason)
        self.verdict: Verdict = (outcome, reason)


@attrs.define
class Asker:
    """Sends questions, at most `cap` of them.

    Attributes:
        http: the client to send through. It must not retry.
        cap: most requests to send.
        requests: number of requests sent.
        secrets: values of records, which no output may contain.
    """

    http: Any
    cap: int
    requests: int = 0
    secrets: set[str] = attrs.field(factory=set[str])

    def ask(self, name: str, **parameters: str | int) -> list[Record]:
        """Request a page of a list.

        Raises:
            NoAnswerError: if no records come.
            AuthenticationError: if the key is not valid.
        """
        if self.requests >= self.cap:
            raise NoAnswerError("unknown", f"not asked: the cap of {self.cap} requests is reached")
        self.requests += 1
        try:
            found = self.http.get(LISTS[name]["path"], params={"take": MAX_TAKE, **parameters}).json()
        except AuthenticationError:
            raise
        except APIStatusError as error:
            refused = 400 <= error.status < 500 and error.status not in _UNRELATED
            words = redact(_quote(error), {*self.secrets, *_list_sent(parameters)})
            outcome: Outcome = "refused" if refused else "unknown"
            raise NoAnswerError(outcome, f"status {error.status}{words}") from None
        except (QuentliError, ValueError) as error:
            raise NoAnswerError("unknown", f"no answer that can be read ({type(error).__name__})") from None
        if not isinstance(found, list) or not all(map(_is_record, cast("list[object]", found))):
            raise NoAnswerError("unknown", "the answer is no list of records with ids")
        return cast("list[Record]", found)


def _is_record(item: object) -> bool:
    return isinstance(item, dict) and isinstance(cast("Record", item).get("id"), str)


def _quote(error: APIStatusError) -> str:
    issues = error.issues if isinstance(error, BadRequestError) else ()
    words = [error.vendor_message, *(issue.get("message") for issue in issues)]
    return "".join(f": {each}" for each in words if isinstance(each, str))


def _list_sent(parameters: Mapping[str, str | int]) -> set[str]:
    texts = [str(value) for value in parameters.values()]
    return {*texts, *(value for text in texts for _, value in parse_qsl(text))}


def _list_leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        members = cast("Any", value)
        for each in members.values() if isinstance(value, dict) else members:
            yield from _list_leaves(each)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def redact(words: str, secrets: set[str]) -> str:
    """Return the words of an answer without values of records and without instants, cut to 200 characters."""
    words = re.sub(r"\d{4}-\d\d-\d\d[T ]?[\d:.]*Z?", "[...]", words)
    for value in sorted(secrets, key=len, reverse=True):
        if value and value in words:
            words = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", "[...]", words)
    return words if len(words) <= 200 else f"{words[:197]}..."


@attrs.frozen
class Subject:
    """A list with records that exist.

    Attributes:
        name: name of the list.
        sample: the records of its first page.
        style: the form of the query that the list reads, as far as is known.
    """

    name: str
    sample: Sequence[Record]
    style: QueryStyle = "string"

    @property
    def fields(self) -> Mapping[str, Field[Any]]:
        """Fields by their Python names."""
        return inspect(load_resource(self.name).vocabulary).fields

    def list_fields(self, *kinds: type[Field[Any]]) -> list[Any]:
        """Return the fields of these types."""
        return [field for field in self.fields.values() if isinstance(field, kinds)]

    def read(self, field: Field[Any], records: Sequence[Record] | None = None) -> list[Any]:
        """Return the values of a field in records, or in the sample, that are not null."""
        values = (each.get(get_spec(field).key) for each in (self.sample if records is None else records))
        return [value for value in values if isinstance(value, str | int | float)]

    def count(self, filter_: Filter[Any]) -> tuple[int, int]:
        """Return how many records of the sample a filter must find, and how many it must leave out."""
        results = [filter_.matches(record) for record in self.sample]
        certain = sum(
            result is True and _must_find(filter_, each)
            for result, each in zip(results, self.sample, strict=True)
        )
        return certain, results.count(False)


def _must_find(filter_: Filter[Any], record: Record) -> bool:
    """Return whether a record matches, also for a server that heeds case and accents."""
    if not isinstance(filter_, Condition) or type(filter_.value) is not str:
        return filter_.matches(record) is True
    compare = _EXACT.get(filter_.operator)
    if compare is None:
        return filter_.matches(record) is True
    actual = get_value(record, filter_.field.attribute, filter_.field.key)
    return isinstance(actual, str) and compare(actual, filter_.value)


def judge(filter_: Filter[Any], subject: Subject, found: Sequence[Record]) -> Verdict:
    """Return whether an answer honors a filter: it has the records that match, and none that doesn't."""
    wrong = [record for record in found if filter_.matches(record) is False]
    if wrong:
        like = all(fits_pattern(filter_, record) for record in wrong)
        why = "% and _ are read as wildcards" if like else "the filter leaves them out"
        return "ignored", f"{len(wrong)} of {len(found)} records that came should not have come: {why}"
    expected, left_out = subject.count(filter_)
    ids = {record["id"] for record in found}
    missing = sum(each["id"] not in ids and _must_find(filter_, each) for each in subject.sample)
    is_whole = len(found) < len(subject.sample)
    if not any(filter_.matches(record) for record in found) or (missing and is_whole):
        return "unknown", f"{missing} of {expected} records that match did not come"
    passed_over = any(filter_.matches(each) is False for each in _list_passed_over(subject, found))
    is_telling = is_whole or passed_over or left_out * 100 >= len(subject.sample) * _LEAST_LEFT_OUT
    if not left_out or not is_telling:
        return "unknown", f"only {left_out} records of the first page don't match"
    return "honored", f"{len(found)} records that match came, and none of {left_out} that don't"


def _list_passed_over(subject: Subject, found: Sequence[Record]) -> list[Record]:
    """Return the records of the sample that an answer lacks, though it has records that follow them."""
    places = {record["id"]: place for place, record in enumerate(subject.sample)}
    came = [places[record["id"]] for record in found if record["id"] in places]
    if not came or came != sorted(came):
        return []
    return [record for place, record in enumerate(subject.sample[: came[-1]]) if place not in came]


def _build_condition(field: Field[Any], operator: Operator, operand: object) -> Condition[Any] | None:
    if not hasattr(type(field), operator.name):
        return None
    try:
        built = getattr(field, operator.name)(operand)
    except FilterError:
        return None
    built = ~built if operator.negated else built
    condition = cast("Condition[Any]", built)
    return condition if isinstance(built, Condition) and condition.operator is operator else None


def _list_operands(values: Sequence[Any], operator: Operator) -> list[Any]:
    """Return values, or pieces of texts, that an operator may tell apart."""
    if operator.key in _PIECES:
        pieces, texts = _PIECES[operator.key], list(map(str, values))
        values = [found[0] for piece in pieces for text in texts if (found := re.search(piece, text))]
    distinct = sorted(set(values), key=str)
    return distinct[:: max(1, len(distinct) // _MAX_OPERANDS)]


def choose_condition(
    subject: Subject,
    operator: Operator,
    fields: Sequence[Field[Any]],
    asked: Collection[tuple[str, Operator]] = (),
) -> Condition[Any] | None:
    """Return the condition that tells most: it finds many records of the sample and leaves out many.

    Of the conditions that tell enough, one on another type of field than those already asked is preferred.
    """
    best: tuple[int, bool, int] = (0, False, 0)
    chosen: Condition[Any] | None = None
    for field in fields:
        for operand in _list_operands(subject.read(field), operator):
            condition = _build_condition(field, operator, operand)
            if condition is None:
                break
            balance = min(subject.count(condition))
            score = (min(balance, _LEAST_LEFT_OUT), (type(field).__name__, operator) not in asked, balance)
            if balance and score > best:
                best, chosen = score, condition
    return chosen


def label(operator: Operator) -> str:
    """Return the operator on the wire, with the group around it."""
    return f"NOT {operator.key}" if operator.negated else operator.key


def write_path(condition: Condition[Any] | None) -> str:
    """Return the field of a condition on the wire; empty without a condition."""
    return "" if condition is None else ".".join(condition.field.path)


def write_filter(where: Where, style: QueryStyle) -> dict[str, str]:
    """Return the parameters for a where-object, whatever its size."""
    text = stringify(where, UNLIMITED, style)
    return {"filter": text} if style == "string" else dict(parse_qsl(text, keep_blank_values=True))


def write_order(orders: Mapping[str, str], style: QueryStyle) -> dict[str, str]:
    """Return the parameters for an order."""
    if style == "string":
        return {"orderBy": "&".join(f"{key}={direction}" for key, direction in orders.items())}
    return {f"orderBy[{key}]": direction for key, direction in orders.items()}


@attrs.define
class Probe:
    """Asks all questions and collects the results.

    Attributes:
        asker: sends the questions.
        results: rows of the report.
    """

    asker: Asker
    results: list[Result] = attrs.field(factory=list[Result])
    _asked: set[tuple[str, Operator]] = attrs.field(factory=set[tuple[str, Operator]])

    def run(self, names: Sequence[str]) -> None:
        """Ask about each list, and then about the server as a whole, with the list that has most records.

        Raises:
            AuthenticationError: if the key is not valid.
        """
        subjects = [subject for name in names if (subject := self._probe_list(name)) is not None]
        if subjects:
            largest = max(subjects, key=lambda subject: len(subject.sample))
            for probe_more in _GENERAL:
                probe_more(self, largest)

    def add(
        self, subject: Subject, field: str, operator: str, ask: Ask | None, style: str | None = None
    ) -> Outcome:
        """Ask a question and add its result; None for a question that the sample can't answer."""
        try:
            outcome, reason = _UNASKED if ask is None else ask()
        except NoAnswerError as error:
            outcome, reason = error.verdict
        except (KeyError, TypeError, ValueError):
            outcome, reason = "unknown", "the records that came can't be compared"
        style = subject.style if style is None else style
        self.results.append(Result(subject.name, field, operator, style, outcome, reason))
        return outcome

    def ask(self, subject: Subject, **parameters: str | int) -> list[Record]:
        """Request a page of the subject's list."""
        return self.asker.ask(subject.name, **parameters)

    def ask_filter(self, subject: Subject, where: Where, meant: Filter[Any]) -> Verdict:
        """Ask with a where-object, and judge the answer by the filter that it means."""
        return judge(meant, subject, self.ask(subject, **write_filter(where, subject.style)))

    def _probe_list(self, name: str) -> Subject | None:
        try:
            subject = Subject(name, self.asker.ask(name))
        except NoAnswerError as error:
            self.results.append(Result(name, "", "", "", "unknown", error.verdict[1]))
            return None
        # Shorter ones are words and numbers that messages have, too.
        self.asker.secrets.update(leaf for leaf in _list_leaves(list(subject.sample)) if len(leaf) > 3)
        fields = list(subject.fields.values())
        chosen = {each: choose_condition(subject, each, fields, self._asked) for each in OPPOSITE}
        for operator, condition in chosen.items():
            if condition is not None:
                self._asked.add((type(subject.fields[condition.field.name]).__name__, operator))
        styled = {style: attrs.evolve(subject, style=style) for style in QUERY_STYLES}
        equals = chosen.pop(EQUALS)
        outcomes = {style: self._probe_operator(styled[style], EQUALS, equals) for style in QUERY_STYLES}
        subject = styled[next((style for style in QUERY_STYLES if outcomes[style] == "honored"), "string")]
        for operator, condition in chosen.items():
            self._probe_operator(subject, operator, condition)
        self._probe_flags(subject)
        self._probe_relations(subject)
        return subject if subject.sample else None

    def _probe_operator(
        self, subject: Subject, operator: Operator, condition: Condition[Any] | None
    ) -> Outcome:
        ask = None
        if condition is not None:
            ask = partial(self.ask_filter, subject, condition.to_where(), condition)
        return self.add(subject, write_path(condition), label(operator), ask)

    def _probe_flags(self, subject: Subject) -> None:
        for field in subject.list_fields(FlagField):
            self.add(subject, get_spec(field).key, "flag", partial(self._ask_flag, subject, field))

    def _ask_flag(self, subject: Subject, field: Any) -> Verdict:
        """Ask for both values: no record shows the flag, but no record can have both."""
        true, false = (
            {
                record["id"]
                for record in self.ask(subject, **write_filter(field(value).to_where(), subject.style))
            }
            for value in (True, False)
        )
        if true & false:
            return "ignored", f"{len(true & false)} records came both for true and for false"
        if not true or not false:
            return "unknown", "no record came for one of the two values"
        return "honored", f"{len(true)} records came for true, and {len(false)} others for false"

    def _probe_relations(self, subject: Subject) -> None:
        for name, related in inspect(load_resource(subject.name).vocabulary).relations.items():
            other = inspect(related).fields["id"]
            meant = choose_condition(subject, EQUALS, [subject.fields[f"{name}_id"]])
            asked = None if meant is None else _build_condition(other, EQUALS, meant.value)
            ask = None
            if meant is not None and asked is not None:
                ask = partial(self.ask_filter, subject, asked.to_where(), meant)
            self.add(subject, ".".join(get_spec(other).path), EQUALS.key, ask)


def probe_groups(probe: Probe, subject: Subject) -> None:
    """Ask for a condition inside one, two and three `AND` lists."""
    fields = list(subject.fields.values())
    chosen = choose_condition(subject, CONTAINS, fields)
    chosen = choose_condition(subject, EQUALS, fields) if chosen is None else chosen
    where: Where = {} if chosen is None else chosen.to_where()
    for _ in range(3):
        where = {"AND": [where]}
        words = f"AND, depth {measure(where, subject.style)['depth']}"
        ask = None if chosen is None else partial(probe.ask_filter, subject, where, chosen)
        probe.add(subject, write_path(chosen), words, ask)


def probe_alternatives(probe: Probe, subject: Subject) -> None:
    """Ask for two records with 2 alternatives, and with 21, of which 19 don't exist."""
    field: Any = subject.fields["id"]
    first, last = subject.sample[0]["id"], subject.sample[-1]["id"]
    meant = field.in_([first, last])
    every = field.in_([first, *(f"no-such-id-{number}" for number in range(19)), last])
    questions: dict[str, Where] = {
        "OR": meant.to_where(),
        "OR, 21 alternatives in groups": every.to_where(),
        "OR, 21 alternatives in one list": every.to_where(UNLIMITED),
    }
    for words, where in questions.items():
        probe.add(subject, "id", words, partial(probe.ask_filter, subject, where, meant))


def probe_nulls(probe: Probe, subject: Subject) -> None:
    """Ask for the opposite of a condition on a field that is null in some records. Are these found?"""
    fields = [
        each for each in subject.list_fields(TextField) if 0 < len(subject.read(each)) < len(subject.sample)
    ]
    for operator in (OPPOSITE[CONTAINS], NOT_EQUALS):
        chosen = choose_condition(subject, operator, fields)
        ask = None if chosen is None else partial(_ask_nulls, probe, subject, chosen)
        probe.add(subject, write_path(chosen), f"{label(operator)}, null", ask)


def _ask_nulls(probe: Probe, subject: Subject, chosen: Condition[Any]) -> Verdict:
    found = probe.ask(subject, **write_filter(chosen.to_where(), subject.style))
    outcome, reason = judge(chosen, subject, found)
    if outcome != "honored":
        return outcome, reason
    if any(record.get(chosen.field.key) is None for record in found):
        return outcome, "records with null are found"
    is_whole = len(found) < len(subject.sample)
    absent = subject.sample if is_whole else _list_passed_over(subject, found)
    if any(record.get(chosen.field.key) is None for record in absent):
        return outcome, "records with null are left out"
    return "unknown", "no record with null is on the first page, and more pages may follow"


def probe_wildcards(probe: Probe, subject: Subject) -> None:
    """Ask for a text with a wildcard, which no record has, or for a record by its id."""
    for wildcard in "_%":
        chosen = _choose_wildcard(subject, wildcard)
        ask, meant = None, None
        if chosen is not None:
            meant, other = chosen
            either = any_of(meant, other)
            ask = partial(probe.ask_filter, subject, either.to_where(), either)
        probe.add(subject, write_path(meant), f"contains {wildcard}", ask)


def _choose_wildcard(subject: Subject, wildcard: str) -> tuple[Condition[Any], Filter[Any]] | None:
    """Return a condition with a wildcard that some records fit only as a pattern, and the id of another."""
    by_id: Any = subject.fields["id"]
    for field in subject.list_fields(TextField):
        for word in (re.search(r"[A-Za-z0-9]{3,}", value) for value in subject.read(field)):
            text = "" if word is None else f"{word[0][0]}{wildcard}{word[0][2:]}"
            condition = _build_condition(field, CONTAINS, text) if text else None
            if condition is None or any(map(condition.matches, subject.sample)):
                continue
            fitting = [fits_pattern(condition, record) for record in subject.sample]
            if False in fitting:
                return condition, by_id.equals(subject.sample[fitting.index(False)]["id"])
    return None


def probe_page(probe: Probe, subject: Subject) -> None:
    """Ask with values of `skip` and `take` inside and outside of their documented bounds."""
    for name, value in (("skip", 1), ("skip", -1), ("take", 1), ("take", 0), ("take", MAX_TAKE + 1)):
        judge_page = _judge_skip if name == "skip" else _judge_take
        ask = partial(judge_page, probe, subject, value)
        probe.add(subject, "", f"{name}={value}", ask, style="")


def _judge_skip(probe: Probe, subject: Subject, skip: int) -> Verdict:
    first = [record["id"] for record in probe.ask(subject, skip=skip)[:1]]
    ids = [record["id"] for record in subject.sample]
    if skip > 0 and first == ids[skip : skip + 1]:
        return "honored", "the page began so much later"
    if first == ids[:1]:
        return "ignored", "the page began with the first record"
    return "unknown", "the page began with another record: the order may differ between requests"


def _judge_take(probe: Probe, subject: Subject, take: int) -> Verdict:
    found = len(probe.ask(subject, take=take))
    if found < take and len(subject.sample) < MAX_TAKE:
        return "unknown", f"the list has {found} records on its only page"
    return ("honored" if found == take else "ignored"), f"{found} records came"


def probe_two_orders(probe: Probe, subject: Subject) -> None:
    """Ask for an order by a field that records share, and then by their creation, in both directions."""
    candidates: list[tuple[bool, int, str]] = []
    for field in subject.list_fields(BaseNumberField, BooleanField, InstantField):
        values = subject.read(field)
        if len(values) == len(subject.sample) > len(set(values)):
            candidates.append((len(set(values)) > 1, -len(set(values)), get_spec(field).key))
    keys = (max(candidates)[2], "createdAt") if candidates else ()
    ask = partial(_ask_two_orders, probe, subject, keys) if keys else None
    probe.add(subject, ", ".join(keys), "orderBy two keys", ask)


def _ask_two_orders(probe: Probe, subject: Subject, keys: tuple[str, str]) -> Verdict:
    pairs: list[tuple[Any, float]] = []
    for sign, direction in ((1, "asc"), (-1, "desc")):
        orders = dict(zip(keys, ("asc", direction), strict=True))
        found = probe.ask(subject, **write_order(orders, subject.style))
        pairs = [(each[keys[0]], sign * datetime.fromisoformat(each[keys[1]]).timestamp()) for each in found]
        first = [pair[0] for pair in pairs]
        if pairs != sorted(pairs):
            ignored = "the second key" if first == sorted(first) else "the order"
            return "ignored", f"records did not come in {ignored}, {direction}"
    if len({pair[0] for pair in pairs}) == len(set(pairs)):
        return "unknown", "no records that came share the first key and differ in the second"
    return "honored", "records came by both keys, in both directions of the second"


def probe_collation(probe: Probe, subject: Subject) -> None:
    """Ask for an order by text, in both directions. Which rule does it follow?"""
    candidates: list[tuple[int, int, str]] = []
    for field in subject.list_fields(TextField):
        values = [value for value in subject.read(field) if isinstance(value, str)]
        orders = {tuple(sorted(set(values), key=rule)) for rule in _COLLATIONS.values()}
        candidates.append((len(orders), len(set(map(fold_text, values))), get_spec(field).key))
    _, distinct, key = max(candidates, default=(0, 0, ""))
    ask = partial(_ask_collation, probe, subject, key) if distinct > 2 else None
    probe.add(subject, key, "orderBy text", ask)


def _ask_collation(probe: Probe, subject: Subject, key: str) -> Verdict:
    pages = [probe.ask(subject, **write_order({key: each}, subject.style)) for each in ("asc", "desc")]
    up, down = ([record[key] for record in page if record[key] is not None] for page in pages)
    if up == down:
        return "ignored", "both directions gave the same order"
    fitting = [
        words
        for words, rule in _COLLATIONS.items()
        if up == sorted(up, key=rule) and down == sorted(down, key=rule, reverse=True)
    ]
    if not fitting:
        return "unknown", "the order follows no rule that is known here"
    return "honored", f"ordered {' or '.join(fitting)}"


def probe_instants(probe: Probe, subject: Subject) -> None:
    """Ask for the instant of a record, with the digits that it shows. Does the server keep more of them?"""
    key = "createdAt"
    values = [each.get(key) for each in subject.sample]
    usable = len(set(values)) > 1 and isinstance(values[0], str)
    ask = partial(_ask_instant, probe, subject, key, str(values[0])) if usable else None
    probe.add(subject, key, "equals, digits of a second", ask)


def _ask_instant(probe: Probe, subject: Subject, key: str, value: str) -> Verdict:
    found = probe.ask(subject, **write_filter({key: {EQUALS.key: value}}, subject.style))
    digits = len(re.sub(r"^[^.]*\.?(\d*).*$", r"\1", value))
    if not found:
        return "unknown", f"the record with this instant did not come: more than {digits} digits may be kept"
    wrong = sum(record.get(key) != value for record in found)
    if wrong:
        return "ignored", f"{wrong} of {len(found)} records came with other instants"
    return "honored", f"the record came by the {digits} digits that it shows"


_GENERAL: Final[tuple[Callable[[Probe, Subject], None], ...]] = (
    probe_groups,
    probe_alternatives,
    probe_two_orders,
    probe_collation,
    probe_page,
    probe_nulls,
    probe_wildcards,
    probe_instants,
)


def format_as_table(results: Sequence[Result]) -> str:
    """Return the results as a table for people."""
    rows = [tuple(attrs.fields_dict(Result)), *map(attrs.astuple, results)]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join("  ".join([*map(str.ljust, row, widths), row[5]]).rstrip() for row in rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Probe the API and print what was found.

    Args:
        arguments: the command line; that of the process if None.

    Raises:
        SystemExit: if an argument or the key can't be used.
    """
    parser = _build_parser()
    options = parser.parse_args(arguments)
    address = {} if options.base_url is None else {"base_url": options.base_url}
    try:
        # A retry would be a request beyond the cap.
        with Quentli(max_retries=0, **address) as quentli:
            limit = f"at most {options.max_requests} GET requests (--max-requests)"
            sys.stderr.write(f"Asking through {quentli!r}: {limit}. Nothing is changed.\n")
            probe = Probe(Asker(quentli.api.get_httpx_client(), options.max_requests))
            probe.run(options.only)
    except (AuthenticationError, ConfigurationError) as error:
        parser.exit(1, f"{error}\n")
    if options.json:
        results = [attrs.asdict(result) for result in probe.results]
        sys.stdout.write(f"{json.dumps({'requests': probe.asker.requests, 'results': results}, indent=2)}\n")
    else:
        sys.stdout.write(f"{format_as_table(probe.results)}\n\n{probe.asker.requests} requests\n")


def _build_parser() -> argparse.ArgumentParser:
    description = "Ask the API what it does with each spelling of a filter. Reads only."
    key = f"The key comes from {KEY_VARIABLE}."
    parser = argparse.ArgumentParser("python -m quentli_query.probe", description=description, epilog=key)
    parser.add_argument("--base-url", help="address of the API; default: that of Quentli()")
    parser.add_argument(
        "--only", metavar="LISTS", type=_parse_lists, default=list(LISTS), help="lists, separated by commas"
    )
    parser.add_argument(
        "--max-requests", type=_parse_cap, default=DEFAULT_CAP, help="most requests (default: %(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON in place of a table")
    return parser


def _parse_lists(text: str) -> list[str]:
    names = list(dict.fromkeys(name.strip().replace("-", "_") for name in text.split(",")))
    unknown = [name for name in names if name not in LISTS]
    if unknown:
        raise argparse.ArgumentTypeError(f"no list {', '.join(unknown)}; there are {', '.join(LISTS)}")
    return names


def _parse_cap(text: str) -> int:
    if not text.isdecimal() or not 0 < len(text) < 10 or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return int(text)


if __name__ == "__main__":
    main()
