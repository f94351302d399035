"""The sandbox as a server: lists, recorded requests, own records, starting and stopping."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import re
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

import httpx
import pytest
from quentli_resources.registry import MAX_TAKE
from sandbox.responses import issues_as_text, list_all, measure
from support.asking import NO_TLS, ask, client_of, complete, get, ids
from support.document import schema_errors

from quentli_query.sandbox import Delay, ErrorStatus, RecordedRequest, Sandbox, server as server_module

PATH = "/v1/customers"
NEW_YEAR = "2025-01-01T00:00:00.000Z"
OWN = complete(
    {"id": "a", "name": "Ana", "createdAt": "2025-01-02T00:00:00.000Z", "archivedAt": None},
    {"id": "b", "name": "beto", "createdAt": NEW_YEAR, "archivedAt": "2025-05-01T00:00:00Z"},
    {"id": "c", "name": "ana", "createdAt": "2025-01-03T00:00:00.000Z"},
    {"id": "d", "name": "Beto", "createdAt": NEW_YEAR, "archivedAt": "2025-04-01T00:00:00Z"},
)


@pytest.fixture(scope="module")
def own() -> Iterator[Sandbox]:
    with Sandbox(OWN, without_payments=["b"]) as running:
        yield running


@pytest.fixture(scope="module")
def client(own: Sandbox) -> Iterator[httpx.Client]:
    with client_of(own) as open_client:
        yield open_client


def port_of(sandbox: Sandbox) -> int:
    return int(sandbox.url.rpartition(":")[2])


# Lists


def test_pages_cover_everything_once(shared_sandbox: Sandbox, shared_client: httpx.Client) -> None:
    first = shared_client.get(PATH)
    assert first.headers["content-type"] == "application/json"
    assert first.json() == list(shared_sandbox.customers[:20])
    assert list_all(shared_client) == list(shared_sandbox.customers)
    by_creation = sorted(shared_sandbox.customers, key=lambda customer: customer["createdAt"])
    assert list_all(shared_client, orderBy="createdAt=asc") == by_creation
    for skip, count in ((230, 20), (250, 0), (2**53 - 1, 0)):
        assert len(ids(shared_client.get(PATH, params={"skip": skip, "take": MAX_TAKE}))) == count


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"orderBy": "name=asc"}, "acbd"),
        ({"orderBy": "name=desc&createdAt=desc"}, "bdca"),
        ({"orderBy": "createdAt=asc&name=desc"}, "bdac"),
        # Null is last when ascending and first when descending, whether it is null or absent.
        ({"orderBy": "archivedAt=desc"}, "acbd"),
        ({"orderBy": "archivedAt=desc&createdAt=desc"}, "cabd"),
        # Filter, order and page together
        ({"filter": "", "orderBy": ""}, "abcd"),
        ({"filter": "name[contains]=A", "orderBy": "createdAt=desc", "take": 1}, "c"),
        ({"filter": "name[contains]=A", "orderBy": "createdAt=desc", "skip": 1}, "a"),
    ],
)
def test_order_is_stable_by_key(client: httpx.Client, params: dict[str, str | int], expected: str) -> None:
    assert "".join(ids(client.get(PATH, params=params))) == expected


@pytest.mark.slow
def test_many_customers_cost_little_more_than_few() -> None:
    with Sandbox(customers=22_582) as sandbox, client_of(sandbox) as client:

        def measure_page(**params: str | int) -> float:
            page = client.build_request("GET", PATH, params={"take": MAX_TAKE, **params})
            return statistics.median(measure(lambda: client.send(page)) for _ in range(25))

        for order in ("", "createdAt=asc"):
            assert measure_page(skip=20_000, orderBy=order) <= 4 * measure_page(skip=0, orderBy=order)

        def measure_creation(client: httpx.Client) -> float:
            bodies = [
                {"input": {"name": "Ana", "email": f"{n}@x.mx", "phoneNumber": f"{n}"}} for n in range(25)
            ]
            return statistics.median(measure(partial(client.post, PATH, json=body)) for body in bodies)

        with Sandbox(customers=0) as empty, client_of(empty) as other:
            assert measure_creation(client) <= 4 * measure_creation(other)


# Refused


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("take", ["0"], "take too_small"),
        ("take", [f"{MAX_TAKE + 1}"], "take too_big"),
        ("take", ["", "1e1", "1_0", "٢٠"], "take invalid_type"),
        ("skip", ["-1"], "skip too_small"),
        ("skip", [str(2**53), "9" * 30], "skip too_big"),
        ("skip", ["9" * 5000, ["1", "2"]], "skip invalid_type"),
        ("orderBy", ["noPayments=asc"], "orderBy.noPayments unrecognized_keys"),
        ("orderBy", ["createdAt=down", "createdAt"], "orderBy.createdAt invalid_enum_value"),
        ("orderBy", ["name[sort]=asc", "name=asc&name=desc"], "orderBy.name invalid_type"),
        ("filter", [["name=x", "name=y"]], "filter invalid_type"),
        ("filter[]", ["x"], "filter invalid_type"),
        ("orderby", ["createdAt=desc"], "orderby unrecognized_keys"),
        ("take[name]", ["x"], "take[name] unrecognized_keys"),
    ],
)
def test_invalid_parameters(client: httpx.Client, name: str, values: list[Any], expected: str) -> None:
    for value in values:
        assert issues_as_text(client.get(PATH, params={name: value})) == expected, value


def test_refusal_lists_all_issues(client: httpx.Client) -> None:
    response = client.get(PATH, params={"filter[name]": "x", "filter": "name=x"})
    assert issues_as_text(response) == "filter invalid_type"
    params = {"filter": "nam=x&name[like]=y", "orderBy": "x=asc", "skip": "-1", "take": "0", "page": "1"}
    assert issues_as_text(client.get(PATH, params=params)) == (
        "skip too_small, take too_small, page unrecognized_keys, filter.nam unrecognized_keys, "
        "filter.name.like unrecognized_keys, orderBy.x unrecognized_keys"
    )


def test_without_the_key_nothing_is_served(own: Sandbox) -> None:
    for headers in ({}, *({"Authorization": key} for key in ("Bearer sk_other", own.api_key, ""))):
        response = get(own, PATH, headers=headers)
        assert response.status_code == 401
        assert response.json() == {"error": {"message": "You are not authenticated"}}


def test_other_paths_are_not_found(own: Sandbox) -> None:
    for path in (
        *("/", "/v1", "/v1/", "/v1/customers/", "/v1/customers%0A", "/v1%2Fcustomers", "/v1/customers/a/"),
        *("/v1/webhook-events/a", "/v1/Customers", "/v2/customers", "//v1/customers"),
    ):
        response = get(own, path)
        assert (response.status_code, response.json()) == (404, {"error": {"message": "Not Found"}}), path


def test_head_is_answered_like_get_without_a_body(client: httpx.Client) -> None:
    for path, status in ((PATH, 200), ("/nowhere", 404)):
        head, response = client.head(path), client.get(path)
        assert (head.status_code, head.content) == (status, b"")
        for each in (head, response):
            each.headers.pop("date")
        assert head.headers == response.headers
        assert int(head.headers["content-length"]) == len(response.content)


# Recorded requests


def test_requests_are_recorded_decoded_and_raw() -> None:
    with Sandbox(OWN) as sandbox:
        where = "name[contains]=j%26j&OR[0][noPayments]=true"
        ask(sandbox, filter=where, orderBy="createdAt=desc", skip=3, take=7)
        ask(sandbox)
    recorded, plain = sandbox.requests
    decoded: dict[str, Any] = {"name": {"contains": "j&j"}, "OR": [{"noPayments": "true"}]}
    order = {"createdAt": "desc"}
    assert recorded == RecordedRequest("GET", PATH, recorded.query, decoded, order, 3, 7, 200)
    raw = recorded.query.partition("&orderBy")[0]
    assert raw == "filter=name%5Bcontains%5D%3Dj%2526j%26OR%5B0%5D%5BnoPayments%5D%3Dtrue"
    assert plain == RecordedRequest("GET", PATH, "", None, None, 0, 20, 200)
    with pytest.raises(AttributeError):
        plain.status = 500  # type: ignore[misc]


def test_refused_requests_are_recorded_too_and_the_latest_are_kept() -> None:
    with Sandbox(OWN, api_key="sk_own", keep_requests=4) as sandbox, Sandbox([]) as other:
        assert ask(sandbox).status_code == 200
        ask(sandbox, take="x", filter="nam=1")
        get(sandbox, PATH, headers={"Authorization": f"Bearer {other.api_key}"})
        get(sandbox, "/nowhere")
        httpx.put(f"{sandbox.url}{PATH}", json={}, verify=NO_TLS)
        assert other.requests == ()
    seen = sandbox.requests
    assert [(each.method, each.path, each.status, each.body) for each in seen] == [
        ("GET", PATH, 400, b""),
        ("GET", PATH, 401, b""),
        ("GET", "/nowhere", 404, b""),
        ("PUT", PATH, 405, b"{}"),
    ]
    assert (seen[0].take, seen[0].filter) == (None, {"nam": "1"})


# Own records


def test_missing_fields_of_own_records_are_filled_in(shared_sandbox: Sandbox) -> None:
    (ana,) = complete({"name": "Ana"})
    assert schema_errors({"$ref": "#/components/schemas/Customer"}, ana) == []
    assert ana.keys() == shared_sandbox.customers[0].keys() | {"meta", "metadata"}
    (eva,) = complete({"name": "Eva", "email": "eva@example.com", "createdAt": NEW_YEAR})
    assert (eva["name"], eva["email"], eva["createdAt"]) == ("Eva", "eva@example.com", NEW_YEAR)


def test_own_records_are_served_as_they_are(own: Sandbox, client: httpx.Client) -> None:
    assert client.get(PATH).json() == OWN == list(own.customers)
    assert own.without_payments == {"b"}
    first = Sandbox(customers=3).customers[0]["id"]
    assert Sandbox(customers=3, without_payments=[first]).without_payments == {first}
    given = [{"id": "a", "meta": {"k": "v"}, "somethingNew": [1]}]
    sandbox = Sandbox(given)
    given[0]["meta"] = {}
    (served,) = sandbox.customers
    assert served == {**served, "id": "a", "meta": {"k": "v"}, "somethingNew": [1]}


@pytest.mark.parametrize(
    ("record", "error", "message"),
    [
        ({"id": None}, ValueError, "has no id"),
        ({"id": 5}, ValueError, "id=5 is not a string"),
        ({"id": "b"}, ValueError, "there is a customer with the id 'b' already"),
        ({"id": "a", "createdAt": "2025-01-10"}, ValueError, "createdAt='2025-01-10' is not an ISO 8601"),
        ({"id": "a", "emailVerified": "true"}, ValueError, "emailVerified='true' is not true or false"),
        ({"id": "a", "balance": float("nan")}, ValueError, "not JSON compliant"),
        ({"id": "a", "meta": object()}, TypeError, "not JSON serializable"),
    ],
)
def test_invalid_records_are_refused(record: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        Sandbox([{"id": "b"}, record])
    sandbox = Sandbox([{"id": "b"}])
    with pytest.raises(error, match=message):
        sandbox.add(record)
    assert [customer["id"] for customer in sandbox.customers] == ["b"]


OUT_OF_RANGE = datetime.min.replace(tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)
NUMBER, LIST = "a whole number", "a list of customers' ids, or None is expected"


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("customers", [-1, "abc", None, True, {"name": "Ana"}], "a number of customers from 0 on, or a list"),
        ("seed", ["x", None], f"{NUMBER} is expected"),
        ("port", [-1, 65_536, "80", None, 8.5], f"{NUMBER} from 0 "),
        ("without_payments", ["cus_1", 5], LIST),
        ("faults", [ErrorStatus(500)], "a list of faults such as [ErrorStatus(503)]"),
        ("keep_requests", [-1, "5", 2.5], f"{NUMBER} from 0 on, or None"),
        ("now", ["2025-01-01"], "a datetime with a zone, or None is expected"),
        ("database", [5, "", b"x", True], "the path of a file, or None"),
    ],
)
def test_odd_arguments_are_refused(name: str, values: list[Any], expected: str) -> None:
    for value in values:
        with pytest.raises(ValueError, match=f"^{name}=") as caught:
            Sandbox(**{"customers": 0, name: value})
        assert f": {expected}" in str(caught.value)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        *(({"api_key": key}, "api_key: text of printable ASCII") for key in (None, 5, "", "a b", "ñ", b"x")),
        ({"customers": [{}, "Ana"]}, "customers[1]='Ana': a dict such as {'name': 'Ana'} is expected"),
        ({"faults": [ErrorStatus]}, "faults[0]=<class "),
        ({"faults": [Delay(5), None]}, "faults[1]=None: a fault such as ErrorStatus(503) is expected"),
        *(({"now": each}, f"now={each!r} is not between the years 1970 and 2999") for each in OUT_OF_RANGE),
        ({"now": datetime(2026, 1, 31)}, "now=datetime.datetime(2026, 1, 31, 0, 0) has no zone"),  # noqa: DTZ001
        ({"database": "/nowhere/x"}, "database='/nowhere/x' cannot be used: unable to open"),
        ({"without_payments": ["a", "x"]}, "without_payments has ids that no customer has: ['a', 'x']"),
    ],
)
def test_odd_items_are_refused(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        Sandbox(**{"customers": 0, **arguments})


# Starting and stopping


def test_concurrent_requests_are_all_answered_and_recorded() -> None:
    async def burst(sandbox: Sandbox) -> list[int]:
        headers = {"Authorization": f"Bearer {sandbox.api_key}"}
        async with httpx.AsyncClient(base_url=sandbox.url, headers=headers, verify=NO_TLS) as client:
            responses = await asyncio.gather(*(client.get(PATH, params={"skip": n}) for n in range(40)))
        return [response.status_code for response in responses]

    with Sandbox(OWN, faults=[Delay(0.3)]) as sandbox:
        start = time.perf_counter()
        assert asyncio.run(burst(sandbox)) == [200] * 40
        assert 0.3 <= time.perf_counter() - start < 6  # one after the other they would take 12
        assert {each.skip for each in sandbox.requests} == set(range(40))


def test_responses_on_one_connection_do_not_wait_for_acknowledgements(client: httpx.Client) -> None:
    # Linux waits 40 ms.
    assert statistics.median(measure(lambda: client.get(PATH)) for _ in range(25)) < 0.039


def test_stopping_frees_port_and_thread() -> None:
    before = threading.active_count()
    with Sandbox([]) as sandbox, httpx.Client(verify=NO_TLS) as client:
        port = port_of(sandbox)
        assert threading.active_count() > before
        # A connection that is kept alive must neither keep the server from stopping nor keep the port.
        client.get(sandbox.url)
        sandbox.stop()
        assert threading.active_count() == before
        with pytest.raises(httpx.ConnectError):
            client.get(f"http://127.0.0.1:{port}")
        with Sandbox([], port=port) as again:
            assert again.url == f"http://127.0.0.1:{port}"


def test_stopping_does_not_wait_for_clients_that_send_nothing_or_are_only_just_accepted() -> None:
    for _ in range(5):
        with Sandbox([]) as sandbox:
            address = ("127.0.0.1", port_of(sandbox))
            clients = [socket.create_connection(address, timeout=5) for _ in range(30)]
            clients[0].sendall(b"GET /v1/customers HTTP/1.1\r\n")
        for client in clients:
            with client, contextlib.suppress(ConnectionResetError):
                assert client.recv(1) == b""


def test_stopping_does_not_wait_for_a_client_that_reads_nothing() -> None:
    with Sandbox([{"id": f"{n}", "name": "x" * 100_000} for n in range(MAX_TAKE)]) as sandbox:
        deaf = socket.create_connection(("127.0.0.1", port_of(sandbox)))
        head = f"GET {PATH}?take={MAX_TAKE} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {sandbox.api_key}"
        deaf.sendall(f"{head}\r\n\r\n".encode())
        while not sandbox.requests:
            time.sleep(0.01)
        assert measure(sandbox.stop) < 2
    deaf.close()


def test_stopping_is_quick_enough_for_every_test() -> None:
    def stop() -> float:
        with Sandbox([{"id": "a"}]) as sandbox, client_of(sandbox) as client:
            assert ids(client.get(PATH)) == ["a"]
            return measure(sandbox.stop)

    assert statistics.median(stop() for _ in range(5)) < 0.08


def test_stops_where_a_test_has_frozen_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 5.0)  # as freezegun does
    sandbox = Sandbox([])
    sandbox.start()
    assert ask(sandbox).json() == []
    stopping = threading.Thread(target=sandbox.stop, daemon=True)
    stopping.start()
    stopping.join(10)
    assert not stopping.is_alive()


def test_sandbox_stopped_by_an_error_can_be_started_again() -> None:
    sandbox = Sandbox([{"id": "a"}])
    with pytest.raises(ZeroDivisionError), sandbox:
        1 / 0  # noqa: B018
    with pytest.raises(RuntimeError, match="not running"):
        _ = sandbox.url
    for count in (1, 2):
        sandbox.start()
        with pytest.raises(RuntimeError, match="running already"):
            sandbox.start()
        assert ids(ask(sandbox)) == ["a"]
        assert len(sandbox.requests) == count
        sandbox.stop()
        sandbox.stop()


def test_port_in_use_is_a_clear_error(own: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    port = port_of(own)
    with pytest.raises(OSError, match=f"port {port} on 127.0.0.1 is in use") as caught:
        Sandbox([], port=port).start()
    assert caught.value.errno == errno.EADDRINUSE

    def forbid(address: tuple[str, int]) -> socket.socket:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(socket, "create_server", forbid)
    with pytest.raises(PermissionError, match="no"):
        Sandbox([], port=80).start()


def test_failed_start_is_an_error_and_leaves_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    async def give_up(server: Any, sockets: Any = None) -> None:
        server.should_exit = True

    monkeypatch.setattr(server_module._Server, "startup", give_up)
    before = threading.active_count()
    with pytest.raises(RuntimeError, match="did not start"):
        Sandbox([]).start()
    assert threading.active_count() == before


def test_logging_and_signal_handlers_stay_as_they_are(caplog: pytest.LogCaptureFixture) -> None:
    def configuration() -> list[object]:
        loggers = map(logging.getLogger, ("", "uvicorn", "uvicorn.error", "uvicorn.access"))
        handlers = [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)]
        return [*((each.level, each.propagate, list(each.handlers)) for each in loggers), *handlers]

    caplog.set_level(logging.INFO)
    before = configuration()
    with Sandbox([]) as sandbox:
        ask(sandbox, filter="name[contains]=Ana")
        assert configuration() == before
    assert configuration() == before
    # Filters hold personal data: requests are not logged.
    names = {record.name for record in caplog.records if record.name.startswith("uvicorn")}
    assert names == {"uvicorn.error"}


def test_faker_is_imported_for_made_up_customers_only_and_nobody_has_to_stop() -> None:
    program = (
        "import sys; from quentli_query.sandbox import Sandbox; Sandbox([{'name': 'Ana'}]).start();"
        "assert 'faker' not in sys.modules; Sandbox(1); assert 'faker' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
