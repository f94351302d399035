"""Client options: the key, the base URL, limits and switches, and `with_options`."""

from __future__ import annotations

from typing import Any

import pytest
from quentli_resources.registry import MAX_TAKE
from support.clients import Connect, http_of, send
from support.stub_server import KEY

from quentli_query import AsyncQuentli, Q, Quentli, errors
from quentli_query.sandbox import Sandbox

both_kinds = pytest.mark.parametrize("kind", [Quentli, AsyncQuentli])


def test_the_key_comes_from_the_environment(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUENTLI_API_KEY", sandbox.api_key)
    with Quentli(base_url=sandbox.url) as quentli:
        assert len(quentli.customers.list().data) == MAX_TAKE


@both_kinds
def test_a_missing_key_is_refused(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUENTLI_API_KEY", raising=False)
    with pytest.raises(errors.ConfigurationError, match=r"Quentli\(api_key=...\) or set .* QUENTLI_API_KEY"):
        kind()


NOT_HTTPS = "base_url or QUENTLI_BASE_URL has to begin with https://"
NOT_AN_ADDRESS = "base_url or QUENTLI_BASE_URL has to be an address alone"
NOT_SECONDS = r"timeout=.* more than 0 seconds and at most 31622400, or None"
NOT_A_COUNT = r"max_retries=.* whole number, 0 or more"


@both_kinds
@pytest.mark.parametrize(
    ("option", "values", "message"),
    [
        ("api_key", [5, b"sk_1"], "api_key has to be a str"),
        ("base_url", [5], "base_url has to be a str"),
        ("environment", ["prod", "", 5, []], "environment=.*: it has to be one of 'production', 'staging', 'demo'"),
        ("base_url", ["http://api.quentli.com", "ftp://127.0.0.1", "api.quentli.com", ""], NOT_HTTPS),
        ("base_url", ["http://127.0.0.1.example.com", "http://localhost.example.com"], NOT_HTTPS),
        ("base_url", ["http://128.0.0.1", "http://10.0.0.1", "http://127.1", "http://0.0.0.0"], NOT_HTTPS),
        ("base_url", ["http://[::2]:1"], NOT_HTTPS),
        ("base_url", ["https://u:p@api.quentli.com", "https://api.quentli.com?x=1"], NOT_AN_ADDRESS),
        ("base_url", ["https://api.quentli.com#x", "https://", "https://h:99999"], NOT_AN_ADDRESS),
        ("base_url", ["https://api\n", "https://a:b:c"], "is not a URL"),
        ("timeout", [0, -1, float("nan"), float("inf"), "30", True], NOT_SECONDS),
        ("timeout", [10**10, 1e300, 10**400], NOT_SECONDS),
        ("max_retries", [-1, 1.0, None, "2", True], NOT_A_COUNT),
        ("max_requests_per_second", [0, 1e-9, -1, float("inf"), float("nan"), "5", True], "=.*more than 0"),
        ("limits", [5], "limits=5: it has to be a Limits"),
        ("http_client", [5], r"http_client has to be an httpx.(Async)?Client here, and not a int"),
        *((name, ["no", 1, None], f"{name}=.*: it has to be True or False")
          for name in ("strict", "verify", "lenient")),
        ("query_style", ["Nested", None, 5], "query_style=.*: it has to be 'string' or 'nested'"),
        ("on_mismatch", ["ignore", None, True], "on_mismatch=.*: it has to be 'raise' or 'drop'"),
    ],
)  # fmt: skip
def test_an_impossible_option_is_refused(option: str, values: list[Any], message: str, kind: Any) -> None:
    for value in values:
        with pytest.raises(errors.ConfigurationError, match=message):
            kind(**{"api_key": KEY, option: value})


@pytest.mark.parametrize("url", ["https://api.quentli.com", "http://localhost:1", "http://LOCALHOST:1",
                                 "http://127.0.0.1:1", "http://127.9.8.7:1", "http://[::1]:1"])  # fmt: skip
def test_https_and_loopback_addresses_are_accepted(url: str, connect: Connect) -> None:
    quentli = connect(url)
    assert f"Quentli(base_url={url!r}" in repr(quentli)


STAGING, DEMO = "https://api.staging.quentli.com", "https://api.demo.quentli.com"


@pytest.mark.parametrize(
    ("options", "variable", "shown"),
    [
        ({}, None, "base_url='https://api.quentli.com', environment='production'"),
        ({"environment": "staging"}, None, f"base_url={STAGING!r}, environment='staging'"),
        ({"environment": "demo"}, None, f"base_url={DEMO!r}, environment='demo'"),
        ({}, DEMO, f"base_url={DEMO!r}, environment='demo'"),
        ({}, "http://127.0.0.1:1/v1", "base_url='http://127.0.0.1:1'"),
        ({"base_url": "https://proxy.example/quentli/v1/"}, None, "base_url='https://proxy.example/quentli'"),
        ({"base_url": STAGING, "environment": "demo"}, DEMO, f"base_url={STAGING!r}, environment='staging'"),
    ],
)
def test_the_address_and_its_precedence(
    options: dict[str, Any], variable: str | None, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if variable is not None:
        monkeypatch.setenv("QUENTLI_BASE_URL", variable)
    for kind in (Quentli, AsyncQuentli):
        assert repr(kind(KEY, **options)) == f"{kind.__name__}({shown})"


@pytest.mark.parametrize(
    ("options", "variable", "message"),
    [
        ({"environment": "staging"}, STAGING, "environment='staging' is given, and QUENTLI_BASE_URL is set"),
        ({}, "", "QUENTLI_BASE_URL has to begin with https://"),
        ({}, "http://api.quentli.com", "QUENTLI_BASE_URL has to begin with https://"),
    ],
)
def test_an_unclear_or_unsafe_variable_is_refused(
    options: dict[str, Any], variable: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUENTLI_BASE_URL", variable)
    with pytest.raises(errors.ConfigurationError, match=message):
        Quentli(KEY, **options)


@both_kinds
@pytest.mark.parametrize("options", [{}, {"environment": "demo"}, {"base_url": "https://127.0.0.1.example"}])
def test_the_key_of_a_sandbox_goes_nowhere_else(options: dict[str, Any], kind: Any) -> None:
    with pytest.raises(
        errors.ConfigurationError, match="is that of a sandbox, sk_sandbox_..., which .* does not know"
    ) as caught:
        kind("sk_sandbox_abc", **options)
    assert "abc" not in str(caught.value)


def test_with_options_changes_one_client_over_the_same_connections(
    sandbox: Sandbox, connect: Connect
) -> None:
    quentli = connect(sandbox)
    changed = quentli.with_options(timeout=5.0, max_retries=0, strict=True)
    assert (http_of(changed).timeout.read, http_of(quentli).timeout.read) == (5, 30)
    assert len(changed.customers.list(take=3).data) == 3
    with pytest.raises(errors.UndocumentedFilterError, match="only inferred"):
        changed.customers.list(~Q.name.contains("a"))
    changed.close()
    assert quentli.customers.exists(~Q.name.contains("a"))
    assert send(quentli).status_code == 200


def test_with_options_refuses_what_belongs_to_the_connections(sandbox: Sandbox, connect: Connect) -> None:
    quentli = connect(sandbox)
    with pytest.raises(
        errors.ParameterError, match="does not know api_key, retries; it takes timeout, max_retries"
    ):
        quentli.with_options(retries=3, api_key="sk_other")
    with pytest.raises(errors.ConfigurationError, match="strict='no'"):
        quentli.with_options(strict="no")
