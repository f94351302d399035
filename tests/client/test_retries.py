"""What is tried again, how often and after how long, and what never is; over real sockets, both ways."""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from quentli_client.api.customers import customers_list
from support.sending import BOTH_WAYS, Send, send

from quentli_query import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    InternalServerError,
    RateLimitError,
    ResponseError,
)
from quentli_query.client.config import Settings
from quentli_query.client.generated import Api
from quentli_query.client.http.transport import open_client, reopened
from quentli_query.sandbox import CutBody, Delay, DropConnection, ErrorStatus, Sandbox, WrongJson

PASSING = [408, 429, 500, 502, 503, 504]
LASTING = [400, 401, 403, 404, 409, 418, 422, 501, 505, 520]


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quentli_query.client.http.retry.BACKOFF_SECONDS", 0.001)


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was slept between attempts, without sleeping."""
    slept: list[float] = []
    monkeypatch.setattr("httpx_retries.retry.time.sleep", slept.append)
    return slept


def settings(sandbox: Sandbox, **options: Any) -> Settings:
    return Settings(sandbox.api_key, sandbox.url, **options)


@pytest.mark.parametrize("sending", BOTH_WAYS)
@pytest.mark.parametrize("fault", [*map(ErrorStatus, PASSING), DropConnection(), CutBody()], ids=repr)
def test_what_fails_in_passing_is_tried_again(fault: Any, sending: Send) -> None:
    with Sandbox(customers=3, faults=[fault_for(fault, times=2)]) as sandbox:
        assert len(sending(settings(sandbox)).json()) == 3
        assert len(sandbox.requests) == 3


def fault_for(fault: Any, times: int) -> Any:
    """The fault, for so many requests."""
    if isinstance(fault, ErrorStatus):
        return ErrorStatus(fault.code, times=times)
    return type(fault)(times=times)


@pytest.mark.parametrize("sending", BOTH_WAYS)
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (ErrorStatus(503), InternalServerError),
        (ErrorStatus(429), RateLimitError),
        (DropConnection(), APIConnectionError),
        (CutBody(), APIConnectionError),
    ],
)
def test_what_goes_on_failing_is_given_up(fault: Any, kind: type[APIError], sending: Send) -> None:
    with Sandbox(customers=3, faults=[fault]) as sandbox:
        with pytest.raises(kind, match=r"\(after 2 retries\)$") as caught:
            sending(settings(sandbox))
        assert caught.value.retries == 2
        assert len(sandbox.requests) == 3


@pytest.mark.parametrize("sending", BOTH_WAYS)
@pytest.mark.parametrize("code", LASTING)
def test_what_would_only_fail_again_is_not_tried_again(code: int, sending: Send) -> None:
    with Sandbox(customers=3, faults=[ErrorStatus(code)]) as sandbox:
        with pytest.raises(APIError, match=f"status {code}") as caught:
            sending(settings(sandbox))
        assert caught.value.retries == 0
        assert len(sandbox.requests) == 1


@pytest.mark.parametrize("sending", BOTH_WAYS)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize(
    "fault", [ErrorStatus(503), ErrorStatus(429, retry_after=0), DropConnection()], ids=repr
)
def test_what_may_have_changed_something_is_never_repeated(fault: Any, method: str, sending: Send) -> None:
    with Sandbox(customers=3, faults=[fault]) as sandbox:
        with pytest.raises(APIError) as caught:
            sending(settings(sandbox), method, content=b"{}")
        assert (caught.value.method, caught.value.retries) == (method, 0)
        assert [request.method for request in sandbox.requests] == [method]


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_the_number_of_retries_is_the_one_that_was_chosen(sending: Send) -> None:
    for chosen in (0, 1, 4):
        with Sandbox(customers=3, faults=[ErrorStatus(503)]) as sandbox:
            with pytest.raises(InternalServerError) as caught:
                sending(settings(sandbox, max_retries=chosen))
            assert caught.value.retries == chosen
            assert len(sandbox.requests) == chosen + 1


def test_one_retry_is_in_the_singular() -> None:
    with (
        Sandbox(customers=3, faults=[ErrorStatus(503)]) as sandbox,
        pytest.raises(InternalServerError, match=r"\(after 1 retry\)$"),
    ):
        send(settings(sandbox, max_retries=1))


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_an_answer_that_comes_too_late_is_asked_for_again(sending: Send) -> None:
    with Sandbox(customers=3, faults=[Delay(0.3, times=1)]) as sandbox:
        assert len(sending(settings(sandbox, timeout=0.1)).json()) == 3
        assert len(sandbox.requests) == 2


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_where_nobody_answers(sending: Send) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(
            APITimeoutError, match=r"no answer in time \(ReadTimeout\) \(after 2 retries\)$"
        ) as caught:
            sending(Settings("sk_1", url, timeout=0.03))
    assert caught.value.retries == 2


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_where_nobody_listens(sending: Send) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(APIConnectionError, match="GET /v1/customers: ConnectError: ") as caught:
            sending(Settings("sk_1", f"http://127.0.0.1:{free.getsockname()[1]}"))
    assert caught.value.retries == 2


def test_the_server_says_how_long_to_wait(naps: list[float]) -> None:
    with Sandbox(customers=3, faults=[ErrorStatus(503, retry_after=7, times=2)]) as sandbox:
        send(settings(sandbox))
    assert [nap for nap in naps if nap > 1] == [7, 7]


def test_the_server_says_until_when_to_wait(naps: list[float]) -> None:
    then = datetime.now(UTC) + timedelta(seconds=9)
    with Sandbox(customers=3, faults=[ErrorStatus(429, retry_after=then, times=1)]) as sandbox:
        send(settings(sandbox))
    (nap,) = (nap for nap in naps if nap > 1)
    assert 7 < nap <= 9


@pytest.mark.parametrize(
    "late", ["3600", "9" * 400, datetime(2999, 1, 1, tzinfo=UTC), "Fri, 31 Dec 9999 23:59:59 GMT"]
)
def test_nobody_waits_for_longer_than_half_a_minute(late: Any, naps: list[float]) -> None:
    with Sandbox(customers=3, faults=[ErrorStatus(429, retry_after=late, times=1)]) as sandbox:
        send(settings(sandbox))
    assert [nap for nap in naps if nap > 1] == [30]


@pytest.mark.parametrize(
    "odd", ["soon", "-5", "1e9", "Fri, 99 Jan 2025", "Fri, 10 Jan 99999999999999 12:00:00 GMT", "0"]
)
def test_a_wait_that_cannot_be_read_is_left_to_the_backoff(odd: str, naps: list[float]) -> None:
    with Sandbox(customers=3, faults=[ErrorStatus(503, retry_after=odd, times=2)]) as sandbox:
        assert len(send(settings(sandbox)).json()) == 3
    assert all(nap < 0.1 for nap in naps)


def test_the_backoff_grows_and_is_spread_over_its_whole_length(
    naps: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quentli_query.client.http.retry.BACKOFF_SECONDS", 1000)
    monkeypatch.setattr("quentli_query.client.http.retry.LONGEST_WAIT_SECONDS", 1e6)
    monkeypatch.setattr("quentli_query.client.http.retry.BUDGET_SECONDS", 1e9)
    ranges: list[tuple[float, float]] = []

    def half_way(low: float, high: float) -> float:
        ranges.append((low, high))
        return (low + high) / 2

    monkeypatch.setattr("httpx_retries.retry.random.uniform", half_way)
    with Sandbox(customers=3, faults=[ErrorStatus(503, times=3)]) as sandbox:
        send(settings(sandbox, max_retries=3))
    assert [nap for nap in naps if nap > 1] == [1000, 2000, 4000]
    assert ranges == [(0, 1)] * 3


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_when_the_time_is_over_nothing_is_tried_again(sending: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quentli_query.client.http.retry.BUDGET_SECONDS", 0.1)
    began = time.monotonic()
    with Sandbox(customers=3, faults=[Delay(0.06), ErrorStatus(503)]) as sandbox:
        with pytest.raises(InternalServerError) as caught:
            sending(settings(sandbox, max_retries=1000))
        assert 1 <= caught.value.retries < 5
    assert time.monotonic() - began < 2


def test_an_answer_that_is_wrong_is_not_asked_for_again() -> None:
    with Sandbox(customers=3, faults=[WrongJson(3)]) as sandbox:
        assert send(settings(sandbox)).json() == 3
        assert len(sandbox.requests) == 1


def test_another_client_over_the_same_connections_has_its_own_patience() -> None:
    with Sandbox(customers=3, faults=[ErrorStatus(503)]) as sandbox:
        patient = settings(sandbox, max_retries=3)
        with (
            open_client(patient, None) as client,
            reopened(client, settings(sandbox, max_retries=0)) as other,
        ):
            with pytest.raises(InternalServerError) as caught:
                other.get("/v1/customers")
            assert caught.value.retries == 0
            with pytest.raises(InternalServerError) as caught:
                client.get("/v1/customers")
            assert caught.value.retries == 3


def test_generated_functions_are_tried_again_too() -> None:
    with Sandbox(customers=3, faults=[DropConnection(times=1)]) as sandbox:
        with open_client(settings(sandbox), None) as client:
            answer = customers_list.sync_detailed(client=Api(client))
        assert isinstance(answer.parsed, list)
        assert len(answer.parsed) == 3


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_what_came_before_is_forgotten(sending: Send) -> None:
    """The error of the last attempt does not drag those of the others along."""
    with Sandbox(customers=3, faults=[DropConnection()]) as sandbox, pytest.raises(APIError) as caught:
        sending(settings(sandbox))
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    assert not isinstance(caught.value, ResponseError)
