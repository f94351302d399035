"""The sandbox as a server: real sockets, real requests."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx
import pytest
from hypothesis import given, settings, strategies as st
from support.asking import ask, client_of, get, ids

from quentli_query.sandbox import RecordedRequest, Sandbox, server as server_module

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN: list[dict[str, Any]] = [
    {"id": "a", "name": "Ana", "createdAt": "2025-01-02T00:00:00.000Z", "archivedAt": None},
    {
        "id": "b",
        "name": "beto",
        "createdAt": "2025-01-01T00:00:00.000Z",
        "archivedAt": "2025-05-01T00:00:00.000Z",
    },
    {"id": "c", "name": "ana", "createdAt": "2025-01-03T00:00:00.000Z"},
    {
        "id": "d",
        "name": "Beto",
        "createdAt": "2025-01-01T00:00:00.000Z",
        "archivedAt": "2025-04-01T00:00:00.000Z",
    },
]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def own() -> Iterator[Sandbox]:
    with Sandbox(OWN, without_payments=["b"]) as running:
        yield running


@pytest.fixture(scope="module")
def client(own: Sandbox) -> Iterator[httpx.Client]:
    with client_of(own) as open_client:
        yield open_client


def all_ids(sandbox: Sandbox, **params: str | int) -> list[str]:
    pages = [ids(ask(sandbox, take=100, skip=skip, **params)) for skip in (0, 100, 200)]
    return [each for page in pages for each in page]


def issues(response: httpx.Response) -> list[tuple[str, str]]:
    assert response.status_code == 400, response.text
    error = response.json()["error"]
    assert error.keys() == {"message", "issues"}
    return [(".".join(map(str, issue["path"])), issue["code"]) for issue in error["issues"]]


# Lists


def test_a_list_is_a_bare_array_of_the_first_twenty(sandbox: Sandbox) -> None:
    response = ask(sandbox)
    assert response.headers["content-type"] == "application/json"
    assert response.json() == list(sandbox.customers[:20])


def test_pages_cover_everything_once(sandbox: Sandbox) -> None:
    assert all_ids(sandbox) == [customer["id"] for customer in sandbox.customers]
    assert len(sandbox.customers) == 250


def test_the_last_page_is_short_and_the_next_one_empty(sandbox: Sandbox) -> None:
    assert len(ids(ask(sandbox, skip=200, take=100))) == 50
    assert ids(ask(sandbox, skip=250)) == []
    assert ids(ask(sandbox, skip=2**53 - 1)) == []


def test_the_documented_filter_finds_johns_without_payments(sandbox: Sandbox) -> None:
    expected = [
        customer["id"]
        for customer in sandbox.customers
        if "john" in customer["name"].lower() and customer["id"] in sandbox.without_payments
    ]
    assert expected
    assert all_ids(sandbox, filter="name[contains]=john&OR[0][noPayments]=true") == expected


def test_filter_order_and_page_work_together(own: Sandbox) -> None:
    assert ids(ask(own, filter="name[contains]=A", orderBy="createdAt=desc", take=1)) == ["c"]
    assert ids(ask(own, filter="name[contains]=A", orderBy="createdAt=desc", skip=1)) == ["a"]


def test_a_value_may_be_percent_encoded_inside_the_parameter(own: Sandbox) -> None:
    with Sandbox([{"id": "x", "name": "a&b=c+d[e]"}, *OWN]) as sandbox:
        assert ids(ask(sandbox, filter=f"name[equals]={quote('a&b=c+d[e]', safe='')}")) == ["x"]


def test_an_empty_filter_is_none(own: Sandbox) -> None:
    assert ids(ask(own, filter="", orderBy="")) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("createdAt=asc", "bdac"),
        ("createdAt=desc", "cabd"),
        ("name=asc", "acbd"),
        ("name=desc", "bdac"),
        ("name=asc&createdAt=desc", "cabd"),
        ("name=desc&createdAt=desc", "bdca"),
        ("createdAt=asc&name=desc", "bdac"),
        ("name=desc&archivedAt=asc", "dbac"),
        # Null is last when ascending and first when descending, whether it is null or absent.
        ("archivedAt=asc", "dbac"),
        ("archivedAt=desc", "acbd"),
        ("archivedAt=desc&createdAt=desc", "cabd"),
    ],
)
def test_an_order_is_applied_key_by_key_and_is_stable(own: Sandbox, order: str, expected: str) -> None:
    assert "".join(ids(ask(own, orderBy=order))) == expected


def test_an_order_of_the_whole_holds_across_pages(sandbox: Sandbox) -> None:
    by_creation = sorted(sandbox.customers, key=lambda customer: customer["createdAt"])
    assert all_ids(sandbox, orderBy="createdAt=asc") == [customer["id"] for customer in by_creation]


def test_a_page_of_very_many_customers_costs_no_more_than_one_of_few() -> None:
    with Sandbox(customers=22_582) as sandbox, client_of(sandbox) as client:

        def seconds() -> float:
            start = time.perf_counter()
            assert len(client.get("/v1/customers", params={"skip": 20_000, "take": 100}).json()) == 100
            return time.perf_counter() - start

        # Looking at every customer takes ten times as long.
        assert statistics.median(seconds() for _ in range(25)) < 0.02
        for field in ("id", "username", "email", "phoneNumber"):
            values = [customer[field] for customer in sandbox.customers if customer[field]]
            assert len(set(values)) == len(values) > 20_000


# Faults


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"take": "0"}, [("take", "too_small")]),
        ({"take": "101"}, [("take", "too_big")]),
        ({"take": "many"}, [("take", "invalid_type")]),
        ({"take": ""}, [("take", "invalid_type")]),
        ({"take": "20.5"}, [("take", "invalid_type")]),
        ({"take": "1_0"}, [("take", "invalid_type")]),
        ({"take": "٢٠"}, [("take", "invalid_type")]),
        ({"skip": "-1"}, [("skip", "too_small")]),
        ({"skip": str(2**53)}, [("skip", "too_big")]),
        ({"skip": "9" * 30}, [("skip", "too_big")]),
        ({"skip": "9" * 5000}, [("skip", "invalid_type")]),
        ({"orderBy": "nam=asc"}, [("orderBy.nam", "unrecognized_keys")]),
        ({"orderBy": "meta=asc"}, [("orderBy.meta", "unrecognized_keys")]),
        ({"orderBy": "noPayments=asc"}, [("orderBy.noPayments", "unrecognized_keys")]),
        ({"orderBy": "createdAt=down"}, [("orderBy.createdAt", "invalid_enum_value")]),
        ({"orderBy": "createdAt"}, [("orderBy.createdAt", "invalid_enum_value")]),
        ({"orderBy": "createdAt[sort]=asc"}, [("orderBy.createdAt", "invalid_type")]),
        ({"orderBy": "createdAt=asc&createdAt=desc"}, [("orderBy.createdAt", "invalid_type")]),
        ({"filter": "nam=x"}, [("filter.nam", "unrecognized_keys")]),
        ({"filter": "metadata[0][key]=x"}, [("filter.metadata", "unrecognized_keys")]),
        ({"filter": ["name=x", "name=y"]}, [("filter", "invalid_type")]),
        ({"skip": ["1", "2"]}, [("skip", "invalid_type")]),
        ({"orderby": "createdAt=desc"}, [("orderby", "unrecognized_keys")]),
        ({"filter[name]": "x"}, [("filter[name]", "unrecognized_keys")]),
        (
            {"filter": "nam=x&name[like]=y", "orderBy": "x=asc", "skip": "-1", "take": "0", "page": "1"},
            [
                ("skip", "too_small"),
                ("take", "too_small"),
                ("page", "unrecognized_keys"),
                ("filter.nam", "unrecognized_keys"),
                ("filter.name.like", "unrecognized_keys"),
                ("orderBy.x", "unrecognized_keys"),
            ],
        ),
    ],
)
def test_a_faulty_request_is_refused_with_all_its_faults(
    own: Sandbox, params: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert issues(ask(own, **params)) == expected


def test_an_issue_has_the_shape_of_the_api(own: Sandbox) -> None:
    assert ask(own, filter="OR[0][nam]=x").json() == {
        "error": {
            "message": "The request is invalid",
            "issues": [
                {
                    "path": ["filter", "OR", 0, "nam"],
                    "message": "Unknown field: 'nam'",
                    "code": "unrecognized_keys",
                }
            ],
        }
    }


def test_past_a_thousand_pairs_qs_drops_the_rest(own: Sandbox) -> None:
    pairs = [*(f"name[equals]=x{n}" for n in range(1000)), "nam=dropped"]
    # One operator a thousand times is a fault of its own; the unknown field behind it is not seen any more.
    assert issues(ask(own, filter="&".join(pairs))) == [("filter.name.equals", "invalid_type")]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer sk_other"},
        {"Authorization": "sk_sandbox_not_a_secret"},
        {"Authorization": ""},
    ],
)
def test_without_the_key_nobody_gets_anything(own: Sandbox, headers: dict[str, str]) -> None:
    response = get(own, "/v1/customers", headers=headers)
    assert response.status_code == 401
    assert response.json() == {"error": {"message": "You are not authenticated"}}


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/v1",
        "/v1/",
        "/v1/customers/",
        "/v1/customers%0A",
        "/v1%2Fcustomers",
        "/v1/customers/a/",
        "/v1/webhook-events/a",
        "/v1/Customers",
        "/v2/customers",
        "//v1/customers",
    ],
)
def test_other_paths_are_not_found(own: Sandbox, path: str) -> None:
    response = get(own, path)
    assert response.status_code == 404
    assert response.json() == {"error": {"message": "Not Found"}}


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
def test_other_methods_are_not_allowed(own: Sandbox, method: str) -> None:
    response = httpx.request(method, f"{own.url}/v1/customers")
    assert response.status_code == 405
    assert response.json() == {"error": {"message": "Method Not Allowed"}}
    assert "GET" in response.headers["allow"]


@pytest.mark.parametrize(("path", "status"), [("/v1/customers", 200), ("/nowhere", 404)])
def test_head_is_answered_like_get_without_a_body(own: Sandbox, path: str, status: int) -> None:
    headers = {"Authorization": f"Bearer {own.api_key}"}
    head, answer = (httpx.request(method, own.url + path, headers=headers) for method in ("HEAD", "GET"))
    assert (head.status_code, head.content) == (status, b"")
    for response in (head, answer):
        response.headers.pop("date")
    assert head.headers == answer.headers
    assert int(head.headers["content-length"]) == len(answer.content)


_PIECES = st.sampled_from(
    [
        "OR",
        "AND",
        "NOT",
        "name",
        "createdAt",
        "in",
        "not",
        "[",
        "]",
        "0",
        "21",
        "&",
        "=",
        "%",
        "%5",
        "x",
        "true",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.lists(_PIECES, max_size=30).map("".join), st.text(st.characters(exclude_categories=["Cs"])))
)
def test_no_filter_and_no_order_breaks_the_server(client: httpx.Client, text: str) -> None:
    for parameter in ("filter", "orderBy"):
        assert client.get("/v1/customers", params={parameter: text}).status_code in {200, 400}


# What was asked


def test_requests_are_recorded_decoded_and_raw() -> None:
    with Sandbox(customers=1) as sandbox:
        ask(
            sandbox,
            filter="name[contains]=j%26j&OR[0][noPayments]=true",
            orderBy="createdAt=desc",
            skip=3,
            take=7,
        )
        recorded = sandbox.requests[0]
    assert recorded == RecordedRequest(
        method="GET",
        path="/v1/customers",
        query=recorded.query,
        filter={"name": {"contains": "j&j"}, "OR": [{"noPayments": "true"}]},
        order_by={"createdAt": "desc"},
        skip=3,
        take=7,
        status=200,
    )
    raw = recorded.query.partition("&orderBy")[0]
    assert raw == "filter=name%5Bcontains%5D%3Dj%2526j%26OR%5B0%5D%5BnoPayments%5D%3Dtrue"


def test_what_is_left_out_is_recorded_as_none_and_the_defaults() -> None:
    with Sandbox(customers=1) as sandbox:
        ask(sandbox)
        assert sandbox.requests == (RecordedRequest("GET", "/v1/customers", "", None, None, 0, 20, 200),)


def test_refused_requests_are_recorded_too() -> None:
    with Sandbox(customers=1) as sandbox:
        ask(sandbox, take="x", filter="nam=1")
        get(sandbox, "/v1/customers", headers={})
        get(sandbox, "/nowhere")
        httpx.put(f"{sandbox.url}/v1/customers", json={})
    seen = sandbox.requests
    assert [(each.method, each.path, each.status) for each in seen] == [
        ("GET", "/v1/customers", 400),
        ("GET", "/v1/customers", 401),
        ("GET", "/nowhere", 404),
        ("PUT", "/v1/customers", 405),
    ]
    assert [each.body for each in seen] == [b"", b"", b"", b"{}"]
    assert (seen[0].take, seen[0].filter) == (None, {"nam": "1"})


def test_only_the_latest_requests_can_be_kept() -> None:
    with Sandbox(customers=1, keep_requests=2) as sandbox:
        for skip in range(4):
            ask(sandbox, skip=skip)
        assert [each.skip for each in sandbox.requests] == [2, 3]


def test_recorded_requests_cannot_be_changed() -> None:
    with Sandbox(customers=1) as sandbox:
        ask(sandbox)
    with pytest.raises(AttributeError):
        sandbox.requests[0].status = 500  # type: ignore[misc]


# One's own records


def test_own_records_are_served_as_they_are(own: Sandbox) -> None:
    assert ask(own).json() == OWN
    assert list(own.customers) == OWN
    assert own.without_payments == {"b"}
    assert ids(ask(own, filter="noPayments=true")) == ["b"]


def test_own_records_are_copied() -> None:
    mine = [{"id": "a", "meta": {"k": "v"}, "somethingNew": [1]}]
    with Sandbox(mine) as sandbox:
        mine[0]["meta"] = {}
        assert ask(sandbox).json() == [{"id": "a", "meta": {"k": "v"}, "somethingNew": [1]}]
        assert ids(ask(sandbox, filter="noPayments=true")) == []


def test_who_has_no_payments_can_be_chosen_for_made_up_customers() -> None:
    first = Sandbox(customers=3).customers[0]["id"]
    with Sandbox(customers=3, without_payments=[first]) as sandbox:
        assert ids(ask(sandbox, filter="noPayments=true")) == [first]


@pytest.mark.parametrize(
    ("record", "error", "message"),
    [
        ({"name": "x"}, ValueError, "has no id"),
        ({"id": None}, ValueError, "has no id"),
        ({"id": 5}, ValueError, "id=5 is not a string"),
        ({"id": "b"}, ValueError, "two records have the id 'b'"),
        (
            {"id": "a", "createdAt": "2025-01-10"},
            ValueError,
            "createdAt='2025-01-10' is not an ISO 8601 instant",
        ),
        ({"id": "a", "emailVerified": "true"}, ValueError, "emailVerified='true' is not true or false"),
        ({"id": "a", "balance": float("nan")}, ValueError, "not JSON compliant"),
        ({"id": "a", "meta": object()}, TypeError, "not JSON serializable"),
    ],
)
def test_records_that_cannot_be_served_are_refused(
    record: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        Sandbox([{"id": "b"}, record])


def test_ids_without_payments_have_to_be_there() -> None:
    with pytest.raises(ValueError, match=r"no customer has: \['typo'\]"):
        Sandbox([{"id": "a"}], without_payments=["a", "typo"])


def test_faker_is_imported_for_made_up_customers_only() -> None:
    program = (
        "import sys; from quentli_query.sandbox import Sandbox; Sandbox([{'id': 'a'}]);"
        "assert 'faker' not in sys.modules; Sandbox(1); assert 'faker' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


@pytest.mark.parametrize(
    ("package", "message"), [("uvicorn", r"pip install 'quentli-query\[sandbox\]'"), ("attrs", "attrs")]
)
def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, package: str, message: str) -> None:
    for name in [name for name in sys.modules if name.startswith("quentli_query.sandbox")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ModuleNotFoundError, match=message):
        from quentli_query.sandbox import Sandbox  # noqa: F401, PLC0415


# Starting and stopping


def test_several_run_at_once_and_apart() -> None:
    with Sandbox([{"id": "a"}], api_key="sk_a") as a, Sandbox([{"id": "b"}], api_key="sk_b") as b:
        assert ids(ask(a)) == ["a"]
        assert ids(ask(b)) == ["b"]
        assert get(a, "/v1/customers", headers={"Authorization": "Bearer sk_b"}).status_code == 401
        assert (len(a.requests), len(b.requests)) == (2, 1)


def test_requests_at_the_same_time_are_all_answered_and_recorded() -> None:
    async def burst(sandbox: Sandbox) -> list[int]:
        headers = {"Authorization": f"Bearer {sandbox.api_key}"}
        async with httpx.AsyncClient(base_url=sandbox.url, headers=headers) as client:
            answers = await asyncio.gather(
                *(client.get("/v1/customers", params={"skip": n}) for n in range(40)),
            )
        return [answer.status_code for answer in answers]

    with Sandbox(customers=50) as sandbox:
        assert asyncio.run(burst(sandbox)) == [200] * 40
        assert {each.skip for each in sandbox.requests} == set(range(40))


def test_answers_on_one_connection_do_not_wait_for_acknowledgements(client: httpx.Client) -> None:
    def seconds() -> float:
        start = time.perf_counter()
        client.get("/v1/customers")
        return time.perf_counter() - start

    assert statistics.median(seconds() for _ in range(25)) < 0.03


def test_stopping_frees_port_and_thread() -> None:
    before = threading.active_count()
    with Sandbox([]) as sandbox:
        port = int(sandbox.url.rpartition(":")[2])
        assert threading.active_count() > before
        # A connection that is kept alive must neither keep the server from stopping nor keep the port.
        client = httpx.Client()
        client.get(sandbox.url)
    assert threading.active_count() == before
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://127.0.0.1:{port}")
    with Sandbox([], port=port) as again:
        assert again.url == f"http://127.0.0.1:{port}"
    client.close()


def test_stopping_does_not_wait_for_a_client_that_says_nothing() -> None:
    with Sandbox([]) as sandbox:
        silent = socket.create_connection(("127.0.0.1", int(sandbox.url.rpartition(":")[2])))
        silent.sendall(b"GET /v1/customers HTTP/1.1\r\n")
    with silent:
        assert silent.recv(1) == b""


def test_stopping_does_not_wait_for_a_client_that_reads_nothing() -> None:
    with Sandbox([{"id": f"{n}", "name": "x" * 100_000} for n in range(100)]) as sandbox:
        deaf = socket.create_connection(("127.0.0.1", int(sandbox.url.rpartition(":")[2])))
        head = f"GET /v1/customers?take=100 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {sandbox.api_key}"
        deaf.sendall(f"{head}\r\n\r\n".encode())
        while not sandbox.requests:
            time.sleep(0.01)
        start = time.perf_counter()
    assert time.perf_counter() - start < 2
    deaf.close()


def test_stopping_is_quick_enough_to_do_it_in_every_test() -> None:
    def seconds() -> float:
        with Sandbox([{"id": "a"}]) as sandbox, client_of(sandbox) as client:
            assert ids(client.get("/v1/customers")) == ["a"]
            start = time.perf_counter()
            sandbox.stop()
            return time.perf_counter() - start

    assert statistics.median(seconds() for _ in range(9)) < 0.08


def test_an_error_in_the_block_stops_the_server_too() -> None:
    sandbox = Sandbox([])
    with pytest.raises(ZeroDivisionError), sandbox:
        1 / 0  # noqa: B018
    with pytest.raises(RuntimeError, match="not running"):
        _ = sandbox.url


def test_a_stopped_sandbox_can_be_started_again() -> None:
    sandbox = Sandbox([{"id": "a"}])
    sandbox.stop()
    for count in (1, 2):
        sandbox.start()
        assert ids(ask(sandbox)) == ["a"]
        assert len(sandbox.requests) == count
        sandbox.stop()


def test_a_running_sandbox_cannot_be_started() -> None:
    with Sandbox([]) as sandbox:
        with pytest.raises(RuntimeError, match="running already"):
            sandbox.start()
        assert get(sandbox, "/v1/customers").json() == []


def test_a_port_in_use_is_a_clear_error() -> None:
    with Sandbox([]) as sandbox:
        port = int(sandbox.url.rpartition(":")[2])
        with pytest.raises(OSError, match=f"port {port} on 127.0.0.1 is in use") as caught:
            Sandbox([], port=port).start()
    assert caught.value.errno == errno.EADDRINUSE


def test_another_error_of_the_socket_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(address: tuple[str, int]) -> socket.socket:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(socket, "create_server", forbidden)
    with pytest.raises(PermissionError):
        Sandbox([], port=80).start()


def test_a_server_that_does_not_come_up_is_an_error_and_leaves_no_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def give_up(server: Any, sockets: Any = None) -> None:
        server.should_exit = True

    monkeypatch.setattr(server_module._Server, "startup", give_up)
    before = threading.active_count()
    with pytest.raises(RuntimeError, match="did not start"):
        Sandbox([]).start()
    assert threading.active_count() == before


def test_a_sandbox_that_nobody_stops_does_not_keep_the_program_from_ending() -> None:
    program = "from quentli_query.sandbox import Sandbox; Sandbox([]).start()"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=30)


def test_logging_stays_as_it_is() -> None:
    names = ("", "uvicorn", "uvicorn.error", "uvicorn.access")

    def configuration() -> list[object]:
        loggers = [logging.getLogger(name) for name in names]
        return [(logger.level, logger.propagate, list(logger.handlers)) for logger in loggers]

    before = configuration()
    with Sandbox([]):
        assert configuration() == before


def test_the_signal_handlers_of_the_process_stay_as_they_are() -> None:
    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.getsignal(each) for each in signals]
    with Sandbox([]):
        assert [signal.getsignal(each) for each in signals] == before
    assert [signal.getsignal(each) for each in signals] == before
